"""Notes on a routine that is composed: what a coach would say about its steps, a sentence each.

They follow from the tags of the exercises. N2 is a rule of the coach, with its source in
docs/coach-rules.md; the others are our own. None says anything about the health of a person.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from footcoach_tui.session.dose import Dose
from footcoach_tui.session.exercise import Exercise, Position, Tag
from footcoach_tui.session.routine import Routine, Step
from footcoach_tui.text.durations import counted

_MOST_ON_ONE_LEG = 5
"""Steps in a row on one leg without a note."""

_MOST_EFFORT_BEFORE_RUN = 4
"""Highest effort of what is done before a run, as in the coach's rule N2."""

_BEFORE_RUN = "before-run"
_MIN_SECONDS_OF_REST = 15.0
_VERBS = {
    Position.SEATED: "sit",
    Position.STANDING: "stand",
    Position.KNEELING: "kneel",
    Position.HANDS_KNEES: "are on hands and knees",
    Position.LYING: "lie",
}


def draft_notes(routine: Routine) -> tuple[str, ...]:
    """Return the notes on a routine, the most important first."""
    return tuple(note for rule in _RULES for note in rule(routine))


def _hops(routine: Routine) -> Iterator[str]:
    """Hops have conditions; without an easier step, who is not ready leaves them out."""
    names = _names(s for s in routine.steps if Tag.IMPACT in s.exercise.tags and not s.swap)
    if names:
        yield (
            f"{names}: before hops the conditions are asked, and without all of them the step is "
            "left out. A [steps.swap] in the file gives an easier one to who is not ready."
        )


def _gates(routine: Routine) -> Iterator[str]:
    """What other routines do only under conditions has none here."""
    names = _names(
        step
        for step in routine.steps
        if _is_heavy(step.exercise) and step.gate is None and not routine.gates
    )
    if names:
        yield (
            f"{names}: heavy loading, which other routines have only under conditions. "
            "A [steps.gate] in the file adds them."
        )


def _hops_first(routine: Routine) -> Iterator[str]:
    first = routine.steps[0].exercise
    if Tag.IMPACT in first.tags and len(routine.steps) > 1:
        yield f"{first.name} is the first step: begin with something easier."


def _before_run(routine: Routine) -> Iterator[str]:
    if _BEFORE_RUN not in routine.context:
        return
    names = _names(
        step
        for step in routine.steps
        if (step.dose.effort or (0, 0))[1] > _MOST_EFFORT_BEFORE_RUN
        or {Tag.TENDON, Tag.ONE_LEG} <= {*step.exercise.tags}
    )
    if names:
        yield f"{names}: loaded work. Before a run something light (rule N2)."


def _one_leg(routine: Routine) -> Iterator[str]:
    for is_one_leg, (first, last) in _runs(routine, lambda step: Tag.ONE_LEG in step.exercise.tags):
        if is_one_leg and last - first >= _MOST_ON_ONE_LEG:
            count = last - first + 1
            yield f"Steps {first} to {last}: {count} in a row on one leg. Put something between."


def _positions(routine: Routine) -> Iterator[str]:
    positions = [each for each, _ in groupby(step.exercise.position for step in routine.steps)]
    changes, least = len(positions) - 1, len({*positions}) - 1
    if changes > least + 1:
        words = ", ".join(_VERBS[each] for each in positions[:4])
        yield (
            f"You {words}{' …' if changes > 3 else ''}: {counted(changes, 'change')} of position. "  # noqa: PLR2004 - words of four
            f"{least} would do."
        )


def _rests(routine: Routine) -> Iterator[str]:
    names = _names(
        step
        for step in routine.steps
        if step.dose.sets > 1
        and _rest(step.dose) < _MIN_SECONDS_OF_REST
        and Tag.TENDON in step.exercise.tags
    )
    if names:
        yield f"{names}: sets of calf work with hardly any rest between."


def _again(routine: Routine) -> Iterator[str]:
    for name, first in {s.exercise.name: n for n, s in enumerate(routine.steps, 1)}.items():
        count = sum(step.exercise.name == name for step in routine.steps)
        if count > 1:
            yield f"{name} comes {count} times, the last time as step {first}."


_RULES: tuple[Callable[[Routine], Iterator[str]], ...] = (
    _hops,
    _gates,
    _hops_first,
    _before_run,
    _one_leg,
    _rests,
    _positions,
    _again,
)


def _is_heavy(exercise: Exercise) -> bool:
    """Whether an exercise loads the calf on one leg below the edge of a step."""
    return {Tag.TENDON, Tag.ONE_LEG, Tag.BELOW} <= {*exercise.tags}


def _rest(dose: Dose) -> float:
    return max(dose.rest, dose.switch)


def _runs(
    routine: Routine, holds: Callable[[Step], bool]
) -> Iterator[tuple[bool, tuple[int, int]]]:
    """Yield the steps in a row for which something holds, or not: first and last number."""
    first = 1
    for value, group in groupby(routine.steps, key=holds):
        count = len(list(group))
        yield value, (first, first + count - 1)
        first += count


def _names(steps: Iterable[Step]) -> str:
    return "; ".join(dict.fromkeys(step.exercise.name for step in steps))
