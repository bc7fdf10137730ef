"""Events that the player reports. `at` is seconds since the start of the session, pauses included.

An event carries the time at which it fell due, not the time of the tick that found it: the same
commands at the same times give the same events, however often the player is asked.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Began:
    """Begin of a segment."""

    at: float
    segment: int


@dataclass(frozen=True, slots=True)
class Counted:
    """Count of the last seconds: `left` is 3, 2 or 1."""

    at: float
    left: int


@dataclass(frozen=True, slots=True)
class HalfWay:
    """Half of a long hold or part is done."""

    at: float


@dataclass(frozen=True, slots=True)
class Ended:
    """End of a segment that was done to its end."""

    at: float
    segment: int


@dataclass(frozen=True, slots=True)
class Paused:
    """Stop of the clock: by command, or after `gap` seconds without a tick (not counted)."""

    at: float
    gap: float = 0.0


@dataclass(frozen=True, slots=True)
class CountIn:
    """Begin of a count-in: the clock runs again in `seconds`."""

    at: float
    seconds: float


@dataclass(frozen=True, slots=True)
class Resumed:
    """The clock runs again."""

    at: float


@dataclass(frozen=True, slots=True)
class Moved:
    """Move from one step to another, or to the beginning of the same one."""

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
    """A command made no sense in this state; `reason` is a sentence for the user."""

    at: float
    reason: str


@dataclass(frozen=True, slots=True)
class Finished:
    """End of the session."""

    at: float


@dataclass(frozen=True, slots=True)
class LeftSession:
    """End of the session before its time."""

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
