"""`footcoach play`: open the player at a routine, or lead through it in plain lines."""

import argparse

from footcoach_tui import wiring
from footcoach_tui.boundary.text import clean
from footcoach_tui.cli.arguments import Commands
from footcoach_tui.cli.exits import CliError
from footcoach_tui.cli.looking import add_looks, wishes_of
from footcoach_tui.cli.mentioning import mention_cut_off
from footcoach_tui.history.codec import FASTEST, SHORT

SLOWEST = 0.01
_DECIMALS = 3
"""The history keeps no more, and a speed that it rounds to 1 would count as a real session."""


def register(commands: Commands) -> None:
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
    add_looks(command)
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Play it on the screen if there is one and plain lines were not asked for."""
    if bool(chosen.routine) == chosen.resume:
        raise CliError("name a routine to play, or --resume to go on with one that was cut off")
    if chosen.resume and (chosen.speed or chosen.context):
        raise CliError("a session goes on at the speed and in the context that it began with")
    speed = chosen.speed or 1.0
    context = clean(chosen.context, limit=SHORT)
    if not chosen.plain and wiring.can_show_screens():
        from footcoach_tui.cli.screen import open_app  # noqa: PLC0415 - brings Textual

        wishes = wishes_of(chosen)
        return open_app(chosen.routine or "", context, speed, resume=chosen.resume, wishes=wishes)
    from footcoach_tui.cli.plain import play_plain, resume_plain  # noqa: PLC0415 - brings the library

    if chosen.resume:
        return resume_plain()
    mention_cut_off(and_ended=False)
    return play_plain(chosen.routine, context, speed, conditions_met=chosen.conditions_met)


def _speed(text: str) -> float:
    try:
        number = round(float(text), _DECIMALS)
    except (ValueError, OverflowError):  # of no number, and of one without end
        number = 0.0
    if not SLOWEST <= number <= FASTEST:
        raise argparse.ArgumentTypeError(f"must be a number from {SLOWEST:g} to {FASTEST:g}")
    return number
