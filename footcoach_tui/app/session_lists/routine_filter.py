"""Filter of the routines by words, minutes and equipment, as you type."""

import re
from collections.abc import Iterable, Iterator

from footcoach_tui.app.session_lists.routine_groups import HIDDEN, Programme, RoutineGroup
from footcoach_tui.library.validate import FileReport
from footcoach_tui.session.equipment import Kit
from footcoach_tui.session.length import routine_minutes
from footcoach_tui.session.routine import Routine
from footcoach_tui.text.occasions import occasion_label

_MOST_MINUTES = re.compile(r"<=?(\d{0,3})m?")
_KIT = "kit:"
_NO_KIT = "none"
_HAVE = "have"
_HIDDEN = HIDDEN.casefold()


def filter_groups(
    groups: Iterable[RoutineGroup], text: str, kit: Kit = None
) -> tuple[RoutineGroup, ...]:
    """Return the groups with what matches all words; programmes are dissolved.

    A word is part of the title, an occasion, a thing that is needed or the name of an exercise.
    `<=5m` is the most minutes, `kit:ball` a thing that is needed and `kit:none` none.
    The word `hidden` shows the hidden ones, which are left out else.
    `kit:have` is what needs nothing but the person's `kit`.
    """
    words = text.casefold().split()
    is_hidden = _HIDDEN in words
    groups = [group for group in groups if (group.heading == HIDDEN) is is_hidden]
    words = [word for word in words if word != _HIDDEN]
    if not words:
        return tuple(groups)
    found = ((group.heading, tuple(_matches(group, words, kit))) for group in groups)
    return tuple(RoutineGroup(heading, entries) for heading, entries in found if entries)


def _matches(group: RoutineGroup, words: list[str], kit: Kit) -> Iterator[Routine | FileReport]:
    for entry in group.entries:
        if isinstance(entry, FileReport):
            if all(word in f"{entry.title} {entry.id}".casefold() for word in words):
                yield entry
        else:
            routines = entry.routines if isinstance(entry, Programme) else (entry,)
            yield from (each for each in routines if _is_match(each, words, kit))


def _is_match(routine: Routine, words: list[str], kit: Kit) -> bool:
    texts = (
        routine.title,
        *map(occasion_label, routine.context),
        *routine.equipment,
        *(exercise.name for exercise in routine.exercises),
    )
    text = " ".join(texts).casefold()
    return all(_has(routine, text, word, kit) for word in words)


def _has(routine: Routine, text: str, word: str, kit: Kit) -> bool:
    if found := _MOST_MINUTES.fullmatch(word):
        return not found[1] or routine_minutes(routine) <= int(found[1])
    if word.startswith(_KIT):
        thing = word.removeprefix(_KIT)
        if thing == _NO_KIT:
            return not routine.equipment
        if _HAVE.startswith(thing):
            return not thing or not any(step.exercise.missing(kit) for step in routine.steps)
        return any(each.startswith(thing) for each in routine.equipment)
    return word in text
