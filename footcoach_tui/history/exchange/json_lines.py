"""JSONL: one session a line, to be written and read without holding the others."""

import json
from collections.abc import Iterable, Iterator
from io import BytesIO

from footcoach_tui.history.codec import to_document
from footcoach_tui.history.exchange.imported import (
    BOM,
    MAX_SESSION_CHARACTERS,
    ImportedSession,
    RowError,
    imported_session,
)
from footcoach_tui.history.exchange.json_strict import STRICT_DECODER, json_error
from footcoach_tui.session.record import SessionRecord


def export_jsonl(records: Iterable[SessionRecord]) -> Iterator[str]:
    """A line for each record, in ASCII."""
    for record in records:
        yield json.dumps(to_document(record), allow_nan=False, separators=(",", ":")) + "\n"


def import_jsonl(content: bytes) -> Iterator[ImportedSession | RowError]:
    """The session of each line that is not blank. A line without one does not touch the others."""
    file = BytesIO(content)
    file.seek(len(BOM) if content.startswith(BOM) else 0)
    number = 0
    while line := file.readline(MAX_SESSION_CHARACTERS + 1):
        number += 1
        if len(line) > MAX_SESSION_CHARACTERS and not line.endswith(b"\n"):
            yield RowError(number, "", f"is longer than {MAX_SESSION_CHARACTERS >> 20} MiB")
            _skip_rest(file)
        elif not line.isspace():
            yield _arrival(number, line)


def _arrival(number: int, line: bytes) -> ImportedSession | RowError:
    try:
        return imported_session(number, STRICT_DECODER.decode(line.decode("utf-8")))
    except UnicodeDecodeError as error:
        return RowError(number, "", f"is not UTF-8 (byte {error.start + 1} of the line)")
    except (ValueError, RecursionError) as error:
        return RowError(number, "", json_error(error))


def _skip_rest(file: BytesIO) -> None:
    while (piece := file.readline(MAX_SESSION_CHARACTERS)) and not piece.endswith(b"\n"):
        pass
