"""Answer of `footcoach due`, worked out by the coach."""

from datetime import timedelta
from typing import TYPE_CHECKING

from footcoach_tui import wiring
from footcoach_tui.cli.coach.context import CoachContext
from footcoach_tui.cli.coach.due_today import DueToday
from footcoach_tui.coach.facts.facts import Facts
from footcoach_tui.coach.keeping.kept_days import KeptDays
from footcoach_tui.coach.keeping.week_count import week_count
from footcoach_tui.coach.plans.due import due
from footcoach_tui.session.length import routine_minutes

if TYPE_CHECKING:
    from footcoach_tui.history.store import History


def work_out(history: "History") -> DueToday:
    """Return what is due. Raises CliError if the history is damaged."""
    coach = CoachContext(history)
    log, today, rules = coach.log, coach.today, coach.rules
    due_now = due(log, rules, today)
    routine = rules.routines.get(due_now.routine)
    facts = Facts.of(log, rules, today)
    week = week_count(facts, KeptDays(facts), wiring.open_settings()[0].week_goal)
    last = (today + timedelta(days=1)).isoformat()
    days = sorted({session.date for session in log.sessions if session.is_counted})
    return DueToday(
        answer=str(due_now.answer),
        sentence=due_now.sentence,
        rule=due_now.rule,
        routine=due_now.routine,
        title=routine.title if routine else "",
        minutes=routine_minutes(routine) if routine and routine.steps else 0,
        stage=due_now.stage or 0,
        next=due_now.next.isoformat() if due_now.next else "",
        latest=max((day for day in days if day <= last), default=""),
        week=week.done,
        goal=week.goal,
    )
