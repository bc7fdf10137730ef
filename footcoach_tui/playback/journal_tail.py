"""Reading on in a journal while another footcoach writes it; the file is never changed."""

import fcntl
import os
from contextlib import suppress

from footcoach_tui.boundary.files import error_reason
from footcoach_tui.boundary.text import clean
from footcoach_tui.history.errors import HistoryError
from footcoach_tui.playback.journal_format import decode_entries
from footcoach_tui.playback.open_journals import OpenJournal
from footcoach_tui.session.journal import JournalEntry

_FLAGS = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
_MAX_READ = 1 << 20
"""Bytes that are read at once; the next read takes the rest."""


class JournalTail:
    """Lines added to a journal since it was read."""

    def __init__(self, journal: OpenJournal) -> None:
        """Raises HistoryError where the journal is gone."""
        self._path = journal.path
        try:
            self._handle = os.open(journal.path, _FLAGS)
        except FileNotFoundError as error:
            raise HistoryError("That session has just ended") from error
        except OSError as error:
            raise HistoryError(f"{clean(str(journal.path))}: {error_reason(error)}") from error
        self._offset = journal.size

    @property
    def is_removed(self) -> bool:
        """Whether the journal was removed: the session is in the history, or was discarded."""
        try:
            return os.fstat(self._handle).st_nlink == 0 and not self._reopen_if_replaced()
        except OSError:
            return True

    @property
    def is_live(self) -> bool:
        """Whether a process plays the session, and so holds the lock of its journal."""
        return self._is_locked() or (self._reopen_if_replaced() and self._is_locked())

    def read_new(self) -> tuple[JournalEntry, ...]:
        """The entries added since the last read; a line that is not whole yet is read later."""
        try:
            content = os.pread(self._handle, _MAX_READ, self._offset)
        except OSError:
            return ()
        whole = content[: content.rfind(b"\n") + 1]
        self._offset += len(whole)
        return decode_entries(whole)

    def close(self) -> None:
        with suppress(OSError):
            os.close(self._handle)
        self._handle = -1

    def _reopen_if_replaced(self) -> bool:
        """Go on in another file of this name, if the writer has written all lines anew there."""
        try:
            if os.fstat(self._handle).st_nlink > 0:
                return False
            handle = os.open(self._path, _FLAGS)
        except OSError:
            return False
        os.close(self._handle)
        self._handle = handle
        return True

    def _is_locked(self) -> bool:
        try:
            fcntl.flock(self._handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        except OSError:
            return False
        with suppress(OSError):
            fcntl.flock(self._handle, fcntl.LOCK_UN)
        return False
