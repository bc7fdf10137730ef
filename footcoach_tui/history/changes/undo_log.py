"""The undo log: the documents before each change, in a file of this device.

A line is a change, the latest last. It is written before the change itself, so that no change
is without one; undo compares it with the history and skips a change that failed.
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
from footcoach_tui.history.months.versions import REVISION, WRITTEN, Stamp

_UNDO_FILE = "undo.jsonl"
_UNDO_LEVELS = 20
_ADD = "add"
_MAX_BYTES = 256 << 20
_MAX_LINES = 3 * _UNDO_LEVELS
_TAIL_BYTES = 16 << 10
"""Longer than most lines."""
_UNREADABLE = (ValueError, TypeError, LookupError, AttributeError, RecursionError)
_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")


class UndoChange(NamedTuple):
    """A new version of a session; `before` is the document before, None if there was none."""

    id: str
    home: str
    before: Document | None
    after: Stamp


class UndoEntry(NamedTuple):
    """Changes that are undone together; `what` is such as "deleted Daily feet of 2026-03-06"."""

    what: str
    changes: tuple[UndoChange, ...]
    kind: str = ""


class UndoLog:
    """The changes of this device that can be undone, at most 20."""

    EMPTY = "There is nothing to undo."

    def __init__(self, folder: Path) -> None:
        self._path = folder / _UNDO_FILE
        self.problem: Problem | None = None
        """Problem of the latest reading."""

    def entries(self) -> list[UndoEntry]:
        """The changes, the latest last; only those after an unreadable line."""
        self.problem = None
        entries: list[UndoEntry] = []
        for line in self._lines():
            try:
                entry, replaces_last = _parse(line)
            except _UNREADABLE:
                sentence = "is damaged; earlier changes cannot be undone"
                self.problem = history_problem(self._path, sentence)
                entries = []
                continue
            if replaces_last and entries:
                entries.pop()
            entries.append(entry)
        return entries[-_UNDO_LEVELS:]

    def _latest(self) -> UndoEntry | None:
        """The latest change; None when there is none, or it cannot be read."""
        try:
            return _parse(self._last_line())[0]
        except _UNREADABLE:
            return None

    def note(self, entry: UndoEntry) -> None:
        """Add a change. Raises WriteError.

        The session just added, added again, becomes one change with the latest.
        """
        latest = self._latest() if entry.kind == _ADD else None
        if latest and latest.kind == _ADD and _adds_again(entry, latest):
            change = entry.changes[0]._replace(before=latest.changes[0].before)
            self._append(entry._replace(changes=(change,)), replaces_last=True)
        else:
            self._append(entry)

    def _append(self, entry: UndoEntry, *, replaces_last: bool = False) -> None:
        number = self._next_number()
        if number <= _MAX_LINES:
            append_bytes(self._path, _line(entry, number, replaces_last=replaces_last))
            return
        entries = self.entries()
        if replaces_last and entries:
            entries.pop()
        self.replace([*entries, entry])

    def replace(self, entries: list[UndoEntry]) -> None:
        """Write the file anew with these changes. Raises WriteError."""
        lines = [_line(entry, number) for number, entry in enumerate(entries[-_UNDO_LEVELS:], 1)]
        write_atomically(self._path, b"".join(lines))

    def _lines(self) -> list[bytes]:
        """The lines of the file; a torn last one belongs to a change that was never made."""
        try:
            return read_regular_file(self._path, _MAX_BYTES).split(b"\n")[:-1]
        except UnreadableError as error:
            if not isinstance(error.__cause__, FileNotFoundError):
                self.problem = history_problem(self._path, error.sentence)
            return []

    def _next_number(self) -> int:
        """The number of the next line; more than `_MAX_LINES` if the file must be rewritten."""
        try:
            line = self._last_line()
            return int(json.loads(line)["number"]) + 1 if line else 1
        except _UNREADABLE:
            return _MAX_LINES + 1

    def _last_line(self) -> bytes:
        """The last line; b"" when there is no file. Raises ValueError when it is torn."""
        try:
            end = read_tail(self._path, _TAIL_BYTES)
            if b"\n" not in end[:-1]:  # it is long, or the only one
                end = read_regular_file(self._path, _MAX_BYTES)
        except UnreadableError as error:
            if isinstance(error.__cause__, FileNotFoundError):
                return b""
            raise ValueError from error
        if not end.endswith(b"\n"):
            raise ValueError
        return end[end.rfind(b"\n", 0, -1) + 1 :]


def _adds_again(entry: UndoEntry, latest: UndoEntry) -> bool:
    """Whether it adds the session of the latest change again, e.g. with its rating."""
    if len(entry.changes) != 1 or len(latest.changes) != 1:
        return False
    (change,), (former,) = entry.changes, latest.changes
    before = change.before or {}
    stamp = (before.get(WRITTEN), before.get(REVISION))
    return change.id == former.id and stamp == former.after[:2]


def _line(entry: UndoEntry, number: int, *, replaces_last: bool = False) -> bytes:
    fields: dict[str, object] = {"number": number, "what": entry.what, "kind": entry.kind}
    if replaces_last:
        fields["instead"] = True
    fields["changes"] = [change._asdict() for change in entry.changes]
    return json.dumps(fields, separators=(",", ":")).encode() + b"\n"


def _parse(line: bytes) -> tuple[UndoEntry, bool]:
    """The entry in a line, and whether it replaces the one before. Raises _UNREADABLE."""
    fields = json.loads(line)
    changes = tuple(map(_change, fields["changes"]))
    return UndoEntry(str(fields["what"]), changes, str(fields["kind"])), bool(fields.get("instead"))


def _change(fields: Mapping[str, Any]) -> UndoChange:
    identity, home, before = str(fields["id"]), str(fields["home"]), fields["before"]
    written, revision, device = fields["after"]
    if not is_id(identity) or not _MONTH.fullmatch(home):
        raise ValueError("this is not a place for a session")
    if before is not None and not isinstance(before, dict):
        raise ValueError("a document must be an object or null")
    return UndoChange(identity, home, before, Stamp(str(written), int(revision), str(device)))
