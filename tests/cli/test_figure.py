"""`footcoach show --figure` and `--still`."""

import os
import select
import signal
import subprocess
import termios
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

import pytest

Footcoach = Callable[..., Any]
Refused = Callable[..., str]


def test_the_end_of_each_phase_is_drawn_one_below_the_other(footcoach: Footcoach) -> None:
    done = footcoach("show", "heel-raise-double", "--still")
    assert (done.code, done.err) == (0, "")
    assert not done.out.isascii()
    assert "\x1b" not in done.out, "colours are for terminals"
    pictures = [picture.splitlines() for picture in done.out.rstrip("\n").split("\n\n")]
    assert [len(picture) for picture in pictures] == [17] * len(pictures)
    assert [picture[0] for picture in pictures] == ["Up, hold", "Down"]


def test_poses_that_look_alike_are_drawn_once(footcoach: Footcoach) -> None:
    done = footcoach("show", "short-foot-standing", "--still")
    pictures = [picture.splitlines() for picture in done.out.rstrip("\n").split("\n\n")]
    assert len(pictures) > 1
    assert all(before[1:] != after[1:] for before, after in pairwise(pictures))


def test_where_only_ascii_can_be_shown_it_is_drawn_in_ascii(
    run_in_shell: Callable[..., Any],
) -> None:
    done = run_in_shell("show heel-raise-double --still", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.isascii()
    assert "?" not in done.stdout
    assert done.stdout.strip()


def test_a_routine_is_not_drawn(run_refused: Refused) -> None:
    told = run_refused("show", "rw-essential-three", "--still")
    assert "its exercises have figures" in told


def test_a_moving_figure_needs_a_terminal(run_refused: Refused) -> None:
    assert "--still draws it anywhere" in run_refused("show", "heel-raise-double", "--figure")


def test_one_form_at_a_time(run_refused: Refused) -> None:
    assert "not allowed with" in run_refused("show", "heel-raise-double", "--figure", "--json")


@pytest.fixture
def moving(start_process: Callable[..., Any]) -> Iterator[Callable[..., Any]]:
    """Run a moving figure on a terminal of unknown size; returns its exit code."""
    master, slave = os.openpty()

    def ended_by(end: Callable[[subprocess.Popen[str], int], object]) -> int:
        environ = os.environ | {"TERM": "xterm"}
        environ.pop("COLUMNS")
        with start_process(
            "show", "heel-raise-double", "--figure", stdin=slave, stdout=slave, env=environ
        ) as (process, _):
            _read_until(b"\x1b[15A", master)  # it has gone back up: a frame was drawn
            end(process, master)
            _read_until(b"\x1b[?25h", master)  # the cursor shows again
            code = int(process.wait(timeout=20))
        assert termios.tcgetattr(slave)[3] & termios.ECHO
        return code

    yield ended_by
    os.close(slave)
    os.close(master)


def test_any_key_ends_a_moving_figure(moving: Callable[..., int]) -> None:
    assert moving(lambda _, keys: os.write(keys, b" ")) == 0


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_with_the_terminal_as_it_was(
    moving: Callable[..., int], number: signal.Signals
) -> None:
    assert moving(lambda process, _: process.send_signal(number)) == 128 + number


def _read_until(mark: bytes, fd: int) -> None:
    seen, end = b"", time.monotonic() + 20
    while mark not in seen:
        assert select.select([fd], [], [], max(0.0, end - time.monotonic()))[0], seen[-500:]
        seen += os.read(fd, 65536)
