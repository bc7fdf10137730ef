"""`footcoach due`: whether a session is due today, for prompts and scripts."""

import argparse
from datetime import timedelta

from footcoach_tui import wiring
from footcoach_tui.cli.arguments import Subparsers
from footcoach_tui.cli.errors import CliError, ExitCode, warn
from footcoach_tui.coach.days import group_by_day
from footcoach_tui.coach.due import DueStatus
from footcoach_tui.history.store import History

_RECENT = timedelta(days=31)
"""What is read at first: with a session in it, no older month needs to be opened."""


def register(commands: Subparsers) -> None:
    """Add the command."""
    command = commands.add_parser(
        "due", help="whether a session is due: exit 0 due, 1 not due, 2 error"
    )
    command.add_argument("--json", action="store_true", help="as JSON")
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Say whether a session is due, and why."""
    answer = due_today(wiring.open_history())
    if chosen.json:
        from footcoach_tui.cli.output import print_json  # noqa: PLC0415 - only here

        latest = answer.latest.isoformat() if answer.latest else None
        print_json({"due": answer.is_due, "sentence": answer.sentence, "latest": latest})
    else:
        print(answer.sentence)
    return ExitCode.YES if answer.is_due else ExitCode.NO


def due_today(history: History) -> DueStatus:
    """Whether a session is due today; what could not be read is told on the standard error.

    Raises CliError when nothing could be read of a history that is there.
    """
    today = wiring.today()
    answer = DueStatus.from_days(group_by_day(history.since(today - _RECENT)), today)
    if answer.latest is None:
        answer = DueStatus.from_days(history.days(), today)
    warn(history.problems)
    if history.problems and answer.latest is None:
        raise CliError("whether a session is due cannot be told from what is left of the history")
    return answer
