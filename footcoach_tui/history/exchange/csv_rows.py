"""Session put together from its rows in a CSV file."""

from collections.abc import Iterator, Mapping
from operator import itemgetter

from footcoach_tui.history.codec import SESSION
from footcoach_tui.history.exchange.csv_cells import (
    EXERCISE_COLUMNS,
    EXTRA_COLUMN,
    NUMBER_COLUMN,
    SESSION_COLUMNS,
    SET_COLUMNS,
)
from footcoach_tui.history.exchange.import_results import ImportedSession, RowError, import_record
from footcoach_tui.history.exchange.json_source import decode_json
from footcoach_tui.history.fields import FieldError

_Cells = Mapping[str, str]
_MAX_ROWS = 100_000
_MAX_ERRORS = 20
_MAX_NUMBER_DIGITS = 6
_SHARED_COLUMNS = (*SESSION_COLUMNS, EXTRA_COLUMN)
_shared_cells = itemgetter(*_SHARED_COLUMNS)


class SessionRows:
    """Neighbouring rows with the same id, added one after the other."""

    def __init__(self, line: int, identity: str) -> None:
        """`line` is that of the first row."""
        self.identity = identity
        self._line = line
        self._first: _Cells = {}
        self._exercises: list[dict[str, object]] = []
        self._exercise: dict[str, object] = {}
        self._sets: list[dict[str, object]] = []
        """The latest exercise without its sets, and its sets."""
        self._lines: list[list[int]] = []
        """For each exercise the line of its first row, then one for each set."""
        self._number = 0
        self._errors: list[RowError] = []
        self._rows = 0

    def refuse(self, line: int, key: str, sentence: str) -> None:
        """Note an error in a row; the session is lost by it."""
        if len(self._errors) < _MAX_ERRORS:
            self._errors.append(RowError(line, key, sentence, self.identity))

    def add(self, line: int, cells: _Cells) -> None:
        """Add a row: its cells by their columns."""
        self._rows += 1
        if self._rows > _MAX_ROWS:
            self._errors.clear()
            self.refuse(self._line, "", f"has more than {_MAX_ROWS:,} rows")
            return
        self._first = self._first or cells
        if _shared_cells(cells) != _shared_cells(self._first):
            sentence = f"differs from the session's first row, line {self._line}"
            for column in _SHARED_COLUMNS:
                if cells[column] != self._first[column]:
                    self.refuse(line, column, sentence)
        if cells[NUMBER_COLUMN]:
            self._add_exercise(line, cells)
        elif any(cells[column] for column in (*EXERCISE_COLUMNS, *SET_COLUMNS)):
            self.refuse(line, NUMBER_COLUMN, "must be given where there is an exercise")

    def sessions(self) -> Iterator[ImportedSession | RowError]:
        """The session, or all errors in it."""
        if not self._errors:
            try:
                yield ImportedSession(self._line, import_record(self._document()))
            except FieldError as error:
                self.refuse(*self._place(error), error.expected)
        yield from self._errors

    def _add_exercise(self, line: int, cells: _Cells) -> None:
        number = _parse_number(cells[NUMBER_COLUMN])
        exercise = EXERCISE_COLUMNS.parse(cells)
        if number is None or number < self._number:
            self.refuse(
                line, NUMBER_COLUMN, "must be a whole number that does not go down within a session"
            )
            return
        if number > self._number:
            self._number, self._exercise, self._sets = number, exercise, []
            self._exercises.append(exercise | {"sets": self._sets})
            self._lines.append([line])
        elif exercise != self._exercise:
            self.refuse(
                line, "exercise", f"differs from the one above with the same number, {number}"
            )
        if any(cells[column] for column in SET_COLUMNS):
            self._sets.append(SET_COLUMNS.parse(cells))
            self._lines[-1].append(line)

    def _document(self) -> dict[str, object]:
        """The session as a document. Raises FieldError for the content of the column `extra`."""
        fields = SESSION_COLUMNS.parse(self._first)
        given = {key: value for key, value in fields.items() if value is not None}
        given["exercises"] = self._exercises
        return _parse_extra(self._first[EXTRA_COLUMN]) | given

    def _place(self, error: FieldError) -> tuple[int, str]:
        """The line of the row an error is in, and the column of the field."""
        match error.where.split("."):
            case ["exercises", exercise, "sets", number, field]:
                return self._lines[int(exercise) - 1][int(number)], SET_COLUMNS.column_of(field)
            case ["exercises", exercise, field]:
                return self._lines[int(exercise) - 1][0], field
        return self._line, SESSION_COLUMNS.column_of(error.where)


def _parse_number(cell: str) -> int | None:
    """A whole number from 1; None for any other cell."""
    is_number = cell.isascii() and cell.isdecimal() and len(cell) <= _MAX_NUMBER_DIGITS
    return (int(cell) or None) if is_number else None


def _parse_extra(cell: str) -> dict[str, object]:
    """The session's unknown fields. Raises FieldError."""
    try:
        fields = decode_json(cell or "{}")
    except ValueError as error:
        raise FieldError(EXTRA_COLUMN, str(error)) from None
    if not isinstance(fields, dict):
        raise FieldError(EXTRA_COLUMN, "must be a JSON object, or empty")
    known = next((key for key in fields if key in SESSION.known), None)
    if known is not None:
        raise FieldError(EXTRA_COLUMN, f"must not contain {known}: that is a footcoach field")
    return fields
