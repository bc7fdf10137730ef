"""`footcoach history`: the last sessions, or the last of those that a query finds."""

import argparse
from collections.abc import Iterable

from footcoach_tui import wiring
from footcoach_tui.cli.arguments import Subparsers
from footcoach_tui.cli.errors import ExitCode, warn
from footcoach_tui.cli.interrupted import report_interrupted_session
from footcoach_tui.session.record import SessionRecord
from footcoach_tui.text.durations import format_minutes

_DEFAULT_LIMIT = 20
_DIGITS = 9
"""More than anybody has sessions, and less than Python refuses to read."""


def register(commands: Subparsers) -> None:
    """Add the command."""
    command = commands.add_parser(
        "history", help="the last sessions, or those you look for", dashed_words=True
    )
    command.add_argument(
        "query",
        nargs="*",
        metavar="QUERY",
        help="words, exercise:toe-yoga, side:left, since:30d, pain>3, partial and more, all of "
        "which must be so; -partial is the opposite",
    )
    command.add_argument("--json", action="store_true", help="as JSON, with every set")
    command.add_argument(
        "--limit",
        type=_limit,
        default=_DEFAULT_LIMIT,
        metavar="N",
        help=f"at most N ({_DEFAULT_LIMIT}); 0 is all",
    )
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Print sessions; files that could not be read are told on the standard error.

    As with grep, a query that finds nothing is a no.
    """
    history = wiring.open_history()
    if chosen.query:
        from footcoach_tui.cli.query_args import query_from_args  # noqa: PLC0415 - only here

        records = history.find(query_from_args(chosen.query, wiring.today()), chosen.limit or None)
    else:
        records = history.last(chosen.limit) if chosen.limit else history.all()
    if chosen.json:
        from footcoach_tui.cli.output import print_json  # noqa: PLC0415 - only here
        from footcoach_tui.history.codec import to_document  # noqa: PLC0415 - the same

        print_json({"sessions": [to_document(record) for record in records]})
    elif records:
        print_sessions(records)
    else:
        print("Nothing found." if chosen.query else "No session yet.")
    warn(history.problems)
    if not chosen.json:
        report_interrupted_session()
    if chosen.query and len(records) == chosen.limit == _DEFAULT_LIMIT and not chosen.json:
        warn([f"these are the newest {_DEFAULT_LIMIT} found; --limit 0 gives all there are"])
    return ExitCode.NO if chosen.query and not records else ExitCode.YES


def print_sessions(records: Iterable[SessionRecord]) -> None:
    """Print one line a session."""
    for record in records:
        marks = [format_minutes(record.seconds)]
        if record.is_partial:
            marks.append("partly")
        if record.speed != 1.0:
            marks.append(f"speed {record.speed:g}, not counted")
        if record.effort is not None:
            marks.append(f"effort {record.effort}")
        if record.pain is not None:
            marks.append(f"pain {record.pain}")
        if record.note:
            marks.append(record.note)
        print(f"{record.started:%Y-%m-%d %H:%M}  {record.title}  ({', '.join(marks)})  {record.id}")


def _limit(text: str) -> int:
    if not (text.isdecimal() and len(text) <= _DIGITS):
        raise argparse.ArgumentTypeError("must be a whole number, 0 or more")
    return int(text)
