"""Undo: the last twenty changes, also from another process."""

import json
import os
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sample_folders import folders_of

from footcoach_tui.boundary.files import WriteError
from footcoach_tui.history.errors import HistoryError
from footcoach_tui.history.ids import new_id
from footcoach_tui.history.months import storage
from footcoach_tui.history.months.entries import EntryKind
from footcoach_tui.history.store import History
from footcoach_tui.session.record import SessionRecord

Make = Callable[..., SessionRecord]
Many = Callable[[int], list[SessionRecord]]
DAYS = ["2026-02-27", "2026-02-28", "2026-03-01", "2026-03-02"]
changes = st.tuples(
    st.sampled_from(["add", "all", "edit", "move", "delete", "entry"]),
    st.integers(0, 5),
    st.integers(0, 3),
)


def change(history: History, sessions: list[SessionRecord], step: tuple[str, int, int]) -> bool:
    """Make a change; whether there was one that is undone on its own."""
    what, which, number = step
    record = sessions[which]
    known = history.get(record.id)
    if what == "add":
        latest = history.undoable()[:1]
        history.add(record._replace(note=f"note {number}"))
        return latest != (f"Added {record.title} of {record.date}",)
    if what == "all":
        return bool(history.add_all(sessions[which:], f"imported {number}").records)
    if what == "entry":
        entry = {"id": new_id(record.started), "day": DAYS[number], "plan": "", "flags": []}
        history.add_entry(list(EntryKind)[which % len(EntryKind)], entry)
        return True
    if known is None:
        return False
    if what == "edit":
        history.update(known._replace(pain=number, title=f"{known.title} {number}"))
    elif what == "move":
        history.update(
            known._replace(started=datetime.fromisoformat(f"{DAYS[number]}T07:00:00+01:00"))
        )
    else:
        assert history.delete(known.id) == known
    return True


def everything(history: History) -> tuple[object, ...]:
    """Sessions and entries."""
    return history.all(), [history.entries(kind) for kind in EntryKind]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.lists(changes, max_size=10))
def test_every_change_undone_leaves_the_history_as_it_was(
    make_session: Make,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    steps: list[Any],
) -> None:
    monkeypatch.setattr(os, "fsync", lambda _: None)  # thousands of them, and no power to fail
    folder = tmp_path_factory.mktemp("data")
    titles = ["Arch", "Toes", "Calf", "Ball", "Heel", "Sole"]
    sessions = [
        make_session(f"{DAYS[number % 4]}T07:0{number}:00+01:00", title=title)
        for number, title in enumerate(titles)
    ]
    before: list[tuple[object, ...]] = []
    for step in steps:
        was = everything(History(folders_of(folder), device="here-1"))
        if change(History(folders_of(folder), device="here-1"), sessions, step):
            before.append(was)

    assert len(History(folders_of(folder)).undoable()) == len(before)
    while before:
        assert History(folders_of(folder), device="here-1").undo().startswith("Undone: ")
        assert everything(History(folders_of(folder), device="here-1")) == before.pop()
    with pytest.raises(HistoryError, match="There is nothing to undo"):
        History(folders_of(folder), device="here-1").undo()


def test_it_is_said_what_is_undone_the_latest_first(history: History, make_session: Make) -> None:
    record = history.add(make_session(title="Arch")).record
    history.update(record._replace(pain=3))
    history.delete(record.id)

    assert history.undoable() == (
        "Deleted Arch of 2026-03-04",
        "Changed Arch of 2026-03-04",
        "Added Arch of 2026-03-04",
    )
    assert history.undo() == "Undone: deleted Arch of 2026-03-04."
    assert history.all() == (record._replace(pain=3),)


def test_what_is_answered_after_a_session_is_undone_with_it(
    history: History, make_session: Make
) -> None:
    record = history.add(make_session()).record
    history.add(record._replace(effort=6))
    history.add(record._replace(effort=6, pain=1, note="good"))

    assert len(history.undoable()) == 1
    history.undo()
    assert history.all() == ()


def test_an_import_is_undone_as_one_and_what_it_changed_comes_back(
    history: History, make_sessions: Many
) -> None:
    records = [history.add(record).record for record in make_sessions(40)]
    changed = [record._replace(note="theirs") for record in records[:3]]

    saved = history.add_all([*changed, *records[3:]], "imported 40 sessions")

    assert [record.note for record in saved.records] == ["theirs"] * 3
    assert saved.unchanged == 37
    assert history.undo() == "Undone: imported 40 sessions."
    assert history.all() == tuple(records)


def test_twenty_changes_can_be_undone_and_no_more(history: History, make_sessions: Many) -> None:
    for record in make_sessions(90):
        history.add(record)

    assert len(history.undoable()) == 20
    for _ in range(20):
        history.undo()
    assert len(history.all()) == 70
    with pytest.raises(HistoryError, match="nothing to undo"):
        history.undo()


def test_with_nothing_done_there_is_nothing_to_undo_and_nothing_is_made(
    history: History, folder: Path
) -> None:
    assert history.undoable() == ()
    with pytest.raises(HistoryError, match="There is nothing to undo"):
        history.undo()
    assert not folder.exists()


def test_a_session_that_another_device_changed_since_is_left_alone(
    history: History, folder: Path, tmp_path: Path, make_session: Make
) -> None:
    first = history.add(make_session(title="First")).record
    record = history.add(make_session(title="Second")).record
    shutil.copytree(folder / "history", tmp_path / "phone" / "history")
    History(folders_of(tmp_path / "phone"), device="phone-2").update(record._replace(note="theirs"))
    shutil.copytree(tmp_path / "phone" / "history" / "phone-2", folder / "history" / "phone-2")

    with pytest.raises(HistoryError, match=r"added Second of .* changed since then on phone-2"):
        history.undo()
    assert {record.note for record in history.all()} == {"theirs", ""}

    assert history.undo() == "Undone: added First of 2026-03-04."
    assert first.id not in [record.id for record in history.all()]


def test_what_others_changed_of_an_import_stays_and_the_rest_goes(
    history: History, folder: Path, tmp_path: Path, make_sessions: Many
) -> None:
    records = history.add_all(make_sessions(5), "imported 5 sessions").records
    shutil.copytree(folder / "history", tmp_path / "phone" / "history")
    History(folders_of(tmp_path / "phone"), device="phone-2").update(
        records[2]._replace(note="theirs")
    )
    shutil.copytree(tmp_path / "phone" / "history" / "phone-2", folder / "history" / "phone-2")

    said = history.undo()

    assert said == "Undone: imported 5 sessions; 1 changed since then stay as they are."
    assert [record.note for record in history.all()] == ["theirs"]


def test_a_change_that_failed_is_passed_over(
    history: History, make_sessions: Many, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = make_sessions(2)
    history.add(old)

    def fail(path: Path, _: bytes) -> None:
        raise WriteError(path, "could not be saved: no space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(storage, "write_durably", fail)
        with pytest.raises(HistoryError, match="no space left"):
            history.add(new)

    assert len(history.undoable()) == 2
    assert history.undo() == f"Undone: added {old.title} of {old.date}."
    assert history.all() == ()


def test_two_saves_that_an_older_footcoach_noted_as_one_are_undone_as_one(
    history: History, folder: Path, make_session: Make
) -> None:
    record = make_session()
    for effort in (None, 3):
        history.add(record._replace(effort=effort))
    undo = folders_of(folder).state / "undo.jsonl"
    lines = [json.loads(line) for line in undo.read_bytes().splitlines()]
    lines[2]["instead"], lines[2]["changes"][0]["before"] = True, None
    undo.write_text("".join(f"{json.dumps(line, separators=(',', ':'))}\n" for line in lines))

    assert len(history.undoable()) == 1
    history.undo()
    assert history.all() == ()


def test_a_session_whose_second_save_failed_can_still_be_undone(
    history: History, make_session: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = make_session()
    history.add(record)

    def fail(path: Path, _: bytes) -> None:
        raise WriteError(path, "could not be saved: no space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(storage, "write_durably", fail)
        with pytest.raises(HistoryError, match="no space left"):
            history.add(record._replace(effort=3))

    assert history.undo() == f"Undone: added {record.title} of {record.date}."
    assert history.all() == ()


@pytest.mark.parametrize("change", ["add", "edit"])
def test_a_change_that_another_program_took_away_is_named_and_no_other_is_undone(
    history: History, folder: Path, make_session: Make, change: str
) -> None:
    """A copy of the newest wins: the file of the month is an older one again."""
    old = history.add(make_session(title="Old")).record
    before = {path: path.read_bytes() for path in (folder / "history").rglob("*.json")}
    if change == "add":
        history.add(make_session(title="New"))
    else:
        history.update(old._replace(title="New"))
    for path, content in before.items():
        path.write_bytes(content)
    assert history.all() == (old,)

    with pytest.raises(HistoryError, match=r"Not undone: .* New of .* removed its file"):
        history.undo()
    assert history.all() == (old,)

    assert history.undo() == "Undone: added Old of 2026-03-04."


def test_a_month_that_is_gone_is_named_and_no_other_change_is_undone(
    history: History, folder: Path, make_session: Make
) -> None:
    old = history.add(make_session("2026-02-04T07:00:00+01:00", title="Old")).record
    history.add(make_session(title="New"))
    (folder / "history" / "here-1" / "2026-03.json").unlink()

    with pytest.raises(HistoryError, match=r"Not undone: added New .* removed its file"):
        history.undo()
    assert history.all() == (old,)
    assert history.undo() == "Undone: added Old of 2026-02-04."


def test_of_an_import_what_another_program_took_away_stays_away(
    history: History, folder: Path, make_session: Make
) -> None:
    months = ("2026-01", "2026-02", "2026-03")
    sessions = [make_session(f"{month}-04T07:00:00+01:00") for month in months]
    kept = history.add(make_session("2026-01-09T07:00:00+01:00")).record
    older = {path: path.read_bytes() for path in (folder / "history").rglob("*.json")}
    history.add_all(sessions, "imported 3 sessions")
    for path, content in older.items():
        path.write_bytes(content)
    (folder / "history" / "here-1" / "2026-02.json").unlink()
    assert {record.id for record in history.all()} == {kept.id, sessions[2].id}

    said = history.undo()

    assert said == "Undone: imported 3 sessions; 2 changed since then stay as they are."
    assert history.all() == (kept,)


@pytest.mark.parametrize("name", ["here-1 (conflicted copy)", "Copy of here-1", "here-1~"])
@pytest.mark.parametrize("change", ["add", "edit", "delete", "import"])
def test_a_copy_of_the_folder_holds_this_devices_own_change(
    history: History, folder: Path, make_sessions: Many, name: str, change: str
) -> None:
    before = history.add_all(make_sessions(2), "imported 2 sessions").records
    new = before[0]._replace(id="01KK01Z2ZG8Q2N5V0J5C800001")
    if change == "add":
        history.add(new)
    elif change == "edit":
        history.update(before[0]._replace(pain=3))
    elif change == "delete":
        history.delete(before[0].id)
    else:
        history.add_all([before[0]._replace(note="theirs"), new], "imported 2 more")
    shutil.copytree(folder / "history" / "here-1", folder / "history" / name)

    assert history.undo().startswith("Undone: ")
    assert history.all() == before


@pytest.mark.parametrize(
    "content", [b"", b"{", b"null\n", b"[]\n", b"\xff\xfe\n", b'{"what":1,"changes":[{"id":3}]}\n']
)
def test_a_damaged_file_is_told_and_there_is_nothing_to_undo(
    history: History, folder: Path, make_session: Make, content: bytes
) -> None:
    record = history.add(make_session()).record
    (folders_of(folder).state / "undo.jsonl").write_bytes(content)

    assert history.undoable() == ()
    problem = history.undo_problem()
    file = str(folders_of(folder).state / "undo.jsonl")
    assert (problem and problem.file) == (file if content.endswith(b"\n") else None)
    with pytest.raises(HistoryError, match="There is nothing to undo"):
        history.undo()
    assert history.all() == (record,)

    history.update(record._replace(pain=2))
    history.undo()
    assert history.all() == (record,)


def test_no_line_of_it_can_lead_out_of_the_history(
    history: History, folder: Path, make_session: Make
) -> None:
    record = history.add(make_session()).record
    undo = folders_of(folder).state / "undo.jsonl"
    line = json.loads(undo.read_bytes().splitlines()[0])
    line["changes"][0]["home"] = "../../2026-03"
    undo.write_text(json.dumps(line) + "\n")

    with pytest.raises(HistoryError, match="There is nothing to undo"):
        history.undo()
    assert history.all() == (record,)


def test_a_disk_that_takes_no_note_keeps_the_session_and_tells(
    history: History, folder: Path, make_session: Make
) -> None:
    history.add(make_session())
    undo = folders_of(folder).state / "undo.jsonl"
    undo.unlink()
    undo.mkdir()

    saved = history.add(make_session())

    assert saved.record in history.all()
    assert [problem.file for problem in saved.warnings] == [
        str(folders_of(folder).state / "undo.jsonl")
    ]
    assert "cannot be undone" in saved.warnings[0].sentence
