"""What a person is told besides the screen: which cue an event is, and its words.

A cue says what is now. Of all that fell due between two looks only the latest is one: what came
late, because the machine or the terminal was busy, is not made up for.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from footcoach_tui.session.callouts import COUNTED_SECONDS, MIN_COUNTED_SECONDS
from footcoach_tui.session.events import (
    Began,
    Counted,
    Finished,
    HalfWay,
    Paused,
    PauseReason,
    PlayerEvent,
    Resumed,
)
from footcoach_tui.session.timeline import Segment, SegmentKind, Timeline
from footcoach_tui.session.view import SessionView
from footcoach_tui.text.speech import (
    spoken_duration,
    spoken_first_rep,
    spoken_next,
    spoken_rep,
    spoken_side,
)

_LETTERS_PER_SECOND = 13.0
"""Letters that a voice speaks in a second: 160 words a minute of five letters, with room."""


class CueKind(StrEnum):
    """The kinds of cues, each to be told from the others with closed eyes."""

    READY = "get ready"
    START = "start"
    PHASE = "next phase"
    HALF_WAY = "half-way"
    LAST = "last three seconds"
    SIDE = "change of side"
    REST = "rest"
    WAIT = "waiting for you"
    PAUSED = "paused"
    RESUMED = "going on"
    END = "end"


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue. `words` are pieces of a sentence, the most important first.

    `room` is how many seconds of the session there are to speak in before the last three are
    counted, endless where nothing is counted. `notice` is a line for somebody who looks
    elsewhere, "" where the cue is no reason to look up.
    """

    kind: CueKind
    words: tuple[str, ...] = ()
    seconds_to_speak: float = math.inf
    notice: str = ""

    def sentence(self, speed: float = 1.0) -> str:
        """As many of the words, from the first on, as can be spoken in time; may be "".

        `speed` is how much faster than the real clock the session runs.
        """
        letters = self.seconds_to_speak / speed * _LETTERS_PER_SECOND
        said = ""
        for piece in self.words:
            longer = f"{said}, {piece}" if said else piece
            if len(longer) > letters:
                break
            said = longer
        return said


def cue_for(events: Sequence[PlayerEvent], timeline: Timeline, view: SessionView) -> Cue | None:
    """The cue for what has just happened; None where nobody need be told.

    `view` is the session after the events. What begins goes before the seconds that are counted
    in the same instant, which is so where it is as short as these.
    """
    latest: tuple[float, bool] = (-math.inf, False)
    found: Cue | None = None
    for event in events:
        cue = _cue(event, timeline, view)
        rank = (round(event.at, 3), not isinstance(event, Counted))
        if cue and rank >= latest:
            latest, found = rank, cue
    return found


def _cue(event: PlayerEvent, timeline: Timeline, view: SessionView) -> Cue | None:
    match event:
        case Began(_, index):
            return _beginning(timeline.segments[index], timeline)
        case Counted():
            return Cue(CueKind.LAST)
        case HalfWay():
            left = f"{spoken_duration(round(view.remaining))} left"
            return Cue(CueKind.HALF_WAY, ("half-way", left), view.remaining - COUNTED_SECONDS[0])
        case Paused(_, PauseReason.GAP):
            return Cue(CueKind.PAUSED, ("paused",), notice="Paused: nobody was here")
        case Paused():
            return Cue(CueKind.PAUSED, ("paused",))
        case Resumed():
            return Cue(CueKind.RESUMED)
        case Finished():
            return Cue(CueKind.END, ("finished", timeline.routine.title), notice="Finished")
    return None


def _beginning(segment: Segment, timeline: Timeline) -> Cue:
    """The cue for the beginning of a segment."""
    name = timeline.routine.steps[segment.step].exercise.name
    side = spoken_side(segment)
    ahead = spoken_next(segment, timeline)
    match segment.kind:
        case SegmentKind.PREP:
            first = (f"get ready for {name}", side, spoken_first_rep(segment, timeline))
            return Cue(CueKind.READY, first, _room(segment), f"{name}, {side}")
        case SegmentKind.REST | SegmentKind.GAP:
            return Cue(
                CueKind.REST, (f"rest, {spoken_duration(segment.seconds)}", ahead), _room(segment)
            )
        case SegmentKind.SWITCH:
            return Cue(CueKind.SIDE, (f"change to the {side}", name, ahead), _room(segment))
        case SegmentKind.WAIT:
            words = (name, side, spoken_rep(segment, timeline), "tell me when you are done", ahead)
            return Cue(CueKind.WAIT, words, notice=f"{name} waits for you")
    return _work(segment, timeline, (name, side, spoken_rep(segment, timeline), ahead))


def _work(segment: Segment, timeline: Timeline, words: tuple[str, ...]) -> Cue:
    """Work begins a set, goes on with it, or goes over to the other side."""
    before = timeline.segments[segment.index - 1] if segment.index else None
    room = _room(segment)
    if before is None or before.kind in (SegmentKind.PREP, SegmentKind.SWITCH, SegmentKind.REST):
        return Cue(CueKind.START, words, room)
    if before.kind is SegmentKind.GAP:
        return Cue(CueKind.START, words[2:], room)
    if before.side is not segment.side:
        return Cue(CueKind.SIDE, words[1:], room)
    if before.set_key != segment.set_key:
        return Cue(CueKind.START, words, room)
    return Cue(CueKind.PHASE)


def _room(segment: Segment) -> float:
    """Seconds before the last three are counted; all of them where they are not."""
    is_counted = not segment.kind.is_work or segment.seconds >= MIN_COUNTED_SECONDS
    return segment.seconds - COUNTED_SECONDS[0] if is_counted else segment.seconds
