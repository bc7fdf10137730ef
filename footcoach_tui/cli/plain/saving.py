"""Saving sessions from the shell; what the disk does not take is written out, not lost."""

import json
import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from footcoach_tui import wiring
from footcoach_tui.cli.errors import CliError, warn
from footcoach_tui.cli.plain.keyboard import Keyboard
from footcoach_tui.history.codec import to_document
from footcoach_tui.history.errors import HistoryError
from footcoach_tui.session.record import SessionRecord

if TYPE_CHECKING:  # a name for the type checker only: the journals bring the library
    from footcoach_tui.playback.interrupted import SessionJournals

_ASK = "It is kept in memory: enter tries again, q gives it to you as text."
_KEEP = "not saved; put the lines below in a file, and footcoach import FILE.jsonl takes them:"


def save_session(record: SessionRecord) -> SessionRecord:
    """The record as it was stored. Raises CliError when it could not be; it is written out then."""
    try:
        return _added(record)
    except HistoryError as error:
        print_unsaved([record])
        raise CliError(str(error)) from error


def save_with_retry(
    record: SessionRecord, keyboard: Keyboard, write: Callable[[Iterable[str]], None]
) -> SessionRecord:
    """The same, but where somebody can answer it is tried again as often as they like."""
    while True:
        try:
            return _added(record)
        except HistoryError as error:
            if keyboard.is_open:
                write([f"Not saved yet: {error}.", _ASK])
            if not keyboard.is_open or keyboard.read_line(None) != "":
                print_unsaved([record])
                raise CliError(str(error)) from error


def _added(record: SessionRecord) -> SessionRecord:
    saved = wiring.open_history().add(record)
    warn(saved.warnings)
    return saved.record


def save_finished_sessions(journals: "SessionJournals") -> None:
    """Bring sessions that had ended into the history, where only their way there was cut off.

    The journals of those that are there already go.
    """
    history = wiring.open_history()
    for one in journals.find_interrupted()[0]:
        try:
            is_saved = history.get(one.info.id)  # as it is there it may say more
            if one.is_live or not (is_saved or one.is_over):
                continue
            if not is_saved:
                warn(history.add(one.record()).warnings)
                name = f"{one.routine.title} of {one.info.started:%Y-%m-%d}"
                warn([f"{name} had ended, and is in the history now"])
            journals.discard(one)
        except HistoryError as error:
            warn([error])


def print_unsaved(records: Iterable[SessionRecord]) -> None:
    """Write sessions to the standard error, a line each, as `footcoach import` takes them."""
    warn([_KEEP])
    for record in records:
        print(json.dumps(to_document(record)), file=sys.stderr)
