"""Progress of a session, set by set, and what was said of its steps. The best attempt counts."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from footcoach_tui.session.set_changes import SetChanges, SetKey
from footcoach_tui.session.side import Side
from footcoach_tui.session.timeline import Segment, SegmentKind, Timeline

_TOLERANCE = 0.05
"""Seconds by which a complete set may fall short: sums of floats are not exact."""


@dataclass(frozen=True, slots=True, order=True)
class Attempt:
    """Reps completed, and seconds exercised.

    `value` is the result that was measured; `is_done`: the last segment was done to its end. `at`
    is when its work began, in seconds on the wall from the start of the session.
    """

    reps: int = 0
    seconds: float = 0.0
    value: float | None = field(default=None, compare=False)
    is_done: bool = field(default=False, compare=False)
    at: float | None = field(default=None, compare=False)

    def plus(
        self, segment: Segment, seconds: float, *, is_done: bool, value: float | None = None
    ) -> "Attempt":
        """Return the attempt with the seconds of a segment, and its reps if it ends a rep."""
        reps = 0
        if segment.beat:
            reps = segment.reps_after(seconds)
        elif is_done and segment.ends_rep:
            reps = segment.reps if segment.kind is SegmentKind.WAIT else 1
        return Attempt(self.reps + reps, self.seconds + seconds, value, is_done, self.at)


class StepHurt(NamedTuple):
    """Score that a step, counted from 0, was given as it hurt."""

    step: int
    score: int
    is_end: bool = False
    """Whether the step ended with it."""

    is_sharp: bool = False
    """Whether it was said to be sharp, without a score."""


class StepNote(NamedTuple):
    """Note at a second of the session, pauses not counted, in a step counted from 0."""

    step: int
    side: Side
    second: float
    text: str


def _planned(segment: Segment, before: Attempt) -> Attempt:
    """Return what a segment adds to the plan; of a test only that it is done."""
    if segment.kind is SegmentKind.COUNT_UP:
        return Attempt(before.reps + 1, before.seconds, is_done=True)
    return before.plus(segment, segment.seconds, is_done=True)


class SetProgress:
    """Planned and best attempt of each set.

    `flags` are the red flags that are true, by id; None if the list was not answered. A shallow
    copy is a snapshot.
    """

    def __init__(self, timeline: Timeline) -> None:
        self._current: dict[SetKey, Attempt] = {}
        self._best: dict[SetKey, Attempt] = {}
        self.hurts: tuple[StepHurt, ...] = ()
        self.notes: tuple[StepNote, ...] = ()
        self.flags: tuple[str, ...] | None = None
        self._answered_hurts = 0
        """Number of hurts after which the list of red flags was answered."""
        self._planned_changes: SetChanges | None = None
        self.plan(timeline)

    def plan(self, timeline: Timeline) -> None:
        """Set the plan to that of a timeline, with the same sets; what was done stays.

        Reps that were added or taken away are no part of the plan.
        """
        self.timeline = timeline
        self._first_segments: dict[SetKey, int] = {}
        for segment in timeline.segments:
            if segment.kind.is_work:
                self._first_segments.setdefault(segment.set_key, segment.index)
        changes = replace(timeline.changes, added_reps=())
        if changes != self._planned_changes:
            self._planned_changes = changes
            self._plan_sets(timeline.with_changes(changes))

    def _plan_sets(self, timeline: Timeline) -> None:
        self.planned: dict[SetKey, Attempt] = {}
        for segment in timeline.segments:
            if segment.kind.is_work:
                key = segment.set_key
                self.planned[key] = _planned(segment, self.planned.get(key, Attempt()))
        self._sets: dict[int, tuple[SetKey, ...]] = {}
        for key in self.planned:
            self._sets[key[0]] = (*self.sets_of(key[0]), key)

    @property
    def needs_flags(self) -> bool:
        """Whether the red flags are still to be asked, as a step was ended since they were."""
        return any(hurt.is_end for hurt in self.hurts[self._answered_hurts :])

    def report_flags(self, flags: Iterable[str]) -> None:
        """Add red flags that are true, as the list was answered."""
        self.flags = tuple(dict.fromkeys((*(self.flags or ()), *flags)))
        self._answered_hurts = len(self.hurts)

    def add(
        self,
        segment: Segment,
        seconds: float,
        *,
        at: float,
        is_done: bool,
        value: float | None = None,
    ) -> None:
        """Add time spent in a segment, and the rep it ends if it was done to its end.

        `at` is when the segment began, in seconds on the wall from the start of the session. Of a
        test the last attempt counts that was done to its end.
        """
        if not segment.kind.is_work:
            return
        key = segment.set_key
        is_first = segment.index == self._first_segments[key]
        before = Attempt(at=at) if is_first else self._current.get(key, Attempt(at=at))
        attempt = before.plus(segment, seconds, is_done=is_done, value=value)
        best = max(attempt, self._best.get(key, attempt))
        if is_done and (segment.kind is SegmentKind.COUNT_UP or value is not None):
            best = attempt
        # New mappings each time, for the snapshots.
        self._current = {**self._current, key: attempt}
        self._best = {**self._best, key: best}

    def complete_all(self, side: Side = Side.BOTH) -> None:
        """Take every set as done as planned, or only those that are not of the other side."""
        left_out = side.other if side is not Side.BOTH else None
        self._best = {
            key: planned for key, planned in self.planned.items() if key[2] is not left_out
        }

    def best_attempt(self, key: SetKey) -> Attempt:
        return self._best.get(key, Attempt())

    def is_complete(self, key: SetKey) -> bool:
        """Whether a set was done as planned."""
        planned, done = self.planned[key], self.best_attempt(key)
        if planned.seconds == 0 and not done.is_done:  # work that the person ends
            return False
        return done.reps >= planned.reps and done.seconds >= planned.seconds - _TOLERANCE

    def sets_of(self, step: int) -> tuple[SetKey, ...]:
        """Return the sets of a step, in the order they are done."""
        return self._sets.get(step, ())
