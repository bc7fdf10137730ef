"""footcoach as a measured program: its command, a home with history, checks of its screen."""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.folders import settings_below
from bench.reference_programs import MeasuredProgram
from bench.sample_sessions import sample_sessions
from bench.screen import TerminalScreen
from bench.stores import FootcoachStore
from bench.terminal import environment

DEFAULT_SESSIONS = 10_000
MOVING_ROUTINE = "moving"
REP_SECONDS = 15.0
"""Seconds of one rep: after it every frame has been drawn."""
_MOVING = """\
exercise = "bear-squat-to-down-dog"
prep = 1
reps = 60
"""
_ROUTINE = """\
id = "{name}"
title = "{name}"
summary = "For measuring."
context = ["desk"]
level = 1
frequency = "never"
effort = [1, 3]
source_status = "footcoach"
[[steps]]
{step}"""


@dataclass(frozen=True, slots=True)
class BenchHome:
    """A folder for all that footcoach reads and writes."""

    folder: Path

    @property
    def settings(self) -> dict[str, str]:
        """The variables that name the folders and the config file."""
        return settings_below(self.folder, "ours")

    @property
    def environ(self) -> dict[str, str]:
        return environment(**self.settings)

    def add(self, name: str, step: str) -> None:
        """Write a routine of one step, given as lines of TOML."""
        routines = self.folder / "ours" / "routines"
        routines.mkdir(parents=True, exist_ok=True)
        text = _ROUTINE.format(name=name, step=step)
        (routines / f"{name}.toml").write_text(text, encoding="utf-8")

    def remove_unfinished(self) -> None:
        """Delete interrupted sessions, which footcoach would offer to resume."""
        shutil.rmtree(self.folder / "state" / "running", ignore_errors=True)


@contextmanager
def bench_home(count: int = DEFAULT_SESSIONS) -> Iterator[BenchHome]:
    """A home with `count` sessions over ten years, and a routine whose figure moves."""
    with tempfile.TemporaryDirectory(prefix="footcoach-bench-") as name:
        home = BenchHome(Path(name))
        FootcoachStore(home.folder, list(sample_sessions(count)))
        home.add(MOVING_ROUTINE, _MOVING)
        yield home


def footcoach(*arguments: str) -> MeasuredProgram:
    """The installed script, or `python -m footcoach_tui` where there is none beside this Python."""
    script = Path(sys.executable).with_name("footcoach")
    command = (str(script),) if script.exists() else (sys.executable, "-m", "footcoach_tui")
    return MeasuredProgram("footcoach", (*command, *arguments), "1 Routines")


def is_filled(screen: TerminalScreen) -> bool:
    """Whether the start screen shows routines and history."""
    return "this week" in screen.text and "Reading the" not in screen.text


def is_muted(screen: TerminalScreen) -> bool:
    return "muted" in screen.lines[0]


def pane_colours(screen: TerminalScreen) -> tuple[str, ...]:
    """The colours of the row with the pane titles, which change with the focus."""
    return screen.colours(1)
