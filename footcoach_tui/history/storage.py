"""TinyDB's storage for one month of sessions: read strictly, written whole and durably."""

import json
import math
import re
from pathlib import Path

from tinydb.storages import Storage

from footcoach_tui.boundary.files import link_target, write_durably
from footcoach_tui.boundary.reading import UnreadableError, read_regular
from footcoach_tui.history.codec import SCHEMA
from footcoach_tui.history.problem import HistoryError

SESSIONS, ABOUT = "sessions", "footcoach"
LARGEST = 32 << 20
"""Bytes in a month's file; a thousand sessions are about two million."""

Tables = dict[str, dict[str, dict[str, object]]]
_NEW: Tables = {ABOUT: {"1": {"schema": SCHEMA}}}
_NUMBER = re.compile(r"[1-9][0-9]{0,17}")


class DamagedError(HistoryError):
    """The file is not a month of sessions. `content` is what it holds, to be set aside."""

    def __init__(self, why: str, content: bytes) -> None:
        """`why` completes "is damaged"."""
        super().__init__(f"is damaged ({why})")
        self.content = content


class MonthStorage(Storage):
    """One month's file. Open it anew for each reading and each transaction."""

    def __init__(self, path: Path, *, held: bool = False) -> None:
        """`held` says that the caller holds the history's lock: only then can be written."""
        self._path = path
        self._held = held
        self._tables: Tables | None = None

    def read(self) -> Tables | None:
        """Every table in the file, or None when there is no file.

        Under the lock the file is parsed only once. Raises DamagedError, HistoryError for a
        file of a newer footcoach, UnreadableError, WriteError for a dead link.
        """
        if self._tables is not None:
            return self._tables
        try:
            tables = parse(read_regular(link_target(self._path), LARGEST))
        except UnreadableError as error:
            if isinstance(error.__cause__, FileNotFoundError):
                return None
            raise
        if self._held:
            self._tables = tables
        return tables

    def write(self, data: Tables) -> None:
        """Make `data` the whole file. Raises HistoryError and WriteError; both keep the old."""
        if not self._held:
            raise HistoryError("the history can only be written by who holds its lock")
        self._tables = None
        content = serialised(_NEW | data)
        parse(content)
        write_durably(self._path, content)

    def start_anew(self) -> None:
        """From here on take the file as empty: what it held has been set aside."""
        self._tables = {}


def parse(content: bytes) -> Tables:
    """The tables in a month's bytes. Raises DamagedError; HistoryError for a newer schema.

    TinyDB itself would take an empty file for a new history, and the last of two equal keys.
    """
    try:
        tables = json.loads(
            content.decode("utf-8"),
            parse_constant=_finite,
            parse_float=_finite,
            object_pairs_hook=_without_doubles,
        )
        _check_shape(tables)
    except RecursionError:
        raise DamagedError("nested too deeply", content) from None
    except ValueError as error:
        raise DamagedError(_why(error), content) from error
    schema = tables[ABOUT]["1"]["schema"]
    if schema > SCHEMA:
        raise HistoryError(
            f"was written by a newer footcoach (schema {schema}, this one knows {SCHEMA}); "
            "update footcoach to read it"
        )
    return tables  # type: ignore[no-any-return]  # _check_shape looked at every level


def serialised(tables: Tables) -> bytes:
    """The file's bytes, one session a line. Raises HistoryError for what JSON cannot hold."""
    try:
        parts = [f"{json.dumps(name)}:{{\n{_lines(table)}\n}}" for name, table in tables.items()]
    except (TypeError, ValueError, RecursionError) as error:
        raise HistoryError(f"the session holds what cannot be saved: {error}") from error
    content = ("{" + ",\n".join(parts) + "}\n").encode("ascii")
    if len(content) > LARGEST:
        raise HistoryError(f"the month would be larger than {LARGEST >> 20} MiB")
    return content


def _lines(table: dict[str, dict[str, object]]) -> str:
    return ",\n".join(
        f"{json.dumps(number)}:{json.dumps(row, allow_nan=False, separators=(',', ':'))}"
        for number, row in table.items()
    )


def _finite(literal: str) -> float:
    value = float(literal)
    if not math.isfinite(value):
        raise ValueError(f"{literal[:20]} is not a finite number")
    return value


def _without_doubles(pairs: list[tuple[str, object]]) -> dict[str, object]:
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise ValueError("the same name stands twice in one object")
    return fields


def _check_shape(tables: object) -> None:
    if not isinstance(tables, dict):
        raise ValueError("it is not an object of tables")  # noqa: TRY004 - damage, like the rest
    for table in tables.values():
        if not isinstance(table, dict) or not all(isinstance(row, dict) for row in table.values()):
            raise ValueError("a table is not an object of records")
        for key in table:
            if not _NUMBER.fullmatch(key):
                raise ValueError("a record's number is not a number")
    if type(tables.get(ABOUT, {}).get("1", {}).get("schema")) is not int:
        raise ValueError(f'the schema number in "{ABOUT}" is missing')


def _why(error: ValueError) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"line {error.lineno}: {error.msg}"
    if isinstance(error, UnicodeDecodeError):
        return f"byte {error.start} is not UTF-8"
    return str(error)
