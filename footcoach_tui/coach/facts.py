"""Facts: what follows from a training log, each worked out when it is first asked for.

`SessionFacts` are those of a session, `DayFacts` those of a day, `Facts` holds all of them.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import cached_property
from typing import Final, Self

from footcoach_tui.coach.answers.check_in import CheckIn
from footcoach_tui.coach.answers.plan_choice import PlanChoice
from footcoach_tui.coach.answers.profile import Profile
from footcoach_tui.coach.log import LooseCheckIn, TrainingLog
from footcoach_tui.coach.rules.plan import Plan, PlanKind
from footcoach_tui.coach.rules.rules import Rules
from footcoach_tui.coach.rules.sites import Site
from footcoach_tui.coach.session_facts import RED, SessionFacts
from footcoach_tui.session.exercise import Level
from footcoach_tui.session.record import SessionRecord

ONE_DAY = timedelta(days=1)
_TRAINING_CONTEXTS: Final = frozenset(("programme", "strength-day"))
_REHAB: Final = "rehab"
_TRAINING_KINDS: Final = frozenset((PlanKind.COURSE, PlanKind.KEEP))
_MORNINGS_ON: Final = (1, 2)
"""Days after a session whose check-ins may stand for the morning (1.10)."""


class DayFacts:
    """Sessions and check-ins of a day, the earliest first, with the highest scores of the day."""

    def __init__(
        self,
        day: date,
        sessions: tuple[SessionFacts, ...] = (),
        loose: tuple[LooseCheckIn, ...] = (),
    ) -> None:
        self.day = day
        self.sessions = sessions
        self.loose = loose

    def __repr__(self) -> str:
        return f"DayFacts({self.day})"

    @property
    def check_ins(self) -> Iterator[CheckIn]:
        """Check-ins of the day, answered or not."""
        for each in self.loose:
            yield each.check_in
        for session in self.sessions:
            if session.check_in is not None:
                yield session.check_in

    @cached_property
    def has_check_in(self) -> bool:
        return bool(self.loose) or any(s.record.checkin is not None for s in self.sessions)

    @cached_property
    def check_in_score(self) -> int | None:
        """Highest score of its check-ins; None if none was answered."""
        sore = [each.check_in.sore for each in self.loose]
        sore += [session.check_in_sore for session in self.sessions]
        answered = [each for each in sore if each is not None]
        if not answered:
            return None
        return max((each.score for sites in answered for each in sites), default=0)

    @cached_property
    def top_score(self) -> int:
        """Highest score of the day: of a check-in, during a session, or after it."""
        after = max((session.top_score for session in self.sessions), default=0)
        return max(after, self.check_in_score or 0)

    @cached_property
    def scores(self) -> Mapping[Site, int]:
        """Highest score of each sore site."""
        highest: dict[Site, int] = {}
        lists = [each.check_in.sore for each in self.loose]
        for session in self.sessions:
            lists.append(session.check_in_sore)
            lists.append(session.after.sore if session.record.after else None)
        for sore in lists:
            for each in sore or ():
                highest[each.site] = max(each.score, highest.get(each.site, 0))
        return highest

    @property
    def is_known(self) -> bool:
        """Whether its scores are known: a check-in was answered, or the sites of a session are."""
        return self.check_in_score is not None or any(s.has_sites for s in self.sessions)

    @property
    def is_red(self) -> bool:
        return self.top_score >= RED

    @property
    def flags(self) -> Iterator[str]:
        """Ids of the red flags that were reported."""
        for each in self.loose:
            yield from each.check_in.flags or ()
        for session in self.sessions:
            yield from session.flags

    @property
    def has_training(self) -> bool:
        return any(session.is_training for session in self.sessions)

    @property
    def has_session(self) -> bool:
        """Whether a session counts."""
        return any(session.is_counted for session in self.sessions)


class Facts:
    """Facts on a day, `today`, from a log and the rules.

    A session of tomorrow is taken for one of today: after a flight over the date line its day is
    still to come. Later ones come from a clock that was wrong, and are left out.
    """

    def __init__(self, log: TrainingLog, rules: Rules, today: date) -> None:
        self.log = log
        self.rules = rules
        self.today = today
        self.profile: Profile | None = log.profile
        self.choice: PlanChoice | None = log.choice
        self.plan: Plan | None = rules.plans.get(log.choice.plan) if log.choice else None
        self._stages = {
            stage.routine: number
            for number, stage in reversed(list(enumerate(self.plan.stages if self.plan else (), 1)))
        }
        self._known: dict[date, DayFacts] = {}

    @classmethod
    def of(cls, log: TrainingLog, rules: Rules, today: date) -> Self:
        return cls(log, rules, today)

    # Routines.

    def stage_of(self, routine: str) -> int | None:
        """Return the number of the plan's stage that a routine is of, from 1."""
        return self._stages.get(routine)

    def level_of(self, routine: str) -> Level:
        """Return the level of a routine for gaps: that of its stage, else that of its file."""
        number = self.stage_of(routine)
        if number is not None and self.plan:
            return self.plan.stages[number - 1].level
        known = self.rules.routines.get(routine)
        return known.level if known else Level.SEATED

    def is_training_routine(self, routine: str) -> bool:
        return routine in self._training_routines

    @cached_property
    def _training_routines(self) -> frozenset[str]:
        """Stages of courses and of plans after them, programmes and strength days (0.1)."""
        plans, routines = self.rules.plans.values(), self.rules.routines
        stages = {
            stage.routine for plan in plans if plan.kind in _TRAINING_KINDS for stage in plan.stages
        }
        light = {extra.routine for plan in plans for extra in plan.extras} | {self.rules.newcomer}
        by_context = {
            each.id for each in routines.values() if not _TRAINING_CONTEXTS.isdisjoint(each.context)
        }
        rehab = {each.id for each in routines.values() if _REHAB in each.context}
        return frozenset((stages | (by_context - light)) - rehab)

    # Days.

    @cached_property
    def _records(self) -> dict[date, list[SessionRecord]]:
        records: dict[date, list[SessionRecord]] = {}
        for record in self.log.sessions:
            day = self._day_in_log(record.started.date())
            if day is not None:
                records.setdefault(day, []).append(record)
        return records

    @cached_property
    def _loose(self) -> dict[date, list[LooseCheckIn]]:
        check_ins: dict[date, list[LooseCheckIn]] = {}
        for each in self.log.check_ins:
            day = self._day_in_log(each.day)
            if day is not None:
                check_ins.setdefault(day, []).append(each)
        return check_ins

    def _day_in_log(self, day: date) -> date | None:
        if day <= self.today:
            return day
        return self.today if day - self.today == ONE_DAY else None

    @cached_property
    def days(self) -> tuple[date, ...]:
        """Days with a session or a check-in, the oldest first."""
        return tuple(sorted(self._records.keys() | self._loose.keys()))

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

    @cached_property
    def red_days(self) -> tuple[date, ...]:
        """Red days, the oldest first."""
        return tuple(day for day in self.days if self.day(day).is_red)
