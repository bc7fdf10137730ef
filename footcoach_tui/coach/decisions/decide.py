"""Decision about a routine today: the rows of the table, in order."""

from datetime import date

from footcoach_tui.coach.answers.check_in import CheckIn
from footcoach_tui.coach.answers.decision import Decision
from footcoach_tui.coach.decisions import refusals
from footcoach_tui.coach.decisions.composition import composed
from footcoach_tui.coach.decisions.day_questions import with_questions
from footcoach_tui.coach.decisions.rehabilitation import as_written
from footcoach_tui.coach.decisions.situation import Situation
from footcoach_tui.coach.log import TrainingLog
from footcoach_tui.coach.rules.rules import Rules
from footcoach_tui.session.routine import Routine

_REFUSALS = (
    refusals.urgent_flag,  # 1   flag:ID
    refusals.recent_injury,  # 2   recent
    refusals.open_flag,  # 3   open:ID
    refusals.red_score,  # 4   red
    refusals.ill,  # 5   ill
    refusals.red_days,  # 6a  red
    refusals.sore_days,  # 6b  sore
    refusals.gap,  # 6c  G1
    refusals.not_today,  # 7   N2, N3, N5, N6, stage, gate:WHY
)


def decide(
    routine: Routine, check_in: CheckIn, log: TrainingLog, rules: Rules, today: date
) -> Decision:
    """Return whether and how a routine is done today: the first row that refuses decides."""
    situation = Situation.of(routine, check_in, log, rules, today)
    return with_questions(situation, _decided(situation))


def _decided(situation: Situation) -> Decision:
    for row in _REFUSALS:
        decision = row(situation)
        if decision is not None:
            return decision
    if situation.is_rehab:
        return as_written(situation)  # R0
    return composed(situation)  # 8 to 14
