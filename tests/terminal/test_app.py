"""In a test an app is as any other; and what is under way is put away once."""

import os
from pathlib import Path

import pytest
from textual.app import App

from footcoach_tui.terminal.crash_log import CrashLog
from footcoach_tui.terminal.shutdown_app import ShutdownApp


class Told(ShutdownApp):
    """Something is under way in it; its keys break it."""

    put = 0

    def on_shutdown(self) -> bool:
        self.put += 1
        return True

    def on_key(self) -> None:
        raise KeyError("toe")


@pytest.mark.parametrize("has_log", [True, False])
async def test_in_a_test_an_error_comes_to_the_test(tmp_path: Path, *, has_log: bool) -> None:
    app = Told(crash_log=CrashLog(tmp_path) if has_log else None)
    with pytest.raises(KeyError, match="toe"):
        async with app.run_test() as pilot:
            await pilot.press("a")
    assert not os.listdir(tmp_path)  # noqa: PTH208 - a path would have to be awaited


async def test_without_a_lifeline_a_terminal_that_is_gone_ends_the_app() -> None:
    app = Told()
    async with app.run_test() as pilot:
        app.terminal_gone()
        await pilot.pause()
    assert app.return_code == 129
    assert app.is_session_saved
    assert app.put == 1


async def test_it_is_put_away_once_however_many_reasons_there_are() -> None:
    app = Told()
    async with app.run_test() as pilot:
        app.terminal_gone()
        app.terminal_gone()
        await pilot.pause()
    assert app.put == 1


def test_an_error_of_the_app_s_end_is_written_down(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: App[None]) -> None:
        raise KeyError("toe")

    monkeypatch.setattr(App, "run", fail)
    log = CrashLog(tmp_path)
    assert Told(crash_log=log).run_safely() == 70
    assert "KeyError: 'toe'" in log.message(is_session_saved=False)
    with pytest.raises(KeyError):
        Told().run_safely()
