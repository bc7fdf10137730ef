"""The table for Hevy has its columns, and what Hevy has room for."""

import csv
from collections.abc import Callable

from exchange_files import export_text, one_set

from footcoach_tui.history.exchange.formats import Format
from footcoach_tui.session.record import ExerciseRecord, SessionRecord, SetOutcome
from footcoach_tui.session.side import Side

Make = Callable[..., SessionRecord]


def rows(*records: SessionRecord) -> list[dict[str, str]]:
    return list(csv.DictReader(export_text(Format.HEVY, *records).splitlines()))


def test_a_row_has_the_cells_of_hevy(make_session: Make) -> None:
    sets = (
        one_set(load=2.5),
        one_set(side=Side.RIGHT, reps=0, seconds=29.6, load="band"),
        one_set(number=2, outcome=SetOutcome.SKIPPED),
        one_set(number=2, outcome=SetOutcome.CUT, reps=3, seconds=12.0),
    )
    record = make_session(
        exercises=(ExerciseRecord("toe-yoga", "Toe yoga", sets),), note="=a, b", effort=6
    )

    assert export_text(Format.HEVY, record).splitlines()[0] == (
        '"title","start_time","end_time","description","exercise_title","superset_id",'
        '"exercise_notes","set_index","set_type","weight_kg","reps","distance_km",'
        '"duration_seconds","rpe"'
    )
    first, second, third = rows(record)
    assert first == {
        "title": "Daily feet",
        "start_time": "4 Mar 2026, 07:10",
        "end_time": "4 Mar 2026, 07:20",
        "description": "=a, b",
        "exercise_title": "Toe yoga (left)",
        "superset_id": "",
        "exercise_notes": "",
        "set_index": "0",
        "set_type": "normal",
        "weight_kg": "2.5",
        "reps": "8",
        "distance_km": "",
        "duration_seconds": "48",
        "rpe": "6",
    }
    names = ("exercise_title", "set_index", "weight_kg", "reps", "duration_seconds")
    assert [second[name] for name in names] == ["Toe yoga (right)", "0", "", "", "30"]
    assert [third[name] for name in names] == ["Toe yoga (left)", "1", "", "3", "12"]


def test_an_effort_below_hevys_scale_is_left_out(make_session: Make) -> None:
    assert [row["rpe"] for row in rows(make_session(effort=5), make_session(effort=10))] == [
        *("", ""),
        *("10", "10"),
    ]


def test_what_was_not_trained_is_left_out(make_session: Make) -> None:
    skipped = ExerciseRecord("toe-yoga", "Toe yoga", (one_set(outcome=SetOutcome.SKIPPED),))

    assert rows(make_session(speed=60.0), make_session(exercises=(skipped,))) == []
