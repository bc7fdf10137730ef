"""Which moment of which figure belongs to a moment of a session."""

from collections.abc import Iterator

from footcoach_tui.app.stage.reels import Shown, Take, take_of
from footcoach_tui.session.timeline import Segment, SegmentKind, Timeline
from footcoach_tui.session.view import View


class Film:
    """What is drawn along one timeline."""

    def __init__(self, timeline: Timeline) -> None:
        """Nothing is worked out before it is asked for."""
        self.timeline = timeline
        self._rehearsals: dict[int, tuple[Take, ...]] = {}

    def shown(self, view: View, *, still: bool = False) -> Shown | None:
        """What is drawn now: the phase under way, or, in a wait, what comes after it, in a loop.

        At the end of a phase it is the end of its take, also where the phase was made longer.
        A `still` is the pose that the phase, or the first one after a wait, is to reach.
        """
        segment = view.segment
        if segment.kind.is_work and segment.kind is not SegmentKind.WAIT:
            take = take_of(segment, view.step)
            moment = 1.0 if still else view.fraction
            return Shown(take, moment * take.seconds) if take else None
        takes = self.rehearsal(segment)
        return still_of(takes) if still else moment_of(takes, view.elapsed)

    def takes_of(self, step: int) -> tuple[Take, ...]:
        """All that is drawn in one step, each take once; none for a step that is not there."""
        work = (one for one in self.timeline.segments if one.step == step and one.kind.is_work)
        return tuple(dict.fromkeys(take for one in work for take in self._take(one)))

    def rehearsal(self, waiting: Segment) -> tuple[Take, ...]:
        """The first round of work after a wait, in the same step."""
        if waiting.index not in self._rehearsals:
            takes = (take for one in self._next_round(waiting) for take in self._take(one))
            self._rehearsals[waiting.index] = tuple(takes)
        return self._rehearsals[waiting.index]

    def _next_round(self, waiting: Segment) -> Iterator[Segment]:
        for segment in self.timeline.segments[waiting.index :]:
            if segment.step != waiting.step:
                return
            if segment.kind.is_work:
                yield segment
                if segment.ends_rep:
                    return

    def _take(self, segment: Segment) -> Iterator[Take]:
        take = take_of(segment, self.timeline.routine.steps[segment.step])
        if take:
            yield take


def still_of(takes: tuple[Take, ...]) -> Shown | None:
    """The pose that the first of takes reaches; None where there are none."""
    return Shown(takes[0], takes[0].seconds) if takes else None


def moment_of(takes: tuple[Take, ...], seconds: float) -> Shown | None:
    """A moment of takes that follow each other again and again; None where there are none."""
    if not takes:
        return None
    left = seconds % sum(take.seconds for take in takes)
    for take in takes:
        if left < take.seconds:
            return Shown(take, left)
        left -= take.seconds
    return Shown(takes[-1], takes[-1].seconds)
