"""Before the start: the steps first, the figure of the chosen one, and the conditions folded."""

from dataclasses import replace

import pytest
from app_driver import OpenApp
from app_fixture import AppFixture
from builders import three_step_routine
from bundled import CATALOGUE
from check_in_rules import RULES

from footcoach_tui.app.screens.gate_dialog import GateDialog
from footcoach_tui.app.screens.play import PlayScreen
from footcoach_tui.app.screens.text_dialog import TextDialog
from footcoach_tui.app.widgets.figure_view import FigureView
from footcoach_tui.app.widgets.ready_pane import ReadyPane
from footcoach_tui.library.catalogue import Catalogue
from footcoach_tui.session.view import SessionState


async def test_the_steps_come_with_sides_doses_and_minutes_before_the_cautions(
    launch_app: OpenApp, app_fixture: AppFixture
) -> None:
    app_fixture.catalogue = CATALOGUE
    async with launch_app("rw-essential-three") as person:
        steps = person.text("#ready-steps")
        assert "▶ 1 Bear squat to down" in steps
        assert "left, right" in steps
        assert "2:18" in steps
        care = person.screen.query_one("#ready-care")
        assert person.screen.query_one("#ready-steps").virtual_region.bottom < care.virtual_region.y
        text = " ".join(person.text("#ready-care").split())
        assert "Stop if pain goes above 5 of 10" in text
        assert "recent toe surgery: leave this exercise out. step 1" in text


async def test_the_figure_and_i_follow_the_highlighted_step(
    launch_app: OpenApp, app_fixture: AppFixture
) -> None:
    app_fixture.catalogue = CATALOGUE
    async with launch_app("rw-essential-three") as person:
        figure = person.screen.query_one("#ready-figure", FigureView)
        await person.press("1", "j")
        assert "▶ 2 Ball roll" in person.text("#ready-steps")
        assert figure._moment
        assert figure._moment.clip.exercise_id == "ball-roll"
        await person.press("i")
        assert person.text("#card-text").startswith("Ball roll")
        await person.press("escape", "G", "enter")
        assert isinstance(person.screen, TextDialog)
        assert person.text("#card-text").startswith("Short foot")
        await person.press("escape")
        assert person.state is SessionState.READY


async def test_while_playing_i_follows_the_list_only_where_it_has_the_focus(
    launch_app: OpenApp, app_fixture: AppFixture
) -> None:
    app_fixture.catalogue = CATALOGUE
    async with launch_app("rw-essential-three") as person:
        await person.press("space", "i")
        assert person.text("#card-text").startswith("Bear squat")
        await person.press("escape", "1", "j", "i")
        assert person.text("#card-text").startswith("Ball roll")


async def test_the_title_has_the_new_occasion(launch_app: OpenApp, app_fixture: AppFixture) -> None:
    made = replace(three_step_routine(), context=("before-run", "after-run"))
    app_fixture.catalogue = Catalogue(
        exercises=app_fixture.catalogue.exercises, routines={made.id: made}, sources={}
    )
    async with launch_app("test-routine") as person:
        assert "before a run" in person.text("#title")
        await person.press("c")
        assert "after a run" in person.text("#title")
        assert "after a run · c change" in person.text("#ready-needs")


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_the_key_of_the_conditions_is_in_the_footer(
    launch_app: OpenApp, app_fixture: AppFixture, size: tuple[int, int]
) -> None:
    app_fixture.catalogue = CATALOGUE
    async with launch_app("balance-and-hops-9min", size) as person:
        assert "Hops: off · y turn on" in person.text("#ready-text")
        assert "y Conditions" in person.visible_footer()


async def test_what_the_history_tells_is_answered_in_the_list(
    launch_app: OpenApp, app_fixture: AppFixture
) -> None:
    app_fixture.catalogue, app_fixture.rules = CATALOGUE, RULES
    async with launch_app() as person:
        routine = CATALOGUE.routines["balance-and-hops-9min"]
        person.app.push_screen(PlayScreen(app_fixture.context(), routine))
        await person.settle()
        await person.settle()
        await person.press("y")
        assert isinstance(person.screen, GateDialog)
        level = " ".join(person.text("#condition-1").split())
        assert "four sessions at level 3 or above" in level
        assert level.endswith("by your history")
        await person.press("2")
        assert "–" in person.text("#condition-1"), "what is known stays"
        await person.press("1")
        assert "[x]" in person.text("#condition-0")
        await person.press("enter")
        assert "Hops: off" in person.text("#ready-text")


async def test_the_figure_rests_after_a_minute_until_another_step_is_chosen(
    launch_app: OpenApp,
) -> None:
    async with launch_app("test-routine", (120, 36)) as person:
        pane = person.screen.query_one(ReadyPane)
        timer = pane._timer
        assert timer
        await person.wait(59)
        pane.show_moment()
        assert timer._active.is_set()
        await person.wait(2)
        pane.show_moment()
        assert not timer._active.is_set()
        pane.show_step(1)
        assert timer._active.is_set()
