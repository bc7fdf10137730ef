"""What can be brought back of this device's months, for what is told of their damage."""

from contextlib import suppress
from pathlib import Path

from footcoach_tui.boundary.reading import UnreadableError
from footcoach_tui.cli.health.finding import counted
from footcoach_tui.cli.health.folder import HISTORY
from footcoach_tui.history.device import read_device
from footcoach_tui.history.months.remnants import Remnants, damaged_months


def in_months(data: Path) -> dict[Path, Remnants]:
    """By the month's own file: months that are damaged, were set aside, or are gone."""
    with suppress(UnreadableError, OSError):
        folder = data / HISTORY / read_device(data)
        return {folder / f"{one.month}.json": one for one in damaged_months(data)}
    return {}


def brought_back(left: Remnants) -> str:
    """What to do about it."""
    if not left.missing:
        return "nothing of it can be brought back; the next session begins a new file"
    source = f" (its backup was made on {left.day})" if left.day else ""
    what = counted(left.sessions, "session") if left.sessions else "deletions"
    return f"footcoach restore {left.month} brings back {what}{source}; undo takes that back"
