"""CSV as Hevy exports it, which Hevy and other apps import: one row a set."""

import csv
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from footcoach_tui.history.exchange.csv_export import Echo
from footcoach_tui.session.record import ExerciseRecord, SessionRecord, SetOutcome, SetRecord
from footcoach_tui.session.side import Side

HEVY_COLUMNS = (
    *("title", "start_time", "end_time", "description", "exercise_title", "superset_id"),
    *("exercise_notes", "set_index", "set_type", "weight_kg", "reps", "distance_km"),
    *("duration_seconds", "rpe"),
)
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MIN_RPE = 6
"""Lowest effort that Hevy has a number for."""


def export_sessions(records: Iterable[SessionRecord]) -> Iterator[str]:
    """The column names, then a row for each set that was done in a session that counts."""
    writer = csv.writer(Echo(), lineterminator="\n", quoting=csv.QUOTE_ALL)
    yield writer.writerow(HEVY_COLUMNS)
    for record in records:
        if record.is_counted:
            for row in _rows(record):
                yield writer.writerow([row.get(column, "") for column in HEVY_COLUMNS])


def _rows(record: SessionRecord) -> Iterator[dict[str, object]]:
    end = record.ended or record.started + timedelta(seconds=record.seconds + (record.paused or 0))
    session = {
        "title": record.title or record.routine,
        "start_time": _format_time(record.started),
        "end_time": _format_time(max(end, record.started)),
        "description": record.note,
        "rpe": record.effort if (record.effort or 0) >= _MIN_RPE else "",
    }
    for exercise in record.exercises:
        counts: dict[Side, int] = {}
        for each in exercise.sets:
            if each.outcome is not SetOutcome.SKIPPED:
                index = counts.get(each.side, 0)
                counts[each.side] = index + 1
                yield session | _set_cells(exercise, each, index)


def _set_cells(exercise: ExerciseRecord, each: SetRecord, index: int) -> dict[str, object]:
    side = "" if each.side is Side.BOTH else f" ({each.side})"
    return {
        "exercise_title": f"{exercise.name or exercise.exercise}{side}",
        "set_index": index,
        "set_type": "normal",
        "weight_kg": f"{each.load:.10g}" if isinstance(each.load, float) else "",
        "reps": each.reps or "",
        "duration_seconds": round(each.seconds) or "",
    }


def _format_time(moment: datetime) -> str:
    """A moment as Hevy writes it, in English: 1 Mar 2026, 07:10.

    >>> _format_time(datetime.fromisoformat("2026-03-01T07:10:05+01:00"))
    '1 Mar 2026, 07:10'
    """
    return f"{moment.day} {MONTHS[moment.month - 1]} {moment:%Y, %H:%M}"
