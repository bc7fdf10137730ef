"""Ladders: an exercise made harder by small steps, rung by rung."""

from collections.abc import Mapping
from typing import NamedTuple

from footcoach_tui.coach.rules.sites import NOTHING, Site


class Rung(NamedTuple):
    """Dose on a ladder, of one exercise or of several that share it.

    `unit` is "reps": `amount` reps in each set; "seconds": sets of `amount` seconds, held or
    walked; or "bouts": `sets` bouts of `amount` seconds each, `pause` seconds apart. `hold` are
    the least seconds of the hold in a rep, 0 for any. With `each` it is done one foot at a time.
    """

    number: int
    exercises: tuple[str, ...]
    sets: int
    amount: int
    unit: str = "reps"
    pause: int = 0
    rest: int = 0
    hold: int = 0
    each: bool = False
    note: str = ""


class Ladder(NamedTuple):
    """Rungs in order; those with exercises that do not exist are left out but keep their numbers.

    `sites` are those whose pain matters to it. `clean` clean sessions in a row lead a rung up.
    `caps` is the highest rung at each stage, from the first; 0 where the ladder is not open yet.
    `starts` is the first rung of a plan that is begun at each stage. `in_plans` has first and
    highest rung in other plans, by id. `least_days` pass on a rung before the next one. From
    `gate_from` on a rung needs the gate of hops; 0 for none.
    """

    id: str
    name: str
    is_loaded: bool
    sites: frozenset[Site]
    rungs: tuple[Rung, ...]
    caps: tuple[int, ...] = ()
    clean: int = 2
    plan: str = ""
    """Plan that alone has this ladder, by id, or ""."""

    starts: tuple[int, ...] = ()
    in_plans: Mapping[str, tuple[int, int]] = NOTHING
    least_days: int = 0
    gate_from: int = 0

    def cap(self, stage: int, plan: str = "") -> int:
        """Return the highest rung at a stage, from 1; that of the last stage beyond it."""
        if plan in self.in_plans:
            return self.in_plans[plan][1]
        return self.caps[min(stage, len(self.caps)) - 1] if self.caps else self.rungs[-1].number

    def start(self, stage: int, plan: str = "") -> int:
        """Return the first rung of a plan that is begun at a stage, from 1."""
        if plan in self.in_plans:
            return self.in_plans[plan][0]
        return self.starts[min(stage, len(self.starts)) - 1] if self.starts else 1

    def rung(self, number: int) -> Rung:
        """Return the rung of a number, or the one below where there is none."""
        return max((r for r in self.rungs if r.number <= number), key=lambda r: r.number)
