"""`footcoach undo`: undo of the latest change of the history."""

import argparse

from footcoach_tui import wiring
from footcoach_tui.boundary.text import clean
from footcoach_tui.cli.errors import ExitCode, warn
from footcoach_tui.cli.parser import Subparsers


def register(commands: Subparsers) -> None:
    command = commands.add_parser("undo", help="undo the latest change of the history")
    command.add_argument(
        "--list", action="store_true", help="only list what can be undone, latest first"
    )


def run(args: argparse.Namespace) -> int:
    """Undo, and print what was undone. Returns 1 if there is nothing to undo."""
    history = wiring.open_history()
    changes = history.undoable()
    if not changes:
        print("There is nothing to undo.")
        warn(filter(None, [history.undo_problem()]))
        return ExitCode.NO
    for line in changes if args.list else [history.undo()]:
        print(clean(line))
    warn(filter(None, [history.undo_problem()]))
    return ExitCode.YES
