"""Bringing back what is left of a month that was damaged, without losing what came since."""

from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from footcoach_tui.boundary.problems import Problem
from footcoach_tui.history.changes.transaction import Transaction
from footcoach_tui.history.errors import HistoryError
from footcoach_tui.history.indexing.index import INDEX_FILE
from footcoach_tui.history.months.files import HISTORY_FOLDER
from footcoach_tui.history.months.salvage import MonthSalvage, read_damaged, salvage_month
from footcoach_tui.text.durations import counted


class RestoreResult(NamedTuple):
    """What came back: how many sessions, from the backup of which day, and what should be told.

    `day` is None where there was no backup that could be read.
    """

    sessions: int
    day: date | None
    warnings: tuple[Problem, ...] = ()


def restore_month(folder: Path, history: Transaction, month: str) -> RestoreResult:
    """Unite what is left of a month of this device with what its file holds now.

    Of each session the version that was written last holds. Raises HistoryError when there is
    nothing to bring back.
    """
    if read_damaged(folder / HISTORY_FOLDER / history.device / f"{month}.json") is not None:
        (folder / INDEX_FILE).unlink(missing_ok=True)  # it may tell that the file is sound
    found = salvage_month(folder, history.device, month, partial(history.months.held, month))
    if not found.missing:
        raise HistoryError(_nothing(found))
    what = f"restored {counted(found.sessions, 'session')} of {month}"
    history.bring_back(month, found.missing, what)
    return RestoreResult(found.sessions, found.day, tuple(history.warnings))


def _nothing(found: MonthSalvage) -> str:
    if found.is_damaged or found.aside:
        return f"Nothing that is missing can be brought back of {found.month}"
    return f"Nothing is missing of {found.month}, as far as its backups tell"
