"""Leading through a session line by line: what is due is written, what is typed is obeyed."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from footcoach_tui.boundary.text import quote
from footcoach_tui.cli.plain.keyboard import Keyboard
from footcoach_tui.cli.plain.lines import event_line
from footcoach_tui.cues.cue_player import CuePlayer
from footcoach_tui.playback.live_session import LiveSession
from footcoach_tui.session import commands
from footcoach_tui.session.commands import PlayerCommand
from footcoach_tui.session.events import PlayerEvent
from footcoach_tui.session.player import Player
from footcoach_tui.text.cue import cue_for

MAX_WAIT = 0.5
"""Seconds of the real clock between two looks: less than what counts as a gap."""

KEY_HELP = (
    "Keys, each with enter: p pause or go on, n next, b back, r restart, + and - ten "
    "seconds, u undo, m mute, q leave; enter alone when a step waits for you."
)
_LETTERS: dict[str, PlayerCommand] = {
    "n": commands.Next(),
    "b": commands.Back(),
    "r": commands.Restart(),
    "+": commands.Adjust(10),
    "-": commands.Adjust(-10),
    "u": commands.Undo(),
    "": commands.Done(),
    "q": commands.Leave(),
}


@dataclass(frozen=True, slots=True)
class PlainPlayer:
    """Leads a person through a session; `write` is handed the lines for what happens, at once.

    `cues` are given besides, if there are any.
    """

    session: LiveSession
    keyboard: Keyboard
    write: Callable[[Iterable[str]], None]
    cues: CuePlayer | None = None

    @property
    def player(self) -> Player:
        """What plays it."""
        return self.session.player

    def play(self, stopped: Callable[[], object] = lambda: False) -> None:
        """Play to the end, or until `stopped` says yes: then the place is kept."""
        self._tell(commands.Resume() if self.player.has_begun else commands.Start())
        while not self.player.is_over:
            line = self.keyboard.read_line(self._wait())
            self._write(self.session.tick())
            if stopped():
                return
            if line is not None:
                self._obey(line.lower())
            elif self.player.due is None and not self.keyboard.is_open:
                self._answer_for_nobody()

    def _wait(self) -> float:
        """Seconds of the real clock until it is worth looking again."""
        wait = self.session.seconds_until_due()
        return MAX_WAIT if wait is None else min(MAX_WAIT, wait)

    def _obey(self, line: str) -> None:
        if line == "p":
            self._tell(commands.Pause() if self.player.is_running else commands.Resume())
        elif line == "m" and self.cues:
            self.cues.toggle_mute()
            self.write(["Every cue is off." if self.cues.is_muted else "Cues are on."])
        elif line in _LETTERS:
            self._tell(_LETTERS[line])
        else:
            self.write([f"{quote(line)} is no key.", KEY_HELP])

    def _answer_for_nobody(self) -> None:
        """Where the session stands and nobody can answer: go on, or wait no longer."""
        if self.player.is_over:
            return
        if not self.player.is_running:
            self._tell(commands.Resume())
            return
        self.write(["This step waits for a key, and nobody can press one here."])
        self._tell(commands.Leave())

    def _tell(self, command: PlayerCommand) -> None:
        self._write(self.session.send(command))

    def _write(self, events: Iterable[PlayerEvent]) -> None:
        events = tuple(events)
        if self.cues:
            self._give(self.cues, events)
        lines = [event_line(event, self.player) for event in events]
        self.write([line for line in (*lines, self.session.pop_warning()) if line])

    def _give(self, cues: CuePlayer, events: tuple[PlayerEvent, ...]) -> None:
        """Before the lines: writing may have to wait."""
        view = self.session.view()
        cue = cue_for(events, self.player.timeline, view)
        if cue:
            cues.play(cue)
        cues.show_progress(view)
