"""Sessions in a table of Hevy or Strong: neighbouring rows with one title and start are one.

A session gets an id of its title and start, so that it is known again in the next export.
"""

import csv
import hashlib
import re
from collections.abc import Iterator, Mapping
from datetime import datetime

from footcoach_tui.boundary.text import clean, to_ascii
from footcoach_tui.history.exchange.csv_lines import MAX_CELL_CHARACTERS, CsvLines, csv_error
from footcoach_tui.history.exchange.import_results import (
    ImportedSession,
    RowError,
    imported_session,
)
from footcoach_tui.history.exchange.workout_tables import (
    WorkoutTable,
    header_names,
    read_duration,
    read_number,
    read_time,
)
from footcoach_tui.history.fields import FieldError
from footcoach_tui.history.ids import derived_id
from footcoach_tui.session.record import Origin, SetOutcome
from footcoach_tui.session.side import Side

_SIDE = re.compile(r"\s*\((left|right)\)\s*", re.IGNORECASE)
_NO_SETS = {"rest timer", "note"}
"""Rows of Strong that are no sets, by what they have as the set's order."""
_POUND = 0.45359237
_Cells = Mapping[str, str]


def import_workouts(
    content: bytes, table: WorkoutTable, exercise_ids: Mapping[str, str]
) -> Iterator[ImportedSession | RowError]:
    """The sessions of the rows; `exercise_ids` are by names in lower case.

    A row that cannot be read loses its session. Behind a row that is no CSV nothing more is read.
    """
    csv.field_size_limit(MAX_CELL_CHARACTERS)
    lines = CsvLines(content)
    rows = csv.reader(lines, delimiter=table.delimiter, strict=True)
    try:
        for workout in _workouts(rows, lines, table):
            yield workout.session(exercise_ids)
    except csv.Error as error:
        yield RowError(max(lines.count, 1), "", f"{csv_error(error)}; nothing after it was read")


def _workouts(
    rows: Iterator[list[str]], lines: CsvLines, table: WorkoutTable
) -> Iterator["_Workout"]:
    header = header_names(next(rows, []))
    columns = {table.columns[name]: name for name in header if name in table.columns}
    names = [table.columns.get(name, "") for name in header]
    workout: _Workout | None = None
    last_line = lines.count
    for row in rows:
        line, last_line = last_line + 1, lines.count
        is_sound, lines.is_sound = lines.is_sound, True
        if not any(row):
            continue
        cells = dict(zip(names, row, strict=False))
        if workout is None or not workout.has(cells):
            if workout is not None:
                yield workout
            workout = _Workout(line, cells, columns)
        if not is_sound:
            workout.refuse(line, "", "is not UTF-8")
        elif len(row) != len(header):
            workout.refuse(line, "", f"has {len(row)} cells where {len(header)} are needed")
        else:
            workout.add(line, cells)
    if workout is not None:
        yield workout


class _Workout:
    """Rows of one session, added one after the other."""

    def __init__(self, line: int, cells: _Cells, columns: Mapping[str, str]) -> None:
        """`cells` are those of the first row; `columns` has the file's name of each column."""
        self._line = line
        self._first = cells
        self._columns = columns
        self._exercises: list[tuple[str, list[dict[str, object]]]] = []
        self._notes: dict[str, None] = {}
        self._effort: float = 0.0
        self._error: RowError | None = None

    def has(self, cells: _Cells) -> bool:
        """Whether a row is of this session."""
        return all(cells.get(key) == self._first.get(key) for key in ("title", "start"))

    def refuse(self, line: int, key: str, sentence: str) -> None:
        """Note an error in a row; only the first is told."""
        self._error = self._error or RowError(line, self._columns.get(key, key), sentence)

    def add(self, line: int, cells: _Cells) -> None:
        """Add a row: a set, or a rest, which is left out."""
        if cells.get("kind", "").strip().lower() in _NO_SETS:
            return
        try:
            self._add_set(cells)
        except FieldError as error:
            self.refuse(line, error.where, error.expected)

    def session(self, exercise_ids: Mapping[str, str]) -> ImportedSession | RowError:
        """The session, or the first error in it."""
        try:
            document = self._document(exercise_ids) if self._error is None else {}
        except FieldError as error:
            self.refuse(self._line, error.where, error.expected)
        return self._error or imported_session(self._line, document)

    def _add_set(self, cells: _Cells) -> None:
        title = cells.get("exercise", "")
        side = _SIDE.search(title)
        name = (_SIDE.sub(" ", title) if side else title).strip()
        reps = round(read_number(cells, "reps"))
        seconds = read_number(cells, "seconds")
        load = _load(cells)
        self._effort = max(self._effort, read_number(cells, "rpe"))
        if note := cells.get("exercise_note", "").strip():
            self._notes[f"{name}: {note}"] = None
        if not self._exercises or self._exercises[-1][0] != name:
            self._exercises.append((name, []))
        sets = self._exercises[-1][1]
        which = side[1].lower() if side else str(Side.BOTH)
        done: dict[str, object] = {
            "number": 1 + sum(each["side"] == which for each in sets),
            "side": which,
            "planned_reps": reps,
            "reps": reps,
            "planned_seconds": seconds,
            "seconds": seconds,
            "outcome": str(SetOutcome.DONE),
        }
        sets.append(done | ({"load": load} if load else {}))

    def _document(self, exercise_ids: Mapping[str, str]) -> dict[str, object]:
        """The session as a document. Raises FieldError."""
        title = self._first.get("title", "")
        start = read_time(self._first, "start")
        identity = f"{title}\0{start.replace(tzinfo=None).isoformat()}"
        document: dict[str, object] = {
            "id": derived_id(start, hashlib.sha256(identity.encode()).digest()),
            "date": start.date().isoformat(),
            "started": start.isoformat(),
            "routine": _slug(title),
            "title": title,
            "seconds": self._seconds(start),
            "origin": str(Origin.LOGGED),
            "effort": round(self._effort) or None,
            "note": "; ".join(filter(None, (self._first.get("note", "").strip(), *self._notes))),
            "exercises": [
                {
                    "exercise": exercise_ids.get(name.lower(), _slug(name)),
                    "name": name,
                    "sets": sets,
                }
                for name, sets in self._exercises
            ],
        }
        return {key: value for key, value in document.items() if value is not None}

    def _seconds(self, start: datetime) -> float:
        """The length of the session; that of its sets where the file has none."""
        if self._first.get("end", "").strip():
            return max(0.0, (read_time(self._first, "end") - start).total_seconds())
        if self._first.get("duration", "").strip():
            return read_duration(self._first, "duration")
        sets = (each for _, rows in self._exercises for each in rows)
        return sum(float(str(each["seconds"])) for each in sets)


def _load(cells: _Cells) -> float:
    """The kilograms of a set; 0 for none. Raises FieldError."""
    weight, pounds = read_number(cells, "weight"), read_number(cells, "pounds")
    if "lb" in cells.get("unit", "").lower():
        weight, pounds = 0.0, weight
    kilograms = read_number(cells, "kilograms") or weight or pounds * _POUND
    return round(kilograms, 3)


def _slug(name: str) -> str:
    """An id of a name: letters, digits and dashes of ASCII; the name itself where it has none."""
    return re.sub(r"[^a-z0-9]+", "-", to_ascii(clean(name)).lower()).strip("-") or name
