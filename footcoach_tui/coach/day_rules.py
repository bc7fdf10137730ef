"""Rules of a day on the steps of a routine: what is left out and what is made smaller."""

from collections.abc import Iterator
from functools import partial

from footcoach_tui.coach.restrictions import LeftOut, Restrictions
from footcoach_tui.coach.sentences import REASONS
from footcoach_tui.coach.situation import Situation
from footcoach_tui.coach.soreness import sore_sites
from footcoach_tui.session.exercise import Exercise, Tag

_NO_IMPACT = frozenset({Tag.IMPACT})


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
    if situation.is_short:
        yield LeftOut("short", partial(has_tag, _NO_IMPACT))


def has_tag(tags: frozenset[Tag], exercise: Exercise) -> bool:
    return not tags.isdisjoint(exercise.tags)


def halving_rules(situation: Situation, exercise: Exercise) -> tuple[str, ...]:
    """Return the rules that halve a step today, but for those of sore sites (row 14)."""
    del exercise
    return ("short",) if situation.is_short else ()


def fewer_rules(situation: Situation) -> tuple[str, ...]:
    """Return the rules that take a set from each step (row 14)."""
    del situation
    return ()
