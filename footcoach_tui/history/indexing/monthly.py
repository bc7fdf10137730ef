"""A small file of one line a month, made from the months' files and thrown away at will.

A line is believed only while the marks of the files it was made from are what they are now.
Lines are appended, the last one of a month is believed, and now and then all is written afresh.
"""

from binascii import crc32
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from footcoach_tui.boundary.files import WriteError, append_bytes, write_atomically
from footcoach_tui.boundary.safe_read import UnreadableError, read_regular_file
from footcoach_tui.history.months.files import UNKNOWN_SIGNATURE

_LARGEST = 64 << 20
_MANY = 400
"""Lines; with fewer nobody asks how many of them are old."""
_CHECK = 10
"""Digits in front of a line by which one that was damaged can be told."""


class MonthlyFile:
    """The file as it was when it was first asked; trouble with it is an empty file."""

    def __init__(self, path: Path, heading: str) -> None:
        """`heading` is the first line; a file with another one was made otherwise."""
        self._path = path
        self._heading = heading
        self._text: str | None = None
        self._new: dict[str, str] = {}

    def get(self, key: str, marks: str) -> list[str] | None:
        """What was said of a month when its files had these marks, if it was."""
        line = self._new.get(key) or self._last_line(key)
        try:
            if int(line[:_CHECK]) != crc32(line[_CHECK:].encode()):
                return None
            _, was, *said = line.split("\t")
        except ValueError:
            return None
        return said if was == marks else None

    def mentions(self, text: str) -> bool:
        """Whether a text stands in any line, believed or not."""
        return text in self._read() or any(text in line for line in self._new.values())

    def put(self, key: str, marks: str, *said: str) -> None:
        """Say something of a month; it is written by `save`."""
        if UNKNOWN_SIGNATURE in marks:
            return  # made from a file that nobody could look at
        rest = "\t".join((f" {key}", marks, *said))
        self._new[key] = f"{crc32(rest.encode()):010d}{rest}"

    def save(self) -> None:
        """Write what is new. What goes wrong is of no matter: it can be made again."""
        if not self._new:
            return
        text = self._read()
        with suppress(WriteError, UnicodeError):
            if text and not _is_mostly_old(text):
                append_bytes(self._path, _bytes(self._new.values()))
                self._text = text + "".join([line + "\n" for line in self._new.values()])
            else:
                every = {_key(line): line for line in text.split("\n")[1:-1]} | self._new
                write_atomically(self._path, _bytes([self._heading, *every.values()]))
                self._text = None
            self._new = {}

    def _last_line(self, key: str) -> str:
        """The last line that the file has of a month."""
        text = self._read()
        place = text.rfind(f" {key}\t")
        return text[text.rfind("\n", 0, place) + 1 : text.find("\n", place)] if place > 0 else ""

    def _read(self) -> str:
        """The whole file; "" when there is none, it was made otherwise, or its end is torn."""
        if self._text is None:
            self._text = ""
            with suppress(UnreadableError, OSError, UnicodeError):
                text = read_regular_file(self._path, _LARGEST).decode()
                if text.startswith(f"{self._heading}\n") and text.endswith("\n"):
                    self._text = text
        return self._text


def _is_mostly_old(text: str) -> bool:
    """Whether most lines are no longer believed."""
    count = text.count("\n")
    return count > _MANY and count > 2 * len({_key(line) for line in text.split("\n")})


def _key(line: str) -> str:
    return line[_CHECK + 1 : line.find("\t")]


def _bytes(lines: Iterable[str]) -> bytes:
    return "".join([line + "\n" for line in lines]).encode()
