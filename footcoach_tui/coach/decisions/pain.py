"""Advice for the next session after a pain score, by where it hurts.

The zones follow the pain-monitoring model for tendon pain as Silbernagel et al. used it
(Am J Sports Med 2007;35:897). No such trial is known for the sole, for joints or for bone: the
advice for them is stricter, and our choice. Nothing here diagnoses.
"""

from collections.abc import Iterable

from footcoach_tui.coach.answers.check_in import Sore
from footcoach_tui.coach.answers.words import sore_name
from footcoach_tui.coach.rules.sites import Site
from footcoach_tui.session.commands import Hurt

MIN_AMBER_PAIN = 3
MIN_RED_PAIN = 6

_RED = (
    "Above 5 of 10: stop the exercise that hurts. Rest two days, then begin with "
    "an easier exercise or fewer sets. Twice in a row: see a physiotherapist or doctor."
)
_AMBER = (
    "Muscle or tendon: 3 to 5 of 10 is acceptable if tomorrow morning is no worse. "
    "If it is worse, wait a day longer, then do an easier exercise or fewer sets."
)
_SOLE_OR_JOINT = "Sole, heel or a joint: leave out the exercise that hurts until it is 2 or less."
_BONE = (
    "At one point on a bone, at night, or with numbness or swelling: "
    "stop, and get it checked before the next session."
)


_RED_SITES = "Above 5 of 10: no loaded exercise today and for two days. Then we go on more gently."
_CORD = "{}: acceptable while it settles by the morning and does not grow from week to week."
_OTHER_SITE = "{}: as long as it is 3 or more, what loads it is made lighter or left out."
_MORNING = "If tomorrow morning is worse, wait a day longer, then do the same again."
_EASE = "Ease it: smaller, slower, or with a hand on the wall."
_STOP_HERE = "better stop here for today."
_ABOVE, _SHARP = f"Above 5 of 10: {_STOP_HERE}", f"Sharp, at one point, numb or dizzy: {_STOP_HERE}"


def hurt_advice(hurt: Hurt, key: str = "space") -> str:
    """Return what to do in a session after the key "this hurts"; "" to carry on (1.9).

    `key` is the one that goes on with a paused session.
    """
    if not hurt.ends_step:
        return _EASE if hurt.is_eased else ""
    keys = f"q ends and saves; {key} goes on with another exercise, if it does not hurt."
    return f"{stop_sentence(is_sharp=hurt.is_sharp)} {keys}"


def stop_sentence(*, is_sharp: bool) -> str:
    """Return that it is better to stop, after a pain that ended the step (1.9)."""
    return _SHARP if is_sharp else _ABOVE


def site_advice(pain: int, sore: Iterable[Sore]) -> tuple[str, ...]:
    """Return the advice for a score of 0 to 10 where the sore sites are known (1.10)."""
    sites = tuple(sore)
    if not sites or pain < MIN_AMBER_PAIN:
        return pain_advice(pain)
    if pain >= MIN_RED_PAIN:
        return _RED_SITES, _BONE
    lines = [
        (_CORD if each.site is Site.ACHILLES_CORD else _OTHER_SITE).format(_capital(each))
        for each in sites
        if each.score >= MIN_AMBER_PAIN
    ]
    return *lines, _MORNING, _BONE


def _capital(sore: Sore) -> str:
    name = sore_name(sore)
    return name[:1].upper() + name[1:]


def pain_advice(pain: int) -> tuple[str, ...]:
    """Return the advice for a score of 0 to 10: a line for each kind of place that may hurt."""
    if pain >= MIN_RED_PAIN:
        return _RED, _BONE
    if pain >= MIN_AMBER_PAIN:
        return _AMBER, _SOLE_OR_JOINT, _BONE
    if pain:
        return "Up to 2 of 10: carry on.", _BONE
    return ("No pain: carry on.",)
