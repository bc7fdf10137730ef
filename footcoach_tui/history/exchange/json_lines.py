"""JSONL: one session a line, written and read without holding the others."""

import json
from collections.abc import Iterable, Iterator
from io import BytesIO

from footcoach_tui.history.codec import to_document
from footcoach_tui.history.exchange.import_results import (
    MAX_SESSION_CHARACTERS,
    ImportedSession,
    RowError,
    imported_session,
)
from footcoach_tui.history.exchange.json_source import decode_json
from footcoach_tui.session.record import SessionRecord


def export_sessions(records: Iterable[SessionRecord]) -> Iterator[str]:
    """A line for each record, in ASCII."""
    for record in records:
        yield json.dumps(to_document(record), allow_nan=False, separators=(",", ":")) + "\n"


def import_sessions(content: bytes) -> Iterator[ImportedSession | RowError]:
    """The session of each line that is not blank. A bad line does not touch the others."""
    file = BytesIO(content)
    number = 0
    while line := file.readline(MAX_SESSION_CHARACTERS + 1):
        number += 1
        if len(line) > MAX_SESSION_CHARACTERS and not line.endswith(b"\n"):
            yield RowError(number, "", f"is longer than {MAX_SESSION_CHARACTERS >> 20} MiB")
            while line and not line.endswith(b"\n"):  # the rest of it
                line = file.readline(MAX_SESSION_CHARACTERS)
        elif not line.isspace():
            yield _read(number, line)


def _read(number: int, line: bytes) -> ImportedSession | RowError:
    try:
        document = decode_json(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        return RowError(number, "", f"is not UTF-8 (byte {error.start + 1} of the line)")
    except ValueError as error:
        return RowError(number, "", str(error))
    return imported_session(number, document)
