"""Labels and count of a moment."""

from footcoach_tui.app.appearance.glyphs import STATE_GLYPHS
from footcoach_tui.app.exercise_view.big_text import dot_columns
from footcoach_tui.session.dose import Measurement
from footcoach_tui.session.side import Side
from footcoach_tui.session.timeline import Segment, SegmentKind, Timeline
from footcoach_tui.session.view import SessionState, SessionView
from footcoach_tui.text.durations import format_countdown, format_minutes
from footcoach_tui.text.labels import coaching_cue, segment_title

_TENTHS_SECONDS = 3.0
"""Last seconds of a hold, counted in tenths."""

_MIN_HOLD_FOR_TENTHS = 5.0
_MIN_COUNT_TEXT = "00"
_MIN_WAIT_SECONDS = 60.0
_RESUME_HINT = "space resumes"
_DONE_HINT = "enter when you are done"
_STOP_HINT = "enter when you stop"
_MEASURE_HINT = "enter to type the result"


def state_line(view: SessionView) -> str:
    """The state, and the key to press if it waits."""
    glyph = STATE_GLYPHS[view.state]
    if view.state is SessionState.COUNT_IN:
        return f"{glyph} RESUMING IN {format_countdown(view.count_in)}"
    if view.state is SessionState.PAUSED:
        return " · ".join((f"{glyph} PAUSED", *_gap_text(view), _RESUME_HINT))
    if view.state is SessionState.WAITING:
        return f"{glyph} WAITING FOR YOU · {_key_hint(view)}"
    if view.state is SessionState.COUNTING:
        return f"{glyph} COUNTING UP · {_STOP_HINT}"
    return f"{glyph} {view.state.value.upper()}"


def state_words(view: SessionView) -> tuple[str, ...]:
    """The state and the side, to be written large."""
    state = {SessionState.COUNT_IN: "resuming in", SessionState.WAITING: "waiting"}.get(
        view.state, view.state
    )
    side = view.segment.side
    return (state.upper(), *(() if side is Side.BOTH else (side.upper(),)))


def phase_line(view: SessionView) -> str:
    """The phase, or the key to press in a wait."""
    segment, step = view.segment, view.step
    if view.state is SessionState.PAUSED:
        return " · ".join((*_gap_text(view), _RESUME_HINT))
    if view.state in (SessionState.WAITING, SessionState.COUNTING):
        return f"{capitalise(segment_title(segment, step))} · {_key_hint(view)}"
    if segment.kind is SegmentKind.PREP:  # its title is the exercise, which is shown above
        return coaching_cue(segment, step)
    return capitalise(segment_title(segment, step))


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


def capitalise(text: str) -> str:
    return text[:1].upper() + text[1:]


def _widest(segment: Segment) -> str:
    if segment.ends_by_key:
        seconds = max(segment.seconds, _MIN_WAIT_SECONDS)
        return str(segment.reps_after(seconds)) if segment.beat else format_minutes(seconds)
    zeros = (":" if sign == ":" else "0" for sign in format_countdown(segment.seconds))
    return "".join(zeros).rjust(2, "0")


def _key_hint(view: SessionView) -> str:
    """What the enter key does in a wait or a test."""
    if view.state is SessionState.COUNTING:
        return _STOP_HINT
    return _MEASURE_HINT if isinstance(view.step.dose.work, Measurement) else _DONE_HINT


def _gap_text(view: SessionView) -> tuple[str, ...]:
    if view.pause and view.pause.gap:
        return (f"no input for {format_minutes(view.pause.gap)}",)
    return ()
