"""footcoach as a measured program: its command, a home with history, checks of its screen."""

import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.folders import settings_below
from bench.reference_programs import MeasuredProgram
from bench.sample_sessions import SAMPLE_TITLE, sample_sessions
from bench.screen import TerminalScreen
from bench.stores import FootcoachStore
from bench.terminal import environment
from footcoach_tui.boundary.paths import bundled_routines_folder

DEFAULT_SESSIONS = 10_000
MOVING_ROUTINE = "moving"
REP_SECONDS = 15.0
"""Seconds of one rep: after it every frame has been drawn."""
OWN_FILES = 1000
"""Routines of one's own, and as many exercises."""
_MOVING = "\n[[steps]]\n".join(
    [
        """\
exercise = "bear-squat-to-down-dog"
prep = 1
reps = 5
"""
    ]
    * 30
)
"""Steps of a minute and a quarter each, as many as a list of steps has in a long routine."""
_OWN = """\
exercise = "toe-spread"
reps = 3
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


@contextmanager
def home_with_own_routines(home: BenchHome) -> Iterator[BenchHome]:
    """A copy of a home, with many routines and exercises of the user's own."""
    with tempfile.TemporaryDirectory(prefix="footcoach-bench-") as name:
        copy = BenchHome(Path(name, "copy"))
        shutil.copytree(home.folder, copy.folder)
        exercise = (bundled_routines_folder() / "exercises" / "toe-spread.toml").read_text("utf-8")
        folder = copy.folder / "ours" / "routines" / "exercises"
        folder.mkdir(parents=True)
        for number in range(OWN_FILES):
            own = f"own-{number:03}"
            copy.add(own, _OWN.replace("toe-spread", own))
            text = exercise.replace('"toe-spread"', f'"{own}"', 1)
            (folder / f"{own}.toml").write_text(text, encoding="utf-8")
        yield copy


@contextmanager
def empty_home() -> Iterator[BenchHome]:
    """A home in which footcoach has never run."""
    with tempfile.TemporaryDirectory(prefix="footcoach-bench-") as name:
        yield BenchHome(Path(name))


def footcoach(*arguments: str) -> MeasuredProgram:
    """The installed script, or `python -m footcoach_tui` where there is none beside this Python."""
    script = Path(sys.executable).with_name("footcoach")
    command = (str(script),) if script.exists() else (sys.executable, "-m", "footcoach_tui")
    return MeasuredProgram("footcoach", (*command, *arguments), "1 Routines")


def is_filled(screen: TerminalScreen) -> bool:
    """Whether both lists of the start screen have rows: routines on the left, sessions right."""
    return _has_routines(screen) and SAMPLE_TITLE in _columns(screen, 86, 120)


def is_filled_without_sessions(screen: TerminalScreen) -> bool:
    """Whether the start screen lists routines, and says that there is no session yet."""
    return _has_routines(screen) and "No session yet" in _columns(screen, 86, 120)


def _has_routines(screen: TerminalScreen) -> bool:
    return "Wake up the feet" in _columns(screen, 0, 26)


def _columns(screen: TerminalScreen, left: int, right: int) -> str:
    return "\n".join(line[left:right] for line in screen.lines)


def is_muted(screen: TerminalScreen) -> bool:
    return "muted" in screen.lines[0]


def pane_colours(screen: TerminalScreen) -> tuple[str, ...]:
    """The colours of the row with the pane titles, which change with the focus."""
    return screen.colours(1)


def current_step(screen: TerminalScreen) -> tuple[int, ...]:
    """The rows that mark the present step in the list of steps."""
    return tuple(row for row, line in enumerate(screen.lines) if "· now" in line[:26])


def seconds_left(screen: TerminalScreen) -> int:
    """Seconds that the session still takes."""
    minutes, seconds = re.findall(r"(\d+):(\d\d) left", screen.text)[-1]
    return int(minutes) * 60 + int(seconds)


def is_adjusted(before: int, now: int) -> bool:
    """Whether the time left has jumped, by more than the time that has passed."""
    return abs(now - before) >= 5  # noqa: PLR2004 - seconds; a key gives or takes ten


def is_check_in(screen: TerminalScreen) -> bool:
    return "Check-in" in screen.text and "1 Routines" not in screen.text
