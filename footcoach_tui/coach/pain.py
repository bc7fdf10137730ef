"""Advice for the next session after a pain score, by where it hurts.

The zones follow the pain-monitoring model for tendon pain as Silbernagel et al. used it
(Am J Sports Med 2007;35:897). No such trial is known for the sole, for joints or for bone: the
advice for them is stricter, and our choice. Nothing here diagnoses.
"""

MIN_AMBER_PAIN = 3
MIN_RED_PAIN = 6

_RED = (
    "Above 5 of 10: stop the exercise that hurts. Rest two days, then go one level down. "
    "Twice in a row: see a physiotherapist or doctor."
)
_AMBER = (
    "Muscle or tendon: 3 to 5 of 10 is acceptable if tomorrow morning is no worse. "
    "If it is worse, skip a day and go one level down."
)
_SOLE_OR_JOINT = "Sole, heel or a joint: leave out the exercise that hurts until it is 2 or less."
_BONE = (
    "At one point on a bone, at night, or with numbness or swelling: "
    "stop, and get it checked before the next session."
)


def pain_advice(pain: int) -> tuple[str, ...]:
    """Return the advice for a score of 0 to 10: a line for each kind of place that may hurt."""
    if pain >= MIN_RED_PAIN:
        return _RED, _BONE
    if pain >= MIN_AMBER_PAIN:
        return _AMBER, _SOLE_OR_JOINT, _BONE
    if pain:
        return "Up to 2 of 10: carry on.", _BONE
    return ("No pain: carry on.",)
