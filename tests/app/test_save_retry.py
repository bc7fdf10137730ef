"""What the disk did not take is tried again by itself, and spelled out if all fails."""

import pytest
from app_driver import OpenApp
from app_fixture import AppFixture

from footcoach_tui.app.app import FootcoachApp
from footcoach_tui.app.save_queue import SaveQueue
from footcoach_tui.app.save_retry import SaveRetry
from footcoach_tui.app.screens.summary import SummaryScreen


async def test_it_is_saved_as_soon_as_there_is_room(
    app_fixture: AppFixture, launch_app: OpenApp
) -> None:
    async with launch_app("test-routine") as person:
        await person.press("space")
        app_fixture.folder.rename(app_fixture.folder.with_name("away"))
        app_fixture.folder.touch()  # no folder can be made here
        await person.wait(12)
        await person.press("n", "n", "n", "s")
        assert isinstance(person.screen, SummaryScreen)
        assert "Not saved yet; still in memory" in person.text("#saved")
        assert isinstance(person.app, FootcoachApp)
        assert person.app.launch
        keeper = person.app.launch.app_context.save_queue
        retrying = SaveRetry(person.app, keeper)
        retrying.retry()
        assert len(keeper.pending) == 1
        app_fixture.folder.unlink()
        app_fixture.folder.with_name("away").rename(app_fixture.folder)
        retrying.retry()
        await person.settle()
        assert person.notifications()[-1] == "What was in memory is saved now."
        assert len(app_fixture.history.all()) == 1


def test_nobody_is_woken_as_long_as_all_is_saved(app_fixture: AppFixture) -> None:
    keeper = SaveQueue(app_fixture.history)
    keeper.on_pending = lambda: pytest.fail("nothing is held")
    assert keeper.retry() == ""
