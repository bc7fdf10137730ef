"""The preview of the start screen, and its figure, which rests when nobody looks."""

import pytest
from app_driver import AppDriver, OpenApp
from app_fixture import AppFixture
from coach_logs import DAILY

from footcoach_tui.app.appearance.choose import Appearance
from footcoach_tui.app.screens.check_in import CheckInScreen
from footcoach_tui.app.widgets.figure_view import FigureView
from footcoach_tui.app.widgets.preview_figure import PreviewFigure
from footcoach_tui.app.widgets.routine_list import RoutineList


def figure(person: AppDriver) -> PreviewFigure:
    return person.screen.query_one(PreviewFigure)


async def moment(person: AppDriver, seconds: float = 0) -> str:
    """The figure as it is drawn some seconds later."""
    person.fixture.clock.seconds += seconds
    figure(person).show_moment()
    await person.settle()
    return person.text("#preview-view")


async def test_the_figure_of_the_first_step_moves(launch_coach: OpenApp) -> None:
    async with launch_coach() as person:
        assert figure(person).is_drawing
        first = await moment(person, 0.5)
        assert first.strip()
        assert await moment(person, 2) != first
        assert person.screen.query_one(FigureView).size.height == 9
    async with launch_coach("", (80, 24)) as person:
        assert (await moment(person, 1)).strip()
        assert person.screen.query_one(FigureView).size.height == 4


async def test_the_figure_rests_after_a_minute_until_another_step_is_chosen(
    launch_coach: OpenApp,
) -> None:
    async with launch_coach() as person:
        last = await moment(person, 61)
        assert not figure(person).is_drawing
        assert await moment(person, 3) == last
        await person.press("2", "j")
        figure(person)._prepare()
        await person.settle()
        assert figure(person).is_drawing
        assert await moment(person, 1) != last


async def test_the_figure_rests_while_the_app_is_not_in_focus(launch_coach: OpenApp) -> None:
    async with launch_coach() as person:
        person.app.app_focus = False
        await moment(person)
        assert not figure(person).is_drawing
        person.app.app_focus = True
        await person.settle()
        assert figure(person).is_drawing


async def test_the_figure_rests_below_another_screen(launch_coach: OpenApp) -> None:
    async with launch_coach() as person:
        home = figure(person)
        await person.press("question_mark")
        assert not home.is_drawing
        for has_focus in (False, True):  # the window is left, and taken again
            person.app.app_focus = has_focus
            await person.settle()
        assert not home.is_drawing
        await person.press("escape")
        assert home.is_drawing


@pytest.mark.parametrize("size", [(40, 12), (50, 24)])
async def test_a_figure_that_is_out_of_sight_rests(
    launch_coach: OpenApp, size: tuple[int, int]
) -> None:
    async with launch_coach("", size) as person:
        await moment(person)
        assert not figure(person).is_drawing
        await person.press("2")
        await person.settle()
        assert figure(person).is_drawing == (size == (50, 24))


async def test_in_calm_the_figure_stands_still(
    launch_coach: OpenApp, coach_fixture: AppFixture
) -> None:
    coach_fixture.appearance = Appearance(is_calm=True)
    async with launch_coach() as person:
        first = await moment(person)
        assert first.strip()
        assert not figure(person).is_drawing
        assert await moment(person, 2) == first


async def test_the_steps_can_be_walked_through_and_begun(launch_coach: OpenApp) -> None:
    async with launch_coach() as person:
        routines = person.screen.query_one(RoutineList)
        routines.highlighted = routines.get_option_index(DAILY)
        await person.settle()
        assert "Daily foot core" in person.text("#preview-head")
        assert "Toe spread" in person.text("#preview-steps")
        await person.press("2", "j", "i")
        assert person.text("#card-text").startswith("Toe yoga")
        await person.press("escape", "enter")
        assert isinstance(person.screen, CheckInScreen)
        assert person.screen._routine.id == DAILY


async def test_info_shows_all_of_a_routine(launch_coach: OpenApp) -> None:
    async with launch_coach() as person:
        await person.press("i")
        text = person.text("#card-text")
        assert text.startswith("The essential three")
        assert "Where this comes from" in str(person.screen.query_one("#card-text").render())
