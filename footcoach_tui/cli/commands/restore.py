"""`footcoach restore`: sessions of a damaged month, from backups and readable remains."""

import argparse
import re

from footcoach_tui import wiring
from footcoach_tui.cli.errors import CliError, ExitCode, warn
from footcoach_tui.cli.parser import Subparsers
from footcoach_tui.history.errors import HistoryError
from footcoach_tui.text.durations import counted

_MONTH = re.compile(r"(?:.*/)?([0-9]{4}-(?:0[1-9]|1[0-2]))(?:\.json.*)?")


def register(commands: Subparsers) -> None:
    command = commands.add_parser(
        "restore", help="restore sessions of a damaged month, from backups and what is left of it"
    )
    command.add_argument(
        "month", metavar="MONTH", nargs="?", help="such as 2026-03; default: list all"
    )


def run(args: argparse.Namespace) -> int:
    """Restore the sessions of a month. Returns 1 if there is nothing to restore."""
    if not args.month:
        return _list()
    month = _MONTH.fullmatch(args.month)
    if not month:
        raise CliError("give a month, such as 2026-03")
    try:
        restored = wiring.open_history().restore(month[1])
    except HistoryError as error:
        warn([f"{error}."])
        return ExitCode.NO
    warn(restored.warnings)
    print(
        f"Restored {counted(restored.sessions, 'session')} of {month[1]}{_source(restored.day)}. "
        "To undo: footcoach undo"
    )
    return ExitCode.YES


def _list() -> int:
    months = [month for month in wiring.open_history().damaged_months() if month.missing]
    for month in months:
        what = counted(month.sessions, "session") if month.sessions else "deletions"
        print(f"{month.month}: {what} can be restored{_source(month.day)}")
    if not months:
        print("There is nothing to restore.")
    return ExitCode.YES if months else ExitCode.NO


def _source(day: object) -> str:
    return f" (newest backup: {day})" if day else " (there is no backup)"
