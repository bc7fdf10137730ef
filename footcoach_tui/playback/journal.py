"""The journal of a running session: lines that are only ever added, one session a file.

The first line holds what the session began with, its routine included, for the files may change
meanwhile. Each line after it is a moment and what the player was told then. The file goes when
the session is in the history.
"""

import errno
import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import Self

from footcoach_tui.boundary.files import error_reason, sync_folder
from footcoach_tui.boundary.paths import PathError, create_private_folder
from footcoach_tui.boundary.text import clean
from footcoach_tui.history.errors import HistoryError
from footcoach_tui.playback.entries import encode_entry
from footcoach_tui.playback.journal_file import (
    JOURNAL_FOLDER,
    JOURNAL_SUFFIX,
    open_locked,
    remove_abandoned,
    replace_locked,
    truncate_and_read,
)
from footcoach_tui.playback.journal_format import JournalHeader, encode_header
from footcoach_tui.playback.open_journals import OpenJournal
from footcoach_tui.session.journal import JournalEntry


class Journal:
    """Writes one session's journal. Nothing here raises once it has begun."""

    def __init__(self, path: Path, handle: int, content: bytes) -> None:
        """`handle` is open at the end of the file, and locked; `content` is what it holds."""
        self.path = path
        self.warning = ""
        self._handle = handle
        self._whole = bytearray(content)
        self._added = len(content)
        """So many bytes of the whole are in the file."""
        self._is_due = self._is_stuck = self._is_doubtful = False
        self._adding = Lock()
        self._syncing = ThreadPoolExecutor(1, "journal")

    @classmethod
    def begin(cls, data: Path, begun: JournalHeader) -> Self:
        """Begin a session's journal in the data folder, its first line durable: or there is none.

        What others that were killed left behind there is tidied away. Raises HistoryError.
        """
        path = data / JOURNAL_FOLDER / f"{begun.info.id}{JOURNAL_SUFFIX}"
        head = encode_header(begun)
        try:
            create_private_folder(path.parent)
            remove_abandoned(path.parent)
            if os.path.lexists(path):
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
            handle = replace_locked(path, head)
            try:
                sync_folder(path.parent)
            except BaseException:
                with suppress(OSError):
                    path.unlink()
                with suppress(OSError):
                    os.close(handle)
                raise
            return cls(path, handle, head)
        except PathError as error:
            raise HistoryError(str(error)) from error
        except OSError as error:
            raise HistoryError(f"{clean(str(path))}: {error_reason(error)}") from error

    @classmethod
    def resume(cls, cut_off: OpenJournal) -> Self:
        """Go on with a journal. Raises HistoryError where another footcoach is at it."""
        try:
            with open_locked(cut_off.path) as handle:
                return cls(cut_off.path, handle, truncate_and_read(handle, cut_off.size))
        except BlockingIOError as error:
            raise HistoryError("Another footcoach is playing this session right now") from error
        except OSError as error:
            raise HistoryError(f"{clean(str(cut_off.path))}: {error_reason(error)}") from error

    @property
    def is_whole(self) -> bool:
        """Whether all that was written is in the file, and no sync of it has failed."""
        return self._is_added and not self._is_doubtful

    def write(self, entry: JournalEntry, *, sync: bool = False) -> None:
        """Add a line; with `sync` it is made durable, in a thread of its own.

        What cannot be written is held, and tried again with the next line: without it a replay
        would take the time it tells of for an absence. `trouble` says so when it begins.
        """
        if self._handle < 0:
            return
        with self._adding:
            self._whole += encode_entry(entry)
            self._add()
        self._is_due = self._is_due or sync
        if self._is_due and self._is_added:
            self._is_due = False
            self._syncing.submit(self._sync)

    def finish(self) -> None:
        """The session is in the history: the journal goes."""
        self._syncing.shutdown()  # a sync that fails would give the name to another file
        with suppress(OSError):
            self.path.unlink(missing_ok=True)
            sync_folder(self.path.parent)
        self._let_go()

    def close(self) -> None:
        """Let go of it; it stays on disk, safe if it `is_whole`."""
        if self._handle < 0:
            return
        self._syncing.shutdown()
        with self._adding:
            self._add()
        self._sync()
        self._let_go()

    def _let_go(self) -> None:
        if self._handle < 0:
            return
        with suppress(OSError):
            os.close(self._handle)
        self._handle = -1

    @property
    def _is_added(self) -> bool:
        return self._added == len(self._whole)

    def _add(self) -> None:
        """Add what is not in the file yet, from the byte on where it last came to a stop."""
        try:
            while not self._is_added:
                self._added += os.write(self._handle, self._whole[self._added :])
            self._is_stuck = False
        except OSError as error:
            if not self._is_stuck:
                self._in_trouble(error)
            self._is_stuck = True

    def _sync(self) -> None:
        """Make it durable. After a sync that failed the system may have let lines go.

        No later one of that file can be believed, so all is written anew to another.
        """
        was_doubtful = self._is_doubtful
        try:
            if not was_doubtful:
                with suppress(OSError):
                    os.fsync(self._handle)
                    return
            self._is_doubtful = True
            self._move()
            self._is_doubtful = False
        except OSError as error:
            if not was_doubtful:
                self._in_trouble(error)

    def _move(self) -> None:
        """Write all of it to a new file, which takes the name of the old one. Raises OSError."""
        with self._adding:
            content = bytes(self._whole)
        handle = replace_locked(self.path, content)
        with self._adding:
            old, self._handle, self._added = self._handle, handle, len(content)
            self._add()
        with suppress(OSError):
            os.close(old)
        os.fsync(handle)
        sync_folder(self.path.parent)

    def _in_trouble(self, error: OSError) -> None:
        self.warning = f"Your place cannot be kept ({error_reason(error)}); the session goes on"
