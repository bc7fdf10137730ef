"""The application: it opens the screens and knows the commands that hold everywhere.

It comes to the terminal in two steps. What is imported here is needed for the first picture, and
is little; the screens and all they show are fetched while that picture stands (see `opening`).
"""

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from footcoach_tui.app.appearance.adjuster import AppearanceAdjuster
from footcoach_tui.app.appearance.choose import Appearance
from footcoach_tui.app.appearance.themed_app import ThemedApp
from footcoach_tui.app.cards.sections import keys_card
from footcoach_tui.app.commands.bindings import bindings
from footcoach_tui.app.commands.table import KEY_COMMANDS_BY_ID
from footcoach_tui.app.screens.base import CommandScreen
from footcoach_tui.app.screens.loading import LoadingScreen
from footcoach_tui.app.screens.text_dialog import TextDialog
from footcoach_tui.settings.settings import Settings
from footcoach_tui.terminal.crash_log import CrashLog
from footcoach_tui.terminal.quality import Quality
from footcoach_tui.terminal.shutdown import ExitWatchdog

if TYPE_CHECKING:  # a name for the type checker only: see above
    from footcoach_tui.app.launch import Launch


class FootcoachApp(ThemedApp, inherit_bindings=False):
    """footcoach on a terminal."""

    TITLE = "footcoach"
    CSS_PATH = ["styles/app.tcss", "styles/three_panes.tcss"]  # noqa: RUF012 - as Textual has it
    # Columns: one pane with tabs, two panes, from 100 all three; then how wide they are.
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - as Textual has it
        (0, "-narrow"),
        (60, "-medium"),
        (80, "-roomy"),
        (100, "-wide"),
        (120, "-ample"),
        (160, "-grand"),
    ]
    # Rows: below 20 only content; from 30 also empty rows.
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012 - as Textual has it
        (0, "-short"),
        (20, "-tall"),
        (30, "-high"),
    ]
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("app.help", "app.suspend", "app.leave"),
        Binding("ctrl+q,ctrl+c", "command('app.leave')", "Leave", show=False),
    ]

    def __init__(
        self,
        settings: Settings,
        look: Appearance,
        opening: "Launch | Callable[[], Launch | None]",
        *,
        lifeline: ExitWatchdog | None = None,
        crash_log: CrashLog | None = None,
    ) -> None:
        """Be ready to run. On a real terminal there is a lifeline, and a log of what breaks.

        `opening` is what it opens with, or fetches that, in a thread of its own; None ends it.
        """
        # Before the palette is bound, which is not done by an id that a keymap could name.
        palette = settings.keys.get("app.palette", KEY_COMMANDS_BY_ID["app.palette"].keys)
        self.COMMAND_PALETTE_BINDING = palette[0]  # type: ignore[misc] # a setting of one app
        super().__init__(look, lifeline, crash_log)
        self._settings = settings
        self.launch: Launch | None = None if callable(opening) else opening
        """What it opens with, once that is there."""
        self._fetch = opening if callable(opening) else None
        self._appearance_adjuster = AppearanceAdjuster(self)
        self._actions: dict[str, Callable[[], None]] = {
            "app.help": self._help,
            "app.suspend": self._suspend,
            "app.leave": self._leave,
        }

    def get_default_screen(self) -> Screen[Any]:
        """The first picture, unless there is more to be shown at once; all others lie over it."""
        return LoadingScreen() if self._fetch else super().get_default_screen()

    def on_mount(self) -> None:
        """Take the person's keys, show the first picture, and fetch the rest."""
        self.set_keymap({name: ",".join(keys) for name, keys in self._settings.keys.items()})
        if self.launch:
            self.launch.push_screens(self)
        elif self._fetch:
            self.call_after_refresh(
                self.run_worker, partial(self._fetch_launch, self._fetch), thread=True
            )

    def action_command(self, command: str) -> None:
        """Carry out a command; the screen's own meaning of it comes first."""
        screen = self.screen
        if isinstance(screen, CommandScreen) and command in screen.actions:
            screen.action_command(command)
        elif command in self._actions:
            self._actions[command]()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """What the palette offers: every command that makes sense now, and the themes."""
        for command in KEY_COMMANDS_BY_ID.values():
            here = isinstance(screen, CommandScreen) and command.id in screen.actions
            if here and not screen.check_action("command", (command.id,)):
                continue
            if here or command.id in self._actions:
                yield SystemCommand(
                    command.label, command.help, lambda one=command.id: self.action_command(one)
                )
        yield SystemCommand("Theme", "Choose other colours.", self.action_change_theme)

    def on_shutdown(self) -> bool:
        """Make safe the session under way, for the app is to end; whether there was one."""
        were_under_way = [screen.suspend_session() for screen in self._command_screens()]
        return any(were_under_way)

    def show_skipped(self) -> None:
        """Show sessions as they are now."""
        for screen in self._command_screens():
            screen.show_skipped()

    def on_quality(self, level: Quality) -> None:
        """Be as plain as the line needs it."""
        self._appearance_adjuster.apply_quality(level)

    def _suspend(self) -> None:
        """Go back to the shell; a session waits paused, however short the absence."""
        for screen in self._command_screens():
            screen.pause()
        self.action_suspend_process()

    def _fetch_launch(self, fetch: "Callable[[], Launch | None]") -> None:
        self.call_from_thread(self._open, fetch())

    def _open(self, opening: "Launch | None") -> None:
        self.launch = opening
        if opening:
            opening.push_screens(self)
        else:
            self.exit()

    def _command_screens(self) -> list[CommandScreen]:
        return [screen for screen in self.screen_stack if isinstance(screen, CommandScreen)]

    def _help(self) -> None:
        self.push_screen(TextDialog(keys_card(self._settings.keys)))

    def _leave(self) -> None:
        self.exit()
