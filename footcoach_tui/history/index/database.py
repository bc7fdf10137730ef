"""Database file of the index: found, made, and thrown away when it is of no use.

A name is never used twice: processes that still read a file that was thrown away go on with it,
and share nothing with its successor.

Changes are not synced to the disk, or each save would wait for it twice more. So `state` names the
start of the machine (its boot) in which there were some, and the last process to end syncs the
file. One that was not synced before the machine went down is made anew.
"""

import os
import sqlite3
from contextlib import suppress
from pathlib import Path

from footcoach_tui.boundary.machine import boot_key
from footcoach_tui.boundary.safe_read import names_in
from footcoach_tui.history.index.schema import SCHEMA, SCHEMA_NUMBER

_PREFIX = "history-"
_NAME, _SUFFIX = f"{_PREFIX}{SCHEMA_NUMBER}-", ".sqlite"
_WAIT_SECONDS = 5.0
_PAGE_BYTES = 4096
_CACHE_KIB = 256
"""Pages kept in memory: the system keeps the file's, and the app is to stay small."""
_NOT_DAMAGE = frozenset(
    {
        *(sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_READONLY),
        *(sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM),
    }
)
"""Errors of a database that may be sound: another process writes it, or the disk is full."""


def open_database(cache: Path) -> sqlite3.Connection:
    """Open the index in the cache folder, or one in memory where that cannot be used."""
    if name := _find(cache):
        db = _connect(str(cache / name))
        try:
            if _has_whole_pages(cache / name) and _boot(db) in ("", boot_key()):
                return db
        except sqlite3.Error as error:
            if not is_damage(error):
                return open_in_memory()
        db.close()
        _remove(cache / name)
    if path := _new_path(cache):
        try:
            return _create(str(path))
        except sqlite3.Error:
            _remove(path)
    return open_in_memory()


def open_in_memory() -> sqlite3.Connection:
    return _create(":memory:")


def discard_database(cache: Path) -> None:
    """Remove the file of the index; the next opening makes a new one."""
    if name := _find(cache):
        _remove(cache / name)


def is_damage(error: Exception) -> bool:
    """Whether an error means that the file must be made anew."""
    code = getattr(error, "sqlite_errorcode", None)
    return code is None or code & 0xFF not in _NOT_DAMAGE


def begin_changes(db: sqlite3.Connection) -> None:
    """Begin changes of the index, while no other process makes any. Raises sqlite3.Error.

    The first ones in this boot are preceded by a note, on the disk, that there are unsynced ones.
    """
    db.execute("pragma foreign_keys = on")
    db.execute("pragma journal_mode = persist")  # to make and remove a file takes 0.1 ms
    db.execute("pragma synchronous = off")
    db.execute("begin immediate")
    while not _boot(db):
        db.execute("rollback")
        db.execute("pragma synchronous = full")
        db.execute("update state set boot = ?", (boot_key(),))
        db.execute("pragma synchronous = off")
        db.execute("begin immediate")


def sync_database(db: sqlite3.Connection) -> None:
    """Make all changes durable, and note it. Errors are ignored: then it is made anew some day.

    The commit syncs the whole file, and only then ends its journal. Nothing else may open the file:
    the first close of a file ends every lock that a process has on it. The journal is removed, or
    each question of each process would open it.
    """
    with suppress(sqlite3.Error):
        db.execute("pragma synchronous = full")
        db.execute("update state set boot = ''")
        db.execute("pragma journal_mode = delete")


def _find(cache: Path) -> str:
    """Return the name of the index, or ""; files of other ones are removed."""
    names = [name for name in names_in(cache) if name.startswith(_PREFIX)]
    found = min(
        (name for name in names if name.startswith(_NAME) and name.endswith(_SUFFIX)), default=""
    )
    for name in names:
        if not found or not name.startswith(found):
            with suppress(OSError):
                (cache / name).unlink()
    return found


def _new_path(cache: Path) -> Path | None:
    """Return the path of a new index; None where there can be none."""
    from footcoach_tui.boundary.mounts import is_network_folder  # noqa: PLC0415 - seldom needed
    from footcoach_tui.boundary.paths import PathError, create_private_folder  # noqa: PLC0415

    with suppress(PathError, OSError):
        create_private_folder(cache)
        if os.access(cache, os.W_OK) and not is_network_folder(cache):
            return cache / f"{_NAME}{os.urandom(8).hex()}{_SUFFIX}"
    return None


def _create(path: str) -> sqlite3.Connection:
    """Make a database with the tables of the index, all or none. Raises sqlite3.Error."""
    db = _connect(path)
    db.execute(f"pragma page_size = {_PAGE_BYTES}")
    db.execute("pragma synchronous = off")
    db.executescript(f"begin; {SCHEMA} insert into state values ('{boot_key()}'); commit;")
    return db


def _boot(db: sqlite3.Connection) -> str:
    """Return the boot in which there were unsynced changes, or ""."""
    return str(db.execute("select boot from state").fetchone()[0])


def _has_whole_pages(path: Path) -> bool:
    """Whether a file ends with a page: SQLite reads what is missing of one as zeros."""
    with suppress(OSError):
        return path.stat().st_size % _PAGE_BYTES == 0
    return False


def _connect(path: str) -> sqlite3.Connection:
    db = sqlite3.connect(path, timeout=_WAIT_SECONDS, isolation_level=None, check_same_thread=False)
    db.execute(f"pragma cache_size = -{_CACHE_KIB}")
    return db


def _remove(path: Path) -> None:
    for suffix in ("", "-journal"):
        with suppress(OSError):
            path.with_name(path.name + suffix).unlink()
