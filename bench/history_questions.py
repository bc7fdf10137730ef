"""Questions to a history that was filled: what the app's screens ask, and what that costs."""

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from bench.folders import settings_below
from bench.sample_sessions import LAST_EVENING, sample_sessions
from bench.stores import DEVICE, LAST_COUNT, FootcoachStore, folders_below
from bench.terminal import ROOT
from bench.timing import milliseconds, time_by_turns
from bench.usage import MIB
from footcoach_tui.boundary.paths import Folders
from footcoach_tui.history.query.parse import QueryError, parse_query
from footcoach_tui.history.store import History

TOTALS = "totals and year view"
ONE_EXERCISE = "one exercise, all of a year"
FIRST_KEYS = {"a first key that finds all": "t", "a first key that finds nothing": "z"}
TYPED = "toe-yoga pain>1 -partial note:tired"
_SHOWN = 200
_QUERY = "exercise:short-foot-standing since:1y"
FEW = 1_000
"""Sessions of the history that memory is compared with."""
_MEMORY_RUNS = 3
_MEMORY = f"""
import psutil
from footcoach_tui.boundary.paths import folders
from footcoach_tui.history.store import History
history = History(folders())
history.last({LAST_COUNT})
history.days()
print(psutil.Process().memory_info().rss)
"""


def time_questions(folder: Path, runs: int) -> dict[str, list[float]]:
    """Milliseconds of each run of each question, each asked of a history newly opened."""
    questions: dict[str, Callable[[History], object]] = {
        TOTALS: _ask_totals,
        **{name: partial(_type, text=text) for name, text in FIRST_KEYS.items()},
        ONE_EXERCISE: _ask_one_exercise,
    }
    folders = folders_below(folder)
    works = {name: partial(_ask, folders, question) for name, question in questions.items()}
    return time_by_turns(works, runs)


def time_typing(folder: Path, runs: int) -> list[float]:
    """Milliseconds of each key of a filter, as often as `runs`, in a history that is open."""
    history = History(folders_below(folder), DEVICE)
    keys = [TYPED[:end] for end in range(1, len(TYPED) + 1)]
    _type(history, "")
    times = [milliseconds(partial(_type, history, key)) for _ in range(runs) for key in keys]
    history.index.close()
    return times


def time_filling(folder: Path, runs: int) -> list[float]:
    """Milliseconds of the first question where there is no index yet."""
    times = []
    for _ in range(runs):
        with tempfile.TemporaryDirectory(dir=folder) as cache:
            history = History(folders_below(folder)._replace(cache=Path(cache)), DEVICE)
            times.append(milliseconds(history.count))
            history.index.close()
    return times


def measure_growth(folder: Path) -> float:
    """MiB by which a process is larger than with 1,000 sessions, after `last` and `days`."""
    with tempfile.TemporaryDirectory() as name:
        few = Path(name)
        FootcoachStore(few, list(sample_sessions(FEW)))
        growths = [_memory(folder) - _memory(few) for _ in range(_MEMORY_RUNS)]
    return statistics.median(growths) / MIB


def _memory(folder: Path) -> int:
    """Resident bytes of a process that has asked the history of a folder."""
    environ = os.environ | settings_below(folder, "ours")
    command = [sys.executable, "-c", _MEMORY]
    return int(subprocess.check_output(command, env=environ, cwd=ROOT, text=True))


def _ask(folders: Folders, question: Callable[[History], object]) -> None:
    history = History(folders, DEVICE)
    question(history)
    history.index.close()


def _ask_totals(history: History) -> None:
    """Ask what the calendar, the lines below it and the screen of trends are made from."""
    assert history.days()
    assert history.count()
    assert history.exercise_totals()
    assert not history.problems


def _ask_one_exercise(history: History) -> None:
    assert history.find(parse_query(_QUERY, LAST_EVENING.date()))


def _type(history: History, text: str) -> None:
    with suppress(QueryError):  # half a term, as it is typed
        history.find(parse_query(text, LAST_EVENING.date()), _SHOWN)
