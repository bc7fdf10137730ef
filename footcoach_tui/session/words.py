"""The words for a moment of a session, the same on a screen and in plain lines."""

from footcoach_tui.session.dose import Breath, Side
from footcoach_tui.session.routine import Routine, Step
from footcoach_tui.session.timeline import Segment, SegmentKind

SIDE_WORDS = {Side.BOTH: "both sides", Side.LEFT: "left side", Side.RIGHT: "right side"}
BREATH_WORDS = {Breath.IN: "breathe in", Breath.OUT: "breathe out", Breath.FREE: ""}

MINUTE = 60


def minutes(seconds: float) -> str:
    """Seconds as m:ss, rounded up: what is left is never told as less than it is.

    >>> minutes(323)
    '5:23'
    """
    whole = max(0, -int(-seconds // 1))
    return f"{whole // 60}:{whole % 60:02d}"


def count(seconds: float) -> str:
    """What is left, as it is counted: whole seconds below a minute, m:ss from there.

    >>> count(41.2), count(60)
    ('42', '1:00')
    """
    whole = max(0, -int(-seconds // 1))
    return str(whole) if whole < MINUTE else minutes(whole)


def spoken(seconds: float) -> str:
    """A length in words as short as they go.

    >>> spoken(3), spoken(90)
    ('3 s', '1:30')
    """
    return f"{seconds:g} s" if seconds < MINUTE else minutes(seconds)


def counter(segment: Segment, step: Step) -> tuple[str, str]:
    """Which rep and which set this is; an empty text where there is only one."""
    word = step.dose.work.word
    if segment.kind is SegmentKind.WAIT:
        return f"{segment.reps} {word}s at your own pace", _set_of(segment)
    rep = f"{word} {segment.rep} of {segment.reps}" if segment.reps > 1 else ""
    return rep, _set_of(segment)


def _set_of(segment: Segment) -> str:
    return f"set {segment.set_no} of {segment.sets}" if segment.sets > 1 else ""


def title(segment: Segment, step: Step) -> str:
    """What is happening now, in a few words."""
    match segment.kind:
        case SegmentKind.PREP:
            return step.exercise.name
        case SegmentKind.SWITCH:
            return f"change to the {SIDE_WORDS[segment.side]}"
        case SegmentKind.REST | SegmentKind.GAP:
            return "rest"
        case SegmentKind.WAIT:
            return f"{segment.reps} reps at your own pace"
        case _:
            return segment.phase


def upcoming(then: Segment | None, routine: Routine) -> str:
    """What comes after the present segment."""
    if then is None:
        return "the end"
    step = routine.steps[then.step]
    match then.kind:
        case SegmentKind.PREP:
            return f"{step.exercise.name}, {SIDE_WORDS[then.side]}"
        case SegmentKind.REST | SegmentKind.GAP:
            return f"rest {spoken(then.seconds)}"
        case SegmentKind.MOVE | SegmentKind.HOLD | SegmentKind.RELAX:
            return f"{then.phase}, {spoken(then.seconds)}"
        case _:
            return title(then, step)


def felt(segment: Segment) -> str:
    """Where it works or is stretched: what the figure shows lit, in words."""
    parts = " and ".join(part.replace("-", " ") for part in segment.motion.lit)
    return f"feel: {parts}" if parts else ""


def cue(segment: Segment, step: Step) -> str:
    """What to mind now: the phase's own cue, else one of the exercise's, in turn by rep."""
    if segment.cue:
        return segment.cue
    cues = step.exercise.cues
    return cues[(segment.rep - 1) % len(cues)] if cues else ""
