"""Stored sessions: how many there are, which are damaged, and what a restore brings back."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from footcoach_tui import wiring
from footcoach_tui.boundary.problems import Problem
from footcoach_tui.boundary.safe_read import UnreadableError
from footcoach_tui.cli.doctor.findings import (
    Fact,
    Finding,
    Findings,
    care,
    care_findings,
    note,
    ok,
)
from footcoach_tui.history.changes.restore import MonthSalvage, damaged_months
from footcoach_tui.history.device import DEVICE_FILE as DEVICE
from footcoach_tui.history.device import read_device
from footcoach_tui.history.months.files import HISTORY_FOLDER
from footcoach_tui.history.status import HistoryStatus
from footcoach_tui.text.durations import counted

_UPDATE = "update footcoach; until then the file is left alone"


def check(data: Path, today: str, *, thorough: bool = False) -> Findings:
    """Check the months of all devices; `today` is YYYY-MM-DD."""
    found = HistoryStatus.read(data, thorough=thorough)
    yield _summary(found)
    if found.latest > today:
        yield note(
            f"a session is dated {found.latest}, which is in the future",
            "check the machine's clock; e in the history changes a session's time",
        )
    damaged = damaged_files(data) if found.problems or (data / "backups").exists() else {}
    yield from care_findings([(str(one), _advice(one, damaged)) for one in found.problems])
    for path, left in damaged.items():
        if left.missing and not left.is_damaged and not left.aside:
            yield note(f"{path} is gone, and there is a backup of it", restore_advice(left))
    yield from care_findings([(str(one), _UPDATE) for one in found.newer])
    yield from _device(data)
    yield from _undo()


def damaged_files(data: Path) -> dict[Path, MonthSalvage]:
    """Months of this device that are damaged, set aside or gone, by the path of their file."""
    with suppress(UnreadableError, OSError):
        folder = data / HISTORY_FOLDER / read_device(data)
        return {folder / f"{one.month}.json": one for one in damaged_months(data)}
    return {}


def restore_advice(left: MonthSalvage) -> str:
    """Advice for a damaged month: what `footcoach restore` brings back."""
    if not left.missing:
        return "nothing of it can be restored; the next session begins a new file"
    source = f" (its backup was made on {left.day})" if left.day else ""
    what = counted(left.sessions, "session") if left.sessions else "deletions"
    return f"footcoach restore {left.month} brings back {what}{source}; undo takes that back"


def _summary(found: HistoryStatus) -> Finding:
    facts: dict[str, Fact] = {
        "sessions": found.sessions,
        "months": len(found.months),
        "devices": list(found.devices),
        "latest": found.latest or None,
        "damaged": sorted({one.file for one in found.problems}),
        "newer": sorted({one.file for one in found.newer}),
    }
    if not found.months:
        return ok("no sessions yet", **facts)
    count = f"{counted(found.sessions, 'session')} in {counted(len(found.months), 'month')}"
    devices = f"{counted(len(found.devices), 'device')}: {', '.join(found.devices)}"
    latest = f"; the latest is of {found.latest}" if found.latest else ""
    return ok(f"{count}, of {devices}{latest}", **facts)


def _advice(problem: Problem, damaged: Mapping[Path, MonthSalvage]) -> str:
    if problem.key:
        return (
            "this session is left out everywhere and stays in the file; correct its line by "
            "docs/data-format.md, or remove it"
        )
    left = damaged.get(Path(problem.file))
    if left and left.is_damaged:
        return restore_advice(left)
    return (
        "put a copy of it back, from the device that wrote it or a backup of your own; it is never "
        "overwritten before its bytes are set aside"
    )


def _device(data: Path) -> Findings:
    try:
        name = read_device(data)
    except UnreadableError as error:
        yield care(str(error), "move it away: the next session makes a new name", device=None)
        return
    if name:
        yield ok(f"this machine is called {name} in the history", device=name)
    elif (data / DEVICE).exists():
        yield care(
            f"{data / DEVICE} holds no name of a device",
            "put back the name of this machine's folder in history/, or remove the file: then "
            "the next session makes a new name",
            device=None,
        )


def _undo() -> Findings:
    history = wiring.open_history()
    changes = history.undoable()
    for problem in history.problems:
        yield care(str(problem), "move it away: it only holds what can be undone")
    yield ok(f"{counted(len(changes), 'change')} can be undone", undoable=len(changes))
