"""Exits at any moment: Textual mounts nothing more then, also of a screen half there."""

from collections.abc import Callable

import pytest
from app_fixture import AppFixture
from textual.app import App
from textual.css.query import NoMatches
from textual.widget import MountError, Widget

from footcoach_tui.app.app import FootcoachApp
from footcoach_tui.app.launch import Launch
from footcoach_tui.terminal.shutdown_app import ShutdownApp


class Half(App[None]):
    """An app as Textual has it: it leaves while its parts come, and then needs one."""

    def __init__(self, needs: Callable[[App[None]], object]) -> None:
        super().__init__()
        self._needs = needs

    def on_mount(self) -> None:
        self.exit()
        self._needs(self)


class HalfTethered(Half, ShutdownApp):
    """App that exits while its parts are mounted, with our fix."""


@pytest.mark.parametrize(
    ("screen", "composed"),
    [
        *(("", composed) for composed in range(0, 24, 3)),
        *(("test-routine", composed) for composed in range(0, 30, 3)),
    ],
)
async def test_one_can_leave_while_a_screen_comes(
    app_fixture: AppFixture, monkeypatch: pytest.MonkeyPatch, screen: str, composed: int
) -> None:
    """Left as the widget composes its parts that is the `composed`-th to do so."""
    routine = app_fixture.catalogue.routines[screen] if screen else None
    app = FootcoachApp(
        app_fixture.settings, app_fixture.appearance, Launch(app_fixture.context(), routine)
    )
    mount, seen = Widget.mount_composed_widgets, 0

    async def leaving(widget: Widget, widgets: list[Widget]) -> None:
        nonlocal seen
        if seen == composed:
            app.exit(return_code=5)
        seen += 1
        await mount(widget, widgets)

    monkeypatch.setattr(Widget, "mount_composed_widgets", leaving)
    await app.run_async(headless=True, size=(120, 36))
    assert app._exception is None
    assert app.return_code == 5


def looks(app: App[None]) -> None:
    app.query_one("#absent")


def mounts(_: App[None]) -> None:
    Widget().mount(Widget())


@pytest.mark.parametrize(("needs", "error"), [(looks, NoMatches), (mounts, MountError)])
async def test_what_is_missing_then_is_no_fault(
    needs: Callable[[App[None]], object], error: type[Exception]
) -> None:
    stock, ours = Half(needs), HalfTethered(needs)
    for app in (stock, ours):
        await app.run_async(headless=True)
    assert isinstance(stock._exception, error)
    assert ours._exception is None
