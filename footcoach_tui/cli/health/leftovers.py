"""What lies beside the sessions: unfinished ones, files set aside, backups, and leavings."""

import re
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from footcoach_tui.cli.health.finding import Findings, care, cares, counted, note, ok
from footcoach_tui.cli.health.folder import BACKUPS, RUNNING, Entry, below, entries, own_entries

_ASIDE = re.compile(r".*\.json\.corrupt-[0-9a-f]+")
_DAY = 86_400.0
_SET_ASIDE = "was set aside: it could not be read when a session was to be added"
_MEND = (
    "mend a copy of it and take its sessions in again, or move it out of the data folder if "
    "nothing in it is missed"
)


def check(data: Path, now: float) -> Findings:
    """By names and times of change alone; `now` is in seconds since 1970."""
    yield from _unfinished(data / RUNNING)
    own = own_entries(data)
    yield from _aside([one for one in own if _ASIDE.fullmatch(one.path.name)])
    yield from _strays([one for one in own if _is_stray(one.path.name)])
    yield from _backups(list(below(data / BACKUPS)), now)


def _unfinished(folder: Path) -> Findings:
    found = [one for one in entries(folder) if one.path.suffix == ".jsonl"]
    journals = [one for one in found if one.is_file]
    for one in found:
        if not one.is_file:
            yield care(f"{one.path} is not a regular file", "move it away: nothing can be in it")
    if not journals:
        yield ok("no unfinished sessions", unfinished=0)
        return
    newest = _moment(max(one.changed for one in journals))
    told = f"{counted(len(journals), 'unfinished session')}, the newest last written {newest}"
    yield note(
        told,
        "the app asks about it at its start; footcoach play --resume goes on with it",
        unfinished=len(journals),
        newest_unfinished=newest,
    )


def _aside(found: Sequence[Entry]) -> Findings:
    names = [str(one.path) for one in found]
    yield from cares([(f"{name} {_SET_ASIDE}", _MEND) for name in names], set_aside=names)
    if not names:
        yield ok("no damaged file was set aside", set_aside=names)


def _strays(found: Sequence[Entry]) -> Findings:
    names = [str(one.path) for one in found]
    if not names:
        yield ok("nothing was left behind by a save that was killed", strays=names)
        return
    yield note(
        f"{counted(len(names), 'file')} left behind by a save that was killed; one is {names[0]}",
        "the next save of the same month sweeps it away; what was being saved then was never "
        "said to be safe",
        strays=names,
    )


def _backups(found: Sequence[Entry], now: float) -> Findings:
    if not found:
        yield ok("no backups: one is made before a file's layout is changed", backups=0)
        return
    days = max(0, int((now - max(one.changed for one in found)) / _DAY))
    told = f"{counted(len(found), 'backup')} in {BACKUPS}/, the newest {counted(days, 'day')} old"
    yield ok(told, backups=len(found), newest_backup_days=days)


def _is_stray(name: str) -> bool:
    return name.startswith(".") and name.endswith(".tmp")


def _moment(changed: float) -> str:
    """A time of change as the clock here showed it."""
    try:
        return datetime.fromtimestamp(changed).astimezone().isoformat(" ", "minutes")
    except (OverflowError, ValueError, OSError):
        return "at a time that cannot be"
