"""Labels for a moment of a session, the same on a screen and in plain lines."""

from collections.abc import Collection, Iterator

from footcoach_tui.session.dose import Breath, Measurement
from footcoach_tui.session.routine import Routine, Step
from footcoach_tui.session.side import Side
from footcoach_tui.session.timeline import Segment, SegmentKind
from footcoach_tui.text.durations import format_duration

SIDE_LABELS = {Side.BOTH: "both sides", Side.LEFT: "left side", Side.RIGHT: "right side"}
BREATH_LABELS = {Breath.IN: "breathe in", Breath.OUT: "breathe out", Breath.FREE: ""}
_FAR = "far-"
_PLURALS = {"calf": "calves", "thigh": "thighs"}


def rep_and_set_labels(segment: Segment, step: Step) -> tuple[str, str]:
    """Return the labels of the rep and of the set; "" where there is only one."""
    word = step.dose.work.word
    if segment.kind is SegmentKind.WAIT and not isinstance(step.dose.work, Measurement):
        return f"{segment.reps} {word}s at your own pace", _set_label(segment)
    if segment.kind is SegmentKind.COUNT_UP:
        return "reps so far" if segment.beat else "", _set_label(segment)
    rep = f"{word} {segment.rep} of {segment.reps}" if segment.reps > 1 else ""
    return rep, _set_label(segment)


def _set_label(segment: Segment) -> str:
    return f"set {segment.set_no} of {segment.sets}" if segment.sets > 1 else ""


def segment_title(segment: Segment, step: Step) -> str:
    """Return the present activity in a few words."""
    match segment.kind:
        case SegmentKind.PREP:
            return step.exercise.name
        case SegmentKind.SWITCH:
            return f"change to the {SIDE_LABELS[segment.side]}"
        case SegmentKind.REST | SegmentKind.GAP:
            return "rest"
        case SegmentKind.AFTER_HOLD:
            return "take your time"
        case SegmentKind.WAIT:
            work = step.dose.work
            if isinstance(work, Measurement):
                return work.question
            return f"{segment.reps} reps at your own pace"
        case _:
            return segment.phase


def next_label(following: Segment | None, routine: Routine) -> str:
    if following is None:
        return "the end"
    step = routine.steps[following.step]
    match following.kind:
        case SegmentKind.PREP:
            return f"{step.exercise.name}, {SIDE_LABELS[following.side]}"
        case SegmentKind.REST | SegmentKind.GAP:
            return f"rest {format_duration(following.seconds)}"
        case SegmentKind.MOVE | SegmentKind.HOLD | SegmentKind.RELAX:
            return f"{following.phase}, {format_duration(following.seconds)}"
        case _:
            return segment_title(following, step)


def working_parts_label(segment: Segment) -> str:
    """Return the parts that work or are stretched, which the figure shows lit, in words."""
    parts = " and ".join(_part_labels(segment.motion.lit))
    return f"feel: {parts}" if parts else ""


def _part_labels(lit: Collection[str]) -> Iterator[str]:
    for part in lit:
        near = part.removeprefix(_FAR)
        is_both = near in lit and f"{_FAR}{near}" in lit
        if part == near:
            yield f"both {_PLURALS[near]}" if is_both else part.replace("-", " ")
        elif not is_both:
            yield f"the other {near}"


def coaching_cue(segment: Segment, step: Step) -> str:
    """Return the cue of the phase, or else one of the exercise's cues, in turn by rep.

    Before the work it is the starting position.
    """
    if segment.kind is SegmentKind.PREP and step.exercise.start:
        return step.exercise.start
    if segment.cue:
        return segment.cue
    cues = step.exercise.cues
    return cues[(segment.rep - 1) % len(cues)] if cues else ""
