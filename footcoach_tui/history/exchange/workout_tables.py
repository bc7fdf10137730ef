"""Tables of Hevy and Strong: their columns under one name each, and the forms of their cells."""

import csv
import re
from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from footcoach_tui.history.exchange.hevy_export import MONTHS
from footcoach_tui.history.fields import FieldError

_MAX_HEADER = 10_000
_HEVY_TIME = re.compile(r"(\d{1,2}) ([A-Z][a-z]{2})[a-z]* (\d{4}), (\d{1,2}):(\d{2})", re.ASCII)
_DURATION = re.compile(r"(?:(\d{1,2})h)? ?(?:(\d{1,4})m(?:in)?)? ?(?:(\d{1,5})s?)?", re.ASCII)
_NUMBER = re.compile(r"\d{1,7}(?:[.,]\d{1,9})?", re.ASCII)
_MINUTE, _HOUR = 60, 3600


class WorkoutTable(NamedTuple):
    """Table of an app: for each column, in lower case, the name under which it is read."""

    app: str
    columns: dict[str, str]
    needed: frozenset[str]
    delimiter: str = ","


_HEVY = WorkoutTable(
    "Hevy",
    {
        "title": "title",
        "start_time": "start",
        "end_time": "end",
        "description": "note",
        "exercise_title": "exercise",
        "exercise_notes": "exercise_note",
        "set_type": "kind",
        "weight_kg": "kilograms",
        "weight_lbs": "pounds",
        "reps": "reps",
        "duration_seconds": "seconds",
        "rpe": "rpe",
    },
    frozenset({"title", "start_time", "exercise_title"}),
)
_STRONG = WorkoutTable(
    "Strong",
    {
        "workout name": "title",
        "date": "start",
        "duration": "duration",
        "duration (sec)": "duration",
        "workout notes": "note",
        "exercise name": "exercise",
        "notes": "exercise_note",
        "set order": "kind",
        "weight": "weight",
        "weight unit": "unit",
        "weight (kg)": "kilograms",
        "weight (lbs)": "pounds",
        "reps": "reps",
        "seconds": "seconds",
        "rpe": "rpe",
    },
    frozenset({"date", "workout name", "exercise name"}),
)


def workout_table(content: bytes) -> WorkoutTable | None:
    """Return the table that a file is by its first line; None for any other file."""
    header = content[:_MAX_HEADER].partition(b"\n")[0].decode("utf-8", errors="replace")
    for delimiter in (",", ";"):
        names = header_names(next(csv.reader([header], delimiter=delimiter), []))
        for table in (_HEVY, _STRONG):
            if table.needed <= set(names):
                return table._replace(delimiter=delimiter)
    return None


def header_names(cells: list[str]) -> list[str]:
    return [cell.strip().lower() for cell in cells]


def read_time(cells: Mapping[str, str], column: str) -> datetime:
    """The aware moment in a cell, which is local time. Raises FieldError."""
    cell = cells.get(column, "").strip()
    match = _HEVY_TIME.fullmatch(cell)
    try:
        if match:
            day, month, *others = match.groups()
            year, hour, minute = map(int, others)
            time = datetime(year, MONTHS.index(month) + 1, int(day), hour, minute)  # noqa: DTZ001 - made aware below
        else:
            time = datetime.fromisoformat(cell)
        return time if time.tzinfo else time.astimezone()
    except (ValueError, OverflowError):  # the year 1 has no local time
        sentence = "must be an English date such as 30 Nov 2026, 02:45 or 2026-11-30 02:45:00"
        raise FieldError(column, sentence) from None


def read_duration(cells: Mapping[str, str], column: str) -> float:
    """The seconds in a cell such as `1h 5m`. Raises FieldError."""
    match = _DURATION.fullmatch(cells.get(column, "").strip())
    if not match:
        raise FieldError(column, "must be a length such as 1h 5m")
    hours, minutes, seconds = (int(part or 0) for part in match.groups())
    return float(hours * _HOUR + minutes * _MINUTE + seconds)


def read_number(cells: Mapping[str, str], column: str) -> float:
    """The number in a cell; 0 for an empty one. Raises FieldError."""
    cell = cells.get(column, "").strip()
    if not cell:
        return 0.0
    if not _NUMBER.fullmatch(cell):
        raise FieldError(column, "must be a number")
    return float(cell.replace(",", "."))
