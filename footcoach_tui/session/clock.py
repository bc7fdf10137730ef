"""Moments and clocks. The player is given each moment; it never reads a clock."""

from typing import NamedTuple, Protocol


class Instant(NamedTuple):
    """Moment on two clocks, in seconds: one that never jumps, and the time since 1970.

    The first measures; the second only shows that the machine was asleep.
    """

    monotonic: float
    wall: float


class Clock(Protocol):
    """Source of the present moment."""

    def now(self) -> Instant: ...
