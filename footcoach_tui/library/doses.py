"""The dose of a step: that of its exercise, and over it what the step says."""

from typing import Any

from footcoach_tui.library.dose_modes import DOSE_KEYS, ROWS, WORK_KEYS
from footcoach_tui.library.faults import UNKNOWN, Table


def merged(base: Table, step: Table) -> Table:
    """Return the dose table of a step from that of its exercise and the step's own keys.

    A step in another mode takes nothing of the exercise's work. A tempo that does not fit
    changes nothing here; `meaning` tells of it.
    """
    given = {key: value for key, value in step.items() if key in DOSE_KEYS}
    mode: Any = given.get("mode", base.get("mode", UNKNOWN))
    kept = base if mode == base.get("mode") else _without_work(base)
    dose = {**kept, **given}
    row = ROWS.get(mode)
    if row and "tempo" in step and row not in step:
        dose[row] = at_tempo(dose.get(row, UNKNOWN), step["tempo"])
    return dose


def at_tempo(row: Any, tempo: Any) -> Any:
    """Return phases or segments with the lengths of `tempo`; those of 0 s are left out."""
    if row is UNKNOWN or tempo is UNKNOWN or UNKNOWN in tempo:
        return UNKNOWN
    if len(row) != len(tempo):
        return row
    return [
        {**part, "seconds": seconds}
        for part, seconds in zip(row, tempo, strict=True)
        if seconds > 0
    ]


def _without_work(base: Table) -> Table:
    return {key: value for key, value in base.items() if key not in WORK_KEYS}
