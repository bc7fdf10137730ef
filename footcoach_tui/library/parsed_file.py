"""Parsed files: read, checked for their shape, and cached for the next start.

Parsing the bundled files takes longer than to show them, and imports pydantic with all its memory.
So the values of a file of sound shape are stored as JSON beside the text they were parsed from.
They are used as they are: an entry is valid for the same text only, and the whole cache for the
same edition of footcoach and with its checksum. It can be deleted at any time.
"""

import json
import zlib
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, Self

from footcoach_tui.boundary.files import WriteError, write_atomically
from footcoach_tui.boundary.paths import PathError, create_private_folder
from footcoach_tui.boundary.safe_read import UnreadableError, read_regular_file
from footcoach_tui.boundary.text import clean
from footcoach_tui.boundary.toml import TomlDocument, parse_toml
from footcoach_tui.library.edition import edition
from footcoach_tui.library.faults import Fault
from footcoach_tui.library.kinds import SHARED_KINDS, FileKind, TomlTable

_FILE_LIMIT = 256 * 1024  # bytes
_CACHE_LIMIT = 16 * 1024 * 1024  # bytes


class _Entry(NamedTuple):
    """Stored file: its text, kind and values."""

    content: bytes
    kind: FileKind
    values: dict[str, Any]


_Sound = tuple[list[str], list[str]]
"""Paths of files that all others may refer to, and of the files that were sound beside them."""


class _Stored(NamedTuple):
    """Content of a cache file: files by their paths, and which of them were sound."""

    files: dict[str, _Entry]
    sound: list[_Sound]


class ParseCache:
    """Parsed files by their paths; without a path of its own, always empty.

    With `is_self_contained` no file refers to any outside of the cache. Then a file that was sound
    needs no check while it and the files that it refers to are the same.
    """

    def __init__(self, path: Path | None = None, *, is_self_contained: bool = False) -> None:
        # A missing or damaged cache counts as empty.
        self._path = path
        self._is_self_contained = is_self_contained
        self._stored = _load(path) if path else _Stored({}, [])
        self._used: dict[str, _Entry] = {}
        self._same: set[str] = set()
        """Paths of the files so far that are as they were stored."""
        self._sound: list[_Sound] = []

    def sound_files(self) -> frozenset[str]:
        """Return the files so far that are as they were when they were sound.

        The sources and safety texts beside them are the same too, but perhaps not the exercises.
        """
        shared = self._shared()
        if not (self._is_self_contained and self._same.issuperset(shared)):
            return frozenset()
        sound = {path for beside, paths in self._stored.sound if beside == shared for path in paths}
        return frozenset(self._same & sound)

    def note_sound(self, files: Iterable[str]) -> None:
        """Store that these files are sound beside the files so far."""
        if self._is_self_contained:
            self._sound.append((self._shared(), [path for path in files if path in self._used]))

    def note_partial(self) -> None:
        """Note that others refer to a file which has faults: no file is known to be sound."""
        self._is_self_contained = False

    def _shared(self) -> list[str]:
        return sorted(path for path, entry in self._used.items() if entry.kind in SHARED_KINDS)

    def get(self, content: bytes, path: Path) -> tuple[FileKind, dict[str, Any]] | None:
        """Return kind and values of a file, or None if its content is not the cached one."""
        entry = self._stored.files.get(str(path))
        if entry is None or entry.content != content:
            return None
        self._used[str(path)] = entry
        self._same.add(str(path))
        return entry.kind, entry.values

    def put(self, content: bytes, path: Path, kind: FileKind, values: dict[str, Any]) -> None:
        """Add a file; its values must have the shape of its kind."""
        self._used[str(path)] = _Entry(content, kind, values)

    def save(self) -> None:
        """Write the files that were got or put, and no others.

        Its folder is made if needed. Errors are ignored: the files are parsed again next time.
        """
        stored = _Stored(self._used, self._sound)
        if not self._path or stored == self._stored:
            return
        with suppress(WriteError, PathError, ValueError, RecursionError):
            body = _body(stored)
            create_private_folder(self._path.parent)
            write_atomically(self._path, b"%s\n%s" % (_cache_head(body), body))


@dataclass(frozen=True)
class ParsedFile:
    """A TOML file with the faults of its shape; values at fault are UNKNOWN in `table`."""

    document: TomlDocument
    kind: FileKind
    table: TomlTable
    faults: tuple[Fault, ...] = ()

    @classmethod
    def read(cls, path: Path, cache: ParseCache, *, inside: Path | None = None) -> Self:
        """Read a file and check its shape, unless the cache has its content.

        With `inside`, links must stay in that folder. Raises UnreadableError and TomlError.
        """
        return cls.parse(read_regular_file(path, _FILE_LIMIT, inside=inside), path, cache)

    @classmethod
    def parse(cls, content: bytes, path: Path, cache: ParseCache) -> Self:
        """Check the shape of a content, unless the cache has it. Raises TomlError."""
        if cached := cache.get(content, path):
            kind, values = cached
            return cls(TomlDocument.from_values(content, str(path), values), kind, values)
        document = parse_toml(content, str(path))
        # They import pydantic, which is slow and not needed for cached files.
        from footcoach_tui.library.messages import check_shape  # noqa: PLC0415 - see above
        from footcoach_tui.library.schema import MODELS, kind_of  # noqa: PLC0415 - see above

        kind = kind_of(document.values, path)
        table, faults = check_shape(MODELS[kind], document.values)
        if not faults:
            cache.put(content, path, kind, document.values)
        return cls(document, kind, table, faults)

    @cached_property
    def id(self) -> str:
        """Id in the file; "" where it is at fault or there is none."""
        return self._text("id")

    @cached_property
    def title(self) -> str:
        """Title of a routine or name of an exercise, or ""."""
        return self._text("name" if self.kind is FileKind.EXERCISE else "title")

    def _text(self, key: str) -> str:
        value = self.table.get(key)
        return clean(value).strip() if isinstance(value, str) else ""


def _body(stored: _Stored) -> bytes:
    """Return a line of JSON, and after it the texts of all files: these need no decoding."""
    files = {
        path: (entry.kind.value, entry.values, len(entry.content))
        for path, entry in stored.files.items()
    }
    table = json.dumps({"files": files, "sound": stored.sound})
    return b"%s\n%s" % (table.encode(), b"".join(each.content for each in stored.files.values()))


def _load(path: Path) -> _Stored:
    try:
        head, _, body = read_regular_file(path, _CACHE_LIMIT).partition(b"\n")
        if head != _cache_head(body):
            return _Stored({}, [])
        table, _, texts = body.partition(b"\n")
        stored = json.loads(table)
        files: dict[str, _Entry] = {}
        start = 0
        for file, (kind, values, size) in stored["files"].items():
            files[file] = _Entry(texts[start : start + size], FileKind(kind), dict(values))
            start += size
        sound = [
            (list(map(str, beside)), list(map(str, paths))) for beside, paths in stored["sound"]
        ]
        return _Stored(files, sound)
    except (UnreadableError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return _Stored({}, [])


def _cache_head(body: bytes) -> bytes:
    """Return the first line of the cache file: edition and checksum."""
    return f"{edition()} {zlib.crc32(body):08x}".encode()
