"""Routines: steps in order, each an exercise with its dose, and the conditions for doing it."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import ClassVar, Self

from footcoach_tui.session.dose import Dose
from footcoach_tui.session.exercise import Equipment, Exercise, Level, Source, SourceStatus


class GateAnswer(StrEnum):
    """Answer to a gate: it is met, or the reason why it is not."""

    MET = "met"
    READY = "ready"
    """Healthy, but not strong enough yet."""

    SORE = "sore"
    EXCLUDED = "excluded"
    """A health condition, or no answer."""


@dataclass(frozen=True, slots=True)
class Gate:
    """Conditions for doing a step or routine; an empty gate always passes.

    `needs` are conditions about strength and training by their ids, which the coach computes where
    it can, and `need_sentences` the same as sentences. `requires` are such sentences without an id.
    `sore` are pains, `exclude` health conditions under which the step is left out.
    `pain_max` is on the 0-10 scale.
    """

    pain_max: int | None = None
    min_level: Level | None = None
    requires: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    sore: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    need_sentences: tuple[str, ...] = ()

    @property
    def readiness(self) -> tuple[str, ...]:
        """Sentences about strength and training; all of them must be true."""
        sentences = (*self.need_sentences, *self.requires)
        if self.min_level is None:
            return sentences
        level = (
            f"You have done four sessions at level {self.min_level - 1} or above "
            "in the last four weeks."
        )
        return (level, *sentences)

    @property
    def pains(self) -> tuple[str, ...]:
        """Pains, of which none may be true."""
        if self.pain_max is None:
            return self.sore
        most = f"pain above {self.pain_max} of 10" if self.pain_max else "any pain"
        return (*self.sore, f"{most} in the last week")

    def joined_with(self, other: "Gate") -> "Gate":
        """Return the gate with the conditions of both."""
        pains = [most for most in (self.pain_max, other.pain_max) if most is not None]
        levels = [level for level in (self.min_level, other.min_level) if level is not None]
        return Gate(
            pain_max=min(pains, default=None),
            min_level=max(levels, default=None),
            requires=_union(self.requires, other.requires),
            exclude=_union(self.exclude, other.exclude),
            sore=_union(self.sore, other.sore),
            needs=_union(self.needs, other.needs),
            need_sentences=_union(self.need_sentences, other.need_sentences),
        )


def _union(*lists: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for texts in lists for text in texts))


@dataclass(frozen=True, slots=True)
class Step:
    """Exercise in a routine, with its dose there.

    `swap` is done instead by a person who is not ready yet for the conditions of `gate`. For any
    other reason, and without a swap, the step is left out.
    """

    exercise: Exercise
    dose: Dose
    source_status: SourceStatus
    source_note: str = ""
    gate: Gate | None = None
    swap: "Step | None" = None

    def after(self, answer: GateAnswer) -> "Step | None":
        """Return the step that is done after an answer to its gate; None if it is left out."""
        if self.gate is None or answer is GateAnswer.MET:
            return self
        is_swapped = answer is GateAnswer.READY and self.swap and not self.swap.gate
        return self.swap if is_swapped else None


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
    author: str = ""
    licence: str = ""

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

    @classmethod
    def of_step(cls, step: Step) -> Self:
        """Routine of a single step."""
        return replace(cls.of_exercise(step.exercise), steps=(step,))

    @property
    def is_rehab(self) -> bool:
        """Whether it is for rehabilitation."""
        return "rehab" in self.context

    @property
    def is_test(self) -> bool:
        """Whether it leads a self-test."""
        return "test" in self.context

    @property
    def equipment(self) -> tuple[Equipment, ...]:
        """Equipment of all steps, in order of first use."""
        return tuple(dict.fromkeys(kit for step in self.steps for kit in step.exercise.equipment))

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """Exercises of all steps and swaps, each once."""
        steps = (done for step in self.steps for done in (step, step.swap) if done)
        return tuple({step.exercise.id: step.exercise for step in steps}.values())

    @property
    def gated(self) -> tuple[Step, ...]:
        """Steps with a gate."""
        return tuple(step for step in self.steps if step.gate)

    def can_start(self, answer: GateAnswer) -> bool:
        """Whether the routine may be done after an answer to all of its gates."""
        if answer is GateAnswer.MET:
            return True
        return not self.gates and any(step.after(answer) for step in self.steps)

    def after(self, answer: GateAnswer) -> "Routine":
        """Return the routine with its gated steps done, swapped or left out.

        Unchanged if no step would be left: see `can_start`.
        """
        steps = tuple(filter(None, (step.after(answer) for step in self.steps)))
        return replace(self, steps=steps) if steps else self
