"""The undo log: the documents before each change, in a file of this device.

A line is a change, the latest last. It is written before the change itself, so that no change
is without one, and a short line after it says that the change was made.
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from footcoach_tui.boundary.files import append_bytes, write_atomically
from footcoach_tui.boundary.problems import Problem
from footcoach_tui.boundary.safe_read import UnreadableError, read_regular_file, read_tail
from footcoach_tui.history.errors import history_problem
from footcoach_tui.history.fields import Document
from footcoach_tui.history.ids import is_id
from footcoach_tui.history.months.format import SESSIONS
from footcoach_tui.history.months.versions import REVISION, WRITTEN, Stamp

_UNDO_FILE = "undo.jsonl"
_UNDO_LEVELS = 20
_ADD = "add"
_MAX_BYTES = 256 << 20
_MAX_LINES = 3 * _UNDO_LEVELS
_MADE = b'{"made":true}'
_TAIL_BYTES = 16 << 10
"""Longer than most lines."""
_UNREADABLE = (ValueError, TypeError, LookupError, AttributeError, RecursionError)
_NUMBERED = re.compile(rb'\{"number":([0-9]{1,9}),')
_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")


class UndoChange(NamedTuple):
    """A new version of a session; `before` is the document before, None if there was none.

    In another `table` it is a new entry, which has no versions.
    """

    id: str
    home: str
    before: Document | None
    after: Stamp
    table: str = SESSIONS


class UndoEntry(NamedTuple):
    """Changes that are undone together; `what` is such as "deleted Daily feet of 2026-03-06".

    Where `is_made` is not set, they may have failed.
    """

    what: str
    changes: tuple[UndoChange, ...]
    kind: str = ""
    is_made: bool = False


class UndoLog:
    """The changes of this device that can be undone, at most 20."""

    EMPTY = "There is nothing to undo."

    def __init__(self, state: Path) -> None:
        """`state` is the state folder."""
        self._path = state / _UNDO_FILE
        self.problem: Problem | None = None
        """Problem of the latest reading."""

    def entries(self) -> list[UndoEntry]:
        """Return the changes, the latest last; only those after an unreadable line."""
        self.problem = None
        entries: list[UndoEntry] = []
        for line in self._lines():
            try:
                if line == _MADE:
                    entries.append(_take_made(entries))
                    continue
                fields = json.loads(line)
                if fields.get("instead") and entries:  # so an older footcoach replaced one
                    entries.pop()
                entries.append(_entry(fields))
            except _UNREADABLE:
                sentence = "is damaged; earlier changes cannot be undone"
                self.problem = history_problem(self._path, sentence)
                entries = []
        return entries[-_UNDO_LEVELS:]

    def note(self, entry: UndoEntry) -> None:
        """Add a change that is about to be made. Raises WriteError."""
        number = self._latest_number()
        if number < _MAX_LINES:
            append_bytes(self._path, _line(entry, number + 1))
        else:
            self.replace([*self.entries(), entry])

    def note_made(self) -> None:
        """Note that the latest change was made. Raises WriteError."""
        append_bytes(self._path, _MADE + b"\n")

    def replace(self, entries: list[UndoEntry]) -> None:
        """Write the file anew with these changes. Raises WriteError."""
        lines = [
            _line(entry, number) + (_MADE + b"\n" if entry.is_made else b"")
            for number, entry in enumerate(entries[-_UNDO_LEVELS:], 1)
        ]
        write_atomically(self._path, b"".join(lines))

    def _lines(self) -> list[bytes]:
        """Return the lines; a torn last one belongs to a change that was never made."""
        try:
            return self._read().split(b"\n")[:-1]
        except UnreadableError as error:
            if not isinstance(error.__cause__, FileNotFoundError | NotADirectoryError):
                self.problem = history_problem(self._path, error.sentence)
            return []

    def _latest_number(self) -> int:
        """Return the number of the latest change: 0 without a file, the most if it is unclear."""
        try:
            number = _last_number(read_tail(self._path, _TAIL_BYTES))
            return number or _last_number(self._read()) or _MAX_LINES
        except UnreadableError as error:
            return 0 if isinstance(error.__cause__, FileNotFoundError) else _MAX_LINES

    def _read(self) -> bytes:
        """Raises UnreadableError."""
        return read_regular_file(self._path, _MAX_BYTES)


def _last_number(end: bytes) -> int:
    """Return the number of the last change in the end of the file; 0 if its line is not whole."""
    *_, line, torn = (b"\n" + end.removesuffix(_MADE + b"\n")).rsplit(b"\n", 2)
    match = _NUMBERED.match(line)
    return int(match[1]) if match and not torn else 0


def _take_made(entries: list[UndoEntry]) -> UndoEntry:
    """Take the latest change off, as one that was made.

    If it adds the session that the former one added, for instance with a rating, it is both.
    """
    entry = entries.pop()
    changes = entry.changes
    if entries and entry.kind == entries[-1].kind == _ADD:
        (change,), (former,) = changes, entries[-1].changes
        before = change.before or {}
        stamp = (before.get(WRITTEN), before.get(REVISION))
        if change.id == former.id and stamp == former.after[:2]:
            entries.pop()
            changes = (change._replace(before=former.before),)
    return UndoEntry(entry.what, changes, entry.kind, is_made=True)


def _line(entry: UndoEntry, number: int) -> bytes:
    changes = [change._asdict() for change in entry.changes]
    fields = {"number": number, "what": entry.what, "kind": entry.kind, "changes": changes}
    return json.dumps(fields, separators=(",", ":")).encode() + b"\n"


def _entry(fields: Mapping[str, Any]) -> UndoEntry:
    """Return the entry in a line. Raises _UNREADABLE."""
    changes = tuple(map(_change, fields["changes"]))
    return UndoEntry(str(fields["what"]), changes, str(fields["kind"]))


def _change(fields: Mapping[str, Any]) -> UndoChange:
    identity, home, before = str(fields["id"]), str(fields["home"]), fields["before"]
    written, revision, device = fields["after"]
    if not is_id(identity) or not _MONTH.fullmatch(home):
        raise ValueError("this is not a place for a session")
    if before is not None and not isinstance(before, dict):
        raise ValueError("a document must be an object or null")
    stamp = Stamp(str(written), int(revision), str(device))
    return UndoChange(identity, home, before, stamp, str(fields.get("table", SESSIONS)))
