"""Screens at all sizes: no text is cut without an ellipsis, and the count is dropped last."""

import os
from dataclasses import replace

import pytest
from app_driver import AppDriver, OpenApp
from app_fixture import AppFixture
from builders import UP_HOLD_DOWN, Hold, Reps, SelfPaced, Sides, Timed, phase, routine, step
from layout import layout_faults, rendered_rows

from footcoach_tui.app.exercise_view.big_text import big_text
from footcoach_tui.app.widgets.countdown import Countdown
from footcoach_tui.app.widgets.key_hints import KeyHints
from footcoach_tui.library.catalogue import Catalogue
from footcoach_tui.playback.live_session import LiveSession
from footcoach_tui.session.commands import Start
from footcoach_tui.session.routine import Routine
from footcoach_tui.session.side import Side

SIZES = (
    *((120, 36), (40, 12), (80, 24), (20, 5), (60, 20), (59, 24), (200, 60), (30, 8), (99, 24)),
    *((40, 20), (79, 19)),
)
"""Both sides of every breakpoint, mixed, so that any few of them are large and small."""
AT_ONE_STOP = len(SIZES) if os.environ.get("FOOTCOACH_EVERY_SIZE") else 1
"""Sizes of each screen: all of them take some minutes."""
Stop = tuple[str, float, tuple[str, ...]]
"""Name of a screen; seconds to wait and keys to press, from the stop before."""


def long_names() -> Routine:
    """Steps with very long names, cues and phases: 8 + 24 s, 10 + 65 s, a wait, 20 s."""
    lift = step(Reps(3, UP_HOLD_DOWN), name="toes-and-heel-lifted-in-turn-on-a-folded-towel")
    roll = Timed((phase("roll from the heel to the big toe and back", 10), phase("outer", 20)))
    return replace(
        routine(
            lift,
            step(roll, name="ball-roll", sides=Sides.EACH, switch=5, prep=10),
            step(SelfPaced(12), name="calf-stretch-with-the-knee-straight-at-a-wall", prep=0),
            step(Hold(20), name="balance"),
        ),
        title="A routine whose title is longer than most of them ever are",
        context=("before-run", "after-run"),
    )


AT_HOME: tuple[Stop, ...] = (
    ("home", 0, ()),
    ("home, the card", 0, ("2",)),
    ("home, the history", 0, ("3",)),
    ("home, finding", 0, ("slash", *"pain")),
    ("history", 0, ("escape", "h")),
    ("calendar", 0, ("2",)),
    ("session", 0, ("1", "enter")),
    ("edit", 0, ("escape", "e")),
    ("add", 0, ("escape", "a")),
    ("delete", 0, ("escape", "d")),
    ("trends", 0, ("escape", "t")),
    ("a trend", 0, ("2",)),
    ("totals", 0, ("3",)),
    ("library", 0, ("escape", "escape", "l")),
    ("library, an exercise", 0, ("2",)),
    ("help", 0, ("question_mark",)),
    ("composer", 0, ("escape", "escape", "n")),
    ("composer, steps", 0, ("a", "a", "2")),
    ("composer, totals", 0, ("3",)),
    ("composer, finding", 0, ("slash", *"bal")),
    ("composer, build", 0, ("escape", "B")),
    ("composer, name", 0, ("escape", "s")),
    ("composer, leave", 0, ("escape", "q")),
)
IN_A_SESSION: tuple[Stop, ...] = (
    ("ready", 0, ()),
    ("get ready", 4, ("space",)),
    ("work", 5, ()),
    ("hold", 3, ()),
    ("far", 0, ("f",)),
    ("far, paused", 0, ("space",)),
    ("far, count-in", 0, ("space",)),
    ("count-in", 0, ("f",)),
    ("steps", 0, ("1",)),
    ("history beside", 0, ("3",)),
    ("how", 0, ("2", "i")),
    ("hurts", 0, ("escape", "H")),
    ("leave", 0, ("escape", "space", "q")),
    ("paused", 0, ("escape",)),
    ("change side", 41, ("space", "n")),
    ("far, change side", 0, ("f",)),
    ("far, waiting", 40, ("n",)),
    ("waiting", 0, ("f",)),
    ("summary", 0, ("q", "s")),
    ("summary, a note", 0, ("3", "7")),
)
CHROME = ("#title", "#step-head", "#session-bar", "#then", "#count-row", "#state-band")
"""In the order in which they leave."""
WITHOUT_A_COUNT = (
    "ready",
    "steps",
    "history beside",
    "how",
    "hurts",
    "leave",
    "summary",
    "summary, a note",
)


def prepare(fixture: AppFixture) -> None:
    made = long_names()
    exercises = {one.exercise.id: one.exercise for one in made.steps}
    exercises |= fixture.catalogue.exercises
    routines = {**fixture.catalogue.routines, made.id: made}
    fixture.catalogue = Catalogue(exercises=exercises, routines=routines, sources={})


async def walk(person: AppDriver, stops: tuple[Stop, ...]) -> list[str]:
    """Layout faults at all stops, at some of the sizes."""
    found: list[str] = []
    for number, (name, seconds, keys) in enumerate(stops):
        await person.press(*keys)
        await person.wait(seconds)
        for turn in range(AT_ONE_STOP):
            size = SIZES[(number + turn) % len(SIZES)]
            await person.pilot.resize_terminal(*size)
            await person.settle()
            found.extend(f"{name} {size}: {fault}" for fault in layout_faults(person.screen))
            if stops is IN_A_SESSION and name not in WITHOUT_A_COUNT and not count_of(person):
                found.append(f"{name} {size}: there is no count")
    return found


def count_of(person: AppDriver) -> str:
    """Visible rows of the count."""
    shown = person.screen._compositor.visible_widgets
    counts = [one for one in person.screen.query(Countdown) if one in shown]
    return "\n".join(rendered_rows(counts[0])).strip("\n") if counts else ""


async def test_nothing_is_cut_outside_a_session(
    year_of_sessions: AppFixture, launch_app: OpenApp
) -> None:
    prepare(year_of_sessions)
    async with launch_app() as person:
        assert await walk(person, AT_HOME) == []


async def test_nothing_is_cut_in_a_session(
    year_of_sessions: AppFixture, launch_app: OpenApp
) -> None:
    prepare(year_of_sessions)
    async with launch_app("test-routine") as person:
        assert await walk(person, IN_A_SESSION) == []


async def test_nothing_is_cut_in_the_question_after_a_cut(
    app_fixture: AppFixture, launch_app: OpenApp
) -> None:
    prepare(app_fixture)
    journals = app_fixture.context().journals
    session = LiveSession.new(long_names(), app_fixture.clock, journals, first=Side.LEFT)
    session.begin(app_fixture.context().new_session_info("daily"))
    session.send(Start())
    session.suspend()
    async with launch_app() as person:
        assert await walk(person, (("resume", 0, ()), ("the same", 0, ()))) == []


async def test_resizing_in_mid_phase_keeps_the_place(
    launch_app: OpenApp, app_fixture: AppFixture
) -> None:
    """Across the breakpoints, in both views, while time passes."""
    prepare(app_fixture)
    async with launch_app("test-routine") as person:
        await person.press("space", "n")
        await person.wait(10 + 10 + 1)
        for size, key in (((99, 24), "f"), ((59, 24), "f"), ((40, 12), "f"), ((1, 1), "f")):
            before = person.view
            await person.pilot.resize_terminal(*size)
            await person.settle()
            assert person.view == before, size
            await person.press(key)
            await person.wait(2)
        await person.pilot.resize_terminal(120, 36)
        await person.settle()
        assert person.view.segment.phase == "outer"
        assert person.view.remaining == 20 - 1 - 4 * 2
        assert count_of(person).split("\n")[0].split() == big_text("11", 4)[0].split()


@pytest.mark.parametrize(
    ("width", "names"),
    [(59, "▸1 Steps   2 Now   3 History"), (24, "▸1 Steps   2   3")],
)
async def test_a_narrow_screen_names_its_panes_and_marks_the_present_one(
    launch_app: OpenApp, width: int, names: str
) -> None:
    async with launch_app("test-routine", (width, 24)) as person:
        await person.press("1")
        assert person.text("#tabs").strip() == names
        await person.press("tab")
        assert "▸2 Now" in person.text("#tabs")
        await person.press("3")
        assert "▸3 History" in person.text("#tabs")


async def test_keys_that_do_not_fit_are_left_out_whole_but_not_help(launch_app: OpenApp) -> None:
    async with launch_app("test-routine", (42, 24)) as person:
        await person.press("space")
        shown = [key.text for key in person.screen.query_one(KeyHints).visible_keys]
        assert shown == ["space Pause", "enter Skip", "? Help", "q Leave"]


async def test_under_twenty_rows_the_chrome_goes_and_the_count_last(open_session: OpenApp) -> None:
    async with open_session((80, 24)) as person:
        left: list[str] = []
        for rows in (20, 19, 13, 10, 9, 8, 3, 1):
            await person.pilot.resize_terminal(80, rows)
            await person.settle()
            left.append("".join(name for name in CHROME if person.screen.query_one(name).display))
            assert count_of(person).strip()
        assert left == [
            "#title#step-head#session-bar#then#count-row#state-band",
            "#step-head#session-bar#then#count-row#state-band",
            "#session-bar#then#count-row#state-band",
            "#then#count-row#state-band",
            "#count-row#state-band",
            "#state-band",
            "",
            "",
        ]
        assert count_of(person).strip() == "8"
