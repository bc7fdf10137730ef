"""One month's file through TinyDB: its documents, and putting one in."""

from collections.abc import Callable
from pathlib import Path

from tinydb import TinyDB, where
from tinydb.table import Document as Row

from footcoach_tui.boundary.files import sweep, write_durably
from footcoach_tui.history.codec import carried
from footcoach_tui.history.fields import Document
from footcoach_tui.history.storage import SESSIONS, DamagedError, MonthStorage


def documents(path: Path) -> list[Document]:
    """Every session's document in the file; none when there is no file.

    Raises what `MonthStorage.read` raises, as do the others here.
    """
    with TinyDB(path, storage=MonthStorage) as db:
        return list(db.table(SESSIONS).all())


def matching(path: Path, prefix: str) -> list[Document]:
    """The documents whose id begins with `prefix`."""
    with TinyDB(path, storage=MonthStorage) as db:
        return list(
            db.table(SESSIONS).search(where("id").test(lambda value: _begins(value, prefix)))
        )


def put(path: Path, document: Document) -> Path | None:
    """Write a session's document, in the place of the one with the same id if there is one.

    Durable when it returns. To be called under the history's lock. A damaged file is set aside
    first; its new name is returned then, else None. Raises HistoryError and WriteError.

    The database is opened here and nowhere kept: TinyDB's next number and its cache know
    nothing of what other processes wrote.
    """
    sweep(path)
    with TinyDB(path, storage=MonthStorage, held=True) as db:
        aside = _set_aside_if_damaged(path, db.storage)
        table = db.table(SESSIONS)
        old = table.get(where("id") == document["id"])
        if isinstance(old, Row):
            table.update(_becoming(document), doc_ids=[old.doc_id])
        else:
            table.insert(document)
    return aside


def _set_aside_if_damaged(path: Path, storage: MonthStorage) -> Path | None:
    try:
        storage.read()
    except DamagedError as damage:
        import hashlib  # noqa: PLC0415 - 5 ms that no sound history need pay

        name = f"{path.name}.corrupt-{hashlib.sha256(damage.content).hexdigest()[:12]}"
        aside = path.with_name(name)
        write_durably(aside, damage.content)
        storage.start_anew()
        return aside
    return None


def _becoming(document: Document) -> Callable[[dict[str, object]], None]:
    """Replace a row whole, but for the fields in it that this version does not know."""

    def replace(row: dict[str, object]) -> None:
        new = carried(row, document)
        row.clear()
        row.update(new)

    return replace


def _begins(value: object, prefix: str) -> bool:
    return isinstance(value, str) and value.startswith(prefix)
