"""When the next picture may be drawn: as soon as the terminal has come to the ones before it.

Behind each picture goes a question, and the terminal answers it when it has shown the picture. So
what waits on the line is known, whoever holds it back: pseudo-terminals, sshd and networks take
a hundred kilobytes without a word.
"""

import math
from collections import deque
from typing import NamedTuple

from footcoach_tui.terminal.quality import Quality, QualityControl

_MAX_QUESTIONS = 40
"""Questions that can be told apart: each has a column of its own, and screens have that many."""

_FRAMES_PER_SECOND = 12.0
"""Pictures a second that are wanted."""

MOTION_INTERVAL, _INPUT_INTERVAL = 0.2, 0.05
"""Seconds between pictures on a terminal that has never answered, for what moves by itself and
for the rest, which is what the person does."""

SILENT_SECONDS = 1.5
"""Seconds without the answer that is due, from which on nobody is there to hear a bell."""

DEAD_SECONDS = 12.0
"""The same, from which on the line counts as dead: more than a pause of ten seconds."""

_PATIENCE = (1.0, 3.0)
"""Seconds, at least and at most, to wait at the end for an answer that is due: whoever answers at
all will answer, and be late where the machine is busy."""
_UNKNOWN = 1.5
"""The same for a terminal that has not answered yet: it may be about to, over a line by satellite.
One that never answers is soon asked no more."""
_AT_LEAST = 0.5
"""Seconds to wait once the end has come: what kept us from it may have kept the terminal too."""
_IN_VAIN = 20
"""Questions that a terminal may leave unanswered before it is asked no more."""
_ROOMY = 2000
"""Bytes on the way, from which on there is no room for more: a whole screen is sent by itself."""
_MOST = 24
"""Pictures on the way at most, however far the terminal is."""
_AGAIN = 2.0
"""Seconds after which a question is asked again, as it may have been lost; then twice that."""


class _Question(NamedTuple):
    number: int
    at: float
    size: int
    """Bytes of the picture before it."""
    ahead: int
    """Bytes of all pictures that were on the way with it."""


class FramePacer:
    """One terminal's answers. Times are seconds of a clock that never goes back."""

    def __init__(self, frames: float = _FRAMES_PER_SECOND) -> None:
        """Nothing was asked yet; `frames` a second are wanted."""
        self._frames = frames
        self._quality_control = QualityControl()
        self._open: deque[_Question] = deque()
        self._number = 0
        self._tried = 0
        self._drawn_at = -math.inf
        self._alive_at = -math.inf
        self._quickest = math.inf
        self._last_took = 0.0

    @property
    def has_answered(self) -> bool:
        """Whether this is a terminal that answers."""
        return self._quickest < math.inf

    @property
    def unanswered(self) -> int:
        """Questions that are on the way."""
        return len(self._open)

    @property
    def quality(self) -> Quality:
        """How plain the pictures should be."""
        return self._quality_control.quality

    def seconds_until_draw(self, now: float, *, moving: bool) -> float:
        """Seconds until a picture may be drawn, 0 for now; infinite if an answer must come first.

        Of what is `moving` by itself one picture less may be on the way: keys never wait for it.
        """
        if not self.has_answered:
            return max(0.0, self._drawn_at + (MOTION_INTERVAL if moving else _INPUT_INTERVAL) - now)
        if sum(question.size for question in self._open) >= _ROOMY:
            return math.inf
        together = (
            0
            if self._quality_control.is_one_at_a_time(now)
            else round(self._quickest * self._frames)
        )
        allowed = 1 + together + (not moving)
        return 0.0 if len(self._open) < min(allowed, _MOST) else math.inf

    def on_drawn(self, now: float, size: int) -> int:
        """A picture of so many bytes is sent. The number to ask behind it, 0 for none."""
        self._drawn_at = now
        return 0 if self.has_given_up else self._ask(now, size)

    def probe(self, now: float) -> int:
        """Ask with no picture on the way, where that must be known. The number, 0 for no need."""
        return 0 if self._open or not self._quality_control.needs_probe(now) else self._ask(now, 0)

    def retry(self, now: float) -> int:
        """Ask without a picture, as an answer may have been lost. The number to ask, 0 for none."""
        if self.has_given_up or len(self._open) >= _MAX_QUESTIONS - 1:
            return 0
        self._tried += 1
        return self._ask(now, 0)

    def seconds_until_retry(self, now: float) -> float:
        """Seconds until `ask_again`; infinite if nothing is unanswered."""
        if not self._open or self.has_given_up:
            return math.inf
        patience = max(_AGAIN, 2 * self._last_took) * 2.0**self._tried
        return max(0.0, self._open[-1].at + patience - now)

    def on_answer(self, number: int, now: float) -> None:
        """An answer came; it stands for those before it too. A number unknown is the next one.

        That is what terminals with fewer columns send, and those that answer with the row.
        """
        self._alive_at = now
        if not self._open:
            return
        numbers = [question.number for question in self._open]
        place = numbers.index(number) if number in numbers else 0
        for _ in range(place):
            self._open.popleft()
        question = self._open.popleft()
        self._tried = 0
        self._last_took = max(0.0, now - question.at)
        self._quickest = min(self._quickest, self._last_took)
        self._quality_control.answered(self._last_took - self._quickest, question.ahead, now)

    def on_input(self, now: float) -> None:
        """Something else came from the terminal: the line lives."""
        self._alive_at = now

    def silent_seconds(self, now: float) -> float:
        """Seconds for which an answer has been due and nothing has come; 0 if it never answers."""
        if not self.has_answered or not self._open:
            return 0.0
        return max(0.0, now - max(self._open[0].at, self._alive_at))

    def exit_wait(self, now: float) -> float:
        """Seconds that are worth waiting at the end, so that no answer is left for the shell."""
        if not self._open:
            return 0.0
        due = min(_PATIENCE[1], max(_PATIENCE[0], 2 * self._last_took))
        passed = now - self._open[-1].at
        if passed > _PATIENCE[1]:
            return 0.0
        return max(_AT_LEAST, (due if self.has_answered else _UNKNOWN) - passed)

    @property
    def has_given_up(self) -> bool:
        """Whether it was asked often enough in vain."""
        return not self.has_answered and len(self._open) >= _IN_VAIN

    def _ask(self, now: float, size: int) -> int:
        self._number = self._number % _MAX_QUESTIONS + 1
        ahead = size + sum(question.size for question in self._open)
        self._open.append(_Question(self._number, now, size, ahead))
        return self._number
