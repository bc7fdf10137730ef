"""Rules on runs that refuse a routine: N2, N3, N5 and N6 (row 7)."""

from footcoach_tui.coach.answers.decision import Question
from footcoach_tui.coach.decisions.refusal import Refusal
from footcoach_tui.coach.decisions.situation import Situation

_MOST_EFFORT_BEFORE_RUN = 4
"""N2: highest effort of what is done before a run."""

_SIX_HOURS = "six-hours"


def refused_by_runs(situation: Situation) -> Refusal | None:
    """Return the rule on runs that refuses the routine today."""
    return _before_run(situation) or _race(situation) or _after_run(situation)


def _before_run(situation: Situation) -> Refusal | None:
    """N2: before a run only light routines, and no training."""
    is_hard = situation.is_training or situation.routine.effort[1] > _MOST_EFFORT_BEFORE_RUN
    if not situation.is_before_run or not is_hard:
        return None
    sentence = "Before a run something light: tired feet let the arch sink."
    return Refusal("N2", sentence, (situation.rules.before_run,))


def _race(situation: Situation) -> Refusal | None:
    """N5 and N6: no training on one foot before a race, none at all the day after."""
    runs, days = situation.runs, situation.runs.days_to_race
    if not situation.is_training:
        return None
    if runs.is_race_near and situation.is_on_one_foot:
        when = {0: "today", 1: "tomorrow", 2: "in two days"}.get(days or 0, "in three days")
        return Refusal("N5", f"Race {when}: something light today.", situation.light_extras)
    if runs.is_after_race:
        sentence = "Race yesterday: something light today."
        return Refusal("N6", sentence, situation.release_extras)
    return None


def _after_run(situation: Situation) -> Refusal | None:
    """N3: strength on one foot only six hours after a hard, long or raced run."""
    is_late = situation.check_in.is_six_hours_later or _SIX_HOURS in situation.check_in.confirmed
    if not (situation.is_training and situation.is_on_one_foot and situation.runs.is_today_tiring):
        return None
    if is_late:
        return None
    sentence = "Six hours between a hard run and this; something light until then."
    question = Question(_SIX_HOURS, "Six hours since the run?")
    return Refusal("N3", sentence, situation.release_extras, (question,))
