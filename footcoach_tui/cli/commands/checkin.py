"""`footcoach checkin`: what is played today, after a few questions, without playing it."""

import argparse
import sys

from footcoach_tui import wiring
from footcoach_tui.boundary.text import to_ascii
from footcoach_tui.cli.coach import arguments
from footcoach_tui.cli.coach.check_in_lines import decision_lines
from footcoach_tui.cli.coach.context import CoachContext
from footcoach_tui.cli.coach.due_routine import due_routine
from footcoach_tui.cli.errors import CliError, ExitCode
from footcoach_tui.cli.lookup import find_routine
from footcoach_tui.cli.output import print_json
from footcoach_tui.cli.parser import Subparsers
from footcoach_tui.coach.answers.check_in import CheckIn, Energy
from footcoach_tui.coach.decision import Decision

_NO_FLAGS = "none"


def register(commands: Subparsers) -> None:
    command = commands.add_parser(
        "checkin",
        help="ask how your feet are, and show what is played today; exit 0 as planned, 1 otherwise",
    )
    command.add_argument("--json", action="store_true", help="print as JSON")
    command.add_argument("--routine", metavar="ROUTINE", help="a routine; default: what is due")
    sore = command.add_mutually_exclusive_group()
    sore.add_argument("--nothing-sore", action="store_true", help="nothing is sore today")
    sore.add_argument(
        "--sore",
        action="append",
        type=arguments.sore,
        metavar="SIDE:SITE:SCORE",
        help="a sore site, such as left:achilles-cord:3; may be repeated",
    )
    command.add_argument(
        "--flags", metavar="ID", help="a sign of footcoach flags that is true, or none"
    )
    energy = command.add_mutually_exclusive_group()
    energy.add_argument("--short", action="store_true", help="there is little time")
    energy.add_argument("--ill", action="store_true", help="you are ill or feverish")
    command.add_argument("--save", action="store_true", help="save it in the history in any case")


def run(args: argparse.Namespace) -> int:
    """Check in by the options, or by questions on the terminal.

    The answers are saved where the session is not played as planned, or with `--save`.
    """
    from footcoach_tui.cli.plain import check_in as plain  # noqa: PLC0415 - not for the parser

    coach = CoachContext()
    routine = find_routine(wiring.open_catalogue(), args.routine or due_routine(coach).id)
    flow = plain.begin_check_in(coach, routine)
    given = _given(args, coach)
    if given is None:
        flow = _asked(coach, flow, is_quiet=args.json)
    else:
        flow = flow.with_check_in(given)
    decision = flow.decision
    assert decision  # noqa: S101 - for the type checker: it was begun with a function that decides
    is_saved = bool(args.save or not plain.is_as_planned(decision))
    if is_saved:
        plain.save_check_in(coach, flow)
    if args.json:
        print_json(_document(routine.id, flow.check_in, decision, is_saved=is_saved))
    elif given is not None:
        print("\n".join(decision_lines(decision)))
    return ExitCode.YES if plain.is_as_planned(decision) else ExitCode.NO
