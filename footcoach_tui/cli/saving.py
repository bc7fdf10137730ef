"""Saving sessions from the shell; what the disk does not take is written out, not lost."""

import json
import sys
from collections.abc import Iterable

from footcoach_tui import wiring
from footcoach_tui.cli.exits import CliError, warn
from footcoach_tui.history.codec import to_document
from footcoach_tui.history.problem import HistoryError
from footcoach_tui.session.record import SessionRecord


def save(record: SessionRecord) -> SessionRecord:
    """The record as it was stored. Raises CliError when it could not be; it is written out then."""
    try:
        saved = wiring.open_history().add(record)
    except HistoryError as error:
        spell_out([record])
        raise CliError(str(error)) from error
    warn(saved.told)
    return saved.record


def spell_out(records: Iterable[SessionRecord]) -> None:
    """Write sessions to the standard error, a line each, as the history would keep them."""
    warn(["not saved; keep what follows, one session a line:"])
    for record in records:
        print(json.dumps(to_document(record)), file=sys.stderr)
