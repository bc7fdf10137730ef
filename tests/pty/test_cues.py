"""What the terminal is told besides the screen, on a real one."""

import re
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.terminal

SEQUENCE = re.compile(rb"\x1b\]9;[^\x1b\x07]*\x1b\\")


@pytest.mark.parametrize("plain", [(), ("--plain",)], ids=["screen", "plain"])
def test_told_to_end_it_takes_progress_away(
    open_footcoach: Callable[..., Any], tmp_path: Path, plain: tuple[str, ...]
) -> None:
    (tmp_path / "config.toml").write_text('notify = "osc9"\nprogress = "on"\nsound = "off"\n')
    screen = open_footcoach("play", "rw-essential-three", "--speed", "10", *plain)
    screen.wait_for_text("q leaves." if plain else "Press space to start.")
    screen.press("\n" if plain else " ")
    screen.wait_for_text("Bear squat")
    while b"\x1b]9;4;1;" not in screen.written:
        screen.skip(0.1)
    screen.stop(signal.SIGTERM)
    assert screen.end() == 143
    sent = SEQUENCE.findall(screen.written)
    assert sent[0].startswith(b"\x1b]9;footcoach: Bear squat to downward dog, both sides")
    assert sent[-1] == b"\x1b]9;4;0;0\x1b\\"
    assert b"footcoach: " not in SEQUENCE.sub(b"", screen.written)
