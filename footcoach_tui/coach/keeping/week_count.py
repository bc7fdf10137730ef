"""Sessions of this week: what the Today card, its line and `footcoach status` count alike."""

from datetime import date
from typing import Final, NamedTuple

from footcoach_tui.coach.facts.facts import ONE_DAY, Facts
from footcoach_tui.coach.facts.session import SessionFacts
from footcoach_tui.coach.keeping.kept_days import KeptDays
from footcoach_tui.coach.practice.weeks import monday_of

_DAYS: Final = 7


class WeekCount(NamedTuple):
    """Sessions done of those that a week asks for; `goal` is 0 where it asks for none."""

    done: int
    goal: int

    @property
    def sentence(self) -> str:
        if not self.goal:
            return f"{self.done} this week"
        if self.done > self.goal:
            return f"{self.done} this week, goal {self.goal}"
        return f"{self.done} of {self.goal} this week"


def week_count(facts: Facts, kept: KeptDays, week_goal: int) -> WeekCount:
    """Return the days of this week on which the plan was kept, at most as many as it asks for.

    Without a plan they are the sessions of the week, for the weekly goal.
    """
    monday = monday_of(facts.today)
    days = [monday + ONE_DAY * number for number in range(_DAYS)]
    plan = facts.plan
    if plan is None:
        return WeekCount(sum(len(week_sessions(facts, day)) for day in days), week_goal)
    done = sum(kept.is_kept(day) for day in days)
    low, high = plan.days
    has_weekdays = bool(facts.choice and facts.choice.weekdays)
    goal = min(sum(is_asked(kept, day) for day in days), high) if has_weekdays else low
    return WeekCount(min(done, goal) if goal else done, goal)


def week_sessions(facts: Facts, day: date) -> tuple[SessionFacts, ...]:
    """Return the sessions of a day that count for the week; a self-test is none."""
    return tuple(s for s in facts.day(day).sessions if s.is_week_session and not is_test(s))


def is_test(session: SessionFacts) -> bool:
    return session.routine is not None and session.routine.is_test


def is_asked(kept: KeptDays, day: date) -> bool:
    """Whether the plan asks for a session on a day: it is wanted, and not in a pause.

    After pain or illness the session may move to another day of the week, so it is asked for.
    """
    choice = kept.choice_on(day)
    return choice is not None and kept.is_wanted(day) and choice.pause_on(day) is None
