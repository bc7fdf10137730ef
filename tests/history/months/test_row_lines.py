"""Sessions a line: rows that are not parsed are written back byte for byte, odd layouts never."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from footcoach_tui.history.months.files import NO_STATUS
from footcoach_tui.history.months.format import (
    has_row_lines,
    parse_month,
    parse_rows,
    serialise_month,
)
from footcoach_tui.history.months.storage import MonthDatabase

ABOUT = {"1": {"schema": 2, "made_by": "later"}}
ENTRIES = {"1": {"id": "T", "day": "2026-03-04"}}
NESTED = (
    '{"footcoach":{"1":{"schema":2,"sessions":{\n"1":{"x":{}}\n}}},"sessions":{"1":{"id":"A"}}}'
)
SESSIONS = '{"footcoach":{"1":{"schema":2}},"sessions":{\n%s\n}}'


@pytest.mark.parametrize(
    "content",
    [
        NESTED,
        SESSIONS % '"1":{"id":"A"},"2":{"id":"B"}',
        SESSIONS % '"1":{"id":"A"},\n\n"2":{"id":"B"}',
        SESSIONS % '"1": {"id":"A"}',
        SESSIONS % '"1":{"id":"A",\n"x":{}}',
        SESSIONS % '"1":{"id":"A"},\r\n"2":{"id":"B"}',
        SESSIONS % ' "1":{"id":"A"}',
        SESSIONS % '"1":{"date":"B","id":"A"}',
        SESSIONS % r'"1":{"id":"\u0041"}',
        json.dumps({"footcoach": {"1": {"schema": 2}}, "sessions": {"1": {"id": "A"}}}, indent=2),
        '{"sessions" : {\n"1":{"id":"A"}\n},"footcoach":{"1":{"schema":2}}}',
    ],
)
def test_odd_layouts_are_parsed_whole(content: str, tmp_path: Path) -> None:
    path = tmp_path / "2026-03.json"
    path.write_text(content, newline="")
    month = MonthDatabase(path)

    assert not month.storage.has_row_lines
    assert month.table("sessions").get(doc_id=1)["id"] == "A"  # type: ignore[index]
    month.table("sessions").insert({"id": "Z"})
    month.storage.save()
    assert {row["id"] for row in MonthDatabase(path).table("sessions")} >= {"A", "Z"}
    assert MonthDatabase(path).storage.has_row_lines


def test_a_month_without_sessions_has_no_lines_of_them() -> None:
    tables = {"footcoach": ABOUT, "sessions": {}}
    assert not has_row_lines(serialise_month(tables), tables)
    assert not has_row_lines(b"", {})


numbers = st.integers(1, 10**17)
values = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text('a"\\{}[],:\n\ud800', max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("x}{,", max_size=2), inner),
    max_leaves=6,
)
rows = st.dictionaries(st.text("abx", max_size=3), values, max_size=4)
sessions = st.dictionaries(numbers, rows, min_size=1, max_size=5).map(
    lambda by_number: {number: {"id": str(number), **row} for number, row in by_number.items()}
)


@given(sessions, st.data())
def test_some_rows_parsed_and_the_others_left_are_the_same_month(
    sessions: dict[int, dict[str, Any]], data: st.DataObject
) -> None:
    tables = {
        "footcoach": ABOUT,
        "sessions": {str(number): row for number, row in sessions.items()},
        "test": ENTRIES,
    }
    content = serialise_month(tables)
    chosen = data.draw(st.sets(st.sampled_from(sorted(sessions))))

    assert has_row_lines(content, parse_month(content))
    partly = parse_rows(content, {str(number) for number in chosen})

    assert serialise_month(partly) == content
    for number in chosen:
        assert partly["sessions"][str(number)] == sessions[number]


layouts: st.SearchStrategy[Callable[[Any], str]] = st.sampled_from(
    [
        json.dumps,
        lambda value: json.dumps(value, indent=1),
        lambda value: json.dumps(value, indent=0),
    ]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sessions, layouts, st.booleans())
def test_what_other_programs_wrote_is_read_as_they_wrote_it(
    tmp_path: Path,
    sessions: dict[int, dict[str, Any]],
    layout: Callable[[Any], str],
    about_first: bool,  # noqa: FBT001 - drawn
) -> None:
    by_number = {str(number): row for number, row in sessions.items()}
    tables: dict[str, Any] = {"sessions": by_number, "footcoach": ABOUT}
    if about_first:
        tables = {"footcoach": ABOUT, "sessions": by_number}
    path = tmp_path / "2026-03.json"
    path.write_text(layout(tables))
    month = MonthDatabase(path)
    known = MonthDatabase(path, month.storage.state if month.storage.has_row_lines else NO_STATUS)
    known.table("sessions").insert({"id": "new"})
    known.storage.save()

    again = parse_month(path.read_bytes())["sessions"]
    assert [row for row in again.values() if row != {"id": "new"}] == list(by_number.values())
