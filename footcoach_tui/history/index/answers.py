"""Answers of the index: what each function reads from a database that is up to date.

Sessions come newest first: by their local day, then by the moment, then by id.
"""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from footcoach_tui.coach.days import Day
from footcoach_tui.coach.exercise_totals import ExerciseTotals
from footcoach_tui.history.index.packing import unpack
from footcoach_tui.history.index.schema import ProblemKind
from footcoach_tui.history.months.files import NO_STATUS, MonthFile
from footcoach_tui.history.months.versions import Stamp, Version
from footcoach_tui.session.record import SessionRecord

NEWEST_FIRST = "order by day desc, moment desc, id desc"
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
) -> tuple[SessionRecord, ...]:
    """The sessions for which an expression over the columns of `session` holds."""
    sql = (
        "select content from record join session on session.key = record.session"
        f" where {where} {NEWEST_FIRST} limit ?"
    )
    rows = db.execute(sql, (*values, -1 if limit is None else limit))
    return tuple([unpack(content) for (content,) in rows])


def newest_ids(
    db: sqlite3.Connection, where: str = "true", values: Sequence[object] = ()
) -> list[str]:
    """The ids of the sessions for which an expression holds."""
    rows = db.execute(f"select id from session where {where} {NEWEST_FIRST}", tuple(values))
    return [identity for (identity,) in rows]


def sessions_by_id(db: sqlite3.Connection, identities: Collection[str]) -> dict[str, SessionRecord]:
    """The sessions that exist, by id."""
    records: dict[str, SessionRecord] = {}
    for marks, batch in _batches(identities):
        for record in newest(db, f"id in ({marks})", batch):
            records[record.id] = record
    return records


def count_sessions(db: sqlite3.Connection) -> int:
    return int(db.execute("select count(*) from session").fetchone()[0])


def training_days(db: sqlite3.Connection, first: str = "") -> tuple[Day, ...]:
    """The days from `first` (YYYY-MM-DD) with sessions that count, oldest first."""
    rows = db.execute(
        "select day, count(*), sum(seconds), sum(sets) from session"
        " where is_counted and day >= ? group by day order by day",
        (first,),
    )
    return tuple(
        [
            Day(date.fromisoformat(day), sessions, round(seconds, 3), sets)
            for day, sessions, seconds, sets in rows
        ]
    )


def latest_day(db: sqlite3.Connection, last: str) -> str:
    """The latest day up to `last` with a session that counts, or ""."""
    sql = "select max(day) from session where is_counted and day <= ?"
    return db.execute(sql, (last,)).fetchone()[0] or ""


def totals_of_exercises(db: sqlite3.Connection) -> dict[str, ExerciseTotals]:
    """The totals of each exercise over all sessions that count, by its id; the latest name."""
    # SQLite takes a name from the row of the greatest moment only where that is the one `max`.
    rows = db.execute(
        "select exercise, latest, count(*), sum(sets), sum(reps), round(sum(seconds), 3),"
        " max(best_reps), max(best_seconds) from done join"
        " (select exercise, name as latest, max(moment) from done group by exercise)"
        " using (exercise) group by exercise"
    )
    return {row[0]: ExerciseTotals(*row) for row in rows}


def current_versions(db: sqlite3.Connection, identities: Collection[str]) -> dict[str, Version]:
    """The current version of each session that has one, deletions included, by id."""
    from footcoach_tui.history.codec import to_document  # noqa: PLC0415 - only for changes

    versions: dict[str, Version] = {}
    for marks, batch in _batches(identities):
        rows = db.execute(
            "select version.session, written, revision, device, month, content from version"
            " join file on file.key = version.file left join session on id = version.session"
            " left join record on record.session = session.key"
            f" where is_current and version.session in ({marks})",
            batch,
        )
        for identity, written, revision, device, month, content in rows:
            stamp = Stamp(written, revision, device)
            document = stamp.deletion(identity)
            if content:
                document = stamp.apply(to_document(unpack(content)))
            versions[identity] = Version(identity, stamp, month, document)
    return versions


def ids_that_begin(db: sqlite3.Connection, prefix: str) -> list[str]:
    """At most two ids of sessions that begin with these characters."""
    sql = "select id from session where id >= ? and id < ? order by id limit 2"
    return [identity for (identity,) in db.execute(sql, (prefix, prefix + "~"))]


def rows_in_file(
    db: sqlite3.Connection, device: str, month: str, identities: Collection[str]
) -> tuple[tuple[int, int], dict[str, int]]:
    """The state of a device's file of a month, and the numbers of the rows of these sessions.

    The state is `NO_STATUS` for a file that is unknown, or has not a session a line.
    """
    place = (device, f"{month}.json")
    row = db.execute(
        "select key, size, mtime from file where device = ? and name = ? and has_row_lines", place
    ).fetchone()
    if row is None:
        return NO_STATUS, {}
    numbers: dict[str, int] = {}
    for marks, batch in _batches(identities):
        sql = f"select session, number from version where file = ? and session in ({marks})"
        numbers.update(db.execute(sql, (row[0], *batch)).fetchall())
    return (row[1], row[2]), numbers


def file_problems(db: sqlite3.Connection) -> list[FileProblem]:
    """What could not be used of the files, in their order."""
    rows = db.execute(
        "select device, name, month, size, mtime, session, sentence, kind"
        " from problem join file on file.key = problem.file order by device, name, problem.rowid"
    )
    return [
        FileProblem(MonthFile._make(row[:5]), row[5], row[6], ProblemKind(row[7])) for row in rows
    ]


def month_files(db: sqlite3.Connection) -> list[MonthFile]:
    """The files that were read, in their order."""
    rows = db.execute("select device, name, month, size, mtime from file order by device, name")
    return list(map(MonthFile._make, rows))


def entries(db: sqlite3.Connection, kind: str) -> list[dict[str, object]]:
    """The documents of the entries of a kind, the latest day first."""
    sql = "select distinct document from entry where kind = ? order by day desc, id desc"
    return [json.loads(text) for (text,) in db.execute(sql, (kind,))]


def _batches(values: Iterable[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Question marks and values, in pieces of a size that SQLite takes."""
    rest = tuple(values)
    while rest:
        batch, rest = rest[:_BATCH], rest[_BATCH:]
        yield ", ".join("?" * len(batch)), batch
