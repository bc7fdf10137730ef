"""Player of a plain session: prints what happens, and runs typed commands."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import ClassVar

from footcoach_tui.boundary.text import quote
from footcoach_tui.cli.plain.hurt import ask_flags, ask_hurt
from footcoach_tui.cli.plain.keyboard import Keyboard
from footcoach_tui.cli.plain.lines import event_line
from footcoach_tui.coach.decisions.pain import hurt_advice
from footcoach_tui.coach.rules.red_flags import RedFlag
from footcoach_tui.cues.cue_player import CuePlayer
from footcoach_tui.playback.live_session import LiveSession
from footcoach_tui.session import commands
from footcoach_tui.session.dose import Measurement
from footcoach_tui.session.events import PlayerEvent
from footcoach_tui.session.player import Player
from footcoach_tui.session.reps import adjustment
from footcoach_tui.session.timeline import SegmentKind
from footcoach_tui.session.view import SessionState
from footcoach_tui.text.cue import cue_for
from footcoach_tui.text.numbers import parse_result

_MAX_WAIT = 0.5
"""Seconds of the real clock between two ticks: less than what counts as a gap."""

_HURT = re.compile(r"h *([0-9]{0,2}|x|!)")
"""The key, and the score if it was typed with it."""

_SIGNS = {"+": 1, "-": -1}
_LETTERS: dict[str, commands.PlayerCommand] = {
    "n": commands.Next(),
    "b": commands.Back(),
    "r": commands.Restart(),
    "u": commands.Undo(),
    "": commands.Done(),
    "q": commands.Leave(),
}


@dataclass(frozen=True, slots=True)
class PlainPlayer:
    """Player of a session; `write` gets the lines of what happens, at once."""

    KEY_HELP: ClassVar = (
        "Keys, each with enter: p pause or resume, n next, b back, r restart, + and - a rep "
        "or ten seconds, u undo, h it hurts, m mute, q leave. Enter alone: finish a step that "
        "waits, or a test."
    )

    session: LiveSession
    keyboard: Keyboard
    write: Callable[[Iterable[str]], None]
    cues: CuePlayer | None = None
    flags: tuple[RedFlag, ...] = ()

    @property
    def player(self) -> Player:
        return self.session.player

    def play(self, is_stopped: Callable[[], object] = lambda: False) -> None:
        """Play to the end, or until `is_stopped`."""
        self._send(commands.Resume() if self.player.has_begun else commands.Start())
        while not self.player.is_over:
            line = self.keyboard.read_line(self._wait())
            self._write(self.session.tick())
            if is_stopped():
                return
            if line is not None:
                self._run_command(line.lower())
            elif not self.keyboard.is_open and self._needs_key:
                self._continue_alone()

    def _wait(self) -> float:
        """Seconds of the real clock until the next tick."""
        wait = self.session.seconds_until_due()
        return _MAX_WAIT if wait is None else min(_MAX_WAIT, wait)

    def _run_command(self, line: str) -> None:
        if line == "p":
            self._send(commands.Pause() if self.player.is_running else commands.Resume())
        elif line == "m" and self.cues:
            self.cues.toggle_mute()
            self.write(["Cues are off." if self.cues.is_muted else "Cues are on."])
        elif line in _SIGNS:
            segment = self.session.view().segment
            self._send(adjustment(self.player.timeline, segment, _SIGNS[line]))
        elif typed := _HURT.fullmatch(line):
            self._ask_hurt(typed[1])
        elif line in _LETTERS and (line or not self._is_measuring):
            self._send(_LETTERS[line])
        elif self._is_measuring:
            self._send_result(line)
        else:
            self.write([f"{quote(line)} is not a key.", self.KEY_HELP])

    def _ask_hurt(self, typed: str) -> None:
        """Ask how much the step hurts, with the clock stopped, and say what follows."""
        was_running = self.player.is_running
        self._send(commands.Pause())
        hurt = ask_hurt(typed, self.keyboard, self.write)
        if hurt:
            self._send(hurt)
        if self.player.is_over:
            return
        if hurt and hurt.ends_step:
            self._ask_flags(hurt_advice(hurt, "p"))
            return
        self.write(filter(None, [hurt_advice(hurt) if hurt else ""]))
        if was_running:
            self._send(commands.Resume())

    def _ask_flags(self, advice: str) -> None:
        """Ask for red flags; then say what to do, unless one ends the session."""
        flags = ask_flags(self.flags, self.keyboard, self.write)
        if flags is None:
            return
        self._send(commands.ReportFlags(tuple(flag.id for flag in flags)))
        if any(flag.urgency.ends_session for flag in flags):
            self._send(commands.Finish())
        else:
            self.write([*(flag.advice for flag in flags), advice])

    def _send_result(self, line: str) -> None:
        work = self.session.view().step.dose.work
        value = parse_result(line)
        if isinstance(work, Measurement) and value is not None and value <= work.most:
            self.write([f"Result: {value:g} {work.unit}"])
        self._send(commands.Done(value))

    @property
    def _is_measuring(self) -> bool:
        """Whether the result of a test is waited for."""
        view = self.session.view()
        return view.state is SessionState.WAITING and isinstance(view.step.dose.work, Measurement)

    @property
    def _needs_key(self) -> bool:
        """Whether the session cannot continue by itself: paused, waiting, or in a test."""
        return self.player.due is None or self.session.view().state is SessionState.COUNTING

    def _continue_alone(self) -> None:
        """Resume a paused session, or leave one that waits: the keyboard is closed."""
        if self.player.is_over:
            return
        if not self.player.is_running:
            self._send(commands.Resume())
            return
        if self.session.view().segment.kind is SegmentKind.AFTER_HOLD:
            self._send(commands.Done())
            return
        self.write(["This step waits for a key press, which is not possible here."])
        self._send(commands.Leave())

    def _send(self, command: commands.PlayerCommand) -> None:
        self._write(self.session.send(command))

    def _write(self, events: Iterable[PlayerEvent]) -> None:
        events = tuple(events)
        if self.cues:  # before the lines: writing may have to wait
            self._play_cues(self.cues, events)
        lines = [event_line(event, self.player) for event in events]
        self.write([line for line in (*lines, self.session.pop_warning()) if line])

    def _play_cues(self, cues: CuePlayer, events: tuple[PlayerEvent, ...]) -> None:
        view = self.session.view()
        cue = cue_for(events, self.player.timeline, view)
        if cue:
            cues.play(cue)
        cues.show_progress(view)
