"""One session put together again from its rows in a CSV file."""

from collections.abc import Iterator, Mapping
from operator import itemgetter

from footcoach_tui.history.codec import KNOWN
from footcoach_tui.history.exchange.arrivals import Arrival, Flaw, record_of
from footcoach_tui.history.exchange.csv_cells import (
    EXERCISE,
    EXTRA,
    NUMBER,
    SESSION,
    SET,
    value_of,
)
from footcoach_tui.history.exchange.strict_json import STRICT, why
from footcoach_tui.history.fields import FieldError

Cells = Mapping[str, str]
MOST_ROWS = 100_000
_MOST_FLAWS = 20
_MOST_DIGITS = 6
_OF_SESSION = itemgetter(*SESSION, EXTRA)


class RowsOfSession:
    """Rows with the same id that stand together, taken one after the other."""

    def __init__(self, line: int, identity: str) -> None:
        """`line` is that of the first row."""
        self.identity = identity
        self._line = line
        self._first: Cells = {}
        self._exercises: list[dict[str, object]] = []
        self._sets: list[list[dict[str, object]]] = []
        self._lines: list[list[int]] = []
        self._number = 0
        self._flaws: list[Flaw] = []
        self._rows = 0

    def refuse(self, line: int, key: str, sentence: str) -> None:
        """Note what is wrong with a row; the session is lost by it."""
        if len(self._flaws) < _MOST_FLAWS:
            self._flaws.append(Flaw(line, key, sentence, self.identity))

    def add(self, line: int, cells: Cells) -> None:
        """Take one row: its cells by their columns."""
        self._rows += 1
        if self._rows > MOST_ROWS:
            self._flaws.clear()
            self.refuse(self._line, "", f"has more than {MOST_ROWS:,} rows")
            return
        self._first = self._first or cells
        if _OF_SESSION(cells) != _OF_SESSION(self._first):
            for column in _differing(cells, self._first):
                self.refuse(
                    line, column, f"differs from the session's first row, line {self._line}"
                )
        if cells[NUMBER]:
            self._add_exercise(line, cells)
        elif any(cells[column] for column in (*EXERCISE, *SET)):
            self.refuse(line, NUMBER, "must be given where there is an exercise")

    def sessions(self) -> Iterator[Arrival | Flaw]:
        """The session, or all that is wrong with it."""
        if not self._flaws:
            try:
                yield Arrival(self._line, record_of(self._document()))
            except FieldError as error:
                self.refuse(*self._found(error))
        yield from self._flaws

    def _add_exercise(self, line: int, cells: Cells) -> None:
        number = _whole(cells[NUMBER])
        named = {field: value_of(column, cells[column]) for column, field in EXERCISE.items()}
        if number is None or number < self._number:
            self.refuse(line, NUMBER, "must be a whole number that never falls within a session")
            return
        if number > self._number:
            self._number = number
            self._exercises.append(named)
            self._sets.append([])
            self._lines.append([line])
        elif named != self._exercises[-1]:
            self.refuse(line, "exercise", f"is another than before under the number {number}")
        if any(cells[column] for column in SET):
            self._sets[-1].append(
                {field: value_of(column, cells[column]) for column, field in SET.items()}
            )
            self._lines[-1].append(line)

    def _document(self) -> dict[str, object]:
        """The session as a document. Raises FieldError for what the column `extra` holds."""
        values = {field: value_of(column, self._first[column]) for column, field in SESSION.items()}
        absent = [key for key, value in values.items() if value is None]
        absent += [] if values["origin"] else ["origin"]
        given = {key: value for key, value in values.items() if key not in absent}
        return (
            _extra(self._first[EXTRA])
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
                column = next(name for name, one in SET.items() if one == field)
                return self._lines[int(exercise) - 1][int(number)], column, error.wanted
            case ["exercises", exercise, field]:
                return self._lines[int(exercise) - 1][0], field, error.wanted
        column = next((name for name, one in SESSION.items() if one == error.where), error.where)
        return self._line, column, error.wanted


def _differing(cells: Cells, first: Cells) -> Iterator[str]:
    """The session's columns that are not as in its first row."""
    return (column for column in (*SESSION, EXTRA) if cells[column] != first[column])


def _whole(cell: str) -> int | None:
    """A whole number from 1 that a cell holds."""
    is_number = cell.isascii() and cell.isdecimal() and len(cell) <= _MOST_DIGITS
    return (int(cell) or None) if is_number else None


def _extra(cell: str) -> dict[str, object]:
    try:
        found = STRICT.decode(cell or "{}")
    except (ValueError, RecursionError) as error:
        raise FieldError(EXTRA, why(error)) from None
    if not isinstance(found, dict):
        raise FieldError(EXTRA, "must be a JSON object, or empty")
    taken = next((key for key in found if key in KNOWN), None)
    if taken is not None:
        raise FieldError(EXTRA, f"must not hold {taken}: that is no field of your own")
    return found
