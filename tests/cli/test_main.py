"""`footcoach` alone, where there is no terminal."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from footcoach_tui import wiring
from footcoach_tui.boundary.paths import PathError
from footcoach_tui.terminal.crash_log import CrashLog

Footcoach = Callable[..., Any]


def test_without_a_terminal_it_tells_what_is_due(footcoach: Footcoach) -> None:
    done = footcoach()
    assert (done.code, done.err) == (0, "")
    assert done.lines[0] == "Any time is fine."
    assert done.lines[1].startswith("footcoach play rw-essential-three --plain")


def test_and_the_last_five_sessions(footcoach: Footcoach) -> None:
    for day in range(1, 8):
        footcoach("log", "desk-break-3min", "--at", f"2026-03-0{day}T07:00")
    days = [line[:10] for line in footcoach().lines[3:]]
    assert days == [f"2026-03-0{day}" for day in (7, 6, 5, 4, 3)]


def test_an_error_that_nobody_foresaw_is_one_sentence_and_a_log(
    footcoach: Footcoach, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise ZeroDivisionError("feet per mile")

    monkeypatch.setattr(wiring, "open_catalogue", fail)
    done = footcoach("list")
    (log,) = (state / "log").glob("footcoach-*.log")
    assert (done.code, done.out) == (70, "")
    assert done.err == (
        "footcoach: internal error (ZeroDivisionError: feet per mile): footcoach had to stop; "
        f"see {log}\n"
    )
    assert "in fail" in log.read_text()


@pytest.mark.parametrize("error", [PathError("no home"), ZeroDivisionError("feet per mile")])
def test_without_a_folder_for_the_log_it_is_one_sentence_all_the_same(
    footcoach: Footcoach, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fail() -> None:
        raise ZeroDivisionError("feet per mile")

    def fail_again() -> None:
        raise error

    monkeypatch.setattr(wiring, "open_catalogue", fail)
    monkeypatch.setattr(wiring, "folders", fail_again)
    done = footcoach("list")
    assert (done.code, done.out) == (CrashLog.EXIT_CODE, "")
    assert done.err == (
        "footcoach: internal error (ZeroDivisionError): footcoach had to stop; no log of it could "
        f"be written ({error})\n"
    )
