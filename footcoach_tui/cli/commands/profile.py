"""`footcoach profile`: what the coach knows about the person, and the questions about it."""

import argparse
import sys

from footcoach_tui.boundary.text import clean, quote, to_ascii
from footcoach_tui.cli.coach.context import CoachContext
from footcoach_tui.cli.errors import CliError, ExitCode
from footcoach_tui.cli.output import print_json, wrap
from footcoach_tui.cli.parser import Subparsers
from footcoach_tui.coach.answers.profile import NO, UNKNOWN, YES, Profile
from footcoach_tui.coach.questions.profile_flow import ProfileFlow
from footcoach_tui.coach.rules.questions import ProfileQuestion
from footcoach_tui.history.months.entries import EntryKind


def register(commands: Subparsers) -> None:
    command = commands.add_parser(
        "profile", help="show, ask or set what the coach knows about your feet and health"
    )
    command.add_argument("--json", action="store_true", help="print as JSON")
    command.add_argument(
        "action", nargs="?", choices=("ask", "set"), help="ask: the questions one by one"
    )
    command.add_argument(
        "answers", nargs="*", metavar="ID=ANSWER", help="for set, such as knees=yes"
    )


def run(args: argparse.Namespace) -> int:
    """Show the answers, or ask or set them."""
    coach = CoachContext()
    if args.answers and args.action != "set":
        raise CliError("to set an answer: footcoach profile set ID=yes")
    if args.action == "ask":
        _ask(coach)
    elif args.action == "set":
        _set(coach, args.answers)
        if not args.json:
            print(f"Saved: {', '.join(args.answers)}.")
            return ExitCode.YES
    profile = CoachContext(coach.history, coach.today).log.profile if args.action else None
    _show(coach, profile or coach.log.profile, is_json=args.json)
    return ExitCode.YES


def _set(coach: CoachContext, pairs: list[str]) -> None:
    """Save answers beside those that are known. Raises CliError for a wrong one."""
    questions = {question.id: question for question in coach.rules.questions}
    given: dict[str, str] = {}
    for pair in pairs:
        name, _, answer = pair.partition("=")
        if name not in questions:
            raise CliError.unknown("question", name, questions, "profile")
        allowed = _answers(questions[name])
        if answer not in allowed:
            raise CliError(f"{quote(answer)} is no answer to {name}: write {', '.join(allowed)}")
        given[name] = answer
    if not given:
        raise CliError("name an answer: footcoach profile set ID=yes")
    known = coach.log.profile.answers if coach.log.profile else {}
    _save(coach, Profile(coach.today, {**known, **given}))


def _ask(coach: CoachContext) -> None:
    """Ask on the terminal, and save all answers. Raises CliError without a terminal."""
    from footcoach_tui.cli.plain.keyboard import TerminalKeyboard  # noqa: PLC0415 - only here
    from footcoach_tui.cli.plain.profile import ask_profile  # noqa: PLC0415 - only here
    from footcoach_tui.cli.plain.signals import StopSignal  # noqa: PLC0415 - only here

    with StopSignal() as stop:
        keyboard = TerminalKeyboard(sys.stdin, stop.fd)
        if not keyboard.is_open:
            raise CliError("there is no keyboard: footcoach profile set ID=yes sets an answer")
        flow = ask_profile(
            ProfileFlow.begin(coach.rules.questions, coach.log.profile),
            keyboard,
            lambda lines: _print("\n".join(lines)),
        )
    if stop.number:
        raise KeyboardInterrupt
    if flow is None:
        raise CliError("nothing was saved")
    _save(coach, flow.profile(coach.today))


def _save(coach: CoachContext, profile: Profile) -> None:
    coach.save_entry(EntryKind.PROFILE, profile.document())


def _show(coach: CoachContext, profile: Profile | None, *, is_json: bool) -> None:
    answers = profile.answers if profile else {}
    if is_json:
        document = {question.id: answers.get(question.id) for question in coach.rules.questions}
        day = profile.day.isoformat() if profile else None
        print_json({"day": day, "answers": document})
        return
    if profile is None:
        print("Not answered yet: footcoach profile ask")
    else:
        print(f"Answered on {profile.day:%Y-%m-%d}. To answer again: footcoach profile ask")
    for question in coach.rules.questions:
        if question.id in answers or not question.asked_if:
            line = f"{question.id} = {answers.get(question.id, 'not answered')}"
            print(wrap(clean(f"{line}: {question.text}")))


def _answers(question: ProfileQuestion) -> list[str]:
    return [value for value, _ in question.choices] or [YES, NO, UNKNOWN]


def _print(text: str) -> None:
    print(to_ascii(text), flush=True)
