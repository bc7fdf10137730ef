"""Saving of plain sessions; a session that cannot be saved is printed."""

import json
import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from footcoach_tui import wiring
from footcoach_tui.cli.errors import warn
from footcoach_tui.cli.plain.keyboard import Keyboard
from footcoach_tui.history.codec import to_document
from footcoach_tui.history.errors import HistoryError
from footcoach_tui.session.record import SessionRecord

if TYPE_CHECKING:  # a name for the type checker only: the journals import the library
    from footcoach_tui.playback.interrupted import SessionJournals

_RETRY = "It is still in memory: enter tries again, q prints it as text."
_UNSAVED = "not saved; put the lines below in a file, and footcoach import FILE.jsonl takes them:"


def save_session(
    record: SessionRecord,
    keyboard: Keyboard | None = None,
    write: Callable[[Iterable[str]], None] = lambda _: None,
) -> SessionRecord:
    """Save a session; returns the record as stored.

    With an open keyboard the user may try again. Raises HistoryError, after printing the session,
    if it is not saved.
    """
    while True:
        try:
            saved = wiring.open_history().add(record)
        except HistoryError as error:
            if keyboard and keyboard.is_open:
                write([f"Not saved yet: {error}.", _RETRY])
                if keyboard.read_line(None) == "":
                    continue
            print_unsaved([record])
            raise
        warn(saved.warnings)
        return saved.record


def save_finished_sessions(journals: "SessionJournals") -> None:
    """Save sessions that had ended but were not saved; discard journals of saved sessions."""
    history = wiring.open_history()
    for session in journals.find_interrupted()[0]:
        try:
            is_saved = history.get(session.info.id)  # the saved record may hold more
            if session.is_live or not (is_saved or session.is_over):
                continue
            if not is_saved:
                warn(history.add(session.record()).warnings)
                name = f"{session.routine.title} of {session.info.started:%Y-%m-%d}"
                warn([f"{name} had ended, and is in the history now"])
            journals.discard(session)
        except HistoryError as error:
            warn([error])


def print_unsaved(records: Iterable[SessionRecord]) -> None:
    """Print sessions to the standard error, one line each, as `footcoach import` reads them."""
    warn([_UNSAVED])
    for record in records:
        print(json.dumps(to_document(record)), file=sys.stderr)
