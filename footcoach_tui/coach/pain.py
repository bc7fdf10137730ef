"""Advice for the next session after a pain score.

The zones follow the pain-monitoring model for tendon pain as Silbernagel et al. used it
(Am J Sports Med 2007;35:897); the wording and the two days are footcoach's own. Nothing here
diagnoses.
"""

MIN_AMBER_PAIN = 3
MIN_RED_PAIN = 6


def pain_advice(pain: int) -> str:
    """Advice in one or two sentences for a score of 0 to 10."""
    if pain >= MIN_RED_PAIN:
        return (
            "Above 5: leave the exercise that hurts, rest two days, and begin again one level "
            "down. If it happens twice in a row, or hurts at one point, see a professional."
        )
    if pain >= MIN_AMBER_PAIN:
        return (
            "3 to 5 is acceptable if it is no worse tomorrow morning. "
            "If it is, skip a day and go one level down."
        )
    return "0 to 2: carry on."
