"""Writer of a live session's journal: a file of lines that are only ever added.

The header line holds what the session began with, its routine included, for the routine files may
change meanwhile. Each line after it is a moment and the command that the player was sent then, if
any. The file is removed when the session is in the history.
"""

import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import Self

from footcoach_tui.boundary.files import error_reason, sync_folder
from footcoach_tui.boundary.paths import PathError
from footcoach_tui.boundary.text import clean
from footcoach_tui.history.errors import HistoryError
from footcoach_tui.playback.journal_file import (
    JOURNAL_FOLDER,
    JOURNAL_SUFFIX,
    create_locked,
    reopen_locked,
    replace_locked,
)
from footcoach_tui.playback.journal_format import JournalHeader, encode_entry
from footcoach_tui.playback.open_journals import OpenJournal
from footcoach_tui.session.journal import JournalEntry


class Journal:
    """Journal of one session, open for writing. No method raises.

    `warning` is a sentence for the user, set when writing begins to fail.
    """

    def __init__(self, path: Path, handle: int, content: bytes) -> None:
        """`handle` is open at the end of the file, and locked; `content` is that of the file."""
        self.path = path
        self.warning = ""
        self._handle = handle
        self._content = bytearray(content)
        self._written = len(content)
        """Bytes of the content that are in the file."""
        self._sync_is_due = self._is_stuck = self._is_doubtful = False
        self._write_lock = Lock()
        self._sync_thread = ThreadPoolExecutor(1, "journal")

    @classmethod
    def begin(cls, state: Path, header: JournalHeader) -> Self:
        """Begin a session's journal in the state folder, its header durable.

        Raises HistoryError.
        """
        path = state / JOURNAL_FOLDER / f"{header.info.id}{JOURNAL_SUFFIX}"
        content = header.encode()
        try:
            return cls(path, create_locked(path, content), content)
        except PathError as error:
            raise HistoryError(str(error)) from error
        except OSError as error:
            raise HistoryError(f"{clean(str(path))}: {error_reason(error)}") from error

    @classmethod
    def resume(cls, journal: OpenJournal) -> Self:
        """Go on with a journal. Raises HistoryError where another footcoach writes it."""
        try:
            return cls(journal.path, *reopen_locked(journal.path, journal.size))
        except BlockingIOError as error:
            raise HistoryError("Another footcoach is playing this session right now") from error
        except OSError as error:
            raise HistoryError(f"{clean(str(journal.path))}: {error_reason(error)}") from error

    @property
    def is_whole(self) -> bool:
        """Whether all lines are in the file, and no sync of it has failed."""
        return self._is_written and not self._is_doubtful

    def write(self, entry: JournalEntry, *, sync: bool = False) -> None:
        """Add a line; with `sync` it is made durable, in a thread of its own.

        A line that cannot be written is tried again with the next one: without it a replay would
        take its time for an absence.
        """
        if self._handle < 0:
            return
        with self._write_lock:
            self._content += encode_entry(entry)
            self._write_rest()
        self._sync_is_due = self._sync_is_due or sync
        if self._sync_is_due and self._is_written:
            self._sync_is_due = False
            self._sync_thread.submit(self._sync)

    def finish(self) -> None:
        """Remove the file: the session is in the history."""
        self._sync_thread.shutdown()  # a sync that fails would give the name to another file
        with suppress(OSError):
            self.path.unlink(missing_ok=True)
            sync_folder(self.path.parent)
        self._close_file()

    def close(self) -> None:
        """Close the file and leave it on disk, safe if it `is_whole`."""
        if self._handle < 0:
            return
        self._sync_thread.shutdown()
        with self._write_lock:
            self._write_rest()
        self._sync()
        self._close_file()

    @property
    def _is_written(self) -> bool:
        return self._written == len(self._content)

    def _write_rest(self) -> None:
        """Add what is not in the file yet, from the byte on where the last write stopped."""
        try:
            while not self._is_written:
                self._written += os.write(self._handle, self._content[self._written :])
            self._is_stuck = False
        except OSError as error:
            if not self._is_stuck:
                self._warn(error)
            self._is_stuck = True

    def _sync(self) -> None:
        """Make the file durable.

        After a sync that failed the system may have dropped lines, and no later sync of that file
        can be believed: all is written anew to another file.
        """
        was_doubtful = self._is_doubtful
        try:
            if not was_doubtful:
                with suppress(OSError):
                    os.fsync(self._handle)
                    return
            self._is_doubtful = True
            self._rewrite()
            self._is_doubtful = False
        except OSError as error:
            if not was_doubtful:
                self._warn(error)

    def _rewrite(self) -> None:
        """Write all lines to a new file, which takes the name of the old one. Raises OSError."""
        with self._write_lock:
            content = bytes(self._content)
        handle = replace_locked(self.path, content)
        with self._write_lock:
            old, self._handle, self._written = self._handle, handle, len(content)
            self._write_rest()
        with suppress(OSError):
            os.close(old)
        os.fsync(handle)
        sync_folder(self.path.parent)

    def _warn(self, error: OSError) -> None:
        self.warning = f"Your place cannot be saved ({error_reason(error)}); the session continues"

    def _close_file(self) -> None:
        if self._handle >= 0:
            with suppress(OSError):
                os.close(self._handle)
            self._handle = -1
