"""Check-ins that count for the day at once, even before a session ends."""

from footcoach_tui.coach.answers.check_in import CheckIn, Energy
from footcoach_tui.coach.answers.decision import Decision, Verdict
from footcoach_tui.coach.decisions.pain import MIN_RED_PAIN

_AS_PLANNED = (Verdict.GO, Verdict.LIGHTER)


def counts_at_once(check_in: CheckIn, decision: Decision) -> bool:
    """Whether a check-in is saved by itself also where a session follows.

    A session that is cut off and deleted would take a flag, a red score or an illness with it.
    The record of the session says the same again, which changes nothing: a day has its highest
    scores, and a flag that is open stays so.
    """
    if check_in.flags or check_in.energy is Energy.ILL:
        return True
    if check_in.sore is None:
        return False
    return decision.verdict not in _AS_PLANNED or (check_in.score or 0) >= MIN_RED_PAIN
