"""Formats that sessions are exported in, and which of them can be imported."""

from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path

from footcoach_tui.history.exchange import csv_export, csv_import, json_file, json_lines
from footcoach_tui.history.exchange.import_results import ImportedSession, RowError
from footcoach_tui.session.record import SessionRecord


class Format(StrEnum):
    """A format, by its name on the command line."""

    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    MARKDOWN = "markdown"
    HEVY = "hevy"
    FIT = "fit"

    @classmethod
    def of_file(cls, path: Path) -> "Format | None":
        """The format of a file by its suffix, of any case; None for an unknown one."""
        return _FORMAT_BY_SUFFIX.get(path.suffix.lower())

    @property
    def can_import(self) -> bool:
        """Whether it carries whole sessions, or is read as another format, as Hevy's CSV is."""
        return self in {Format.JSON, Format.JSONL, Format.CSV}

    def export_sessions(self, records: Iterable[SessionRecord], query: str = "") -> Iterator[str]:
        """The text of an export, piece by piece; the records are read one at a time.

        `query` is what was asked for, as typed: a summary says so.
        """
        match self:
            case Format.JSON:
                return json_file.export_sessions(records)
            case Format.JSONL:
                return json_lines.export_sessions(records)
            case Format.CSV:
                return csv_export.export_sessions(records)
            case Format.MARKDOWN:
                from footcoach_tui.history.exchange import markdown  # noqa: PLC0415 - takes 20 ms

                return markdown.export_sessions(records, query)
            case Format.HEVY:
                from footcoach_tui.history.exchange import hevy_export  # noqa: PLC0415 - seldom

                return hevy_export.export_sessions(records)
            case Format.FIT:
                raise ValueError("a FIT file is no text, and holds one session")

    def import_sessions(self, content: bytes) -> Iterator[ImportedSession | RowError]:
        """The sessions of a file, one by one, and the errors in it.

        Raises HistoryError for a file as a whole: of a newer footcoach.
        """
        content = content.removeprefix(BOM_UTF8)
        match self:
            case Format.JSON:
                return json_file.import_sessions(content)
            case Format.JSONL:
                return json_lines.import_sessions(content)
            case Format.CSV:
                return csv_import.import_sessions(content)
            case Format.MARKDOWN | Format.HEVY | Format.FIT:
                raise ValueError(f"{self} cannot be imported")


_FORMAT_BY_SUFFIX = {
    ".json": Format.JSON,
    ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL,
    ".csv": Format.CSV,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".fit": Format.FIT,
}
