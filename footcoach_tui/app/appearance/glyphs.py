"""Glyphs that show a state by shape, so that nothing depends on colour alone."""

from footcoach_tui.session.side import Side
from footcoach_tui.session.view import SessionState, StepStatus

STATE_GLYPHS = {
    SessionState.READY: "▷",
    SessionState.GET_READY: "▷",
    SessionState.WORK: "▶",
    SessionState.HOLD: "■",
    SessionState.REST: "○",
    SessionState.CHANGE_SIDE: "⇄",
    SessionState.COUNTING: "▲",
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
_TRACK = "─"


def bar(fraction: float, width: int, *, has_track: bool = False) -> tuple[str, str]:
    """Full and empty part of a bar, `width` cells together, true to an eighth of a cell.

    With `has_track` the empty part is a line, for themes that give it no background of its own.
    """
    eighths = round(max(0.0, min(1.0, fraction)) * width * 8)
    full, part = divmod(eighths, 8)
    filled = "█" * full + (_EIGHTHS[part] if part else "")
    return filled, (_TRACK if has_track else " ") * (width - len(filled))
