"""Bytes of a month file as tables of TinyDB and back, one row a line: strict in both directions.

TinyDB itself would take an empty file for a new history, and the last of two equal names.
"""

import json
import re
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from typing import Any

from footcoach_tui.history.errors import HistoryError
from footcoach_tui.history.strict_json import parse_strictly

MONTH_SCHEMA = 2
"""Schema of a month file, see docs/data-format.md; 1 had no versions of a session."""
SESSIONS, ABOUT = "sessions", "footcoach"
MAX_MONTH_BYTES = 32 << 20
"""Bytes in a month file; a thousand sessions take about two million."""

Tables = dict[str, dict[str, Any]]
"""Tables by name; each holds rows by number."""

_SEPARATOR, _BEGIN, _END = b",\n", b'":{\n', b"\n}"
"""Bytes between two rows or tables, and before and after the rows of a table."""
_NUMBER = re.compile(r"[1-9][0-9]{0,17}")
_LONGEST_BEGINNING = 64
"""Bytes of a session's line up to the end of its id, at the most."""


class DamagedError(HistoryError):
    """A file that is not a month of sessions. `content` is its bytes, to be set aside."""

    def __init__(self, why: str, content: bytes) -> None:
        super().__init__(f"is damaged ({why})")
        self.content = content


class NewerError(HistoryError):
    """A file that a newer footcoach has written."""


def parse_month(content: bytes) -> Tables:
    """Parse a month's bytes. Raises DamagedError and NewerError."""
    try:
        tables: Tables = parse_strictly(content.decode("utf-8"))
        _check_shape(tables)
    except RecursionError:
        raise DamagedError("nested too deeply", content) from None
    except ValueError as error:
        raise DamagedError(_reason(error), content) from error
    schema = tables[ABOUT]["1"]["schema"]
    if schema > MONTH_SCHEMA:
        raise NewerError(
            f"was written by a newer footcoach (schema {schema}, this one knows {MONTH_SCHEMA}); "
            "update footcoach to read it"
        )
    return tables


def has_row_lines(content: bytes, tables: Tables) -> bool:
    """Whether the bytes, parsed as `tables`, have each session on a line that begins with its id.

    So `serialise_month` writes them.
    """
    rows = tables.get(SESSIONS, {})
    lines, others = _session_lines(content)
    if not rows or len(lines) != len(rows):
        return False
    with suppress(ValueError):  # a table of the same name may be inside another
        return json.loads(others) == {**tables, SESSIONS: {}} and all(
            line.startswith(f'"{number}":{{"id":"{row.get("id")}"'.encode()) and line.endswith(b"}")
            for line, (number, row) in zip(lines, rows.items(), strict=True)
        )
    return False


def parse_rows(content: bytes, identities: Collection[str]) -> Tables:
    """Parse only the rows of these sessions; the others stay lines of bytes.

    The bytes must be those of a month that was parsed before and `has_row_lines`. So adding to a
    month costs little, however many sessions it has. Raises ValueError.
    """
    lines, others = _session_lines(content)
    tables: Tables = json.loads(others)
    rows: dict[str, Any] = {}
    for line in lines:
        number, _, _, _, identity, _ = line[1:_LONGEST_BEGINNING].split(b'"', 5)
        rows[number.decode()] = line
        if identity.decode() in identities:
            rows |= json.loads(b"{%b}" % line)
    tables[SESSIONS] = rows
    return tables


def readable_rows(content: bytes) -> Iterator[dict[str, Any]]:
    """Yield the documents in a month's bytes: all where it is sound, else those of whole lines."""
    try:
        yield from parse_month(content).get(SESSIONS, {}).values()
    except HistoryError:
        for line in content.splitlines():
            with suppress(ValueError, RecursionError):
                table = parse_strictly(f"{{{line.decode().strip().removesuffix(',')}}}")
                yield from (row for row in table.values() if isinstance(row, dict) and "id" in row)


def serialise_month(tables: Tables) -> bytes:
    """Return the file's bytes. Raises HistoryError for values that JSON cannot hold.

    A row may be its line, written unchanged; other rows are parsed again as a check.
    """
    about = tables.get(ABOUT, {})
    about = about | {"1": about.get("1", {}) | {"schema": MONTH_SCHEMA}}
    lines: list[bytes] = []
    try:
        for name, table in ({ABOUT: about} | tables | {ABOUT: about}).items():
            lines += _lines(name, table)
    except (TypeError, ValueError, RecursionError) as error:
        raise HistoryError(
            f"the session contains something that cannot be saved: {error}"
        ) from error
    lines[0], lines[-1] = b"{" + lines[0], lines[-1] + b"}\n"
    content = _SEPARATOR.join(lines)  # once, for a copy of a large month takes a while
    if len(content) > MAX_MONTH_BYTES:
        raise HistoryError(f"the month would be larger than {MAX_MONTH_BYTES >> 20} MiB")
    return content


def _session_lines(content: bytes) -> tuple[list[bytes], bytes]:
    """Return the lines of the sessions, and the bytes before and after; none, and all, if nowhere.

    They end with the first line that closes an object.
    """
    before, begin, after = content.partition(b'"' + SESSIONS.encode() + _BEGIN)
    lines = after.split(b"\n")
    count = next((place for place, line in enumerate(lines) if line.startswith(b"}")), 0)
    others = before + begin + b"\n".join(lines[count:])
    return [line.removesuffix(b",") for line in lines[:count]], others


def _lines(name: str, table: Mapping[str, bytes | dict[str, object]]) -> list[bytes]:
    """Return the lines of a table, without separators; at least one."""
    lines = [row if type(row) is bytes else _line(number, row) for number, row in table.items()]
    lines = lines or [b""]
    lines[0] = json.dumps(name)[:-1].encode() + _BEGIN + lines[0]
    lines[-1] += _END
    return lines


def _line(number: str, row: object) -> bytes:
    _check_number(number)
    if isinstance(row, dict) and "id" in row:
        row = {"id": row["id"]} | row  # in front, as `has_row_lines`
    line = f"{json.dumps(number)}:{json.dumps(row, allow_nan=False, separators=(',', ':'))}"
    parse_strictly(f"{{{line}}}")
    return line.encode()


def _check_shape(tables: object) -> None:
    if not isinstance(tables, dict):
        raise ValueError("it is not an object of tables")  # noqa: TRY004 - damage, like the rest
    for table in tables.values():
        if not isinstance(table, dict) or not all(isinstance(row, dict) for row in table.values()):
            raise ValueError("a table is not an object of records")
        for key in table:
            _check_number(key)
    if type(tables.get(ABOUT, {}).get("1", {}).get("schema")) is not int:
        raise ValueError(f'the schema number in "{ABOUT}" is missing')


def _check_number(key: str) -> None:
    if not _NUMBER.fullmatch(key):  # TinyDB calls int() on it
        raise ValueError("a record's number is not a number")


def _reason(error: ValueError) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"line {error.lineno}: {error.msg}"
    if isinstance(error, UnicodeDecodeError):
        return f"byte {error.start} is not UTF-8"
    return str(error)
