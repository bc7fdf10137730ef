"""The journal of a running session: lines that are only ever added, one session a file.

The first line holds what the session began with, its routine included, for the files may change
meanwhile. Each line after it is a moment and what the player was told then. Who writes a journal
holds a lock on it, so that another footcoach can tell a session that is being played from one
that was cut off. The file goes when the session is in the history.
"""

import errno
import fcntl
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Self

from footcoach_tui.boundary.files import WriteError, reason, sync_folder, write_durably
from footcoach_tui.boundary.folders import PlaceError, ensure_private
from footcoach_tui.boundary.problems import Problem
from footcoach_tui.boundary.reading import UnreadableError, read_regular
from footcoach_tui.boundary.text import clean
from footcoach_tui.history.begun import Begun, from_head, to_head
from footcoach_tui.history.entries import LineError, from_line, to_line
from footcoach_tui.history.ids import is_id
from footcoach_tui.history.problem import HistoryError, problem
from footcoach_tui.session.replay import Entry

FOLDER = "running"
ENDING = ".jsonl"
LARGEST = 32 << 20
"""Bytes; a line a second for a whole day are six million."""
MOST = 50
"""Journals that are looked at, the latest begun."""
_FLAGS = os.O_RDWR | os.O_APPEND | os.O_NOFOLLOW | os.O_CLOEXEC | os.O_NONBLOCK


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A session that was cut off, or, if `is_live`, that another footcoach plays right now.

    `size` is in bytes, up to the end of the last whole line.
    """

    path: Path
    begun: Begun
    entries: tuple[Entry, ...]
    is_live: bool
    size: int

    @property
    def last_seen(self) -> datetime:
        """When it was written to for the last time, in the zone it was begun in."""
        if not self.entries:
            return self.begun.heading.started
        return datetime.fromtimestamp(self.entries[-1].at.wall, self.begun.heading.started.tzinfo)


class Journal:
    """Writes one session's journal. Nothing here raises once it has begun."""

    def __init__(self, path: Path, handle: int) -> None:
        """`handle` is open for adding, and locked."""
        self.path = path
        self.trouble = ""
        self._handle = handle
        self._unwritten = b""
        self._is_due = self._is_stuck = self._is_doubtful = False
        self._syncing = ThreadPoolExecutor(1, "journal")

    @classmethod
    def begin(cls, data: Path, begun: Begun) -> Self:
        """Begin a session's journal in the data folder, its first line durable: or there is none.

        Raises HistoryError.
        """
        path = data / FOLDER / f"{begun.heading.id}{ENDING}"
        try:
            ensure_private(path.parent)
            if os.path.lexists(path):
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
            try:
                write_durably(path, to_head(begun))
                with _held(path) as handle:
                    return cls(path, handle)
            except BaseException:
                with suppress(OSError):
                    path.unlink()
                raise
        except (PlaceError, WriteError) as error:
            raise HistoryError(str(error)) from error
        except OSError as error:
            raise HistoryError(f"{clean(str(path))}: {reason(error)}") from error

    @classmethod
    def go_on(cls, cut_off: Unfinished) -> Self:
        """Go on with a journal. Raises HistoryError where another footcoach is at it."""
        try:
            with _held(cut_off.path) as handle:
                _cut_back(handle, cut_off.size)
                return cls(cut_off.path, handle)
        except BlockingIOError as error:
            raise HistoryError("Another footcoach is playing this session right now") from error
        except OSError as error:
            raise HistoryError(f"{clean(str(cut_off.path))}: {reason(error)}") from error

    @property
    def is_whole(self) -> bool:
        """Whether all that was written is in the file, and no sync of it has failed."""
        return not (self._unwritten or self._is_doubtful)

    def write(self, entry: Entry, *, sync: bool = False) -> None:
        """Add a line; with `sync` it is made durable, in a thread of its own.

        What cannot be written is held, and tried again with the next line: without it a replay
        would take the time it tells of for an absence. `trouble` says so when it begins.
        """
        if self._handle < 0:
            return
        self._unwritten += to_line(entry)
        self._is_due = self._is_due or sync
        self._add()
        if self._is_due and not self._unwritten:
            self._is_due = False
            self._syncing.submit(self._sync)

    def finish(self) -> None:
        """The session is in the history: the journal goes."""
        with suppress(OSError):
            self.path.unlink(missing_ok=True)
            sync_folder(self.path.parent)
        self.close()

    def close(self) -> None:
        """Let go of it; it stays on disk, safe if it `is_whole`."""
        if self._handle < 0:
            return
        self._syncing.shutdown()
        self._add()
        self._sync()
        with suppress(OSError):
            os.close(self._handle)
        self._handle = -1

    def _add(self) -> None:
        """Add what is not in the file yet, from the byte on where it last came to a stop."""
        try:
            while self._unwritten:
                self._unwritten = self._unwritten[os.write(self._handle, self._unwritten) :]
            self._is_stuck = False
        except OSError as error:
            if not self._is_stuck:
                self._in_trouble(error)
            self._is_stuck = True

    def _sync(self) -> None:
        """Once it failed, no later sync can be believed: the system may have let the lines go."""
        try:
            os.fsync(self._handle)
        except OSError as error:
            if not self._is_doubtful:
                self._in_trouble(error)
            self._is_doubtful = True

    def _in_trouble(self, error: OSError) -> None:
        self.trouble = f"Your place cannot be kept ({reason(error)}); the session goes on"


def unfinished(data: Path) -> tuple[tuple[Unfinished, ...], tuple[Problem, ...]]:
    """The sessions that were begun and not ended, latest first, and what could not be read."""
    found: list[Unfinished] = []
    problems: list[Problem] = []
    try:
        paths = _journals(data / FOLDER)
    except OSError as error:
        return (), (problem(data / FOLDER, f"could not be read: {reason(error)}"),)
    if len(paths) > MOST:
        told = f"has more than {MOST} sessions that were not ended; the others are not looked at"
        problems.append(problem(data / FOLDER, told))
    for path in paths[-MOST:]:
        try:
            found.append(_read(path))
        except UnreadableError as error:
            problems.append(problem(path, error.sentence))
        except (ValueError, RecursionError):
            problems.append(problem(path, "holds no session that can be taken up; move it away"))
    return tuple(sorted(found, key=lambda one: one.last_seen, reverse=True)), tuple(problems)


def _journals(folder: Path) -> list[Path]:
    """By their ids: what was begun last comes last. Raises OSError."""
    try:
        return sorted(one for one in folder.iterdir() if one.suffix == ENDING and is_id(one.stem))
    except FileNotFoundError:
        return []


def _read(path: Path) -> Unfinished:
    """Raises UnreadableError, and ValueError for what is no journal."""
    content = read_regular(path, LARGEST)
    whole = content[: content.rfind(b"\n") + 1]  # what follows the last line end was torn off
    head, *lines = whole.splitlines() or [b""]
    is_live = _is_held(path)
    return Unfinished(path, from_head(head), tuple(_entries(lines)), is_live, len(whole))


def _entries(lines: list[bytes]) -> Iterator[Entry]:
    """What the lines say; one that a power cut tore says nothing."""
    for line in lines:
        with suppress(LineError):
            yield from_line(line)


@contextmanager
def _held(path: Path) -> Iterator[int]:
    """Open and lock a journal; it stays so unless something goes wrong. Raises OSError."""
    handle = os.open(path, _FLAGS)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield handle
    except BaseException:
        with suppress(OSError):
            os.close(handle)
        raise


def _is_held(path: Path) -> bool:
    """Whether a living process is writing it."""
    try:
        with _held(path) as handle:
            os.close(handle)
    except OSError as error:
        return isinstance(error, BlockingIOError)
    return False


def _cut_back(handle: int, size: int) -> None:
    """Cut off a last line that was torn. Raises HistoryError if whole ones came meanwhile."""
    rest = os.fstat(handle).st_size - size
    if rest < 0 or b"\n" in os.pread(handle, rest, size):
        raise HistoryError("That session went on meanwhile; start footcoach again")
    os.ftruncate(handle, size)
