"""Events that the player reports.

An event carries the time at which it fell due, not the time of the tick that found it: the same
commands at the same times give the same events, however often the player is asked.
"""

from dataclasses import dataclass

from footcoach_tui.session.commands import PlayerCommand


@dataclass(frozen=True, slots=True)
class _Event:
    """Event at a time `at`, in seconds since the start of the session, pauses included."""

    at: float


@dataclass(frozen=True, slots=True)
class Began(_Event):
    """Start of a segment."""

    segment: int


@dataclass(frozen=True, slots=True)
class Counted(_Event):
    """Count of the last seconds: `left` is 3, 2 or 1."""

    left: int


@dataclass(frozen=True, slots=True)
class Beat(_Event):
    """Beat of a test: on one up, on the next down."""


@dataclass(frozen=True, slots=True)
class HalfWay(_Event):
    """Half of a long hold or part is done."""


@dataclass(frozen=True, slots=True)
class Ended(_Event):
    """End of a segment that was done to its end."""

    segment: int


@dataclass(frozen=True, slots=True)
class Paused(_Event):
    """Stop of the clock: by command, or after `gap` seconds without a tick (not counted)."""

    gap: float = 0.0


@dataclass(frozen=True, slots=True)
class CountIn(_Event):
    """Start of a count-in: the clock runs again in `seconds`."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Resumed(_Event):
    """The clock runs again."""


@dataclass(frozen=True, slots=True)
class Moved(_Event):
    """Move to the beginning of a step."""


@dataclass(frozen=True, slots=True)
class Adjusted(_Event):
    """The present segment is `seconds` longer than before (negative: shorter)."""

    seconds: float


@dataclass(frozen=True, slots=True)
class RepsAdded(_Event):
    """The present set has `reps` more than before (negative: fewer)."""

    reps: int


@dataclass(frozen=True, slots=True)
class Undone(_Event):
    """The last move or change of length was taken back; it was made by `command`."""

    command: PlayerCommand | None = None


@dataclass(frozen=True, slots=True)
class Refused(_Event):
    """A command made no sense in this state; `reason` is a sentence for the user."""

    reason: str


@dataclass(frozen=True, slots=True)
class Finished(_Event):
    """End of the session."""


@dataclass(frozen=True, slots=True)
class LeftSession(_Event):
    """End of the session before its time."""


PlayerEvent = (
    Began
    | Beat
    | Counted
    | HalfWay
    | Ended
    | Paused
    | CountIn
    | Resumed
    | Moved
    | Adjusted
    | RepsAdded
    | Undone
    | Refused
    | Finished
    | LeftSession
)
