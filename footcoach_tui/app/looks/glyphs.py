"""The signs that tell a state by shape, so that colour is never alone."""

from footcoach_tui.session.dose import Side
from footcoach_tui.session.view import State, StepMark

STATE_SIGNS = {
    State.READY: "▷",
    State.GET_READY: "▷",
    State.WORK: "▶",
    State.HOLD: "■",
    State.REST: "○",
    State.CHANGE_SIDE: "⇄",
    State.WAITING: "◆",
    State.COUNT_IN: "▷",
    State.PAUSED: "‖",
    State.FINISHED: "✓",
    State.LEFT: "✓",
}
SIDE_SIGNS = {Side.LEFT: "◀ ■ □", Side.RIGHT: "□ ■ ▶", Side.BOTH: "■ ■"}
MARK_SIGNS = {
    StepMark.TO_COME: "·",
    StepMark.CURRENT: "▶",
    StepMark.DONE: "✓",
    StepMark.PART: "◐",
    StepMark.SKIPPED: "–",
}
EIGHTHS = " ▏▎▍▌▋▊▉█"
TRACK = "─"
"""The empty part of a bar where colours cannot be mixed."""


def bar(fraction: float, width: int, track: str = " ") -> tuple[str, str]:
    """The full and the empty part of a bar, `width` cells together, true to an eighth of a cell.

    The empty part is of `track`, for where it has no ground of its own to be seen by.
    """
    eighths = round(max(0.0, min(1.0, fraction)) * width * 8)
    full, part = divmod(eighths, 8)
    filled = "█" * full + (EIGHTHS[part] if part else "")
    return filled, track * (width - len(filled))
