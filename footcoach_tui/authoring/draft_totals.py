"""Totals of a routine that is composed: minutes, sides, equipment and positions."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from footcoach_tui.session.exercise import Equipment, Position
from footcoach_tui.session.routine import Routine
from footcoach_tui.session.side import Side
from footcoach_tui.session.timeline import SegmentKind, Timeline, compile_timeline
from footcoach_tui.text.durations import counted, format_minutes

_POSITIONS = {Position.HANDS_KNEES: "on hands and knees"}


class DraftTotals(NamedTuple):
    """Totals of a routine.

    `seconds` are those of its timeline, `work` those of work by side; `is_own_pace` is whether it
    also takes the time that a person takes. `positions` are in order, each until the next change.
    """

    steps: int
    seconds: float
    work: dict[Side, float]
    equipment: tuple[Equipment, ...]
    positions: tuple[Position, ...]
    is_own_pace: bool = False

    @classmethod
    def of(cls, routine: Routine) -> "DraftTotals":
        timeline = compile_timeline(routine)
        return cls(
            steps=len(routine.steps),
            seconds=timeline.total,
            work=_work(timeline),
            equipment=routine.equipment,
            positions=tuple(
                position for position, _ in groupby(s.exercise.position for s in routine.steps)
            ),
            is_own_pace=any(each.kind is SegmentKind.WAIT for each in timeline.segments),
        )

    @property
    def changes(self) -> int:
        """Number of changes of position."""
        return len(self.positions) - 1

    def lines(self) -> Iterator[tuple[str, str]]:
        """Yield a label and a text for each total."""
        own = " and your own pace" if self.is_own_pace else ""
        yield "Length", f"{format_minutes(self.seconds)}{own}, {counted(self.steps, 'step')}"
        yield "Sides", _sides(self.work)
        yield "You need", ", ".join(self.equipment) or "nothing"
        words = ", ".join(_POSITIONS.get(each, str(each)) for each in self.positions)
        yield "Positions", f"{words} ({counted(self.changes, 'change')})" if self.changes else words


def _work(timeline: Timeline) -> dict[Side, float]:
    work = dict.fromkeys(Side, 0.0)
    for segment in timeline.segments:
        if segment.kind.is_work:
            work[segment.side] += segment.seconds
    return work


def _sides(work: dict[Side, float]) -> str:
    left, right, both = work[Side.LEFT], work[Side.RIGHT], work[Side.BOTH]
    parts = []
    if left == right and left:
        parts.append(f"{format_minutes(left)} of work each")
    elif left or right:
        parts.append(f"left {format_minutes(left)}, right {format_minutes(right)}")
    if both:
        parts.append(f"{format_minutes(both)} both together")
    return ", ".join(parts) or "at your own pace"
