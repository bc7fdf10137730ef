"""The exercises in an order, under headings, and found by words."""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum

from footcoach_tui.session.exercise import Exercise


class Order(StrEnum):
    """What the library is ordered by."""

    NAME = "name"
    POSITION = "position"
    EQUIPMENT = "equipment"
    LEVEL = "level"
    PURPOSE = "what works"

    @property
    def following(self) -> "Order":
        """The order after this one, the first after the last."""
        orders = list(Order)
        return orders[(orders.index(self) + 1) % len(orders)]


LEVELS = ("", "1 seated", "2 two feet", "3 one foot", "4 dynamic or loaded")
MUSCLES = {
    "GAS": "calf",
    "SOL": "calf",
    "TP": "ankle",
    "TA": "shin",
    "PER": "ankle",
    "EHL": "toes",
    "EDL": "toes",
    "EHB": "toes",
    "EDB": "toes",
    "FHL": "toes",
    "FDL": "toes",
}
"""Where a muscle of the leg or foot is felt; all others are of the sole and arch."""


def shelved(
    exercises: Iterable[Exercise], order: Order, words: str = ""
) -> Iterator[tuple[str, tuple[Exercise, ...]]]:
    """Headings and the exercises below them that hold all the words, by name.

    An exercise with two kinds of equipment, or two parts that work, stands below both.
    """
    shelves: dict[str, list[Exercise]] = {}
    for exercise in sorted(exercises, key=lambda one: one.name.casefold()):
        if _holds(exercise, words):
            for heading in _HEADINGS[order](exercise):
                shelves.setdefault(heading, []).append(exercise)
    for heading in sorted(shelves):
        yield heading, tuple(shelves[heading])


def _worked(exercise: Exercise) -> tuple[str, ...]:
    parts = (MUSCLES.get(muscle, "sole and arch") for muscle in exercise.muscles)
    return tuple(dict.fromkeys(parts)) or ("other",)


_HEADINGS: dict[Order, Callable[[Exercise], tuple[str, ...]]] = {
    Order.NAME: lambda _: ("all",),
    Order.POSITION: lambda one: (one.position.value,),
    Order.EQUIPMENT: lambda one: tuple(kit.value for kit in one.equipment) or ("nothing",),
    Order.LEVEL: lambda one: (LEVELS[one.level],),
    Order.PURPOSE: _worked,
}


def _holds(exercise: Exercise, words: str) -> bool:
    text = " ".join(
        (
            exercise.name,
            *exercise.aka,
            exercise.purpose,
            exercise.position,
            *exercise.equipment,
            f"level {exercise.level.value}",
            *_worked(exercise),
        )
    ).casefold()
    return all(word in text for word in words.casefold().split())
