"""Environment variables and screen sizes that Textual may see."""

import os
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footcoach_tui.terminal.environment import (
    _MAX_COLUMNS,
    _MAX_ROWS,
    clamp_size,
    prepare_environment,
)


@pytest.mark.parametrize(
    "text", ["99999", "0", "-1", "", " 80", "8e1", "eighty", "\u0663\u0660", "501", "9" * 5000]
)
def test_a_width_that_no_screen_has_is_forgotten(text: str) -> None:
    environ = {"COLUMNS": text, "LINES": "40", "HOME": "/"}
    prepare_environment(environ, has_all_colours=False)
    assert environ == {"LINES": "40", "HOME": "/", "TEXTUAL_FPS": "240"}


@pytest.mark.parametrize(("columns", "lines"), [("80", "24"), ("500", "300"), ("1", "1")])
def test_a_size_that_a_screen_may_have_stays(columns: str, lines: str) -> None:
    environ = {"COLUMNS": columns, "LINES": lines}
    prepare_environment(environ, has_all_colours=False)
    assert (environ["COLUMNS"], environ["LINES"]) == (columns, lines)


def test_height_has_a_limit_of_its_own() -> None:
    environ = {"LINES": "301"}
    prepare_environment(environ, has_all_colours=False)
    assert "LINES" not in environ


def test_all_colours_are_asked_for_where_the_terminal_has_them() -> None:
    environ: dict[str, str] = {}
    prepare_environment(environ, has_all_colours=True)
    assert environ["TEXTUAL_COLOR_SYSTEM"] == "truecolor"


def test_what_somebody_has_chosen_stays() -> None:
    chosen = {"TEXTUAL_FPS": "30", "TEXTUAL_COLOR_SYSTEM": "256"}
    environ = dict(chosen)
    prepare_environment(environ, has_all_colours=True)
    assert environ == chosen


@given(st.integers(-10, 70_000), st.integers(-10, 70_000))
def test_no_size_is_larger_than_is_drawn_or_less_than_a_cell(columns: int, rows: int) -> None:
    wide, high = clamp_size(columns, rows)
    assert 1 <= wide <= _MAX_COLUMNS
    assert 1 <= high <= _MAX_ROWS
    assert clamp_size(wide, high) == (wide, high)
    if 1 <= columns <= _MAX_COLUMNS and 1 <= rows <= _MAX_ROWS:
        assert (wide, high) == (columns, rows)


_OPEN = """\
from footcoach_tui import wiring
from footcoach_tui.cli.open_app import open_app
def look(themes):
    from textual.constants import MAX_FPS
    raise SystemExit(f"{MAX_FPS} looks a second")
wiring.open_settings = look
open_app()
"""


@pytest.mark.parametrize(("chosen", "looks"), [("", "240"), ("30", "30")])
def test_textual_reads_the_environment_when_it_is_prepared(chosen: str, looks: str) -> None:
    environ = {name: value for name, value in os.environ.items() if name != "TEXTUAL_FPS"}
    if chosen:
        environ["TEXTUAL_FPS"] = chosen
    done = subprocess.run(
        [sys.executable, "-c", _OPEN], env=environ, capture_output=True, text=True, check=False
    )
    assert done.stderr == f"{looks} looks a second\n"
