"""Keys of a session, in every state."""

import pytest
from app_driver import OpenApp
from app_fixture import AppFixture

from footcoach_tui.app.screens.dialogs import LeaveDialog
from footcoach_tui.app.screens.home import HomeScreen
from footcoach_tui.app.screens.play import PlayScreen
from footcoach_tui.app.screens.summary import SummaryScreen
from footcoach_tui.app.screens.text_dialog import TextDialog
from footcoach_tui.session.view import SessionState

# Seconds into the test routine, and the state it is in there.
MOMENTS = {
    SessionState.GET_READY: 3,
    SessionState.WORK: 9,
    SessionState.HOLD: 12,
    SessionState.CHANGE_SIDE: 32 + 10 + 30 + 2,
    SessionState.REST: 32 + 75 + 8 + 20 + 5,
}
every_state = pytest.mark.parametrize("state", MOMENTS)


async def test_space_starts_pauses_and_goes_on(launch_app: OpenApp) -> None:
    async with launch_app("test-routine") as person:
        states = [person.state]
        for _ in range(4):
            await person.press("space")
            states.append(person.state)
        assert states == [
            SessionState.READY,
            SessionState.GET_READY,
            SessionState.PAUSED,
            SessionState.COUNT_IN,
            SessionState.PAUSED,
        ]


@every_state
async def test_keys_do_what_they_say_in_every_state(
    open_session: OpenApp, state: SessionState
) -> None:
    """All keys in a single session: each but the last is undone."""
    async with open_session() as person:
        await person.wait(MOMENTS[state])
        before = person.view
        step, left, reps = before.segment.step, before.remaining, before.segment.reps
        as_before = (state, before.segment, left)

        def now() -> tuple[object, ...]:
            return (person.state, person.view.segment, person.view.remaining)

        async def go_on(key: str) -> None:
            await person.press(key)
            await person.wait(3)  # the count-in

        assert now() == as_before

        await person.press("plus")
        if state in (SessionState.WORK, SessionState.HOLD):  # of the reps
            assert (person.view.segment.reps, person.view.remaining) == (reps + 1, left)
        else:
            assert person.view.remaining == left + 10
        await person.press("minus")
        assert now() == as_before

        await person.press("space")
        await person.wait(60)
        assert (person.state, person.view.remaining) == (SessionState.PAUSED, left)
        await go_on("space")
        assert now() == as_before

        await person.press("q")
        assert isinstance(person.screen, LeaveDialog)
        await person.press("escape")
        assert person.state is SessionState.PAUSED
        await go_on("space")
        assert now() == as_before

        await person.press("r")
        assert (person.view.segment.step, person.state) == (step, SessionState.GET_READY)
        assert person.view.elapsed == 0
        await go_on("u")
        assert now() == as_before

        await person.press("left")
        assert (person.view.segment.step, person.state) == (
            max(0, step - 1),
            SessionState.GET_READY,
        )
        await go_on("u")
        assert now() == as_before

        await person.press("right")
        if step == 2:
            assert isinstance(person.screen, LeaveDialog)
        else:
            assert (person.view.segment.step, person.state) == (step + 1, SessionState.GET_READY)


async def test_after_the_last_step_one_is_asked(
    open_session: OpenApp, app_fixture: AppFixture
) -> None:
    async with open_session() as person:
        await person.wait(12)
        await person.press("n", "n", "n")
        assert isinstance(person.screen, LeaveDialog)
        await person.press("escape")
        assert (person.view.segment.step, person.state) == (2, SessionState.PAUSED)
        assert app_fixture.history.all() == ()
        await person.press("n", "s")
        assert isinstance(person.screen, SummaryScreen)


async def test_escape_is_one_level_up(launch_app: OpenApp) -> None:
    async with launch_app("test-routine") as person:
        assert "esc Back" in person.footer()
        assert "q Leave" not in person.footer()
        await person.press("space", "f", "escape")
        assert not person.screen.has_class("-distance")
        assert person.state is SessionState.GET_READY
        await person.press("escape")
        assert isinstance(person.screen, LeaveDialog)
        await person.press("q")
        assert isinstance(person.screen, HomeScreen)


async def test_the_footer_says_what_keys_do_now(launch_app: OpenApp) -> None:
    async with launch_app("test-routine") as person:
        assert person.footer().startswith("space Start")
        assert "Far" not in person.footer()
        await person.press("space")
        assert person.footer().startswith("space Pause enter Skip → Next")
        assert person.footer().endswith("q Leave")
        await person.wait(9)
        assert "enter" not in person.footer()
        await person.press("space")
        assert person.footer().startswith("space Resume → Next")


async def test_n_and_b_are_next_and_back_too(open_session: OpenApp) -> None:
    async with open_session() as person:
        await person.press("n")
        assert person.view.segment.step == 1
        await person.press("b")
        assert person.view.segment.step == 0


async def test_a_note_is_kept_with_its_moment(
    open_session: OpenApp, app_fixture: AppFixture
) -> None:
    async with open_session() as person:
        await person.press("n")
        await person.wait(12)
        await person.press("w")
        await person.wait(60)
        await person.press(*"calf", "enter")
        assert person.state is SessionState.PAUSED
        await person.press("q", "s", "escape")
    (record,) = app_fixture.history.all()
    assert record.note == "Ball Roll, left, 0:12: calf"


async def test_enter_ends_a_wait_but_tells_why_it_ends_no_work(
    open_session: OpenApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PlayScreen, "WORDS_SECONDS", 600.0)
    async with open_session() as person:
        await person.press("enter")
        assert person.state is SessionState.WORK
        await person.press("enter")
        assert person.state is SessionState.WORK
        assert "This set is timed; use Next to skip it." in person.text("#state-band")


async def test_m_turns_the_bell_on_and_off(open_session: OpenApp) -> None:
    rung: list[bool] = []
    async with open_session() as person:
        person.app.bell = lambda: rung.append(True)  # type: ignore[method-assign] # a fake bell
        await person.wait(8)
        assert len(rung) == 4  # 3, 2, 1 and the first phase
        await person.press("m")
        await person.wait(10)
        assert len(rung) == 4
        assert "muted" in person.text("#title")
        assert person.notifications() == []
        await person.press("m")
        assert "muted" not in person.text("#title")
        await person.wait(10)
        assert len(rung) > 4


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (("plus",), "+10 s"),
        (("minus",), "-3 s"),
        (("enter", "plus"), "+1 rep"),
        (("r",), "restarted"),
        (("n", "u"), "undone: next"),
        (("1", "j", "enter"), "jumped · u undoes"),
        (("1", "j", "enter", "u"), "undone: jump"),
        (("enter", "plus", "u"), "undone: +1 rep"),
        (("enter", "enter"), "This set is timed; use Next to skip it."),
        (("m",), "muted"),
        (("m", "m"), "cues on"),
        (("f", "plus"), "+10 s"),
    ],
)
async def test_the_band_confirms_a_command_for_a_moment(
    open_session: OpenApp,
    monkeypatch: pytest.MonkeyPatch,
    keys: tuple[str, ...],
    words: str,
) -> None:
    monkeypatch.setattr(PlayScreen, "WORDS_SECONDS", 600.0)
    async with open_session() as person:
        assert isinstance(person.screen, PlayScreen)
        await person.wait(5)
        await person.press(*keys)
        line = "#distance-keys" if "f" in keys else "#state-band"
        assert words in person.text(line)
        assert person.notifications() == []
        person.screen.end_words()
        assert words not in person.text(line)


async def test_where_the_band_is_too_narrow_words_take_the_place_of_the_others(
    open_session: OpenApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PlayScreen, "WORDS_SECONDS", 600.0)
    async with open_session((40, 24)) as person:
        await person.press("space", "plus")
        assert person.text("#state-band").split() == ["+10", "s", "both", "■", "■"]


async def test_where_there_is_no_band_a_message_confirms(open_session: OpenApp) -> None:
    async with open_session((40, 3)) as person:
        await person.press("plus")
        assert person.notifications() == ["+10 s"]


async def test_i_tells_how_and_why(open_session: OpenApp) -> None:
    async with open_session() as person:
        await person.press("i")
        assert isinstance(person.screen, TextDialog)
        assert "Because it makes feet strong." in person.text("#card-text")


async def test_question_mark_shows_every_key(open_session: OpenApp) -> None:
    async with open_session() as person:
        await person.press("question_mark")
        shown = person.text("#card-text")
        assert all(words in shown for words in ("One rep more", "→ or n", "Leave the session"))
        await person.press("question_mark")
        assert not isinstance(person.screen, TextDialog)


@pytest.mark.parametrize("key", ["question_mark", "i", "exclamation_mark", "ctrl+p"])
async def test_behind_what_covers_it_a_session_is_paused_and_stays_so(
    open_session: OpenApp, key: str
) -> None:
    async with open_session() as person:
        await person.wait(3)
        left = person.view.remaining
        await person.press(key)
        await person.wait(60)
        await person.press("escape")
        assert (person.state, person.view.remaining) == (SessionState.PAUSED, left)
        assert "PAUSED · space resumes" in person.text("#state-band")


async def test_j_k_and_enter_in_the_list_go_to_another_step(open_session: OpenApp) -> None:
    async with open_session() as person:
        await person.press("1", "j", "j", "k", "enter")
        assert person.view.segment.step == 1
        await person.press("1", "G", "enter")
        assert person.view.segment.step == 2
        await person.press("1", "g", "enter")
        assert person.view.segment.step == 0


@every_state
async def test_q_twice_leaves_and_keeps_the_place(
    open_session: OpenApp, app_fixture: AppFixture, state: SessionState
) -> None:
    async with open_session() as person:
        await person.wait(MOMENTS[state])
        await person.press("q", "q")
        assert isinstance(person.screen, HomeScreen)
    assert app_fixture.history.all() == ()
    (found,), _ = app_fixture.context().journals.find_interrupted()
    record = found.record()
    assert record.is_partial
    assert record.seconds == MOMENTS[state]


async def test_q_and_s_end_the_session_and_ask_how_it_was(
    open_session: OpenApp, app_fixture: AppFixture
) -> None:
    async with open_session() as person:
        await person.wait(20)
        await person.press("q", "s")
        assert isinstance(person.screen, SummaryScreen)
    assert len(app_fixture.history.all()) == 1


async def test_q_before_the_start_keeps_nothing(
    launch_app: OpenApp, app_fixture: AppFixture
) -> None:
    async with launch_app("test-routine") as person:
        await person.press("q")
        assert isinstance(person.screen, HomeScreen)
    assert app_fixture.history.all() == ()


async def test_before_the_start_keys_of_the_session_do_nothing(launch_app: OpenApp) -> None:
    async with launch_app("test-routine") as person:
        await person.press("n", "b", "r", "plus", "minus", "enter", "u")
        assert person.state is SessionState.READY


async def test_a_gap_pauses_and_says_so(open_session: OpenApp, app_fixture: AppFixture) -> None:
    async with open_session() as person:
        await person.wait(9)
        app_fixture.clock.seconds += 3600
        app_fixture.tick(person.pilot)
        await person.settle()
        assert person.state is SessionState.PAUSED
        assert "no input for 60:00" in person.text("#state-band")


async def test_a_click_on_a_step_jumps_and_says_how_to_undo_it(
    open_session: OpenApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PlayScreen, "WORDS_SECONDS", 600.0)
    async with open_session() as person:
        await person.wait(5)
        await person.press("1")
        await person.pilot.click("#steps", offset=(4, 2))
        await person.settle()
        assert person.view.segment.step == 1
        assert "jumped · u undoes" in person.text("#state-band")
        await person.press("u")
        assert person.view.segment.step == 0
