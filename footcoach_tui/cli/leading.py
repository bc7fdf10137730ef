"""Leading through a session line by line: what is due is written, what is typed is obeyed."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from footcoach_tui.boundary.text import quoted
from footcoach_tui.cli.keyboard import Keyboard
from footcoach_tui.cli.plain_words import line_of
from footcoach_tui.session import commands as tell
from footcoach_tui.session.events import Event
from footcoach_tui.session.instant import Clock
from footcoach_tui.session.player import Player

LONGEST_WAIT = 0.5
"""Seconds of the real clock between two looks: less than what counts as a gap."""

KEYS = (
    "Keys, each with enter: p pause or go on, n next, b back, r restart, + and - ten "
    "seconds, u undo, q leave; enter alone when a step waits for you."
)
_LETTERS: dict[str, tell.Command] = {
    "n": tell.Next(),
    "b": tell.Back(),
    "r": tell.Restart(),
    "+": tell.Adjust(10),
    "-": tell.Adjust(-10),
    "u": tell.Undo(),
    "": tell.Done(),
    "q": tell.Leave(),
}


@dataclass(frozen=True, slots=True)
class Leader:
    """Leads a person through what `player` plays, on a clock `speed` times as fast as the real one.

    `write` is handed the lines for what happens, at once when it happens.
    """

    player: Player
    keyboard: Keyboard
    clock: Clock
    write: Callable[[Iterable[str]], None]
    speed: float = 1.0

    def lead(self, stopped: Callable[[], object] = lambda: False) -> None:
        """Play to the end, or until `stopped` says yes; what is left then is not done."""
        self._tell(tell.Start())
        while not self.player.is_over:
            line = self.keyboard.line(self._wait())
            self._write(self.player.tick(self.clock.now()))
            if stopped():
                self.stop()
            elif line is not None:
                self._obey(line.lower())
            elif self.player.due is None and not self.keyboard.is_open:
                self._answer_for_nobody()

    def stop(self) -> None:
        """Leave the session if it is under way, without a word."""
        if self.player.has_begun and not self.player.is_over:
            self.player.do(tell.Leave(), self.clock.now())

    def _wait(self) -> float:
        """Seconds of the real clock until it is worth looking again."""
        if self.player.due is None:
            return LONGEST_WAIT
        left = (self.player.due - self.clock.now().monotonic) / self.speed
        return max(0.0, min(LONGEST_WAIT, left))

    def _obey(self, line: str) -> None:
        if line == "p":
            self._tell(tell.Pause() if self.player.is_running else tell.Resume())
        elif line in _LETTERS:
            self._tell(_LETTERS[line])
        else:
            self.write([f"{quoted(line)} is no key.", KEYS])

    def _answer_for_nobody(self) -> None:
        """Where the session stands and nobody can answer: go on, or wait no longer."""
        if self.player.is_over:
            return
        if not self.player.is_running:
            self._tell(tell.Resume())
            return
        self.write(["This step waits for a key, and nobody can press one here."])
        self._tell(tell.Leave())

    def _tell(self, command: tell.Command) -> None:
        self._write(self.player.do(command, self.clock.now()))

    def _write(self, events: Iterable[Event]) -> None:
        self.write([line for line in (line_of(event, self.player) for event in events) if line])
