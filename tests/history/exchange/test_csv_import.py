"""Rows of CSV are taken as whole sessions, or refused with their line and column."""

from collections.abc import Callable

import pytest
from exchange_files import export_text, problem_texts

from footcoach_tui.history.exchange import csv_rows
from footcoach_tui.history.exchange.formats import Format
from footcoach_tui.history.exchange.importer import ImportedFile
from footcoach_tui.session.record import SessionRecord

Make = Callable[..., SessionRecord]
Many = Callable[[int], list[SessionRecord]]
Take = Callable[..., ImportedFile]


def row_of(line: str, column: str, value: str) -> str:
    """A row of a CSV file with another value in a column; no cell may hold a comma."""
    names = export_text(Format.CSV).strip().split(",")
    cells = line.split(",")
    cells[names.index(column)] = value
    return ",".join(cells)


@pytest.mark.parametrize(
    ("column", "value", "sentence"),
    [
        ("id", "01", "x:2: id: must be a ULID: 26 digits and capital letters"),
        ("date", "2026-03-05", "x:2: date: must be the day of started, 2026-03-04"),
        ("ended", "later", "x:2: ended: must be a date and time such as"),
        ("paused", "-1", "x:2: paused: must be a number from 0 to 31622400"),
        ("checkin", "[]", "x:2: checkin: must be an object with fields"),
        ("after", "{a", "x:2: after: is not JSON: expecting property name enclosed in double"),
        ("pain", "eleven", "x:2: pain: must be a whole number from 0 to 10"),
        ("session_seconds", "nan", "x:2: session_seconds: must be a number from 0 to 86400"),
        ("speed", "1e3", "x:2: speed: must be a number from 0.001 to 1000"),
        ("effort", "٣", "x:2: effort: must be a whole number from 0 to 10"),
        ("extra", "[]", "x:2: extra: must be a JSON object, or empty"),
        ("extra", "{a", "x:2: extra: is not JSON: expecting property name enclosed in double"),
        (
            "extra",
            '"{""note"": 1}"',
            "x:2: extra: must not contain note: that is a footcoach field",
        ),
    ],
)
def test_csv_names_the_row_and_the_column(
    take: Take, make_session: Make, column: str, value: str, sentence: str
) -> None:
    head, *rows = export_text(Format.CSV, make_session()).splitlines()
    result = take(Format.CSV, "\n".join([head, *(row_of(row, column, value) for row in rows)]))

    assert problem_texts(result)[0].startswith(sentence)
    assert result.records == ()


@pytest.mark.parametrize(
    ("column", "value", "sentence"),
    [
        ("reps", "-1", "reps: must be a whole number from 0 to 100000"),
        ("set", "0", "set: must be a whole number from 1 to 1000"),
        ("at", "-1", "at: must be a number from 0 to 31622400"),
        ("load", "1001", "load: must be a number from 0 to 1000"),
        ("side", "up", "side: must be one of both, left, right"),
        ("outcome", "", "outcome: must be one of done, cut-short, skipped"),
        ("note", "other", "note: differs from the session's first row, line 2"),
        ("exercise_number", "x", "exercise_number: must be a whole number that does not go down"),
        ("exercise_number", "0", "exercise_number: must be a whole number that does not go down"),
        ("exercise_number", "", "exercise_number: must be given where there is an exercise"),
        ("exercise", "toe-yoga", "exercise: differs from the one above with the same number, 1"),
    ],
)
def test_a_bad_row_costs_its_whole_session(
    take: Take, make_session: Make, column: str, value: str, sentence: str
) -> None:
    head, first, second = export_text(Format.CSV, make_session()).splitlines()
    other = make_session("2026-03-05T07:00:00+01:00")
    rest = export_text(Format.CSV, other).splitlines()[1:]
    result = take(Format.CSV, "\n".join([head, first, row_of(second, column, value), *rest]))

    assert problem_texts(result)[0].startswith(f"x:3: {sentence}")
    assert result.records == (other,)


def test_rows_torn_apart_are_no_session(take: Take, make_session: Make) -> None:
    head, first, second = export_text(Format.CSV, make_session()).splitlines()
    other = make_session("2026-03-05T07:00:00+01:00")
    rest = export_text(Format.CSV, other).splitlines()[1:]

    assert take(Format.CSV, "\n".join([head, first, *rest, second])).records == (other,)
    assert take(Format.CSV, "\n".join([head, first, "x", *rest, second])).records == (other,)
    bad = row_of(second, "reps", "-")
    assert take(Format.CSV, "\n".join([head, first, *rest, bad])).records == (other,)
    assert take(Format.CSV, "\n".join([head, bad, *rest, first])).records == (other,)


def test_columns_may_stand_in_another_order_and_some_be_missing(
    take: Take, make_session: Make
) -> None:
    record = make_session(note="")
    rows = [line.split(",") for line in export_text(Format.CSV, record).splitlines()]
    dropped = {"note", "origin", "speed", "extra", "pain"}
    dropped |= {"ended", "paused", "checkin", "after", "morning", "at", "load"}
    keep = [at for at, name in enumerate(rows[0]) if name not in dropped][::-1]
    result = take(Format.CSV, "\n".join(",".join(row[at] for at in keep) for row in rows))

    assert (result.records, result.problems) == ((record,), ())


@pytest.mark.parametrize(
    ("head", "sentence"),
    [
        ("", "is empty; the first line must name the columns"),
        ("id;date;started", "has no commas between its cells; save it as CSV with commas"),
        ("id,mood", "“mood” is not a footcoach column; own fields go into extra"),
        ("id,id", "the column id appears twice"),
        ("id,date", "lacks the columns started, routine, title, session_seconds, "),
        ("\x1b[2J", "“[2J” is not a footcoach column"),
    ],
)
def test_the_names_of_the_columns_are_looked_at_first(take: Take, head: str, sentence: str) -> None:
    (problem,) = problem_texts(take(Format.CSV, f"{head}\n"))

    assert problem.startswith(f"x:1: {sentence}")


@pytest.mark.parametrize(
    ("bad", "sentence"),
    [
        ('"open', "a quote is opened but never closed; nothing after it was read"),
        ('"a"b', "is not CSV: a quote or a line break is misplaced; nothing after it"),
        ("a\rb", "is not CSV: a quote or a line break is misplaced; nothing after it"),
        ("a" * (1 << 20) + "a", "a cell is larger than 1 MiB; nothing after it was read"),
        ("a,b", "has 2 cells where 35 are needed"),
        ("\udcff,b", "is not UTF-8"),
    ],
)
def test_what_is_no_row_is_told(take: Take, make_session: Make, bad: str, sentence: str) -> None:
    content = export_text(Format.CSV, make_session()) + bad
    result = take(Format.CSV, content.encode(errors="surrogateescape"))

    assert problem_texts(result)[-1].startswith(f"x:4: {sentence}")


def test_a_session_without_end_is_refused(
    take: Take, make_session: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(csv_rows, "_MAX_ROWS", 5)
    head, row, _ = export_text(Format.CSV, make_session()).splitlines()

    result = take(Format.CSV, "\n".join([head, *[row] * 9]))
    assert problem_texts(result) == ["x:2: has more than 5 rows"]
