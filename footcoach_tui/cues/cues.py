"""Giving cues: each one by all channels there are, at once, without waiting for any of them."""

import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from threading import Thread
from typing import Protocol

from footcoach_tui.cues import osc
from footcoach_tui.cues.channels import Channels, Plan, opened
from footcoach_tui.session.cue import Cue, CueKind
from footcoach_tui.session.view import State, View

RINGS: dict[CueKind, tuple[float, ...]] = {
    CueKind.READY: (0.0,),
    CueKind.START: (0.0,),
    CueKind.PHASE: (0.0,),
    CueKind.HALF_WAY: (0.0, 0.2),
    CueKind.LAST: (0.0,),
    CueKind.SIDE: (0.0, 0.2, 0.4),
    CueKind.REST: (0.0, 0.5),
    CueKind.WAIT: (0.0, 0.2, 0.4),
    CueKind.PAUSED: (),
    CueKind.RESUMED: (0.0,),
    CueKind.END: (0.0, 0.5, 1.0),
}
"""Seconds after the cue at which the bell rings: a terminal has one bell only."""

ANEW = 10.0
"""Seconds of the session after which progress is told anew though it is the same: Ghostty takes
it away after 15 (ghostty.org/docs/vt/osc/conemu)."""

_STILL = (State.READY, State.PAUSED, State.FINISHED, State.LEFT)


class Out(Protocol):
    """The way to the terminal. None of it waits."""

    def ring(self) -> None:
        """Ring the bell."""
        ...

    def send(self, sequence: str) -> None:
        """Send an escape sequence."""
        ...

    def later(self, seconds: float, do: Callable[[], None]) -> None:
        """Do something so much later."""
        ...

    def at_the_end(self, sequence: str) -> None:
        """Send this, however we end: also where nobody can call `close`."""
        ...


class Cues:
    """The cues of one session. What there is for them is looked for beside, when it is made."""

    def __init__(
        self,
        out: Out,
        first: Plan,
        find: Callable[[], Plan] | None = None,
        *,
        speed: float = 1.0,
        remember: Callable[[Mapping[str, str]], object] = lambda _: None,
    ) -> None:
        """`first` holds until `find`, which is called in a thread, has answered.

        `speed` is how much faster than the real clock the session runs. `remember` is told at the
        end why channels fell silent, "" for those that did not.
        """
        self.is_muted = False
        self._out = out
        self._speed = speed
        self._remember = remember
        self._channels = opened(first)
        self._is_cut = False
        self._shown: tuple[int, float] | None = None
        self._looking: Thread | None = None
        if find:
            self._looking = Thread(target=self._look_around, args=(find,), daemon=True)
            self._looking.start()

    @property
    def is_silent(self) -> bool:
        """Whether nothing can be heard or pop up, muted or not."""
        plan = self._channels.plan
        return not (plan.bell or plan.notify or plan.sound or plan.speech)

    @property
    def channels(self) -> Channels:
        """The channels, as far as they are known by now."""
        return self._channels

    def settle(self, seconds: float = 2.0) -> None:
        """Wait until it is known what there is, at most so long."""
        if self._looking:
            self._looking.join(seconds)

    def give(self, cue: Cue) -> None:
        """Give a cue, unless muted. A sentence under way ends where the last seconds begin."""
        channels = self._channels
        speech = channels.speech
        if speech and cue.kind is CueKind.LAST:
            speech.program.hush()
        if self.is_muted:
            return
        self._sound(cue.kind, channels)
        sentence = cue.sentence(self._speed)
        if speech and sentence:
            speech.speak(sentence)
        if channels.plan.notify and cue.notice:
            self._send(osc.notification(channels.plan.notify, cue.notice))

    def follow(self, view: View) -> None:
        """Show how far the session is, if that has changed; nothing while it stands."""
        if not self._channels.plan.progress:
            return
        if view.state in _STILL:
            self._clear()
            return
        total = view.session_total
        percent = round(100 * (1 - view.session_left / total)) if total > 0 else 0
        at = view.session_left
        if self._shown and self._shown[0] == percent and abs(self._shown[1] - at) < ANEW:
            return
        if self._shown is None:
            clear = osc.wrapped(osc.progress(None), self._channels.plan.wrapping)
            self._out.at_the_end(clear)
        self._shown = (percent, at)
        self._send(osc.progress(percent))

    def mute(self) -> None:
        """Be silent, at once; or not any more."""
        self.is_muted = not self.is_muted
        if self.is_muted:
            self._hush()

    def close(self) -> None:
        """The session is over: what tells its end is still heard to its own."""
        self._clear()
        for program in self._channels.programs:
            program.finish()
        self._remember(self._channels.troubles())

    def cut(self) -> None:
        """End at once, with every program; nothing is heard or shown any more."""
        if self._is_cut:
            return
        self._is_cut = True
        self._clear()
        for program in self._channels.programs:
            program.close()
        self._remember(self._channels.troubles())

    def linger(self, seconds: float) -> None:
        """After `close`: wait until the end is heard, at most so long; then be silent."""
        until = time.monotonic() + seconds
        for program in self._channels.programs:
            program.join(max(0.0, until - time.monotonic()))
            program.close()

    def _look_around(self, find: Callable[[], Plan]) -> None:
        with suppress(Exception):  # no cue is worth an error
            self._channels = opened(find())

    def _sound(self, kind: CueKind, channels: Channels) -> None:
        """Play a tone; ring the bell where none can be played, or none was ever heard yet."""
        sound = channels.sound
        if sound and sound.program.is_usable:
            sound.play(kind)
            if sound.program.is_proven:
                return
        if channels.plan.bell:
            for seconds in RINGS[kind]:
                self._out.later(seconds, self._ring) if seconds else self._ring()

    def _ring(self) -> None:
        if not (self.is_muted or self._is_cut):
            self._out.ring()

    def _hush(self) -> None:
        for program in self._channels.programs:
            program.hush()

    def _clear(self) -> None:
        if self._shown is not None:
            self._shown = None
            self._send(osc.progress(None))

    def _send(self, sequence: str) -> None:
        self._out.send(osc.wrapped(sequence, self._channels.plan.wrapping))
