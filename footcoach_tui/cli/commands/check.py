"""`footcoach check`: errors in the files of routines and exercises, and in the config file."""

import argparse
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from footcoach_tui import wiring
from footcoach_tui.boundary.paths import bundled_routines_folder, config_file, data_folder
from footcoach_tui.boundary.problems import Problem
from footcoach_tui.cli.errors import ExitCode
from footcoach_tui.cli.parser import Subparsers

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


def run(args: argparse.Namespace) -> int:
    """Print every error, those of unreadable files first."""
    own = data_folder() / "routines"
    configs = [path for path in args.files if _is_config(path, own)]
    files = [path for path in args.files if path not in configs]
    code = 0
    if files or not configs:
        from footcoach_tui.library.check import check  # noqa: PLC0415 - imports pydantic

        report = check(files, bundled=bundled_routines_folder(), own=own)
        for problem in (*report.unreadable, *report.problems):
            print(problem)
        code = report.exit_code
    for problem in _config_problems(configs):
        print(problem)
        code = max(code, ExitCode.NO)
    return code


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
