"""The application: it opens the screens and knows the commands that hold everywhere."""

import os
from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from footcoach_tui.app.bindings import bindings
from footcoach_tui.app.commands import BY_ID
from footcoach_tui.app.keys_card import keys_card
from footcoach_tui.app.parts import Parts
from footcoach_tui.app.screens.card import CardScreen
from footcoach_tui.app.screens.commanded import CommandedScreen
from footcoach_tui.app.screens.home import HomeScreen
from footcoach_tui.app.screens.play import PlayScreen
from footcoach_tui.app.taking_up import TakingUp
from footcoach_tui.app.terminal.crash_log import CrashLog
from footcoach_tui.app.terminal.lifeline import Lifeline
from footcoach_tui.app.terminal.tethered import TetheredApp
from footcoach_tui.app.themes import OWN, pick
from footcoach_tui.playing.journals import CutOff
from footcoach_tui.session.routine import Routine


class FootcoachApp(TetheredApp, inherit_bindings=False):
    """footcoach on a terminal."""

    TITLE = "footcoach"
    CSS_PATH = "styles/app.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("app.help", "app.suspend", "app.leave"),
        Binding("ctrl+q,ctrl+c", "command('app.leave')", "Leave", show=False),
    ]

    def __init__(
        self,
        parts: Parts,
        routine: Routine | None = None,
        context: str = "",
        *,
        resume: CutOff | None = None,
        told: tuple[str, ...] = (),
        lifeline: Lifeline | None = None,
        crash_log: CrashLog | None = None,
    ) -> None:
        """Open at the start screen, or at a routine that is ready to be played.

        `resume` is a session to be taken up at once; `told` are sentences to be seen first. On a
        real terminal there is a lifeline, and a log of what breaks.
        """
        # Before the palette is bound, which is not done by an id that a keymap could name.
        palette = parts.settings.keys.get("app.palette", BY_ID["app.palette"].keys)
        self.COMMAND_PALETTE_BINDING = palette[0]  # type: ignore[misc] # a setting of one app
        super().__init__(lifeline, crash_log)
        self.parts = parts
        self._told = told
        self._first = (routine, context)
        self._resume = resume
        self._taking_up = TakingUp(self, parts)
        self._actions: dict[str, Callable[[], None]] = {
            "app.help": self._help,
            "app.suspend": self._suspend,
            "app.leave": self._leave,
        }

    def on_mount(self) -> None:
        """Dress, take the person's keys, and open the first screen."""
        for theme in OWN:
            self.register_theme(theme)
        self.theme = pick(self.parts.settings.theme, os.environ)
        self.set_keymap({name: ",".join(keys) for name, keys in self.parts.settings.keys.items()})
        self.push_screen(HomeScreen(self.parts))
        routine, context = self._first
        if routine:
            self.push_screen(PlayScreen(self.parts, routine, context))
        if self._resume:
            self._taking_up.take_up(self._resume)
        else:
            self.run_worker(self._taking_up.look, thread=True)
        for sentence in self._told:
            self.notify(sentence, severity="warning", markup=False, timeout=10)

    def action_command(self, command: str) -> None:
        """Carry out a command; the screen's own meaning of it comes first."""
        screen = self.screen
        if isinstance(screen, CommandedScreen) and command in screen.actions:
            screen.actions[command]()
        elif command in self._actions:
            self._actions[command]()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """What the palette offers: every command that makes sense now, and the themes."""
        for command in BY_ID.values():
            here = isinstance(screen, CommandedScreen) and command.id in screen.actions
            if here and not screen.check_action("command", (command.id,)):
                continue
            if here or command.id in self._actions:
                yield SystemCommand(
                    command.label, command.help, lambda one=command.id: self.action_command(one)
                )
        yield SystemCommand("Theme", "Choose other colours.", self.action_change_theme)

    def put_away(self) -> bool:
        """Make safe the session under way, for the app is to end; whether there was one."""
        were_under_way = [screen.put_away() for screen in self._sessions()]
        return any(were_under_way)

    def _suspend(self) -> None:
        """Go back to the shell; a session waits paused, however short the absence."""
        for screen in self._sessions():
            screen.stand_still()
        self.action_suspend_process()

    def _sessions(self) -> list[PlayScreen]:
        return [screen for screen in self.screen_stack if isinstance(screen, PlayScreen)]

    def _help(self) -> None:
        self.push_screen(CardScreen(keys_card(self.parts.settings.keys)))

    def _leave(self) -> None:
        self.exit()
