"""How much of an exercise: sets, sides, rests, and the work inside one set.

Lengths are in seconds. The work of a set is a row of **rounds** (a rep, a hold, a part, a bout),
each round a row of phases, with `gap` seconds between one round and the next.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar


class Sides(StrEnum):
    """How a step shares its work between the sides."""

    BOTH = "both"
    EACH = "each"
    ALTERNATING = "alternating"


class SideOrder(StrEnum):
    """For `Sides.EACH`: both sides in every set, or all sets of one side first."""

    ALTERNATE = "alternate"
    SIDE_FIRST = "side-first"


class PhaseKind(StrEnum):
    """What the body does in a phase."""

    MOVE = "move"
    HOLD = "hold"
    RELAX = "relax"


class Breath(StrEnum):
    """How to breathe in a phase."""

    IN = "in"
    OUT = "out"
    FREE = "free"


@dataclass(frozen=True, slots=True)
class Motion:
    """How the exercise's figure moves through its key poses, by their names.

    One pose is kept, two are from and to, more follow each other evenly; with `every` they go
    round in so many seconds. `linear` is without easing, for lowering under load. `lit` are the
    parts of the body that work or are stretched. No pose at all: nothing is drawn.
    """

    poses: tuple[str, ...] = ()
    every: float | None = None
    linear: bool = False
    lit: tuple[str, ...] = ()


NO_MOTION = Motion()


@dataclass(frozen=True, slots=True)
class Phase:
    """A named piece of a round, `seconds` long."""

    name: str
    seconds: float
    kind: PhaseKind
    cue: str = ""
    breath: Breath = Breath.FREE
    motion: Motion = NO_MOTION


Round = tuple[Phase, ...]


@dataclass(frozen=True, slots=True)
class Reps:
    """`reps` times the same phases, without a pause between."""

    word: ClassVar[str] = "rep"
    reps: int
    phases: Round

    @property
    def rounds(self) -> tuple[Round, ...]:
        """One round a rep."""
        return (self.phases,) * self.reps

    @property
    def gap(self) -> float:
        """Reps follow each other at once."""
        return 0.0


@dataclass(frozen=True, slots=True)
class Hold:
    """A position kept for `seconds`, `reps` times, `gap` seconds apart."""

    word: ClassVar[str] = "hold"
    seconds: float
    reps: int = 1
    gap: float = 0.0
    motion: Motion = NO_MOTION

    @property
    def rounds(self) -> tuple[Round, ...]:
        """One round a hold."""
        hold = Phase("hold", self.seconds, PhaseKind.HOLD, motion=self.motion)
        return ((hold,),) * self.reps


@dataclass(frozen=True, slots=True)
class Timed:
    """Parts that follow each other, each with its own length, done once."""

    word: ClassVar[str] = "part"
    segments: Round

    @property
    def rounds(self) -> tuple[Round, ...]:
        """One round a part."""
        return tuple((part,) for part in self.segments)

    @property
    def gap(self) -> float:
        """Parts follow each other at once."""
        return 0.0


@dataclass(frozen=True, slots=True)
class Bouts:
    """`bouts` stretches of continuous movement, `gap` seconds apart."""

    word: ClassVar[str] = "bout"
    bouts: int
    seconds: float
    gap: float
    motion: Motion = NO_MOTION

    @property
    def rounds(self) -> tuple[Round, ...]:
        """One round a bout."""
        bout = Phase("go", self.seconds, PhaseKind.MOVE, motion=self.motion)
        return ((bout,),) * self.bouts


@dataclass(frozen=True, slots=True)
class SelfPaced:
    """`reps` at the person's own pace: the clock waits for them."""

    word: ClassVar[str] = "rep"
    reps: int

    @property
    def rounds(self) -> tuple[Round, ...]:
        """None that a clock could count."""
        return ()

    @property
    def gap(self) -> float:
        """Nothing to keep apart."""
        return 0.0


Work = Reps | Hold | Timed | Bouts | SelfPaced


@dataclass(frozen=True, slots=True)
class Dose:
    """The work of one set, how often it is done, on which sides, and the waits around it.

    `prep` goes before the step, `rest` between sets, `switch` between the sides. For
    `Sides.ALTERNATING` the sides take turns round by round, and each does every round.
    `effort` is the target range on the 0-10 scale.
    """

    work: Work
    sets: int = 1
    prep: float = 8.0
    rest: float = 20.0
    sides: Sides = Sides.BOTH
    order: SideOrder = SideOrder.ALTERNATE
    switch: float = 0.0
    effort: tuple[int, int] | None = None
    load: str = ""
