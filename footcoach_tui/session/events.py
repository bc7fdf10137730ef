"""What the player reports. `at` is seconds since the session was started, pauses included.

An event tells when a thing was due, not when somebody looked: the same commands at the same times
give the same events however often the player is asked.
"""

from dataclasses import dataclass
from enum import StrEnum


class PauseReason(StrEnum):
    """Why the clock stands still."""

    ASKED = "asked"
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class Began:
    """A segment begins."""

    at: float
    segment: int


@dataclass(frozen=True, slots=True)
class Counted:
    """`left` whole seconds (3, 2, 1) are left of what is being counted."""

    at: float
    left: int


@dataclass(frozen=True, slots=True)
class HalfWay:
    """Half of a long hold or part is done."""

    at: float


@dataclass(frozen=True, slots=True)
class Ended:
    """A segment was seen through to its end."""

    at: float
    segment: int


@dataclass(frozen=True, slots=True)
class Paused:
    """The clock stands still; after a gap, `gap` seconds were not counted."""

    at: float
    reason: PauseReason
    gap: float = 0.0


@dataclass(frozen=True, slots=True)
class CountIn:
    """The clock goes on in `seconds`."""

    at: float
    seconds: float


@dataclass(frozen=True, slots=True)
class Resumed:
    """The clock goes on."""

    at: float


@dataclass(frozen=True, slots=True)
class Moved:
    """The person went from one step to another, or to the beginning of the same one."""

    at: float
    from_step: int
    to_step: int


@dataclass(frozen=True, slots=True)
class Adjusted:
    """The present segment is `seconds` longer than before (negative: shorter)."""

    at: float
    seconds: float


@dataclass(frozen=True, slots=True)
class Undone:
    """The last move or change of length was taken back."""

    at: float


@dataclass(frozen=True, slots=True)
class Refused:
    """A command made no sense here; `why` is a sentence for the person."""

    at: float
    reason: str


@dataclass(frozen=True, slots=True)
class Finished:
    """The session is over."""

    at: float


@dataclass(frozen=True, slots=True)
class LeftSession:
    """The person left the session before its end."""

    at: float


PlayerEvent = (
    Began
    | Counted
    | HalfWay
    | Ended
    | Paused
    | CountIn
    | Resumed
    | Moved
    | Adjusted
    | Undone
    | Refused
    | Finished
    | LeftSession
)
