"""Cache of parsed files, so that unchanged files are not parsed and checked at each start.

Parsing the bundled files takes longer than to show them, and imports pydantic with all its memory.
So the values of a sound file are stored as JSON beside the text they were parsed from. They are
used as they are: an entry is valid for the same text only, and the whole cache for the same
edition of footcoach and with its checksum. It can be deleted at any time.
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
from footcoach_tui.boundary.files import WriteError, write_atomically
from footcoach_tui.boundary.safe_read import UnreadableError, read_regular_file
from footcoach_tui.library.kinds import FileKind

_SIZE_LIMIT = 16 * 1024 * 1024
"""Bytes."""

_Entry = tuple[str, str, dict[str, Any]]
"""The text of a file, its kind, its values."""

_PACKAGE = Path(__file__).resolve().parents[1]
_RULE_FOLDERS = ("boundary", "figure", "library", "session")
"""Folders of the code that decides what a sound file is."""


class ParseCache:
    """Parsed files by their paths, in a JSON file; without a path, always empty."""

    def __init__(self, path: Path | None = None) -> None:
        """Read the cache; a missing or damaged one counts as empty."""
        self._path = path
        self._stored = _load(path) if path else {}
        self._used: dict[str, _Entry] = {}

    def get(self, content: bytes, path: Path) -> tuple[FileKind, dict[str, Any]] | None:
        """Return kind and values of a file, or None if its content is not the cached one."""
        entry = self._stored.get(str(path))
        if entry is None or entry[0].encode(errors="replace") != content:
            return None
        self._used[str(path)] = entry
        _, kind, values = entry
        return FileKind(kind), values

    def put(self, content: bytes, path: Path, kind: FileKind, values: dict[str, Any]) -> None:
        """Add a file; its values must have the shape of its kind."""
        self._used[str(path)] = (content.decode(), kind.value, values)

    def save(self) -> None:
        """Write the files that were got or put, and no others.

        Errors are ignored: the files are parsed again next time. No folder is made.
        """
        if not self._path or self._used == self._stored:
            return
        with suppress(WriteError, ValueError, RecursionError):
            body = json.dumps(self._used).encode()
            write_atomically(self._path, b"%s\n%s" % (_head_of(body), body))


def _load(path: Path) -> dict[str, _Entry]:
    try:
        head, _, body = read_regular_file(path, _SIZE_LIMIT).partition(b"\n")
        if head != _head_of(body):
            return {}
        return {file: _entry(*entry) for file, entry in json.loads(body).items()}
    except (UnreadableError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return {}


def _entry(text: str, kind: str, values: dict[str, Any]) -> _Entry:
    """Return a stored entry. Raises ValueError and TypeError where it is none."""
    return str(text), FileKind(kind).value, dict(values)


def _head_of(body: bytes) -> bytes:
    """Return the first line of the cache file: edition and checksum."""
    return f"{_edition()} {zlib.crc32(body):08x}".encode()


@cache
def _edition() -> str:
    """Return the version, and a checksum of the code that decides what a sound file is."""
    return f"{__version__} {zlib.crc32(''.join(_code_files()).encode()):08x}"


def _code_files() -> Iterator[str]:
    """Yield name, size and time of each file of that code: a change of it clears the cache."""
    for folder in _RULE_FOLDERS:
        with suppress(OSError), os.scandir(_PACKAGE / folder) as files:
            for file in sorted(files, key=lambda file: file.name):
                if file.name.endswith(".py"):
                    status = file.stat()
                    yield f"{folder} {file.name} {status.st_size} {status.st_mtime_ns}\n"
