"""Commands to the player, as values that can be stored and replayed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Start:
    """Begin the first step."""


@dataclass(frozen=True, slots=True)
class Pause:
    """Stop the clock."""


@dataclass(frozen=True, slots=True)
class Resume:
    """Continue from the pause, after a count-in."""


@dataclass(frozen=True, slots=True)
class Next:
    """Go to the next step; from the last one, end the session."""


@dataclass(frozen=True, slots=True)
class Back:
    """Go to the step before; from the first one, to its beginning."""


@dataclass(frozen=True, slots=True)
class Restart:
    """Do the present step again from its beginning."""


@dataclass(frozen=True, slots=True)
class Jump:
    """Go to the beginning of `step`, counted from 0."""

    step: int


@dataclass(frozen=True, slots=True)
class Adjust:
    """Make the present segment `seconds` longer, or shorter where negative."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Done:
    """End the present segment: self-paced work, a test, a get-ready, a rest or a change of side.

    `value` is the result of a test that is measured.
    """

    value: float | None = None


@dataclass(frozen=True, slots=True)
class Undo:
    """Take back the last move or change of length."""


@dataclass(frozen=True, slots=True)
class Finish:
    """End the session now and save it as finished."""


@dataclass(frozen=True, slots=True)
class Leave:
    """Abandon the session early."""


PlayerCommand = (
    Start | Pause | Resume | Next | Back | Restart | Jump | Adjust | Done | Undo | Finish | Leave
)
