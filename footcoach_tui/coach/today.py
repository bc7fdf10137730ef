"""Today card: what is due and why, the week so far, and what waits for the person.

A value of short texts; the home screen and `footcoach today` draw it.
"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Final, NamedTuple

from footcoach_tui.coach.facts import Facts
from footcoach_tui.coach.flags import open_flags
from footcoach_tui.coach.keeping import Keeping, keeping_of
from footcoach_tui.coach.kept_days import KeptDays
from footcoach_tui.coach.log import TrainingLog
from footcoach_tui.coach.morning import morning_session
from footcoach_tui.coach.plan_due import Due, DueAnswer, due_of
from footcoach_tui.coach.plan_offers import Offer
from footcoach_tui.coach.progress import Progress
from footcoach_tui.coach.rules.plan import PlanKind
from footcoach_tui.coach.rules.rules import Rules
from footcoach_tui.coach.self_test_days import due_tests
from footcoach_tui.coach.today_week import DayMark, WeekCell, week_cells, week_line
from footcoach_tui.coach.training_days import next_training_day
from footcoach_tui.session.exercise import Level
from footcoach_tui.session.length import routine_seconds
from footcoach_tui.text.day_names import WEEKDAYS, day_name

__all__ = ["DayMark", "MorningQuestion", "Notice", "TodayCard", "WeekCell", "today_card"]

PLANS = "With a plan: five minutes a day, or foot core in eight weeks."
AFTER_COURSE = "The course is done. The plan after it keeps what you have built."
AFTER_HABIT = "Eight weeks done: go on as you do, or begin the eight-week course."

_PAIN_RULES: Final = frozenset(("red", "sore"))
_GENTLE_RULES: Final = _PAIN_RULES | {"nothing"}
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


class Notice(NamedTuple):
    """Line that waits for the person: `id` is the flag or the rule, `day` since when."""

    id: str
    text: str
    day: date | None = None


class MorningQuestion(NamedTuple):
    """Question on the morning after a session, by the id of the session."""

    session: str
    text: str


@dataclass(frozen=True, slots=True)
class TodayCard:
    """Today, from top to bottom. Texts are whole sentences; an empty one is not shown.

    `heading` is one or two words, such as "Today", "Rest day" or "Done for today". `routine` is
    the routine to begin, by id, "" if there is none; `title`, `minutes` and `equipment` are its
    own. `begin` labels the key that begins it: "Start", or "Gentle minutes" where nothing is due.
    `answer` is that of `due`: yes, no or extra. `next_day` is the next training day.

    `notices` are open flags and pain advice, the most urgent first; they stay until they are
    closed or over. `may_train` is false where nothing may be played.
    """

    day: date
    answer: str
    rule: str
    heading: str
    sentence: str
    """Why, in one sentence."""

    routine: str = ""
    title: str = ""
    minutes: int = 0
    equipment: tuple[str, ...] = ()
    begin: str = ""
    stage: int | None = None
    may_train: bool = True
    next_day: date | None = None
    week: tuple[WeekCell, ...] = ()
    """Seven days from Monday."""

    week_line: str = ""
    """Sessions of this week: "1 of 3 this week"."""

    keeping: str = ""
    """How the plan is kept, with praise or an offer: "9 of 12 planned sessions done." """

    welcome: str = ""
    """Shown instead of `keeping` after 14 days without a session: "Welcome back." """

    milestone: str = ""
    notices: tuple[Notice, ...] = ()
    morning: MorningQuestion | None = None
    tests: tuple[str, ...] = ()
    """Self-tests that are due, by id."""

    tests_line: str = ""
    plan_offer: str = ""
    """One line on plans for newcomers, and after a course."""

    def document(self) -> dict[str, object]:
        """Return the card as JSON values."""
        document = asdict(self) | {
            "day": self.day.isoformat(),
            "next_day": self.next_day.isoformat() if self.next_day else None,
            "week": [
                {**cell._asdict(), "day": cell.day.isoformat(), "mark": str(cell.mark)}
                for cell in self.week
            ],
            "notices": [
                {**notice._asdict(), "day": notice.day.isoformat() if notice.day else None}
                for notice in self.notices
            ],
            "morning": self.morning._asdict() if self.morning else None,
        }
        return {name.replace("_", "-"): value for name, value in document.items()}


def today_card(log: TrainingLog, rules: Rules, today: date, week_goal: int) -> TodayCard:
    """Return the card of a day; without a plan the week is measured by the weekly goal."""
    facts = Facts.of(log, rules, today)
    progress, kept, keeping = Progress.of(facts), KeptDays(facts), keeping_of(facts, week_goal)
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
        minutes=max(1, round(routine_seconds(playable) / 60)) if playable else 0,
        equipment=tuple(map(str, playable.equipment)) if playable else (),
        begin=begin if playable else "",
        stage=due_today.stage,
        may_train=not _is_stopped(due_today),
        next_day=due_today.next,
        week=week_cells(facts, kept, is_due=is_due),
        week_line=week_line(facts, kept, week_goal),
        keeping="" if keeping.welcome else _keeping_line(keeping),
        welcome=_welcome(due_today, progress, keeping),
        milestone=keeping.milestone,
        notices=tuple(_notices(facts, progress, due_today)),
        morning=_morning(log, rules, today),
        tests=tuple(test.id for test in tests),
        tests_line=_tests_line([test.name for test in tests]),
        plan_offer=_plan_offer(facts, progress),
    )


def _is_stopped(due_today: Due) -> bool:
    return due_today.rule == "recent" or due_today.rule.startswith("flag:")


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
    return (rules.gentle, "Gentle minutes") if due_today.rule in _GENTLE_RULES else ("", "")


def _keeping_line(keeping: Keeping) -> str:
    return keeping.line if keeping.has_plan else keeping.week_line


def _welcome(due_today: Due, progress: Progress | None, keeping: Keeping) -> str:
    """Return the welcome after a break, with what it changes in the plan (3.6)."""
    if due_today.rule == "pause" or due_today.rule.startswith(("flag:", "open:")):
        return ""
    row = progress.break_row if progress else None
    return row.sentence if row and row.sentence else keeping.welcome


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
    text = f"The morning after {weekday}’s session: your feet were"
    return MorningQuestion(session.id, text)


def _tests_line(names: list[str]) -> str:
    """Return which self-tests are due, in a sentence."""
    if not names:
        return ""
    joined = "; ".join(name[:1].lower() + name[1:] for name in names)
    return f"Time for self-tests, before you train again: {joined}."


def _plan_offer(facts: Facts, progress: Progress | None) -> str:
    """Return one line on plans: for newcomers, and at the end of a plan."""
    if progress is None:
        return PLANS if facts.rules.plans and not facts.log.choices else ""
    if Offer.END in progress.offers:
        return AFTER_COURSE
    since = facts.today - facts.choice.begun if facts.choice else timedelta()
    first, last = _HABIT_DAYS
    return AFTER_HABIT if progress.plan.kind is PlanKind.HABIT and first <= since < last else ""
