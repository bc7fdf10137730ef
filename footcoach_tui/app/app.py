"""The application: opens the screens, and runs the commands that are valid everywhere.

It starts in two steps. This module imports only what the first frame needs; the other screens are
loaded while that frame is on the terminal (see `launch`).
"""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding, BindingType
from textual.screen import Screen

from footcoach_tui.app.appearance.choose import Appearance
from footcoach_tui.app.appearance.themed_app import ThemedApp
from footcoach_tui.app.cards.sections import keys_card
from footcoach_tui.app.commands.bindings import bindings
from footcoach_tui.app.commands.command import KeyCommand
from footcoach_tui.app.commands.table import KEY_COMMANDS_BY_ID
from footcoach_tui.app.screens.base import CommandScreen
from footcoach_tui.app.screens.loading import LoadingScreen
from footcoach_tui.app.screens.text_dialog import TextDialog
from footcoach_tui.boundary.browser import is_in_browser
from footcoach_tui.settings.settings import Settings
from footcoach_tui.terminal.crash_log import CrashLog
from footcoach_tui.terminal.shutdown import ExitWatchdog

if TYPE_CHECKING:  # for the type checker only: see above
    from footcoach_tui.app.launch import Launch
    from footcoach_tui.app.screens.palette import PaletteEntry


class FootcoachApp(ThemedApp, inherit_bindings=False):
    """footcoach on a terminal."""

    TITLE = "footcoach"
    CSS_PATH = ["styles/app.tcss", "styles/three_panes.tcss"]  # noqa: RUF012 - as Textual has it
    # Columns: one pane with tabs, two panes, from 112 on all three; then their widths.
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - as Textual has it
        (0, "-narrow"),
        (60, "-medium"),
        (80, "-roomy"),
        (112, "-wide"),
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
        *bindings("app.help", "app.flags", "app.suspend", "app.leave"),
        Binding("ctrl+q,ctrl+c", "command('app.leave')", "Leave", show=False),
    ]

    def __init__(
        self,
        settings: Settings,
        appearance: Appearance,
        launch: "Launch | Callable[[], Launch | None]",
        *,
        watchdog: ExitWatchdog | None = None,
        crash_log: CrashLog | None = None,
    ) -> None:
        """`launch` opens the first screens, or loads them in a worker thread; None exits."""
        # Before the palette is bound, which is not done by an id that a keymap could name.
        palette = settings.keys.get("app.palette", KEY_COMMANDS_BY_ID["app.palette"].keys)
        self.COMMAND_PALETTE_BINDING = palette[0]  # type: ignore[misc] # a setting of one app
        super().__init__(appearance, watchdog, crash_log)
        self._settings = settings
        self.launch: Launch | None = None if callable(launch) else launch
        """None until it is loaded."""
        self._load_launch = launch if callable(launch) else None
        self._actions: dict[str, Callable[[], None]] = {
            "app.help": self._help,
            "app.flags": self._show_flags,
            "app.suspend": self._suspend,
            "app.leave": self._leave,
        }

    def get_default_screen(self) -> Screen[Any]:
        return LoadingScreen(self._open_home)

    def on_mount(self) -> None:
        """Set the user's keys, show the first frame, and load the rest."""
        self.set_keymap({name: ",".join(keys) for name, keys in self._settings.keys.items()})
        if self.launch:
            self.launch.push_screens(self)
        elif self._load_launch:
            self.call_after_refresh(
                self.run_worker, partial(self._fetch, self._load_launch), thread=True
            )

    def action_command(self, command: str) -> None:
        """Run a command; the screen's own one comes first."""
        screen = self.screen
        if isinstance(screen, CommandScreen) and command in screen.actions:
            screen.action_command(command)
        elif command in self._actions:
            self._actions[command]()

    def action_command_palette(self) -> None:
        """Open our own palette, once; it pauses a session."""
        from footcoach_tui.app.screens.palette import PaletteDialog, PaletteEntry  # noqa: PLC0415 - not for the first frame

        def run(entry: PaletteEntry | None) -> None:
            if entry:
                entry.run()

        if self.launch and not isinstance(self.screen, PaletteDialog):
            self._pause()
            self.push_screen(PaletteDialog(self.palette_entries(self.screen)), run)

    def palette_entries(self, screen: Screen[Any]) -> "Iterator[PaletteEntry]":
        """Yield what can be done now: commands, and themes; routines and exercises where none runs.

        No routine begins above a session, or above a question.
        """
        from footcoach_tui.app.screens.live import LiveScreen  # noqa: PLC0415 - not for the first frame
        from footcoach_tui.app.screens.palette import PaletteEntry, content_entries  # noqa: PLC0415 - the same

        bound = screen.active_bindings
        for command in KEY_COMMANDS_BY_ID.values():
            is_on_screen = isinstance(screen, CommandScreen) and command.id in screen.actions
            if is_on_screen and not screen.check_action("command", (command.id,)):
                continue
            if is_on_screen or command.id in self._actions:
                keys = self._settings.keys.get(command.id, command.keys)
                run = partial(self.action_command, command.id)
                is_taken = keys and keys[0] in bound and bound[keys[0]].binding.id != command.id
                label = KeyCommand.label_of(keys[0]) if keys and not is_taken else ""
                yield PaletteEntry(command.label, run, command.help, label)
        is_free = all(isinstance(each, CommandScreen) for each in self.screen_stack[1:])
        if (
            self.launch
            and is_free
            and not any(isinstance(each, LiveScreen) for each in self.screen_stack)
        ):
            yield from content_entries(self, self.launch.app_context)
        for theme in sorted(self.available_themes):
            yield PaletteEntry(f"Theme: {theme}", partial(setattr, self, "theme", theme))

    def on_shutdown(self) -> bool:
        """Save the live session, as the app must exit; return whether there was one."""
        was_live = [screen.suspend_session() for screen in self._command_screens()]
        return any(was_live)

    def show_skipped(self) -> None:
        for screen in self._command_screens():
            screen.show_skipped()

    def _pause(self) -> None:
        """Pause a session, as something covers it; it stays paused until the user resumes it."""
        for screen in self._command_screens():
            screen.pause()

    def _suspend(self) -> None:
        """Return to the shell; a session is paused, however short the absence."""
        if is_in_browser():
            self.notify("There is no shell behind a browser: close the page to leave.")
            return
        self._pause()
        self.action_suspend_process()

    def _open_home(self) -> None:
        if self.launch:
            self.launch.open_home(self)

    def _fetch(self, load: "Callable[[], Launch | None]") -> None:
        self.call_from_thread(self._open, load())

    def _open(self, launch: "Launch | None") -> None:
        self.launch = launch
        if launch:
            launch.push_screens(self)
        else:
            self.exit()

    def _command_screens(self) -> list[CommandScreen]:
        return [screen for screen in self.screen_stack if isinstance(screen, CommandScreen)]

    def _help(self) -> None:
        self._pause()
        self.push_screen(TextDialog(keys_card(self._settings.keys)))

    def _show_flags(self) -> None:
        self._pause()
        if self.launch:
            self.push_screen(TextDialog(self.launch.red_flags, is_of_flags=True))

    def _leave(self) -> None:
        self.exit()
