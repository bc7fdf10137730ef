"""Programs to measure footcoach beside: bare Python, minimal and naive apps, another timer."""

import os
import shutil
import sys
from pathlib import Path
from typing import NamedTuple

from bench.screen import TerminalScreen
from bench.terminal import ROOT

_APPS = ROOT / "bench" / "apps"
_OTHER_TIMERS = ROOT / "build" / "peers" / "bin"
"""The folder of `make peers`."""
OTHER_TIMER = "tclock"
NOT_INSTALLED = f"{OTHER_TIMER} is not installed"
MINIMAL, NAIVE = "minimal Textual app", "naive app"


class MeasuredProgram(NamedTuple):
    """A command, and text that is on the screen once its first picture is complete."""

    name: str
    command: tuple[str, ...]
    drawn: str

    def is_drawn(self, screen: TerminalScreen) -> bool:
        return self.drawn in screen.text


def bare_python() -> MeasuredProgram:
    """Python that writes four letters and ends."""
    code = "import os; os.write(1, b'here')"
    return MeasuredProgram("bare Python", (sys.executable, "-c", code), "here")


def minimal_app() -> MeasuredProgram:
    """A Textual app with one label."""
    return MeasuredProgram(
        "minimal Textual app", (sys.executable, str(_APPS / "minimal.py")), "minimal: 0"
    )


def naive_app() -> MeasuredProgram:
    """A session with stock widgets that are updated whole."""
    return MeasuredProgram("naive app", (sys.executable, "-m", "bench.apps.naive"), "left")


def other_timer() -> MeasuredProgram | None:
    """A timer from PyPI, tclock, also made with Textual; None where it is not installed.

    Searched in the variable TCLOCK, the folder of `make peers`, beside this Python, and in PATH.
    """
    python_folder = Path(sys.executable).parent
    folders = os.pathsep.join((str(_OTHER_TIMERS), str(python_folder), os.environ.get("PATH", "")))
    path = os.environ.get("TCLOCK") or shutil.which(OTHER_TIMER, path=folders)
    return MeasuredProgram(OTHER_TIMER, (path, "timer", "-d", "10m"), "██") if path else None
