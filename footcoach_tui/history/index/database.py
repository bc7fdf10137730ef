"""Database file of the index: found, made, and thrown away when it is of no use.

A name is never used twice: processes that still read a file that was thrown away go on with it,
and share nothing with its successor.
"""

import os
import sqlite3
from contextlib import suppress
from pathlib import Path

from footcoach_tui.boundary.safe_read import names_in
from footcoach_tui.history.index.schema import SCHEMA, SCHEMA_NUMBER

_PREFIX = "history-"
_NAME, _SUFFIX = f"{_PREFIX}{SCHEMA_NUMBER}-", ".sqlite"
_WAIT_SECONDS = 5.0
_PAGE_BYTES = 4096
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
        if _has_whole_pages(cache / name):
            return _connect(str(cache / name))
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


def prepare_to_write(db: sqlite3.Connection) -> None:
    """Make a connection fit for changes: safe in a power cut, with all that belongs to a row."""
    db.execute("pragma synchronous = normal")
    db.execute("pragma foreign_keys = on")


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
    db.executescript(f"pragma journal_mode = wal; begin; {SCHEMA} commit;")
    return db


def _has_whole_pages(path: Path) -> bool:
    """Whether a file ends with a page: SQLite reads what is missing of one as zeros."""
    with suppress(OSError):
        return path.stat().st_size % _PAGE_BYTES == 0
    return False


def _connect(path: str) -> sqlite3.Connection:
    return sqlite3.connect(
        path, timeout=_WAIT_SECONDS, isolation_level=None, check_same_thread=False
    )


def _remove(path: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        with suppress(OSError):
            path.with_name(path.name + suffix).unlink()
