"""How a plan is kept (5.3): sessions done of those planned, and what to say of it.

Nothing counts days in a row, and nothing counts what was not done. Without a plan the weekly goal
takes its place.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from footcoach_tui.coach.facts.facts import Facts
from footcoach_tui.coach.facts.flags import open_flags
from footcoach_tui.coach.keeping.kept_days import KeptDays, KeptWeek
from footcoach_tui.coach.keeping.milestones import milestone
from footcoach_tui.coach.keeping.week_count import week_sessions
from footcoach_tui.coach.log import TrainingLog
from footcoach_tui.coach.practice.days import Day
from footcoach_tui.coach.practice.weeks import Adherence, Streak, TrainingProgress, aim
from footcoach_tui.coach.rules.rules import Rules
from footcoach_tui.text.durations import counted

_ON_COURSE = "On course."
_WELCOME = "Welcome back."
_CHANGE_DAYS = "Press w in the plan, or: footcoach plan days"
_USUAL_GOAL = 3
_FOUR, _EIGHT = 4, 8
_GOOD_PERCENT = 80
_LEAST_FOR_PERCENT = 8
"""Planned sessions below which no percent is told."""

_AWAY = timedelta(days=14)
_SPARE_WEEKS = 1
"""Weeks of any eight that may be lighter."""

_LEAST_OFFER = 2
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven")


@dataclass(frozen=True, slots=True)
class Keeping:
    """Sessions kept of those planned, over four and over eight weeks, and sentences about it.

    `weeks` in a row had `goal` sessions or more, with `lighter` ones among them. `offered_days` is
    the number of days a week that would fit better, 0 for no offer. After 14 days without a session
    there is a welcome and no figure.
    """

    goal: int
    four: Adherence = Adherence()  # noqa: RUF009 - frozen, so it can be shared
    eight: Adherence = Adherence()  # noqa: RUF009 - see above
    weeks: int = 0
    lighter: int = 0
    offered_days: int = 0
    welcome: str = ""
    milestone: str = ""
    has_plan: bool = False

    @property
    def is_on_course(self) -> bool:
        return not self.welcome and (_percent(self.eight) or 0) >= _GOOD_PERCENT

    @property
    def figures(self) -> str:
        """Sentence on four weeks: "9 of 12 planned sessions done in four weeks."."""
        if self.welcome or not self.four.planned:
            return ""
        noun = "planned sessions" if self.has_plan else "sessions"
        span = " in four weeks" if self.eight != self.four else ""
        return f"{self.four.done} of {self.four.planned} {noun} done{span}."

    @property
    def eight_weeks(self) -> str:
        """Sentence on eight weeks, with a percent from eight planned sessions on."""
        if self.welcome or self.eight == self.four:
            return ""
        percent = _percent(self.eight)
        share = f" ({percent}%)" if percent is not None else ""
        return f"{self.eight.done} of {self.eight.planned} in eight weeks{share}."

    @property
    def week_line(self) -> str:
        """Weeks in a row, with the lighter ones; the aim before the first."""
        if not self.weeks:
            return "" if self.has_plan else aim(self.goal)
        lighter = f", {self.lighter} lighter" if self.lighter else ""
        return f"{counted(self.weeks, 'week')} with {self.goal} or more{lighter}"

    @property
    def offer(self) -> str:
        """Offer of fewer days a week, or ""."""
        if not self.offered_days:
            return ""
        days = _counted_in_words(self.offered_days, "day")
        return (
            f"{self.four.done} of {self.four.planned} in four weeks. "
            f"Would {days} a week fit better? {_CHANGE_DAYS}"
        )

    @property
    def line(self) -> str:
        """The most important of it, in one line."""
        if self.welcome or self.offer:
            return self.welcome or self.offer
        return " ".join(filter(None, (self.figures, _ON_COURSE if self.is_on_course else "")))

    @property
    def sentences(self) -> tuple[str, ...]:
        """All of it, the most important first."""
        if self.welcome:
            return (self.welcome,)
        first = self.offer or self.figures
        course = _ON_COURSE if self.is_on_course else ""
        rest = (self.eight_weeks, course, self.week_line, self.milestone)
        return tuple(filter(None, (first, *rest)))


def keeping(log: TrainingLog, rules: Rules, today: date, week_goal: int = _USUAL_GOAL) -> Keeping:
    """Return how the plan is kept up to today; by the weekly goal without a plan."""
    return keeping_of(Facts.of(log, rules, today), week_goal)


def keeping_of(facts: Facts, week_goal: int = _USUAL_GOAL, kept: KeptDays | None = None) -> Keeping:
    """Return how the plan is kept, see `keeping`; `kept` are the days, if they are known."""
    kept = kept or KeptDays(facts)
    welcome = _WELCOME if _was_away(facts, kept) else ""
    if facts.plan is None or kept.first_day is None:
        return _by_goal(facts, week_goal, welcome)
    weeks = kept.weeks()
    row = row_of_weeks(weeks)
    four, eight = adherence(weeks[-_FOUR:]), adherence(weeks[-_EIGHT:])
    free = adherence([week for week in weeks[-_FOUR:] if not week.is_excused])
    days = [each for each in facts.days if kept.is_kept(each)]
    return Keeping(
        goal=_goal(facts, weeks),
        four=four,
        eight=eight,
        weeks=row.weeks,
        lighter=row.missed,
        offered_days=0 if welcome else _offered_days(facts, four, eight, free),
        welcome=welcome,
        milestone=milestone(kept.first_day, days, facts.today),
        has_plan=True,
    )


def _by_goal(facts: Facts, goal: int, welcome: str) -> Keeping:
    days = list(_days(facts))
    progress = TrainingProgress.from_days(days, facts.today, goal)
    return Keeping(
        goal=goal,
        four=Adherence.from_days(days, facts.today, goal, _FOUR),
        eight=progress.adherence,
        weeks=progress.streak.weeks,
        lighter=progress.streak.missed,
        welcome=welcome,
    )


def _days(facts: Facts) -> Iterable[Day]:
    for day in facts.days:
        records = [each.record for each in week_sessions(facts, day)]
        yield Day(day, len(records), sum(record.seconds for record in records))


def _was_away(facts: Facts, kept: KeptDays) -> bool:
    """Whether nothing was done for 14 days, without a pause or an open flag today."""
    last = next((each.day for each in facts.back() if each.has_session), None)
    if last is None or facts.today - last < _AWAY or open_flags(facts):
        return False
    choice = kept.choice_on(facts.today)
    return choice is None or choice.pause_on(facts.today) is None


def adherence(weeks: Sequence[KeptWeek]) -> Adherence:
    """Return the sessions kept of those planned; extra ones do not fill other weeks."""
    return Adherence(sum(week.kept for week in weeks), sum(week.planned for week in weeks))


def row_of_weeks(weeks: Sequence[KeptWeek]) -> Streak:
    """Return the weeks in a row that were kept, up to the present one, and the lighter ones.

    One of any eight may be lighter. The present week counts once it is kept; weeks in which
    nothing was asked for are passed over.
    """
    present = weeks[-1].is_kept if weeks else False
    met, lighter, told = int(present), list[int](), 0
    asked = [week for week in weeks[:-1] if week.planned]
    for place, week in enumerate(reversed(asked)):
        if week.is_kept:
            met, told = met + 1, len(lighter)
            continue
        if sum(each > place - _EIGHT for each in lighter) >= _SPARE_WEEKS:
            break
        lighter.append(place)
    return Streak(met, told)


def _goal(facts: Facts, weeks: Sequence[KeptWeek]) -> int:
    low = facts.plan.days[0] if facts.plan else _USUAL_GOAL
    wanted = len(facts.choice.weekdays) if facts.choice else 0
    return min(low, wanted) if wanted else max(low, weeks[-1].goal)


def _offered_days(facts: Facts, four: Adherence, eight: Adherence, free: Adherence) -> int:
    """Return the days a week that would fit better, below 80 % of eight and of four weeks.

    `free` are those of the four that nothing took days out of: after pain, an open flag, illness or
    a pause, fewer days a week are not the answer.
    """
    shares = _percent(eight), _percent(four), _percent(free)
    is_low = all(share is not None and share < _GOOD_PERCENT for share in shares)
    wanted = len(facts.choice.weekdays) if facts.choice else 0
    wanted = wanted or (facts.plan.days[0] if facts.plan else 0)
    if not is_low or wanted <= 1:
        return 0
    done_a_week = -(-four.done // _FOUR)
    return min(wanted - 1, max(_LEAST_OFFER, done_a_week))


def _percent(kept: Adherence) -> int | None:
    return kept.percent if kept.planned >= _LEAST_FOR_PERCENT else None


def _counted_in_words(number: int, noun: str) -> str:
    """Return a small number as a word with its noun.

    >>> _counted_in_words(2, "day"), _counted_in_words(1, "day")
    ('two days', 'one day')
    """
    word = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
    return f"{word} {noun}{'' if number == 1 else 's'}"
