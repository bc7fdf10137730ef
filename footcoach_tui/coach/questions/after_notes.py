"""Notes at the end of a session: what it does not count for."""

from footcoach_tui.coach.answers.check_in import CheckIn
from footcoach_tui.coach.facts.screening import screen
from footcoach_tui.coach.log import TrainingLog
from footcoach_tui.coach.rules.plan import PlanKind
from footcoach_tui.coach.rules.rules import Rules
from footcoach_tui.session.record import SessionRecord

_NOT_COUNTED = "Not counted towards the next step: sore or not was not answered."
_KINDS_WITH_STEPS = (PlanKind.COURSE, PlanKind.KEEP)


def after_notes(record: SessionRecord, log: TrainingLog, rules: Rules) -> tuple[str, ...]:
    """Return the notes on a session, and the reminders that the profile asks for."""
    notes = list(screen(log.profile, rules).after_notes)
    plan = rules.plans.get(log.choice.plan) if log.choice else None
    is_stage = plan and plan.kind in _KINDS_WITH_STEPS and plan.stage_of(record.routine)
    if is_stage and record.is_counted and CheckIn.read(record.checkin).sore is None:
        notes.append(_NOT_COUNTED)
    return tuple(notes)
