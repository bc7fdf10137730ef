"""Following a journal while another footcoach writes it; nothing here changes the file."""

import fcntl
import os
from contextlib import suppress

from footcoach_tui.boundary.files import error_reason
from footcoach_tui.boundary.text import clean
from footcoach_tui.history.errors import HistoryError
from footcoach_tui.playback.entries import JournalLineError, decode_entry
from footcoach_tui.playback.open_journals import OpenJournal
from footcoach_tui.session.journal import JournalEntry

_FLAGS = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
_MOST = 1 << 20
"""Bytes that are read at once; the rest waits for the next time."""


class JournalTail:
    """What is added to a journal from where it was read to."""

    def __init__(self, found: OpenJournal) -> None:
        """Raises HistoryError where the journal is gone."""
        self._path = found.path
        try:
            self._handle = os.open(found.path, _FLAGS)
        except FileNotFoundError as error:
            raise HistoryError("That session has just ended") from error
        except OSError as error:
            raise HistoryError(f"{clean(str(found.path))}: {error_reason(error)}") from error
        self._place = found.size

    @property
    def is_removed(self) -> bool:
        """Whether the journal was removed: the session is in the history, or thrown away."""
        try:
            return os.fstat(self._handle).st_nlink == 0 and not self._has_moved()
        except OSError:
            return True

    @property
    def is_live(self) -> bool:
        """Whether somebody plays the session: a lock that can be shared is held by nobody."""
        return self._is_held() or (self._has_moved() and self._is_held())

    def _has_moved(self) -> bool:
        """Whether all was written anew to another file of this name; that is followed then."""
        try:
            if os.fstat(self._handle).st_nlink > 0:
                return False
            handle = os.open(self._path, _FLAGS)
        except OSError:
            return False
        os.close(self._handle)
        self._handle = handle
        return True

    def _is_held(self) -> bool:
        try:
            fcntl.flock(self._handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        except OSError:
            return False
        with suppress(OSError):
            fcntl.flock(self._handle, fcntl.LOCK_UN)
        return False

    def read_new(self) -> tuple[JournalEntry, ...]:
        """What was added since the last time; a line that is not whole yet is read later."""
        try:
            piece = os.pread(self._handle, _MOST, self._place)
        except OSError:
            return ()
        whole = piece[: piece.rfind(b"\n") + 1]
        self._place += len(whole)
        found: list[JournalEntry] = []
        for line in whole.splitlines():
            with suppress(JournalLineError):
                found.append(decode_entry(line))
        return tuple(found)

    def close(self) -> None:
        """Follow it no more."""
        with suppress(OSError):
            os.close(self._handle)
        self._handle = -1
