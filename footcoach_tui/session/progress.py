"""What was done of each set, as the session goes. The best attempt at a set counts."""

from dataclasses import dataclass

from footcoach_tui.session.timeline import Segment, SegmentKind, SetKey, Timeline


@dataclass(frozen=True, slots=True, order=True)
class Attempt:
    """Reps seen through, and seconds exercised."""

    reps: int = 0
    seconds: float = 0.0


class SetProgress:
    """Planned and done, set by set."""

    def __init__(self, timeline: Timeline) -> None:
        """Open a ledger with nothing done yet."""
        self.planned: dict[SetKey, Attempt] = {}
        self._opening: dict[SetKey, int] = {}
        for segment in timeline.segments:
            if segment.kind.is_work:
                self._opening.setdefault(segment.set_key, segment.index)
                before = self.planned.get(segment.set_key, Attempt())
                self.planned[segment.set_key] = _credited(before, segment, segment.seconds)
        self._now: dict[SetKey, Attempt] = {}
        self._best: dict[SetKey, Attempt] = {}

    def add(self, segment: Segment, seconds: float, *, seen_through: bool) -> None:
        """Add time spent in a segment, and the rep it ends if it was seen through."""
        if not segment.kind.is_work:
            return
        key = segment.set_key
        opening = segment.index == self._opening[key]
        before = Attempt() if opening else self._now.get(key, Attempt())
        after = _credited(before, segment, seconds, seen_through=seen_through)
        self._now[key] = after
        self._best[key] = max(after, self._best.get(key, after))

    def best_attempt(self, key: SetKey) -> Attempt:
        """The best attempt at a set so far."""
        return self._best.get(key, Attempt())

    def is_complete(self, key: SetKey) -> bool:
        """Whether a set was done as planned."""
        planned, done = self.planned[key], self.best_attempt(key)
        return done.reps >= planned.reps and done.seconds >= planned.seconds - _TOLERANCE

    def sets_of(self, step: int) -> tuple[SetKey, ...]:
        """The sets of a step, in the order they are done."""
        return tuple(key for key in self.planned if key[0] == step)

    def copy(self) -> "SetProgress":
        """The same entries, free to go another way."""
        twin = object.__new__(SetProgress)
        twin.planned, twin._opening = self.planned, self._opening
        twin._now, twin._best = dict(self._now), dict(self._best)
        return twin


_TOLERANCE = 0.05
"""Seconds by which a set may fall short and still be full: sums of floats are not exact."""


def _credited(
    before: Attempt, segment: Segment, seconds: float, *, seen_through: bool = True
) -> Attempt:
    """An attempt with one more segment in it."""
    reps = 0
    if seen_through and segment.ends_rep:
        reps = segment.reps if segment.kind is SegmentKind.WAIT else 1
    return Attempt(before.reps + reps, before.seconds + seconds)
