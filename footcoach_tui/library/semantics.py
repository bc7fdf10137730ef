"""Rules about a whole file: the names in it exist, the doses fit, a routine is not too long.

The tables have the shape of their schema; values at fault are UNKNOWN, and no fault is reported
that follows from them.
"""

from collections.abc import Iterator
from typing import Any

from footcoach_tui.boundary.problems import closest_match
from footcoach_tui.boundary.text import quote
from footcoach_tui.boundary.toml import KeyPath
from footcoach_tui.library.build import CatalogueDraft, build_dose
from footcoach_tui.library.dose_rules import dose_faults, step_dose, tempo_faults
from footcoach_tui.library.durations import LONGEST_ROUTINE, dose_seconds
from footcoach_tui.library.faults import UNKNOWN, Fault, TomlTable, entries, is_whole, missing_name
from footcoach_tui.library.figure_rules import figure_faults, motion_faults


def exercise_faults(table: TomlTable, draft: CatalogueDraft) -> Iterator[Fault]:
    """Yield the faults of an exercise beside its shape."""
    dose = table.get("dose", UNKNOWN)
    if dose is not UNKNOWN:
        yield from dose_faults(dose, dose, ("dose",))
    yield from figure_faults(table)
    for place, source in entries(table, "dose_sources"):
        path = ("dose_sources", place, "source")
        yield from missing_name("source", source.get("source", UNKNOWN), draft.sources, path)


def routine_faults(table: TomlTable, draft: CatalogueDraft) -> Iterator[Fault]:
    """Yield the faults of a routine beside its shape."""
    for place, source in entries(table, "sources"):
        yield from missing_name("source", source, draft.sources, ("sources", place))
    for key in ("previous", "next"):
        yield from missing_name("routine", table.get(key, UNKNOWN), draft.routine_ids, (key,))
    total = 0.0
    for place, step in entries(table, "steps"):
        path = ("steps", place)
        faults = [*_step_faults(step, path, draft)]
        swap = step.get("swap", UNKNOWN)
        if swap is not UNKNOWN:
            faults += _step_faults(swap, (*path, "swap"), draft)
        yield from faults
        if not faults:
            total += max(_seconds(step, draft), _seconds(swap, draft))
    if total > LONGEST_ROUTINE:
        limit = _clock(LONGEST_ROUTINE)
        yield Fault(("steps",), f"take {_clock(total)} in all; {limit} is the most")


def _step_faults(step: TomlTable, at: KeyPath, draft: CatalogueDraft) -> Iterator[Fault]:
    """Yield the faults of a step, or of the swap of a step."""
    exercise = step.get("exercise", UNKNOWN)
    if exercise in draft.tables:
        usual = draft.dose_table(exercise)
        dose = step_dose(usual, step)
        yield from tempo_faults(step, dose, usual, at)
        yield from dose_faults(dose, step, at)
        yield from motion_faults(step, draft.tables[exercise].get("poses", ()), at)
        return
    if exercise in draft.broken:
        message = f"{quote(exercise)} is in {draft.broken[exercise]}, which has problems itself"
        yield Fault((*at, "exercise"), message)
        usual = {"switch": UNKNOWN}
    else:
        yield from missing_name("exercise", exercise, draft.tables, (*at, "exercise"))
        meant = "" if exercise is UNKNOWN else closest_match(exercise, draft.tables)
        usual = draft.dose_table(meant) if meant else {}
    # Without a mode: whether the sides need a switch can still be said, but nothing of the work.
    yield from dose_faults({**usual, **step, "mode": UNKNOWN}, step, at)


def _seconds(step: Any, draft: CatalogueDraft) -> float:
    """Return the length of a step without faults; 0 where something in it is UNKNOWN."""
    if step is UNKNOWN or step.get("exercise") not in draft.tables:
        return 0.0
    dose = step_dose(draft.dose_table(step["exercise"]), step)
    return dose_seconds(build_dose(dose)) if is_whole(dose) else 0.0


def _clock(seconds: float) -> str:
    return f"{int(seconds) // 60}:{int(seconds) % 60:02d}"
