"""Commands to the player, as values that can be stored and replayed."""

from dataclasses import dataclass

_MIN_EASED_SCORE = 3
_MIN_RED_SCORE = 6
_SHARP_SCORE = 5


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
class AddReps:
    """Add `reps` to the present set, on each side if they take turns; negative: take away."""

    reps: int


@dataclass(frozen=True, slots=True)
class Done:
    """End the present segment: self-paced work, a test, a get-ready, a rest or a change of side.

    `value` is the result of a test that is measured.
    """

    value: float | None = None


@dataclass(frozen=True, slots=True)
class Undo:
    """Take back the last move, change of length, or what was said to hurt."""


@dataclass(frozen=True, slots=True)
class Hurt:
    """Score, 0 to 10, of the pain in the present step. See also `SHARP`.

    From 3 on the next set of the step is halved; from 6 on, or if it is sharp, the step ends.
    """

    score: int
    is_sharp: bool = False

    @property
    def is_eased(self) -> bool:
        """Whether the step goes on, with less."""
        return self.score >= _MIN_EASED_SCORE and not self.ends_step

    @property
    def ends_step(self) -> bool:
        return self.is_sharp or self.score >= _MIN_RED_SCORE


SHARP = Hurt(_SHARP_SCORE, is_sharp=True)
"""Pain that is sharp or at one point, numbness, dizziness, a snap or a pop."""


@dataclass(frozen=True, slots=True)
class ReportFlags:
    """Red flags that are true, by id; none if the list was shown and none is."""

    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """Note on the present moment, in one line."""

    text: str


@dataclass(frozen=True, slots=True)
class Finish:
    """End the session now and save it as finished."""


@dataclass(frozen=True, slots=True)
class Leave:
    """Abandon the session early."""


PlayerCommand = (
    Start
    | Pause
    | Resume
    | Next
    | Back
    | Restart
    | Jump
    | Adjust
    | AddReps
    | Done
    | Undo
    | Hurt
    | ReportFlags
    | Note
    | Finish
    | Leave
)
