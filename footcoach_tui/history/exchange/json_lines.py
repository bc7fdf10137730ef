"""JSONL: one session a line, to be written and read without holding the others."""

import json
from collections.abc import Iterable, Iterator
from io import BytesIO

from footcoach_tui.history.codec import to_document
from footcoach_tui.history.exchange.arrivals import (
    BOM,
    LARGEST_SESSION,
    Arrival,
    Flaw,
    arrival,
)
from footcoach_tui.history.exchange.strict_json import STRICT, why
from footcoach_tui.session.record import SessionRecord


def written(records: Iterable[SessionRecord]) -> Iterator[str]:
    """A line for each record, in ASCII."""
    for record in records:
        yield json.dumps(to_document(record), allow_nan=False, separators=(",", ":")) + "\n"


def read(content: bytes) -> Iterator[Arrival | Flaw]:
    """The session of each line that is not blank. A line without one does not touch the others."""
    file = BytesIO(content)
    file.seek(len(BOM) if content.startswith(BOM) else 0)
    number = 0
    while line := file.readline(LARGEST_SESSION + 1):
        number += 1
        if len(line) > LARGEST_SESSION and not line.endswith(b"\n"):
            yield Flaw(number, "", f"is longer than {LARGEST_SESSION >> 20} MiB")
            _skip_rest(file)
        elif not line.isspace():
            yield _arrival(number, line)


def _arrival(number: int, line: bytes) -> Arrival | Flaw:
    try:
        return arrival(number, STRICT.decode(line.decode("utf-8")))
    except UnicodeDecodeError as error:
        return Flaw(number, "", f"is not UTF-8 (byte {error.start + 1} of the line)")
    except (ValueError, RecursionError) as error:
        return Flaw(number, "", why(error))


def _skip_rest(file: BytesIO) -> None:
    while (piece := file.readline(LARGEST_SESSION)) and not piece.endswith(b"\n"):
        pass
