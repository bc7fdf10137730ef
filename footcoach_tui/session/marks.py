"""The moments inside a segment that are worth telling: half-way, and the last three seconds."""

from dataclasses import dataclass

from footcoach_tui.session.timeline import Segment, SegmentKind

HALF_WAY_FROM = 20.0
"""A hold or part of this many seconds or more gets a half-way call."""

COUNT_FROM = 5.0
"""Work of this many seconds or more is counted out; shorter phases are their own rhythm."""

LAST_SECONDS = (3, 2, 1)


@dataclass(frozen=True, slots=True)
class Mark:
    """`left` is 3, 2 or 1 for a count, None for half-way; `offset` is seconds into the segment."""

    offset: float
    left: int | None = None


def marks(segment: Segment, length: float) -> tuple[Mark, ...]:
    """The marks of a segment that is `length` seconds long, in order.

    `length` differs from the segment's own where the person made it longer or shorter.
    """
    found: list[Mark] = []
    if segment.kind.is_work and length >= HALF_WAY_FROM:
        found.append(Mark(length / 2))
    if not segment.kind.is_work or length >= COUNT_FROM:
        found.extend(Mark(length - left, left) for left in LAST_SECONDS if length >= left)
    return () if segment.kind is SegmentKind.WAIT else tuple(found)
