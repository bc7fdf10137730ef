"""What files held when they were last read, so that the same content is not checked again.

To parse and check the files that come with footcoach takes longer than to show them, and brings in
pydantic with all its memory. So what passed is kept as JSON, beside the very text it was read from.
A file that changed, or one for another edition of footcoach, is read as ever. Values are believed
as they stand, so nothing is taken of readings that are damaged anywhere; they can be deleted at any
time.
"""

import json
import os
import zlib
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from footcoach_tui import __version__
from footcoach_tui.boundary.files import WriteError, write_whole
from footcoach_tui.boundary.reading import UnreadableError, read_regular
from footcoach_tui.library.kinds import Kind

LARGEST = 16 * 1024 * 1024
"""Bytes; nobody's routines have as many."""

Read = tuple[Kind, dict[str, Any]]
"""The kind of a file, and its values, which have the shape that the kind demands."""

_Reading = tuple[str, str, dict[str, Any]]
"""The text of a file, its kind, its values."""

_PACKAGE = Path(__file__).resolve().parents[1]
_JUDGES = ("boundary", "figure", "library", "session")
"""The rooms that decide what a sound file is."""


class Readings:
    """The readings kept in a file; without one, nothing is known and nothing kept."""

    def __init__(self, path: Path | None = None) -> None:
        """Take what is there. Where that cannot be read, nothing is known."""
        self._path = path
        self._known = _kept(path) if path else {}
        self._met: dict[str, _Reading] = {}

    def of(self, content: bytes, path: Path) -> Read | None:
        """What a file holds, if it held the same when it was read before."""
        found = self._known.get(str(path))
        if found is None or found[0].encode(errors="replace") != content:
            return None
        self._met[str(path)] = found
        _, kind, values = found
        return Kind(kind), values

    def note(self, content: bytes, path: Path, read: Read) -> None:
        """Have the reading of a file kept; its values have the shape of its kind."""
        kind, values = read
        self._met[str(path)] = (content.decode(), kind.value, values)

    def keep(self) -> None:
        """Keep the readings of all files that were met, and of no others.

        Only in a folder that is there; whatever stands in the way, they are made again next time.
        """
        if not self._path or self._met == self._known:
            return
        with suppress(WriteError, ValueError, RecursionError):
            files = json.dumps(self._met).encode()
            write_whole(self._path, b"%s\n%s" % (head_of(files), files))


@cache
def edition() -> str:
    """What tells this footcoach from another that may judge files in another way."""
    return f"{__version__} {zlib.crc32(''.join(_sources()).encode()):08x}"


def head_of(files: bytes) -> bytes:
    """The first line of what is kept: whose it is, and a sum that tells whether it is whole."""
    return f"{edition()} {zlib.crc32(files):08x}".encode()


def _sources() -> Iterator[str]:
    """A line for each file of the rooms that judge: whoever works on them need not think of us."""
    for room in _JUDGES:
        with suppress(OSError), os.scandir(_PACKAGE / room) as files:
            for file in sorted(files, key=lambda file: file.name):
                if file.name.endswith(".py"):
                    status = file.stat()
                    yield f"{room} {file.name} {status.st_size} {status.st_mtime_ns}\n"


def _kept(path: Path) -> dict[str, _Reading]:
    try:
        head, _, files = read_regular(path, LARGEST).partition(b"\n")
        if head != head_of(files):
            return {}
        return {file: _reading(*found) for file, found in json.loads(files).items()}
    except (UnreadableError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return {}


def _reading(text: str, kind: str, values: dict[str, Any]) -> _Reading:
    """What was kept of a file. Raises ValueError and TypeError where it is nothing we keep."""
    return str(text), Kind(kind).value, dict(values)
