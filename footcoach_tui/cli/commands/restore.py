"""`footcoach restore`: what is missing of a damaged month brought back, as far as it can be."""

import argparse
import re

from footcoach_tui import wiring
from footcoach_tui.boundary.paths import data_folder
from footcoach_tui.boundary.safe_read import UnreadableError
from footcoach_tui.cli.arguments import Subparsers
from footcoach_tui.cli.errors import CliError, ExitCode, warn
from footcoach_tui.history.changes.restore import MonthSalvage, damaged_months
from footcoach_tui.history.errors import HistoryError
from footcoach_tui.text.durations import counted

_MONTH = re.compile(r"(?:.*/)?([0-9]{4}-(?:0[1-9]|1[0-2]))(?:\.json.*)?")


def register(commands: Subparsers) -> None:
    """Add the command."""
    command = commands.add_parser(
        "restore", help="bring back what is missing of a damaged month, from backups and remains"
    )
    command.add_argument(
        "month", metavar="MONTH", nargs="?", help="such as 2026-03; without it, what there is"
    )
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Bring a month's sessions back; undo takes that back. Exit 1 when there is nothing to be."""
    if not chosen.month:
        return _list()
    found = _MONTH.fullmatch(chosen.month)
    if not found:
        raise CliError("a month is wanted, such as 2026-03")
    try:
        restored = wiring.open_history().restore(found[1])
    except HistoryError as error:
        warn([f"{error}."])
        return ExitCode.NO
    warn(restored.warnings)
    print(
        f"Restored {counted(restored.sessions, 'session')} of {found[1]}{_source(restored.day)}; "
        "footcoach undo takes that back."
    )
    return ExitCode.YES


def _list() -> int:
    try:
        found = [one for one in damaged_months(data_folder()) if one.missing]
    except (UnreadableError, OSError) as error:
        raise CliError(str(error)) from error
    for one in found:
        print(_month_line(one))
    if not found:
        print("There is nothing to restore.")
    return ExitCode.YES if found else ExitCode.NO


def _month_line(found: MonthSalvage) -> str:
    """What can be brought back of a month, in a line."""
    what = counted(found.sessions, "session") if found.sessions else "deletions"
    return f"{found.month}: {what} can be brought back{_source(found.day)}"


def _source(day: object) -> str:
    return f" (newest backup: {day})" if day else " (there is no backup)"
