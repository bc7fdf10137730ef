"""Reps more or less in a set that is being done."""

from footcoach_tui.session.checks import RefusedError
from footcoach_tui.session.commands import AddReps, Adjust
from footcoach_tui.session.dose import Reps, Sides
from footcoach_tui.session.timeline import Segment, Timeline

_SECONDS = 10
"""Seconds by which a timer is changed at once."""

_MAX_REPS = 200


def adjustment(timeline: Timeline, segment: Segment, sign: int) -> AddReps | Adjust:
    """Return the command for more (`sign` 1) or less (-1): a rep where reps are done, else time."""
    return AddReps(sign) if _is_of_reps(timeline, segment) else Adjust(sign * _SECONDS)


def with_reps_added(timeline: Timeline, segment: Segment, reps: int) -> Timeline:
    """Return the timeline with reps added to the set of a segment (negative: taken away).

    Up to the segment nothing changes. Raises RefusedError where the reps cannot be changed.
    """
    if not _is_of_reps(timeline, segment):
        raise RefusedError("There are no reps to change here.")
    if segment.reps + reps < segment.rep:
        raise RefusedError("This is the last rep.")
    if segment.reps + reps > _MAX_REPS:
        raise RefusedError("It cannot have more reps.")
    dose = timeline.routine.steps[segment.step].dose
    side = timeline.first if dose.sides is Sides.ALTERNATING else segment.side
    changes = timeline.changes.with_added((segment.step, segment.set_no, side), reps)
    return timeline.with_changes(changes)


def _is_of_reps(timeline: Timeline, segment: Segment) -> bool:
    work = timeline.routine.steps[segment.step].dose.work
    return segment.kind.is_work and isinstance(work, Reps)
