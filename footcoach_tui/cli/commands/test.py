"""`footcoach test`: the self-tests with their latest results, and a new result."""

import argparse
import math
from collections.abc import Iterator

from footcoach_tui.boundary.text import clean, quote
from footcoach_tui.cli.coach import arguments
from footcoach_tui.cli.coach.context import CoachContext
from footcoach_tui.cli.errors import CliError, ExitCode
from footcoach_tui.cli.output import print_json, wrap
from footcoach_tui.cli.parser import Subparsers
from footcoach_tui.coach.answers.self_test_result import SelfTestResult
from footcoach_tui.coach.rules.self_test import SelfTest
from footcoach_tui.coach.self_tests.comparison import (
    latest_comparison,
    results_by_side,
    side_difference,
)
from footcoach_tui.coach.self_tests.results import greatest_value, last_conditions
from footcoach_tui.coach.self_tests.wording import (
    amount,
    comparison_sentence,
    norm_lines,
    side_sentence,
)
from footcoach_tui.history.months.entries import EntryKind
from footcoach_tui.session.side import Side

_MAX_VALUE = 100_000
_MAX_CONDITIONS = 60


def register(commands: Subparsers) -> None:
    command = commands.add_parser(
        "test", help="list the self-tests with their latest results, or add a result"
    )
    command.add_argument("--json", action="store_true", help="print as JSON")
    command.add_argument("action", nargs="?", choices=("add",), help="add: a new result")
    command.add_argument("test", nargs="?", metavar="ID", help="the test, such as knee-to-wall")
    for side in ("left", "right"):
        command.add_argument(f"--{side}", type=_value, metavar="V", help=f"the {side} side reached")
    command.add_argument("--on", type=arguments.day, metavar="DAY", help="default: today")
    command.add_argument(
        "--conditions",
        metavar="TEXT",
        default="",
        help="shoes and floor, to compare like with like; default: those of the latest result",
    )


def run(args: argparse.Namespace) -> int:
    """List the tests, or add a result."""
    coach = CoachContext()
    if args.action:
        return _add(coach, args)
    tests = coach.rules.tests.values()
    if args.test or args.left is not None or args.right is not None:
        raise CliError("to add a result: footcoach test add ID --left V --right V")
    if args.json:
        print_json({"tests": [_document(test, coach) for test in tests]})
        return ExitCode.YES
    for test in tests:
        print(f"{test.id}: {test.name}")
        for line in _lines(test, coach):
            print(wrap(clean(line), "  "))
    return ExitCode.YES


def _add(coach: CoachContext, args: argparse.Namespace) -> int:
    """Save the results of a day, and print what they say."""
    test = coach.rules.tests.get(args.test or "")
    if test is None:
        raise CliError.unknown("self-test", args.test or "", coach.rules.tests, "test")
    day = args.on or coach.today
    if day > coach.today:
        raise CliError(f"{day.isoformat()} is still to come")
    conditions = clean(args.conditions, limit=_MAX_CONDITIONS)
    values = {Side.LEFT: args.left, Side.RIGHT: args.right}
    for value in values.values():
        _check_value(test, coach, value)
    results = [
        SelfTestResult(
            test=test.id,
            day=day,
            side=side,
            value=value,
            unit=test.unit,
            conditions=conditions or last_conditions(coach.log.tests, coach.rules, test.id, side),
        )
        for side, value in values.items()
        if value is not None
    ]
    if not results:
        raise CliError(f"say what was reached: footcoach test add {test.id} --left V --right V")
    coach.save_entry(EntryKind.TEST, *(result.document() for result in results))
    coach = CoachContext(coach.history, coach.today)
    if args.json:
        print_json(_document(test, coach))
    for line in () if args.json else _lines(test, coach):
        print(wrap(clean(line)))
    return ExitCode.YES


def _check_value(test: SelfTest, coach: CoachContext, value: float | None) -> None:
    """Raise CliError for a value above what a session takes."""
    most = greatest_value(coach.rules.exercises[test.exercise].dose.work)
    if value is not None and most is not None and value > most:
        raise CliError(f"{value:g} is too much: {test.id} is at most {amount(most, test.unit)}")


def _lines(test: SelfTest, coach: CoachContext) -> Iterator[str]:
    """Yield the latest results of a test, what changed, the sides, and what others reached."""
    sides = results_by_side(coach.log.tests, test.id)
    if not sides:
        yield "No result yet."
        return
    for side, results in sides.items():
        latest = results[-1]
        yield f"{side.capitalize()}: {amount(latest.value, latest.unit)} on {latest.day:%Y-%m-%d}."
        if comparison := latest_comparison(test, results):
            yield f"{side.capitalize()}: {comparison_sentence(test, comparison)}"
    if sentence := side_sentence(test, side_difference(test, sides)):
        yield sentence
    yield from norm_lines(test, coach.log.profile)


def _document(test: SelfTest, coach: CoachContext) -> dict[str, object]:
    sides = results_by_side(coach.log.tests, test.id)
    latest: dict[str, object] = {}
    for side, results in sides.items():
        comparison = latest_comparison(test, results)
        latest[str(side)] = results[-1].document() | {
            "outcome": str(comparison.outcome) if comparison else None,
            "sentence": comparison_sentence(test, comparison) if comparison else "",
        }
    return {
        "id": test.id,
        "name": test.name,
        "unit": test.unit,
        "change": test.change,
        "latest": latest,
        "sides": side_sentence(test, side_difference(test, sides)),
    }


def _value(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not 0 <= value <= _MAX_VALUE:
        raise argparse.ArgumentTypeError(f"{quote(text)} is not a value: write a number")
    return value
