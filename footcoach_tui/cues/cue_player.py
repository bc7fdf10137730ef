"""Player of the cues: each goes to all channels at once, without waiting."""

import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from threading import Thread
from typing import Protocol

from footcoach_tui.cues import osc
from footcoach_tui.cues.plan import CueChannels, CuePlan
from footcoach_tui.session.view import SessionState, SessionView
from footcoach_tui.text.cue import Cue, CueKind

_BELL_TIMES: dict[CueKind, tuple[float, ...]] = {
    CueKind.READY: (0.0,),
    CueKind.START: (0.0,),
    CueKind.PHASE: (0.0,),
    CueKind.HALF_WAY: (0.0, 0.2),
    CueKind.LAST: (0.0,),
    CueKind.BEAT: (0.0,),
    CueKind.SIDE: (0.0, 0.2, 0.4),
    CueKind.REST: (0.0, 0.5),
    CueKind.WAIT: (0.0, 0.2, 0.4),
    CueKind.PAUSED: (),
    CueKind.RESUMED: (0.0,),
    CueKind.END: (0.0, 0.5, 1.0),
}
"""Seconds after the cue at which the bell rings: rhythm, since a bell has only one sound."""

_PROGRESS_REFRESH = 10.0
"""Seconds of the session after which unchanged progress is sent again: Ghostty removes it after 15
(ghostty.org/docs/vt/osc/conemu)."""

_STILL = (SessionState.READY, SessionState.PAUSED, SessionState.FINISHED, SessionState.LEFT)


class CueOutput(Protocol):
    """Output to the terminal. No method waits."""

    def ring(self) -> None:
        """Send a BEL."""

    def send(self, sequence: str) -> None:
        """Send an escape sequence."""

    def call_later(self, seconds: float, do: Callable[[], None]) -> None:
        """Call a function after a delay."""

    def send_at_exit(self, sequence: str) -> None:
        """Register a sequence to send at exit, however the process ends."""


class CuePlayer:
    """Player of one session's cues; the channels are looked up in a thread."""

    def __init__(
        self,
        out: CueOutput,
        first: CuePlan,
        find: Callable[[], CuePlan] | None = None,
        *,
        speed: float = 1.0,
        remember: Callable[[Mapping[str, str]], object] = lambda _: None,
    ) -> None:
        """Use the plan `first` until `find`, called in a thread, has returned a better one.

        `speed` is relative to the real clock. `remember` is called at the end with the reasons
        why channels fell silent, "" for those that did not.
        """
        self.is_muted = False
        self._out = out
        self._speed = speed
        self._remember = remember
        self.channels = CueChannels.open(first)
        self._is_aborted = False
        self._sent_progress: tuple[int, float] | None = None
        self._search: Thread | None = None
        if find:
            self._search = Thread(target=self._find_channels, args=(find,), daemon=True)
            self._search.start()

    @property
    def is_silent(self) -> bool:
        """Whether no channel can be heard or notify, muted or not."""
        plan = self.channels.plan
        return not (plan.bell or plan.notify or plan.sound or plan.speech)

    def wait_until_ready(self, seconds: float = 2.0) -> None:
        """Wait until the channels are known, at most `seconds`."""
        if self._search:
            self._search.join(seconds)

    def play(self, cue: Cue) -> None:
        """Give a cue, unless muted. The last seconds cut off a sentence that is still spoken."""
        channels = self.channels
        speech = channels.speech
        if speech and cue.kind is CueKind.LAST:
            speech.program.cancel()
        if self.is_muted:
            return
        self._sound(cue.kind, channels)
        sentence = cue.sentence(self._speed)
        if speech and sentence:
            speech.speak(sentence)
        if channels.plan.notify and cue.notice:
            self._send(osc.notification_sequence(channels.plan.notify, cue.notice))

    def show_progress(self, view: SessionView) -> None:
        """Send the progress if it has changed; remove it while the session does not run."""
        if not self.channels.plan.progress:
            return
        if view.state in _STILL:
            self._clear()
            return
        left, total = view.session_left, view.session_total
        percent = round(100 * (1 - left / total)) if total > 0 else 0
        if self._sent_progress:
            last_percent, last_left = self._sent_progress
            if last_percent == percent and abs(last_left - left) < _PROGRESS_REFRESH:
                return
        else:
            self._out.send_at_exit(self._wrap(osc.progress_sequence(None)))
        self._sent_progress = (percent, left)
        self._send(osc.progress_sequence(percent))

    def toggle_mute(self) -> None:
        """Toggle mute; muting silences all running programs at once."""
        self.is_muted = not self.is_muted
        if self.is_muted:
            for program in self.channels.programs:
                program.cancel()

    def close(self) -> None:
        """End the session; cues already given are played to their end."""
        self._clear()
        for program in self.channels.programs:
            program.finish()
        self._remember(self.channels.failures())

    def abort(self) -> None:
        """End at once: kill every program and remove the progress."""
        if self._is_aborted:
            return
        self._is_aborted = True
        self._clear()
        for program in self.channels.programs:
            program.close()
        self._remember(self.channels.failures())

    def drain(self, seconds: float) -> None:
        """Wait after `close` until the programs end, at most `seconds`, then kill them."""
        until = time.monotonic() + seconds
        for program in self.channels.programs:
            program.join(max(0.0, until - time.monotonic()))
            program.close()

    def _find_channels(self, find: Callable[[], CuePlan]) -> None:
        with suppress(Exception):  # a failed lookup leaves the first plan
            self.channels = CueChannels.open(find())

    def _sound(self, kind: CueKind, channels: CueChannels) -> None:
        """Play a tone; ring the bell as well until a tone has been played without error."""
        sound = channels.sound
        if sound and sound.program.is_usable:
            sound.play(kind)
            if sound.program.has_succeeded:
                return
        if channels.plan.bell:
            for seconds in _BELL_TIMES[kind]:
                self._out.call_later(seconds, self._ring) if seconds else self._ring()

    def _ring(self) -> None:
        if not (self.is_muted or self._is_aborted):
            self._out.ring()

    def _clear(self) -> None:
        if self._sent_progress is not None:
            self._sent_progress = None
            self._send(osc.progress_sequence(None))

    def _send(self, sequence: str) -> None:
        self._out.send(self._wrap(sequence))

    def _wrap(self, sequence: str) -> str:
        return self.channels.plan.multiplexer.wrap(sequence)
