"""Dose of an exercise: sets, sides, rests, and the work inside one set.

Lengths are in seconds. The work of a set is a sequence of **rounds** (a rep, a hold, a part, a
bout), each round a sequence of phases, with `gap` seconds between one round and the next.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import ClassVar

from footcoach_tui.session.side import Side


class Sides(StrEnum):
    """Sides on which a step is done."""

    BOTH = "both"
    EACH = "each"
    ALTERNATING = "alternating"


class SideOrder(StrEnum):
    """Order for `Sides.EACH`: both sides in every set, or all sets of one side first."""

    ALTERNATE = "alternate"
    SIDE_FIRST = "side-first"


class PhaseKind(StrEnum):
    """Kind of muscle work in a phase."""

    MOVE = "move"
    HOLD = "hold"
    RELAX = "relax"


class Breath(StrEnum):
    """Breathing in a phase."""

    IN = "in"
    OUT = "out"
    FREE = "free"


@dataclass(frozen=True, slots=True)
class Motion:
    """Movement of the exercise's figure through its key poses, by their names.

    One pose is a still, two are from and to, more follow each other evenly; with `every` they
    repeat in cycles of so many seconds. `linear` is without easing, for lowering under load. `lit`
    are the parts of the body that work or are stretched. Without a pose nothing is drawn.
    """

    poses: tuple[str, ...] = ()
    every: float | None = None
    linear: bool = False
    lit: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Phase:
    """Named piece of a round, `seconds` long."""

    name: str
    seconds: float
    kind: PhaseKind
    cue: str = ""
    breath: Breath = Breath.FREE
    motion: Motion = Motion()


_Round = tuple[Phase, ...]


@dataclass(frozen=True, slots=True)
class Reps:
    """Repetitions of the same phases, without a pause between."""

    word: ClassVar[str] = "rep"
    gap: ClassVar[float] = 0.0
    reps: int
    phases: tuple[Phase, ...]

    @property
    def rounds(self) -> tuple[_Round, ...]:
        return (self.phases,) * self.reps


@dataclass(frozen=True, slots=True)
class Hold:
    """Position held for `seconds`, `reps` times, `gap` seconds apart."""

    word: ClassVar[str] = "hold"
    seconds: float
    reps: int = 1
    gap: float = 0.0
    motion: Motion = Motion()

    @property
    def rounds(self) -> tuple[_Round, ...]:
        hold = Phase("hold", self.seconds, PhaseKind.HOLD, motion=self.motion)
        return ((hold,),) * self.reps


@dataclass(frozen=True, slots=True)
class Timed:
    """Parts that follow each other, each with its own length, done once."""

    word: ClassVar[str] = "part"
    gap: ClassVar[float] = 0.0
    segments: tuple[Phase, ...]

    @property
    def rounds(self) -> tuple[_Round, ...]:
        return tuple((part,) for part in self.segments)


@dataclass(frozen=True, slots=True)
class Bouts:
    """Bouts of continuous movement, `gap` seconds apart."""

    word: ClassVar[str] = "bout"
    bouts: int
    seconds: float
    gap: float
    motion: Motion = Motion()

    @property
    def rounds(self) -> tuple[_Round, ...]:
        bout = Phase("go", self.seconds, PhaseKind.MOVE, motion=self.motion)
        return ((bout,),) * self.bouts


@dataclass(frozen=True, slots=True)
class SelfPaced:
    """Repetitions at the person's own pace: no rounds to count, the session waits for them."""

    word: ClassVar[str] = "rep"
    gap: ClassVar[float] = 0.0
    rounds: ClassVar[tuple[_Round, ...]] = ()
    reps: int


@dataclass(frozen=True, slots=True)
class CountUp:
    """Test against the timer, which counts up until the person stops, at most `limit` seconds.

    With a `beat`, in beats a minute, two beats are a rep. `error` is the error of the
    measurement, in a sentence.
    """

    word: ClassVar[str] = "try"
    gap: ClassVar[float] = 0.0
    limit: float
    beat: float = 0.0
    error: str = ""
    motion: Motion = Motion()

    @property
    def rounds(self) -> tuple[_Round, ...]:
        name = "as many as you can" if self.beat else "as long as you can"
        return ((Phase(name, self.limit, PhaseKind.MOVE, motion=self.motion),),)


@dataclass(frozen=True, slots=True)
class Measurement:
    """Test whose result the person types: a number up to `most`, in `unit`.

    `question` asks for it; `error` is the error of the measurement, in a sentence.
    """

    word: ClassVar[str] = "try"
    gap: ClassVar[float] = 0.0
    rounds: ClassVar[tuple[_Round, ...]] = ()
    unit: str
    question: str
    most: float
    error: str = ""
    motion: Motion = Motion()


Work = Reps | Hold | Timed | Bouts | SelfPaced | CountUp | Measurement

_MIN_HALVED_REPS = 3
_MIN_HALVED_SECONDS = 10.0
_FEW_HOLDS = 3
_HOLD_STEP = 5.0
"""Seconds of which a halved hold is a multiple."""


def halved_work(work: Work) -> Work:
    """Return half the work of a set, never more than it was; a test stays as it is.

    Half the reps, holds or bouts, rounded up, and at least 3 reps. Of a single bout, of parts, and
    of up to three holds that are long enough, half the seconds: rounded down (to 5 seconds, or to
    one for parts), and at least 10.
    """
    if isinstance(work, Reps | SelfPaced):
        return replace(work, reps=min(work.reps, max(_MIN_HALVED_REPS, -(-work.reps // 2))))
    if isinstance(work, Hold):
        is_short = work.reps > 1 and work.seconds < 2 * _MIN_HALVED_SECONDS
        if work.reps > _FEW_HOLDS or is_short:
            return replace(work, reps=-(-work.reps // 2))
        return replace(work, seconds=_halved_seconds(work.seconds, _HOLD_STEP))
    if isinstance(work, Bouts):
        if work.bouts > 1:
            return replace(work, bouts=-(-work.bouts // 2))
        return replace(work, seconds=_halved_seconds(work.seconds, _HOLD_STEP))
    if isinstance(work, Timed):
        parts = (replace(part, seconds=_halved_seconds(part.seconds, 1)) for part in work.segments)
        return replace(work, segments=tuple(parts))
    return work


def _halved_seconds(seconds: float, step: float) -> float:
    return min(seconds, max(_MIN_HALVED_SECONDS, seconds / 2 // step * step))


@dataclass(frozen=True, slots=True)
class Dose:
    """Work of one set, number of sets, sides, and the waits around them.

    `prep` comes before the step, `rest` between sets, `switch` between the sides. For
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

    def sets_in_order(self, first: Side) -> Iterator[tuple[int, Side]]:
        """Yield number and side of the sets; an alternating set begins on the first side."""
        numbers = range(1, self.sets + 1)
        if self.sides is Sides.BOTH:
            yield from ((number, Side.BOTH) for number in numbers)
        elif self.sides is Sides.ALTERNATING:
            yield from ((number, first) for number in numbers)
        elif self.order is SideOrder.SIDE_FIRST:
            yield from ((number, side) for side in (first, first.other) for number in numbers)
        else:
            yield from ((number, side) for number in numbers for side in (first, first.other))
