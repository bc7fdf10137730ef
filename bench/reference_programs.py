"""What footcoach is measured beside: bare Python, Textual, the obvious way, another timer."""

import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from bench.screen import TerminalScreen
from bench.terminal import ROOT

_APPS = ROOT / "bench" / "apps"
_OTHER_TIMERS = ROOT / "build" / "peers" / "bin"
"""Where `make peers` puts programs of others."""
OTHER_TIMER = "tclock"


@dataclass(frozen=True, slots=True)
class MeasuredProgram:
    """A command, and words that stand on the screen when its first picture is whole."""

    name: str
    command: tuple[str, ...]
    drawn: str

    def is_drawn(self, screen: TerminalScreen) -> bool:
        """Whether its first picture stands."""
        return self.drawn in screen.text


def bare_python() -> MeasuredProgram:
    """Python that writes four letters and ends."""
    code = "import os; os.write(1, b'here')"
    return MeasuredProgram("bare Python", (sys.executable, "-c", code), "here")


def minimal_app() -> MeasuredProgram:
    """The least that Textual can be made to do."""
    return MeasuredProgram(
        "minimal Textual app", (sys.executable, str(_APPS / "minimal.py")), "minimal: 0"
    )


def naive_app() -> MeasuredProgram:
    """What a session shows, with stock widgets that are updated whole."""
    return MeasuredProgram("naive app", (sys.executable, "-m", "bench.apps.naive"), "left")


def other_timer() -> MeasuredProgram | None:
    """A clock for terminals from PyPI, made with Textual too; None where it is not installed.

    It is looked for where the variable TCLOCK says, where `make peers` puts it, beside this Python,
    and among all commands.
    """
    beside = Path(sys.executable).parent
    folders = os.pathsep.join((str(_OTHER_TIMERS), str(beside), os.environ.get("PATH", "")))
    found = os.environ.get("TCLOCK") or shutil.which(OTHER_TIMER, path=folders)
    return MeasuredProgram(OTHER_TIMER, (found, "timer", "-d", "10m"), "██") if found else None
