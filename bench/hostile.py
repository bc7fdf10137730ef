"""Hostile files, one by one: each told or loaded in two seconds of CPU, and only text is said.

`python bench/hostile.py` makes every file of tests/support/hostile.py in a home of its own, runs
footcoach there in a process of its own, and prints what went wrong and which took longest.
"""

import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "support"))

from hostile_files import HostileFile, hostile_configs, hostile_exercises, hostile_routines
from hostile_history import hostile_imports, hostile_journals, hostile_months

_MakeFiles = Callable[[], Iterable[HostileFile]]
_MAX_CPU_SECONDS = 2.0
"""Seconds of CPU: on a machine that is busy with others the clock tells of them."""
_EXIT_CODES = (0, 1, 2)
_KINDS: tuple[tuple[_MakeFiles, str, tuple[str, ...]], ...] = (
    (hostile_routines, "data/routines", ("check",)),
    (hostile_exercises, "data/routines/exercises", ("check",)),
    (hostile_configs, "", ("play", "desk-break-3min", "--plain", "--speed", "1000")),
    (hostile_months, "data/history/stranger-1", ("history",)),
    (hostile_journals, "data/running", ("doctor",)),
    (hostile_imports, "", ("import", "FILE", "--yes")),
)
_SHOWN = 5


def main() -> int:
    """Try them all."""
    took: list[tuple[float, str]] = []
    wrong: list[str] = []
    for each, folder, command in _KINDS:
        for one in each():
            with tempfile.TemporaryDirectory() as home:
                seconds, why = check_file(one, Path(home), folder, command)
            name = f"{each.__name__}: {one.name.encode('unicode_escape').decode()}"
            took.append((seconds, name))
            wrong += [f"{name}: {told}" for told in why]
    for told in wrong:
        print(f"WRONG {told}")
    for seconds, name in sorted(took, reverse=True)[:_SHOWN]:
        print(f"{seconds:5.2f} s  {name}")
    print(f"{len(took)} hostile files, {len(wrong)} of them wrong")
    return int(bool(wrong))


def check_file(
    one: HostileFile, home: Path, folder: str, command: tuple[str, ...]
) -> tuple[float, list[str]]:
    """The seconds of a command beside such a file, and what was wrong with what it said."""
    path = home / folder / (one.name if folder or "FILE" in command else "config.toml")
    path.parent.mkdir(parents=True, exist_ok=True)
    one.make(path)
    environ = {
        "FOOTCOACH_DATA_DIR": str(home / "data"),
        "FOOTCOACH_CONFIG": str(path if not folder else home / "config.toml"),
    }
    arguments = [str(path) if word == "FILE" else word for word in command]
    before = _used()
    try:
        done = subprocess.run(
            [sys.executable, "-m", "footcoach_tui", *arguments],
            env=os.environ | environ,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=60,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return 60.0, ["never ended"]
    seconds = _used() - before
    said = (done.stdout + done.stderr).decode(errors="surrogateescape")
    why = [] if said.replace("\n", "").isprintable() else ["says more than text"]
    if done.returncode not in _EXIT_CODES or "Traceback" in said:
        why.append(f"ended with {done.returncode}: {said[-300:]}")
    if one.is_reported and not folder and not done.stderr:
        why.append("is not told")
    if seconds > _MAX_CPU_SECONDS:
        why.append(f"took {seconds:.1f} s")
    return seconds, why


def _used() -> float:
    """Seconds of CPU that commands have taken so far."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    sys.exit(main())
