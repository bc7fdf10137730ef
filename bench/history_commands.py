"""Whole processes that ask the history: footcoach, timewarrior, a Python that does nothing."""

import json
import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from bench.folders import settings_below
from bench.stores import DEVICE
from bench.timing import Work, time_by_turns

PYTHON, TIMEWARRIOR = "python -c pass", "timew summary :week"
HISTORY, DUE = "footcoach history", "footcoach due"
LIST, CHECK, VERSION = "footcoach list", "footcoach check", "footcoach --version"
STATUS = "footcoach status"
FIRST_DUE = "footcoach due, nothing stored"
"""The first time after a change: the coach works the answer out."""
ONE_EXERCISE = "footcoach history exercise:short-foot-standing since:1y --json --limit 0"


def time_commands(folder: Path, runs: int) -> dict[str, list[float]]:
    """Milliseconds of each run of each command, by turns; timewarrior where it is installed."""
    environ = os.environ | settings_below(folder, "ours")
    environ.pop("PYTHONDONTWRITEBYTECODE", None)
    commands = {PYTHON: [sys.executable, "-c", "pass"]}
    for name in (HISTORY, ONE_EXERCISE, DUE, STATUS, LIST, CHECK, VERSION):
        commands[name] = [sys.executable, "-m", "footcoach_tui", *name.split()[1:]]
    if timewarrior := shutil.which("timew"):
        commands[TIMEWARRIOR] = [timewarrior, "summary", ":week"]
        environ["TIMEWARRIORDB"] = str(folder / "timew")
        _fill_timewarrior(folder / "timew")
    works: dict[str, Work] = {
        name: partial(_run, command, environ) for name, command in commands.items()
    }
    stored = Path(environ["FOOTCOACH_CACHE_DIR"], "due.today")

    def first_due() -> None:
        stored.unlink(missing_ok=True)
        works[DUE]()

    works[FIRST_DUE] = first_due
    return time_by_turns(works, runs)


def _run(command: list[str], environ: dict[str, str]) -> None:
    """Run a command. Raises RuntimeError if it ends with an error; 1 is the answer no."""
    process = subprocess.run(command, env=environ, capture_output=True, text=True, check=False)
    if process.returncode not in (0, 1) or process.stderr:
        raise RuntimeError(f"{' '.join(command)}: {process.returncode} {process.stderr}")


def _fill_timewarrior(folder: Path) -> None:
    """Write the sessions as timewarrior stores them: a file a month, a line an interval."""
    (folder / "data").mkdir(parents=True)
    (folder / "timewarrior.cfg").touch()
    months: dict[str, list[str]] = {}
    for path in sorted((folder.parent / "ours" / "history" / DEVICE).glob("*.json")):
        for row in json.loads(path.read_text())["sessions"].values():
            start = datetime.fromisoformat(row["started"]).astimezone(UTC)
            end = start + timedelta(seconds=row["seconds"])
            line = f"inc {start:%Y%m%dT%H%M%SZ} - {end:%Y%m%dT%H%M%SZ} # {row['routine']}\n"
            months.setdefault(f"{start:%Y-%m}", []).append(line)
    for month, lines in months.items():
        (folder / "data" / f"{month}.data").write_text("".join(sorted(lines)))
