"""A month under the lock: the versions that devices hold of its sessions, and putting more in.

The month in whose file a session was first kept is its home. All later versions go to the
file of that month, whichever device writes them and whatever day they tell, so that versions
of one session always meet.
"""

import os
from collections.abc import Callable, Collection, Iterable, Mapping, MutableMapping
from contextlib import suppress
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

from tinydb import TinyDB

from footcoach_tui.boundary.files import WriteError, remove_temp_files, write_durably
from footcoach_tui.boundary.paths import create_private_folder
from footcoach_tui.boundary.safe_read import UnreadableError
from footcoach_tui.history.changes.versions import Version, current_versions, version_of
from footcoach_tui.history.errors import HistoryError
from footcoach_tui.history.fields import Document, FieldError
from footcoach_tui.history.ids import ids_of_other_months
from footcoach_tui.history.indexing.index import Index, MonthLine, layouts_text
from footcoach_tui.history.indexing.tally import Tally
from footcoach_tui.history.months.backups import (
    CORRUPT_MARK,
    back_up_older_layout,
    restore_hint,
    write_daily_backup,
)
from footcoach_tui.history.months.files import (
    HISTORY_FOLDER,
    UNKNOWN_SIGNATURE,
    MonthFile,
    file_signature,
    month_files,
    month_signature,
)
from footcoach_tui.history.months.format import MONTH_SCHEMA, SESSIONS, DamagedError
from footcoach_tui.history.months.locked_file import LockedFile
from footcoach_tui.history.months.row_lines import UNKNOWN_LAYOUT, find_layout
from footcoach_tui.history.months.storage import MonthStorage
from footcoach_tui.session.record import SessionRecord


class LockedMonth:
    """One month, read under the lock. `damage` is what is wrong with this device's own file."""

    def __init__(self, folder: Path, month: str, device: str, index: Index) -> None:
        """Read the month's files. Raises HistoryError, UnreadableError and WriteError for our own.

        What another device's file holds and cannot be read counts as not there.
        """
        self.month = month
        self.path = folder / HISTORY_FOLDER / device / f"{month}.json"
        self.damage: DamagedError | None = None
        self._folder, self._device, self._index = folder, device, index
        self._files = month_files(folder, month)
        self._line = index.line(month, month_signature(self._files)) if self._files else None
        self._own = LockedFile(self.path)
        self._others: list[LockedFile] = []
        self._asked: set[str] | None = None
        self._held: dict[str, Version] = {}
        self._there: dict[str, Document] = {}
        self._layout, self._mark = UNKNOWN_LAYOUT, UNKNOWN_SIGNATURE
        for place, file in enumerate(self._files):
            layout = (
                self._line.layout(place) if self._line and self._line.is_checked else UNKNOWN_LAYOUT
            )
            if file.device != device:
                with suppress(HistoryError, WriteError, UnreadableError, OSError):
                    self._others.append(LockedFile(Path(file.path), file, layout))
                continue
            try:
                self._own = LockedFile(self.path, file, layout)
            except DamagedError as damage:
                self.damage = damage

    @property
    def offer(self) -> str:
        """What ends a sentence on its damage, where something can be brought back; else ""."""
        damage = self.damage
        return (
            restore_hint(self._folder, self._device, self.month, damage.content) if damage else ""
        )

    def versions(self, identities: Collection[str]) -> dict[str, Version]:
        """The versions that hold of these sessions, deletions among them."""
        if self._asked == set(identities):
            return self._held
        found: list[Version] = []
        self._asked = set(identities)
        self._there = self._own.rows(identities)
        others = [(file.path, file.rows(identities)) for file in self._others]
        for path, rows in ((self.path, self._there), *others):
            for row in rows.values():
                with suppress(FieldError):  # then nobody sees it
                    found.append(version_of(row, str(path)))
        self._held = current_versions(found)
        return self._held

    def put(self, documents: Mapping[str, Document], now: datetime) -> str:
        """Write documents, by their ids, to this device's file, in the place of those there.

        Their `versions` must have been asked for. Durable when it returns; all of them, or none.
        A damaged file is set aside first, its new name is returned then, else ""; of a sound one
        a backup is kept, once a day. `now` is aware. Raises HistoryError, WriteError and
        PlaceError.

        The database is opened here and nowhere kept: TinyDB's next number and its cache know
        nothing of what other processes wrote.
        """
        if not self.path.exists():  # the first of its month: make sure of every folder on the way
            for folder in (self._folder, self._folder / HISTORY_FOLDER, self.path.parent):
                create_private_folder(folder)
        remove_temp_files(self.path)
        aside = self._set_aside(self.damage, now) if self.damage else ""
        if self._own.content:
            write_daily_backup(
                self._folder, self.path, self._own.content, now.astimezone(UTC).date()
            )
        if 0 < self._own.schema < MONTH_SCHEMA:
            back_up_older_layout(self._folder, self.path, self._own.content, self._own.schema)
        tables = self._own.tables
        tables[SESSIONS] = tables.get(SESSIONS, {}) | self._there
        ids = {str(row["id"]) for row in self._there.values()}
        in_order = not ids and self._ends_before(documents.values())
        with TinyDB(self.path, storage=MonthStorage, held=True) as db:
            storage: MonthStorage = db.storage
            storage.take(tables)
            table = db.table(SESSIONS)
            with storage.at_once():
                if ids:
                    table.update(_becoming(documents), doc_ids=map(int, self._there))
                table.insert_multiple(documents[one] for one in documents if one not in ids)
        self._layout = find_layout(storage.content)._replace(in_order=int(in_order))
        self._mark = _later_mark(self.path, self._device, self._files)
        return aside

    def note(self, records: Iterable[SessionRecord]) -> bool:
        """Bring the index up to date after `put`: all that was written are `records`, new ones.

        Returns whether it could be. Without this the month is read anew by whoever next wants to
        know what it holds.
        """
        line, tally = MonthLine("", ""), Tally()
        if self._files:
            known = self._index.tally(self.month, month_signature(self._files))
            if known is None or self._line is None or not self._line.is_checked:
                return False
            line, tally = self._line, known
        each = {
            file.device: (file.signature, line.layout(place))
            for place, file in enumerate(self._files)
        }
        each[self._device] = (self._mark, self._layout)
        days, ids = {line.first, line.last} - {""}, set(line.guest_ids)
        for record in records:
            tally.add(record)
            days.add(record.date)
            ids.add(record.id)
        marks, layouts = zip(*(each[device] for device in sorted(each)), strict=True)
        guests = ",".join(sorted(ids_of_other_months(self.month, ids)))
        new = MonthLine(min(days), max(days), layouts_text(list(layouts)), guests)
        self._index.put(self.month, ",".join(marks), new)
        self._index.put_tally(self.month, ",".join(marks), tally)
        return True

    def _ends_before(self, documents: Iterable[Document]) -> bool:
        """Whether our file is in the order of its days, and these, to be added, come after."""
        days = [str(one["date"]) for one in documents if "date" in one]
        if any(one > other for one, other in pairwise(days)):
            return False
        line = self._line
        for place, file in enumerate(self._files):
            if file.device == self._device:
                in_order = line and line.is_checked and line.layout(place).in_order
                return bool(line and in_order and days and line.last <= days[0])
        return True

    def _set_aside(self, damage: DamagedError, now: datetime) -> str:
        """Keep the bytes under a name of their own, once; return it."""
        import hashlib  # noqa: PLC0415 - 5 ms that no sound history need pay

        mark = hashlib.sha256(damage.content).hexdigest()[:12]
        for other in self.path.parent.glob(f"{self.path.name}{CORRUPT_MARK}*{mark}"):
            return other.name
        moment = now.astimezone(UTC)
        name = f"{self.path.name}{CORRUPT_MARK}{moment:%Y%m%dT%H%M%SZ}-{mark}"
        write_durably(self.path.with_name(name), damage.content)
        return name


def _later_mark(path: Path, device: str, before: list[MonthFile]) -> str:
    """The mark of our file after it was written, and one that it never had.

    File systems count time in steps of milliseconds: what is written twice in one of them could
    be taken for what it was.
    """
    try:
        status = path.stat()
        old = [file.signature.rpartition(":")[2] for file in before if file.device == device]
        if old and old[0].isdecimal() and status.st_mtime_ns <= int(old[0]):
            os.utime(path, ns=(status.st_atime_ns, int(old[0]) + 1))
            status = path.stat()
    except OSError:
        return UNKNOWN_SIGNATURE
    return file_signature(device, status)


def _becoming(documents: Mapping[str, Document]) -> Callable[[MutableMapping[str, object]], None]:
    """Make a row the document of the same id, whole."""

    def replace(row: MutableMapping[str, object]) -> None:
        new = documents[str(row["id"])]
        row.clear()
        row.update(new)

    return replace
