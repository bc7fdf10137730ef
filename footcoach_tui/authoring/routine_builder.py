"""Routine that is built for a request, from the rules of the coach, with a reason for each step.

Never in it: hops, heavy loading, and what is done only under conditions, as a part of a programme
or in a time with a clinician. What is sore is taken as 3 to 5 of 10: nothing that the coach would
change then is built in. Chance is a checksum of the seed and an id, the same everywhere.
"""

import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from footcoach_tui.authoring.build_filters import BuildFilters, is_open, open_ids
from footcoach_tui.authoring.build_request import BuildRequest
from footcoach_tui.authoring.draft import DraftStep, RoutineDraft
from footcoach_tui.coach.answers.profile import Profile
from footcoach_tui.coach.facts.screening import screen
from footcoach_tui.coach.rules.rules import Rules
from footcoach_tui.library.catalogue import Catalogue
from footcoach_tui.session.exercise import Exercise, Position, Tag
from footcoach_tui.session.length import dose_seconds
from footcoach_tui.text.areas import areas_of
from footcoach_tui.text.durations import counted, format_minutes

_MINUTE = 60
_MOST_SETS = 3
_MOST_ON_ONE_LEG = 3
_ENOUGH = 0.9
"""Part of the wished minutes from which nothing is said to be missing."""

_SHORT, _LARGEST_PART = 120, 0.3
"""Seconds of a step that is never long, and the part of the time from which one is."""

_AFTER = "after-run"
_UP = (Position.LYING, Position.SEATED, Position.KNEELING, Position.HANDS_KNEES, Position.STANDING)
"""Order of positions before work; after it the other way round."""

_CONDITIONS = "Hops, heavy loading and what has conditions or a programme are never built in."
_SORE = "Sore is taken as 3 to 5 of 10; from 6 on nothing loaded is done for two days."


class BuiltStep(NamedTuple):
    """Step that was chosen, with the sets that fill the time, and why."""

    exercise: Exercise
    sets: int
    reason: str


class BuiltRoutine(NamedTuple):
    """Steps in order, their length in seconds, and what is to be said about the whole."""

    steps: tuple[BuiltStep, ...]
    seconds: float
    notes: tuple[str, ...]

    def on(self, draft: RoutineDraft, request: BuildRequest) -> RoutineDraft:
        """Return a draft with these steps in the place of its own."""
        steps = tuple(
            DraftStep(
                {"exercise": each.exercise.id}
                | ({"sets": each.sets} if each.sets != each.exercise.dose.sets else {})
            )
            for each in self.steps
        )
        return RoutineDraft({**draft.head, "context": [request.occasion]}, steps)


def build_routine(
    request: BuildRequest, catalogue: Catalogue, rules: Rules, profile: Profile | None = None
) -> BuiltRoutine:
    """Return a routine for a request; without steps where nothing fits. Raises nothing.

    `profile` are the answers of a person about themselves. What routines of their own have says
    nothing about who it is for.
    """
    routines = {
        name: routine for name, routine in catalogue.routines.items() if name not in catalogue.own
    }
    exercises, screening = catalogue.exercises, screen(profile, rules)
    known_ids = open_ids(routines)
    known = [each for each in exercises.values() if is_open(each, known_ids, routines)]
    filters = BuildFilters(request, rules, screening)
    reasons = {each.id: filters.reason_against(each) for each in known}
    fitting = [each for each in known if not reasons[each.id]]
    chosen = _filled(_chosen(fitting, request, rules), request)
    steps = tuple(
        BuiltStep(each, sets, _reason(each, sets)) for each, sets in _ordered(chosen, request)
    )
    seconds = sum(_seconds(each, sets) for each, sets in chosen)
    left_out: dict[str, list[str]] = defaultdict(list)
    for each in known:
        if reasons[each.id]:
            left_out[reasons[each.id]].append(each.name)
    notes = (*_missing(request, fitting, seconds), *_left_out(left_out), _CONDITIONS)
    return BuiltRoutine(steps, seconds, (*notes, _SORE) if request.sore else notes)


def _chosen(fitting: list[Exercise], request: BuildRequest, rules: Rules) -> list[Exercise]:
    """Choose by turns from each area of the body, while there is time; what is long comes last."""
    wished = request.minutes * _MINUTE
    chosen: list[Exercise] = []
    for longest in (max(_SHORT, wished * _LARGEST_PART), wished):
        left = wished - sum(_seconds(each, each.dose.sets) for each in chosen)
        _choose(
            chosen,
            [e for e in fitting if _seconds(e, e.dose.sets) <= longest],
            left,
            request,
            rules,
        )
    return chosen


def _choose(
    chosen: list[Exercise],
    fitting: list[Exercise],
    left: float,
    request: BuildRequest,
    rules: Rules,
) -> None:
    """Add exercises to those chosen, while there are seconds left."""
    by_area: dict[str, list[Exercise]] = defaultdict(list)
    for exercise in sorted(fitting, key=lambda each: _chance(request, each.id)):
        by_area[areas_of(exercise)[0]].append(exercise)
    areas = sorted(by_area, key=lambda area: _chance(request, area))
    taken = {name for each in chosen for name in rules.substitutes.family(each.id)}
    while any(by_area.values()):
        for area in areas:
            while by_area[area]:
                exercise = by_area[area].pop(0)
                seconds = _seconds(exercise, exercise.dose.sets)
                if exercise.id in taken or seconds > left or _is_one_too_many(exercise, chosen):
                    continue
                chosen.append(exercise)
                left -= seconds
                taken |= rules.substitutes.family(exercise.id)
                break


def _is_one_too_many(exercise: Exercise, chosen: list[Exercise]) -> bool:
    on_one_leg = sum(Tag.ONE_LEG in each.tags for each in chosen)
    return Tag.ONE_LEG in exercise.tags and on_one_leg >= _MOST_ON_ONE_LEG


def _filled(chosen: list[Exercise], request: BuildRequest) -> list[tuple[Exercise, int]]:
    """Return the exercises with more sets while there is time, one more for each in turn."""
    sets = {each.id: each.dose.sets for each in chosen}
    left = request.minutes * _MINUTE - sum(_seconds(each, sets[each.id]) for each in chosen)
    for most in range(2, _MOST_SETS + 1):
        for each in chosen:
            more = _seconds(each, most) - _seconds(each, sets[each.id])
            if sets[each.id] < most and more <= left:
                left -= more
                sets[each.id] = most
    return [(each, sets[each.id]) for each in chosen]


def _ordered(
    chosen: list[tuple[Exercise, int]], request: BuildRequest
) -> list[tuple[Exercise, int]]:
    """Return what is done in one position together, the easiest first, after a run the last."""
    sign = -1 if request.occasion == _AFTER else 1
    return sorted(
        chosen,
        key=lambda pair: (sign * _UP.index(pair[0].position), sign * pair[0].level),
    )


def _reason(exercise: Exercise, sets: int) -> str:
    areas = " and ".join(areas_of(exercise)[:2])
    where = f" ({areas})" if exercise.muscles else ""
    more = (
        f" {counted(sets, 'set')}, to fill the time: our choice."
        if sets > exercise.dose.sets
        else ""
    )
    return f"{exercise.name}{where}: {exercise.purpose}{more}"


def _missing(request: BuildRequest, fitting: list[Exercise], seconds: float) -> Iterator[str]:
    wished = request.minutes * _MINUTE
    if not fitting:
        yield "Nothing fits all that you asked for. Ask for more equipment, or other positions."
    elif not seconds:
        shortest = min(fitting, key=lambda each: _seconds(each, each.dose.sets))
        length = format_minutes(_seconds(shortest, shortest.dose.sets))
        yield f"Nothing is that short: {shortest.name} takes {length}."
    elif seconds < _ENOUGH * wished:
        yield (
            f"{format_minutes(seconds)} of {format_minutes(wished)}: no more fits what you asked "
            f"for with {_MOST_SETS} sets at most."
        )


def _left_out(reasons: Mapping[str, list[str]]) -> Iterator[str]:
    for reason, names in reasons.items():
        shown = "; ".join(sorted(names)[:3])
        rest = f" and {len(names) - 3} more" if len(names) > 3 else ""  # noqa: PLR2004 - names shown
        yield f"Left out {reason}: {shown}{rest}."


def _seconds(exercise: Exercise, sets: int) -> float:
    return dose_seconds(replace(exercise.dose, sets=sets))


def _chance(request: BuildRequest, name: str) -> int:
    return zlib.crc32(f"{request.seed} {name}".encode())
