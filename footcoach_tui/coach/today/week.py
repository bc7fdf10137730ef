"""Week of the Today card: seven cells."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from footcoach_tui.coach.facts.facts import ONE_DAY, Facts
from footcoach_tui.coach.facts.lighter_sessions import is_lighter
from footcoach_tui.coach.keeping.kept_days import KeptDays
from footcoach_tui.coach.keeping.week_count import is_asked, week_sessions
from footcoach_tui.coach.practice.weeks import monday_of


class DayMark(StrEnum):
    """Mark of a day of the week: how it was trained."""

    NONE = "none"
    DONE = "done"
    LIGHTER = "lighter"
    """Done, but shortened, eased, or gentle instead."""


class WeekCell(NamedTuple):
    """Day of this week. `is_planned`: the plan asks for a session that is still to come.

    A day that has passed without one is not marked: the session moves on.
    """

    day: date
    mark: DayMark
    is_planned: bool
    is_today: bool


def week_cells(
    facts: Facts, kept: KeptDays, following: date | None, *, is_due: bool
) -> tuple[WeekCell, ...]:
    """Return the days of this week from Monday; `is_due` says whether a session is due today.

    Nothing is planned before the day `following`, and nothing at all without one.
    """
    return tuple(_cells(facts, kept, following, is_due=is_due))


def _cells(
    facts: Facts, kept: KeptDays, following: date | None, *, is_due: bool
) -> Iterator[WeekCell]:
    monday = monday_of(facts.today)
    for number in range(7):
        day = monday + ONE_DAY * number
        mark = _mark(facts, kept, day)
        is_open = _is_to_come(kept, day, facts.today, following)
        if day == facts.today:
            is_open = is_due and kept.choice_on(day) is not None
        yield WeekCell(
            day,
            mark,
            is_planned=is_open and mark is DayMark.NONE,
            is_today=day == facts.today,
        )


def _is_to_come(kept: KeptDays, day: date, today: date, following: date | None) -> bool:
    """Whether a session is planned on a later day: on `following`, where it may have moved to."""
    if following is None or day <= today or day < following or kept.choice_on(day) is None:
        return False
    return day == following or is_asked(kept, day)


def _mark(facts: Facts, kept: KeptDays, day: date) -> DayMark:
    """Return the mark of a day that counts for the week; with a plan one on which it was kept."""
    sessions = week_sessions(facts, day)
    if not sessions or (facts.plan and not kept.is_kept(day)):
        return DayMark.NONE
    is_light = all(is_lighter(each, facts.rules.gentle) for each in sessions)
    return DayMark.LIGHTER if is_light else DayMark.DONE
