"""The formats that sessions are exported in, and which of them can be imported."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path

from footcoach_tui.history.exchange.imported import ImportedSession, RowError
from footcoach_tui.session.record import SessionRecord


class Format(StrEnum):
    """A format, by the word for it on the command line."""

    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    MARKDOWN = "markdown"


IMPORT_FORMATS = (Format.JSON, Format.JSONL, Format.CSV)
"""Those that carry whole sessions; Markdown is a summary for people."""

_ENDINGS = {
    ".json": Format.JSON,
    ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL,
    ".csv": Format.CSV,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
}


def format_of(path: Path) -> Format | None:
    """The format that a file's name ends in, of any case; None for another ending."""
    return _ENDINGS.get(path.suffix.lower())


def export_sessions(
    kind: Format, records: Iterable[SessionRecord], query: str = ""
) -> Iterator[str]:
    """The text of an export, piece by piece; one record at a time is asked for.

    `query` is what was asked for, as typed: a summary tells it.
    """
    # Each format is imported when it is meant: none needs what the others do.
    match kind:
        case Format.JSON:
            from footcoach_tui.history.exchange import json_file  # noqa: PLC0415 - as above

            return json_file.export_json(records)
        case Format.JSONL:
            from footcoach_tui.history.exchange import json_lines  # noqa: PLC0415 - as above

            return json_lines.export_jsonl(records)
        case Format.CSV:
            from footcoach_tui.history.exchange import csv_export  # noqa: PLC0415 - as above

            return csv_export.export_csv(records)
        case Format.MARKDOWN:
            from footcoach_tui.history.exchange import markdown  # noqa: PLC0415 - as above

            return markdown.export_markdown(records, query)


def import_sessions(kind: Format, content: bytes) -> Iterator[ImportedSession | RowError]:
    """What a file of the format holds, session by session, and what is wrong with it.

    Raises HistoryError for a file as a whole: of a newer footcoach, or a summary.
    """
    match kind:
        case Format.JSON:
            from footcoach_tui.history.exchange import json_file  # noqa: PLC0415 - as above

            return json_file.import_json(content)
        case Format.JSONL:
            from footcoach_tui.history.exchange import json_lines  # noqa: PLC0415 - as above

            return json_lines.import_jsonl(content)
        case Format.CSV:
            from footcoach_tui.history.exchange import csv_import  # noqa: PLC0415 - as above

            return csv_import.import_csv(content)
        case Format.MARKDOWN:
            raise ValueError("a summary cannot be read back")
