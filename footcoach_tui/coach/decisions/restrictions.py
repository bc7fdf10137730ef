"""Restrictions of a day: what profile, sore sites and other rules do to exercises."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from typing import NamedTuple

from footcoach_tui.coach.facts.screening import Screening
from footcoach_tui.coach.rules.sites import SiteActions
from footcoach_tui.session.exercise import Exercise, Tag

_LOADED_TAGS = frozenset(
    {
        Tag.IMPACT,
        Tag.TENDON,
        Tag.ONE_LEG,
        Tag.BELOW,
        Tag.FOREFOOT,
        Tag.TOE_BEND,
        Tag.FASCIA,
    }
)
_LOADED = frozenset({"short-foot-standing"})


def is_loaded(exercise: Exercise) -> bool:
    """Whether an exercise loads foot or leg so that it is left out after high pain."""
    return exercise.id in _LOADED or not _LOADED_TAGS.isdisjoint(exercise.tags)


class Strength(IntEnum):
    """Action on a step by strength, the strongest last."""

    HALVE = 1
    DOWN_ONE = 2
    DOWN_OFF = 3
    DROP = 4
    LEAVE = 5


class Demand(NamedTuple):
    """Action that rules ask for."""

    strength: Strength
    rules: tuple[str, ...]

    @property
    def is_for_site(self) -> bool:
        return any(rule.startswith(("site:", "X2:")) for rule in self.rules)


class SoreSite(NamedTuple):
    """Actions for a sore site, with the id of the rule."""

    rule: str
    actions: SiteActions


class LeftOut(NamedTuple):
    """Rule that leaves out exercises today, whatever could take their place."""

    rule: str
    holds: Callable[[Exercise], bool]


@dataclass(frozen=True, slots=True)
class Restrictions:
    """All rules on exercises of a day; `reasons` are the words for each rule."""

    screening: Screening = field(default_factory=Screening)
    sites: tuple[SoreSite, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    reasons: dict[str, str] = field(default_factory=dict)

    def demand(self, exercise: Exercise) -> Demand | None:
        """Return the strongest action on an exercise, with every rule that asks for it."""
        demands = list(self._demands(exercise))
        if not demands:
            return None
        strongest = max(strength for strength, _ in demands)
        rules = (rule for strength, rule in demands if strength is strongest)
        return Demand(strongest, tuple(dict.fromkeys(rules)))

    def is_free(self, exercise: Exercise, *, as_stand_in: bool) -> bool:
        """Whether an exercise may take the place of another.

        A stand-in may not have a tag that goes down one place either.
        """
        least = Strength.DOWN_ONE if as_stand_in else Strength.DOWN_OFF
        return all(strength < least for strength, _ in self._demands(exercise))

    def halving(self, exercise: Exercise) -> tuple[str, ...]:
        """Return the rules of the sites that halve an exercise."""
        tags = frozenset(exercise.tags)
        return tuple(rule for rule, actions in self.sites if actions.halve & tags)

    def words(self, rules: tuple[str, ...]) -> str:
        """Return the reasons of rules, for the brackets of a sentence."""
        return ", ".join(dict.fromkeys(self.reasons.get(rule, rule) for rule in rules))

    def _demands(self, exercise: Exercise) -> Iterator[tuple[Strength, str]]:
        tags = frozenset(exercise.tags)
        for rule, holds in self.left_out:
            if holds(exercise):
                yield Strength.LEAVE, rule
        excluded = self.screening.excluded(exercise)
        if excluded:
            yield Strength.DROP, excluded
        for rule, actions in self.sites:
            if actions.drop & tags:
                yield Strength.DROP, rule
            if actions.down_off & tags:
                yield Strength.DOWN_OFF, rule
            if actions.down_one & tags:
                yield Strength.DOWN_ONE, rule
            if actions.halve & tags:
                yield Strength.HALVE, rule
