"""Rows 1 to 7: reasons to do something else than the routine asked for, or nothing."""

from footcoach_tui.coach.answers.check_in import Energy
from footcoach_tui.coach.answers.decision import Decision, Verdict
from footcoach_tui.coach.decisions.alternatives import instead, reasons_against
from footcoach_tui.coach.decisions.gentle import gentle
from footcoach_tui.coach.decisions.pain import MIN_RED_PAIN
from footcoach_tui.coach.decisions.refusal import Refusal
from footcoach_tui.coach.decisions.sentences import (
    GAP,
    GENTLE,
    ILL,
    RECENT,
    RED,
    RED_FIRST,
    RED_LOWER,
)
from footcoach_tui.coach.decisions.situation import Situation
from footcoach_tui.coach.facts.illness import ill_day
from footcoach_tui.coach.plans.training_days import gap_rule
from footcoach_tui.coach.rules.red_flags import Urgency

_URGENT = (Urgency.NOW, Urgency.TODAY)


def urgent_flag(situation: Situation) -> Decision | None:
    """Row 1: a NOW or TODAY flag stops everything."""
    flag = next((flag for flag in situation.flags if flag.urgency in _URGENT), None)
    return Decision(Verdict.STOP, f"flag:{flag.id}", flag.advice) if flag else None


def recent_injury(situation: Situation) -> Decision | None:
    """Row 2: a fracture, operation or sprain that is not cleared."""
    return Decision(Verdict.STOP, "recent", RECENT) if situation.screening.no_session else None


def open_flag(situation: Situation) -> Decision | None:
    """Row 3: a SOON or ASK flag leaves gentle minutes, and no rehabilitation."""
    if not situation.flags:
        return None
    flag = situation.flags[0]
    if situation.is_rehab:
        return Decision(Verdict.STOP, f"open:{flag.id}", flag.advice)
    return gentle(situation, f"open:{flag.id}", flag.advice)


def red_score(situation: Situation) -> Decision | None:
    """Row 4: a score of 6 or more today."""
    return _rest(situation, "red", _red(situation)) if situation.score >= MIN_RED_PAIN else None


def ill(situation: Situation) -> Decision | None:
    """Row 5: ill or feverish; training waits for two days without fever.

    What an earlier check-in said may have been typed wrong, or be over: the person says so.
    """
    if situation.check_in.energy is Energy.ILL:
        return _rest(situation, "ill", ILL)
    day = ill_day(situation.facts)
    if day is None or situation.check_in.is_anyway:
        return None
    if day == situation.today:
        return _rest(situation, "ill", ILL, may_override=not situation.is_gentle)
    return gentle(situation, "ill", ILL, may_override=True) if situation.is_training else None


def red_days(situation: Situation) -> Decision | None:
    """Row 6a: fewer than three days since a red day; other routines go on without load."""
    if not situation.is_red_recent:
        return None
    if situation.is_rehab:
        return _rest(situation, "red", _red(situation))
    return gentle(situation, "red", GENTLE) if situation.is_training else None


def sore_days(situation: Situation) -> Decision | None:
    """Row 6b: pain after the last session puts training off; other routines go on without load."""
    if not situation.is_sore_day or not situation.is_training or situation.check_in.is_anyway:
        return None
    return gentle(situation, "sore", GENTLE, may_override=True)


def gap(situation: Situation) -> Decision | None:
    """Row 6c: the days between training sessions are not over."""
    if not situation.is_training or situation.check_in.is_anyway:
        return None
    facts = situation.facts
    if not gap_rule(facts, facts.plan, situation.level, situation.today):
        return None
    return instead(situation, Refusal("G1", GAP, situation.light_extras))


def not_today(situation: Situation) -> Decision | None:
    """Row 7: runs, a higher stage, or a gate of the whole routine; none changes rehabilitation."""
    if situation.is_rehab:
        return None
    is_anyway = situation.check_in.is_anyway
    for refusal in reasons_against(situation):
        if not (is_anyway and refusal.may_override):
            return instead(situation, refusal)
    return None


def _red(situation: Situation) -> str:
    """Return the sentence on pain above 5; a lower stage is named only where there is one."""
    progress = situation.progress
    if progress is None or len(progress.plan.stages) == 1:
        return RED
    return RED_LOWER if progress.stage > 1 else RED_FIRST


def _rest(
    situation: Situation, rule: str, sentence: str, *, may_override: bool = False
) -> Decision:
    """Return the decision to rest, with gentle minutes on offer, or those if they are asked for."""
    light = gentle(situation, rule, GENTLE)
    if situation.is_gentle and light.routine is not None:
        return light
    return Decision(Verdict.REST, rule, sentence, offers=light.offers, may_override=may_override)
