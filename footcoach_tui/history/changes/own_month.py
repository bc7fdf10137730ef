"""A month file of this device, changed under the history's lock."""

from collections.abc import Callable, Collection, Mapping, MutableMapping
from datetime import UTC, datetime
from pathlib import Path

from tinydb import where

from footcoach_tui.boundary.files import remove_temp_files, write_durably
from footcoach_tui.boundary.paths import create_private_folder
from footcoach_tui.history.errors import HistoryError, history_problem
from footcoach_tui.history.fields import Document
from footcoach_tui.history.index.index import HistoryIndex, Update
from footcoach_tui.history.index.rows import rows_in_file
from footcoach_tui.history.months.backups import (
    back_up_older_layout,
    restore_hint,
    write_daily_backup,
)
from footcoach_tui.history.months.files import CORRUPT_MARK, HISTORY_FOLDER, MonthFile
from footcoach_tui.history.months.format import (
    ABOUT,
    MONTH_SCHEMA,
    SESSIONS,
    DamagedError,
)
from footcoach_tui.history.months.storage import MonthDatabase, State

_Numbers = dict[str, int]
"""Numbers of rows in a file, by the ids of their sessions."""


class OwnMonth:
    """File of this device to which sessions of a month are written."""

    def __init__(self, data: Path, device: str, month: str, index: HistoryIndex) -> None:
        """`data` is the data folder."""
        self.path = data / HISTORY_FOLDER / device / f"{month}.json"
        self._data, self._device, self._month, self._index = data, device, month, index

    def check(self) -> None:
        """Raise HistoryError, with a sentence, if the file exists and cannot be read."""
        state, _ = self._rows(())
        try:
            MonthDatabase(self.path, state)
        except HistoryError as error:
            hint = self._restore_hint(error) if isinstance(error, DamagedError) else ""
            raise HistoryError(str(history_problem(self.path, f"{error}{hint}"))) from error

    def put(
        self, documents: Mapping[str, Document], now: datetime, *, restores: bool = False
    ) -> str:
        """Write documents, by id, in place of those with the same ids.

        Durable on return; all or none are written. Returns a sentence on a damaged file that was
        set aside, else ""; unless the documents are what `restores` the month, it names the command
        that does. A sound file is backed up once a day. `now` is aware. Raises HistoryError,
        WriteError and PathError.
        """
        self._prepare()
        month, numbers, warning = self._open_or_begin(documents, now, restores=restores)
        before = month.storage.state
        table = month.table(SESSIONS)
        if numbers:
            table.update(_replace_by_id(documents), doc_ids=numbers.values())
        new = {key: document for key, document in documents.items() if key not in numbers}
        numbers |= zip(new, table.insert_multiple(new.values()), strict=True)
        month.storage.save()
        file = MonthFile(self._device, self.path.name, self._month, *month.storage.state)
        if self._index.listing:
            self._index.listing.note_write(self._device)
        self._index.change(
            lambda filler: filler.note_write(file, before, numbers, documents.values())
        )
        return warning

    def put_entry(self, kind: str, document: Document, now: datetime) -> str:
        """Write an entry to the table of its kind, as `put` writes sessions."""
        self._prepare()
        month, _, warning = self._open_or_begin({}, now)
        month.table(kind).insert(document)
        month.storage.save()
        return warning

    def _prepare(self) -> None:
        """Create the folders, and remove what killed processes left."""
        if not self.path.exists():
            for folder in (self._data, self._data / HISTORY_FOLDER, self.path.parent):
                create_private_folder(folder)
        listing = self._index.listing
        if (listing and listing.has_leftovers) or self.path.is_symlink():
            remove_temp_files(self.path)

    def _open_or_begin(
        self, documents: Mapping[str, Document], now: datetime, *, restores: bool = False
    ) -> tuple[MonthDatabase, _Numbers, str]:
        """Open the month and back it up; a damaged one is set aside, and begun anew.

        Returns the numbers of rows to be replaced, too, and a sentence on the damage or "".
        """
        try:
            month, numbers = self._open(documents)
        except DamagedError as damage:
            aside = self._set_aside(damage, now)
            warning = f"was damaged; it is kept as {aside}, and a new file was started"
            hint = "" if restores else self._restore_hint(damage)
            return MonthDatabase(self.path, is_new=True), {}, warning + hint
        except HistoryError as error:
            raise HistoryError(str(history_problem(self.path, str(error)))) from error
        self._back_up(month, now)
        return month, numbers, ""

    def _open(self, documents: Mapping[str, Document]) -> tuple[MonthDatabase, _Numbers]:
        """Open the month; return it and the numbers of the rows to be replaced."""
        state, numbers = self._rows(documents)
        month = MonthDatabase(self.path, state, numbers.values())
        if month.storage.state == state:
            return month, numbers
        rows = month.table(SESSIONS).search(where("id").one_of(list(documents)))
        return month, {str(row["id"]): row.doc_id for row in rows}

    def _rows(self, identities: Collection[str]) -> tuple[State, _Numbers]:
        """Return what the index knows of the file: its state, and the numbers of these rows."""
        return self._index.ask(
            lambda db: rows_in_file(db, self._device, self._month, identities), Update.NONE
        )

    def _back_up(self, month: MonthDatabase, now: datetime) -> None:
        content = month.storage.content
        if not content:
            return
        write_daily_backup(self._data, self.path, content, now.astimezone(UTC).date())
        schema = month.storage.read()[ABOUT]["1"]["schema"]
        if schema < MONTH_SCHEMA:
            back_up_older_layout(self._data, self.path, content, schema)

    def _restore_hint(self, damage: DamagedError) -> str:
        return restore_hint(self._data, self._device, self._month, damage.content)

    def _set_aside(self, damage: DamagedError, now: datetime) -> str:
        """Copy the damaged bytes to a file of their own, once; return its name."""
        import hashlib  # noqa: PLC0415 - 5 ms that no sound history need pay

        digest = hashlib.sha256(damage.content).hexdigest()[:12]
        for other in self.path.parent.glob(f"{self._month}{CORRUPT_MARK}*{digest}"):
            return other.name
        moment = now.astimezone(UTC)
        name = f"{self._month}{CORRUPT_MARK}{moment:%Y%m%dT%H%M%SZ}-{digest}"
        write_durably(self.path.with_name(name), damage.content)
        return name


def _replace_by_id(
    documents: Mapping[str, Document],
) -> Callable[[MutableMapping[str, object]], None]:
    """Return a TinyDB update that makes a row the document of the same id."""

    def replace(row: MutableMapping[str, object]) -> None:
        new = documents[str(row["id"])]
        row.clear()
        row.update(new)

    return replace
