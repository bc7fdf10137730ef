"""What a person can tell the player. Values, so that they can be kept and replayed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Start:
    """Begin the first step."""


@dataclass(frozen=True, slots=True)
class Pause:
    """Stop the clock here."""


@dataclass(frozen=True, slots=True)
class Resume:
    """Go on where it was paused, after a count-in."""


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
    """A step that waits is done; a get-ready, rest or change of side is over now."""


@dataclass(frozen=True, slots=True)
class Undo:
    """Take back the last move or change of length."""


@dataclass(frozen=True, slots=True)
class Finish:
    """End the session here, as one that is over."""


@dataclass(frozen=True, slots=True)
class Leave:
    """Go away from the session here."""


PlayerCommand = (
    Start | Pause | Resume | Next | Back | Restart | Jump | Adjust | Done | Undo | Finish | Leave
)
