"""Hostile files: each is reported or loaded in two seconds of CPU, and only text is printed.

`python -m bench.hostile` makes each file of tests/support/hostile_files.py in a home of its own,
runs footcoach there in a process of its own, and prints the failures and the longest times.
"""

import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from bench.folders import settings_below

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "support"))

from hostile_files import HostileFile, hostile_configs, hostile_exercises, hostile_routines
from hostile_history import hostile_imports, hostile_journals, hostile_months

_MakeFiles = Callable[[], Iterable[HostileFile]]
_MAX_CPU_SECONDS = 2.0
"""Seconds of CPU: those of the clock depend on how busy the machine is."""
_EXIT_CODES = (0, 1, 2)
_KINDS: tuple[tuple[_MakeFiles, str, tuple[str, ...]], ...] = (
    (hostile_routines, "data/routines", ("check",)),
    (hostile_exercises, "data/routines/exercises", ("check",)),
    (hostile_configs, "", ("play", "desk-break-3min", "--plain", "--ready", "--speed", "1000")),
    (hostile_months, "data/history/stranger-1", ("history",)),
    (hostile_journals, "state/running", ("doctor",)),
    (hostile_imports, "", ("import", "FILE", "--yes")),
)
_LISTED = 5


def main() -> int:
    times: list[tuple[float, str]] = []
    failures: list[str] = []
    for make_files, folder, command in _KINDS:
        for file in make_files():
            with tempfile.TemporaryDirectory() as home:
                seconds, errors = check_file(file, Path(home), folder, command)
            name = f"{make_files.__name__}: {file.name.encode('unicode_escape').decode()}"
            times.append((seconds, name))
            failures += [f"{name}: {error}" for error in errors]
    for failure in failures:
        print(f"WRONG {failure}")
    for seconds, name in sorted(times, reverse=True)[:_LISTED]:
        print(f"{seconds:5.2f} s  {name}")
    print(f"{len(times)} hostile files, {len(failures)} of them wrong")
    return int(bool(failures))


def check_file(
    file: HostileFile, home: Path, folder: str, command: tuple[str, ...]
) -> tuple[float, list[str]]:
    """Run a command beside the file; return its seconds of CPU and the errors in its output."""
    path = home / folder / (file.name if folder or "FILE" in command else "config.toml")
    path.parent.mkdir(parents=True, exist_ok=True)
    file.make(path)
    environ = settings_below(home)
    if not folder:
        environ["FOOTCOACH_CONFIG"] = str(path)
    arguments = [str(path) if word == "FILE" else word for word in command]
    before = _cpu_seconds()
    try:
        result = subprocess.run(
            [sys.executable, "-m", "footcoach_tui", *arguments],
            env=os.environ | environ,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=60,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return 60.0, ["never ended"]
    seconds = _cpu_seconds() - before
    output = (result.stdout + result.stderr).decode(errors="surrogateescape")
    errors = [] if output.replace("\n", "").isprintable() else ["prints more than text"]
    if result.returncode not in _EXIT_CODES or "Traceback" in output:
        errors.append(f"ended with {result.returncode}: {output[-300:]}")
    if file.is_reported and not folder and not result.stderr:
        errors.append("is not reported")
    if seconds > _MAX_CPU_SECONDS:
        errors.append(f"took {seconds:.1f} s")
    return seconds, errors


def _cpu_seconds() -> float:
    """Seconds of CPU that child processes have taken so far."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


if __name__ == "__main__":
    sys.exit(main())
