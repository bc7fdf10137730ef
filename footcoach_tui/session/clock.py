"""A moment, as two clocks tell it. The player is handed moments; it never asks for one."""

from typing import NamedTuple, Protocol


class Instant(NamedTuple):
    """Seconds on a clock that never jumps, and seconds since 1970 on one that may.

    The first measures; the second only betrays that the machine was asleep.
    """

    monotonic: float
    wall: float


class Clock(Protocol):
    """Where moments come from."""

    def now(self) -> Instant:
        """The present moment."""
        ...
