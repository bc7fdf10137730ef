"""How plain pictures must be for a line, judged by how long its answers take.

Answers can be late for no fault of the line: where the machine is overloaded all of us are late,
whoever reads and whoever answers. So before anything gets plainer, the terminal is asked a few
times with no picture on the way. Where such an answer is late too, it was not the pictures.
"""

from collections import deque
from enum import IntEnum
from statistics import median


class Quality(IntEnum):
    """What a line can bear, from the best to the least."""

    FULL = 0
    FEWER_FRAMES = 1
    """Pictures are left out: the pace does so by itself."""
    SIXTEEN_COLOURS = 2
    """Sixteen colours, which take half the bytes."""
    STILLS = 3
    """Nothing moves but the count."""


_LATE, _SLOW, _SLOWEST = 0.1, 0.25, 1.0
"""Seconds by which answers are later than the line needs at best, from which on there are fewer
pictures, sixteen colours, stills."""

_QUICK_BYTES_PER_SECOND = 20_000.0
"""Bytes a second: a line that is seen to carry so many can have everything again."""

_SAMPLES = 5
_APART = 0.2
_SETTLED = 4.0
"""Seconds for the whole screen in its new colours to get through; nothing is judged meanwhile."""
_PROVED = 30.0
"""Seconds for which a line must be quick before it is trusted: each change repaints the screen."""
_JITTER = 0.02
_PROOFS, _PROOFS_APART = 4, 0.4
"""Answers with no picture on the way, none of which may be half as late as those to pictures; and
seconds between two of them, since a machine is busy now and then."""
_TELLING, _CRAWL, _ALIKE = 4000, 10_000.0, 1.25
"""Bytes before an answer that tell how many a second the line carries; how many are so few that it
needs no proof; and how much two that follow each other may differ: a machine is not as even."""
_LATER_APART = 2.0
_LATER, _LATE_OF_THEM = 5, 3
"""The same once it is plainer, and how many of the last may be late until it was not the line."""
_LONGEST_REST = 60.0
"""Seconds for which nothing is judged, at most, when once more it was not the line: twice as many
each time."""


class QualityControl:
    """Goes down a level when the line stays slow, and up again when it has been quick for long.

    Times are seconds of a clock that never goes back.
    """

    def __init__(self) -> None:
        """Begin with everything."""
        self.quality = Quality.FULL
        self._late: deque[float] = deque(maxlen=_SAMPLES)
        self._judged_from = float("-inf")
        self._quick_since: float | None = None
        self._suspected: float | None = None
        self._proofs = 0
        self._proof_from = float("-inf")
        self._rest = _SETTLED
        self._carried = 0.0
        self._empty: deque[bool] = deque(maxlen=_LATER)

    def is_one_at_a_time(self, now: float) -> bool:
        """Whether pictures should go one by one, so that there is time with none on the way."""
        return self._suspected is not None or self.needs_probe(now)

    def needs_probe(self, now: float) -> bool:
        """Whether it should be seen how late an answer is with no picture on the way."""
        is_watched = self._suspected is not None or self.quality >= Quality.SIXTEEN_COLOURS
        return is_watched and now >= self._proof_from

    def answered(self, late: float, size: int, now: float) -> None:
        """An answer came, `late` seconds later than one to nothing; `size` bytes were before it.

        Of answers that come together only the first counts: a line that was frozen is not slow.
        """
        if late > _JITTER + size / _QUICK_BYTES_PER_SECOND:
            self._quick_since = None
        elif self._quick_since is None:
            self._quick_since = now
        if self._crawls(late, size) and self.quality < Quality.SIXTEEN_COLOURS:
            self._go_down(Quality.SIXTEEN_COLOURS, now)
            return
        if self._suspected is not None:
            if size == 0:
                self._compare(self._suspected, late, now)
            return
        if size == 0 and self.quality >= Quality.SIXTEEN_COLOURS:
            self._look_back(late, now)
        if size == 0 or now < self._judged_from:
            return
        self._judged_from = now + _APART
        self._late.append(late)
        if len(self._late) == _SAMPLES:
            self._judge(median(self._late), now)

    def _judge(self, usual: float, now: float) -> None:
        if self._sustainable(usual) > max(self.quality, Quality.FEWER_FRAMES):
            self._suspected = usual
        elif self.quality < Quality.SIXTEEN_COLOURS:
            self.quality = self._sustainable(usual)
        elif self._quick_since is not None and now - self._quick_since >= _PROVED:
            self.quality = Quality.FULL

    def _compare(self, usual: float, late: float, now: float) -> None:
        """Go down once enough answers to nothing were early; stay where one was late too."""
        self._proof_from = now + _PROOFS_APART
        self._proofs += 1
        is_slow = late <= usual / 2
        if is_slow and self._proofs < _PROOFS:
            return
        if is_slow:
            self._go_down(self._sustainable(usual), now)
        else:
            self._dismiss_suspicion(now)

    def _crawls(self, late: float, size: int) -> bool:
        """Whether two large pictures, one after the other, took as long as only a line takes."""
        if size < _TELLING:
            return False
        before, self._carried = self._carried, size / max(late, _JITTER)
        slower, quicker = sorted((before, self._carried))
        return quicker <= _CRAWL and quicker <= slower * _ALIKE

    def _go_down(self, level: Quality, now: float) -> None:
        self.quality = level
        self._suspected = None
        self._proofs = 0
        self._late.clear()
        self._judged_from = now + _SETTLED

    def _look_back(self, late: float, now: float) -> None:
        """Go up at once where it turns out that answers to nothing are late as well."""
        self._proof_from = now + _LATER_APART
        self._empty.append(late >= _SLOW)
        if sum(self._empty) >= _LATE_OF_THEM:
            self.quality = Quality.FULL
            self._dismiss_suspicion(now)

    def _dismiss_suspicion(self, now: float) -> None:
        """It was not the line: judge nothing for a while, and longer each time."""
        self._suspected = None
        self._proofs = 0
        self._late.clear()
        self._empty.clear()
        self._judged_from = now + self._rest
        self._rest = min(2 * self._rest, _LONGEST_REST)

    def _sustainable(self, usual: float) -> Quality:
        """What a line can bear whose pictures are late by so many seconds."""
        if self.quality >= Quality.SIXTEEN_COLOURS:
            return Quality.STILLS if usual >= _SLOWEST else self.quality
        if usual >= _SLOW:
            return Quality.SIXTEEN_COLOURS
        return Quality.FEWER_FRAMES if usual >= _LATE else Quality.FULL
