"""Quality of frames that a line can carry, judged by how late its answers are.

Answers can be late for no fault of the line: on an overloaded machine all programs are late, the
terminal included. So before the quality is lowered, a few queries are sent with no frame in
flight. Where such an answer is late too, the frames were not the cause.
"""

from collections import deque
from enum import IntEnum
from statistics import median


class Quality(IntEnum):
    """Quality of frames, from the best to the least."""

    FULL = 0
    FEWER_FRAMES = 1
    """Frames are skipped, as `FramePacer` does by itself."""
    SIXTEEN_COLOURS = 2
    """Half the bytes."""
    STILLS = 3
    """Only the countdown moves."""


_LATE, _SLOW, _SLOWEST = 0.1, 0.25, 1.0
"""Seconds beyond the line's best latency from which on there are fewer frames, sixteen colours,
stills."""

_FAST_BYTES_PER_SECOND = 20_000.0
"""Bytes a second of a line that can carry full quality again."""

_SAMPLES, _SAMPLE_INTERVAL = 5, 0.2
_SETTLE_SECONDS = 4.0
"""Seconds without judgement after a change, until the whole screen has got through."""
_RECOVERY_SECONDS = 30.0
"""Seconds for which a line must be fast before the quality rises: a change repaints the screen."""
_JITTER = 0.02
_PROBES, _PROBE_INTERVAL = 4, 0.4
"""Answers with no frame in flight, none of which may be half as late as those to frames; and
seconds between two of them, since a machine is busy now and then."""
_LARGE_FRAME, _CRAWL, _MAX_RATIO = 4000, 10_000.0, 1.25
"""Bytes of a frame that shows how many a second the line carries; how many are so few that no
probes are needed; and how much two frames may differ: the delays of a machine are less even."""
_CHECK_INTERVAL = 2.0
_CHECKS, _MAX_LATE_CHECKS = 5, 3
"""Probes at a lower quality, and how many of them are late where the line was not the cause."""
_LONGEST_REST = 60.0
"""Seconds without judgement, at most, where once more the line was not the cause: twice as many
each time."""


class QualityControl:
    """Lowers the quality while the line is slow, and raises it once it has long been fast.

    Times are seconds of a monotonic clock.
    """

    def __init__(self) -> None:
        self.quality = Quality.FULL
        self._delays: deque[float] = deque(maxlen=_SAMPLES)
        self._next_sample_at = float("-inf")
        self._fast_since: float | None = None
        self._suspected_delay: float | None = None
        self._probe_count = 0
        self._next_probe_at = float("-inf")
        self._rest_seconds = _SETTLE_SECONDS
        self._last_rate = 0.0
        self._late_checks: deque[bool] = deque(maxlen=_CHECKS)

    def is_one_at_a_time(self, now: float) -> bool:
        """Whether frames go one by one, so that there is time with none in flight."""
        return self._suspected_delay is not None or self.needs_probe(now)

    def needs_probe(self, now: float) -> bool:
        """Whether a query with no frame in flight is due."""
        is_watched = self._suspected_delay is not None or self.quality >= Quality.SIXTEEN_COLOURS
        return is_watched and now >= self._next_probe_at

    def on_answer(self, delay: float, size: int, now: float) -> None:
        """Judge an answer, `delay` seconds beyond the best latency, behind `size` bytes.

        Of answers that come together only the first counts: a line that was frozen is not slow.
        """
        if delay > _JITTER + size / _FAST_BYTES_PER_SECOND:
            self._fast_since = None
        elif self._fast_since is None:
            self._fast_since = now
        if self._crawls(delay, size) and self.quality < Quality.SIXTEEN_COLOURS:
            self._go_down(Quality.SIXTEEN_COLOURS, now)
            return
        if self._suspected_delay is not None:
            if size == 0:
                self._compare(self._suspected_delay, delay, now)
            return
        if size == 0 and self.quality >= Quality.SIXTEEN_COLOURS:
            self._check_cause(delay, now)
        if size == 0 or now < self._next_sample_at:
            return
        self._next_sample_at = now + _SAMPLE_INTERVAL
        self._delays.append(delay)
        if len(self._delays) == _SAMPLES:
            self._judge(median(self._delays), now)

    def _judge(self, typical: float, now: float) -> None:
        if self._sustainable(typical) > max(self.quality, Quality.FEWER_FRAMES):
            self._suspected_delay = typical
        elif self.quality < Quality.SIXTEEN_COLOURS:
            self.quality = self._sustainable(typical)
        elif self._fast_since is not None and now - self._fast_since >= _RECOVERY_SECONDS:
            self.quality = Quality.FULL

    def _compare(self, typical: float, delay: float, now: float) -> None:
        """Lower the quality once enough probes were early; dismiss the suspicion at a late one."""
        self._next_probe_at = now + _PROBE_INTERVAL
        self._probe_count += 1
        is_line_slow = delay <= typical / 2
        if is_line_slow and self._probe_count < _PROBES:
            return
        if is_line_slow:
            self._go_down(self._sustainable(typical), now)
        else:
            self._dismiss_suspicion(now)

    def _crawls(self, delay: float, size: int) -> bool:
        """Whether two large frames in a row took as long as only a slow line takes."""
        if size < _LARGE_FRAME:
            return False
        last_rate, self._last_rate = self._last_rate, size / max(delay, _JITTER)
        slower, faster = sorted((last_rate, self._last_rate))
        return faster <= _CRAWL and faster <= slower * _MAX_RATIO

    def _go_down(self, level: Quality, now: float) -> None:
        self.quality = level
        self._suspected_delay = None
        self._probe_count = 0
        self._delays.clear()
        self._next_sample_at = now + _SETTLE_SECONDS

    def _check_cause(self, delay: float, now: float) -> None:
        """Raise the quality at once where answers to probes are late as well."""
        self._next_probe_at = now + _CHECK_INTERVAL
        self._late_checks.append(delay >= _SLOW)
        if sum(self._late_checks) >= _MAX_LATE_CHECKS:
            self.quality = Quality.FULL
            self._dismiss_suspicion(now)

    def _dismiss_suspicion(self, now: float) -> None:
        """Judge nothing for a while, longer each time, as the line was not the cause."""
        self._suspected_delay = None
        self._probe_count = 0
        self._delays.clear()
        self._late_checks.clear()
        self._next_sample_at = now + self._rest_seconds
        self._rest_seconds = min(2 * self._rest_seconds, _LONGEST_REST)

    def _sustainable(self, delay: float) -> Quality:
        """Quality for a line whose frames are late by so many seconds."""
        if self.quality >= Quality.SIXTEEN_COLOURS:
            return Quality.STILLS if delay >= _SLOWEST else self.quality
        if delay >= _SLOW:
            return Quality.SIXTEEN_COLOURS
        return Quality.FEWER_FRAMES if delay >= _LATE else Quality.FULL
