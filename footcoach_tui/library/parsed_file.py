"""A parsed file: its kind, its values, and the faults of its shape."""

from dataclasses import dataclass
from pathlib import Path

from footcoach_tui.boundary.safe_read import read_regular_file
from footcoach_tui.boundary.text import clean
from footcoach_tui.boundary.toml import TomlDocument, document_from_values, parse_toml
from footcoach_tui.library.faults import Fault, TomlTable
from footcoach_tui.library.kinds import FileKind
from footcoach_tui.library.parse_cache import ParseCache

_SIZE_LIMIT = 256 * 1024
"""Bytes."""


@dataclass(frozen=True)
class ParsedFile:
    """A TOML file with the faults of its shape; what is at fault in `table` is UNKNOWN."""

    document: TomlDocument
    kind: FileKind
    table: TomlTable
    faults: tuple[Fault, ...] = ()

    @property
    def id(self) -> str:
        """Id in the file; "" where it is at fault or there is none."""
        return "" if self.kind is FileKind.SOURCES else self._text("id")

    @property
    def title(self) -> str:
        """Title of a routine or name of an exercise, or ""."""
        return self._text("title" if self.kind is FileKind.ROUTINE else "name")

    def _text(self, key: str) -> str:
        value = self.table.get(key)
        return clean(value).strip() if isinstance(value, str) else ""


def parse_file(path: Path, cache: ParseCache, *, inside: Path | None = None) -> ParsedFile:
    """Read a file and check its shape, unless the cache has its content.

    With `inside`, links must stay in that folder. Raises UnreadableError and TomlError.
    """
    content = read_regular_file(path, _SIZE_LIMIT, inside=inside)
    if cached := cache.get(content, path):
        kind, values = cached
        return ParsedFile(document_from_values(content, str(path), values), kind, values)
    parsed = _with_shape(parse_toml(content, str(path)), path)
    if not parsed.faults:
        cache.put(content, path, parsed.kind, parsed.document.values)
    return parsed


def _with_shape(document: TomlDocument, path: Path) -> ParsedFile:
    # Imported here, for they import pydantic, which is slow and not needed for cached files.
    from footcoach_tui.library.messages import check_shape  # noqa: PLC0415
    from footcoach_tui.library.schema import MODELS, kind_of  # noqa: PLC0415

    kind = kind_of(document.values, path)
    table, faults = check_shape(MODELS[kind], document.values)
    return ParsedFile(document, kind, table, faults)
