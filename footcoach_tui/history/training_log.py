"""Training log of the coach, read from the history."""

import sqlite3
from datetime import date, timedelta

from footcoach_tui.coach.log import TrainingLog
from footcoach_tui.history.index import answers
from footcoach_tui.history.index.rows import entries
from footcoach_tui.history.months.entries import EntryKind
from footcoach_tui.history.reader import HistoryReader

_DAYS = 400
"""Days before today that are read; a course that began earlier is read from its beginning.

Of earlier days only sessions with red flags: those stay open until a professional has seen them.
"""


def read_training_log(history: HistoryReader, today: date) -> TrainingLog:
    """Return the log up to tomorrow: after a flight east over the date line, yesterday is that.

    Later days come from a clock that was wrong.
    """
    return history.index.ask(lambda db: _read(db, today))


def _read(db: sqlite3.Connection, today: date) -> TrainingLog:
    kinds = {kind: list(reversed(entries(db, kind))) for kind in EntryKind}
    log = TrainingLog.read(
        (),
        check_ins=kinds[EntryKind.CHECK_IN],
        profiles=kinds[EntryKind.PROFILE],
        choices=kinds[EntryKind.PLAN],
        clearances=kinds[EntryKind.CLEARED],
        tests=kinds[EntryKind.TEST],
    )
    first = today - timedelta(days=_DAYS)
    if log.choice:
        first = min(first, log.choice.begun)
    days = first.isoformat(), (today + timedelta(days=1)).isoformat()
    newest = answers.newest(db, "day between ? and ?", days)
    flagged = answers.newest(db, "has_flags and day < ?", days[:1])
    return log._replace(sessions=(*newest, *flagged)[::-1])
