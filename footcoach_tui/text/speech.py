"""A moment of a session as it is spoken: in whole words, without signs that a voice spells out."""

from footcoach_tui.session.timeline import Segment, SegmentKind, Timeline
from footcoach_tui.text.durations import SECONDS_PER_MINUTE, counted
from footcoach_tui.text.labels import SIDE_LABELS


def spoken_duration(seconds: float) -> str:
    """A length in words, to the second.

    >>> length(1), length(20), length(90)
    ('1 second', '20 seconds', '1 minute 30')
    """
    whole = max(0, round(seconds))
    minutes, rest = divmod(whole, SECONDS_PER_MINUTE)
    if not minutes:
        return counted(rest, "second")
    return f"{counted(minutes, 'minute')} {rest}" if rest else counted(minutes, "minute")


def spoken_side(segment: Segment) -> str:
    """The side, such as ``left side``."""
    return SIDE_LABELS[segment.side]


def spoken_rep(segment: Segment, timeline: Timeline) -> str:
    """What is to be done now: a rep and its phase, with its length."""
    word = timeline.routine.steps[segment.step].dose.work.word
    if segment.kind is SegmentKind.WAIT:
        return f"{counted(segment.reps, word)} at your own pace"
    now = segment.phase or word
    if segment.reps > 1 and now == word:
        now = f"{word} {segment.rep} of {segment.reps}"
    return f"{now}, {spoken_duration(segment.seconds)}"


def spoken_first_rep(segment: Segment, timeline: Timeline) -> str:
    """What the first work after a get-ready is; "" if there is none."""
    then = _then(segment, timeline)
    return f"first {_work_of(then, timeline)}" if then else ""


def spoken_next(segment: Segment, timeline: Timeline) -> str:
    """What comes next: behind the present set where it is work, else behind the present wait."""
    then = _then(segment, timeline)
    while segment.kind.is_work and then and _is_same_set(segment, then):
        then = _then(then, timeline)
    return f"then {_what(then, timeline)}"


def _what(then: Segment | None, timeline: Timeline) -> str:
    if then is None:
        return "the end"
    name = timeline.routine.steps[then.step].exercise.name
    match then.kind:
        case SegmentKind.PREP:
            return f"{name}, {spoken_side(then)}"
        case SegmentKind.REST | SegmentKind.GAP:
            return f"rest, {spoken_duration(then.seconds)}"
        case SegmentKind.SWITCH:
            return f"the {spoken_side(then)}"
    return f"{_work_of(then, timeline)}, {spoken_side(then)}"


def _work_of(segment: Segment, timeline: Timeline) -> str:
    set_no = f", set {segment.set_no} of {segment.sets}" if segment.sets > 1 else ""
    return spoken_rep(segment, timeline) + set_no


def _is_same_set(here: Segment, then: Segment) -> bool:
    is_inside = then.kind.is_work or then.kind is SegmentKind.GAP
    return is_inside and then.set_key == here.set_key


def _then(segment: Segment, timeline: Timeline) -> Segment | None:
    after = segment.index + 1
    return timeline.segments[after] if after < len(timeline.segments) else None
