"""A file that has been read: which kind it is, and what its shape says."""

from dataclasses import dataclass
from pathlib import Path

from footcoach_tui.boundary.reading import read_regular
from footcoach_tui.boundary.text import clean
from footcoach_tui.boundary.toml import Document, parse
from footcoach_tui.library.faults import Fault, Table
from footcoach_tui.library.kinds import Kind, kind_of
from footcoach_tui.library.shape import shaped

FILE_LIMIT = 256 * 1024
"""Bytes that an exercise, routine or source file may have."""


@dataclass(frozen=True)
class Draft:
    """A TOML file with the faults of its shape; what is at fault in `table` is UNKNOWN."""

    document: Document
    kind: Kind
    table: Table
    faults: tuple[Fault, ...]

    @property
    def id(self) -> str:
        """The id it gives itself, or "" where that is at fault or there is none."""
        return "" if self.kind is Kind.SOURCES else self._text("id")

    @property
    def title(self) -> str:
        """Its name for people, or ""."""
        return self._text("title" if self.kind is Kind.ROUTINE else "name")

    def _text(self, key: str) -> str:
        value = self.table.get(key)
        return clean(value).strip() if isinstance(value, str) else ""


def open_draft(path: Path, *, inside: Path | None = None) -> Draft:
    """Read a file and check its shape.

    With `inside`, links must stay in that folder. Raises UnreadableError and TomlError.
    """
    document = parse(read_regular(path, FILE_LIMIT, inside=inside), str(path))
    kind = kind_of(document.values, path)
    table, faults = shaped(kind.model, document.values)
    return Draft(document, kind, table, faults)
