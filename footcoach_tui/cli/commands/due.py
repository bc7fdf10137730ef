"""`footcoach due`: whether a session is due today, for prompts and scripts."""

import argparse

from footcoach_tui.cli.coach.due_cache import due_today
from footcoach_tui.cli.errors import ExitCode
from footcoach_tui.cli.output import print_json
from footcoach_tui.cli.parser import Subparsers


def register(commands: Subparsers) -> None:
    command = commands.add_parser(
        "due", help="show whether a session is due; exit 0 due, 1 not due, 2 error"
    )
    command.add_argument("--json", action="store_true", help="print as JSON")


def run(args: argparse.Namespace) -> int:
    due = due_today()
    if args.json:
        print_json(
            {
                "due": due.is_due,
                "answer": due.answer,
                "sentence": due.sentence,
                "rule": due.rule,
                "routine": due.routine or None,
                "stage": due.stage or None,
                "next": due.next or None,
                "latest": due.latest or None,
            }
        )
    else:
        print(due.sentence)
    return ExitCode.YES if due.is_due else ExitCode.NO
