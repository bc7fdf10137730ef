"""Every key of the table does what it says, in every state of a session."""

import pytest
from person import Opened
from studio import Studio

from footcoach_tui.app.screens.card import CardScreen
from footcoach_tui.app.screens.home import HomeScreen
from footcoach_tui.app.screens.leave import LeaveScreen
from footcoach_tui.app.screens.summary import SummaryScreen
from footcoach_tui.session.view import State

# Seconds into the test routine, and the state it is in there.
MOMENTS = {
    State.GET_READY: 3,
    State.WORK: 9,
    State.HOLD: 12,
    State.CHANGE_SIDE: 32 + 10 + 30 + 2,
    State.REST: 32 + 75 + 8 + 20 + 5,
}
every_state = pytest.mark.parametrize("state", MOMENTS)


async def test_space_starts_pauses_and_goes_on(opened: Opened) -> None:
    async with opened("test-routine") as person:
        states = [person.state]
        for _ in range(4):
            await person.press("space")
            states.append(person.state)
        assert states == [
            State.READY,
            State.GET_READY,
            State.PAUSED,
            State.COUNT_IN,
            State.PAUSED,
        ]


@every_state
async def test_keys_do_what_they_say_in_every_state(playing: Opened, state: State) -> None:
    """One run for all of them: each is taken back, but the last."""
    async with playing() as person:
        await person.wait(MOMENTS[state])
        before = person.view
        step, left = before.segment.step, before.remaining
        as_before = (state, before.segment, left)

        def now() -> tuple[object, ...]:
            return (person.state, person.view.segment, person.view.remaining)

        async def go_on(key: str) -> None:
            await person.press(key)
            await person.wait(3)  # the count-in

        assert now() == as_before

        await person.press("plus")
        assert person.view.remaining == left + 10
        await person.press("minus")
        assert now() == as_before

        await person.press("space")
        await person.wait(60)
        assert (person.state, person.view.remaining) == (State.PAUSED, left)
        await go_on("space")
        assert now() == as_before

        await person.press("q")
        assert isinstance(person.screen, LeaveScreen)
        await person.press("escape")
        assert person.state is State.PAUSED
        await go_on("space")
        assert now() == as_before

        await person.press("r")
        assert (person.view.segment.step, person.state) == (step, State.GET_READY)
        assert person.view.elapsed == 0
        await go_on("u")
        assert now() == as_before

        await person.press("left")
        assert (person.view.segment.step, person.state) == (max(0, step - 1), State.GET_READY)
        await go_on("u")
        assert now() == as_before

        await person.press("right")
        if step == 2:
            assert isinstance(person.screen, SummaryScreen)
        else:
            assert (person.view.segment.step, person.state) == (step + 1, State.GET_READY)


async def test_n_and_b_are_next_and_back_too(playing: Opened) -> None:
    async with playing() as person:
        await person.press("n")
        assert person.view.segment.step == 1
        await person.press("b")
        assert person.view.segment.step == 0


async def test_enter_ends_a_wait_but_tells_why_it_ends_no_work(playing: Opened) -> None:
    async with playing() as person:
        await person.press("enter")
        assert person.state is State.WORK
        await person.press("enter")
        assert person.state is State.WORK
        assert person.told() == ["The clock counts this one; go to the next step to skip it."]


async def test_m_turns_the_bell_on_and_off(playing: Opened) -> None:
    rung: list[bool] = []
    async with playing() as person:
        person.app.bell = lambda: rung.append(True)  # type: ignore[method-assign] # a fake bell
        await person.wait(8)
        assert len(rung) == 4  # 3, 2, 1 and the first phase
        await person.press("m")
        await person.wait(10)
        assert len(rung) == 4
        assert "muted" in person.text("#title")
        assert person.told() == []
        await person.press("m")
        assert "muted" not in person.text("#title")
        await person.wait(10)
        assert len(rung) > 4


async def test_where_the_title_cannot_tell_that_cues_are_off_a_message_does(
    playing: Opened,
) -> None:
    async with playing() as person:
        await person.press("f", "m")
        assert person.told() == ["Every cue is off."]
        await person.press("m")
        assert person.told()[-1] == "Cues are on."


async def test_i_tells_how_and_why_and_the_time_runs_on(playing: Opened) -> None:
    async with playing() as person:
        await person.press("i")
        assert isinstance(person.screen, CardScreen)
        assert "Because it makes feet strong." in person.text("#card-text")
        await person.press("escape")
        assert person.state is State.GET_READY


async def test_question_mark_shows_every_key(playing: Opened) -> None:
    async with playing() as person:
        await person.press("question_mark")
        shown = person.text("#card-text")
        assert all(words in shown for words in ("Ten seconds more", "→ or n", "Leave the session"))
        await person.press("question_mark")
        assert person.state is State.GET_READY


async def test_j_k_and_enter_in_the_list_go_to_another_step(playing: Opened) -> None:
    async with playing() as person:
        await person.press("1", "j", "j", "k", "enter")
        assert person.view.segment.step == 1
        await person.press("1", "G", "enter")
        assert person.view.segment.step == 2
        await person.press("1", "g", "enter")
        assert person.view.segment.step == 0


@every_state
async def test_q_twice_leaves_and_keeps_the_place(
    playing: Opened, studio: Studio, state: State
) -> None:
    async with playing() as person:
        await person.wait(MOMENTS[state])
        await person.press("q", "q")
        assert isinstance(person.screen, HomeScreen)
    assert studio.history.all() == ()
    (found,), _ = studio.parts().journals.cut_off()
    record = found.record()
    assert record.partial
    assert record.seconds == MOMENTS[state]


async def test_q_and_s_end_the_session_and_ask_how_it_was(playing: Opened, studio: Studio) -> None:
    async with playing() as person:
        await person.wait(20)
        await person.press("q", "s")
        assert isinstance(person.screen, SummaryScreen)
    assert len(studio.history.all()) == 1


async def test_q_before_the_start_keeps_nothing(opened: Opened, studio: Studio) -> None:
    async with opened("test-routine") as person:
        await person.press("q")
        assert isinstance(person.screen, HomeScreen)
    assert studio.history.all() == ()


async def test_before_the_start_keys_of_the_session_do_nothing(opened: Opened) -> None:
    async with opened("test-routine") as person:
        await person.press("n", "b", "r", "plus", "minus", "enter", "u")
        assert person.state is State.READY


async def test_a_gap_pauses_and_says_so(playing: Opened, studio: Studio) -> None:
    async with playing() as person:
        await person.wait(9)
        studio.clock.seconds += 3600
        studio.look(person.pilot)
        await person.settle()
        assert person.state is State.PAUSED
        assert "nobody was here for 60:00" in person.text("#state-band")
