"""`footcoach check`: what is wrong with routine and exercise files."""

import argparse
from pathlib import Path

from footcoach_tui.boundary.paths import bundled_routines_folder, data_folder
from footcoach_tui.cli.arguments import Subparsers


def register(commands: Subparsers) -> None:
    """Add the command."""
    command = commands.add_parser(
        "check", help="file:line: key: what is wrong; exit 0 clean, 1 problems, 2 unreadable"
    )
    command.add_argument(
        "files", metavar="FILE", nargs="*", type=Path, help="all files, if none is named"
    )
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Print every problem, first those of files that could not be read at all."""
    from footcoach_tui.library.check import check  # noqa: PLC0415 - brings pydantic

    report = check(chosen.files, bundled=bundled_routines_folder(), own=data_folder() / "routines")
    for problem in (*report.unreadable, *report.problems):
        print(problem)
    return report.exit_code
