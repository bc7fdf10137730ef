"""Rows of a session in the index: what lists, sums and searches look at."""

import sqlite3

from footcoach_tui.coach.practice.exercise_totals import exercise_totals
from footcoach_tui.history.query.terms import SIDE_BITS
from footcoach_tui.history.query.words import fold, fold_all
from footcoach_tui.session.record import SessionRecord, SetOutcome


class SessionTable:
    """Rows of current sessions, added one after the other."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._words: dict[tuple[str, ...], int | None] = {}

    def add(self, file: int, record: SessionRecord, packed: bytes) -> None:
        """Add a session of a file, `packed` as by `pack`. Raises sqlite3.Error."""
        names = [text for each in record.exercises for text in (each.exercise, each.name)]
        sets = [each for each in record.sets if each.outcome is not SetOutcome.SKIPPED]
        values = {
            "id": record.id,
            "file": file,
            "day": record.date,
            "moment": round(record.started.timestamp() * 1000),
            "seconds": record.seconds,
            "sets": len(sets),
            "is_counted": record.is_counted,
            "is_week_session": record.is_week_session,
            "is_partial": record.is_partial,
            "sides": sum({SIDE_BITS[each.side] for each in sets}),
            "effort": record.effort,
            "pain": record.pain,
            "routine": self._key_of_words(record.routine, record.title),
            "exercises": self._key_of_words(*names),
            "context": self._key_of_words(record.context),
            "note": fold(record.note) or None,
            "has_flags": any((each or {}).get("flags") for each in (record.checkin, record.after)),
        }
        marks = ", ".join("?" * len(values))
        insert = f"insert into session ({', '.join(values)}) values ({marks})"
        key = self._db.execute(insert, tuple(values.values())).lastrowid
        self._db.execute("insert into record values (?, ?)", (key, packed))
        totals = [each for each in exercise_totals(record).values() if each.sets]
        self._db.executemany(
            "insert into done values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [(each.exercise, values["moment"], key, each.name, *each[3:]) for each in totals],
        )

    def _key_of_words(self, *texts: str) -> int | None:
        """Return the key of texts' words, which many sessions share."""
        if texts not in self._words:
            words = (fold_all(texts),)
            found = self._db.execute("select key from words where text = ?", words).fetchone()
            insert = "insert into words (text) values (?)"
            self._words[texts] = found[0] if found else self._db.execute(insert, words).lastrowid
        return self._words[texts]
