"""Today card: what is due and why, the week so far, and what waits for the person.

A value of short texts; the home screen and `footcoach today` draw it.
"""

from dataclasses import asdict, dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from footcoach_tui.coach.log import TrainingLog
from footcoach_tui.coach.rules.rules import Rules
from footcoach_tui.session.timeline import compile_timeline


class DayMark(StrEnum):
    """What was done on a day of the week."""

    NONE = "none"
    DONE = "done"
    LIGHTER = "lighter"
    """Done, but shortened, eased, or gentle instead."""


class WeekCell(NamedTuple):
    """Day of this week. `is_planned`: the plan asks for a session, or asked for one."""

    day: date
    mark: DayMark
    is_planned: bool
    is_today: bool


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
    done = {session.date for session in log.sessions if session.is_counted}
    monday = today - timedelta(days=today.weekday())
    days = [monday + timedelta(days=number) for number in range(7)]
    week = tuple(
        WeekCell(
            day,
            DayMark.DONE if day.isoformat() in done else DayMark.NONE,
            is_planned=False,
            is_today=day == today,
        )
        for day in days
    )
    count = sum(cell.mark is not DayMark.NONE for cell in week)
    routine = rules.routines.get(rules.every_day if done else rules.newcomer)
    return TodayCard(
        day=today,
        answer="yes",
        rule="any-day",
        heading="Today",
        sentence="Any time is fine.",
        routine=routine.id if routine else "",
        title=routine.title if routine else "",
        minutes=-(-int(compile_timeline(routine).total) // 60) if routine else 0,
        equipment=tuple(map(str, routine.equipment)) if routine else (),
        begin="Start",
        week=week,
        week_line=f"{count} of {week_goal} this week",
    )
