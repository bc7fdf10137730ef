"""Cues, given by sound, voice or notification: the cue for an event, and its words.

Of the events between two ticks only the latest gets a cue: those that came late, because the
machine or the terminal was busy, are not made up for.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from footcoach_tui.session.dose import Measurement
from footcoach_tui.session.events import (
    Beat,
    Began,
    Counted,
    Finished,
    HalfWay,
    Paused,
    PlayerEvent,
    Resumed,
)
from footcoach_tui.session.timeline import Segment, SegmentKind, Timeline
from footcoach_tui.session.view import SessionView
from footcoach_tui.text.durations import counted, spoken_duration
from footcoach_tui.text.labels import SIDE_LABELS

_LETTERS_PER_SECOND = 13.0
"""Letters that a voice speaks in a second: 160 words a minute of five letters, with room."""

_BETWEEN_ROUNDS = (SegmentKind.GAP, SegmentKind.AFTER_HOLD)


class CueKind(StrEnum):
    """Kind of a cue; each sounds different."""

    READY = "get ready"
    START = "start"
    PHASE = "next phase"
    HALF_WAY = "half-way"
    LAST = "last three seconds"
    BEAT = "beat"
    SIDE = "change of side"
    REST = "rest"
    WAIT = "waiting for you"
    PAUSED = "paused"
    RESUMED = "resumed"
    END = "end"


@dataclass(frozen=True, slots=True)
class Cue:
    """Cue with its words, which are pieces of a sentence, the most important first.

    `seconds_to_speak` are the seconds of the session before the last three are counted, infinite
    where nothing is counted. `notice` is the text of a notification, "" where none is needed.
    """

    kind: CueKind
    words: tuple[str, ...] = ()
    seconds_to_speak: float = math.inf
    notice: str = ""

    def sentence(self, speed: float = 1.0) -> str:
        """Return as many of the words, from the first on, as can be spoken in time; may be "".

        `speed` is how much faster than the real clock the session runs.
        """
        letters = self.seconds_to_speak / speed * _LETTERS_PER_SECOND
        sentence = ""
        for piece in self.words:
            longer = f"{sentence}, {piece}" if sentence else piece
            if len(longer) > letters:
                break
            sentence = longer
        return sentence


def cue_for(events: Sequence[PlayerEvent], timeline: Timeline, view: SessionView) -> Cue | None:
    """Return the cue for events, or None; `view` is the session after them.

    The start of a segment ranks above a count in the same instant, as in a rest of three seconds.
    """
    latest_rank: tuple[float, bool] = (-math.inf, False)
    latest_cue: Cue | None = None
    for event in events:
        cue = _cue(event, timeline, view)
        rank = (round(event.at, 3), not isinstance(event, Counted | Beat))
        if cue and rank >= latest_rank:
            latest_rank, latest_cue = rank, cue
    return latest_cue


def _cue(event: PlayerEvent, timeline: Timeline, view: SessionView) -> Cue | None:
    match event:
        case Began(_, index):
            return _segment_cue(timeline.segments[index], timeline)
        case Counted():
            return Cue(CueKind.LAST)
        case Beat():
            return Cue(CueKind.BEAT)
        case HalfWay():
            left = f"{spoken_duration(round(view.remaining))} left"
            return Cue(
                CueKind.HALF_WAY, ("half-way", left), view.remaining - Segment.COUNTED_SECONDS[0]
            )
        case Paused(_, gap):
            notice = "Paused: no input" if gap else ""
            return Cue(CueKind.PAUSED, ("paused",), notice=notice)
        case Resumed():
            return Cue(CueKind.RESUMED)
        case Finished():
            return Cue(CueKind.END, ("finished", timeline.routine.title), notice="Finished")
    return None


def _segment_cue(segment: Segment, timeline: Timeline) -> Cue:
    name = timeline.routine.steps[segment.step].exercise.name
    side = SIDE_LABELS[segment.side]
    ahead = _next_words(segment, timeline)
    match segment.kind:
        case SegmentKind.PREP:
            start = timeline.routine.steps[segment.step].exercise.start
            pieces = (f"get ready for {name}", side, start, _first_rep(segment, timeline))
            first = tuple(filter(None, pieces))
            return Cue(CueKind.READY, first, _seconds_to_speak(segment), f"{name}, {side}")
        case SegmentKind.REST | SegmentKind.GAP:
            return Cue(
                CueKind.REST,
                (f"rest, {spoken_duration(segment.seconds)}", ahead),
                _seconds_to_speak(segment),
            )
        case SegmentKind.SWITCH:
            return Cue(
                CueKind.SIDE, (f"change to the {side}", name, ahead), _seconds_to_speak(segment)
            )
        case SegmentKind.AFTER_HOLD if segment.waits:
            asked = ("take your time", "press enter to go on", ahead)
            return Cue(CueKind.WAIT, asked)
        case SegmentKind.AFTER_HOLD:
            said = (f"wait, {spoken_duration(segment.seconds)}", ahead)
            return Cue(CueKind.REST, said, _seconds_to_speak(segment))
        case SegmentKind.WAIT:
            words = (
                name,
                side,
                _rep_words(segment, timeline),
                "press enter when you are done",
                ahead,
            )
            return Cue(CueKind.WAIT, words, notice=f"{name} waits for you")
    return _work_cue(segment, timeline, (name, side, _rep_words(segment, timeline), ahead))


def _work_cue(segment: Segment, timeline: Timeline, words: tuple[str, ...]) -> Cue:
    before = timeline.segments[segment.index - 1] if segment.index else None
    seconds = _seconds_to_speak(segment)
    if before is None or before.kind in (SegmentKind.PREP, SegmentKind.SWITCH, SegmentKind.REST):
        return Cue(CueKind.START, words, seconds)
    if before.kind in _BETWEEN_ROUNDS and before.side is segment.side:
        return Cue(CueKind.START, words[2:], seconds)
    if before.side is not segment.side:
        return Cue(CueKind.SIDE, words[1:], seconds)
    if before.set_key != segment.set_key:
        return Cue(CueKind.START, words, seconds)
    return Cue(CueKind.PHASE)


def _seconds_to_speak(segment: Segment) -> float:
    is_counted = not segment.kind.is_work or segment.seconds >= Segment.MIN_COUNTED_SECONDS
    return segment.seconds - Segment.COUNTED_SECONDS[0] if is_counted else segment.seconds


def _rep_words(segment: Segment, timeline: Timeline) -> str:
    work = timeline.routine.steps[segment.step].dose.work
    word = work.word
    if isinstance(work, Measurement):
        return work.question
    if segment.kind is SegmentKind.COUNT_UP:
        return f"at most {spoken_duration(segment.seconds)}, press enter when you stop"
    if segment.kind is SegmentKind.WAIT:
        return f"{counted(segment.reps, word)} at your own pace"
    now = segment.phase or word
    if segment.reps > 1 and now == word:
        now = f"{word} {segment.rep} of {segment.reps}"
    return f"{now}, {spoken_duration(segment.seconds)}"


def _first_rep(segment: Segment, timeline: Timeline) -> str:
    """Return the first rep after a get-ready; "" if there is none."""
    following = timeline.segment_after(segment)
    return f"first {_work_words(following, timeline)}" if following else ""


def _next_words(segment: Segment, timeline: Timeline) -> str:
    """Return the activity after the present set; in a rest or another wait, after that wait."""
    following = timeline.segment_after(segment)
    while segment.kind.is_work and following and _is_same_set(segment, following):
        following = timeline.segment_after(following)
    return f"then {_following_words(following, timeline)}"


def _following_words(following: Segment | None, timeline: Timeline) -> str:
    if following is None:
        return "the end"
    name = timeline.routine.steps[following.step].exercise.name
    match following.kind:
        case SegmentKind.PREP:
            return f"{name}, {SIDE_LABELS[following.side]}"
        case SegmentKind.REST | SegmentKind.GAP:
            return f"rest, {spoken_duration(following.seconds)}"
        case SegmentKind.SWITCH:
            return f"the {SIDE_LABELS[following.side]}"
        case SegmentKind.AFTER_HOLD:
            return "a wait"
    return f"{_work_words(following, timeline)}, {SIDE_LABELS[following.side]}"


def _work_words(segment: Segment, timeline: Timeline) -> str:
    set_no = f", set {segment.set_no} of {segment.sets}" if segment.sets > 1 else ""
    return _rep_words(segment, timeline) + set_no


def _is_same_set(segment: Segment, following: Segment) -> bool:
    is_part_of_set = following.kind.is_work or following.kind in _BETWEEN_ROUNDS
    return is_part_of_set and following.set_key == segment.set_key
