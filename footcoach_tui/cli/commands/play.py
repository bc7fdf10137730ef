"""`footcoach play`: open the player at a routine, or lead through it in plain lines."""

import argparse

from footcoach_tui import wiring
from footcoach_tui.boundary.text import clean
from footcoach_tui.cli.appearance_options import add_appearance_options, chosen_appearance
from footcoach_tui.cli.arguments import Subparsers
from footcoach_tui.cli.errors import CliError
from footcoach_tui.cli.interrupted import report_interrupted_session
from footcoach_tui.history.fields import MAX_NAME_LENGTH, MAX_SPEED

_MIN_SPEED = 0.01
_DECIMALS = 3
"""The history keeps no more, and a speed that it rounds to 1 would count as a real session."""


def register(commands: Subparsers) -> None:
    """Add the command."""
    command = commands.add_parser("play", help="open the player at a routine")
    command.add_argument("routine", metavar="ROUTINE", nargs="?", help="the id of a routine")
    command.add_argument(
        "--resume", action="store_true", help="go on with the session that was cut off last"
    )
    command.add_argument(
        "--plain", action="store_true", help="one line an event, as without a terminal"
    )
    command.add_argument(
        "--speed",
        type=_speed,
        metavar="N",
        help="run the clock N times faster, to try a routine; left out of totals",
    )
    command.add_argument("--context", metavar="WORD", default="", help="before-run, after-run, ...")
    command.add_argument(
        "--conditions-met",
        action="store_true",
        help="in plain mode: do harder steps as written instead of what stands in for them",
    )
    add_appearance_options(command)
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Play it on the screen if there is one and plain lines were not asked for."""
    if bool(chosen.routine) == chosen.resume:
        raise CliError("name a routine to play, or --resume to go on with one that was cut off")
    if chosen.resume and (chosen.speed or chosen.context):
        raise CliError("a session goes on at the speed and in the context that it began with")
    speed = chosen.speed or 1.0
    context = clean(chosen.context, limit=MAX_NAME_LENGTH)
    if not chosen.plain and wiring.can_show_screens():
        from footcoach_tui.cli.open_app import open_app  # noqa: PLC0415 - brings Textual

        wishes = chosen_appearance(chosen)
        return open_app(chosen.routine or "", context, speed, resume=chosen.resume, wishes=wishes)
    from footcoach_tui.cli.plain.session import play_plain, resume_plain  # noqa: PLC0415 - brings the library

    if chosen.resume:
        return resume_plain()
    report_interrupted_session(and_ended=False)
    return play_plain(chosen.routine, context, speed, conditions_met=chosen.conditions_met)


def _speed(text: str) -> float:
    try:
        number = round(float(text), _DECIMALS)
    except (ValueError, OverflowError):  # of no number, and of one without end
        number = 0.0
    if not _MIN_SPEED <= number <= MAX_SPEED:
        raise argparse.ArgumentTypeError(f"must be a number from {_MIN_SPEED:g} to {MAX_SPEED:g}")
    return number
