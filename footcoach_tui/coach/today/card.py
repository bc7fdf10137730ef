"""Today card of a log: what is due and why, the week so far, and what waits for the person."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from footcoach_tui.coach.facts.facts import Facts
from footcoach_tui.coach.facts.flags import open_flags
from footcoach_tui.coach.facts.morning import morning_session
from footcoach_tui.coach.keeping.keeping import Keeping, keeping_of
from footcoach_tui.coach.keeping.kept_days import KeptDays
from footcoach_tui.coach.keeping.week_count import week_count
from footcoach_tui.coach.log import TrainingLog
from footcoach_tui.coach.plans.due import Due, DueAnswer, due_of
from footcoach_tui.coach.plans.offers import Offer
from footcoach_tui.coach.plans.progress import Progress
from footcoach_tui.coach.plans.training_days import next_training_day
from footcoach_tui.coach.rules.plan import PlanKind
from footcoach_tui.coach.rules.rules import Rules
from footcoach_tui.coach.self_tests.days import due_tests
from footcoach_tui.coach.today.stage_change import stage_line
from footcoach_tui.coach.today.value import MorningQuestion, Notice, TodayCard
from footcoach_tui.coach.today.week import DayMark, WeekCell, week_cells
from footcoach_tui.session.exercise import Level
from footcoach_tui.session.length import routine_minutes
from footcoach_tui.text.day_names import WEEKDAYS, day_name

__all__ = ["DayMark", "MorningQuestion", "Notice", "TodayCard", "WeekCell", "today_card"]

PLANS = "With a plan: five minutes a day, or eight weeks."
_AFTER_COURSE = "The course is done. The plan after it keeps what you have built."
_AFTER_HABIT = "Eight weeks done: go on as you do, or begin the eight-week course."

_PAIN_RULES: Final = frozenset(("red", "sore"))
GENTLE_RULES: Final = _PAIN_RULES | {"nothing"}
"""Rules of a day without a session on which gentle minutes are offered all the same."""

_HEADINGS: Final = {
    "done": "Done for today",
    "pause": "Paused",
    "ill": "Rest day",
    "recent": "Not today",
    "nothing": "Rest day",
    "red": "Rest day",
    "sore": "Rest day",
}
_HABIT_DAYS = timedelta(days=56), timedelta(days=70)
"""Days of a habit between which the course is offered (3.3)."""


def today_card(log: TrainingLog, rules: Rules, today: date, week_goal: int) -> TodayCard:
    """Return the card of a day; without a plan the week is measured by the weekly goal."""
    facts = Facts.of(log, rules, today)
    progress, kept = Progress.of(facts), KeptDays(facts)
    keeping = keeping_of(facts, week_goal, kept)
    due_today = due_of(facts, progress)
    routine, begin = _offered(due_today, rules)
    playable = rules.routines.get(routine)
    is_due = due_today.answer is DueAnswer.YES
    may_test = is_due or due_today.rule == "nothing"
    tests = due_tests(facts, progress.stage if progress else None) if may_test else ()
    return TodayCard(
        day=today,
        answer=str(due_today.answer),
        rule=due_today.rule,
        heading=_heading(due_today),
        sentence=due_today.sentence,
        routine=playable.id if playable else "",
        title=playable.title if playable else "",
        minutes=routine_minutes(playable) if playable else 0,
        equipment=tuple(map(str, playable.equipment)) if playable else (),
        begin=begin if playable else "",
        stage=due_today.stage,
        may_train=not _is_stopped(due_today),
        next_day=due_today.next,
        week=week_cells(facts, kept, _following(due_today, today), is_due=is_due),
        week_line=week_count(facts, kept, week_goal).sentence,
        keeping="" if keeping.welcome else _keeping_line(keeping),
        welcome=_welcome(due_today, progress, keeping),
        milestone=" ".join(
            filter(None, (stage_line(facts, progress, due_today), keeping.milestone))
        ),
        notices=tuple(_notices(facts, progress, due_today)),
        morning=_morning(log, rules, today),
        tests=tuple(test.id for test in tests),
        tests_line=_tests_line([test.name for test in tests]),
        plan_offer=_plan_offer(facts, progress),
    )


def _is_stopped(due_today: Due) -> bool:
    return due_today.rule == "recent" or due_today.rule.startswith("flag:")


def _following(due_today: Due, today: date) -> date | None:
    """Return the first day on which a session may be planned; None while a flag is open."""
    if _is_stopped(due_today) or due_today.rule.startswith("open:"):
        return None
    return due_today.next or today


def _heading(due_today: Due) -> str:
    if _is_stopped(due_today):
        return "Not today"
    if due_today.answer is DueAnswer.YES:
        return "Today"
    return _HEADINGS.get(due_today.rule, "Light day")


def _offered(due_today: Due, rules: Rules) -> tuple[str, str]:
    """Return the routine to begin, by id, and the label of its key."""
    if due_today.answer is DueAnswer.YES:
        return due_today.routine, "Start"
    if due_today.answer is DueAnswer.EXTRA:
        is_gentle = due_today.routine == rules.gentle
        return due_today.routine, "Gentle minutes" if is_gentle else "Something light"
    return (rules.gentle, "Gentle minutes") if due_today.rule in GENTLE_RULES else ("", "")


def _keeping_line(keeping: Keeping) -> str:
    return keeping.line if keeping.has_plan else keeping.week_line


def _welcome(due_today: Due, progress: Progress | None, keeping: Keeping) -> str:
    """Return the welcome after a break, with what it changes in the plan (3.6)."""
    if due_today.rule == "pause" or due_today.rule.startswith(("flag:", "open:")):
        return ""
    return (progress.welcome if progress else "") or keeping.welcome


def _notices(facts: Facts, progress: Progress | None, due_today: Due) -> Iterator[Notice]:
    """Yield the open flags, and the pain that binds the next days."""
    for each in open_flags(facts):
        yield Notice(each.flag.id, each.flag.advice, each.day)
    if due_today.rule in _PAIN_RULES:  # it is the sentence of the day already
        return
    level = progress.level if progress else Level.SEATED
    day, rule = next_training_day(facts, progress, level)
    if rule in _PAIN_RULES and day > facts.today:
        name = day_name(due_today.next or day, facts.today)
        yield Notice(rule, f"Rest after pain. Next session from {name} on.", facts.today)


def _morning(log: TrainingLog, rules: Rules, today: date) -> MorningQuestion | None:
    session = morning_session(log, rules, today)
    if session is None:
        return None
    weekday = WEEKDAYS[session.started.weekday()]
    text = f"The morning after {weekday}’s session: how were your feet?"
    return MorningQuestion(session.id, text)


def _tests_line(names: list[str]) -> str:
    """Return which self-test is due, or how many, in a sentence."""
    match names:
        case []:
            return ""
        case [name]:
            return f"A self-test is due, best before you train: {name[:1].lower()}{name[1:]}."
        case _:
            return f"{len(names)} self-tests are due, best before you train."


def _plan_offer(facts: Facts, progress: Progress | None) -> str:
    """Return one line on plans: for newcomers, and at the end of a plan."""
    if progress is None:
        return PLANS if facts.rules.plans and not facts.log.choices else ""
    if Offer.END in progress.offers:
        return _AFTER_COURSE
    since = facts.today - facts.choice.begun if facts.choice else timedelta()
    first, last = _HABIT_DAYS
    return _AFTER_HABIT if progress.plan.kind is PlanKind.HABIT and first <= since < last else ""
