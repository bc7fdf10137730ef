"""`footcoach check`: errors in the files of routines and exercises."""

import argparse
from pathlib import Path

from footcoach_tui.boundary.paths import bundled_routines_folder, data_folder
from footcoach_tui.cli.parser import Subparsers


def register(commands: Subparsers) -> None:
    command = commands.add_parser(
        "check", help="list errors as file:line: key; exit 0 none, 1 errors, 2 unreadable files"
    )
    command.add_argument(
        "files", metavar="FILE", nargs="*", type=Path, help="file to check; default: all files"
    )


def run(args: argparse.Namespace) -> int:
    """Print every error, those of unreadable files first."""
    from footcoach_tui.library.check import check  # noqa: PLC0415 - imports pydantic

    report = check(args.files, bundled=bundled_routines_folder(), own=data_folder() / "routines")
    for problem in (*report.unreadable, *report.problems):
        print(problem)
    return report.exit_code
