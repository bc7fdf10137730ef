"""Check of other files: unfinished sessions, files set aside, stray files and backups."""

from pathlib import Path

from footcoach_tui.boundary.paths import Folders
from footcoach_tui.cli.doctor.findings import Findings, care, care_findings, note, ok
from footcoach_tui.cli.doctor.sessions import damaged_files, restore_advice
from footcoach_tui.history.ids import is_id
from footcoach_tui.history.store import History
from footcoach_tui.relocation import old_names
from footcoach_tui.text.durations import counted

_DAY = 86_400.0
_SET_ASIDE = "was set aside: it could not be read when a session was added"
_REPAIR = (
    "repair a copy of it and import its sessions, or move it out of the data folder if you need "
    "nothing in it"
)
_SAVED = "the app, or the next footcoach play, saves it there when it starts"
_REMOVED = "the app, or the next footcoach play, removes it when it starts"
_RESUMED = "the app offers to resume it when it starts; so does footcoach play --resume"
_STRAYS_IN_DATA = (".*.tmp", "history/.*.tmp", "history/*/.*.tmp")
_STRAYS_IN_STATE = (".*.tmp", "running/.*.tmp")


def check(places: Folders, now: float) -> Findings:
    """Check the data and the state folder; `now` is in seconds since 1970."""
    yield from _unfinished(places)
    yield from _set_aside(places)
    yield from _strays(places)
    yield from _old_places(places)
    yield from _backups(places.data / "backups", now)


def _unfinished(places: Folders) -> Findings:
    if not any(is_id(path.stem) for path in places.state.glob("running/*.jsonl")):
        yield ok("no unfinished sessions", unfinished=0)
        return
    from footcoach_tui.playback.interrupted import SessionJournals  # noqa: PLC0415 - imports the library

    sessions, problems = SessionJournals(places.state).find_interrupted()
    history = History(places)
    yield from care_findings([(str(problem), "it cannot be resumed") for problem in problems])
    for session in sessions:
        title = session.routine.title
        if session.is_live:
            yield ok(f"{title} is being played right now")
        elif history.get(session.info.id):
            yield note(f"{title} is in the history, and its journal still exists", _REMOVED)
        elif session.is_over:
            yield note(f"{title} has ended, and is not in the history yet", _SAVED)
        else:
            yield note(session.sentence, _RESUMED)
    yield ok(
        counted(len(sessions), "unfinished session"),
        unfinished=len(sessions),
        newest_unfinished=sessions[0].last_seen.isoformat(" ", "minutes") if sessions else None,
        live=[session.info.id for session in sessions if session.is_live],
    )


def _set_aside(places: Folders) -> Findings:
    paths = sorted(places.data.glob("history/*/*.json.corrupt-*"))
    names = [str(path) for path in paths]
    if not names:
        yield ok("no damaged file was set aside", set_aside=names)
        return
    damaged = damaged_files(History(places))
    problems: list[tuple[str, str]] = []
    for path in paths:
        month = damaged.get(path.with_name(path.name.partition(".json")[0] + ".json"))
        if month and not month.missing:
            yield note(
                f"{path} {_SET_ASIDE}; all that can be read of it is in the history",
                "move it out of the data folder, or delete it",
            )
        else:
            problems.append((f"{path} {_SET_ASIDE}", restore_advice(month) if month else _REPAIR))
    yield from care_findings(problems)
    yield ok(f"{counted(len(names), 'damaged file')} set aside in the history", set_aside=names)


def _strays(places: Folders) -> Findings:
    in_data = (path for pattern in _STRAYS_IN_DATA for path in places.data.glob(pattern))
    in_state = (path for pattern in _STRAYS_IN_STATE for path in places.state.glob(pattern))
    names = sorted(map(str, (*in_data, *in_state)))
    if not names:
        yield ok("no files are left from an interrupted save", strays=names)
        return
    yield note(
        f"{counted(len(names), 'file')} left from an interrupted save; one is {names[0]}",
        "the next save of the same month, or the next session, removes it; what was being "
        "saved then was never reported as saved",
        strays=names,
    )


def _old_places(places: Folders) -> Findings:
    """Name what older versions kept in the data folder and what must not travel with it."""
    names = [name for name in old_names(places.data) if name != "device"]  # see `sessions`
    if names:
        yield note(
            f"the data folder still holds what belongs to this machine alone: {', '.join(names)}",
            f"the next start of footcoach moves it to {places.state}; a session that is being "
            "played, and files that are not footcoach's own, stay",
            misplaced=names,
        )
    else:
        yield ok("the data folder can be carried to other devices as a whole", misplaced=names)


def _backups(folder: Path, now: float) -> Findings:
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        yield care(f"{folder} is not a folder: no backups can be made", "move it away", backups=0)
        return
    times = [path.lstat().st_mtime for path in folder.rglob("*.json")]
    if not times:
        yield ok("no backups yet: one is made before the first save of a day", backups=0)
        return
    days = max(0, int((now - max(times)) / _DAY))
    message = f"{counted(len(times), 'backup')} in backups/, the newest {counted(days, 'day')} old"
    yield ok(message, backups=len(times), newest_backup_days=days)
