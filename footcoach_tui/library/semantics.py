"""What an exercise or routine means as a whole: whether what it names exists and it adds up.

Given are tables that `shape` has checked: values at fault are UNKNOWN, and nothing is said
that follows from them.
"""

from collections.abc import Collection, Iterator
from typing import Any

from footcoach_tui.boundary.problems import closest, suggestion
from footcoach_tui.boundary.text import quoted
from footcoach_tui.boundary.toml import KeyPath
from footcoach_tui.library.build import dose_of
from footcoach_tui.library.dose_rules import dose_faults, side_faults, tempo_faults
from footcoach_tui.library.doses import merged
from footcoach_tui.library.durations import LONGEST_ROUTINE, dose_seconds
from footcoach_tui.library.faults import UNKNOWN, Fault, Table, is_whole
from footcoach_tui.library.figure_rules import figure_faults, known_poses, motion_faults
from footcoach_tui.library.shelf import Shelf


def exercise_faults(table: Table, shelf: Shelf) -> Iterator[Fault]:
    """Tell what is wrong with the meaning of an exercise."""
    dose = table.get("dose", UNKNOWN)
    if dose is not UNKNOWN:
        yield from dose_faults(dose, dose, ("dose",))
    yield from figure_faults(table)
    for place, source in _entries(table, "dose_sources"):
        path = ("dose_sources", place, "source")
        yield from _unknown("source", source.get("source", UNKNOWN), shelf.sources, path)


def routine_faults(table: Table, shelf: Shelf) -> Iterator[Fault]:
    """Tell what is wrong with the meaning of a routine."""
    for place, source in _entries(table, "sources"):
        yield from _unknown("source", source, shelf.sources, ("sources", place))
    for key in ("previous", "next"):
        yield from _unknown("routine", table.get(key, UNKNOWN), shelf.routine_ids, (key,))
    total = 0.0
    for place, step in _entries(table, "steps"):
        path = ("steps", place)
        faults = [*_step_faults(step, path, shelf)]
        swap = step.get("swap", UNKNOWN)
        if swap is not UNKNOWN:
            faults += _step_faults(swap, (*path, "swap"), shelf)
        yield from faults
        if not faults:
            total += max(_seconds(step, shelf), _seconds(swap, shelf))
    if total > LONGEST_ROUTINE:
        limit = _clock(LONGEST_ROUTINE)
        yield Fault(("steps",), f"take {_clock(total)} in all; {limit} is the most")


def _step_faults(step: Table, at: KeyPath, shelf: Shelf) -> Iterator[Fault]:
    """Tell what is wrong with a step, or with the swap of a step."""
    exercise = step.get("exercise", UNKNOWN)
    if exercise in shelf.doses:
        base = shelf.doses[exercise]
        dose = merged(base, step)
        yield from tempo_faults(step, dose, base, at)
        yield from dose_faults(dose, step, at)
        yield from motion_faults(step, known_poses(shelf.figures.get(exercise)), at)
        return
    yield from _missing_exercise(exercise, (*at, "exercise"), shelf)
    # Whether the sides need a switch can still be told, with the exercise that was meant.
    meant = "" if exercise is UNKNOWN else closest(exercise, shelf.doses)
    stand_in = shelf.doses.get(meant, {"switch": UNKNOWN} if exercise in shelf.broken else {})
    yield from side_faults(merged(stand_in, step), step, at)


def _missing_exercise(exercise: Any, path: KeyPath, shelf: Shelf) -> Iterator[Fault]:
    if exercise in shelf.broken:
        told = f"{quoted(exercise)} is in {shelf.broken[exercise]}, which has problems itself"
        yield Fault(path, told)
    else:
        yield from _unknown("exercise", exercise, shelf.doses, path)


def _unknown(what: str, name: Any, known: Collection[str], path: KeyPath) -> Iterator[Fault]:
    """Tell of a name that nothing has."""
    if name is UNKNOWN or name in known:
        return
    meant = suggestion(name, known)
    yield Fault(path, f"there is no {what} {quoted(name)}" + (f"; {meant}" if meant else ""))


def _seconds(step: Any, shelf: Shelf) -> float:
    """The length of a step without faults of meaning; 0 where something in it is unknown."""
    if step is UNKNOWN:
        return 0.0
    dose = merged(shelf.doses[step["exercise"]], step) if _is_known(step, shelf) else UNKNOWN
    return dose_seconds(dose_of(dose)) if dose is not UNKNOWN and is_whole(dose) else 0.0


def _is_known(step: Table, shelf: Shelf) -> bool:
    return step.get("exercise", UNKNOWN) in shelf.doses


def _entries(table: Table, key: str) -> Iterator[tuple[int, Any]]:
    """The entries of a list that are known, with their places."""
    entries = table.get(key, UNKNOWN)
    if entries is not UNKNOWN:
        yield from ((place, entry) for place, entry in enumerate(entries) if entry is not UNKNOWN)


def _clock(seconds: float) -> str:
    return f"{int(seconds) // 60}:{int(seconds) % 60:02d}"
