"""One session put together again from its rows in a CSV file."""

from collections.abc import Iterator, Mapping
from operator import itemgetter

from footcoach_tui.history.exchange.csv_cells import (
    EXERCISE_COLUMNS,
    EXTRA_COLUMN,
    NUMBER_COLUMN,
    SESSION_COLUMNS,
    SET_COLUMNS,
    parse_cell,
)
from footcoach_tui.history.exchange.imported import ImportedSession, RowError, import_record
from footcoach_tui.history.exchange.json_strict import STRICT_DECODER, json_error
from footcoach_tui.history.fields import SESSION_FIELDS, FieldError

_Cells = Mapping[str, str]
_MAX_ROWS = 100_000
_MOST_FLAWS = 20
_MOST_DIGITS = 6
_OF_SESSION = itemgetter(*SESSION_COLUMNS, EXTRA_COLUMN)


class SessionRows:
    """Rows with the same id that stand together, taken one after the other."""

    def __init__(self, line: int, identity: str) -> None:
        """`line` is that of the first row."""
        self.identity = identity
        self._line = line
        self._first: _Cells = {}
        self._exercises: list[dict[str, object]] = []
        self._sets: list[list[dict[str, object]]] = []
        self._lines: list[list[int]] = []
        self._number = 0
        self._flaws: list[RowError] = []
        self._rows = 0

    def refuse(self, line: int, key: str, sentence: str) -> None:
        """Note what is wrong with a row; the session is lost by it."""
        if len(self._flaws) < _MOST_FLAWS:
            self._flaws.append(RowError(line, key, sentence, self.identity))

    def add(self, line: int, cells: _Cells) -> None:
        """Take one row: its cells by their columns."""
        self._rows += 1
        if self._rows > _MAX_ROWS:
            self._flaws.clear()
            self.refuse(self._line, "", f"has more than {_MAX_ROWS:,} rows")
            return
        self._first = self._first or cells
        if _OF_SESSION(cells) != _OF_SESSION(self._first):
            for column in _differing(cells, self._first):
                self.refuse(
                    line, column, f"differs from the session's first row, line {self._line}"
                )
        if cells[NUMBER_COLUMN]:
            self._add_exercise(line, cells)
        elif any(cells[column] for column in (*EXERCISE_COLUMNS, *SET_COLUMNS)):
            self.refuse(line, NUMBER_COLUMN, "must be given where there is an exercise")

    def sessions(self) -> Iterator[ImportedSession | RowError]:
        """The session, or all that is wrong with it."""
        if not self._flaws:
            try:
                yield ImportedSession(self._line, import_record(self._document()))
            except FieldError as error:
                self.refuse(*self._found(error))
        yield from self._flaws

    def _add_exercise(self, line: int, cells: _Cells) -> None:
        number = _whole(cells[NUMBER_COLUMN])
        named = {
            field: parse_cell(column, cells[column]) for column, field in EXERCISE_COLUMNS.items()
        }
        if number is None or number < self._number:
            self.refuse(
                line, NUMBER_COLUMN, "must be a whole number that never falls within a session"
            )
            return
        if number > self._number:
            self._number = number
            self._exercises.append(named)
            self._sets.append([])
            self._lines.append([line])
        elif named != self._exercises[-1]:
            self.refuse(line, "exercise", f"is another than before under the number {number}")
        if any(cells[column] for column in SET_COLUMNS):
            self._sets[-1].append(
                {field: parse_cell(column, cells[column]) for column, field in SET_COLUMNS.items()}
            )
            self._lines[-1].append(line)

    def _document(self) -> dict[str, object]:
        """The session as a document. Raises FieldError for what the column `extra` holds."""
        values = {
            field: parse_cell(column, self._first[column])
            for column, field in SESSION_COLUMNS.items()
        }
        absent = [key for key, value in values.items() if value is None]
        absent += [] if values["origin"] else ["origin"]
        given = {key: value for key, value in values.items() if key not in absent}
        return (
            _extra(self._first[EXTRA_COLUMN])
            | given
            | {
                "exercises": [
                    exercise | {"sets": sets}
                    for exercise, sets in zip(self._exercises, self._sets, strict=True)
                ]
            }
        )

    def _found(self, error: FieldError) -> tuple[int, str, str]:
        """The line of the row an error is in, the column for the field's path, the sentence."""
        match error.where.split("."):
            case ["exercises", exercise, "sets", number, field]:
                column = next(name for name, one in SET_COLUMNS.items() if one == field)
                return self._lines[int(exercise) - 1][int(number)], column, error.expected
            case ["exercises", exercise, field]:
                return self._lines[int(exercise) - 1][0], field, error.expected
        column = next(
            (name for name, one in SESSION_COLUMNS.items() if one == error.where), error.where
        )
        return self._line, column, error.expected


def _differing(cells: _Cells, first: _Cells) -> Iterator[str]:
    """The session's columns that are not as in its first row."""
    return (column for column in (*SESSION_COLUMNS, EXTRA_COLUMN) if cells[column] != first[column])


def _whole(cell: str) -> int | None:
    """A whole number from 1 that a cell holds."""
    is_number = cell.isascii() and cell.isdecimal() and len(cell) <= _MOST_DIGITS
    return (int(cell) or None) if is_number else None


def _extra(cell: str) -> dict[str, object]:
    try:
        found = STRICT_DECODER.decode(cell or "{}")
    except (ValueError, RecursionError) as error:
        raise FieldError(EXTRA_COLUMN, json_error(error)) from None
    if not isinstance(found, dict):
        raise FieldError(EXTRA_COLUMN, "must be a JSON object, or empty")
    taken = next((key for key in found if key in SESSION_FIELDS), None)
    if taken is not None:
        raise FieldError(EXTRA_COLUMN, f"must not hold {taken}: that is no field of your own")
    return found
