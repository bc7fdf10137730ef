"""A cache file of one line a month, made from the month files and deleted at any time.

A line is valid only while the signature of its files is unchanged. Lines are appended, the last
one of a month is used, and now and then the file is rewritten without the others.
"""

from binascii import crc32
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from footcoach_tui.boundary.files import WriteError, append_bytes, write_atomically
from footcoach_tui.boundary.safe_read import UnreadableError, read_regular_file
from footcoach_tui.history.months.files import UNKNOWN_SIGNATURE

_MAX_BYTES = 64 << 20
_MANY = 400
"""A file of so many lines or fewer is not rewritten."""
_CHECKSUM = 10
"""Digits of the CRC-32 at the start of each line."""


class MonthlyFile:
    """The file as it was at the first access; empty if it cannot be read."""

    def __init__(self, path: Path, header: str) -> None:
        """`header` is the first line; a file with another one is ignored."""
        self._path = path
        self._header = header
        self._text: str | None = None
        self._new: dict[str, str] = {}

    def get(self, key: str, signature: str) -> list[str] | None:
        """The fields of a month, if they are valid for this signature."""
        line = self._new.get(key) or self._last_line(key)
        try:
            if int(line[:_CHECKSUM]) != crc32(line[_CHECKSUM:].encode()):
                return None
            _, line_signature, *fields = line.split("\t")
        except ValueError:
            return None
        return fields if line_signature == signature else None

    def mentions(self, text: str) -> bool:
        """Whether a text is in any line, valid or not."""
        return text in self._read() or any(text in line for line in self._new.values())

    def put(self, key: str, signature: str, *fields: str) -> None:
        """Set the fields of a month; `save` writes them."""
        if UNKNOWN_SIGNATURE in signature:
            return  # a later change could not be noticed
        rest = "\t".join((f" {key}", signature, *fields))
        self._new[key] = f"{crc32(rest.encode()):010d}{rest}"

    def save(self) -> None:
        """Write the new lines. Write errors are ignored: the file can be rebuilt."""
        if not self._new:
            return
        text = self._read()
        with suppress(WriteError, UnicodeError):
            if text and not _is_mostly_old(text):
                append_bytes(self._path, _bytes(self._new.values()))
                self._text = text + "".join([line + "\n" for line in self._new.values()])
            else:
                lines = {_key(line): line for line in text.split("\n")[1:-1]} | self._new
                write_atomically(self._path, _bytes([self._header, *lines.values()]))
                self._text = None
            self._new = {}

    def _last_line(self, key: str) -> str:
        text = self._read()
        place = text.rfind(f" {key}\t")
        return text[text.rfind("\n", 0, place) + 1 : text.find("\n", place)] if place > 0 else ""

    def _read(self) -> str:
        """The whole file; "" when there is none, its header differs, or its end is torn."""
        if self._text is None:
            self._text = ""
            with suppress(UnreadableError, OSError, UnicodeError):
                text = read_regular_file(self._path, _MAX_BYTES).decode()
                if text.startswith(f"{self._header}\n") and text.endswith("\n"):
                    self._text = text
        return self._text


def _is_mostly_old(text: str) -> bool:
    """Whether most lines have a later one of the same month."""
    count = text.count("\n")
    return count > _MANY and count > 2 * len({_key(line) for line in text.split("\n")})


def _key(line: str) -> str:
    return line[_CHECKSUM + 1 : line.find("\t")]


def _bytes(lines: Iterable[str]) -> bytes:
    return "".join([line + "\n" for line in lines]).encode()
