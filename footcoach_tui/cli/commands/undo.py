"""`footcoach undo`: the latest change of the history taken back."""

import argparse

from footcoach_tui import wiring
from footcoach_tui.boundary.text import clean
from footcoach_tui.cli.arguments import Subparsers
from footcoach_tui.cli.errors import CliError, ExitCode, warn
from footcoach_tui.history.errors import HistoryError


def register(commands: Subparsers) -> None:
    """Add the command."""
    command = commands.add_parser("undo", help="take back the latest change of the history")
    command.add_argument(
        "--list", action="store_true", help="only show what can be undone, latest first"
    )
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Undo, and say what was undone. Exit 1 when there is nothing to undo."""
    history = wiring.open_history()
    try:
        changes = history.undoable()
        if not changes:
            print("There is nothing to undo.")
            warn(history.problems)
            return ExitCode.NO
        for line in changes if chosen.list else [history.undo()]:
            print(clean(line))
    except HistoryError as error:
        raise CliError(str(error)) from error
    warn(history.problems)
    return ExitCode.YES
