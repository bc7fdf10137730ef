"""A month's file by its lines: which session stands in which, without reading the sessions.

A month that was read strictly and is laid out as footcoach does it, a session a line and the
store's fields in front, need not be parsed again to be searched, or to be added to.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from io import FileIO
from itertools import pairwise
from typing import NamedTuple

from footcoach_tui.history.changes.versions import DELETED, REVISION, WRITTEN, Version, match_head
from footcoach_tui.history.fields import Document
from footcoach_tui.history.ids import ID_LENGTH


class Layout(NamedTuple):
    """Where the sessions begin and end in the file, in bytes, and whether by their days.

    0, 0 when the file is laid out otherwise.
    """

    begin: int = 0
    end: int = 0
    in_order: int = 0

    def __str__(self) -> str:
        """As the index holds it."""
        return f"{self.begin}-{self.end}-{self.in_order}"


UNKNOWN_LAYOUT = Layout()
_PIECE = 1 << 15
LINE_SEPARATOR = ",\n"
_BEGIN, _END, _LAST = b'"sessions":{\n', b"\n}", b"\n}}\n"
_ID = len('":{"id":"')
_NAME = ID_LENGTH + len('","')
_DATED = 'date":"'
_DAY = ID_LENGTH + len('","date":"')
_DAY_END = _DAY + len("2026-03-06")
"""Where in a line's head things stand, from the quote behind its number and from its id."""


def find_layout(content: bytes) -> Layout:
    """Where the sessions stand in a file, if it is laid out as we do it."""
    begin = content.find(_BEGIN) + len(_BEGIN)
    end = len(content) - len(_LAST)
    if content[end:] != _LAST or content.rfind(_END, begin, end) >= 0:  # more tables stand behind
        end = content.find(_END, begin - 1)
    return Layout(begin, end) if len(_BEGIN) <= begin <= end else UNKNOWN_LAYOUT


def checked_layout(content: bytes, rows: Mapping[str, Document]) -> Layout:
    """Where the sessions stand in a file read strictly, if its lines are what they seem to be.

    Every line must be one of `rows`, with what its head tells in the row as well.
    """
    layout = find_layout(content)
    if layout == UNKNOWN_LAYOUT:
        return layout
    lines = lines_in(content, layout)
    if len(lines) != len(rows) or not all(map(_agrees, lines, rows, rows.values())):
        return UNKNOWN_LAYOUT
    days = [str(row["date"]) for row in rows.values() if "date" in row]
    return layout._replace(in_order=int(all(one <= other for one, other in pairwise(days))))


def lines_in(content: bytes, layout: Layout) -> list[str]:
    """The lines of the sessions, without the commas between them."""
    begin, end, _ = layout
    return content[begin:end].decode().split(LINE_SEPARATOR) if begin < end else []


def rows_in(content: bytes, layout: Layout) -> dict[str, str]:
    """The lines of the sessions that were checked, by their numbers."""
    return {line[1 : line.index('"', 1)]: line for line in lines_in(content, layout)}


def id_in(line: str) -> str:
    """The id in a line that was checked."""
    at = line.index('"', 1) + _ID
    return line[at : at + ID_LENGTH]


def lines_backwards(file: FileIO, layout: Layout) -> Iterator[str]:
    """The lines of the sessions, the last first; no more is read than is asked for.

    The file is closed at the end. Raises OSError.
    """
    begin, place, _ = layout
    cut = b""
    with file:
        while place > begin:
            start = max(begin, place - _PIECE)
            lines = (os.pread(file.fileno(), place - start, start) + cut).split(b"\n")
            cut = lines.pop(0) if start > begin else b""  # the end of a line that begins before
            for line in reversed(lines):
                yield line.decode().removesuffix(",")
            place = start


def versions_in(lines: Iterable[str], path: str) -> Iterator[Version]:
    """What lines that were checked hold, told by their heads alone. Raises ValueError."""
    for line in lines:
        at = line.index('"', 1) + _ID
        day = line[at + _DAY : at + _DAY_END] if line[at + _NAME : at + _DAY] == _DATED else ""
        yield Version(line[at : at + ID_LENGTH], day, path, line)


def _agrees(line: str, number: str, row: Document) -> bool:
    found = match_head(line)
    if found is None or not line.endswith("}"):
        return False
    n, identity, date, started, revision, written, again, deleted = found.groups()
    if (n, identity, date, started) != (number, row.get("id"), row.get("date"), row.get("started")):
        return False
    if date is None:
        return row.get(DELETED) is True and _marks(row) == (int(again), deleted)
    if row.get(DELETED) is not None:
        return False
    return _marks(row) == ((int(revision), written) if revision else (None, None))


def _marks(row: Document) -> tuple[object, object]:
    return row.get(REVISION), row.get(WRITTEN)
