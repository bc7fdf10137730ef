"""A month file of this device, changed under the history's lock."""

from collections.abc import Callable, Collection, Iterable, Mapping, MutableMapping
from datetime import UTC, datetime
from pathlib import Path

from footcoach_tui.boundary.files import remove_temp_files, write_durably
from footcoach_tui.boundary.paths import create_private_folder
from footcoach_tui.history.errors import HistoryError, history_problem
from footcoach_tui.history.fields import Document
from footcoach_tui.history.index.index import HistoryIndex, Update
from footcoach_tui.history.index.rows import state_with_lines
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


class OwnMonth:
    """File of this device to which sessions of a month are written."""

    def __init__(self, data: Path, device: str, month: str, index: HistoryIndex) -> None:
        """`data` is the data folder."""
        self.path = data / HISTORY_FOLDER / device / f"{month}.json"
        self._data, self._device, self._month, self._index = data, device, month, index

    def check(self) -> None:
        """Raise HistoryError, with a sentence, if the file exists and cannot be read."""
        try:
            self._open(())
        except DamagedError as damage:
            raise self._error(f"{damage}{self._restore_hint(damage)}") from damage

    def put(
        self,
        table: str,
        documents: Mapping[str, Document],
        now: datetime,
        *,
        restores: bool = False,
    ) -> str:
        """Write documents, by id, in place of those with the same ids in a table.

        Durable on return; all or none are written. Returns a sentence on a damaged file that was
        set aside, else ""; unless the documents are what `restores` the month, it names the command
        that does. A sound file is backed up once a day. `now` is aware. Raises HistoryError,
        WriteError and PathError.
        """
        self._prepare()
        warning = ""
        try:
            month = self._open(documents)
        except DamagedError as damage:
            aside = self._set_aside(damage, now)
            hint = "" if restores else self._restore_hint(damage)
            warning = f"was damaged; footcoach moved it to {aside} and started a new file{hint}"
            month = MonthDatabase(self.path, is_new=True)
        self._back_up(month, now)
        before = month.storage.state
        if numbers := month.storage.numbers(table, documents):
            month.table(table).update(_replace_by_id(documents), doc_ids=numbers.values())
        new = [document for key, document in documents.items() if key not in numbers]
        month.table(table).insert_multiple(new)
        month.storage.save()
        if table == SESSIONS:
            self._note_write(month, before, documents.values())
        return warning

    def _note_write(
        self, month: MonthDatabase, before: State, documents: Iterable[Document]
    ) -> None:
        """Note sessions in the index; other entries are few, and the file is read for them."""
        file = MonthFile(self._device, self.path.name, self._month, *month.storage.state)
        if self._index.listing:
            self._index.listing.note_write(self._device)
        self._index.change(lambda filler: filler.note_write(file, before, documents))

    def _prepare(self) -> None:
        """Create the folders, and remove what killed processes left."""
        if not self.path.exists():
            for folder in (self._data, self._data / HISTORY_FOLDER, self.path.parent):
                create_private_folder(folder)
        listing = self._index.listing
        if (listing and listing.has_leftovers) or self.path.is_symlink():
            remove_temp_files(self.path)

    def _open(self, identities: Collection[str]) -> MonthDatabase:
        """Open the month; of one that the index knows, only the rows of these sessions are parsed.

        Raises HistoryError, as DamagedError for a damaged file.
        """
        state = self._index.ask(
            lambda db: state_with_lines(db, self._device, self.path.name), Update.NONE
        )
        try:
            return MonthDatabase(self.path, state, identities)
        except DamagedError:
            raise
        except HistoryError as error:
            raise self._error(str(error)) from error

    def _error(self, sentence: str) -> HistoryError:
        return HistoryError(str(history_problem(self.path, sentence)))

    def _back_up(self, month: MonthDatabase, now: datetime) -> None:
        content = month.storage.content
        if not content:  # there was no file, or a damaged one
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
