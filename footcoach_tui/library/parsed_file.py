"""A file that has been read: which kind it is, and what its shape says."""

from dataclasses import dataclass
from pathlib import Path

from footcoach_tui.boundary.reading import read_regular
from footcoach_tui.boundary.text import clean
from footcoach_tui.boundary.toml import Document, document_of, parse
from footcoach_tui.library.faults import Fault, Table
from footcoach_tui.library.kinds import Kind
from footcoach_tui.library.parse_cache import Readings

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


def open_draft(path: Path, readings: Readings, *, inside: Path | None = None) -> Draft:
    """Read a file and check its shape, unless the same content has passed before.

    With `inside`, links must stay in that folder. Raises UnreadableError and TomlError.
    """
    content = read_regular(path, FILE_LIMIT, inside=inside)
    if read := readings.of(content, path):
        kind, values = read
        return Draft(document_of(content, str(path), values), kind, values, ())
    draft = _checked(parse(content, str(path)), path)
    if not draft.faults:
        readings.note(content, path, (draft.kind, draft.document.values))
    return draft


def _checked(document: Document, path: Path) -> Draft:
    from footcoach_tui.library.models import MODELS, kind_of  # noqa: PLC0415 - brings pydantic
    from footcoach_tui.library.shape import shaped  # noqa: PLC0415 - the same

    kind = kind_of(document.values, path)
    table, faults = shaped(MODELS[kind], document.values)
    return Draft(document, kind, table, faults)
