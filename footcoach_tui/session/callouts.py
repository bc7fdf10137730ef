"""The moments inside a segment that are worth telling: half-way, and the last three seconds."""

from dataclasses import dataclass

from footcoach_tui.session.timeline import Segment, SegmentKind

_MIN_HALF_WAY_SECONDS = 20.0
"""A hold or part of this many seconds or more gets a half-way call."""

MIN_COUNTED_SECONDS = 5.0
"""Work of this many seconds or more is counted out; shorter phases are their own rhythm."""

COUNTED_SECONDS = (3, 2, 1)


@dataclass(frozen=True, slots=True)
class Callout:
    """`left` is 3, 2 or 1 for a count, None for half-way; `offset` is seconds into the segment."""

    offset: float
    left: int | None = None


def callouts(segment: Segment, length: float) -> tuple[Callout, ...]:
    """The marks of a segment that is `length` seconds long, in order.

    `length` differs from the segment's own where the person made it longer or shorter.
    """
    found: list[Callout] = []
    if segment.kind.is_work and length >= _MIN_HALF_WAY_SECONDS:
        found.append(Callout(length / 2))
    if not segment.kind.is_work or length >= MIN_COUNTED_SECONDS:
        found.extend(Callout(length - left, left) for left in COUNTED_SECONDS if length >= left)
    return () if segment.kind is SegmentKind.WAIT else tuple(found)
