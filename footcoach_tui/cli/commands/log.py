"""`footcoach log`: a session done away from the terminal."""

import argparse
from datetime import UTC, datetime, timedelta

from footcoach_tui import wiring
from footcoach_tui.boundary import local_time
from footcoach_tui.boundary.text import clean, quote
from footcoach_tui.cli.errors import ExitCode, warn
from footcoach_tui.cli.lookup import find_routine
from footcoach_tui.cli.parser import Subparsers
from footcoach_tui.history.fields import MAX_NAME_LENGTH, MAX_NOTE_LENGTH, MAX_SCORE
from footcoach_tui.session.side import Side
from footcoach_tui.session.timeline import compile_timeline

_FORMATS = ("%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M%z", "%Y-%m-%dT%H:%M:%S%z")
_MAX_MINUTES, _MAX_DIGITS = 24 * 60, 6
_FIRST = datetime(1970, 1, 2, tzinfo=UTC)
"""Earliest start: ids count from 1970 in UTC, and a day later it is 1970 in every zone."""


def register(commands: Subparsers) -> None:
    command = commands.add_parser("log", help="add a session that you did elsewhere")
    command.add_argument("routine", metavar="ROUTINE", help="the id of a routine")
    command.add_argument(
        "--at",
        metavar="TIME",
        type=_past_time,
        help="start: YYYY-MM-DDTHH:MM, or HH:MM for today; default: now",
    )
    command.add_argument("--minutes", metavar="N", type=_minutes, help="how long it took")
    command.add_argument("--effort", metavar="0-10", type=_score, help="how hard it was")
    command.add_argument("--pain", metavar="0-10", type=_score, help="pain, 0 for none")
    command.add_argument("--side", choices=("left", "right"), help="only this side was done")
    command.add_argument("--note", metavar="TEXT", default="", help="a note on the session")
    command.add_argument("--context", metavar="WORD", default="", help="before-run, after-run, ...")


def run(args: argparse.Namespace) -> int:
    """Save the session as done to plan; print its id once it is on disk."""
    routine = find_routine(wiring.open_catalogue(), args.routine)
    info = wiring.new_session_info(
        at=args.at,
        context=clean(args.context, limit=MAX_NAME_LENGTH),
        note=clean(args.note, limit=MAX_NOTE_LENGTH),
    )
    record = info.record_of_plan(compile_timeline(routine), Side(args.side or Side.BOTH))
    record = record._replace(effort=args.effort, pain=args.pain)
    if args.minutes:
        ended = record.started + timedelta(minutes=args.minutes)
        record = record._replace(seconds=60.0 * args.minutes, ended=ended)
    saved = wiring.open_history().add(record)
    # One piece: several processes may write to one pipe, and unbuffered Python writes two pieces.
    print(f"{saved.record.id}\n", end="", flush=True)
    warn(saved.warnings)
    return ExitCode.YES


def _minutes(text: str) -> int:
    return _whole(text, 1, _MAX_MINUTES, "minutes")


def _score(text: str) -> int:
    return _whole(text, 0, MAX_SCORE, "a score")


def _whole(text: str, low: int, high: int, what: str) -> int:
    if text.isascii() and text.isdecimal() and low <= int(text[:_MAX_DIGITS]) <= high:
        return int(text[:_MAX_DIGITS])
    raise argparse.ArgumentTypeError(f"{quote(text)} is not {what}: write {low} to {high}")


def _past_time(text: str) -> datetime:
    """Parse a time in the past as aware local time; a time of day alone is today's."""
    try:
        time = _parse(text)
        is_past = _FIRST <= time <= local_time.now()
    except (ValueError, OverflowError):  # the year 1 has no local time
        sentence = f"{quote(text)} is not a time: write 2026-03-01T07:30, or 07:30 for today"
        raise argparse.ArgumentTypeError(sentence) from None
    if not is_past:
        raise argparse.ArgumentTypeError(f"{quote(text)} is in the future, or too long ago")
    return time


def _parse(text: str) -> datetime:
    """Parse a time. Raises ValueError and OverflowError."""
    try:
        clock = datetime.strptime(text, "%H:%M").time()  # noqa: DTZ007 - made aware below
        return datetime.combine(local_time.today(), clock).astimezone()
    except ValueError:
        pass
    for form in _FORMATS:
        try:
            time = datetime.strptime(text, form)  # noqa: DTZ007 - made aware below
        except ValueError:
            continue
        return time if time.tzinfo else time.astimezone()
    raise ValueError(text)
