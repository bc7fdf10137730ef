"""Answers of the index on sessions: each function reads from a database that is up to date.

Sessions come newest first: by their local day, then by the moment, then by id.
"""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from footcoach_tui.history.index.schema import ProblemKind
from footcoach_tui.history.months.files import FileFields, MonthFile

if TYPE_CHECKING:  # each command loads only what it shows
    from footcoach_tui.coach.practice.days import Day
    from footcoach_tui.coach.practice.exercise_totals import ExerciseTotals
    from footcoach_tui.session.record import SessionRecord

_NEWEST_FIRST = "order by day desc, moment desc, id desc"
_BATCH = 500
"""Values that SQLite takes in one question, at the least."""


class FileProblem(NamedTuple):
    """Problem of a file or, with its id, of a session in it."""

    file: MonthFile
    session: str
    sentence: str
    kind: ProblemKind


def newest(
    db: sqlite3.Connection,
    where: str = "true",
    values: Sequence[object] = (),
    limit: int | None = None,
) -> "tuple[SessionRecord, ...]":
    """The sessions for which an expression over the columns of `session` holds."""
    from footcoach_tui.history.index.record_bytes import unpack_all  # noqa: PLC0415 - not for sums

    sql = (
        "select content from record join session on session.key = record.session"
        f" where {where} {_NEWEST_FIRST} limit ?"
    )
    rows = db.execute(sql, (*values, -1 if limit is None else limit))
    return unpack_all(content for (content,) in rows)


def newest_ids(
    db: sqlite3.Connection, where: str = "true", values: Sequence[object] = ()
) -> list[str]:
    """The ids of the sessions for which an expression holds."""
    rows = db.execute(f"select id from session where {where} {_NEWEST_FIRST}", tuple(values))
    return [identity for (identity,) in rows]


def sessions_by_id(
    db: sqlite3.Connection, identities: Collection[str]
) -> "dict[str, SessionRecord]":
    """The sessions that exist, by id."""
    records: dict[str, SessionRecord] = {}
    for marks, batch in batches(identities):
        for record in newest(db, f"id in ({marks})", batch):
            records[record.id] = record
    return records


def count_sessions(db: sqlite3.Connection) -> int:
    return int(db.execute("select count(*) from session").fetchone()[0])


def training_days(db: sqlite3.Connection, first: str = "") -> "tuple[Day, ...]":
    """The days from `first` (YYYY-MM-DD) with sessions that count, oldest first."""
    from footcoach_tui.coach.practice.days import Day  # noqa: PLC0415 - not for lists

    rows = db.execute(
        "select day, count(*), sum(seconds), sum(sets), sum(not is_week_session) from session"
        " where is_counted and day >= ? group by day order by day",
        (first,),
    )
    return tuple(
        [
            Day(date.fromisoformat(day), sessions, round(seconds, 3), sets, short)
            for day, sessions, seconds, sets, short in rows
        ]
    )


def totals_of_exercises(db: sqlite3.Connection) -> "dict[str, ExerciseTotals]":
    """The totals of each exercise over all sessions that count, by its id; the latest name."""
    from footcoach_tui.coach.practice.exercise_totals import ExerciseTotals  # noqa: PLC0415 - the same

    rows = db.execute(
        "select exercise, (select name from done where exercise = every.exercise"
        " order by moment desc, session desc limit 1), count(*), sum(sets), sum(reps),"
        " round(sum(seconds), 3), max(best_reps), max(best_seconds) from done as every"
        " group by exercise"
    )
    return {row[0]: ExerciseTotals(*row) for row in rows}


def files_read(db: sqlite3.Connection) -> list[FileFields]:
    """Return the files as they were when they were read, in their order."""
    return sorted(db.execute("select device, name, month, size, mtime from file"))


def file_problems(db: sqlite3.Connection) -> list[FileProblem]:
    """Return the problems of the files, in the order of the files."""
    rows = db.execute(
        "select device, name, month, size, mtime, session, sentence, kind"
        " from problem join file on file.key = problem.file order by device, name, problem.rowid"
    )
    return [
        FileProblem(MonthFile._make(row[:5]), row[5], row[6], ProblemKind(row[7])) for row in rows
    ]


def batches(values: Iterable[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Question marks and values, in pieces of a size that SQLite takes."""
    rest = tuple(values)
    while rest:
        batch, rest = rest[:_BATCH], rest[_BATCH:]
        yield ", ".join("?" * len(batch)), batch
