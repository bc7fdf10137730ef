"""Exercises in groups, and a search by words."""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum

from footcoach_tui.session.exercise import Exercise
from footcoach_tui.text.areas import areas_of


class ExerciseOrder(StrEnum):
    """Order of the library."""

    NAME = "name"
    POSITION = "position"
    EQUIPMENT = "equipment"
    LEVEL = "level"
    PURPOSE = "working muscle"

    @property
    def next(self) -> "ExerciseOrder":
        orders = list(ExerciseOrder)
        return orders[(orders.index(self) + 1) % len(orders)]


_LEVEL_NAMES = ("", "1 seated", "2 two feet", "3 one foot", "4 dynamic or loaded")


def group_exercises(
    exercises: Iterable[Exercise], order: ExerciseOrder, words: str = ""
) -> Iterator[tuple[str, tuple[Exercise, ...]]]:
    """Headings with the exercises that match all words, by name.

    An exercise with two kinds of equipment, or two working parts, is in both groups.
    """
    groups: dict[str, list[Exercise]] = {}
    for exercise in sorted(exercises, key=lambda exercise: exercise.name.casefold()):
        if _matches(exercise, words):
            for heading in _HEADINGS[order](exercise):
                groups.setdefault(heading, []).append(exercise)
    for heading in sorted(groups):
        yield heading, tuple(groups[heading])


_HEADINGS: dict[ExerciseOrder, Callable[[Exercise], tuple[str, ...]]] = {
    ExerciseOrder.NAME: lambda _: ("all",),
    ExerciseOrder.POSITION: lambda exercise: (exercise.position.value,),
    ExerciseOrder.EQUIPMENT: lambda exercise: (
        tuple(kit.value for kit in exercise.equipment) or ("no equipment",)
    ),
    ExerciseOrder.LEVEL: lambda exercise: (_LEVEL_NAMES[exercise.level],),
    ExerciseOrder.PURPOSE: areas_of,
}


def _matches(exercise: Exercise, words: str) -> bool:
    text = " ".join(
        (
            exercise.name,
            *exercise.aka,
            exercise.purpose,
            exercise.position,
            *exercise.equipment,
            f"level {exercise.level.value}",
            *areas_of(exercise),
        )
    ).casefold()
    return all(word in text for word in words.casefold().split())
