"""What a routine is: a row of steps, each an exercise with its dose, and when to do it."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from footcoach_tui.session.dose import Dose
from footcoach_tui.session.exercise import Equipment, Exercise, Level, Source, SourceStatus

DEFAULT_RANK = 100
"""The place in lists of a routine that asks for none; lower stands first."""


@dataclass(frozen=True, slots=True)
class Gate:
    """What must be true before a step or routine is done; an empty gate lets all pass.

    `pain_max` is on the 0-10 scale; `requires` are sentences a person can answer with yes;
    `exclude` are conditions under which it is left out.
    """

    pain_max: int | None = None
    min_level: Level | None = None
    requires: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()

    @property
    def conditions(self) -> tuple[str, ...]:
        """Each condition as a line of its own, all of which must hold."""
        lines: list[str] = []
        if self.pain_max is not None:
            lines.append(f"pain in the last week at most {self.pain_max} of 10")
        if self.min_level is not None:
            lines.append(f"you train at level {self.min_level} or above")
        lines.extend(self.requires)
        lines.extend(f"not with: {condition}" for condition in self.exclude)
        return tuple(lines)


@dataclass(frozen=True, slots=True)
class Step:
    """One exercise in a routine, with the dose it has there.

    Where `gate` is not met, `swap` is done instead, or nothing where there is none.
    """

    exercise: Exercise
    dose: Dose
    source_status: SourceStatus
    source_note: str = ""
    gate: Gate | None = None
    swap: "Step | None" = None


@dataclass(frozen=True, slots=True)
class Routine:
    """A session as it is planned."""

    id: str
    title: str
    summary: str
    context: tuple[str, ...]
    level: Level
    frequency: str
    effort: tuple[int, int]
    source_status: SourceStatus
    steps: tuple[Step, ...]
    source_note: str = ""
    sources: tuple[Source, ...] = ()
    disclaimer: str = ""
    gates: tuple[Gate, ...] = ()
    rank: int = DEFAULT_RANK
    weeks: tuple[int, int] | None = None
    previous: str = ""
    next: str = ""

    @property
    def equipment(self) -> tuple[Equipment, ...]:
        """Everything the steps take, in order of first use."""
        return tuple(dict.fromkeys(kit for step in self.steps for kit in step.exercise.equipment))

    @property
    def cautions(self) -> tuple[str, ...]:
        """Every caution of its exercises, each once."""
        return tuple(dict.fromkeys(line for step in self.steps for line in step.exercise.cautions))

    @property
    def gated(self) -> tuple[int, ...]:
        """The places of the steps that have a gate."""
        return tuple(place for place, step in enumerate(self.steps) if step.gate)

    @property
    def is_conditional(self) -> bool:
        """Whether it is not done at all unless its conditions are met.

        So it is with gates of its own, and where every step has a gate and nothing in its stead.
        """
        return bool(self.gates) or all(step.gate and not step.swap for step in self.steps)

    def without_gated(self, places: Collection[int]) -> "Routine":
        """The same routine with the gated steps at `places` swapped, or left out without a swap.

        If nothing would be left, the routine stays as it is: see `is_conditional`.
        """
        kept = ((step.swap if place in places else step) for place, step in enumerate(self.steps))
        steps = tuple(step for step in kept if step is not None)
        return replace(self, steps=steps) if steps else self


def routine_of_exercise(exercise: Exercise) -> Routine:
    """The exercise at its usual dose."""
    return Routine(
        id=exercise.id,
        title=exercise.name,
        summary=exercise.purpose,
        context=(),
        level=exercise.level,
        frequency="",
        effort=exercise.dose.effort or (0, 0),
        source_status=exercise.source_status,
        steps=(Step(exercise, exercise.dose, exercise.source_status),),
    )
