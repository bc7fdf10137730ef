"""Tables of Hevy and Strong become sessions, or are refused by line and column."""

import csv
import io
from collections.abc import Callable
from datetime import timedelta

import pytest
from exchange_files import export_text, one_set, problem_texts
from hypothesis import given
from hypothesis import strategies as st

from footcoach_tui.history.exchange.formats import Format
from footcoach_tui.history.exchange.hevy_export import HEVY_COLUMNS
from footcoach_tui.history.exchange.import_results import ImportedSession, RowError
from footcoach_tui.history.exchange.importer import (
    ImportedFile,
    import_changes,
    twins,
)
from footcoach_tui.history.exchange.workout_import import import_workouts
from footcoach_tui.history.exchange.workout_tables import workout_table
from footcoach_tui.session.record import ExerciseRecord, Origin, SessionRecord
from footcoach_tui.session.side import Side

Make = Callable[..., SessionRecord]
Take = Callable[..., ImportedFile]

HEVY = """\
"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes",\
"set_index","set_type","weight_lbs","reps","distance_miles","duration_seconds","rpe"
"Legs, feet","30 Nov 2026, 02:45","30 Nov 2026, 03:25","sore =1","Calf Raise (Machine)","","slow",\
"0","warmup","44.1","12","","",""
"Legs, feet","30 Nov 2026, 02:45","30 Nov 2026, 03:25","sore =1","Calf Raise (Machine)","","slow",\
"1","normal","100","8","","","8.5"
"Legs, feet","30 Nov 2026, 02:45","30 Nov 2026, 03:25","sore =1","Toe yoga (left)","","",\
"0","normal","","","","40",""
"Legs, feet","30 Nov 2026, 02:45","30 Nov 2026, 03:25","sore =1","Toe yoga (right)","","",\
"0","normal","","","","38",""
"Run","1 Dec 2026, 18:00","1 Dec 2026, 18:30","","Running","","","0","normal","","","3.1","1800",""
"""
STRONG_OLD = """\
\ufeffDate;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;Distance Unit;\
Seconds;Notes;Workout Notes
2026-11-30 02:45:00;Legs;Calf Raise;W;20,5;kg;12;;;;0;;tired
2026-11-30 02:45:00;Legs;Calf Raise;1;45;lbs;8;9;;;0;;tired
2026-11-30 02:45:00;Legs;Plank;1;0;kg;0;;;;60;;tired
"""
STRONG = """\
Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,RPE
2026-11-30 02:45:00,"Legs",1h 5m,"Calf Raise",1,20.0,12,0,0.0,
2026-11-30 02:45:00,"Legs",1h 5m,"Calf Raise",Rest Timer,0,0,0,90.0,
2026-11-30 02:45:00,"Legs",1h 5m,"Calf Raise",2,20.0,10,0,0.0,7
2026-12-01 02:45:00,"Legs",35m,"Calf Raise",1,20.0,12,0,0.0,
"""


def sets_of(record: SessionRecord) -> list[tuple[object, ...]]:
    return [
        (exercise.exercise, each.number, str(each.side), each.reps, each.seconds, each.load)
        for exercise in record.exercises
        for each in exercise.sets
    ]


def test_hevys_own_export_is_read(take: Take) -> None:
    file = take(Format.CSV, HEVY)
    legs, run = file.records

    assert (file.app, file.problems) == ("Hevy", ())
    assert sets_of(legs) == [
        ("calf-raise-machine", 1, "both", 12, 0, 20.003),
        ("calf-raise-machine", 2, "both", 8, 0, 45.359),
        ("toe-yoga", 1, "left", 0, 40, None),
        ("toe-yoga", 1, "right", 0, 38, None),
    ]
    assert (legs.title, legs.routine, legs.origin) == ("Legs, feet", "legs-feet", Origin.LOGGED)
    assert (legs.seconds, legs.effort) == (40 * 60, 8)
    assert legs.note == "sore =1; Calf Raise (Machine): slow"
    assert f"{legs.started:%Y-%m-%d %H:%M}" == "2026-11-30 02:45"
    assert (run.seconds, run.effort) == (1800, None)


def test_both_tables_of_strong_are_read(take: Take) -> None:
    (old,) = take(Format.CSV, STRONG_OLD).records
    first, second = take(Format.CSV, STRONG).records

    assert sets_of(old) == [
        ("calf-raise", 1, "both", 12, 0, 20.5),
        ("calf-raise", 2, "both", 8, 0, 20.412),
        ("plank", 1, "both", 0, 60, None),
    ]
    assert (old.note, old.effort, old.seconds) == ("tired", 9, 60)
    assert sets_of(first) == [
        ("calf-raise", 1, "both", 12, 0, 20),
        ("calf-raise", 2, "both", 10, 0, 20),
    ]
    assert (first.seconds, second.seconds) == (65 * 60, 35 * 60)
    assert take(Format.CSV, STRONG).app == "Strong"


def test_a_second_import_changes_nothing(take: Take) -> None:
    first, second = take(Format.CSV, HEVY), take(Format.CSV, HEVY.replace("sore", "Sore"))
    stored = {record.id: record for record in first.records}

    assert import_changes(take(Format.CSV, HEVY).records, stored).same == 2
    changes = import_changes(second.records, stored)
    assert (changes.new, len(changes.different), changes.same) == ((), 1, 1)


def test_what_went_to_hevy_comes_back_with_its_sets(take: Take, make_session: Make) -> None:
    sets = (one_set(load=2.5), one_set(side=Side.RIGHT, reps=0, seconds=29.0))
    gone = make_session(
        exercises=(ExerciseRecord("toe-yoga", "Toe yoga", sets),), note="a, “b”", effort=7
    )
    (back,) = take(Format.CSV, export_text(Format.HEVY, gone)).records

    assert sets_of(back) == sets_of(gone)
    assert (back.title, back.note, back.effort) == (gone.title, gone.note, gone.effort)
    known = twins([back], [gone, make_session(started="2026-03-04T07:11:00+01:00")])
    assert list(known) == [back.id]
    assert import_changes([back], known).same == 1
    assert twins([back], [make_session(title="Other")]) == {}


def test_a_bundled_exercise_keeps_its_id(make_session: Make) -> None:
    name = "Heel raise, both feet"
    gone = make_session(exercises=(ExerciseRecord("heel-raise-double", name, (one_set(),)),))
    content = export_text(Format.HEVY, gone).encode()
    table = workout_table(content)

    assert table is not None
    (back,) = import_workouts(content, table, {name.lower(): "heel-raise-double"})
    assert isinstance(back, ImportedSession)
    assert back.record.exercises[0].exercise == "heel-raise-double"


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ("30 Nov", "30 Dez", "x:2: start_time: must be an English date such as 30 Nov 2026"),
        ("30 Nov", "31 Nov", "x:2: start_time: must be an English date"),
        ("30 Nov 2026", "1 Jan 0001", "x:2: start_time: must be an English date"),
        ('"100"', '"1e3"', "x:3: weight_lbs: must be a number"),
        ('"100"', '"9999"', "x:2: exercises.1.sets.2.load: must be a number from 0 to 1000"),
        ('"8.5"', '"11"', "x:2: effort: must be a whole number from 0 to 10"),
        ('"8","","","8.5"', '"8","","8.5"', "x:3: has 13 cells where 14 are needed"),
    ],
)
def test_a_row_that_cannot_be_read_loses_its_session(
    take: Take, before: str, after: str, sentence: str
) -> None:
    file = take(Format.CSV, HEVY.replace(before, after))

    assert problem_texts(file)[0].startswith(sentence)
    assert [record.title for record in file.records] == ["Run"]


def test_texts_are_cleaned(take: Take) -> None:
    (hostile, *_) = take(Format.CSV, HEVY.replace("Toe yoga", "\x1b]0;x\x07To\u202ee")).records

    names = [exercise.name for exercise in hostile.exercises]
    assert names == ["Calf Raise (Machine)", "]0;xToe"]
    assert all(name.isprintable() for name in names)


cells = st.text(max_size=12) | st.sampled_from(
    ["", "30 Nov 2026, 02:45", "2026-11-30 02:45:00", "8", "0.5", "99999999", "normal", "nan"]
)
tables = st.lists(st.lists(cells, min_size=14, max_size=14), max_size=4)


@given(rows=tables, more=st.binary(max_size=40))
def test_no_table_breaks_the_reader(rows: list[list[str]], more: bytes) -> None:
    out = io.StringIO()
    csv.writer(out).writerows([HEVY_COLUMNS, *rows])
    content = out.getvalue().encode(errors="replace") + more
    table = workout_table(content)

    assert table is not None
    for result in import_workouts(content, table, {}):
        assert isinstance(result, ImportedSession | RowError)
        if isinstance(result, ImportedSession):
            assert result.record.title.isprintable() or not result.record.title
            assert result.record.started.utcoffset() < timedelta(days=1)  # type: ignore[operator]


def test_other_tables_are_no_workouts(make_session: Make) -> None:
    assert workout_table(export_text(Format.CSV, make_session()).encode()) is None
    assert workout_table(b"") is None
    assert workout_table(b"\xff\xfe\x00") is None
