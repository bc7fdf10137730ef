"""Over a real SSH line that is cut in mid-session; logged in again, the session goes on."""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bench.ssh import missing_program, remote_command, ssh_login

pytestmark = pytest.mark.terminal

needs_sshd = pytest.mark.skipif(bool(missing_program()), reason=missing_program())


@needs_sshd
def test_a_line_that_is_cut_costs_nothing(
    data: Path, open_terminal: Callable[..., Any], history_sessions: Callable[[], Any]
) -> None:
    settings = {
        "FOOTCOACH_DATA_DIR": str(data),
        "FOOTCOACH_STATE_DIR": os.environ["FOOTCOACH_STATE_DIR"],
        "FOOTCOACH_CACHE_DIR": str(data.with_name("cache")),
        "FOOTCOACH_CONFIG": os.environ["FOOTCOACH_CONFIG"],
        "LC_ALL": "C.UTF-8",
    }
    footcoach = (sys.executable, "-m", "footcoach_tui")
    playing = (*footcoach, "play", "rw-essential-three", "--speed", "40")
    with ssh_login() as ssh:
        first = open_terminal([*ssh, remote_command(playing, settings)])
        first.wait_for_text("Press space to start.")
        first.press(" ")
        first.wait_for_text("2 of 3", gone="GET READY")
        first.stop(signal.SIGKILL)  # the line is cut: neither side says good-bye

        second = open_terminal([*ssh, remote_command(footcoach, settings)])
        second.wait_for_text("A session was interrupted", "in step 2 of 3")
        assert history_sessions() == []
        second.press("r")
        second.wait_for_text("PAUSED", "2 of 3")
        second.press(" ")
        second.wait_for_text("How hard was it?", within=40)
        (session,) = history_sessions()
        assert {part["outcome"] for one in session["exercises"] for part in one["sets"]} == {"done"}
