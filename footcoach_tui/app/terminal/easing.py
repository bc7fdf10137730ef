"""How plain pictures must be for a line, judged by how long its answers take."""

from collections import deque
from enum import IntEnum
from statistics import median


class Level(IntEnum):
    """What a line can bear, from the best to the least."""

    FULL = 0
    FEWER = 1
    """Pictures are left out: the pace does so by itself."""
    SIXTEEN = 2
    """Sixteen colours, which take half the bytes."""
    STILLS = 3
    """Nothing moves but the count."""


LATE, SLOW, SLOWEST = 0.1, 0.25, 1.0
"""Seconds by which answers are later than the line needs at best, from which on there are fewer
pictures, sixteen colours, stills."""

QUICK_BYTES = 20_000.0
"""Bytes a second: a line that is seen to carry so many can have everything again."""

_SAMPLES = 5
_APART = 0.2
_SETTLED = 4.0
"""Seconds for the whole screen in its new colours to get through; nothing is judged meanwhile."""
_PROVED = 30.0
"""Seconds for which a line must be quick before it is trusted: each change repaints the screen."""
_JITTER = 0.02


class Easing:
    """Goes down a level when the line stays slow, and up again when it has been quick for long.

    Times are seconds of a clock that never goes back.
    """

    def __init__(self) -> None:
        """Begin with everything."""
        self.level = Level.FULL
        self._late: deque[float] = deque(maxlen=_SAMPLES)
        self._judged_from = float("-inf")
        self._quick_since: float | None = None

    def answered(self, late: float, size: int, now: float) -> None:
        """An answer came, `late` seconds later than one to nothing; `size` bytes were before it.

        Of answers that come together only the first counts: a line that was frozen is not slow.
        """
        if late > _JITTER + size / QUICK_BYTES:
            self._quick_since = None
        elif self._quick_since is None:
            self._quick_since = now
        if now < self._judged_from:
            return
        self._judged_from = now + _APART
        self._late.append(late)
        self._go(self._judged(now), now)

    def _judged(self, now: float) -> Level:
        if len(self._late) < _SAMPLES:
            return self.level
        usual = median(self._late)
        if self.level >= Level.SIXTEEN:
            if self._quick_since is not None and now - self._quick_since >= _PROVED:
                return Level.FULL
            return Level.STILLS if usual >= SLOWEST else self.level
        if usual >= SLOW:
            return Level.SIXTEEN
        return Level.FEWER if usual >= LATE else Level.FULL

    def _go(self, level: Level, now: float) -> None:
        if level > max(self.level, Level.FEWER):
            self._late.clear()
            self._judged_from = now + _SETTLED
        self.level = level
