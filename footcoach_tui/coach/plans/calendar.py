"""Calendar of a plan: the days and times that a calendar file reminds of.

The title of an event has no word about health: a calendar is often shared.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from footcoach_tui.coach.answers.plan_choice import WEEKDAYS, PlanChoice
from footcoach_tui.coach.rules.plan import Plan, PlanKind

USUAL_TIME = time(7, 0)
_COURSE_DAYS = 8 * 7
_AHEAD_DAYS = 4 * 7
"""A course may take longer than eight weeks: the calendar looks at least so far ahead."""
_ONGOING_DAYS = 12 * 7
_ROUND_MINUTES = 5
_FIRST_TEST_DAY = 14
_TEST_MINUTES = 15
_PLAY = "footcoach play"
_TEST = "footcoach test"


class CalendarEvent(NamedTuple):
    """Event of a calendar, in local time without a zone.

    A weekly one is repeated on the weekday of `start`, before `until`, without the days `skipped`;
    without `until` it is a single one. `uid` is the same at each export, so that an import
    replaces the event.
    """

    uid: str
    start: datetime
    minutes: int
    title: str
    description: str
    until: date | None = None
    skipped: tuple[date, ...] = ()

    @property
    def days(self) -> tuple[date, ...]:
        """Days of the event, in order."""
        first = self.start.date()
        if self.until is None:
            return (first,)
        weeks = range(0, (self.until - first).days, 7)
        days = (first + timedelta(days=number) for number in weeks)
        return tuple(day for day in days if day not in self.skipped)


def plan_events(
    plan: Plan, choice: PlanChoice, minutes: int, today: date, at: time | None = None
) -> tuple[CalendarEvent, ...]:
    """Return the events of a plan from today on: one for each weekday, and the self-tests.

    `minutes` is the length of a session; `at` its time of day. Without wanted weekdays there are
    none.
    """
    if not choice.weekdays:
        return ()
    at = at or choice.at or USUAL_TIME
    until = _end(plan, choice, today)
    first = max(today, choice.begun)
    weekly = (_weekly(choice, day, until) for day in _next_week(choice, first))
    length = -(-minutes // _ROUND_MINUTES) * _ROUND_MINUTES
    return (
        *(
            CalendarEvent(
                uid=f"{plan.id}-{WEEKDAYS[days[0].weekday()]}@footcoach",
                start=datetime.combine(days[0], at),
                minutes=length,
                title=f"Feet, {minutes} min",
                description="\n".join(filter(None, (choice.if_then, choice.if_missed, _PLAY))),
                until=until,
                skipped=_missing_weeks(days, until),
            )
            for days in weekly
            if days
        ),
        *_tests(plan, choice, until, today, at),
    )


def _end(plan: Plan, choice: PlanChoice, today: date) -> date:
    """Return the day before which the reminders end."""
    if plan.kind in (PlanKind.HABIT, PlanKind.KEEP):
        return today + timedelta(days=_ONGOING_DAYS)
    course = choice.begun + timedelta(days=_COURSE_DAYS)
    return max(course, today + timedelta(days=_AHEAD_DAYS))


def _next_week(choice: PlanChoice, first: date) -> Iterator[date]:
    """Yield the first day of each wanted weekday, Monday first."""
    days = sorted((first + timedelta(days=number) for number in range(7)), key=date.weekday)
    return (day for day in days if day.weekday() in choice.weekdays)


def _weekly(choice: PlanChoice, first: date, until: date) -> list[date]:
    """Return the days of a weekday without those in a pause."""
    days = (first + timedelta(days=number) for number in range(0, (until - first).days, 7))
    return [day for day in days if choice.pause_on(day) is None]


def _missing_weeks(days: list[date], until: date) -> tuple[date, ...]:
    every = (days[0] + timedelta(days=number) for number in range(0, (until - days[0]).days, 7))
    return tuple(day for day in every if day not in days)


def _tests(
    plan: Plan, choice: PlanChoice, until: date, today: date, at: time
) -> Iterator[CalendarEvent]:
    """Yield the self-tests: before training, on a day after one without it where there is one."""
    if not plan.tests:
        return
    day = _first_test_day(choice)
    number = 1
    while day < until:
        if day >= today and choice.pause_on(day) is None:
            yield CalendarEvent(
                uid=f"{plan.id}-test-{number}@footcoach",
                start=datetime.combine(day, at),
                minutes=_TEST_MINUTES,
                title=f"Feet, measuring, {_TEST_MINUTES} min",
                description=f"Before training.\n{_TEST}",
            )
        day += timedelta(days=plan.test_every)
        number += 1


def _first_test_day(choice: PlanChoice) -> date:
    """Return the first wanted day from day 14 on, after a day that is not wanted if possible."""
    first = choice.begun + timedelta(days=_FIRST_TEST_DAY)
    wanted = [
        day
        for day in (first + timedelta(days=number) for number in range(7))
        if day.weekday() in choice.weekdays
    ]
    rested = (day for day in wanted if (day.weekday() - 1) % 7 not in choice.weekdays)
    return next(rested, wanted[0])
