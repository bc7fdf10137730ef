"""What can be undone: the documents before each change, in a file of this device's own.

A line is a change, the latest last. It is written before the change itself, so that none is
ever without it; one that then failed is told from the history, and passed over.
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from footcoach_tui.boundary.files import append_bytes, write_atomically
from footcoach_tui.boundary.problems import Problem
from footcoach_tui.boundary.safe_read import UnreadableError, read_regular_file, read_tail
from footcoach_tui.history.changes.versions import REVISION, WRITTEN, Stamp
from footcoach_tui.history.errors import history_problem
from footcoach_tui.history.fields import Document
from footcoach_tui.history.ids import is_id

_UNDO_FILE = "undo.jsonl"
_UNDO_LEVELS = 20
_ADD = "add"
_LARGEST = 256 << 20
_MOST_LINES = 3 * _UNDO_LEVELS
_USUAL = 16 << 10
"""Bytes that a line mostly has less of."""
_UNREADABLE = (ValueError, TypeError, LookupError, AttributeError, RecursionError)
_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")


class UndoChange(NamedTuple):
    """One session's new version: its home month, the document before, None if there was none."""

    id: str
    home: str
    before: Document | None
    after: Stamp


class UndoEntry(NamedTuple):
    """What is undone at once; `what` says it, such as "deleted Daily feet of 2026-03-06"."""

    what: str
    changes: tuple[UndoChange, ...]
    kind: str = ""


class UndoLog:
    """The changes of this device that can be undone, at most 20 of them."""

    def __init__(self, folder: Path) -> None:
        """`folder` is the data folder."""
        self._path = folder / _UNDO_FILE
        self.problem: Problem | None = None
        """What could not be read, as of the latest reading."""

    def entries(self) -> list[UndoEntry]:
        """The changes, the latest last. Those before a line that cannot be read are lost."""
        self.problem = None
        found: list[UndoEntry] = []
        for line in self._lines():
            try:
                entry, instead = _read(line)
            except _UNREADABLE:
                told = "is damaged; what was done before that cannot be undone"
                self.problem = history_problem(self._path, told)
                found = []
                continue
            if instead and found:
                found.pop()
            found.append(entry)
        return found[-_UNDO_LEVELS:]

    def latest(self) -> UndoEntry | None:
        """The latest change; None when there is none, or it cannot be read."""
        try:
            return _read(self._last_line())[0]
        except _UNREADABLE:
            return None

    def note(self, entry: UndoEntry) -> None:
        """Note a change; with the latest it is one where the same session was just added.

        Raises WriteError.
        """
        latest = self.latest() if entry.kind == _ADD else None
        if latest and latest.kind == _ADD and _goes_on(entry, latest):
            change = entry.changes[0]._replace(before=latest.changes[0].before)
            self._push(entry._replace(changes=(change,)), instead=True)
        else:
            self._push(entry)

    def _push(self, entry: UndoEntry, *, instead: bool = False) -> None:
        number = self._next_number()
        if number <= _MOST_LINES:
            append_bytes(self._path, _line(entry, number, instead=instead))
            return
        entries = self.entries()
        if instead and entries:
            entries.pop()
        self.replace([*entries, entry])

    def replace(self, entries: list[UndoEntry]) -> None:
        """Make these all that can be undone. Raises WriteError."""
        lines = [_line(entry, number) for number, entry in enumerate(entries[-_UNDO_LEVELS:], 1)]
        write_atomically(self._path, b"".join(lines))

    def _lines(self) -> list[bytes]:
        """The lines of the file; a last one that is torn belongs to a change never made."""
        try:
            return read_regular_file(self._path, _LARGEST).split(b"\n")[:-1]
        except UnreadableError as error:
            if not isinstance(error.__cause__, FileNotFoundError):
                self.problem = history_problem(self._path, error.sentence)
            return []

    def _next_number(self) -> int:
        """The number of the line to come; one too great if the file must be written afresh."""
        try:
            line = self._last_line()
            return int(json.loads(line)["number"]) + 1 if line else 1
        except _UNREADABLE:
            return _MOST_LINES + 1

    def _last_line(self) -> bytes:
        """The last line; b"" when there is no file. Raises ValueError when it is torn."""
        try:
            end = read_tail(self._path, _USUAL)
            if b"\n" not in end[:-1]:  # a long one, or the only one
                end = read_regular_file(self._path, _LARGEST)
        except UnreadableError as error:
            if isinstance(error.__cause__, FileNotFoundError):
                return b""
            raise ValueError from error
        if not end.endswith(b"\n"):
            raise ValueError
        return end[end.rfind(b"\n", 0, -1) + 1 :]


def _goes_on(entry: UndoEntry, latest: UndoEntry) -> bool:
    """Whether it adds the session that was just added once more, with what was answered since."""
    if len(entry.changes) != 1 or len(latest.changes) != 1:
        return False
    (change,), (former,) = entry.changes, latest.changes
    before = change.before or {}
    stamp = (before.get(WRITTEN), before.get(REVISION))
    return change.id == former.id and stamp == former.after[:2]


def _line(entry: UndoEntry, number: int, *, instead: bool = False) -> bytes:
    fields: dict[str, object] = {"number": number, "what": entry.what, "kind": entry.kind}
    if instead:
        fields["instead"] = True
    fields["changes"] = [change._asdict() for change in entry.changes]
    return json.dumps(fields, separators=(",", ":")).encode() + b"\n"


def _read(line: bytes) -> tuple[UndoEntry, bool]:
    """The entry in a line, and whether it stands for the one before. Raises _UNREADABLE."""
    fields = json.loads(line)
    changes = tuple(map(_change, fields["changes"]))
    return UndoEntry(str(fields["what"]), changes, str(fields["kind"])), bool(fields.get("instead"))


def _change(fields: Mapping[str, Any]) -> UndoChange:
    identity, home, before = str(fields["id"]), str(fields["home"]), fields["before"]
    written, revision, device = fields["after"]
    if not is_id(identity) or not _MONTH.fullmatch(home):
        raise ValueError("no session can lie there")
    if before is not None and not isinstance(before, dict):
        raise ValueError("a document is an object or null")
    return UndoChange(identity, home, before, Stamp(str(written), int(revision), str(device)))
