"""What the disk did not take is tried again by itself, and spelled out if all fails."""

import pytest
from person import Opened
from studio import Studio

from footcoach_tui.app.app import FootcoachApp
from footcoach_tui.app.keeping import Keeper
from footcoach_tui.app.retrying import Retrying
from footcoach_tui.app.screens.summary import SummaryScreen


async def test_it_is_saved_as_soon_as_there_is_room(studio: Studio, opened: Opened) -> None:
    async with opened("test-routine") as person:
        await person.press("space")
        studio.folder.rename(studio.folder.with_name("away"))
        studio.folder.touch()  # no folder can be made here
        await person.press("n", "n", "n")
        assert isinstance(person.screen, SummaryScreen)
        assert "Not saved yet, kept in memory" in person.text("#headline")
        assert isinstance(person.app, FootcoachApp)
        assert person.app.opening
        keeper = person.app.opening.parts.keeper
        retrying = Retrying(person.app, keeper)
        retrying.retry()
        assert len(keeper.held) == 1
        studio.folder.unlink()
        studio.folder.with_name("away").rename(studio.folder)
        retrying.retry()
        await person.settle()
        assert person.told()[-1] == "What was kept in memory is saved now."
        assert len(studio.history.all()) == 1


def test_nobody_is_woken_as_long_as_all_is_saved(studio: Studio) -> None:
    keeper = Keeper(studio.history)
    keeper.wake = lambda: pytest.fail("nothing is held")
    assert keeper.retry() == ""
