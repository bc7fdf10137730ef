"""Ladders: an exercise made harder by small steps, rung by rung."""

from dataclasses import dataclass

from footcoach_tui.coach.rules.sites import Site


@dataclass(frozen=True, slots=True)
class Rung:
    """Dose on a ladder, of one exercise or of several that share it.

    `amount` is reps of a set, or the seconds of a hold or a bout as `unit` says.
    """

    number: int
    exercises: tuple[str, ...]
    sets: int
    amount: int
    unit: str = "reps"
    pause: int = 0


@dataclass(frozen=True, slots=True)
class Ladder:
    """Rungs in order; those with exercises that do not exist are left out but keep their numbers.

    `sites` are those whose pain matters to it. `clean` clean sessions in a row lead a rung up.
    `caps` is the highest rung at each stage, from the first; 0 where the ladder is not open yet.
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

    def cap(self, stage: int) -> int:
        """Return the highest rung at a stage, from 1; that of the last stage beyond it."""
        return self.caps[min(stage, len(self.caps)) - 1] if self.caps else self.rungs[-1].number

    def rung(self, number: int) -> Rung:
        """Return the rung of a number, or the one below where there is none."""
        return max((r for r in self.rungs if r.number <= number), key=lambda r: r.number)
