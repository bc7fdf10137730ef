"""`footcoach today`: what is due and why, this week, and how the plan is kept."""

import argparse
from collections.abc import Iterator, Mapping

from footcoach_tui import wiring
from footcoach_tui.boundary.text import clean
from footcoach_tui.cli.coach.context import CoachContext
from footcoach_tui.cli.coach.flag_lines import open_flag_line
from footcoach_tui.cli.errors import ExitCode
from footcoach_tui.cli.lookup import report_interrupted_session
from footcoach_tui.cli.output import print_json, wrap
from footcoach_tui.cli.parser import Subparsers
from footcoach_tui.coach.rules.red_flags import RedFlag
from footcoach_tui.coach.today.card import DayMark, TodayCard, WeekCell, today_card


def register(commands: Subparsers) -> None:
    command = commands.add_parser("today", help="show what is due today and why, and this week")
    command.add_argument("--json", action="store_true", help="print as JSON")


def run(args: argparse.Namespace) -> int:
    coach = CoachContext()
    goal = wiring.open_settings()[0].week_goal
    card = today_card(coach.log, coach.rules, coach.today, goal)
    if args.json:
        print_json(card.document())
        return ExitCode.YES
    for line in _card_lines(card, coach.rules.flags):
        print(wrap(clean(line)) if line else "")
    report_interrupted_session()
    return ExitCode.YES


def _card_lines(card: TodayCard, flags: Mapping[str, RedFlag]) -> Iterator[str]:
    """Yield the lines of a card; an empty one between its parts. `flags` are the signs by id."""
    has_heading = card.heading and not card.sentence.startswith(card.heading)
    yield f"{card.heading}: {card.sentence}" if has_heading else card.sentence
    for notice in card.notices:
        flag = flags.get(notice.id)
        yield open_flag_line(flag, notice.day) if flag and notice.day else notice.text
    if card.routine:
        yield ""
        yield f"{card.title}: about {card.minutes} minutes."
        yield f"You need: {', '.join(card.equipment) or 'nothing'}."
        yield f"{card.begin or 'Start'}: footcoach play {card.routine}"
    if card.morning:
        yield f"{card.morning.text} The next check-in asks."
    yield ""
    yield _week(card)
    yield from filter(None, (card.welcome or card.keeping, card.milestone))
    yield from filter(None, (card.tests_line, card.plan_offer))


def _week(card: TodayCard) -> str:
    days = ", ".join(text for cell in card.week if (text := _day(cell)))
    return f"{card.week_line}{f': {days}' if days else ''}."


def _day(cell: WeekCell) -> str:
    """Return what a day had, or what it has to come; "" for a day without either."""
    if cell.mark is not DayMark.NONE:
        return f"{cell.day:%a} {cell.mark}"
    return f"{cell.day:%a} planned" if cell.is_planned else ""
