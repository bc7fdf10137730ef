from dataclasses import replace
from pathlib import Path

import pytest
from app_driver import OpenApp
from app_fixture import AppFixture
from builders import (
    CountUp,
    Hold,
    Measurement,
    SelfPaced,
    exercise,
    phase,
    routine,
    step,
    three_step_routine,
)
from textual.app import App
from textual.widgets import Input

from footcoach_tui.app.app import FootcoachApp
from footcoach_tui.app.screens.palette import PaletteDialog
from footcoach_tui.app.screens.play import PlayScreen
from footcoach_tui.app.screens.session_detail import SessionDetailScreen
from footcoach_tui.app.screens.summary import SummaryScreen
from footcoach_tui.app.widgets.countdown import Countdown
from footcoach_tui.app.widgets.label import TextLabel
from footcoach_tui.boundary.problems import Problem
from footcoach_tui.library.catalogue import Catalogue
from footcoach_tui.library.validate import FileReport
from footcoach_tui.session import commands
from footcoach_tui.session.dose import Reps
from footcoach_tui.session.exercise import Level
from footcoach_tui.session.routine import Gate, Routine
from footcoach_tui.session.timeline import SegmentKind
from footcoach_tui.session.view import SessionState
from footcoach_tui.settings.settings import Settings

HOSTILE = "[/b] [@click=app.quit]x[/] [$primary] [link=https://example.org]y"


def offer(fixture: AppFixture, *routines: Routine, broken: tuple[FileReport, ...] = ()) -> None:
    exercises = {one.exercise.id: one.exercise for made in routines for one in made.steps}
    fixture.catalogue = Catalogue(
        exercises=exercises,
        routines={made.id: made for made in routines},
        sources={},
        broken=broken,
    )


async def test_a_routine_is_chosen_played_and_found_in_the_history(
    launch_app: OpenApp, app_fixture: AppFixture
) -> None:
    async with launch_app() as person:
        assert "No session yet" in person.text("#no-sessions")
        await person.press("enter", "space")
        await person.wait(200)
        assert isinstance(person.screen, SummaryScreen)
        assert len(app_fixture.history.all()) == 1  # saved before anything is asked
        await person.press("x", "3")
        await person.press(*"well", "enter")
        assert "Test routine" in person.text("#sessions")
        await person.press("3", "enter")
        assert isinstance(person.screen, SessionDetailScreen)
        shown = person.text("#session-card")
        assert "Effort 10 of 10" in shown
        assert "left" in shown
        assert "well" in shown
    (record,) = app_fixture.history.all()
    assert (record.effort, record.pain, record.note) == (10, 3, "well")
    assert not record.is_partial


async def test_every_question_can_be_skipped(
    open_session: OpenApp, app_fixture: AppFixture
) -> None:
    async with open_session() as person:
        await person.wait(12)
        await person.press("n", "n", "n", "s")
        await person.press("enter", "enter", "enter")
        assert not isinstance(person.screen, SummaryScreen)
    (record,) = app_fixture.history.all()
    assert (record.effort, record.pain, record.note) == (None, None, "")


async def test_pain_above_five_is_answered_with_advice(open_session: OpenApp) -> None:
    async with open_session() as person:
        await person.wait(12)
        await person.press("n", "n", "n", "s", "5", "7")
        assert "Rest two days" in " ".join(person.text("#advice").split())


async def test_a_step_that_waits_counts_up_until_enter(
    launch_app: OpenApp, app_fixture: AppFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    offer(app_fixture, routine(step(SelfPaced(12), prep=3), step(Hold(5))))
    async with launch_app("test-routine") as person:
        await person.press("space")
        await person.wait(3 + 30)
        assert person.state is SessionState.WAITING
        assert "enter when you are done" in person.text("#state-band")
        assert person.footer().startswith("enter Done space Pause")
        monkeypatch.setattr(PlayScreen, "WORDS_SECONDS", 600.0)
        await person.press("plus")
        assert "there is no timer to change" in person.text("#state-band")
        await person.press("enter")
        assert person.view.segment.step == 1


async def test_a_pace_that_waits_asks_for_enter_after_a_hold(
    launch_app: OpenApp, app_fixture: AppFixture
) -> None:
    offer(app_fixture, routine(step(Hold(5, reps=2), prep=2), name="holds"))
    app_fixture.settings = replace(app_fixture.settings, pace=0.0)
    async with launch_app("holds") as person:
        await person.press("space")
        await person.wait(8)
        assert person.state is SessionState.WAITING
        assert "TAKE YOUR TIME · enter goes on" in person.text("#state-band")
        await person.wait(100)
        assert person.footer().startswith("enter Go on space Pause")
        await person.press("enter")
        assert person.view.segment.kind is SegmentKind.HOLD


async def test_the_history_is_counted_for_a_condition_about_training(
    launch_app: OpenApp, app_fixture: AppFixture
) -> None:
    hops = replace(step(Hold(10), name="hops"), gate=Gate(min_level=Level.TWO_FEET))
    offer(app_fixture, routine(hops, step(Hold(5), name="lean")))
    async with launch_app("test-routine") as person:
        await person.press("y")
        assert "Your history has 0 sessions" in person.text("#question-note")


async def test_a_test_is_timed_until_enter_and_its_result_shown(
    launch_app: OpenApp, app_fixture: AppFixture
) -> None:
    offer(app_fixture, routine(step(CountUp(45), prep=3)))
    async with launch_app("test-routine") as person:
        await person.press("space")
        await person.wait(3 + 24)
        assert person.state is SessionState.COUNTING
        assert "enter when you stop" in person.text("#state-band")
        assert person.footer().startswith("enter Stop")
        await person.press("enter")
        assert isinstance(person.screen, SummaryScreen)
        assert "Heel Raise\n  24 s." in person.text("#done")


async def test_a_measured_result_is_typed(launch_app: OpenApp, app_fixture: AppFixture) -> None:
    measure = Measurement("cm", "Toe to wall, in cm", 30, "Below 2 cm may be chance.")
    offer(app_fixture, routine(step(measure, prep=3)))
    async with launch_app("test-routine") as person:
        await person.press("space")
        await person.wait(3 + 5)
        assert "enter to type the result" in person.text("#state-band")
        await person.press("enter", *"99", "enter")
        assert person.notifications() == ["Type a number from 0 to 30, such as 15."]
        await person.press("backspace", ".", "5", "enter")
        assert isinstance(person.screen, SummaryScreen)
    ((done,),) = [record.sets for record in app_fixture.history.all()]
    assert done.value == 9.5


async def test_a_dialog_for_a_result_can_be_closed_without_one(
    launch_app: OpenApp, app_fixture: AppFixture
) -> None:
    offer(app_fixture, routine(step(Measurement("cm", "Toe to wall, in cm", 30), prep=3)))
    async with launch_app("test-routine") as person:
        await person.press("space")
        await person.wait(3 + 5)
        await person.press("enter", "9", "escape")
        assert person.state is SessionState.WAITING


async def test_red_flags_are_one_key_away_everywhere(launch_app: OpenApp) -> None:
    async with launch_app() as person:
        await person.press("exclamation_mark")
        assert "When to get it checked" in person.text("#card-text")
        await person.press("exclamation_mark", "enter", "exclamation_mark")
        assert "When to get it checked" in person.text("#card-text")


async def test_a_gated_step_is_left_out_unless_its_conditions_are_answered(
    launch_app: OpenApp, app_fixture: AppFixture
) -> None:
    gate = Gate(pain_max=2, requires=("You can hop.",))
    hops = replace(step(Hold(10), name="hops"), gate=gate, swap=step(Hold(20), name="walk"))
    offer(app_fixture, routine(hops, step(Hold(5), name="rest")))
    async with launch_app("test-routine") as person:
        assert "Hops: off · y turn on" in person.text("#ready-text")
        assert "Hops" not in person.text("#steps")
        assert "Walk" not in person.text("#steps")
        await person.press("y")
        assert "pain above 2 of 10 in the last week" in person.text("#condition-1")
        await person.press("1", "2", "enter")
        assert "Hops" in person.text("#steps")
        assert "Hops" in person.text("#ready-steps")
        await person.press("y", "1", "escape")
        assert "Hops" in person.text("#steps"), "esc leaves it as it was"
        await person.press("y", "1", "enter", "space")
        assert person.view.step.exercise.name == "Walk"


@pytest.mark.parametrize(
    "made",
    [
        replace(three_step_routine(), gates=(Gate(requires=("a clinician has named it",)),)),
        routine(replace(step(Hold(10), name="hops"), gate=Gate(pain_max=2))),
    ],
    ids=["a gate of the routine", "a gate at every step"],
)
async def test_a_routine_with_conditions_does_not_start_before_they_are_met(
    launch_app: OpenApp, app_fixture: AppFixture, made: Routine
) -> None:
    offer(app_fixture, made)
    async with launch_app("test-routine") as person:
        await person.press("space")
        assert "tick what is true" in person.text("#question-title")
        await person.press("enter")
        states = [person.state]
        await person.press("space", "1", "enter", "space")
        assert [*states, person.state] == [SessionState.READY, SessionState.GET_READY]


async def test_the_palette_has_the_key_one_gave_it(
    launch_app: OpenApp, app_fixture: AppFixture
) -> None:
    app_fixture.settings = Settings(keys={"app.palette": ("f1",)})
    async with launch_app() as person:
        await person.press("f1")
        assert isinstance(person.screen, PaletteDialog)


async def test_suspending_pauses_however_short_the_absence(
    open_session: OpenApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(App, "action_suspend_process", lambda _: None)
    async with open_session() as person:
        await person.press("ctrl+z")
        assert person.state is SessionState.PAUSED


async def test_the_occasion_is_kept_with_the_session(
    launch_app: OpenApp, app_fixture: AppFixture
) -> None:
    offer(app_fixture, replace(three_step_routine(), context=("before-run", "after-run")))
    async with launch_app("test-routine") as person:
        await person.press("c", "space")
        await person.wait(12)
        await person.press("q", "s")
    (record,) = app_fixture.history.all()
    assert record.context == "after-run"


async def test_a_broken_file_is_listed_with_its_reason(
    launch_app: OpenApp, app_fixture: AppFixture
) -> None:
    problem = Problem("mine.toml", 3, "steps[1].reps", "must be at least 1, not -2")
    offer(
        app_fixture,
        three_step_routine(),
        broken=(FileReport(Path("mine.toml"), (problem,), "mine", "Mine"),),
    )
    async with launch_app() as person:
        assert "Yours" in person.text("#routines")
        assert "1 error" in person.text("#routines")
        await person.press("G")
        assert "mine.toml:3: steps[1].reps" in person.text("#routine-card").replace("\n", " ")
        await person.press("space")
        assert not isinstance(person.screen, PlayScreen)


async def test_markup_in_files_and_notes_is_only_text(
    launch_app: OpenApp, app_fixture: AppFixture
) -> None:
    hostile = replace(
        step(Reps(2, (phase(HOSTILE, 2),))),
        exercise=exercise("mine", name=HOSTILE, how=(HOSTILE,), cues=(HOSTILE,), why=HOSTILE),
        source_note=HOSTILE,
    )
    offer(app_fixture, replace(routine(hostile), title=HOSTILE, summary=HOSTILE))
    async with launch_app("test-routine") as person:
        assert HOSTILE[:30] in person.text("#title")
        await person.press("space", "i")
        assert HOSTILE[:30] in person.text("#card-text")
        await person.press("escape", "space")
        await person.wait(3 + 9)
        assert "[/b] [@click=app.quit]" in person.text("#step-head")
        assert "[/B]" in person.text("#state-band")
        await person.press("n", "s", "3", "4", *"[/b]", "enter")
        assert HOSTILE[:19] in person.text("#sessions")
    assert app_fixture.history.all()[0].note == "[/b]"


async def test_find_shows_only_the_sessions_that_match(launch_app: OpenApp) -> None:
    async with launch_app() as person:
        await person.press("enter", "space")
        await person.wait(12)
        await person.press("q", "s", "escape")
        await person.press("3", "slash", *"nothing")
        assert "Nothing found" in person.text("#no-sessions")
        await person.press("escape")
        assert "Test routine" in person.text("#sessions")
        await person.press("slash", *"bALANCE", "enter", "enter")
        assert isinstance(person.screen, SessionDetailScreen)


async def test_the_persons_own_keys_hold_and_the_footer_and_help_show_them(
    launch_app: OpenApp, app_fixture: AppFixture
) -> None:
    app_fixture.settings = Settings(
        bell=False, keys={"session.next": ("b",), "session.back": ("n", "f2")}
    )
    async with launch_app("test-routine") as person:
        await person.press("space", "b")
        assert person.view.segment.step == 1
        await person.press("f2")
        assert person.view.segment.step == 0
        assert "b Next" in person.footer()
        await person.press("question_mark")
        assert "n or f2  Go to the previous step." in person.text("#card-text")


async def test_the_palette_offers_what_makes_sense_now_and_carries_it_out(
    launch_app: OpenApp,
) -> None:
    async with launch_app("test-routine") as person:
        assert isinstance(person.app, FootcoachApp)
        before = {one.name: one for one in person.app.palette_entries(person.screen)}
        assert "Next" not in before
        await person.press("space")
        offered = {one.name: one for one in person.app.palette_entries(person.screen)}
        assert {"Start/pause", "Next", "Mute", "Help", "Leave"} <= set(offered)
        assert not any(name.startswith(("Play:", "Exercise:")) for name in offered)
        offered["Next"].run()
        assert person.view.segment.step == 1


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (120, {"list", "step", "history"}),
        (112, {"list", "step", "history"}),
        (111, {"step"}),
        (59, {"step"}),
    ],
)
async def test_as_many_panes_show_as_there_is_room_for(
    open_session: OpenApp, width: int, shown: set[str]
) -> None:
    async with open_session((width, 24)) as person:
        panes = {
            pane
            for pane in ("list", "step", "history")
            if person.screen.query_one(f"#{pane}-pane").display
        }
        assert panes == shown


async def test_at_home_one_is_at_the_list(launch_app: OpenApp) -> None:
    async with launch_app(size=(40, 12)) as person:
        assert person.screen.query_one("#list-pane").display
        assert not person.screen.query_one("#step-pane").display


async def test_history_is_a_key_away_where_there_is_no_room(open_session: OpenApp) -> None:
    async with open_session((80, 24)) as person:
        await person.press("3")
        assert person.screen.query_one("#history-pane").display
        assert not person.screen.query_one("#step-pane").display
        await person.press("2")
        assert person.screen.query_one("#step-pane").display
        await person.press("tab")
        assert person.screen.query_one("#history-pane").display


async def test_a_session_survives_being_made_small_and_large(open_session: OpenApp) -> None:
    async with open_session() as person:
        await person.wait(12)
        left = person.view.remaining
        for size in ((40, 12), (1, 1), (200, 60), (80, 24)):
            await person.pilot.resize_terminal(*size)
            await person.settle()
        assert (person.state, person.view.remaining) == (SessionState.HOLD, left)
        assert person.text("Countdown").strip()


async def test_nothing_is_written_while_nothing_changes(
    open_session: OpenApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_session() as person:
        await person.wait(9)
        await person.press("space")
        written: list[object] = []
        monkeypatch.setattr(TextLabel, "update", lambda line, *_, **__: written.append(line))
        monkeypatch.setattr(Countdown, "refresh", lambda count, *_, **__: written.append(count))
        await person.wait(30)
        assert written == []
        await person.press("space")
        await person.wait(5)
        assert written  # the spies do see what is written


async def test_a_session_that_cannot_be_saved_is_kept_and_told(
    open_session: OpenApp, app_fixture: AppFixture
) -> None:
    async with open_session() as person:
        await person.wait(20)
        (app_fixture.folder / "history").write_text("in the way")
        await person.press("q", "s")
        assert "Not saved yet" in person.text("#saved")
        (app_fixture.folder / "history").unlink()
        await person.press("3")
    assert app_fixture.history.all()[0].effort == 3


async def test_enter_pressed_again_and_again_leaves_the_summary_once(open_session: OpenApp) -> None:
    async with open_session() as person:
        await person.wait(20)
        await person.press("q", "s", "enter", "enter")
        summary = person.screen
        for _ in range(3):
            note = summary.query_one(Input)
            note.post_message(Input.Submitted(note, ""))
        await person.settle()
        assert person.screen is not summary


async def test_a_key_that_comes_before_the_screen_is_there_waits_for_it(
    app_fixture: AppFixture, launch_app: OpenApp
) -> None:
    async with launch_app() as person:
        screen = PlayScreen(app_fixture.context(), app_fixture.catalogue.routines["test-routine"])
        person.app.push_screen(screen)
        assert not screen.is_mounted
        screen.action_command("session.gate")
        screen.action_command("session.play")
        await person.settle()
        assert screen.live_session.player.has_begun


async def test_a_session_that_ends_below_a_dialog_is_rated_and_gone(open_session: OpenApp) -> None:
    async with open_session() as person:
        await person.wait(20)
        session = person.screen
        assert isinstance(session, PlayScreen)
        await person.press("question_mark")
        session.send(commands.Finish())
        await person.settle()
        assert isinstance(person.screen, SummaryScreen)
        assert session not in person.app.screen_stack
