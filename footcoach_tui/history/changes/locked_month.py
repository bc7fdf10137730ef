"""A month under the history's lock: the current versions of its sessions, and writing new ones.

The home of a session is the month of the file in which it was first stored. All later versions
go to the file of that month, whichever device writes them and whatever their day, so that all
versions of a session are found together.
"""

import os
from collections.abc import Callable, Collection, Iterable, Mapping, MutableMapping
from contextlib import suppress
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

from tinydb import TinyDB
from tinydb.storages import MemoryStorage

from footcoach_tui.boundary.files import WriteError, remove_temp_files, write_durably
from footcoach_tui.boundary.paths import create_private_folder
from footcoach_tui.boundary.safe_read import UnreadableError
from footcoach_tui.history.changes.locked_file import LockedFile
from footcoach_tui.history.errors import HistoryError
from footcoach_tui.history.fields import Document, FieldError
from footcoach_tui.history.ids import ids_of_other_months
from footcoach_tui.history.indexing.index import Index
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
    month_signature,
)
from footcoach_tui.history.months.format import (
    MONTH_SCHEMA,
    SESSIONS,
    DamagedError,
    serialise_month,
)
from footcoach_tui.history.months.row_lines import Layout, MonthLine
from footcoach_tui.history.months.tally import Tally
from footcoach_tui.history.months.versions import Version, current_versions
from footcoach_tui.session.record import SessionRecord


class LockedMonth:
    """A month read under the lock. `damage` is that of this device's own file."""

    def __init__(self, folder: Path, month: str, device: str, index: Index) -> None:
        """Read the month's files.

        Another device's unreadable file counts as missing. Raises HistoryError, UnreadableError
        and WriteError for this device's own.
        """
        self.month = month
        self.path = folder / HISTORY_FOLDER / device / f"{month}.json"
        self.damage: DamagedError | None = None
        self._folder, self._device, self._index = folder, device, index
        self._files = MonthFile.find(folder, month)
        line = index.line(month, month_signature(self._files)) if self._files else None
        self._line = line or MonthLine("", "")
        self._own = LockedFile(self.path)
        self._others: list[LockedFile] = []
        self._ids: set[str] | None = None
        self._versions: dict[str, Version] = {}
        self._own_rows: dict[str, Document] = {}
        self._layout, self._signature = Layout(), UNKNOWN_SIGNATURE
        for number, file in enumerate(self._files):
            layout = self._line.layout(number)
            if file.device != device:
                with suppress(HistoryError, WriteError, UnreadableError, OSError):
                    self._others.append(LockedFile(Path(file.path), file, layout))
                continue
            try:
                self._own = LockedFile(self.path, file, layout)
            except DamagedError as damage:
                self.damage = damage

    @property
    def restore_hint(self) -> str:
        """The end of a sentence on its damage, where something can be restored; else ""."""
        damage = self.damage
        return (
            restore_hint(self._folder, self._device, self.month, damage.content) if damage else ""
        )

    def versions(self, identities: Collection[str]) -> dict[str, Version]:
        """The current versions of these sessions in this month, deletions included."""
        if self._ids == set(identities):
            return self._versions
        versions: list[Version] = []
        self._ids = set(identities)
        self._own_rows = self._own.rows(identities)
        others = [(file.path, file.rows(identities)) for file in self._others]
        for path, rows in ((self.path, self._own_rows), *others):
            for row in rows.values():
                with suppress(FieldError):  # reading leaves it out as well
                    versions.append(Version.of(row, str(path)))
        self._versions = current_versions(versions)
        return self._versions

    def put(self, documents: Mapping[str, Document], now: datetime) -> str:
        """Write documents, by id, to this device's file, replacing those with the same ids.

        `versions` must have been called for the same ids. Durable on return; all or none are
        written. Returns the new name of a damaged file that was set aside, else "". A sound file
        is backed up once a day. `now` is aware. Raises HistoryError, WriteError and PathError.

        TinyDB changes the tables in memory and for this call only: its next number and its cache
        miss the writes of other processes.
        """
        if not self.path.exists():  # the first of its month: create the folders
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
        tables[SESSIONS] = tables.get(SESSIONS, {}) | self._own_rows
        replaced = {str(row["id"]) for row in self._own_rows.values()}
        in_order = not replaced and self._ends_before(documents.values())
        with TinyDB(storage=MemoryStorage) as db:
            db.storage.write(tables)
            table = db.table(SESSIONS)
            if replaced:
                table.update(_replace_by_id(documents), doc_ids=map(int, self._own_rows))
            table.insert_multiple(
                document for identity, document in documents.items() if identity not in replaced
            )
            content = serialise_month(db.storage.read())
        write_durably(self.path, content)
        self._layout = Layout.of(content)._replace(in_order=int(in_order))
        self._signature = _new_signature(self.path, self._device, self._files)
        return aside

    def update_index(self, records: Iterable[SessionRecord]) -> bool:
        """Update the index after `put` wrote just these new `records`.

        False when it has no checked line of the month: then the next reading opens it.
        """
        line, tally = self._line, Tally()
        if self._files:
            indexed = self._index.tally(self.month, month_signature(self._files))
            if indexed is None or not line.is_checked:
                return False
            tally = indexed
        by_device = {
            file.device: (file.signature, line.layout(number))
            for number, file in enumerate(self._files)
        }
        by_device[self._device] = (self._signature, self._layout)
        days, ids = {line.first, line.last} - {""}, set(line.guest_ids)
        for record in records:
            tally.add(record)
            days.add(record.date)
            ids.add(record.id)
        signatures, layouts = zip(*(by_device[device] for device in sorted(by_device)), strict=True)
        signature = ",".join(signatures)
        guests = ",".join(sorted(ids_of_other_months(self.month, ids)))
        new = MonthLine(min(days), max(days), ",".join(map(str, layouts)), guests)
        self._index.put(self.month, signature, new)
        self._index.put_tally(self.month, signature, tally)
        return True

    def _ends_before(self, documents: Iterable[Document]) -> bool:
        """Whether this device's file is in order of days, and stays so with these added."""
        days = [str(document["date"]) for document in documents if "date" in document]
        if any(day > later for day, later in pairwise(days)):
            return False
        for number, file in enumerate(self._files):
            if file.device == self._device:
                in_order = self._line.layout(number).in_order
                return bool(in_order and days and self._line.last <= days[0])
        return True

    def _set_aside(self, damage: DamagedError, now: datetime) -> str:
        """Copy the damaged bytes to a file of their own, once; return its name."""
        import hashlib  # noqa: PLC0415 - 5 ms that no sound history need pay

        digest = hashlib.sha256(damage.content).hexdigest()[:12]
        for other in self.path.parent.glob(f"{self.path.name}{CORRUPT_MARK}*{digest}"):
            return other.name
        moment = now.astimezone(UTC)
        name = f"{self.path.name}{CORRUPT_MARK}{moment:%Y%m%dT%H%M%SZ}-{digest}"
        write_durably(self.path.with_name(name), damage.content)
        return name


def _new_signature(path: Path, device: str, before: list[MonthFile]) -> str:
    """The signature of this device's file after a write, different from the one before.

    File systems count time in steps of milliseconds: without a later time of change, two writes
    within one step could have the same signature.
    """
    try:
        status = path.stat()
        old = [file.signature.rpartition(":")[2] for file in before if file.device == device]
        if old and old[0].isdecimal() and status.st_mtime_ns <= int(old[0]):
            os.utime(path, ns=(status.st_atime_ns, int(old[0]) + 1))
            status = path.stat()
    except OSError:
        return UNKNOWN_SIGNATURE
    return MonthFile.sign(device, status)


def _replace_by_id(
    documents: Mapping[str, Document],
) -> Callable[[MutableMapping[str, object]], None]:
    """A TinyDB update that makes a row the document of the same id."""

    def replace(row: MutableMapping[str, object]) -> None:
        new = documents[str(row["id"])]
        row.clear()
        row.update(new)

    return replace
