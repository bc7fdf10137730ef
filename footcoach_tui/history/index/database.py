"""Database file of the index: found, made, and thrown away when it is of no use.

A name is never used twice: processes that still read a file that was thrown away go on with it,
and share nothing with its successor.
"""

import os
import sqlite3
from contextlib import suppress
from pathlib import Path

from footcoach_tui.boundary.mounts import is_network_folder
from footcoach_tui.boundary.paths import PathError, create_private_folder
from footcoach_tui.boundary.safe_read import names_in
from footcoach_tui.history.index.schema import SCHEMA, SCHEMA_NUMBER

_PREFIX, _SUFFIX = "history-", ".sqlite"
_WAIT_SECONDS = 5.0
_NOT_DAMAGE = frozenset(
    {
        *(sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_READONLY),
        *(sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM),
    }
)
"""Errors of a database that may be sound: another process writes it, or the disk is full."""


def open_database(cache: Path) -> sqlite3.Connection:
    """Open the index in the cache folder, or one in memory where that cannot be used."""
    for _ in range(2):
        path = _find(cache) or _new_path(cache)
        if path is None:
            break
        try:
            return _open(str(path))
        except sqlite3.Error as error:
            if not is_damage(error):
                break
            _remove(path)
    return open_in_memory()


def open_in_memory() -> sqlite3.Connection:
    return _open(":memory:")


def discard_database(cache: Path) -> None:
    """Remove the file of the index; the next opening makes a new one."""
    if path := _find(cache):
        _remove(path)


def is_damage(error: Exception) -> bool:
    """Whether an error means that the file must be made anew."""
    code = getattr(error, "sqlite_errorcode", None)
    return code is None or code & 0xFF not in _NOT_DAMAGE


def _find(cache: Path) -> Path | None:
    """Return the path of the index, if there is one; files of older ones are removed."""
    names = [name for name in names_in(cache) if name.startswith(_PREFIX)]
    found = sorted(name for name in names if name.endswith(_SUFFIX))
    for name in names:
        if not name.startswith(found[0] if found else "/"):
            with suppress(OSError):
                (cache / name).unlink()
    return cache / found[0] if found else None


def _new_path(cache: Path) -> Path | None:
    """Return the path of a new index; None where there can be none."""
    with suppress(PathError, OSError):
        if not cache.is_dir():
            create_private_folder(cache)
        if os.access(cache, os.W_OK) and not is_network_folder(cache):
            return cache / f"{_PREFIX}{os.urandom(8).hex()}{_SUFFIX}"
    return None


def _open(path: str) -> sqlite3.Connection:
    """Open a database with the tables of the index. Raises sqlite3.Error."""
    db = sqlite3.connect(path, timeout=_WAIT_SECONDS, isolation_level=None, check_same_thread=False)
    try:
        if _number(db) != SCHEMA_NUMBER:
            _create(db)
        db.execute("pragma synchronous = normal")
        db.execute("pragma foreign_keys = on")
    except BaseException:
        db.close()
        raise
    return db


def _create(db: sqlite3.Connection) -> None:
    """Create the tables, unless another process has just done so. Raises sqlite3.Error."""
    db.execute("pragma journal_mode = wal")
    db.execute("begin immediate")
    number = _number(db)
    if number == 0:
        for statement in SCHEMA.split(";"):
            db.execute(statement)
        db.execute(f"pragma user_version = {SCHEMA_NUMBER}")
    db.execute("commit")
    if number not in (0, SCHEMA_NUMBER):
        raise sqlite3.DatabaseError("the tables are those of another version")


def _number(db: sqlite3.Connection) -> int:
    return int(db.execute("pragma user_version").fetchone()[0])


def _remove(path: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        with suppress(OSError):
            path.with_name(path.name + suffix).unlink()
