"""Rules that made a recorded session lighter, by the changes of its steps (0.1, 1.3)."""

from collections.abc import Iterable, Mapping
from typing import Final

from footcoach_tui.coach.answers.documents import texts

PASSING_RULES: Final = frozenset(("short", "N4", "N6", "break", "G4", "little"))
"""Rules that alone make a session neither clean nor the end of a row of clean ones (0.1)."""

_LIGHTER_RULES: Final = PASSING_RULES | {"red", "sore", "R0"}
"""Rules of changes that make a session lighter, beside those of sites and X2 (1.3)."""

_LIGHTER_PREFIXES: Final = ("site:", "X2:")


def lighter_rules(rule: str, changes: Iterable[Mapping[str, object]]) -> frozenset[str]:
    """Return the rules that made a session lighter, with `little` where little was left of it.

    Those of the profile, of gates, and of rungs do not: they are part of the usual session.
    """
    named = {rule}.union(*(texts(change.get("rules")) or () for change in changes))
    return frozenset(
        each for each in named if each in _LIGHTER_RULES or each.startswith(_LIGHTER_PREFIXES)
    )
