"""Parsed files: read, checked for their shape, and cached for the next start.

Parsing the bundled files takes longer than to show them, and imports pydantic with all its memory.
So the values of a file of sound shape are stored as JSON beside the text they were parsed from.
They are used as they are: an entry is valid for the same text only, and the whole cache for the
same edition of footcoach and with its checksum. It can be deleted at any time.
"""

import json
import zlib
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, Self

from footcoach_tui.boundary.files import WriteError, write_atomically
from footcoach_tui.boundary.paths import PathError, create_private_folder
from footcoach_tui.boundary.safe_read import UnreadableError, read_regular_file
from footcoach_tui.boundary.text import clean
from footcoach_tui.boundary.toml import TomlDocument, parse_toml
from footcoach_tui.library.edition import edition
from footcoach_tui.library.faults import Fault
from footcoach_tui.library.kinds import FileKind, TomlTable

_FILE_LIMIT = 256 * 1024  # bytes
_CACHE_LIMIT = 16 * 1024 * 1024  # bytes

_Entry = tuple[str, str, dict[str, Any]]
"""Text of a file, its kind, its values."""


class _Stored(NamedTuple):
    """Content of a cache file: files by their paths, and sets of them that were sound together."""

    files: dict[str, _Entry]
    sound: list[list[str]]


class ParseCache:
    """Parsed files by their paths, in a JSON file; without a path, always empty.

    With `is_self_contained` no file refers to any outside of the cache. Then files that were sound
    together need no check while they are the same.
    """

    def __init__(self, path: Path | None = None, *, is_self_contained: bool = False) -> None:
        # A missing or damaged cache counts as empty.
        self._path = path
        self._is_self_contained = is_self_contained
        self._stored = _load(path) if path else _Stored({}, [])
        self._used: dict[str, _Entry] = {}
        self._sound: list[list[str]] = []
        self._is_same = True
        """Whether all files so far are as they were stored."""

    @property
    def is_sound(self) -> bool:
        """Whether the files so far, and no others, were sound together when they were stored."""
        return self._is_same and sorted(self._used) in self._stored.sound

    def note_sound(self) -> None:
        """Store that the files so far are sound together."""
        if self._is_self_contained:
            self._sound.append(sorted(self._used))

    def get(self, content: bytes, path: Path) -> tuple[FileKind, dict[str, Any]] | None:
        """Return kind and values of a file, or None if its content is not the cached one."""
        entry = self._stored.files.get(str(path))
        if entry is None or entry[0].encode(errors="replace") != content:
            self._is_same = False
            return None
        self._used[str(path)] = entry
        _, kind, values = entry
        return FileKind(kind), values

    def put(self, content: bytes, path: Path, kind: FileKind, values: dict[str, Any]) -> None:
        """Add a file; its values must have the shape of its kind."""
        self._used[str(path)] = (content.decode(), kind.value, values)

    def save(self) -> None:
        """Write the files that were got or put, and no others.

        Its folder is made if needed. Errors are ignored: the files are parsed again next time.
        """
        content = _Stored(self._used, self._sound)
        if not self._path or content == self._stored:
            return
        with suppress(WriteError, PathError, ValueError, RecursionError):
            body = json.dumps(content._asdict()).encode()
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

    @property
    def id(self) -> str:
        """Id in the file; "" where it is at fault or there is none."""
        return self._text("id")

    @property
    def title(self) -> str:
        """Title of a routine or name of an exercise, or ""."""
        return self._text("name" if self.kind is FileKind.EXERCISE else "title")

    def _text(self, key: str) -> str:
        value = self.table.get(key)
        return clean(value).strip() if isinstance(value, str) else ""


def _load(path: Path) -> _Stored:
    try:
        head, _, body = read_regular_file(path, _CACHE_LIMIT).partition(b"\n")
        if head != _cache_head(body):
            return _Stored({}, [])
        stored = json.loads(body)
        files = {file: _entry(*entry) for file, entry in stored["files"].items()}
        return _Stored(files, [list(map(str, paths)) for paths in stored["sound"]])
    except (UnreadableError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return _Stored({}, [])


def _entry(text: str, kind: str, values: dict[str, Any]) -> _Entry:
    """Return a stored entry. Raises ValueError and TypeError where it is none."""
    return str(text), FileKind(kind).value, dict(values)


def _cache_head(body: bytes) -> bytes:
    """Return the first line of the cache file: edition and checksum."""
    return f"{edition()} {zlib.crc32(body):08x}".encode()
