"""`footcoach due`: whether a session is due today, for prompts and scripts."""

import argparse
from datetime import timedelta

from footcoach_tui import wiring
from footcoach_tui.cli.arguments import Commands
from footcoach_tui.cli.exits import CliError, Exit, warn
from footcoach_tui.coach.days import tally
from footcoach_tui.coach.due import Due, due
from footcoach_tui.history.store import History

RECENT = timedelta(days=31)
"""What is read at first: with a session in it, no older month needs to be opened."""


def register(commands: Commands) -> None:
    """Add the command."""
    command = commands.add_parser(
        "due", help="whether a session is due: exit 0 due, 1 not due, 2 error"
    )
    command.add_argument("--json", action="store_true", help="as JSON")
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Say whether a session is due, and why."""
    answer = answered(wiring.open_history())
    if chosen.json:
        from footcoach_tui.cli.output import print_json  # noqa: PLC0415 - only here

        latest = answer.latest.isoformat() if answer.latest else None
        print_json({"due": answer.is_due, "sentence": answer.sentence, "latest": latest})
    else:
        print(answer.sentence)
    return Exit.YES if answer.is_due else Exit.NO


def answered(history: History) -> Due:
    """Whether a session is due today; what could not be read is told on the standard error.

    Raises CliError when nothing could be read of a history that is there.
    """
    today = wiring.today()
    answer = due(tally(history.since(today - RECENT)), today)
    if answer.latest is None:
        answer = due(history.days(), today)
    warn(history.problems)
    if history.problems and answer.latest is None:
        raise CliError("whether a session is due cannot be told from what is left of the history")
    return answer
