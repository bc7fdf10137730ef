"""What is due today, worked out by the coach."""

from datetime import timedelta
from typing import TYPE_CHECKING

from footcoach_tui import wiring
from footcoach_tui.cli.coach.context import CoachContext
from footcoach_tui.cli.coach.due_today import DueToday
from footcoach_tui.coach.keeping.keeping import keeping
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
    goal = keeping(log, rules, today, wiring.open_settings()[0].week_goal).goal
    last = (today + timedelta(days=1)).isoformat()
    days = sorted({session.date for session in log.sessions if session.is_counted})
    monday = (today - timedelta(days=today.weekday())).isoformat()
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
        week=sum(monday <= day <= last for day in days),
        goal=goal,
    )
