"""footcoach itself: how it is started, with which past, and what tells of its state."""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.reference_programs import MeasuredProgram
from bench.screen import TerminalScreen
from bench.stores import FootcoachStore, sample_sessions
from bench.terminal import environment

DEFAULT_SESSIONS = 10_000
MOVING_ROUTINE = "moving"
REP_SECONDS = 15.0
"""Seconds of one rep: all that moves in it is seen once."""
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
    """A folder with all that footcoach reads and writes."""

    folder: Path

    @property
    def settings(self) -> dict[str, str]:
        """What tells footcoach of it."""
        return {
            "FOOTCOACH_DATA_DIR": str(self.folder / "ours"),
            "FOOTCOACH_CONFIG": str(self.folder / "config.toml"),
        }

    @property
    def environ(self) -> dict[str, str]:
        """An environment with it."""
        return environment(**self.settings)

    def add(self, name: str, step: str) -> None:
        """Keep a made-up routine of one step, given as the lines of a routine's file."""
        routines = self.folder / "ours" / "routines"
        routines.mkdir(parents=True, exist_ok=True)
        text = _ROUTINE.format(name=name, step=step)
        (routines / f"{name}.toml").write_text(text, encoding="utf-8")

    def remove_unfinished(self) -> None:
        """Forget sessions that were cut off: footcoach would ask about them."""
        shutil.rmtree(self.folder / "ours" / "running", ignore_errors=True)


@contextmanager
def bench_home(count: int = DEFAULT_SESSIONS) -> Iterator[BenchHome]:
    """A home with `count` sessions over ten years, and a routine whose figure moves."""
    with tempfile.TemporaryDirectory(prefix="footcoach-bench-") as name:
        made = BenchHome(Path(name))
        FootcoachStore(made.folder, list(sample_sessions(count)))
        made.add(MOVING_ROUTINE, _MOVING)
        yield made


def footcoach(*arguments: str) -> MeasuredProgram:
    """What a person starts: the script, where it is installed beside this Python."""
    script = Path(sys.executable).with_name("footcoach")
    start = (str(script),) if script.exists() else (sys.executable, "-m", "footcoach_tui")
    return MeasuredProgram("footcoach", (*start, *arguments), "1 Routines")


def is_filled(screen: TerminalScreen) -> bool:
    """Whether the start screen has its routines and its history."""
    return "this week" in screen.text and "Reading the" not in screen.text


def is_muted(screen: TerminalScreen) -> bool:
    """Whether the title says that the bell is off."""
    return "muted" in screen.lines[0]


def pane_colours(screen: TerminalScreen) -> tuple[str, ...]:
    """The colours of the row with the names of the panes: they tell which one has the keys."""
    return screen.colours(1)
