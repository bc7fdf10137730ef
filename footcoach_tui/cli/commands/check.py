"""`footcoach check`: errors in the files of routines and exercises, and in the config file."""

import argparse
import os
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from footcoach_tui import wiring
from footcoach_tui.boundary import local_time
from footcoach_tui.boundary.paths import config_file, data_folder
from footcoach_tui.boundary.problems import Problem
from footcoach_tui.boundary.safe_read import UnreadableError
from footcoach_tui.cli.errors import ExitCode
from footcoach_tui.cli.parser import Subparsers
from footcoach_tui.text.durations import counted

_CONFIG_NAME = "config.toml"


def register(commands: Subparsers) -> None:
    command = commands.add_parser(
        "check", help="list errors as file:line: key; exit 0 none, 1 errors, 2 unreadable files"
    )
    command.add_argument(
        "files",
        metavar="FILE",
        nargs="*",
        type=Path,
        help="routine, exercise or config file to check; default: all routines and exercises",
    )
    command.add_argument(
        "--watch", action="store_true", help="check again whenever a file is saved, until ctrl+c"
    )


def run(args: argparse.Namespace) -> int:
    """Print every error, those of unreadable files first."""
    return _watch(args.files) if args.watch else _print_problems(args.files)[0]


def _watch(named: Sequence[Path]) -> int:
    """Check again at each change of a file. Returns the exit code of the latest check."""
    from footcoach_tui.authoring.file_changes import changes  # noqa: PLC0415 - only here

    code = int(ExitCode.INTERRUPTED)
    try:
        changed = changes(partial(_watched, named), wait_a_second)
        while True:
            code, count = _print_problems(named)
            found = counted(count, "problem") if count else "no problems"
            print(f"{local_time.now():%H:%M:%S}  {found}", flush=True)
            next(changed)
    except KeyboardInterrupt:
        return code


def wait_a_second() -> None:
    """Wait between two looks at the files."""
    import time  # noqa: PLC0415 - only here

    time.sleep(1)


def _watched(named: Sequence[Path]) -> Sequence[Path]:
    """Return the files to look at: those that are named, or all of the user's own."""
    from footcoach_tui.authoring.own_files import own_paths  # noqa: PLC0415 - only here

    if named:
        return named
    try:
        return own_paths(data_folder() / "routines")
    except UnreadableError:
        return ()


def _print_problems(named: Sequence[Path]) -> tuple[int, int]:
    """Print every problem; return the exit code and how many there are."""
    own = data_folder() / "routines"
    configs = [path for path in named if _is_config(path, own)]
    files = [path for path in named if path not in configs]
    code = 0
    problems: list[Problem] = []
    if files or not configs:
        report = wiring.check_files(files)
        problems += (*report.unreadable, *report.problems)
        code = report.exit_code
    if config_problems := (*_config_problems(configs),):
        problems += config_problems
        code = max(code, ExitCode.NO)
    for problem in problems:
        print(problem)
    return code, len(problems)


def _is_config(path: Path, routines: Path) -> bool:
    """Whether a file holds settings: the config file in use, or another of its usual name."""
    real = os.path.realpath(path) if "\0" not in str(path) else ""
    if not os.path.isfile(real):  # noqa: PTH113 - of a path as text
        return False
    is_routine = os.path.dirname(real) == os.path.realpath(routines)  # noqa: PTH120 - the same
    return real == os.path.realpath(config_file()) or (path.name == _CONFIG_NAME and not is_routine)


def _config_problems(paths: Sequence[Path]) -> Iterator[Problem]:
    from footcoach_tui.app.appearance.palettes import THEME_NAMES  # noqa: PLC0415 - few need it

    for path in paths:
        for problem in wiring.open_settings(THEME_NAMES, path)[1]:
            yield problem.in_file(str(path))
