"""After a session: what was done beside how it was, and every answer until it is closed."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from app_driver import AppDriver, OpenApp
from app_fixture import AppFixture
from check_in_rules import RULES

from footcoach_tui.app.screens.flag_dialog import FlagListDialog
from footcoach_tui.app.screens.home import HomeScreen
from footcoach_tui.app.screens.play import PlayScreen
from footcoach_tui.app.screens.summary import SummaryScreen
from footcoach_tui.session.record import SessionRecord


@pytest.fixture
def open_summary(launch_app: OpenApp, app_fixture: AppFixture) -> OpenApp:
    """Open the app at the end of a session that was cut short."""
    app_fixture.rules = RULES
    flags = tuple(RULES.flags.values())
    app_fixture.catalogue = replace(app_fixture.catalogue, flags=flags)

    @asynccontextmanager
    async def start(size: tuple[int, int] = (120, 36)) -> AsyncIterator[AppDriver]:
        async with launch_app("", size) as person:
            routine = app_fixture.catalogue.routines["test-routine"]
            person.app.push_screen(PlayScreen(app_fixture.context(), routine))
            await person.settle()
            await person.press("space")
            await person.wait(60)
            await person.press("q", "s")
            await person.settle()
            assert isinstance(person.screen, SummaryScreen)
            yield person

    return start


def saved(app_fixture: AppFixture) -> SessionRecord:
    (record,) = app_fixture.history.all()
    return record


async def test_what_was_done_stands_beside_how_it_was(open_summary: OpenApp) -> None:
    async with open_summary() as person:
        did, how = person.screen.query_one("#did"), person.screen.query_one("#how")
        assert did.region.right <= how.region.x
        assert did.region.y == how.region.y
        shown = person.text("#done")
        assert "1:00, stopped early · 2 of 3 exercises" in shown
        assert "skipped" in shown
        assert "M T W T F S S" in person.text("#aftermath")
        assert "Your first session." in person.text("#aftermath")


@pytest.mark.parametrize("size", [(79, 24), (60, 20)])
async def test_below_80_columns_it_is_one_column(
    open_summary: OpenApp, size: tuple[int, int]
) -> None:
    async with open_summary(size) as person:
        did, how = person.screen.query_one("#did"), person.screen.query_one("#how")
        assert did.region.x == how.region.x
        row = person.screen.query_one("#score-effort").region
        assert person.screen.query_one("#summary").region.contains_region(row)


async def test_every_answer_is_changed_until_enter(
    open_summary: OpenApp, app_fixture: AppFixture
) -> None:
    async with open_summary() as person:
        await person.press("3", "0", *"fine", "up", "up", "8", "right", "down", "down", *"!")
        await person.press("up", "up", "up", "left", "left")
        assert saved(app_fixture).effort == 6, "each change is saved at once"
        await person.press("enter")
        assert isinstance(person.screen, HomeScreen)
    record = saved(app_fixture)
    assert (record.effort, record.pain, record.note) == (6, 1, "fine!")


async def test_a_hook_waits_until_the_answers_are_closed(open_summary: OpenApp) -> None:
    async with open_summary() as person:
        closed: list[bool] = []

        def answered() -> list[str]:
            closed.append(True)
            return ["the hook session-saved failed: exit code 3"]

        assert isinstance(person.screen, SummaryScreen)
        person.screen.app_context.save_queue.on_answered = answered
        await person.press("3", "0")
        assert closed == []
        await person.press("enter")
        assert isinstance(person.screen, HomeScreen)
        assert closed == [True]
        assert "the hook session-saved failed: exit code 3." in person.notifications()


async def test_the_place_is_answered_and_begun_again(
    open_summary: OpenApp, app_fixture: AppFixture
) -> None:
    async with open_summary() as person:
        await person.press("3", "2", "h", "l", "enter")
        assert saved(app_fixture).after == {"sore": [{"site": "heel", "side": "left", "score": 2}]}
        await person.press("up", "c", "r", "enter", "enter")
        assert isinstance(person.screen, HomeScreen)
    assert saved(app_fixture).after == {"sore": [{"site": "calf", "side": "right", "score": 2}]}


async def test_enter_waits_for_the_side_of_a_place(open_summary: OpenApp) -> None:
    async with open_summary() as person:
        await person.press("3", "7", "h", "enter")
        assert isinstance(person.screen, SummaryScreen)
        assert "Which side?" in person.text("#ask-where")


async def test_pain_above_5_asks_the_list_before_it_closes(
    open_summary: OpenApp, app_fixture: AppFixture
) -> None:
    async with open_summary() as person:
        await person.press("3", "2", "h", "l", "enter", "up", "up", "7", "up", "enter")
        assert isinstance(person.screen, FlagListDialog)
        await person.press("n")
        assert isinstance(person.screen, HomeScreen)
    after = saved(app_fixture).after
    assert after
    assert after["flags"] == []


async def test_scores_and_places_are_clicked(
    open_summary: OpenApp, app_fixture: AppFixture
) -> None:
    async with open_summary() as person:
        await person.pilot.click("#score-effort", offset=(1 + 3 * 4 + 1, 0))
        await person.pilot.click("#score-pain", offset=(1 + 3 * 10 + 1, 0))
        await person.settle()
        assert (saved(app_fixture).effort, saved(app_fixture).pain) == (4, 10)
        await person.pilot.click("#choices", offset=(3, 1))
        await person.settle()
        assert "Which side?" in person.text("#ask-where")
        await person.pilot.click("#score-effort", offset=(2, 0))
        await person.settle()
    assert saved(app_fixture).effort == 0


async def test_a_note_is_saved_though_the_window_is_closed(
    open_summary: OpenApp, app_fixture: AppFixture
) -> None:
    async with open_summary() as person:
        await person.press("down", "down", *"left arch")
        assert isinstance(person.app.screen, SummaryScreen)
        person.app.on_shutdown()  # type: ignore[attr-defined] # as after a signal
    assert saved(app_fixture).note == "left arch"


async def test_a_session_without_work_is_not_saved(
    launch_app: OpenApp, app_fixture: AppFixture
) -> None:
    async with launch_app("test-routine") as person:
        await person.press("space", "n", "n", "n", "s")
        assert isinstance(person.screen, HomeScreen)
        assert person.notifications() == ["Nothing was done, so nothing is saved."]
    assert app_fixture.history.all() == ()
    assert app_fixture.context().journals.find_interrupted() == ((), ())
