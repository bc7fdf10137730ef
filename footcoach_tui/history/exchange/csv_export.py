"""CSV: one row a set, the session's own fields repeated in each, so that a spreadsheet can sum."""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping

from footcoach_tui.history.codec import to_document
from footcoach_tui.history.exchange.csv_cells import (
    CSV_COLUMNS,
    EXERCISE_COLUMNS,
    EXTRA_COLUMN,
    NUMBER_COLUMN,
    SESSION_COLUMNS,
    SET_COLUMNS,
    format_cell,
)
from footcoach_tui.history.fields import SESSION_FIELDS, Document
from footcoach_tui.session.record import SessionRecord


class _Echo:
    """A file that hands back what is written to it."""

    def write(self, text: str) -> str:
        return text


def export_csv(records: Iterable[SessionRecord]) -> Iterator[str]:
    """The names of the columns, then the rows of each record; a record without sets keeps one."""
    line = csv.writer(_Echo(), lineterminator="\n").writerow
    yield line(CSV_COLUMNS)
    for record in records:
        for row in _rows(to_document(record)):
            yield line([row.get(column, "") for column in CSV_COLUMNS])


def _rows(document: Document) -> Iterator[dict[str, str]]:
    session = _cells(SESSION_COLUMNS, document)
    extra = {key: value for key, value in document.items() if key not in SESSION_FIELDS}
    if extra:
        session[EXTRA_COLUMN] = json.dumps(extra, allow_nan=False)
    exercises = _listed(document, "exercises")
    if not exercises:
        yield session
    for number, exercise in enumerate(exercises, 1):
        named = session | {NUMBER_COLUMN: str(number)} | _cells(EXERCISE_COLUMNS, exercise)
        sets = _listed(exercise, "sets")
        if not sets:
            yield named
        for one in sets:
            yield named | _cells(SET_COLUMNS, one)


def _cells(columns: Mapping[str, str], document: Document) -> dict[str, str]:
    return {column: format_cell(document[field]) for column, field in columns.items()}


def _listed(document: Document, key: str) -> list[Document]:
    value = document[key]
    return value if isinstance(value, list) else []
