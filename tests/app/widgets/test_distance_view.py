"""The distance view."""

import pytest
from app_driver import AppDriver, OpenApp
from app_fixture import AppFixture
from builders import Reps, routine, step
from textual.color import Color
from textual.widget import Widget

from footcoach_tui.app.widgets.countdown import Countdown
from footcoach_tui.app.widgets.distance_view import DistanceView
from footcoach_tui.app.widgets.exercise_view import ExerciseView
from footcoach_tui.app.widgets.figure_view import FigureView
from footcoach_tui.app.widgets.label import TextLabel
from footcoach_tui.figure.model import Figure, KeyPose, View
from footcoach_tui.figure.poses import BodyPose
from footcoach_tui.library.catalogue import Catalogue
from footcoach_tui.session.dose import Motion, Phase, PhaseKind
from footcoach_tui.session.view import SessionState

READABLE = 4.5
"""The least contrast of text, as WCAG 2.1 has it."""


def distance_view(person: AppDriver) -> DistanceView:
    return person.screen.query_one(DistanceView)


def digits(person: AppDriver) -> list[str]:
    """The rows of the count."""
    return [row for row in person.text("DistanceView Countdown").split("\n") if row.strip()]


def words(person: AppDriver) -> str:
    """Visible text of all labels."""
    lines = (line for line in distance_view(person).query(TextLabel) if line.display)
    return "\n".join(line._shown.plain for line in lines)


async def test_f_fills_the_screen_with_the_count_and_comes_back(open_session: OpenApp) -> None:
    rows = {(20, 5): 3, (40, 12): 8, (80, 24): 13, (120, 36): 18, (200, 60): 35}
    async with open_session((20, 5)) as person:
        await person.press("f")
        for size, high in rows.items():
            await person.pilot.resize_terminal(*size)
            await person.settle()
            assert distance_view(person).outer_size == size
            assert len(digits(person)) == high
        await person.press("f")
        assert not distance_view(person).display
        assert person.screen.query_one("#step-pane").display


async def test_it_tells_exercise_side_and_phase_and_what_comes_next(open_session: OpenApp) -> None:
    async with open_session((40, 12)) as person:
        await person.press("f", "n")
        await person.wait(10 + 12)
        assert words(person).split("\n") == [
            "Ball Roll · 2 of 3",
            "▶ OUTER",
            "◀ ■ □  left  part 2 of 2",
            "Next: change to the right side",
        ]


async def test_it_stays_on_across_steps_and_goes_when_one_goes_to_another_pane(
    open_session: OpenApp,
) -> None:
    async with open_session((80, 24)) as person:
        await person.press("f", "n", "n")
        assert distance_view(person).display
        await person.press("1")
        assert not distance_view(person).display
        assert person.screen.query_one("#list-pane").display
        await person.press("f")
        assert distance_view(person).display


async def test_before_the_start_f_is_for_the_session_to_come(launch_app: OpenApp) -> None:
    async with launch_app("test-routine", (80, 24)) as person:
        await person.press("f")
        assert "Press space" in person.text("#ready-text")
        await person.press("space")
        assert distance_view(person).display


async def test_a_pause_and_the_count_in_after_it_are_told_in_large_words(
    open_session: OpenApp,
) -> None:
    async with open_session((80, 24)) as person:
        await person.wait(12)
        await person.press("f", "space")
        assert person.text("#distance-title").split("\n")[0].split() == [
            *("█▀█", "█▀█", "█", "█", "█▀▀", "█▀▀", "█▀▄")
        ]
        assert "space resume" in words(person)
        await person.press("space")
        before = digits(person)
        await person.wait(1)
        assert digits(person) != before  # 3, then 2, while the phase itself stands still
        assert person.state is SessionState.COUNT_IN


async def test_a_change_of_state_changes_the_tone_of_the_whole_screen(
    open_session: OpenApp,
) -> None:
    async with open_session((80, 24)) as person:
        await person.press("f")
        grounds = []
        for _ in range(4):  # get ready, work, hold, work
            distance_view(person).end_tone()
            await person.settle()
            grounds.append(ground_of(distance_view(person)))
            await person.wait({1: 8, 2: 2, 3: 5}.get(len(grounds), 0))
        assert len({one.hex for one in grounds}) == 3
        assert grounds[1] == grounds[3]


async def test_no_tone_is_shorter_than_half_a_second(open_session: OpenApp) -> None:
    """Two changes are one flash: at most two flashes a second, where three are safe."""
    assert DistanceView.MIN_TONE_SECONDS * 2 >= 1 / 3
    async with open_session((80, 24)) as person:
        await person.press("f")
        view = distance_view(person)
        view.end_tone()
        view.set_tone(SessionState.HOLD)
        for state in (SessionState.WORK, SessionState.PAUSED, SessionState.HOLD, SessionState.REST):
            view.set_tone(state)
            assert view.has_state(SessionState.HOLD)
        view.end_tone()
        assert view.has_state(SessionState.REST)


async def test_who_wants_it_calm_has_one_tone(open_session: OpenApp) -> None:
    async with open_session((80, 24)) as person:
        person.app.animation_level = "none"
        await person.press("f")
        view = distance_view(person)
        for state in SessionState:
            view.end_tone()
            view.set_tone(state)
        assert view.has_state(SessionState.READY)


async def test_nothing_is_written_while_nothing_changes_from_afar(
    open_session: OpenApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_session((80, 24)) as person:
        await person.wait(9)
        await person.press("f", "space")
        distance_view(person).end_tone()
        await person.settle()
        written: list[object] = []
        monkeypatch.setattr(TextLabel, "update", lambda line, *_, **__: written.append(line))
        monkeypatch.setattr(Countdown, "refresh", lambda count, *_, **__: written.append(count))
        monkeypatch.setattr(ExerciseView, "set_step", lambda widget, *_: written.append(widget))
        await person.wait(30)
        assert written == []
        await person.press("space")
        await person.wait(5)
        assert written  # the spies do see what is written


def ground_of(widget: Widget) -> Color:
    return widget.background_colors[1]


UP = Phase("up", 20, PhaseKind.MOVE, motion=Motion(("low", "high"), lit=("calf",)))
LOW = KeyPose("low", BodyPose(0, 0, 0, 0, 0))
HIGH = KeyPose("high", BodyPose(40, -40, 0, 0, 0))


def with_a_figure() -> Catalogue:
    """Catalogue of one routine, whose exercise has a figure."""
    made = routine(step(Reps(1, (UP,))))
    return Catalogue(
        exercises={made.steps[0].exercise.id: made.steps[0].exercise},
        routines={made.id: made},
        sources={},
        figures={made.steps[0].exercise.id: Figure((View.BODY,), (LOW, HIGH))},
    )


async def test_the_figure_is_there_as_soon_as_the_screen_has_another_size(
    launch_app: OpenApp, app_fixture: AppFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    app_fixture.catalogue = with_a_figure()
    async with launch_app("test-routine", (120, 36)) as person:
        await person.press("space")
        await person.wait(12)
        monkeypatch.setattr(FigureView, "prepare", lambda *_: None)  # it is never filmed again
        await person.pilot.resize_terminal(110, 34)
        await person.settle()
        assert "█" in person.text("StepPane FigureView")


async def test_the_figure_is_there_where_there_is_room(
    launch_app: OpenApp, app_fixture: AppFixture
) -> None:
    app_fixture.catalogue = with_a_figure()
    async with launch_app("test-routine", (40, 14)) as person:
        await person.press("space")
        await person.wait(12)
        assert "█" in person.text("StepPane FigureView")
        await person.press("f")
        assert not distance_view(person).query_one(FigureView).display
        await person.pilot.resize_terminal(120, 36)
        await person.wait(1)
        await person.wait(1)
        assert "█" in person.text("DistanceView FigureView")
        assert len(digits(person)) >= 8


@pytest.mark.parametrize("theme", ["footcoach-16", "footcoach-16-light"])
async def test_on_the_ground_of_a_rest_the_count_has_the_colour_of_the_words(
    open_session: OpenApp, theme: str
) -> None:
    async with open_session() as person:
        person.app.theme = theme
        await person.press("f")
        view = distance_view(person)
        assert view.has_class("-get-ready")
        count = view.query_one(Countdown).get_component_rich_style("countdown--digits")
        assert count.color == view.query_one("#distance-title").rich_style.color
