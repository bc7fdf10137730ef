"""Entries that are not sessions: in tables of their own, from every device, never a session."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from history_answers import answers_of, history_in_memory
from sample_folders import folders_of

from footcoach_tui.history.errors import HistoryError
from footcoach_tui.history.months.entries import EntryKind, read_entry
from footcoach_tui.history.store import History
from footcoach_tui.session.record import SessionRecord

Make = Callable[..., SessionRecord]
IDS = [f"01KK01Z2ZG8Q2N5V0J5C8W7R4{digit}" for digit in "ABCD"]


def entry(number: int = 0, day: str = "2026-03-04", **fields: Any) -> dict[str, Any]:
    return {"id": IDS[number], "day": day} | fields


@pytest.mark.parametrize("kind", EntryKind)
def test_an_entry_comes_back_as_it_went(history: History, folder: Path, kind: EntryKind) -> None:
    document = entry(side="left", seconds=12.5, note="ü", nested={"a": [1, None]})

    history.add_entry(kind, document)

    assert history.entries(kind) == history_in_memory(folder).entries(kind) == [document]
    assert all(history.entries(other) == [] for other in EntryKind if other is not kind)
    assert history.all() == ()
    assert history.count() == 0
    assert history.problems == ()


def test_the_latest_day_comes_first_whatever_the_month(history: History) -> None:
    for number, day in enumerate(["2026-03-04", "2026-01-31", "2026-03-31", "2026-03-04"]):
        history.add_entry(EntryKind.TEST, entry(number, day))

    found = [(each["day"], each["id"]) for each in history.entries(EntryKind.TEST)]
    days = [("2026-03-31", 2), ("2026-03-04", 3), ("2026-03-04", 0), ("2026-01-31", 1)]
    assert found == [(day, IDS[number]) for day, number in days]


def test_those_of_two_devices_and_of_a_copy_are_united(history: History, folder: Path) -> None:
    history.add_entry(EntryKind.CHECK_IN, entry(0))
    other = History(folders_of(folder), "other-2")
    other.add_entry(EntryKind.CHECK_IN, entry(1))
    file = folder / "history" / "here-1" / "2026-03.json"
    shutil.copy(file, file.with_name("2026-03 (conflicted copy).json"))

    for reader in (history, other):
        assert [each["id"] for each in reader.entries(EntryKind.CHECK_IN)] == [IDS[1], IDS[0]]
    file.unlink()
    assert len(history.entries(EntryKind.CHECK_IN)) == 2


def test_sessions_and_entries_of_a_month_leave_each_other_as_they_are(
    history: History, folder: Path, make_session: Make
) -> None:
    first = history.add(make_session()).record
    history.add_entry(EntryKind.TEST, entry(0))
    second = history.add(make_session("2026-03-05T07:00:00+01:00")).record
    history.update(first._replace(note="changed"))
    history.add_entry(EntryKind.TEST, entry(1))
    history.delete(second.id)
    history.undo()

    assert [record.note for record in history.all()] == ["", "changed"]
    assert len(history.entries(EntryKind.TEST)) == 2
    assert answers_of(history) == answers_of(history_in_memory(folder))


def test_a_reader_of_sessions_alone_passes_over_them(
    history: History, folder: Path, make_session: Make
) -> None:
    """So does a footcoach that does not know of entries: it reads the table of sessions."""
    record = history.add(make_session()).record
    history.add_entry(EntryKind.TEST, entry(0))
    tables = json.loads((folder / "history" / "here-1" / "2026-03.json").read_text())

    assert tables["footcoach"] == {"1": {"schema": 2}}
    assert [row["id"] for row in tables["sessions"].values()] == [record.id]
    assert [row["id"] for row in tables["test"].values()] == [IDS[0]]


def test_tables_that_are_not_known_stay_where_they_are(
    history: History, folder: Path, make_session: Make
) -> None:
    history.add(make_session())
    file = folder / "history" / "here-1" / "2026-03.json"
    tables = json.loads(file.read_text()) | {"later": {"1": entry(0)}}
    file.write_text(json.dumps(tables))

    history.add_entry(EntryKind.TEST, entry(1))
    history.add(make_session("2026-03-05T07:00:00+01:00"))

    assert json.loads(file.read_text())["later"] == {"1": entry(0)}
    assert history.problems == ()


@pytest.mark.parametrize(
    "change",
    [
        {"id": "short"},
        {"id": None},
        {"day": None},
        {"day": "20260304"},
        {"day": "2026-W10-3"},
        {"day": "2026-02-30"},
        {"day": "../../2026-03"},
        {"x": float("nan")},
        {"x": {1, 2}},
    ],
)
def test_an_entry_without_id_or_day_is_refused_and_nothing_is_written(
    history: History, folder: Path, change: dict[str, Any]
) -> None:
    with pytest.raises(HistoryError, match="no id or no day"):
        history.add_entry(EntryKind.TEST, entry() | change)

    assert list(folder.rglob("*.json")) == []
    assert read_entry(entry() | change) is None


def test_what_is_no_entry_in_its_table_is_passed_over(history: History, folder: Path) -> None:
    history.add_entry(EntryKind.TEST, entry(0))
    file = folder / "history" / "here-1" / "2026-03.json"
    tables = json.loads(file.read_text())
    bad = [{}, {"id": 3, "day": "2026-03-04"}, entry(1, "\ud800"), entry(1) | {"id": "\ud800"}]
    tables["test"] |= {str(number): row for number, row in enumerate(bad, 2)}
    file.write_text(json.dumps(tables))

    assert history.entries(EntryKind.TEST) == [entry(0)]
    assert history.problems == ()


def test_an_entry_that_was_undone_is_gone_also_where_a_copy_has_it(
    history: History, folder: Path
) -> None:
    history.add_entry(EntryKind.CHECK_IN, entry(0, energy="ill"), entry(1, "2026-04-01"))
    file = folder / "history" / "here-1" / "2026-03.json"
    shutil.copy(file, file.with_name("2026-03 (conflicted copy).json"))

    assert history.undo() == "Undone: saved the check-in of 2026-03-04: ill."

    assert history.entries(EntryKind.CHECK_IN) == []
    assert history_in_memory(folder).entries(EntryKind.CHECK_IN) == []
    assert "ill" not in file.read_text()
    assert history.undoable() == ()


def test_an_entry_that_is_gone_is_not_undone(history: History, folder: Path) -> None:
    history.add_entry(EntryKind.CHECK_IN, entry(0))
    (folder / "history" / "here-1" / "2026-03.json").unlink()

    with pytest.raises(HistoryError, match="It is no longer in the history"):
        history.undo()


def test_what_follows_from_a_session_is_not_undone_alone(history: History) -> None:
    history.add_entry(EntryKind.TEST, entry(0), is_undoable=False)

    assert history.undoable() == ()
