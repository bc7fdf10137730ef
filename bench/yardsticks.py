"""What footcoach is measured beside: Textual, the obvious way, another timer."""

import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from bench.screen import Screen
from bench.terminal import ROOT

APPS = ROOT / "bench" / "apps"
PEERS = ROOT / "build" / "peers" / "bin"
"""Where `make peers` puts programs of others."""
PEER = "tclock"


@dataclass(frozen=True, slots=True)
class Program:
    """A command, and words that stand on the screen when its first picture is whole."""

    name: str
    command: tuple[str, ...]
    drawn: str

    def is_drawn(self, screen: Screen) -> bool:
        """Whether its first picture stands."""
        return self.drawn in screen.text


def minimal() -> Program:
    """The least that Textual can be made to do."""
    return Program("minimal Textual app", (sys.executable, str(APPS / "minimal.py")), "minimal: 0")


def naive() -> Program:
    """What a session shows, with stock widgets that are updated whole."""
    return Program("naive app", (sys.executable, "-m", "bench.apps.naive"), "left")


def peer() -> Program | None:
    """A clock for terminals from PyPI, made with Textual too; None where it is not installed.

    It is looked for where the variable TCLOCK says, where `make peers` puts it, beside this Python,
    and among all commands.
    """
    beside = Path(sys.executable).parent
    folders = os.pathsep.join((str(PEERS), str(beside), os.environ.get("PATH", "")))
    found = os.environ.get("TCLOCK") or shutil.which(PEER, path=folders)
    return Program(PEER, (found, "timer", "-d", "10m"), "██") if found else None
