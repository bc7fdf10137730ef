"""`footcoach status`: what is due in a few characters, for prompts and bars."""

import argparse
from datetime import date
from string import Formatter

from footcoach_tui.boundary import local_time
from footcoach_tui.boundary.text import quote
from footcoach_tui.cli.coach.due_cache import due_today
from footcoach_tui.cli.coach.due_today import DueToday
from footcoach_tui.cli.errors import CliError, ExitCode
from footcoach_tui.cli.output import print_json
from footcoach_tui.cli.parser import Subparsers

_FORMAT = "{due} {week}/{goal} {next}"
_NOTHING = "-"
_WEEK = 7
_MAX_SPEC = 4
"""Characters of a width: 9999 cells at most."""


def register(commands: Subparsers) -> None:
    command = commands.add_parser("status", help="show what is due in one line, for prompts")
    command.add_argument(
        "--format",
        default=_FORMAT,
        metavar="TEXT",
        help="text with fields in braces: due, week, goal, next, routine, title, minutes, stage, "
        f"rule, sentence (default: {_FORMAT})",
    )
    command.add_argument("--json", action="store_true", help="print as JSON")


def run(args: argparse.Namespace) -> int:
    """Print the line. Raises CliError for a format that cannot be used."""
    pieces = _parse_format(args.format)
    due = due_today()
    fields = status_fields(due, local_time.today())
    if args.json:
        print_json(fields)
    else:
        print("".join(text + format(fields.get(name, ""), spec) for text, name, spec in pieces))
    return ExitCode.YES


def _parse_format(text: str) -> list[tuple[str, str, str]]:
    """Return the pieces of a format: text, and the field behind it with its width, or "".

    Raises CliError for an unknown field.
    """
    pieces: list[tuple[str, str, str]] = []
    try:
        for literal, name, spec, conversion in Formatter().parse(text):
            if name is not None and (name not in FIELDS or conversion):
                raise CliError.unknown("field", name, FIELDS, "status --help")
            format("", _checked(spec or ""))
            pieces.append((literal, name or "", spec or ""))
    except ValueError as error:
        raise CliError(f"{quote(text)} is not a format: {error}") from None
    return pieces


def _checked(spec: str) -> str:
    """Return a width such as >10. Raises ValueError for one that is too long."""
    if len(spec) > _MAX_SPEC:
        raise ValueError("a width is too large")
    return spec


def status_fields(due: DueToday, today: date) -> dict[str, str]:
    """Return the fields as texts; "-" where there is nothing."""
    fields = {
        "due": due.answer,
        "week": str(due.week),
        "goal": str(due.goal),
        "next": _day(due.next, today),
        "routine": due.routine,
        "title": due.title,
        "minutes": str(due.minutes or ""),
        "stage": str(due.stage or ""),
        "rule": due.rule,
        "sentence": due.sentence,
    }
    return {name: value or _NOTHING for name, value in fields.items()}


def _day(text: str, today: date) -> str:
    """Return a day in a word: today, tomorrow, the weekday within a week, or the date."""
    if not text:
        return ""
    day = date.fromisoformat(text)
    ahead = (day - today).days
    if ahead in (0, 1):
        return ("today", "tomorrow")[ahead]
    return f"{day:%a}" if 0 < ahead < _WEEK else text


FIELDS = (*status_fields(DueToday("", ""), date.min),)
"""Fields of a format."""
