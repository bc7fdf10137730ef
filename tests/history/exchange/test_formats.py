"""Exports can be read by others, and do nothing to them."""

import csv
import json
import re
from collections.abc import Callable, Iterator

import pytest
from exchange_files import export_text, one_set

from footcoach_tui.history.codec import to_document
from footcoach_tui.history.exchange.csv_cells import CSV_COLUMNS
from footcoach_tui.history.exchange.formats import Format
from footcoach_tui.session.record import ExerciseRecord, SessionRecord
from footcoach_tui.session.side import Side

Make = Callable[..., SessionRecord]
FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1", " =1", "\uff1d1", "\uff0b1"]


@pytest.mark.parametrize("count", [0, 1, 3])
def test_json_is_what_the_history_prints(
    make_sessions: Callable[[int], list[SessionRecord]], count: int
) -> None:
    records = make_sessions(count)
    printed = {"schema": 1, "sessions": [to_document(record) for record in records]}

    assert export_text(Format.JSON, *records) == json.dumps(printed, indent=2) + "\n"


def test_jsonl_has_a_session_a_line(make_sessions: Callable[[int], list[SessionRecord]]) -> None:
    records = make_sessions(3)
    lines = export_text(Format.JSONL, *records).splitlines()

    assert [json.loads(line) for line in lines] == [to_document(record) for record in records]


def test_csv_has_a_row_a_set_with_the_session_in_each(make_session: Make) -> None:
    exercise = ExerciseRecord(
        "toe-yoga",
        "Toe yoga",
        (
            one_set(at=8.0, load="5"),
            one_set(side=Side.RIGHT, reps=5, seconds=30.125, at=61.5, load=2.5),
        ),
    )
    record = make_session(
        exercises=(exercise,),
        pain=2,
        note="a, b",
        paused=3.0,
        checkin={"sore": []},
        extra={"shoe": "flat"},
    )
    rows = list(csv.DictReader(export_text(Format.CSV, record).splitlines()))

    assert list(rows[0]) == list(CSV_COLUMNS)
    set_columns = ("side", "reps", "seconds", "at", "load")
    assert [tuple(row[name] for name in set_columns) for row in rows] == [
        ("left", "8", "48", "8", "'5"),
        ("right", "5", "30.125", "61.5", "2.5"),
    ]
    assert {(row["ended"], row["paused"], row["checkin"]) for row in rows} == {
        ("", "3", '{"sore": []}')
    }
    assert {row["id"] for row in rows} == {record.id}
    assert {(row["note"], row["pain"], row["effort"], row["session_seconds"]) for row in rows} == {
        ("a, b", "2", "", "601.25")
    }
    assert json.loads(rows[0]["extra"]) == {"shoe": "flat"}


def test_a_session_without_sets_keeps_a_row(make_session: Make) -> None:
    bare = make_session(exercises=())
    planned = make_session(exercises=(ExerciseRecord("toe-yoga", "Toe yoga", ()),))
    rows = list(csv.DictReader(export_text(Format.CSV, bare, planned).splitlines()))

    assert [(row["id"], row["exercise"], row["set"]) for row in rows] == [
        (bare.id, "", ""),
        (planned.id, "toe-yoga", ""),
    ]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_is_a_formula_to_a_spreadsheet(make_session: Make, text: str) -> None:
    exercise = ExerciseRecord(text, text, (one_set(),))
    record = make_session(note=text, title=text, context=text, zone=text, exercises=(exercise,))
    cells = [
        cell for row in csv.reader(export_text(Format.CSV, record).splitlines()) for cell in row
    ]

    assert [cell for cell in cells if re.match(r"\s*[=+\-@\t\r\uff1d\uff0b]", cell)] == []


@pytest.mark.parametrize("kind", [Format.JSON, Format.JSONL, Format.CSV])
def test_an_export_asks_for_one_session_at_a_time(make_session: Make, kind: Format) -> None:
    asked: list[int] = []

    def endless() -> Iterator[SessionRecord]:
        while True:
            asked.append(1)
            yield make_session()

    pieces = kind.export_sessions(endless())
    for _ in range(10):
        assert next(pieces)
    assert len(asked) <= 10
