"""The signs that tell a state by shape, so that colour is never alone."""

from footcoach_tui.session.side import Side
from footcoach_tui.session.view import SessionState, StepStatus

STATE_GLYPHS = {
    SessionState.READY: "▷",
    SessionState.GET_READY: "▷",
    SessionState.WORK: "▶",
    SessionState.HOLD: "■",
    SessionState.REST: "○",
    SessionState.CHANGE_SIDE: "⇄",
    SessionState.WAITING: "◆",
    SessionState.COUNT_IN: "▷",
    SessionState.PAUSED: "‖",
    SessionState.FINISHED: "✓",
    SessionState.LEFT: "✓",
}
SIDE_GLYPHS = {Side.LEFT: "◀ ■ □", Side.RIGHT: "□ ■ ▶", Side.BOTH: "■ ■"}
STEP_GLYPHS = {
    StepStatus.TO_COME: "·",
    StepStatus.CURRENT: "▶",
    StepStatus.DONE: "✓",
    StepStatus.PART: "◐",
    StepStatus.SKIPPED: "–",
}
_EIGHTHS = " ▏▎▍▌▋▊▉█"
BAR_TRACK = "─"
"""The empty part of a bar where colours cannot be mixed."""


def bar(fraction: float, width: int, track: str = " ") -> tuple[str, str]:
    """The full and the empty part of a bar, `width` cells together, true to an eighth of a cell.

    The empty part is of `track`, for where it has no ground of its own to be seen by.
    """
    eighths = round(max(0.0, min(1.0, fraction)) * width * 8)
    full, part = divmod(eighths, 8)
    filled = "█" * full + (_EIGHTHS[part] if part else "")
    return filled, track * (width - len(filled))
