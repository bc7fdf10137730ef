"""`footcoach checkin`: what is played today, after a few questions, without playing it."""

import argparse
import sys
from collections.abc import Iterable

from footcoach_tui import wiring
from footcoach_tui.boundary.text import to_ascii
from footcoach_tui.cli.coach import arguments
from footcoach_tui.cli.coach.context import CoachContext
from footcoach_tui.cli.errors import CliError, ExitCode, warn
from footcoach_tui.cli.lookup import find_routine
from footcoach_tui.cli.output import print_json
from footcoach_tui.cli.parser import Subparsers
from footcoach_tui.coach.answers.check_in import CheckIn, Energy
from footcoach_tui.coach.answers.decision import Decision
from footcoach_tui.session.routine import Routine

_NO_FLAGS = "none"
_NOT_ASKED = (
    "the signs of footcoach flags were not asked: add --flags none, or the one that is true"
)


def register(commands: Subparsers) -> None:
    command = commands.add_parser(
        "checkin",
        help="ask how your feet are, and show what is played; exit 0 as planned, 1 otherwise",
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
    from footcoach_tui.cli.coach.check_in_entry import is_as_planned, save_check_in  # noqa: PLC0415 - the same
    from footcoach_tui.cli.coach.check_in_lines import decision_lines  # noqa: PLC0415 - not for help
    from footcoach_tui.cli.coach.play_lines import play_document, play_lines  # noqa: PLC0415 - the same

    coach = CoachContext(kit=wiring.open_settings()[0].kit)
    routine = _routine(coach, args.routine)
    given = _given(args, coach)
    if given is None:
        asked = _asked(coach, routine, is_quiet=args.json)
        if asked is None:
            return ExitCode.NO
        check_in, decision = asked
    else:
        check_in, decision = given, _decided(coach, routine, given)
    is_saved = bool(args.save or not is_as_planned(decision))
    if is_saved:
        save_check_in(coach, check_in, decision)
    if args.json:
        played = play_document(coach, decision)
        print_json(_document(routine, check_in, decision, played, is_saved=is_saved))
    else:
        _print(() if given is None else decision_lines(decision))  # they were shown when asked
        _print(play_lines(coach, routine, decision))
    return ExitCode.YES if is_as_planned(decision) else ExitCode.NO


def _routine(coach: CoachContext, name: str | None) -> Routine:
    """Return the routine of this name, else what is due, else the gentle one."""
    if name:
        return find_routine(wiring.open_catalogue(), name)
    return coach.rules.routines[coach.due.routine or coach.rules.gentle]


def _given(args: argparse.Namespace, coach: CoachContext) -> CheckIn | None:
    """Return the answers of the options; None without any. Raises CliError."""
    if not (args.nothing_sore or args.sore or args.flags or args.short or args.ill):
        return None
    energy = Energy.SHORT if args.short else Energy.ILL if args.ill else Energy.FULL
    sore = () if args.nothing_sore else tuple(args.sore) if args.sore else None
    check_in = CheckIn(sore=sore, flags=_flags(args.flags, coach), energy=energy)
    if check_in.flags is None and _is_list_due(check_in, coach):
        warn([_NOT_ASKED])
    return check_in


def _flags(name: str | None, coach: CoachContext) -> tuple[str, ...] | None:
    if name is None or name == _NO_FLAGS:
        return None if name is None else ()
    known = [flag.id for flag in coach.rules.flags.values() if not flag.is_derived]
    if name not in known:
        raise CliError.unknown("sign", name, known, "flags")
    return (name,)


def _is_list_due(check_in: CheckIn, coach: CoachContext) -> bool:
    from footcoach_tui.coach.facts.flag_list import is_flag_list_due  # noqa: PLC0415 - only here

    return is_flag_list_due(check_in, coach.log, coach.today)


def _asked(
    coach: CoachContext, routine: Routine, *, is_quiet: bool
) -> tuple[CheckIn, Decision] | None:
    """Ask on the terminal; None if the person left before the end. Raises CliError without one."""
    from footcoach_tui.cli.coach.check_in_entry import save_morning  # noqa: PLC0415 - only here
    from footcoach_tui.cli.plain.check_in import CheckInDialogue, begin_check_in  # noqa: PLC0415 - only here
    from footcoach_tui.cli.plain.keyboard import TerminalKeyboard  # noqa: PLC0415 - only here
    from footcoach_tui.cli.plain.signals import StopSignal  # noqa: PLC0415 - only here
    from footcoach_tui.playback.check_in_file import CheckInFile  # noqa: PLC0415 - only here

    file = CheckInFile(wiring.folders().state)
    with StopSignal() as stop:
        keyboard = TerminalKeyboard(sys.stdin, stop.fd)
        if not keyboard.is_open:
            raise CliError("there is no keyboard: say --nothing-sore, or --sore left:heel:3")
        dialogue = CheckInDialogue(coach, keyboard, _print_aside if is_quiet else _print, file)
        dialogue.may_begin = False
        result = dialogue.ask(begin_check_in(coach, routine))
    if stop.number:
        raise KeyboardInterrupt
    if not (result.is_answered or result.flow.check_in.sore):
        return None
    save_morning(coach, result.flow)
    file.discard()
    return result.flow.check_in, result.decision


def _decided(coach: CoachContext, routine: Routine, check_in: CheckIn) -> Decision:
    from footcoach_tui.coach.decisions.decide import decide  # noqa: PLC0415 - only here

    return decide(routine, check_in, coach.log, coach.rules, coach.today)


def _document(
    routine: Routine,
    check_in: CheckIn,
    decision: Decision,
    played: dict[str, object],
    *,
    is_saved: bool,
) -> dict[str, object]:
    steps = decision.routine.steps if decision.routine else ()
    return {
        "routine": routine.id,
        "check-in": check_in.document(),
        **decision.document(),
        "sentence": decision.sentence,
        "changes": [
            change.document() | {"sentence": change.sentence} for change in decision.changes
        ],
        **played,
        "exercises": [step.exercise.id for step in steps],
        "questions": [question._asdict() for question in decision.questions],
        "notes": list(decision.notes),
        "offers": list(decision.offers),
        "may-override": decision.may_override,
        "saved": is_saved,
    }


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        print(to_ascii(line), flush=True)


def _print_aside(lines: Iterable[str]) -> None:
    """Print to the standard error: the standard output is for JSON alone."""
    for line in lines:
        print(to_ascii(line), file=sys.stderr, flush=True)
