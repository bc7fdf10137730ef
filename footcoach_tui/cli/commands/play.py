"""`footcoach play`: play a routine in the app, or as plain lines of text."""

import argparse

from footcoach_tui.boundary.text import clean, quote
from footcoach_tui.cli.errors import CliError
from footcoach_tui.cli.lookup import report_interrupted_session
from footcoach_tui.cli.output import can_show_screens
from footcoach_tui.cli.parser import Subparsers, appearance_options
from footcoach_tui.history.fields import MAX_NAME_LENGTH, MAX_SPEED
from footcoach_tui.session.equipment import Equipment
from footcoach_tui.session.routine import GateAnswer
from footcoach_tui.settings.pace import PACE_FAULT, is_pace, pace_seconds

_MIN_SPEED = 0.01
_DECIMALS = 3
"""Decimals of a speed: the history rounds to as many, and speed 1 counts as a real session."""


def register(commands: Subparsers) -> None:
    command = commands.add_parser("play", help="play a routine", has_appearance=True)
    command.add_argument(
        "routine",
        metavar="ROUTINE",
        nargs="?",
        help="the id of a routine; without one, what is due today",
    )
    command.add_argument(
        "--resume", action="store_true", help="resume the latest session that was interrupted"
    )
    command.add_argument(
        "--plain", action="store_true", help="print lines of text, as without a terminal"
    )
    command.add_argument(
        "--speed",
        type=_speed,
        metavar="N",
        help="run the clock N times faster, to try a routine; not counted in totals",
    )
    command.add_argument(
        "--no-checkin",
        action="store_true",
        help="do not ask how your feet are; the session is not counted as clean",
    )
    command.add_argument(
        "--kit",
        type=_kit,
        metavar="THINGS",
        help="what you have today, such as mat,ball; all: everything; none: nothing",
    )
    command.add_argument(
        "--pace",
        type=_pace,
        metavar="PACE",
        help='"wait": after each hold wait for a key; "wait 20": for 20 seconds; "timer": do not',
    )
    command.add_argument("--context", metavar="WORD", default="", help="before-run, after-run, ...")
    answer = command.add_mutually_exclusive_group()
    answer.add_argument(
        "--conditions-met",
        action="store_true",
        help="in plain mode: all conditions of the routine are true for you, and you are not sore",
    )
    answer.add_argument(
        "--easier",
        action="store_true",
        help="in plain mode: not all conditions are true yet, but you are healthy and not sore: "
        "do easier steps instead",
    )
    command.add_argument(
        "--ready",
        action="store_true",
        help="in plain mode: start at once, without waiting until the cautions are read",
    )


def run(args: argparse.Namespace) -> int:
    """Play in the app if there is a screen, and `--plain` is not given.

    Without a routine the app opens on today; plain mode plays what is due.
    """
    if args.routine and args.resume:
        raise CliError("--resume continues the session that was interrupted: name no routine")
    if args.resume and (args.speed or args.context or args.pace or args.kit is not None):
        raise CliError("a session is resumed as it began: with its speed, context, pace and kit")
    speed = args.speed or 1.0
    once: dict[str, object] = {} if args.kit is None else {"kit": args.kit}
    if args.pace:
        once["pace"] = pace_seconds(args.pace)
    context = clean(args.context, limit=MAX_NAME_LENGTH)
    if not args.plain and can_show_screens():
        from footcoach_tui.cli.open_app import open_app  # noqa: PLC0415 - imports Textual

        options = appearance_options(args)
        return open_app(
            args.routine or "",
            context,
            speed,
            resume=args.resume,
            options=options,
            has_check_in=not args.no_checkin,
            once=once,
        )
    from footcoach_tui.cli.plain.session import play_plain, resume_plain  # noqa: PLC0415 - imports the library

    if args.resume:
        return resume_plain()
    report_interrupted_session(with_ended=False)
    answer = None
    if args.conditions_met or args.easier:
        answer = GateAnswer.MET if args.conditions_met else GateAnswer.READY
    return play_plain(
        args.routine or "",
        context,
        speed,
        answer=answer,
        is_ready=args.ready,
        has_check_in=not args.no_checkin,
        once=once,
    )


def _kit(text: str) -> frozenset[Equipment]:
    if text in ("all", "none"):
        return frozenset(Equipment) if text == "all" else frozenset()
    things = [each.strip() for each in text.split(",")]
    for thing in things:
        if thing not in list(Equipment):
            message = f"{quote(thing)} is not among {', '.join(Equipment)}"
            raise argparse.ArgumentTypeError(message)
    return frozenset(map(Equipment, things))


def _pace(text: str) -> str:
    if not is_pace(text):
        raise argparse.ArgumentTypeError(PACE_FAULT)
    return text


def _speed(text: str) -> float:
    try:
        number = round(float(text), _DECIMALS)
    except (ValueError, OverflowError):  # not a number, or infinite
        number = 0.0
    if not _MIN_SPEED <= number <= MAX_SPEED:
        raise argparse.ArgumentTypeError(f"must be a number from {_MIN_SPEED:g} to {MAX_SPEED:g}")
    return number
