"""The journal of a running session: lines that are only ever added, one session a file.

The first line holds what the session began with, its routine included, for the files may change
meanwhile. Each line after it is a moment and what the player was told then. Who writes a journal
holds a lock on it, so that another footcoach can tell a session that is being played from one
that was cut off. The file goes when the session is in the history.
"""

import fcntl
import json
import math
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Self

from footcoach_tui.boundary.files import PRIVATE_FILE, reason, sync_folder
from footcoach_tui.boundary.folders import PlaceError, ensure_private
from footcoach_tui.boundary.problems import Problem
from footcoach_tui.boundary.reading import UnreadableError, read_regular
from footcoach_tui.boundary.text import clean
from footcoach_tui.history.entries import LineError, from_line, to_line
from footcoach_tui.history.ids import is_id
from footcoach_tui.history.problem import HistoryError, problem
from footcoach_tui.session.dose import Side
from footcoach_tui.session.recording import Heading
from footcoach_tui.session.replay import Entry

FOLDER = "running"
ENDING = ".jsonl"
SCHEMA = 1
LARGEST = 32 << 20
"""Bytes; a line a second for a whole day are six million."""
_SHORT, _LONG = 200, 4000
_NEW = os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
_OLD = os.O_RDWR | os.O_APPEND | os.O_NOFOLLOW | os.O_CLOEXEC | os.O_NONBLOCK


@dataclass(frozen=True, slots=True)
class Begun:
    """What a session began with. `routine` is a copy of it as JSON values.

    `gap_limit` is the player's, in seconds of the session's clock.
    """

    heading: Heading
    routine: object
    first: Side
    gap_limit: float


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
        self._torn = False
        self._syncing = ThreadPoolExecutor(1, "journal")

    @classmethod
    def begin(cls, data: Path, begun: Begun) -> Self:
        """Begin a session's journal in the data folder. Raises HistoryError."""
        folder = data / FOLDER
        path = folder / f"{begun.heading.id}{ENDING}"
        try:
            ensure_private(folder)
            with _held(path, _NEW) as handle:
                made = cls(path, handle)
                made._add(_to_head(begun))
                os.fsync(handle)
                sync_folder(folder)
                return made
        except PlaceError as error:
            raise HistoryError(str(error)) from error
        except OSError as error:
            raise HistoryError(f"{clean(str(path))}: {reason(error)}") from error

    @classmethod
    def go_on(cls, cut_off: Unfinished) -> Self:
        """Go on with a journal. Raises HistoryError where another footcoach is at it."""
        try:
            with _held(cut_off.path, _OLD) as handle:
                _cut_back(handle, cut_off.size)
                return cls(cut_off.path, handle)
        except BlockingIOError as error:
            raise HistoryError("Another footcoach is playing this session right now") from error
        except OSError as error:
            raise HistoryError(f"{clean(str(cut_off.path))}: {reason(error)}") from error

    def write(self, entry: Entry, *, sync: bool = False) -> None:
        """Add a line; with `sync` it is made durable, in a thread of its own.

        Where that fails `trouble` says so, and the next line is tried all the same.
        """
        if self._handle < 0:
            return
        try:
            self._add(to_line(entry))
        except OSError as error:
            self._in_trouble(error)
            return
        if sync:
            self._syncing.submit(self._sync)

    def finish(self) -> None:
        """The session is in the history: the journal goes."""
        with suppress(OSError):
            self.path.unlink(missing_ok=True)
            sync_folder(self.path.parent)
        self.close()

    def close(self) -> None:
        """Let go of it; it stays on disk, safe."""
        if self._handle < 0:
            return
        self._syncing.shutdown()
        self._sync()
        with suppress(OSError):
            os.close(self._handle)
        self._handle = -1

    def _add(self, line: bytes) -> None:
        """Add a line whole. Raises OSError, and then what was added of it is set apart."""
        left = memoryview(b"\n" + line if self._torn else line)
        self._torn = True
        while left:
            left = left[os.write(self._handle, left) :]
        self._torn = False

    def _sync(self) -> None:
        try:
            os.fsync(self._handle)
        except OSError as error:
            self._in_trouble(error)

    def _in_trouble(self, error: OSError) -> None:
        self.trouble = f"Your place cannot be kept ({reason(error)}); the session goes on"


def unfinished(data: Path) -> tuple[tuple[Unfinished, ...], tuple[Problem, ...]]:
    """The sessions that were begun and not ended, latest first, and what could not be read."""
    found: list[Unfinished] = []
    problems: list[Problem] = []
    for path in _journals(data / FOLDER):
        try:
            found.append(_read(path))
        except UnreadableError as error:
            problems.append(problem(path, error.sentence))
        except (ValueError, RecursionError):
            problems.append(problem(path, "holds no session that can be taken up; move it away"))
    return tuple(sorted(found, key=lambda one: one.last_seen, reverse=True)), tuple(problems)


def _journals(folder: Path) -> Iterator[Path]:
    with suppress(OSError):
        for path in sorted(folder.iterdir()):
            if path.suffix == ENDING and is_id(path.stem):
                yield path


def _read(path: Path) -> Unfinished:
    """Raises UnreadableError, and ValueError for what is no journal."""
    content = read_regular(path, LARGEST)
    whole = content[: content.rfind(b"\n") + 1]  # what follows the last line end was torn off
    head, *lines = whole.splitlines() or [b""]
    is_live = _is_held(path)
    return Unfinished(path, _from_head(head), tuple(_entries(lines)), is_live, len(whole))


def _entries(lines: list[bytes]) -> Iterator[Entry]:
    """What the lines say; one that was torn by a full disk says nothing."""
    for line in lines:
        with suppress(LineError):
            yield from_line(line)


def _to_head(begun: Begun) -> bytes:
    heading = begun.heading
    head = {
        "journal": SCHEMA,
        "id": heading.id,
        "started": heading.started.isoformat(),
        "zone": heading.zone,
        "context": heading.context,
        "speed": heading.speed,
        "version": heading.version,
        "note": heading.note,
        "first": begun.first.value,
        "gap_limit": begun.gap_limit,
        "routine": begun.routine,
    }
    return json.dumps(head, allow_nan=False).encode("ascii") + b"\n"


def _from_head(line: bytes) -> Begun:
    """Raises ValueError."""
    try:
        head = json.loads(line, parse_constant=float)
        if head["journal"] != SCHEMA or not is_id(head["id"]):
            raise ValueError("it is another kind of file")
        started = datetime.fromisoformat(head["started"])
        if started.tzinfo is None:
            raise ValueError("its start has no zone")
        heading = Heading(
            id=head["id"],
            started=started,
            zone=clean(head["zone"], _SHORT),
            context=clean(head["context"], _SHORT),
            speed=_positive(head["speed"]),
            version=clean(head["version"], _SHORT),
            note=clean(head["note"], _LONG),
        )
        return Begun(heading, head["routine"], Side(head["first"]), _positive(head["gap_limit"]))
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError("its first line is not one of a journal") from error


def _positive(value: object) -> float:
    if not isinstance(value, int | float) or not math.isfinite(value) or value <= 0:
        raise ValueError("a number in it is none")
    return float(value)


@contextmanager
def _held(path: Path, flags: int) -> Iterator[int]:
    """Open and lock a journal; it stays so unless something goes wrong. Raises OSError."""
    handle = os.open(path, flags, PRIVATE_FILE)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield handle
    except BaseException:
        os.close(handle)
        raise


def _is_held(path: Path) -> bool:
    """Whether a living process is writing it."""
    try:
        handle = os.open(path, _OLD)
    except OSError:
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    finally:
        os.close(handle)
    return False


def _cut_back(handle: int, size: int) -> None:
    """Cut off a last line that was torn. Raises HistoryError if whole ones came meanwhile."""
    rest = os.fstat(handle).st_size - size
    if rest < 0 or b"\n" in os.pread(handle, rest, size):
        raise HistoryError("That session went on meanwhile; start footcoach again")
    os.ftruncate(handle, size)
