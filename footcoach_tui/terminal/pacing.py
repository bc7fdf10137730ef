"""Frame pacing: the next frame may be drawn once the terminal has shown the ones before it.

Behind each frame goes a query, and the terminal answers it when it has shown the frame. So the
bytes in flight are known wherever they wait: pseudo-terminals, sshd and networks buffer a hundred
kilobytes without notice.
"""

import math
from collections import deque
from typing import NamedTuple

from footcoach_tui.terminal.quality import Quality, QualityControl

_MAX_QUERIES = 40
"""Distinct numbers of queries: each is a column, and screens have that many."""
_FRAMES_PER_SECOND = 12.0
_INPUT_INTERVAL = 0.05
"""Seconds between frames on a terminal that has never answered, for replies to keys."""
_EXIT_WAIT = (1.0, 3.0)
"""Seconds, at least and at most, to wait at the exit for an answer that is due: a terminal that
answers at all will answer, and late where the machine is busy."""
_FIRST_EXIT_WAIT = 1.5
"""Seconds for a terminal that has not answered yet: its answer may come by satellite. One that
never answers soon gets no more queries."""
_MIN_EXIT_WAIT = 0.5
"""Seconds to wait in any case: the delay before the exit may have delayed the terminal too."""
_MAX_UNANSWERED = 20
"""Queries without any answer after which no more are sent."""
_MAX_BYTES = 2000
"""Bytes in flight from which on there is no room: a whole screen is sent by itself."""
_MAX_FRAMES = 24
"""Frames in flight, however far away the terminal is."""
_RETRY_SECONDS = 2.0
"""Seconds after which a query is sent again, as it may have been lost; then twice that."""


_QUICK_SECONDS = 0.02
"""Seconds of the last answer up to which not every frame needs a query: writing and reading them
is a third of what a session costs."""
_FRAMES_PER_QUERY = 3


class _Query(NamedTuple):
    number: int
    sent_at: float
    size: int
    """Bytes of the frames since the query before it."""
    bytes_ahead: int
    """Bytes of all frames in flight with it."""


class FramePacer:
    """Queries and answers of one terminal. Times are seconds of a monotonic clock."""

    MOTION_INTERVAL = 0.2
    """Seconds between frames that only move, on a terminal that has never answered."""
    SILENT_SECONDS = 1.5
    """Seconds without a due answer from which on a bell would come too late."""
    DEAD_SECONDS = 12.0
    """Seconds without a due answer from which on the connection is lost: longer than a hiccup of
    ten seconds."""

    def __init__(self, frames_per_second: float = _FRAMES_PER_SECOND) -> None:
        self._frames_per_second = frames_per_second
        self._quality_control = QualityControl()
        self._open: deque[_Query] = deque()
        self._number = 0
        self._retries = 0
        self._unasked, self._unasked_bytes = 0, 0
        self._drawn_at = -math.inf
        self._last_input_at = -math.inf
        self._fastest = math.inf
        self._last_latency = 0.0

    @property
    def has_answered(self) -> bool:
        return self._fastest < math.inf

    @property
    def unanswered(self) -> int:
        """Number of queries without an answer yet."""
        return len(self._open)

    @property
    def quality(self) -> Quality:
        return self._quality_control.quality

    def seconds_until_draw(self, now: float, *, moving: bool) -> float:
        """Seconds until a frame may be drawn, 0 for now; infinite if an answer must come first.

        One frame less may be in flight for motion, so that replies to keys never wait for it.
        """
        if not self.has_answered:
            return max(
                0.0, self._drawn_at + (self.MOTION_INTERVAL if moving else _INPUT_INTERVAL) - now
            )
        if sum(query.size for query in self._open) >= _MAX_BYTES:
            return math.inf
        in_flight = round(self._fastest * self._frames_per_second)
        if self._quality_control.is_one_at_a_time(now):
            in_flight = 0
        limit = min(1 + in_flight + (not moving), _MAX_FRAMES)
        return 0.0 if len(self._open) < limit else math.inf

    def on_drawn(self, now: float, size: int) -> int:
        """Note a frame of so many bytes. Returns the number of the query to send, 0 for none."""
        self._drawn_at = now
        if self.has_given_up:
            return 0
        self._unasked += 1
        self._unasked_bytes += size
        if (
            self._is_quick(now)
            and self._unasked < _FRAMES_PER_QUERY
            and self._unasked_bytes < _MAX_BYTES
        ):
            return 0
        return self._query(now, self._unasked_bytes)

    def probe(self, now: float) -> int:
        """Number of a query with no frame in flight, where one is needed; else 0."""
        return (
            0 if self._open or not self._quality_control.needs_probe(now) else self._query(now, 0)
        )

    def retry(self, now: float) -> int:
        """Number of a query without a frame, as an answer may have been lost; 0 for none."""
        if self.has_given_up or len(self._open) >= _MAX_QUERIES - 1:
            return 0
        self._retries += 1
        return self._query(now, 0)

    def seconds_until_retry(self, now: float) -> float:
        """Seconds until `retry` is due; infinite if every query is answered."""
        if not self._open or self.has_given_up:
            return math.inf
        wait = max(_RETRY_SECONDS, 2 * self._last_latency) * 2.0**self._retries
        return max(0.0, self._open[-1].sent_at + wait - now)

    def on_answer(self, number: int, now: float) -> None:
        """Note an answer, which is one to all queries before it too.

        An unknown number counts as the oldest one: terminals with fewer columns send such, and
        those that answer with the row.
        """
        self._last_input_at = now
        if not self._open:
            return
        numbers = [query.number for query in self._open]
        index = numbers.index(number) if number in numbers else 0
        for _ in range(index):
            self._open.popleft()
        query = self._open.popleft()
        self._retries = 0
        self._last_latency = max(0.0, now - query.sent_at)
        self._fastest = min(self._fastest, self._last_latency)
        self._quality_control.on_answer(self._last_latency - self._fastest, query.bytes_ahead, now)

    def on_input(self, now: float) -> None:
        """Note other input, which proves that the connection is alive."""
        self._last_input_at = now

    def silent_seconds(self, now: float) -> float:
        """Seconds of silence while an answer is due; 0 if the terminal never answers."""
        if not self.has_answered or not self._open:
            return 0.0
        return max(0.0, now - max(self._open[0].sent_at, self._last_input_at))

    def exit_wait(self, now: float) -> float:
        """Seconds to wait at the exit, so that no answer is left for the shell."""
        if not self._open:
            return 0.0
        shortest, longest = _EXIT_WAIT
        passed = now - self._open[-1].sent_at
        if passed > longest:
            return 0.0
        wait = min(longest, max(shortest, 2 * self._last_latency))
        return max(_MIN_EXIT_WAIT, (wait if self.has_answered else _FIRST_EXIT_WAIT) - passed)

    @property
    def has_given_up(self) -> bool:
        """Whether so many queries stayed without an answer that no more are sent."""
        return not self.has_answered and len(self._open) >= _MAX_UNANSWERED

    def _is_quick(self, now: float) -> bool:
        """Whether the line is so quick that a few frames need no query."""
        is_judged = self.quality or self._quality_control.is_one_at_a_time(now)
        is_clear = self.has_answered and not self._open and not is_judged
        return is_clear and self._last_latency <= _QUICK_SECONDS

    def _query(self, now: float, size: int) -> int:
        self._unasked, self._unasked_bytes = 0, 0
        self._number = self._number % _MAX_QUERIES + 1
        bytes_ahead = size + sum(query.size for query in self._open)
        self._open.append(_Query(self._number, now, size, bytes_ahead))
        return self._number
