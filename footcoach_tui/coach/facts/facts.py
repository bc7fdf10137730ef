"""Facts: what follows from a training log, each worked out when it is first asked for.

`SessionFacts` are those of a session, `DayFacts` those of a day; `Facts` holds all of them.
"""

from collections.abc import Iterable, Iterator
from copy import copy
from datetime import date, timedelta
from typing import ClassVar, Final, Self

from footcoach_tui.coach.answers.check_in import CheckIn
from footcoach_tui.coach.answers.plan_choice import PlanChoice
from footcoach_tui.coach.answers.profile import Profile
from footcoach_tui.coach.facts.day import DayFacts
from footcoach_tui.coach.facts.lazy import lazy
from footcoach_tui.coach.facts.routines import RoutineFacts
from footcoach_tui.coach.facts.session import SessionFacts
from footcoach_tui.coach.log import LooseCheckIn, TrainingLog
from footcoach_tui.coach.rules.plan import Plan
from footcoach_tui.coach.rules.rules import Rules
from footcoach_tui.session.record import SessionRecord

ONE_DAY = timedelta(days=1)
MEMORY = timedelta(days=400)
"""Days before today that are looked at: no rule but that of open flags reaches further."""

_MORNINGS_ON: Final = (1, 2)
"""Days after a session whose check-ins may stand for the morning (1.10)."""


class Facts:
    """Facts on a day, `today`, from a log and the rules.

    A session of tomorrow is taken for one of today: after a flight over the date line its day is
    still to come. Later ones come from a clock that was wrong, and are left out. So are those
    before `first_day`.
    """

    _newest: ClassVar["Facts | None"] = None

    def __init__(self, log: TrainingLog, rules: Rules, today: date) -> None:
        self.log = log
        self.rules = rules
        self.today = today
        self._first_day = today - MEMORY
        self.profile: Profile | None = log.profile
        self.choice: PlanChoice | None = log.choice
        self.plan: Plan | None = rules.plans.get(log.choice.plan) if log.choice else None
        self.routines = RoutineFacts(rules, self.plan)
        self._known: dict[date, DayFacts] = {}

    @classmethod
    def of(cls, log: TrainingLog, rules: Rules, today: date) -> "Facts":
        """Return the facts; for the same log, rules and day once more the same ones.

        A decision and what is due are asked for one after the other.
        """
        newest = cls._newest
        if newest and newest.log is log and newest.rules is rules and newest.today == today:
            return newest
        cls._newest = facts = Facts(log, rules, today)
        return facts

    def as_of(self, day: date) -> Self:
        """Return the facts on another day, as far as sessions and check-ins go.

        Of an earlier day no later ones are seen, but an answer that was given later is known.
        """
        _ = self.days  # makes the tables that both share
        other = copy(self)
        other.today = day
        for name in ("days", "red_days"):
            other.__dict__.pop(name, None)
        return other

    def with_check_in(self, check_in: CheckIn) -> Self:
        """Return the facts with a check-in of today that is not in the log yet.

        The days before the last ones are shared: they do not depend on it.
        """
        _ = self.days  # makes the tables that both share
        other = copy(self)
        loose = LooseCheckIn(self.today, check_in)
        other.log = self.log._replace(check_ins=(*self.log.check_ins, loose))
        said = [*self._loose.get(self.today, ()), loose]
        other.__dict__["_loose"] = self._loose | {self.today: said}
        first = self.today - ONE_DAY * max(_MORNINGS_ON)
        shared = {day: known for day, known in self._known.items() if day < first}
        other.__dict__["_known"] = shared
        for name in ("days", "red_days"):
            other.__dict__.pop(name, None)
        return other

    # Days.

    @lazy
    def _records(self) -> dict[date, list[SessionRecord]]:
        """Sessions by day, those of a day in their order."""
        records: dict[date, list[SessionRecord]] = {}
        first = self.first_day - ONE_DAY  # a day east or west of the one before it in the log
        for record in reversed(self.log.sessions):
            day = record.started.date()
            if day < first:
                break
            if day > self.today:
                if day - self.today > ONE_DAY:
                    continue
                day = self.today
            if day >= self.first_day:
                records.setdefault(day, []).insert(0, record)
        return records

    @lazy
    def _loose(self) -> dict[date, list[LooseCheckIn]]:
        check_ins: dict[date, list[LooseCheckIn]] = {}
        for each in self.log.check_ins:
            if self.first_day <= each.day <= self.today + ONE_DAY:
                check_ins.setdefault(min(each.day, self.today), []).append(each)
        return check_ins

    @property
    def first_day(self) -> date:
        """First day that is looked at."""
        return self._first_day

    @lazy
    def days(self) -> tuple[date, ...]:
        """Days with a session or a check-in, the oldest first."""
        days = self._records.keys() | self._loose.keys()
        return tuple(sorted(day for day in days if day <= self.today))

    def day(self, day: date) -> DayFacts:
        """Return the facts of a day; empty ones for a day without records."""
        known = self._known.get(day)
        if known is None:
            known = self._known[day] = DayFacts(
                day,
                tuple(SessionFacts(self, each, day) for each in self._records.get(day, ())),
                tuple(self._loose.get(day, ())),
            )
        return known

    def between(self, first: date, last: date) -> Iterator[DayFacts]:
        """Yield the days with records from `first` to `last`, both included, the oldest first."""
        if (last - first).days < len(self.days):
            dates: Iterable[date] = (
                first + ONE_DAY * count for count in range((last - first).days + 1)
            )
            yield from (self.day(d) for d in dates if d in self._records or d in self._loose)
        else:
            yield from (self.day(d) for d in self.days if first <= d <= last)

    def last(self, count: int, day: date | None = None) -> Iterator[DayFacts]:
        """Yield the days with records of the last `count` days up to a day, or to today."""
        last = day or self.today
        return self.between(last - ONE_DAY * (count - 1), last)

    def back(self, day: date | None = None) -> Iterator[DayFacts]:
        """Yield the days with records up to a day, or to today, the newest first."""
        last = day or self.today
        return (self.day(each) for each in reversed(self.days) if each <= last)

    def check_in_score_after(self, day: date) -> int | None:
        """Return the highest score of the check-ins one and two days later; None without any."""
        later = [self.day(day + ONE_DAY * count).check_in_score for count in _MORNINGS_ON]
        return max((score for score in later if score is not None), default=None)

    @lazy
    def red_days(self) -> tuple[date, ...]:
        """Red days, the oldest first."""
        return tuple(day for day in self.days if self.day(day).is_red)
