"""A month's bytes as tables, or the reason why they are none: strict, and without TinyDB.

TinyDB itself would take an empty file for a new history, and the last of two equal names.
"""

import json
import math
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from footcoach_tui.history.errors import HistoryError

MONTH_SCHEMA = 2
"""Of a month's file, as docs/data-format.md describes it; 1 had no versions of a session."""
SESSIONS, ABOUT = "sessions", "footcoach"
MAX_MONTH_BYTES = 32 << 20
"""Bytes in a month's file; a thousand sessions are about two million."""

Tables = dict[str, dict[str, Any]]
"""Tables by their names, with their rows by their numbers."""

_NUMBER = re.compile(r"[1-9][0-9]{0,17}")


class DamagedError(HistoryError):
    """The file is not a month of sessions. `content` is what it holds, to be set aside."""

    def __init__(self, why: str, content: bytes) -> None:
        """`why` completes "is damaged"."""
        super().__init__(f"is damaged ({why})")
        self.content = content


def parse_month(content: bytes) -> Tables:
    """The tables in a month's bytes. Raises DamagedError; HistoryError for a newer schema."""
    try:
        tables = parse_strict(content.decode("utf-8"))
        _check_shape(tables)
    except RecursionError:
        raise DamagedError("nested too deeply", content) from None
    except ValueError as error:
        raise DamagedError(_why(error), content) from error
    schema = schema_of(tables)
    if schema > MONTH_SCHEMA:
        raise HistoryError(
            f"was written by a newer footcoach (schema {schema}, this one knows {MONTH_SCHEMA}); "
            "update footcoach to read it"
        )
    return tables  # type: ignore[no-any-return] # its shape was looked at


def parse_strict(text: str) -> Any:
    """The value in a JSON text; ValueError for what JSON or we do not have, RecursionError."""
    return json.loads(
        text, parse_constant=_finite, parse_float=_finite, object_pairs_hook=_without_doubles
    )


def readable_rows(content: bytes) -> Iterator[dict[str, Any]]:
    """The documents in a month's bytes: all where it is sound, else those of whole lines."""
    try:
        yield from parse_month(content).get(SESSIONS, {}).values()
    except HistoryError:
        for line in content.splitlines():
            with suppress(ValueError, RecursionError):
                row = parse_strict(f"{{{line.decode().strip().removesuffix(',')}}}")
                yield from (one for one in row.values() if isinstance(one, dict) and "id" in one)


def schema_of(tables: Tables) -> int:
    """The schema number of a month that was parsed."""
    return int(tables[ABOUT]["1"]["schema"])


def is_number(key: str) -> bool:
    """Whether a record may have this number: TinyDB calls int() on it."""
    return _NUMBER.fullmatch(key) is not None


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
            if not is_number(key):
                raise ValueError("a record's number is not a number")
    if type(tables.get(ABOUT, {}).get("1", {}).get("schema")) is not int:
        raise ValueError(f'the schema number in "{ABOUT}" is missing')


def _why(error: ValueError) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"line {error.lineno}: {error.msg}"
    if isinstance(error, UnicodeDecodeError):
        return f"byte {error.start} is not UTF-8"
    return str(error)
