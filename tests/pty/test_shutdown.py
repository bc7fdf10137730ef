"""Whatever becomes of the terminal: the app ends when it must, and leaves all in order."""

import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.terminal

Sessions = Callable[[], list[dict[str, Any]]]
Start = Callable[..., Any]
ESSENTIAL = ("play", "rw-essential-three", "--speed", "40")
SOON = 4.0
"""Seconds: twice the patience of the lifeline, for a machine that is busy."""


def begin(screen: Any) -> None:
    """Start the session, up to where something is done."""
    screen.wait_for_text("Press space to start.")
    screen.press(" ")
    screen.wait_for_text("rep ", gone="GET READY")


def test_a_terminal_that_goes_without_a_word_ends_it_with_the_place_kept(
    open_command: Start, command: str, state: Path
) -> None:
    screen = open_command(
        "bash", "-c", f"trap '' HUP; exec {command} {' '.join(ESSENTIAL)}", columns=80, rows=24
    )
    begin(screen)
    screen.hang_up()
    assert screen.exit_code(SOON) == 129
    assert [one.suffix for one in (state / "running").iterdir()] == [".jsonl"]


@pytest.mark.parametrize(
    ("number", "flags"),
    [(signal.SIGINT, ()), (signal.SIGTERM, ("stock",))],
    ids=["interrupt", "stock"],
)
def test_with_either_driver_a_signal_ends_it(
    open_crash_app: Start, tmp_path: Path, number: signal.Signals, flags: tuple[str, ...]
) -> None:
    screen = open_crash_app(*flags)
    screen.stop(number)
    assert screen.end() == 128 + number
    screen.assert_restored()
    assert (tmp_path / "put-away").exists()


@pytest.mark.parametrize("flags", [(), ("stock",)], ids=["ours", "stock"])
def test_with_either_driver_a_terminal_that_is_gone_ends_it(
    open_crash_app: Start, tmp_path: Path, flags: tuple[str, ...]
) -> None:
    screen = open_crash_app("nohup", *flags)
    screen.hang_up()
    assert screen.exit_code(SOON) == 129
    assert (tmp_path / "put-away").exists()


def test_a_terminal_that_takes_nothing_does_not_keep_it_from_ending(
    open_crash_app: Start, tmp_path: Path
) -> None:
    screen = open_crash_app()
    fill(screen)
    screen.stop(signal.SIGTERM)
    assert screen.exit_code(SOON) == 143
    assert (tmp_path / "put-away").exists()


def test_a_terminal_that_takes_nothing_and_then_goes_ends_it(
    open_crash_app: Start, tmp_path: Path
) -> None:
    screen = open_crash_app("nohup")
    fill(screen)
    screen.hang_up()
    assert screen.exit_code(SOON) == 129
    assert (tmp_path / "put-away").exists()


def fill(screen: Any) -> None:
    """Have it paint, and read nothing of it, until it stands still for good."""
    screen.press("b")
    used, before = seconds_used(screen), -1.0
    while used != before:
        time.sleep(0.3)
        used, before = seconds_used(screen), used


def seconds_used(screen: Any) -> float:
    """What the program has used of the processor."""
    fields = Path(f"/proc/{screen.process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def test_an_app_that_is_stuck_is_ended_and_the_terminal_restored(
    open_crash_app: Start, tmp_path: Path
) -> None:
    screen = open_crash_app()
    screen.press("s")
    screen.wait_for_text("stuck")
    screen.wait_for((tmp_path / "stuck").exists, "the app is stuck")
    screen.stop(signal.SIGTERM)
    assert screen.end() == 143
    screen.assert_restored()


def test_input_that_is_at_its_end_ends_it(open_command: Start, tmp_path: Path) -> None:
    crash_app = Path(__file__).parents[1] / "support" / "crash_app.py"
    screen = open_command("bash", "-c", f"exec {sys.executable} {crash_app} {tmp_path} < /dev/null")
    assert screen.end() == 129
    assert b"Traceback" not in screen.written


def test_idle_it_sleeps_and_is_not_woken(open_crash_app: Start) -> None:
    screen = open_crash_app()
    screen.settle(0.6)
    before = wakings(screen)
    time.sleep(0.6)
    assert wakings(screen) == before


def wakings(screen: Any) -> int:
    """How often any of its threads has slept and gone on."""
    threads = Path(f"/proc/{screen.process.pid}/task").iterdir()
    return sum(
        int(line.split()[1])
        for thread in threads
        for line in (thread / "status").read_text().splitlines()
        if line.startswith("voluntary_ctxt_switches")
    )


def test_a_stop_of_which_nobody_told_it_leaves_it_whole(open_crash_app: Start) -> None:
    screen = open_crash_app()
    for key in "xyz":
        screen.stop(signal.SIGSTOP)
        screen.stop(signal.SIGCONT)
        screen.settle()
        screen.press(key)
        screen.wait_for_text(f"heard {key}")
    screen.press("q")
    assert screen.end() == 0
    screen.assert_restored()
