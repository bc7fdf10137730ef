"""CSV: one row a set, the session's own fields repeated in each, so that a spreadsheet can sum."""

import csv
import json
from collections.abc import Iterable, Iterator

from footcoach_tui.history.codec import SESSION, to_document
from footcoach_tui.history.exchange.csv_cells import (
    CSV_COLUMNS,
    EXERCISE_COLUMNS,
    EXTRA_COLUMN,
    NUMBER_COLUMN,
    SESSION_COLUMNS,
    SET_COLUMNS,
)
from footcoach_tui.history.fields import Document
from footcoach_tui.session.record import SessionRecord


class Echo:
    """File that returns what is written to it."""

    def write(self, text: str) -> str:
        return text


def export_sessions(records: Iterable[SessionRecord]) -> Iterator[str]:
    """The column names, then the rows of each record; a record without sets has one row."""
    format_row = csv.writer(Echo(), lineterminator="\n").writerow
    yield format_row(CSV_COLUMNS)
    for record in records:
        for row in _rows(to_document(record)):
            yield format_row([row.get(column, "") for column in CSV_COLUMNS])


def _rows(document: Document) -> Iterator[dict[str, str]]:
    session = SESSION_COLUMNS.format(document)
    extra = SESSION.unknown(document)
    if extra:
        session[EXTRA_COLUMN] = json.dumps(extra, allow_nan=False)
    exercises = _documents(document, "exercises")
    if not exercises:
        yield session
    for number, exercise in enumerate(exercises, 1):
        row = session | {NUMBER_COLUMN: str(number)} | EXERCISE_COLUMNS.format(exercise)
        sets = _documents(exercise, "sets")
        if not sets:
            yield row
        for each_set in sets:
            yield row | SET_COLUMNS.format(each_set)


def _documents(document: Document, key: str) -> list[Document]:
    value = document[key]
    return value if isinstance(value, list) else []
