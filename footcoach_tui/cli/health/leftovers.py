"""What lies beside the sessions: unfinished ones, files set aside, backups, and leavings."""

import re
from collections.abc import Sequence
from pathlib import Path

from footcoach_tui.cli.health.finding import Findings, care, cares, counted, note, ok
from footcoach_tui.cli.health.folder import BACKUPS, RUNNING, Entry, below, entries, own_entries
from footcoach_tui.cli.health.remains import brought_back, in_months
from footcoach_tui.history.answers import named
from footcoach_tui.history.ids import is_id
from footcoach_tui.history.reading import Reading

_ASIDE = re.compile(r".*\.json\.corrupt-[0-9A-Za-z-]+")
_DAY = 86_400.0
_SET_ASIDE = "was set aside: it could not be read when a session was to be added"
_MEND = (
    "mend a copy of it and take its sessions in again, or move it out of the data folder if "
    "nothing in it is missed"
)
_BROUGHT = "the app, or the next footcoach play, brings it there at its start"
_TIDIED = "the app, or the next footcoach play, tidies it away at its start"
_ASKED = "the app asks about it at its start; footcoach play --resume goes on with it"


def check(data: Path, now: float) -> Findings:
    """`now` is in seconds since 1970."""
    yield from _unfinished(data)
    own = own_entries(data)
    yield from _aside(data, [one.path for one in own if _ASIDE.fullmatch(one.path.name)])
    yield from _strays([one for one in own if _is_stray(one.path.name)])
    yield from _backups(data / BACKUPS, now)


def _unfinished(data: Path) -> Findings:
    """The sessions that were begun and not ended, by their journals."""
    found = [one for one in entries(data / RUNNING) if one.path.suffix == ".jsonl"]
    odd = [str(one.path) for one in found if not one.is_file]
    for name in odd:
        yield care(f"{name} is not a regular file", "move it away: nothing can be in it")
    if not any(one.is_file and is_id(one.path.stem) for one in found):
        yield ok("no unfinished sessions", unfinished=0)
        return
    from footcoach_tui.playing.journals import Journals  # noqa: PLC0415 - brings the library

    sessions, problems = Journals(data).cut_off()
    reading = Reading(data)  # never closed: that would write the index
    told = [(str(one), "there is no going on with it") for one in problems if one.file not in odd]
    yield from cares(told)
    for one in sessions:
        if one.is_live:
            yield ok(f"{one.routine.title} is being played right now")
        elif named(reading, one.heading.id):
            yield note(
                f"{one.routine.title} is in the history, and its journal is still there", _TIDIED
            )
        elif one.is_over:
            yield note(f"{one.routine.title} had ended, and is not in the history yet", _BROUGHT)
        else:
            yield note(one.sentence, _ASKED)
    yield ok(
        counted(len(sessions), "unfinished session"),
        unfinished=len(sessions),
        newest_unfinished=sessions[0].last_seen.isoformat(" ", "minutes") if sessions else None,
        live=[one.heading.id for one in sessions if one.is_live],
    )


def _aside(data: Path, found: Sequence[Path]) -> Findings:
    names = [str(path) for path in found]
    if not names:
        yield ok("no damaged file was set aside", set_aside=names)
        return
    remains = in_months(data)
    told: list[tuple[str, str]] = []
    for path in found:
        left = remains.get(path.with_name(path.name.partition(".json")[0] + ".json"))
        if left is None:
            told.append((f"{path} {_SET_ASIDE}", _MEND))
        elif left.missing:
            told.append((f"{path} {_SET_ASIDE}", brought_back(left)))
        else:
            yield note(
                f"{path} {_SET_ASIDE}; all that can be read of it is in the history",
                "move it out of the data folder, or delete it",
            )
    yield from cares(told)
    yield ok(counted(len(names), "damaged file") + " kept beside the months", set_aside=names)


def _strays(found: Sequence[Entry]) -> Findings:
    names = [str(one.path) for one in found]
    if not names:
        yield ok("nothing was left behind by a save that was killed", strays=names)
        return
    yield note(
        f"{counted(len(names), 'file')} left behind by a save that was killed; one is {names[0]}",
        "the next save of the same month, or the next session, sweeps it away; what was being "
        "saved then was never said to be safe",
        strays=names,
    )


def _backups(folder: Path, now: float) -> Findings:
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        yield care(f"{folder} is no folder: no backups can be made", "move it away", backups=0)
        return
    found = list(below(folder))
    if not found:
        yield ok("no backups yet: a month is kept before the first save of a day", backups=0)
        return
    days = max(0, int((now - max(one.changed for one in found)) / _DAY))
    told = f"{counted(len(found), 'backup')} in {BACKUPS}/, the newest {counted(days, 'day')} old"
    yield ok(told, backups=len(found), newest_backup_days=days)


def _is_stray(name: str) -> bool:
    return name.startswith(".") and name.endswith(".tmp")
