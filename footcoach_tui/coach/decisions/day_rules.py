"""Rules of a day on the steps of a routine: what is left out and what is made smaller."""

from collections.abc import Iterator
from functools import partial

from footcoach_tui.coach.decisions.restrictions import LeftOut, Restrictions, is_loaded
from footcoach_tui.coach.decisions.sentences import REASONS
from footcoach_tui.coach.decisions.situation import Situation
from footcoach_tui.coach.decisions.soreness import sore_sites
from footcoach_tui.coach.rules.breaks import FirstSession
from footcoach_tui.session.exercise import Exercise, Level, Tag

_IMPACT = frozenset({Tag.IMPACT})
_TENDON_AND_IMPACT = frozenset({Tag.IMPACT, Tag.TENDON})
_BEFORE_RUN = frozenset({"knee-to-wall-rock"})
"""N1: what novices may do before a run besides seated exercises."""

_REHAB_DAYS = 2
"""R0: days, today among them, on which rehabilitation counts."""


def restrictions_of(situation: Situation) -> Restrictions:
    """Return the rules on the exercises of a routine today (rows 11 and 12)."""
    return Restrictions(
        screening=situation.screening,
        sites=sore_sites(situation.scores, situation.rules),
        left_out=tuple(_left_out(situation)),
        reasons=reasons_of(situation),
    )


def reasons_of(situation: Situation) -> dict[str, str]:
    """Return the words for each rule that may apply today."""
    profile = {
        f"profile:{question}": f"profile: {question.replace('-', ' ')}"
        for question, _ in situation.screening.effects
    }
    sites = {each.rule: each.words(situation.rules) for each in situation.scores}
    flags = {f"open:{flag.id}": "until it has been checked" for flag in situation.flags}
    return REASONS | profile | sites | flags


def _left_out(situation: Situation) -> Iterator[LeftOut]:
    if situation.is_red_recent:  # row 6a
        yield LeftOut("red", is_loaded)
    if situation.is_sore_day and not situation.check_in.is_anyway:  # row 6b
        yield LeftOut("sore", is_loaded)
    if _is_rehab_recent(situation):
        yield LeftOut("R0", partial(_has_tag, _TENDON_AND_IMPACT))
    if situation.screening.is_novice and situation.is_before_run:
        yield LeftOut("N1", _is_strength)
    for rule in rules_against_impact(situation):
        yield LeftOut(rule, partial(_has_tag, _IMPACT))


def _is_rehab_recent(situation: Situation) -> bool:
    """Whether a routine of rehabilitation was played today or yesterday (R0)."""
    return any(
        session.is_counted and session.routine is not None and session.routine.is_rehab
        for day in situation.facts.last(_REHAB_DAYS)
        for session in day.sessions
    )


def rules_against_impact(situation: Situation) -> tuple[str, ...]:
    """Return the rules that forbid hops today, whatever the gate says (row 12)."""
    runs = situation.runs
    rules = {
        "short": situation.is_short,
        "N4": runs.is_tomorrow_tiring,
        "N5": runs.is_race_week,
        "N6": runs.is_after_long_run,
        "G4": situation.is_lighter_week,
        "after-flag": situation.is_impact_barred,
    }
    return tuple(rule for rule, holds in rules.items() if holds)


def _has_tag(tags: frozenset[Tag], exercise: Exercise) -> bool:
    return not tags.isdisjoint(exercise.tags)


def _is_strength(exercise: Exercise) -> bool:
    return exercise.level > Level.SEATED and exercise.id not in _BEFORE_RUN


def halving_rules(situation: Situation, exercise: Exercise) -> tuple[str, ...]:
    """Return the rules that halve a step today, but for those of sore sites (row 14)."""
    is_calf_work = situation.is_on_one_foot and Tag.TENDON in exercise.tags
    rules = {
        "N4": situation.runs.is_tomorrow_tiring and is_calf_work,
        "N6": situation.runs.is_after_long_run and is_calf_work,
        "short": situation.is_short,
        "G4": situation.is_lighter_week and situation.is_training,
        "break": situation.first_session is FirstSession.HALVED,
    }
    return tuple(rule for rule, holds in rules.items() if holds)


def fewer_rules(situation: Situation) -> tuple[str, ...]:
    """Return the rules that take a set from each step (row 14)."""
    return ("break",) if situation.first_session is FirstSession.FEWER else ()
