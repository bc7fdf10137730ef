"""Routines with conditions that are not met, as far as the log and the profile tell."""

from datetime import date

from footcoach_tui.coach.answers.check_in import CheckIn
from footcoach_tui.coach.decisions.gates import routine_gate
from footcoach_tui.coach.decisions.situation import Situation
from footcoach_tui.coach.log import TrainingLog
from footcoach_tui.coach.rules.rules import Rules


def locked_routines(log: TrainingLog, rules: Rules, today: date) -> frozenset[str]:
    """Return the ids of the routines that no answer before a session would open today.

    A condition that is asked there locks none: the person may say yes.
    """
    situations = (
        Situation.of(routine, CheckIn(), log, rules, today)
        for routine in rules.routines.values()
        if routine.gates
    )
    return frozenset(
        each.routine.id
        for each in situations
        if any(not (one.is_met or one.is_asked) for one in routine_gate(each).conditions)
    )
