"""Halving of the sets that come next in a step that hurts."""

from dataclasses import replace

from footcoach_tui.session.dose import Sides
from footcoach_tui.session.set_changes import SetKey
from footcoach_tui.session.side import Side
from footcoach_tui.session.timeline import Segment, Timeline


def with_next_sets_halved(timeline: Timeline, segment: Segment) -> Timeline:
    """Return the timeline with less in the rest of a segment's step.

    On each side the first set that begins after the segment has half its work; a set is halved
    once at most. Up to the segment nothing changes.
    """
    is_alternating = timeline.routine.steps[segment.step].dose.sides is Sides.ALTERNATING
    begun: set[SetKey] = set()
    coming: dict[Side, SetKey] = {}
    for each in timeline.segments:
        if each.step != segment.step or not each.kind.is_work:
            continue
        side = timeline.first if is_alternating else each.side
        key = (each.step, each.set_no, side)
        if each.index <= segment.index:
            begun.add(key)
        elif key not in begun:
            coming.setdefault(side, key)
    halved = timeline.changes.halved | frozenset(coming.values())
    changes = replace(timeline.changes, halved=halved)
    return timeline.with_changes(changes)
