"""`footcoach history`: the latest sessions, or the latest that a query finds."""

import argparse
from collections.abc import Iterable

from footcoach_tui import wiring
from footcoach_tui.boundary import local_time
from footcoach_tui.cli.errors import ExitCode, warn
from footcoach_tui.cli.lookup import report_interrupted_session
from footcoach_tui.cli.output import print_json, print_row
from footcoach_tui.cli.parser import Subparsers
from footcoach_tui.session.record import SessionRecord
from footcoach_tui.text.durations import format_minutes

_DEFAULT_LIMIT = 20
_MAX_DIGITS = 9
"""Digits of a limit: Python refuses to parse very long numbers."""


def register(commands: Subparsers) -> None:
    command = commands.add_parser(
        "history", help="list the latest sessions, or search", dashed_words=True
    )
    command.add_argument(
        "query",
        nargs="*",
        metavar="QUERY",
        help="words, exercise:toe-yoga, side:left, since:30d, pain>3, partial and more; all must "
        "match; -partial matches the opposite",
    )
    command.add_argument("--json", action="store_true", help="print as JSON, with every set")
    command.add_argument(
        "-n",
        "--limit",
        type=_limit,
        default=_DEFAULT_LIMIT,
        metavar="N",
        help=f"at most N sessions (default {_DEFAULT_LIMIT}); 0 for all",
    )


def run(args: argparse.Namespace) -> int:
    """Print sessions, and warn of files that cannot be read.

    A query that finds nothing returns 1, as grep does.
    """
    history = wiring.open_history()
    if args.query:
        from footcoach_tui.cli.query_args import query_from_args  # noqa: PLC0415 - only here

        records = history.find(query_from_args(args.query, local_time.today()), args.limit or None)
    else:
        records = history.last(args.limit) if args.limit else history.all()
    if args.json:
        from footcoach_tui.history.codec import to_document  # noqa: PLC0415 - only here

        print_json({"sessions": [to_document(record) for record in records]})
    elif records:
        print_sessions(records)
    else:
        print("Nothing found." if args.query else "No session yet.")
    warn(history.problems)
    if not args.json:
        report_interrupted_session()
    if args.query and len(records) == args.limit == _DEFAULT_LIMIT and not args.json:
        warn([f"these are the newest {_DEFAULT_LIMIT} found; --limit 0 shows all"])
    return ExitCode.NO if args.query and not records else ExitCode.YES


def print_sessions(records: Iterable[SessionRecord]) -> None:
    for record in records:
        details = [format_minutes(record.seconds)]
        if record.is_partial:
            details.append("partly")
        if record.speed != 1.0:
            details.append(f"speed {record.speed:g}, not counted")
        if record.effort is not None:
            details.append(f"effort {record.effort}")
        if record.pain is not None:
            details.append(f"pain {record.pain}")
        if record.note:
            details.append(record.note)
        start = f"{record.started:%Y-%m-%d %H:%M}  "
        print_row(start, f"{record.title}  ({', '.join(details)})  {record.id}")
        if record.checkin or record.after or record.morning:
            from footcoach_tui.coach.answers.words import answer_lines  # noqa: PLC0415 - only here

            print(*(f"    {line}\n" for line in answer_lines(record)), sep="", end="")


def _limit(text: str) -> int:
    if not (text.isdecimal() and len(text) <= _MAX_DIGITS):
        raise argparse.ArgumentTypeError("must be a whole number, 0 or more")
    return int(text)
