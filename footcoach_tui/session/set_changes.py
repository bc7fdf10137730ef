"""Sets that are played with more or less work than the routine has."""

from dataclasses import dataclass, replace

from footcoach_tui.session.dose import Reps, Work, halved_work
from footcoach_tui.session.side import Side

SetKey = tuple[int, int, Side]
"""Key of a set in a session: (step, set number from 1, side)."""


@dataclass(frozen=True, slots=True)
class SetChanges:
    """Sets with half the work, and sets with reps added (negative: taken away).

    One with alternating sides has the key of its first side.
    """

    halved: frozenset[SetKey] = frozenset()
    added_reps: tuple[tuple[SetKey, int], ...] = ()

    def work(self, key: SetKey, work: Work) -> Work:
        """Return the work of a set whose step has `work`."""
        if key in self.halved:
            work = halved_work(work)
        added = self.added(key)
        return replace(work, reps=max(1, work.reps + added)) if isinstance(work, Reps) else work

    def added(self, key: SetKey) -> int:
        return dict(self.added_reps).get(key, 0)

    def of_step(self, step: int) -> "SetChanges":
        """Return the changes of one step, counted from 0."""
        return SetChanges(
            frozenset(key for key in self.halved if key[0] == step),
            tuple(added for added in self.added_reps if added[0][0] == step),
        )

    def with_added(self, key: SetKey, reps: int) -> "SetChanges":
        """Return the changes with reps added to a set, on top of those before."""
        added = dict(self.added_reps) | {key: self.added(key) + reps}
        return replace(self, added_reps=tuple(added.items()))


NO_CHANGES = SetChanges()
