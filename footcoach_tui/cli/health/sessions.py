"""The stored sessions: how many there are, and which files or sessions are of no use."""

from collections.abc import Mapping
from pathlib import Path

from footcoach_tui import wiring
from footcoach_tui.boundary.problems import Problem
from footcoach_tui.boundary.reading import UnreadableError
from footcoach_tui.cli.health.finding import Fact, Finding, Findings, care, cares, counted, note, ok
from footcoach_tui.cli.health.folder import BACKUPS
from footcoach_tui.cli.health.remains import brought_back, in_months
from footcoach_tui.history.device import FILE as DEVICE
from footcoach_tui.history.device import read_device
from footcoach_tui.history.months.remnants import Remnants
from footcoach_tui.history.standing import Standing, standing

_UPDATE = "update footcoach; until then the file is left alone"


def check(data: Path, today: str, *, thorough: bool = False) -> Findings:
    """The months of all devices; `today` is YYYY-MM-DD. Every file is left as it is."""
    found = standing(data, thorough=thorough)
    yield _summary(found)
    if found.latest > today:
        yield note(
            f"a session is of {found.latest}, a day that is still to come",
            "see whether the clock was wrong; e in the history changes a session's time",
        )
    remains = in_months(data) if found.problems or (data / BACKUPS).exists() else {}
    yield from cares([(str(one), _advice(one, remains)) for one in found.problems])
    for path, left in remains.items():
        if left.missing and not left.is_damaged and not left.aside:
            yield note(f"{path} is gone, and there is a backup of it", brought_back(left))
    yield from cares([(str(one), _UPDATE) for one in found.newer])
    yield from _device(data)
    yield from _undo()


def _summary(found: Standing) -> Finding:
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
    told = f"{counted(found.sessions, 'session')} in {counted(len(found.months), 'month')}"
    devices = f"{counted(len(found.devices), 'device')}: {', '.join(found.devices)}"
    latest = f"; the latest is of {found.latest}" if found.latest else ""
    return ok(f"{told}, of {devices}{latest}", **facts)


def _advice(problem: Problem, remains: Mapping[Path, Remnants]) -> str:
    if problem.key:
        return (
            "this session is left out of every answer and stays in the file; mend its line by "
            "docs/data-format.md, or take it out"
        )
    left = remains.get(Path(problem.file))
    if left and left.is_damaged:
        return brought_back(left)
    return (
        "put a copy of it back, from the device that wrote it or a backup of your own; it is never "
        "written over before its bytes are set aside"
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
