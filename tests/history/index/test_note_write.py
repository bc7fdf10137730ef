"""What was written is noted only where it is sure that a reading of the file gives the same."""

import sqlite3
from collections.abc import Callable, Iterator

import pytest

from footcoach_tui.history.codec import to_document
from footcoach_tui.history.index.answers import files_read, newest
from footcoach_tui.history.index.database import begin_changes, open_in_memory
from footcoach_tui.history.index.fill import IndexFiller
from footcoach_tui.history.index.rows import current_versions, state_with_lines
from footcoach_tui.history.months.files import NO_STATUS, MonthFile
from footcoach_tui.history.months.versions import Stamp
from footcoach_tui.session.record import SessionRecord

Make = Callable[..., SessionRecord]
HERE = MonthFile("here-1", "2026-03.json", "2026-03", 10, 1)
OTHER = MonthFile("other-2", "2026-03.json", "2026-03", 10, 1)
FIRST, SECOND = (Stamp(f"2026-03-0{day}T06:00:00.000Z", day) for day in (4, 5))


@pytest.fixture
def db() -> Iterator[sqlite3.Connection]:
    db = open_in_memory()
    begin_changes(db)
    yield db
    db.close()


def note(
    db: sqlite3.Connection,
    file: MonthFile,
    record: SessionRecord,
    stamp: Stamp,
    before: tuple[int, int] = NO_STATUS,
) -> None:
    document = stamp.apply(to_document(record))
    IndexFiller(db).note_write(file, before, [document])


def test_a_write_is_noted_with_the_new_state_of_the_file(
    db: sqlite3.Connection, make_session: Make
) -> None:
    record = make_session()
    note(db, HERE, record, FIRST)
    later = HERE._replace(size=20)
    note(db, later, record._replace(note="x"), SECOND, HERE.state)

    assert files_read(db) == [later]
    assert [each.note for each in newest(db)] == ["x"]
    (version,) = current_versions(db, [record.id]).values()
    assert version.stamp == SECOND._replace(device="here-1")
    assert state_with_lines(db, "here-1", "2026-03.json") == later.state


def test_a_write_to_a_file_of_another_state_is_not_noted(
    db: sqlite3.Connection, make_session: Make
) -> None:
    record = make_session()
    note(db, HERE, record, FIRST)
    note(db, HERE._replace(size=30), record._replace(note="x"), SECOND, (20, 2))

    assert files_read(db) == [HERE]
    assert [each.note for each in newest(db)] == [""]


def test_a_version_that_is_not_current_needs_a_reading(
    db: sqlite3.Connection, make_session: Make
) -> None:
    record = make_session()
    note(db, OTHER, record, SECOND)
    with pytest.raises(sqlite3.DataError):
        note(db, HERE, record._replace(note="older"), FIRST)
