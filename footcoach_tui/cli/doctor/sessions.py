"""Check of stored sessions: how many, which are damaged, and what a restore brings back."""

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from footcoach_tui.boundary.paths import Folders
from footcoach_tui.boundary.problems import Problem
from footcoach_tui.boundary.safe_read import UnreadableError
from footcoach_tui.cli.doctor.findings import Finding, Findings, care, care_findings, note, ok
from footcoach_tui.history.changes.restore import MonthSalvage
from footcoach_tui.history.device import (
    device_file,
    is_device_name,
    other_machines,
    read_device,
    read_name,
)
from footcoach_tui.history.months.files import HISTORY_FOLDER, is_month
from footcoach_tui.history.status import HistoryStatus
from footcoach_tui.history.store import History
from footcoach_tui.relocation import is_device_of
from footcoach_tui.text.durations import counted

_NOT_DOWNLOADED = f"{HISTORY_FOLDER}/*/.*.json.icloud"
_STRAY = (
    "move it out of the data folder, and keep it until you miss no session; sessions are only read "
    "from files that have their month, YYYY-MM, in their name"
)
_UPDATE = "update footcoach; until then the file is not changed"


def check(places: Folders, today: str, *, thorough: bool = False) -> Findings:
    """Check the months of all devices; `today` is YYYY-MM-DD."""
    history = History(places)
    status = HistoryStatus.read(history, thorough=thorough)
    yield _summary(status)
    if status.latest > today:
        yield note(
            f"a session is dated {status.latest}, which is in the future",
            "check the machine's clock; e in the history changes a session's time",
        )
    damaged = damaged_files(history)
    problems = sorted(status.problems, key=_is_stray)  # stray files must not hide other damage
    yield from care_findings([(str(bad), _advice(bad, damaged)) for bad in problems])
    for path, month in damaged.items():
        if month.missing and not month.is_damaged and not month.aside:
            yield note(f"{path} is gone, and there is a backup of it", restore_advice(month))
    yield from care_findings([(str(problem), _UPDATE) for problem in status.newer])
    for path in sorted(places.data.glob(_NOT_DOWNLOADED)):
        yield note(
            f"{path} stands for a file that is not on this machine: its sessions are missing here",
            "open its folder in the Finder and download it",
        )
    yield from _device(places, status.devices)
    yield from _undo(history)


def damaged_files(history: History) -> dict[Path, MonthSalvage]:
    """Months of this device that are damaged, set aside or gone, by the path of their file."""
    with suppress(UnreadableError, OSError):
        folder = history.folders.data / HISTORY_FOLDER / read_device(history.folders.state)
        return {folder / f"{month.month}.json": month for month in history.damaged_months()}
    return {}


def restore_advice(month: MonthSalvage) -> str:
    """Advice for a damaged month: what `footcoach restore` brings back."""
    if not month.missing:
        return "all that can be read of it is in the history; the next session starts a new file"
    source = f" (its backup was made on {month.day})" if month.day else ""
    what = counted(month.sessions, "session") if month.sessions else "deletions"
    return f"footcoach restore {month.month} restores {what}{source}; footcoach undo undoes that"


def _summary(status: HistoryStatus) -> Finding:
    sentence = "no sessions yet"
    if status.months:
        count = f"{counted(status.sessions, 'session')} in {counted(len(status.months), 'month')}"
        devices = f"{counted(len(status.devices), 'device')}: {', '.join(status.devices)}"
        latest = f"; the latest is of {status.latest}" if status.latest else ""
        sentence = f"{count}, of {devices}{latest}"
    return ok(
        sentence,
        sessions=status.sessions,
        months=len(status.months),
        devices=list(status.devices),
        latest=status.latest or None,
        damaged=sorted({problem.file for problem in status.problems}),
        newer=sorted({problem.file for problem in status.newer}),
    )


def _advice(problem: Problem, damaged: Mapping[Path, MonthSalvage]) -> str:
    if problem.key:
        return (
            "this session is left out everywhere and stays in the file; correct its line "
            "(see docs/data-format.md), or remove it"
        )
    month = damaged.get(Path(problem.file))
    if month and month.is_damaged:
        return restore_advice(month)
    if _is_stray(problem):
        return _STRAY
    return (
        "put a copy of it back, from the device that wrote it or a backup of your own; footcoach "
        "never overwrites it without keeping a copy"
    )


def _is_stray(problem: Problem) -> bool:
    """Whether another program made the file: a name that no month or no device has."""
    path = Path(problem.file)
    is_json = path.suffix == ".json"
    if path.parent.name == HISTORY_FOLDER:
        return is_json
    is_own = is_json and is_month(path.stem) and is_device_name(path.parent.name)
    return not is_own and path.parent.parent.name == HISTORY_FOLDER


def _device(places: Folders, devices: Sequence[str]) -> Findings:
    """Name this machine and the others; `devices` are the names of the folders of the history."""
    folder = places.state
    try:
        name = read_device(folder)
    except UnreadableError as error:
        yield care(str(error), "move it away: the next session creates a new name", device=None)
        return
    file = device_file(folder)
    if name:
        yield ok(f"this machine is called {name} in the history", device=name)
    elif file.exists():
        yield care(
            f"{file} does not contain a device name",
            "put back the name of this machine's folder in history/, or remove the file: then "
            "the next session creates a new name",
            device=None,
        )
    elif devices:
        yield ok("this machine has no name in the history yet; its first session creates one")
    yield from _other_machines(places, folder, name, devices)


def _other_machines(places: Folders, folder: Path, name: str, devices: Sequence[str]) -> Findings:
    others = [device for device in devices if device != name]
    if others:
        sentence = f"{counted(len(others), 'other device')} in the data folder: {', '.join(others)}"
        yield ok(sentence, others=others)
    if sharing := other_machines(folder):
        yield ok(
            f"{folder} is shared with {', '.join(sharing)}, or was copied from there: this machine "
            "gets a name of its own",
            sharing=list(sharing),
        )
    old = places.data / "device"
    with suppress(UnreadableError):
        if (old_name := read_name(old)) and not is_device_of(os.uname().nodename, old_name):
            yield note(
                f"the data folder was copied from another machine, {old_name}, or is shared with "
                "it: this machine gets a name of its own",
                f"if {old_name} no longer uses this folder, delete {old}",
                made_by=old_name,
            )


def _undo(history: History) -> Findings:
    changes = history.undoable()
    if problem := history.undo_problem():
        yield care(str(problem), "move it away: it only holds what can be undone")
    yield ok(f"{counted(len(changes), 'change')} can be undone", undoable=len(changes))
