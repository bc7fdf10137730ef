"""A month file as a TinyDB: opened, searched and changed through the storage, a write at a time."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from tinydb import where

from footcoach_tui.history.errors import HistoryError
from footcoach_tui.history.months.files import NO_STATUS
from footcoach_tui.history.months.format import DamagedError, serialise_month
from footcoach_tui.history.months.storage import MonthDatabase

ROWS: dict[str, dict[str, Any]] = {
    str(number): {"id": identity, "note": f"{identity}, {{}} ü", "sets": [{"reps": 8}, {}]}
    for number, identity in ((1, "A"), (2, "B"), (7, "C"), (11, "D"))
}
ABOUT = {"1": {"schema": 2, "made_by": "later"}}
ENTRIES = {"1": {"id": "T", "day": "2026-03-04"}}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A month with four sessions and an entry."""
    path = tmp_path / "2026-03.json"
    path.write_bytes(serialise_month({"footcoach": ABOUT, "sessions": ROWS, "test": ENTRIES}))
    return path


def lines(path: Path) -> list[bytes]:
    return path.read_bytes().splitlines()


def test_no_file_is_empty_and_saving_makes_one(tmp_path: Path) -> None:
    month = MonthDatabase(tmp_path / "2026-03.json")
    assert (month.storage.content, month.storage.state, month.tables()) == (b"", NO_STATUS, set())

    month.table("sessions").insert({"id": "A"})
    assert not month.storage.path.exists(), "changes stay in memory until they are saved"
    month.storage.save()

    assert json.loads(month.storage.path.read_bytes()) == {
        "footcoach": {"1": {"schema": 2}},
        "sessions": {"1": {"id": "A"}},
    }
    assert MonthDatabase(month.storage.path).storage.has_row_lines


def test_a_dead_link_is_an_error_and_no_empty_month(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.with_name("gone"))
    with pytest.raises(HistoryError, match="broken link"):
        MonthDatabase(path)


def test_a_folder_or_a_flood_in_the_files_place_is_refused(path: Path) -> None:
    path.unlink()
    path.mkdir()
    with pytest.raises(HistoryError, match="is a folder"):
        MonthDatabase(path)

    path.rmdir()
    with path.open("wb") as file:
        file.truncate(33 << 20)
    with pytest.raises(HistoryError, match="larger than"):
        MonthDatabase(path)


def test_a_new_month_in_the_place_of_a_damaged_one_is_not_read(path: Path) -> None:
    path.write_bytes(b"nonsense")
    with pytest.raises(DamagedError):
        MonthDatabase(path)

    month = MonthDatabase(path, is_new=True)
    month.table("sessions").insert({"id": "A"})
    month.storage.save()
    assert [row["id"] for row in MonthDatabase(path).table("sessions")] == ["A"]


@pytest.mark.parametrize("is_known", [False, True])
def test_rows_that_are_not_looked_at_stay_byte_for_byte(path: Path, *, is_known: bool) -> None:
    # As no writer of ours spaces it: only a row that is parsed is written anew.
    spaced = path.read_bytes().replace(b'"id":"B",', b'"id":"B"  ,').replace(b"1.0", b"1.00")
    path.write_bytes(spaced)
    state = MonthDatabase(path).storage.state
    before = lines(path)
    month = MonthDatabase(path, state if is_known else NO_STATUS, ["C"] if is_known else ())
    table = month.table("sessions")

    table.update({"note": "changed"}, doc_ids=[7])
    (number,) = table.insert_multiple([{"id": "E"}])
    month.storage.save()

    after = lines(path)
    assert number == 12
    assert (b'"2":{"id":"B"  ,' in path.read_bytes()) == is_known
    same = [line for line in before if line in after]
    assert len(same) == len(before) - 2 - (not is_known), "C, and D that now ends in a comma"
    assert json.loads(path.read_bytes()) == {
        "footcoach": ABOUT,
        "sessions": ROWS | {"7": ROWS["7"] | {"note": "changed"}, "12": {"id": "E"}},
        "test": ENTRIES,
    }


def test_a_file_that_changed_since_is_parsed_whole(path: Path) -> None:
    state = MonthDatabase(path).storage.state
    path.write_bytes(path.read_bytes().replace(b'"reps":8', b'"reps":888'))

    rows = MonthDatabase(path, state, ["A"]).table("sessions").all()

    assert [row["sets"][0]["reps"] for row in rows] == [888] * 4


@pytest.mark.parametrize("is_known", [False, True])
def test_the_numbers_of_sessions_are_found_by_their_ids(path: Path, *, is_known: bool) -> None:
    state = MonthDatabase(path).storage.state if is_known else NO_STATUS
    ids = ["A", "D", "E"]
    assert MonthDatabase(path, state, ids).storage.numbers("sessions", ids) == {"A": 1, "D": 11}


def test_a_session_without_an_id_in_front_is_found_after_a_save(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b'"id":"B","note":"B', b'"note":"C","id":"B","x":"'))
    month = MonthDatabase(path)
    month.storage.save()
    again = MonthDatabase(path, month.storage.state, ["B"])
    assert again.storage.numbers("sessions", ["B"]) == {"B": 2}
    assert again.table("sessions").get(doc_id=2)["note"] == "C"  # type: ignore[index]


def test_tinydb_does_its_work(path: Path) -> None:
    month = MonthDatabase(path)
    table = month.table("sessions")

    assert [row.doc_id for row in table.search(where("id").one_of(["B", "D"]))] == [2, 11]
    assert table.contains(where("id") == "A")
    assert table.remove(where("id") == "A") == [1]
    table.upsert({"id": "B", "note": "upserted"}, where("id") == "B")
    month.table("test").insert({"id": "U", "day": "2026-03-05"})
    month.storage.save()

    again = MonthDatabase(path)
    assert {row["id"]: row["note"] for row in again.table("sessions")}["B"] == "upserted"
    assert [row["id"] for row in again.table("sessions")] == ["B", "C", "D"]
    assert [row["id"] for row in again.table("test")] == ["T", "U"]


def test_what_cannot_be_saved_leaves_the_file_as_it_was(path: Path) -> None:
    before = path.read_bytes()
    month = MonthDatabase(path)
    month.table("sessions").insert({"id": "E", "x": float("nan")})
    with pytest.raises(HistoryError, match="cannot be saved"):
        month.storage.save()
    assert path.read_bytes() == before


def test_two_saves_have_two_states_whatever_the_clock_of_the_disk(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    second = 1_900_000_000 * 10**9
    stat = os.stat

    def coarse(name: Any, **options: Any) -> os.stat_result:
        if name == path and stat(path).st_mtime_ns < second:
            os.utime(path, ns=(second, second))
        return stat(name, **options)

    os.utime(path, ns=(second, second))
    month = MonthDatabase(path)
    before = month.storage.state
    monkeypatch.setattr(os, "stat", coarse)
    month.storage.save()
    monkeypatch.undo()

    assert month.storage.state != before
    assert month.storage.state == MonthDatabase(path).storage.state
