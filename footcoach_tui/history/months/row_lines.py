"""A month file by its lines: the session of each, without parsing the sessions.

A month that was read strictly and has footcoach's own layout, a session a line with the fields
of the store first, need not be parsed again to search it or to add to it.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from io import FileIO
from itertools import pairwise
from typing import NamedTuple, Self

from footcoach_tui.history.fields import Document
from footcoach_tui.history.ids import ID_LENGTH
from footcoach_tui.history.months.versions import DELETED, REVISION, WRITTEN, Version, match_head

_BLOCK_BYTES = 1 << 15
_SEPARATOR = ",\n"
_BEGIN, _END, _LAST = b'"sessions":{\n', b"\n}", b"\n}}\n"
_ID = len('":{"id":"')
_NAME = ID_LENGTH + len('","')
_DATED = 'date":"'
_DAY = ID_LENGTH + len('","date":"')
_DAY_END = _DAY + len("2026-03-06")
"""Offsets in the head of a line, from the quote behind its number and from its id."""


class Layout(NamedTuple):
    """The bytes of a file between which its sessions are, and whether they are in order of days.

    0, 0 when the file has another layout.
    """

    begin: int = 0
    end: int = 0
    in_order: int = 0

    @classmethod
    def of(cls, content: bytes) -> Self:
        """The layout of a file by its frame alone."""
        begin = content.find(_BEGIN) + len(_BEGIN)
        end = len(content) - len(_LAST)
        if content[end:] != _LAST or content.rfind(_END, begin, end) >= 0:  # more tables follow
            end = content.find(_END, begin - 1)
        return cls(begin, end) if len(_BEGIN) <= begin <= end else cls()

    @classmethod
    def checked(cls, content: bytes, rows: Mapping[str, Document]) -> Self:
        """The layout of a file read strictly, if each line has one of `rows` and agrees with it."""
        layout = cls.of(content)
        if not layout.is_known:
            return layout
        lines = layout.lines(content)
        if len(lines) != len(rows) or not all(map(_agrees, lines, rows, rows.values())):
            return cls()
        days = [str(row["date"]) for row in rows.values() if "date" in row]
        return layout._replace(in_order=int(all(day <= later for day, later in pairwise(days))))

    @property
    def is_known(self) -> bool:
        return self.end > 0

    def __str__(self) -> str:
        """Text for the index."""
        return f"{self.begin}-{self.end}-{self.in_order}"

    def lines(self, content: bytes) -> list[str]:
        """The lines of the sessions, without the commas between them."""
        if self.begin >= self.end:
            return []
        return content[self.begin : self.end].decode().split(_SEPARATOR)

    def rows(self, content: bytes) -> dict[str, str]:
        """The lines of the sessions by number; they must be checked."""
        return {line[1 : line.index('"', 1)]: line for line in self.lines(content)}

    def versions(self, content: bytes, path: str) -> Iterator[Version]:
        """The versions in checked lines, by their heads alone. Raises ValueError."""
        return _versions(self.lines(content), path)

    def versions_backwards(self, file: FileIO, path: str) -> Iterator[Version]:
        """The versions in checked lines, last first; reads only as much as is used.

        The file is closed at the end. Raises OSError and ValueError.
        """
        return _versions(self._lines_backwards(file), path)

    def _lines_backwards(self, file: FileIO) -> Iterator[str]:
        place = self.end
        cut = b""
        with file:
            while place > self.begin:
                start = max(self.begin, place - _BLOCK_BYTES)
                lines = (os.pread(file.fileno(), place - start, start) + cut).split(b"\n")
                cut = lines.pop(0) if start > self.begin else b""  # this line begins before
                for line in reversed(lines):
                    yield line.decode().removesuffix(",")
                place = start


class MonthLine(NamedTuple):
    """The line of a month in the index: what is known without opening its files.

    `first` and `last` are the days (YYYY-MM-DD) of its earliest and latest session, both "" when
    it has none. `guests` are the ids in its files that belong to other months by their time,
    deletions included, separated by commas. `layouts` are those of its files, "" unless all were
    read strictly without a problem.
    """

    first: str
    last: str
    layouts: str = ""
    guests: str = ""

    def has_strays(self, month: str) -> bool:
        """Whether it has days outside `month`, the month of its files."""
        return not (self.first.startswith(month) and self.last.startswith(month))

    @property
    def guest_ids(self) -> list[str]:
        return self.guests.split(",") if self.guests else []

    @property
    def is_checked(self) -> bool:
        """Whether the month's files were read strictly as they are."""
        return bool(self.layouts)

    def layout(self, number: int) -> Layout:
        """The layout of the file with this number, from 0; unknown where none was checked."""
        if not self.layouts:
            return Layout()
        begin, end, in_order = self.layouts.split(",")[number].split("-")
        return Layout(int(begin), int(end), int(in_order))


def _versions(lines: Iterable[str], path: str) -> Iterator[Version]:
    for line in lines:
        start = line.index('"', 1) + _ID
        is_dated = line[start + _NAME : start + _DAY] == _DATED
        day = line[start + _DAY : start + _DAY_END] if is_dated else ""
        yield Version(line[start : start + ID_LENGTH], day, path, line)


def _agrees(line: str, number: str, row: Document) -> bool:
    head = match_head(line)
    if head is None or not line.endswith("}"):
        return False
    n, identity, date, started, revision, written, deletion_revision, deleted = head.groups()
    if (n, identity, date, started) != (number, row.get("id"), row.get("date"), row.get("started")):
        return False
    stamp = row.get(REVISION), row.get(WRITTEN)
    if date is None:
        return row.get(DELETED) is True and stamp == (int(deletion_revision), deleted)
    if row.get(DELETED) is not None:
        return False
    return stamp == ((int(revision), written) if revision else (None, None))
