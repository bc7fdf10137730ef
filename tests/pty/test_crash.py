"""When the app breaks the terminal is restored, and the person is told in one sentence."""

import stat
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.terminal

Sessions = Callable[[], list[dict[str, Any]]]
Start = Callable[..., Any]

BREAK = """\
from footcoach_tui.app.screens.play import PlayScreen
from footcoach_tui.app.widgets.step_pane import StepPane
from footcoach_tui.cli.entry import run
def fail(*_):
    raise KeyError("toe")
PlayScreen.toggle_mute = lambda screen: setattr(StepPane, "show", fail)
run()
"""


def test_an_app_that_breaks_tells_so_in_a_sentence_and_keeps_what_was_done(
    open_command: Start, state: Path
) -> None:
    playing = ("play", "rw-essential-three", "--speed", "40")
    screen = open_command(sys.executable, "-c", BREAK, *playing, columns=80, rows=24)
    screen.wait_for_text("Press space to start.")
    screen.press(" ")
    screen.wait_for_text("rep ", gone="GET READY")
    screen.press("m")
    assert screen.end() == 70
    screen.assert_restored()
    (log,) = (state / "log").iterdir()
    told = screen.written.decode().rpartition("footcoach: ")[2]
    sentence = (
        f"internal error (KeyError: 'toe'): footcoach had to stop; what you did is saved; see {log}"
    )
    assert told == f"{sentence}\r\n"
    assert "KeyError: 'toe'" in log.read_text()
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    assert [one.suffix for one in (state / "running").iterdir()] == [".jsonl"]


@pytest.mark.parametrize(
    ("key", "broken"),
    [("h", "a bad handler"), ("w", "by zero"), ("p", "no picture")],
    ids=["handler", "worker", "painting"],
)
def test_wherever_it_breaks_the_terminal_is_restored(
    open_crash_app: Start, tmp_path: Path, key: str, broken: str
) -> None:
    screen = open_crash_app()
    screen.press(key)
    assert screen.end() == 70
    screen.assert_restored()
    assert broken.encode() in screen.written
    assert (tmp_path / "put-away").exists()
    (log,) = (tmp_path / "log").iterdir()
    assert broken in log.read_text()


def test_breaking_at_the_end_is_breaking_as_well(open_crash_app: Start) -> None:
    screen = open_crash_app("crash")
    screen.press("q")
    assert screen.end() == 70
    screen.assert_restored()
    assert b"a bad end" in screen.written


def test_what_breaks_beside_the_app_is_written_down_and_ends_nothing(
    open_crash_app: Start, tmp_path: Path
) -> None:
    screen = open_crash_app()
    screen.press("l")
    screen.press("x")
    screen.wait_for_text("heard x")
    screen.press("q")
    assert screen.end() == 0
    screen.assert_restored()
    (log,) = (tmp_path / "log").iterdir()
    assert "ZeroDivisionError" in log.read_text()
