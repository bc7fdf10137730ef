"""Labels and count of a moment."""

from footcoach_tui.app.appearance.glyphs import STATE_GLYPHS
from footcoach_tui.app.exercise_view.big_text import dot_columns
from footcoach_tui.session.dose import Measurement
from footcoach_tui.session.side import Side
from footcoach_tui.session.timeline import Segment, SegmentKind, Timeline
from footcoach_tui.session.view import SessionState, SessionView
from footcoach_tui.text.durations import format_countdown, format_minutes
from footcoach_tui.text.labels import rep_and_set_labels, segment_title

_TENTHS_SECONDS = 3.0
"""Last seconds of a hold, counted in tenths."""

_MIN_HOLD_FOR_TENTHS = 5.0
_MIN_COUNT_TEXT = "00"
_MIN_WAIT_SECONDS = 60.0
_HOLD = "hold"
_RESUME_HINT = "space resumes"
_DONE_HINT = "enter when you are done"
_GO_ON_HINT = "enter goes on"
_STOP_HINT = "enter when you stop"
_MEASURE_HINT = "enter to type the result"


def band_text(view: SessionView) -> str:
    """The state as a sign, what to do in capitals, and the key to press if it waits."""
    segment, step = view.segment, view.step
    title = segment_title(segment, step)
    words: tuple[str, ...] = (title.upper(),)
    match view.state:
        case SessionState.COUNT_IN:
            words = (f"RESUMING IN {format_countdown(view.count_in)}", title)
        case SessionState.PAUSED:
            words = ("PAUSED", *_gap_text(view), _RESUME_HINT, title)
        case SessionState.WAITING | SessionState.COUNTING:
            words = (title.upper(), _key_hint(view))
        case SessionState.GET_READY:
            words = ("GET READY", title)
        case SessionState.HOLD if _HOLD not in title.lower():
            words = (f"{_HOLD.upper()}: {title.upper()}",)
        case SessionState.READY | SessionState.FINISHED | SessionState.LEFT:
            words = (view.state.upper(),)
    return f"{STATE_GLYPHS[view.state]} {' · '.join(words)}"


def key_labels(view: SessionView) -> dict[str, str]:
    """Labels of keys in this state, by command, what is next first; "" where a key does nothing."""
    if view.state is SessionState.READY:
        return {"session.play": "Start", "session.far": "", "session.done": ""}
    play = {"session.play": "Resume" if view.state is SessionState.PAUSED else "Pause"}
    done = {"session.done": _done_label(view)}
    leave = {"back": ""}  # the key that leaves does the same
    is_next = view.state in (SessionState.WAITING, SessionState.COUNTING)
    return done | play | leave if is_next else play | done | leave


def _done_label(view: SessionView) -> str:
    """Label of the enter key."""
    match view.state:
        case SessionState.WAITING:
            if _is_after_hold(view):
                return "Go on"
            return "Result" if isinstance(view.step.dose.work, Measurement) else "Done"
        case SessionState.COUNTING:
            return "Stop"
        case SessionState.GET_READY | SessionState.REST | SessionState.CHANGE_SIDE:
            return "Skip"
    return ""


def far_title(view: SessionView) -> str:
    """Instruction in the few words of a view from afar."""
    match view.state:
        case SessionState.COUNT_IN:
            return "resuming in"
        case SessionState.PAUSED | SessionState.GET_READY:
            return view.state.value
        case SessionState.WAITING | SessionState.COUNTING if not _is_after_hold(view):
            return "your own pace" if view.state is SessionState.WAITING else "counting up"
        case SessionState.CHANGE_SIDE:
            return "change side"
    return segment_title(view.segment, view.step)


def far_lines(view: SessionView) -> tuple[str, ...]:
    """The side, the rep and the set; then less and less of it, for where that is too long."""
    side = view.segment.side
    labels = rep_and_set_labels(view.segment, view.step)
    words = [word for word in ("" if side is Side.BOTH else side.value, *labels) if word]
    return tuple("  ".join(words[:count]) for count in range(len(words), 0, -1)) or ("",)


def far_hint(view: SessionView) -> str:
    """The keys to press, by the state."""
    match view.state:
        case SessionState.PAUSED:
            return " · ".join((*_gap_text(view), "space resume", "f close up"))
        case SessionState.WAITING | SessionState.COUNTING:
            return f"{_key_hint(view)} · f close up"
    return "space pause · → next · f close up"


def count_text(view: SessionView, *, has_room_for_tenths: bool) -> str:
    """The count: reps of a test to a beat, seconds up in a wait or test, down elsewhere."""
    if view.segment.beat:
        return str(view.segment.reps_after(view.elapsed))
    if view.segment.ends_by_key:
        return format_minutes(int(view.elapsed))
    tenths = view.segment.kind is SegmentKind.HOLD and view.length >= _MIN_HOLD_FOR_TENTHS
    if tenths and has_room_for_tenths and 0 < view.remaining <= _TENTHS_SECONDS:
        return f"{view.remaining:.1f}"
    return format_countdown(view.remaining)


def widest_count(timeline: Timeline, step: int) -> str:
    """Text as wide as the widest count of a step."""
    return max(
        (_widest(segment) for segment in timeline.segments if segment.step == step),
        key=dot_columns,
        default=_MIN_COUNT_TEXT,
    )


def _widest(segment: Segment) -> str:
    if segment.ends_by_key:
        seconds = max(segment.seconds, _MIN_WAIT_SECONDS)
        return str(segment.reps_after(seconds)) if segment.beat else format_minutes(seconds)
    zeros = (":" if sign == ":" else "0" for sign in format_countdown(segment.seconds))
    return "".join(zeros).rjust(2, "0")


def _key_hint(view: SessionView) -> str:
    """Sentence about the enter key in a wait or a test."""
    if view.state is SessionState.COUNTING:
        return _STOP_HINT
    if _is_after_hold(view):
        return _GO_ON_HINT
    return _MEASURE_HINT if isinstance(view.step.dose.work, Measurement) else _DONE_HINT


def _is_after_hold(view: SessionView) -> bool:
    return view.segment.kind is SegmentKind.AFTER_HOLD


def _gap_text(view: SessionView) -> tuple[str, ...]:
    if view.pause and view.pause.gap:
        return (f"no input for {format_minutes(view.pause.gap)}",)
    return ()
