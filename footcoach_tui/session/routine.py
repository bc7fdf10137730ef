"""Routines: steps in order, each an exercise with its dose, and the conditions for doing it."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import ClassVar, Self

from footcoach_tui.session.dose import Dose
from footcoach_tui.session.exercise import Equipment, Exercise, Level, Source, SourceStatus


@dataclass(frozen=True, slots=True)
class Gate:
    """Conditions for doing a step or routine; an empty gate always passes.

    `pain_max` is on the 0-10 scale; `requires` are sentences that can be answered with yes;
    `exclude` are health conditions under which the step is left out.
    """

    pain_max: int | None = None
    min_level: Level | None = None
    requires: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()

    @property
    def conditions(self) -> tuple[str, ...]:
        """Conditions as lines of text; all of them must hold."""
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
    """Exercise in a routine, with its dose there.

    Where `gate` is not met, `swap` is done instead; without a swap the step is left out.
    """

    exercise: Exercise
    dose: Dose
    source_status: SourceStatus
    source_note: str = ""
    gate: Gate | None = None
    swap: "Step | None" = None


@dataclass(frozen=True, slots=True)
class Routine:
    """Planned session. `rank` orders the lists, lower first."""

    DEFAULT_RANK: ClassVar[int] = 100

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

    @classmethod
    def of_exercise(cls, exercise: Exercise) -> Self:
        """Routine of a single exercise at its usual dose."""
        return cls(
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

    @property
    def equipment(self) -> tuple[Equipment, ...]:
        """Equipment of all steps, in order of first use."""
        return tuple(dict.fromkeys(kit for step in self.steps for kit in step.exercise.equipment))

    @property
    def cautions(self) -> tuple[str, ...]:
        """Cautions of all exercises, each once."""
        return tuple(dict.fromkeys(line for step in self.steps for line in step.exercise.cautions))

    @property
    def gated(self) -> tuple[int, ...]:
        """Indices of the steps with a gate."""
        return tuple(place for place, step in enumerate(self.steps) if step.gate)

    @property
    def is_conditional(self) -> bool:
        """Whether nothing is left of the routine where conditions are not met.

        True with gates of its own, or if every step has a gate and no swap.
        """
        return bool(self.gates) or all(step.gate and not step.swap for step in self.steps)

    def without_gated(self, places: Collection[int]) -> "Routine":
        """Routine with the gated steps at the indices `places` swapped or left out.

        Unchanged if no step would be left: see `is_conditional`.
        """
        swapped = (
            (step.swap if place in places else step) for place, step in enumerate(self.steps)
        )
        steps = tuple(step for step in swapped if step is not None)
        return replace(self, steps=steps) if steps else self
