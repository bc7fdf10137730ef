"""`footcoach log`: a session done away from the terminal."""

import argparse
from datetime import UTC, datetime

from footcoach_tui import wiring
from footcoach_tui.boundary.text import clean, quote
from footcoach_tui.cli.arguments import Subparsers
from footcoach_tui.cli.errors import CliError, ExitCode, warn
from footcoach_tui.cli.lookup import find_routine
from footcoach_tui.history.errors import HistoryError
from footcoach_tui.history.fields import MAX_NAME_LENGTH, MAX_NOTE_LENGTH
from footcoach_tui.session.timeline import compile_timeline

_FORMS = ("%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M%z", "%Y-%m-%dT%H:%M:%S%z")
_FIRST = datetime(1970, 1, 2, tzinfo=UTC)
"""Ids count from 1970 in UTC; a day later it is 1970 in every zone."""


def register(commands: Subparsers) -> None:
    """Add the command."""
    command = commands.add_parser("log", help="a session done away from the terminal")
    command.add_argument("routine", metavar="ROUTINE", help="the id of a routine")
    command.add_argument(
        "--at",
        metavar="TIME",
        type=_moment,
        help="when it began: YYYY-MM-DDTHH:MM, or HH:MM today; now unless given",
    )
    command.add_argument("--note", metavar="TEXT", default="", help="a note to keep with it")
    command.add_argument("--context", metavar="WORD", default="", help="before-run, after-run, ...")
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Save the session as done to plan; print its id once it is safe on disk."""
    routine = find_routine(wiring.open_catalogue(), chosen.routine)
    heading = wiring.new_session_info(
        at=chosen.at,
        context=clean(chosen.context, limit=MAX_NAME_LENGTH),
        note=clean(chosen.note, limit=MAX_NOTE_LENGTH),
    )
    try:
        saved = wiring.open_history().add(heading.record_of_plan(compile_timeline(routine)))
    except HistoryError as error:
        raise CliError(str(error)) from error
    # In one piece: several may write to one pipe, and unbuffered Python makes two of it.
    print(f"{saved.record.id}\n", end="", flush=True)
    warn(saved.warnings)
    return ExitCode.YES


def _moment(text: str) -> datetime:
    """An aware local time that is over; a time of day alone is of today."""
    try:
        found = _read(text)
        is_past = _FIRST <= found <= datetime.now(UTC)
    except (ValueError, OverflowError):  # the year 1 has no local time
        sentence = f"{quote(text)} is no time: write 2026-03-01T07:30, or 07:30 for today"
        raise argparse.ArgumentTypeError(sentence) from None
    if not is_past:
        raise argparse.ArgumentTypeError(f"{quote(text)} is still to come, or too long ago")
    return found


def _read(text: str) -> datetime:
    """The moment in a text. Raises ValueError and OverflowError."""
    try:
        clock = datetime.strptime(text, "%H:%M").time()  # noqa: DTZ007 - made aware below
        return datetime.combine(wiring.today(), clock).astimezone()
    except ValueError:
        pass
    for form in _FORMS:
        try:
            found = datetime.strptime(text, form)  # noqa: DTZ007 - the same
        except ValueError:
            continue
        return found if found.tzinfo else found.astimezone()
    raise ValueError(text)
