"""`footcoach due`: whether a session is due today, for prompts and scripts."""

import argparse

from footcoach_tui import wiring
from footcoach_tui.cli.errors import CliError, ExitCode, warn
from footcoach_tui.cli.output import print_json
from footcoach_tui.cli.parser import Subparsers
from footcoach_tui.coach.due import DueStatus
from footcoach_tui.history.store import History


def register(commands: Subparsers) -> None:
    command = commands.add_parser(
        "due", help="show whether a session is due; exit 0 due, 1 not due, 2 error"
    )
    command.add_argument("--json", action="store_true", help="print as JSON")


def run(args: argparse.Namespace) -> int:
    status = due_today(wiring.open_history())
    if args.json:
        latest = status.latest.isoformat() if status.latest else None
        print_json({"due": status.is_due, "sentence": status.sentence, "latest": latest})
    else:
        print(status.sentence)
    return ExitCode.YES if status.is_due else ExitCode.NO


def due_today(history: History) -> DueStatus:
    """Whether a session is due today; warns of files that cannot be read.

    Raises CliError if the history has files and none of them can be read.
    """
    today = wiring.today()
    status = DueStatus.after(history.latest_day(DueStatus.last_day(today)), today)
    warn(history.problems)
    if history.problems and status.latest is None:
        raise CliError("the history is damaged; cannot tell whether a session is due")
    return status
