"""What is due today, worked out by the coach."""

from datetime import timedelta
from typing import TYPE_CHECKING

from footcoach_tui import wiring
from footcoach_tui.cli.coach.context import CoachContext
from footcoach_tui.cli.coach.due_today import DueToday
from footcoach_tui.coach.keeping import keeping
from footcoach_tui.session.length import routine_seconds

if TYPE_CHECKING:
    from footcoach_tui.history.store import History

_MINUTE = 60


def work_out(history: "History") -> DueToday:
    """Return what is due. Raises CliError if the history is damaged."""
    coach = CoachContext(history)
    due = coach.due
    routine = coach.rules.routines.get(due.routine)
    goal = keeping(coach.log, coach.rules, coach.today, wiring.open_settings()[0].week_goal).goal
    last = (coach.today + timedelta(days=1)).isoformat()
    days = sorted({session.date for session in coach.log.sessions if session.is_counted})
    monday = (coach.today - timedelta(days=coach.today.weekday())).isoformat()
    return DueToday(
        answer=str(due.answer),
        sentence=due.sentence,
        rule=due.rule,
        routine=due.routine,
        title=routine.title if routine else "",
        minutes=max(1, round(routine_seconds(routine) / _MINUTE)) if routine else 0,
        stage=due.stage or 0,
        next=due.next.isoformat() if due.next else "",
        latest=max((day for day in days if day <= last), default=""),
        week=sum(monday <= day <= last for day in days),
        goal=goal,
    )
