"""Sites of the foot and lower leg, and what a sore one changes."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from footcoach_tui.session.tags import Tag

NOTHING: Final[Mapping[Any, Any]] = MappingProxyType({})
"""Mapping without entries, as a default."""


class Site(StrEnum):
    """Place that may be sore. The order decides between equal scores."""

    HEEL = "heel"
    ARCH = "arch"
    BIG_TOE = "big-toe"
    FOREFOOT = "forefoot"
    ACHILLES_CORD = "achilles-cord"
    ACHILLES_BONE = "achilles-bone"
    ANKLE = "ankle"
    CALF = "calf"
    SHIN = "shin"


class SiteActions(NamedTuple):
    """Tags of steps by what is done to them: dropped, put down the chain, or halved.

    `down_off` goes down until the tag is gone, `down_one` one place.
    """

    drop: frozenset[Tag] = frozenset()
    down_off: frozenset[Tag] = frozenset()
    down_one: frozenset[Tag] = frozenset()
    halve: frozenset[Tag] = frozenset()

    @property
    def tags(self) -> frozenset[Tag]:
        """Every tag with an action."""
        return self.drop | self.down_off | self.down_one | self.halve


class SiteRule(NamedTuple):
    """Sore site: its name in a sentence ("left heel"), and its actions.

    `key` answers "Where?", with `question` beside it. `mild` are the actions for scores 1 to 2,
    `amber` those for 3 to 5. `mobility` is the routine offered when little is left of a session.
    """

    site: Site
    name: str
    key: str
    question: str
    mild: SiteActions
    amber: SiteActions
    mobility: str


class Substitutes(NamedTuple):
    """Exercises, by id, that take the place of others.

    `chains` go from harder to easier. `stand_ins` are tried in order where an exercise is dropped.
    Each set of `families` may have one member in a session.
    """

    chains: tuple[tuple[str, ...], ...] = ()
    stand_ins: Mapping[str, tuple[str, ...]] = NOTHING
    families: tuple[frozenset[str], ...] = ()

    def family(self, exercise: str) -> frozenset[str]:
        """Return the family of an exercise; itself alone if it has none."""
        return next((f for f in self.families if exercise in f), frozenset((exercise,)))

    def chain_below(self, exercise: str) -> tuple[str, ...]:
        """Return what comes after an exercise in its chain: the one it begins, else the first."""
        for chain in self.chains:
            if chain[0] == exercise:
                return chain[1:]
        for chain in self.chains:
            if exercise in chain:
                return chain[chain.index(exercise) + 1 :]
        return ()
