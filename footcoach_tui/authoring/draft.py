"""Draft of a routine: steps that are added, moved, changed and deleted, with undo.

A draft is a value, and a command returns another one. What a step may have is decided by the rules
that check files: a command that would break one of them is refused with its sentence.
"""

from dataclasses import dataclass, field, replace
from typing import Any

from footcoach_tui.authoring.files import AuthoringError
from footcoach_tui.library.build import CatalogueDraft, build_routine
from footcoach_tui.library.dose_rules import step_dose
from footcoach_tui.library.kinds import FileKind, TomlTable
from footcoach_tui.library.messages import check_shape
from footcoach_tui.library.schema import MODELS
from footcoach_tui.library.semantics import semantic_faults
from footcoach_tui.session.exercise import Exercise
from footcoach_tui.session.routine import Routine

_NO_EFFORT = (1, 3)
"""Effort of a routine whose steps have none."""


class DraftError(AuthoringError):
    """A command that cannot be done; the message is a sentence for the user."""


@dataclass(frozen=True, slots=True)
class DraftStep:
    """Step with the keys of its table, those that differ from the usual dose of its exercise.

    `origin` is its place among the steps of the file that was read, None for a new step.
    """

    table: TomlTable
    origin: int | None = None

    @property
    def exercise(self) -> str:
        """Id of the exercise."""
        return str(self.table["exercise"])

    def dose(self, content: CatalogueDraft) -> TomlTable:
        """Return the table of the dose, with what is usual."""
        return step_dose(content.tables[self.exercise]["dose"], self.table)


@dataclass(frozen=True, slots=True)
class RoutineDraft:
    """Routine that is composed: the keys of its file but for the steps, and the steps."""

    head: TomlTable
    steps: tuple[DraftStep, ...] = ()

    @property
    def table(self) -> dict[str, Any]:
        """Table of the file."""
        return {**self.head, "steps": [dict(step.table) for step in self.steps]}

    def with_head(self, **keys: object) -> "RoutineDraft":
        """Return the draft with other keys."""
        return replace(self, head={**self.head, **keys})

    def with_step(self, place: int, step: DraftStep) -> "RoutineDraft":
        """Return the draft with another step at a place."""
        return replace(self, steps=(*self.steps[:place], step, *self.steps[place + 1 :]))

    def with_added(self, place: int, exercise: str) -> "RoutineDraft":
        """Return the draft with a step of the usual dose, which comes to be at a place."""
        step = DraftStep({"exercise": exercise})
        return replace(self, steps=(*self.steps[:place], step, *self.steps[place:]))

    def with_deleted(self, place: int) -> "RoutineDraft":
        return replace(self, steps=(*self.steps[:place], *self.steps[place + 1 :]))

    def with_moved(self, place: int, target: int) -> "RoutineDraft":
        """Return the draft with the step of one place at another."""
        step, rest = self.steps[place], self.with_deleted(place).steps
        return replace(self, steps=(*rest[:target], step, *rest[target:]))


def check_draft(draft: RoutineDraft, content: CatalogueDraft) -> None:
    """Raise DraftError if the file of a draft would have a problem; no steps are none."""
    if not draft.steps:
        return
    table, faults = check_shape(MODELS[FileKind.ROUTINE], draft.table)
    for fault in (*faults, *semantic_faults(FileKind.ROUTINE, table, content)):
        raise DraftError(_sentence(fault.path, fault.message))


def build_draft(draft: RoutineDraft, content: CatalogueDraft) -> Routine:
    """Return the routine of a draft that has steps and passes `check_draft`."""
    return build_routine(levelled(draft, content).table, content)


def levelled(draft: RoutineDraft, content: CatalogueDraft) -> RoutineDraft:
    """Return the draft with the level and the effort of its steps."""
    doses = [step.dose(content) for step in draft.steps]
    efforts = [dose["effort"] for dose in doses if "effort" in dose] or [_NO_EFFORT]
    level = max(int(exercise.level) for exercise in exercises_of(draft, content))
    low, high = min(effort[0] for effort in efforts), max(effort[1] for effort in efforts)
    return draft.with_head(level=level, effort=[low, high])


def exercises_of(draft: RoutineDraft, content: CatalogueDraft) -> tuple[Exercise, ...]:
    """Return the exercise of each step."""
    return tuple(content.exercises[step.exercise] for step in draft.steps)


def _sentence(path: tuple[str | int, ...], message: str) -> str:
    """Return a fault as a sentence: “step 2: reps must be at least 1, not 0”."""
    if path and path[0] == "steps" and len(path) > 1:
        place, *keys = path[1:]
        key = ".".join(key for key in keys if isinstance(key, str))
        return f"step {int(place) + 1}: {f'{key} {message}' if key else message}"
    key = ".".join(str(part) for part in path)
    return f"{key} {message}".strip()


@dataclass(slots=True)
class DraftHistory:
    """Draft with those before it, for undo, and those that were undone."""

    draft: RoutineDraft
    saved: RoutineDraft = field(init=False)
    """Draft that is in the file, or the one at the beginning."""

    _past: list[RoutineDraft] = field(default_factory=list)
    _future: list[RoutineDraft] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.saved = self.draft

    @property
    def has_changed(self) -> bool:
        """Whether anything would be lost without a save."""
        return self.draft != self.saved

    def do(self, draft: RoutineDraft) -> None:
        """Take a changed draft; what was undone cannot come back."""
        self._past.append(self.draft)
        self._future.clear()
        self.draft = draft

    def undo(self) -> bool:
        """Go back to the draft before; return whether there was one."""
        return self._step(self._past, self._future)

    def redo(self) -> bool:
        """Take back an undo; return whether there was one."""
        return self._step(self._future, self._past)

    def _step(self, source: list[RoutineDraft], target: list[RoutineDraft]) -> bool:
        if not source:
            return False
        target.append(self.draft)
        self.draft = source.pop()
        return True
