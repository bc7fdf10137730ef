"""The table shows which limits held, which did not, and which figures are missing."""

import json
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from bench.rows import ResultRow, at_least, at_most, at_most_more, times
from bench.slow_rows import line_rows
from bench.table import machine_info, print_table, write_json

HELD = ResultRow("start", 20.0, "ms", (at_most(25), times(1.5)), "Python", 16.0)
MISSED = ResultRow("start", 26.0, "ms", (at_most(30), times(1.5)), "Python", 16.0)
NO_YARDSTICK = ResultRow("start", 26.0, "ms", (times(0.75),), note="tclock is not installed")


@pytest.mark.parametrize(
    ("row", "holds"),
    [
        (HELD, True),
        (MISSED, False),
        (NO_YARDSTICK, None),
        (ResultRow("start", 31.0, "ms", (at_most(30), times(0.75))), False),
        (ResultRow("no limit", 1.0), None),
        (ResultRow("not measured", None, "ms", (at_most(1),)), None),
        (ResultRow("over a line", 12.0, "ms", (at_most_more(5),), "without", 7.0), True),
        (ResultRow("over a line", 12.1, "ms", (at_most_more(5),), "without", 7.0), False),
        (ResultRow("pictures", 7.9, "/s", (at_least(8),)), False),
        (ResultRow("pictures", 8.0, "/s", (at_least(8),)), True),
        (ResultRow("nothing at all", 0.0, "B/s", (at_most(0),)), True),
    ],
)
def test_a_row_knows_whether_it_held(row: ResultRow, *, holds: bool | None) -> None:
    assert row.holds is holds


def test_the_table_shows_each_figure_beside_its_yardstick() -> None:
    written = StringIO()
    print_table({"in a terminal": [HELD, MISSED, NO_YARDSTICK]}, Console(width=120, file=written))
    lines = [" ".join(line.split()) for line in written.getvalue().splitlines()]
    assert "| start | 20 ms | Python | 16 | 1.25 | 25 and 1.5 x | yes |" in lines
    assert "| start | 26 ms | Python | 16 | 1.62 | 30 and 1.5 x | NO |" in lines
    assert "| start | 26 ms | tclock is not installed | | | 0.75 x | - |" in lines


def test_the_json_has_the_rows_and_the_machine(tmp_path: Path) -> None:
    file = tmp_path / "build" / "bench.json"
    write_json({"in a terminal": [HELD]}, file, machine_info())
    document = json.loads(file.read_text())
    (row,) = document["rows"]["in a terminal"]
    assert (row["value"], row["yardstick_value"], row["holds"]) == (20.0, 16.0, True)
    assert row["ratio"] == 1.25
    assert document["measured_on"]["cores"] >= 1


def test_slow_lines_become_rows_with_their_limits() -> None:
    results = {
        "9600": {
            "key_p95_ms": 310.0,
            "key_p95_ms_halves": [300.0, 310.0],
            "fps": 9.0,
            "keys_lost": 0,
            "limits": {"key_p95_ms": 300.0, "fps_least": 8.0},
            "stock": {"key_p95_ms": 9000.0},
        }
    }
    rows = {row.label: row for row in line_rows(results)}
    key = rows["9600 bytes/s: key to the screen, p95"]
    assert (key.holds, key.yardstick_value, key.limit) == (False, 9000.0, "300")
    assert rows["9600 bytes/s: pictures"].holds
    assert rows["9600 bytes/s: keys lost"].holds
    assert rows["9600 bytes/s: keys of the second half, p95"].yardstick_value == 300.0


def test_a_line_that_could_not_be_measured_says_why() -> None:
    (row,) = line_rows(
        {"ssh": {"note": "not measured: no sshd here", "limits": {"key_p95_ms": 500}}}
    )
    assert (row.label, row.value) == ("2400 bytes/s with ssh -C", None)
    assert row.note == "not measured: no sshd here"
