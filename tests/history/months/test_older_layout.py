"""Months of older layouts: read as they are, rewritten only after a backup."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from footcoach_tui.history.codec import to_document
from footcoach_tui.history.store import History
from footcoach_tui.session.record import SessionRecord

Make = Callable[..., SessionRecord]


@pytest.fixture
def older(folder: Path, make_session: Make) -> tuple[Path, SessionRecord]:
    """A month as footcoach wrote it before there were versions, and its session."""
    record = make_session(device="here-1")
    path = folder / "history" / "here-1" / "2026-03.json"
    path.parent.mkdir(parents=True, mode=0o700)
    row = json.dumps(to_document(record))
    path.write_text(f'{{"footcoach":{{\n"1":{{"schema":1}}\n}},\n"sessions":{{\n"1":{row}\n}}}}\n')
    return path, record


def backups(folder: Path) -> dict[str, bytes]:
    kept = folder / "backups"
    older = (kept / "schema-1").rglob("*.json*")
    return {str(path.relative_to(kept)): path.read_bytes() for path in older}


def test_an_older_month_is_read_as_it_is_and_nothing_is_written(
    history: History, folder: Path, older: tuple[Path, SessionRecord]
) -> None:
    path, record = older
    before = path.read_bytes()

    assert history.all() == (record,)
    assert history.days()[0].sessions == 1
    assert history.problems == ()
    assert path.read_bytes() == before
    assert not (folder / "backups").exists()


@pytest.mark.parametrize("seen", [False, True])
def test_the_first_change_keeps_what_was_there_and_writes_the_new_layout(
    history: History,
    folder: Path,
    older: tuple[Path, SessionRecord],
    make_session: Make,
    *,
    seen: bool,
) -> None:
    path, record = older
    before = path.read_bytes()
    if seen:  # so that the index knows its lines
        history.all()

    new = history.add(make_session("2026-03-05T07:00:00+01:00")).record

    assert backups(folder) == {"schema-1/here-1/2026-03.json": before}
    assert json.loads(path.read_text())["footcoach"] == {"1": {"schema": 2}}
    assert history.all() == (new, record)
    history.add(make_session("2026-03-06T07:00:00+01:00"))
    assert len(backups(folder)) == 1


def test_an_edit_of_an_older_session_wins_and_can_be_undone(
    history: History, older: tuple[Path, SessionRecord]
) -> None:
    _, record = older

    history.update(record._replace(pain=4))
    assert history.all() == (record._replace(pain=4),)
    history.undo()
    assert history.all() == (record,)
    history.delete(record.id)
    assert history.all() == ()
    history.undo()
    assert history.all() == (record,)


def test_a_backup_is_never_written_over(
    history: History, folder: Path, older: tuple[Path, SessionRecord], make_session: Make
) -> None:
    path, _ = older
    before = path.read_bytes()
    history.add(make_session())
    other = before.replace(b"Daily feet", b"Other feet")
    path.write_bytes(other)

    history.add(make_session())

    assert backups(folder) == {
        "schema-1/here-1/2026-03.json": before,
        "schema-1/here-1/2026-03.json.2": other,
    }
