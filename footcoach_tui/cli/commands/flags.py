"""`footcoach flags`: when to get it checked, and flags that a professional has seen."""

import argparse
import dataclasses
from collections.abc import Sequence
from datetime import date

from footcoach_tui import wiring
from footcoach_tui.cli.coach import arguments
from footcoach_tui.cli.coach.context import CoachContext
from footcoach_tui.cli.coach.flag_lines import open_flag_line
from footcoach_tui.cli.errors import CliError, ExitCode
from footcoach_tui.cli.output import print_json, print_sections, wrap
from footcoach_tui.cli.parser import Subparsers
from footcoach_tui.coach.answers.clearance import Clearance
from footcoach_tui.coach.facts.flags import OpenFlag, open_flags
from footcoach_tui.coach.rules.red_flags import FLAGS_TITLE, flag_sections
from footcoach_tui.history.months.entries import EntryKind


def register(commands: Subparsers) -> None:
    command = commands.add_parser(
        "flags", help="list the signs to get checked, the open ones first, or close one"
    )
    command.add_argument("--json", action="store_true", help="print as JSON")
    command.add_argument(
        "action",
        nargs="?",
        choices=("seen",),
        help="seen: a professional has looked at it, and you may exercise",
    )
    command.add_argument("flags", nargs="*", metavar="ID", help="the open signs that were seen")
    command.add_argument(
        "--on", type=arguments.day, metavar="DAY", help="the day it was seen; default: today"
    )


def run(args: argparse.Namespace) -> int:
    """List the signs, or close those that were seen."""
    coach = CoachContext()
    found = open_flags(coach.facts)
    if args.action:
        return _close(coach, found, args.flags, args.on or coach.today, is_json=args.json)
    if args.on:
        raise CliError("--on is the day of footcoach flags seen ID")
    flags = wiring.open_catalogue().flags
    since = {each.flag.id: each.day for each in found}
    if args.json:
        documents = [
            dataclasses.asdict(flag)
            | {"open-since": since[flag.id].isoformat() if flag.id in since else None}
            for flag in flags
        ]
        print_json({"flags": documents})
        return ExitCode.YES
    _print_open(found)
    print_sections(FLAGS_TITLE, flag_sections(flags))
    return ExitCode.YES


def _print_open(found: Sequence[OpenFlag]) -> None:
    for each in found:
        print(wrap(open_flag_line(each.flag, each.day)))
        print(f"Once it was seen, and you may exercise: footcoach flags seen {each.flag.id}")
    if found:
        print()


def _close(
    coach: CoachContext, found: Sequence[OpenFlag], names: list[str], day: date, *, is_json: bool
) -> int:
    """Save that flags were seen. Raises CliError for one that is not open on the day."""
    since = {each.flag.id: each.day for each in found}
    if not names:
        raise CliError("name the sign that was seen, such as footcoach flags seen swelling")
    if day > coach.today:
        raise CliError(f"{day.isoformat()} is still to come")
    for name in names:
        if name not in coach.rules.flags:
            raise CliError.unknown("sign", name, coach.rules.flags, "flags")
        if name not in since:
            raise CliError(f"{name} is not open: there is nothing to close")
        if day < since[name]:
            raise CliError(f"{name} is open since {since[name].isoformat()}, which is later")
    coach.save_entry(EntryKind.CLEARED, Clearance(day, tuple(names)).document())
    if is_json:
        print_json({"seen": names, "day": day.isoformat()})
    else:
        print(f"Closed: {', '.join(names)}. Begin gently.")
    return ExitCode.YES
