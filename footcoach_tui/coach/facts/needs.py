"""Conditions that a stage or a gate needs, by id: whether the log shows them, and in words."""

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from footcoach_tui.coach.facts.facts import Facts
from footcoach_tui.coach.facts.gate_conditions import has_balance, has_raises, may_hop

_SHOWN: Final[Mapping[str, tuple[Callable[[Facts], bool], str]]] = {
    "raises-3x12": (has_raises, "3 sets of 12 heel raises on each leg"),
    "balance-30": (has_balance, "balance 30 s on each leg"),
    "hop-days": (may_hop, "a day without hops, and at most two days with hops in seven"),
}


class NeedStatus(NamedTuple):
    """Condition in words, and whether it is met; None where the log cannot tell."""

    is_met: bool | None
    sentence: str


def need_status(facts: Facts, need: str) -> NeedStatus:
    """Return a condition, by its id, as the log shows it up to today."""
    shown, words = _SHOWN.get(need, (None, ""))
    if shown is None:
        return NeedStatus(None, facts.rules.needs.get(need, need))
    return NeedStatus(shown(facts), words)
