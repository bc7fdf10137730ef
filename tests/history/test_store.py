"""Adding, changing and deleting sessions, in the files of this device alone."""

import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sample_folders import folders_of

from footcoach_tui.history.device import read_device
from footcoach_tui.history.errors import HistoryError
from footcoach_tui.history.store import History
from footcoach_tui.session.record import SessionRecord

Make = Callable[..., SessionRecord]
Many = Callable[[int], list[SessionRecord]]


def ids(records: tuple[SessionRecord, ...]) -> list[str]:
    return [record.id for record in records]


def stored(folder: Path, month: str = "2026-03", device: str = "here-1") -> dict[str, Any]:
    content: dict[str, Any] = json.loads(_file(folder, month, device).read_text())
    return content


def _file(folder: Path, month: str = "2026-03", device: str = "here-1") -> Path:
    return folder / "history" / device / f"{month}.json"


def test_what_is_added_is_there_for_whoever_reads_next(
    history: History, folder: Path, make_session: Make
) -> None:
    saved = history.add(make_session(note="felt good", effort=6))

    assert saved.warnings == ()
    assert History(folders_of(folder)).all() == (saved.record,)


def test_a_session_without_a_device_gets_this_one(history: History, make_session: Make) -> None:
    assert history.add(make_session()).record.device == "here-1"
    assert history.add(make_session(device="phone")).record.device == "phone"


def test_the_devices_name_is_made_with_the_first_session(folder: Path, make_session: Make) -> None:
    record = History(folders_of(folder)).add(make_session()).record

    assert record.device == read_device(folders_of(folder).state) != ""
    assert History(folders_of(folder)).add(make_session()).record.device == record.device


def test_adding_the_same_session_again_changes_nothing(
    history: History, make_session: Make
) -> None:
    record = make_session()
    history.add(record)
    history.add(record)

    assert ids(history.all()) == [record.id]


def test_effort_pain_and_note_can_be_added_later(history: History, make_sessions: Many) -> None:
    records = [history.add(record).record for record in make_sessions(3)]

    history.update(records[1]._replace(effort=7, pain=1, note="left arch tired"))

    changed = history.get(records[1].id)
    assert changed is not None
    assert (changed.effort, changed.pain, changed.note) == (7, 1, "left arch tired")
    assert ids(history.all()) == ids(tuple(records))


def test_a_session_that_is_not_there_cannot_be_changed(
    history: History, make_session: Make
) -> None:
    with pytest.raises(HistoryError, match="is not in the history"):
        history.update(make_session())

    assert history.all() == ()


def test_a_device_does_not_write_the_files_of_another(
    history: History, folder: Path, make_session: Make
) -> None:
    theirs = History(folders_of(folder), device="phone-2").add(make_session()).record
    before = _file(folder, device="phone-2").read_bytes()

    history.update(theirs._replace(pain=3))

    assert _file(folder, device="phone-2").read_bytes() == before
    assert [record.pain for record in history.all()] == [3]
    assert [record.pain for record in History(folders_of(folder), device="phone-2").all()] == [3]


def test_unknown_fields_survive_a_change(
    history: History, folder: Path, make_session: Make
) -> None:
    record = history.add(make_session()).record
    content = stored(folder)
    row = content["sessions"]["1"]
    row["mood"] = {"later": [1, "\x1b[2J"]}
    row["exercises"][0]["sets"][1]["side_note"] = "x"
    row["exercises"][0]["weight"] = 2.5
    content["footcoach"]["1"]["made_by"] = "later"
    _file(folder).write_text(json.dumps(content))

    read = history.all()[0]
    history.update(read._replace(pain=2))

    row = stored(folder)["sessions"]["1"]
    assert read.extra == {"mood": {"later": [1, "\x1b[2J"]}}
    assert row["mood"] == {"later": [1, "\x1b[2J"]}
    assert row["exercises"][0]["sets"][1]["side_note"] == "x"
    assert row["exercises"][0]["weight"] == 2.5

    (step,) = read.exercises
    fewer = step._replace(sets=step.sets[1:])
    history.update(read._replace(exercises=(fewer,)))

    (step_now,) = stored(folder)["sessions"]["1"]["exercises"]
    assert [row.get("side_note") for row in step_now["sets"]] == ["x"]
    assert step_now["weight"] == 2.5
    assert stored(folder)["footcoach"]["1"] == {"schema": 2, "made_by": "later"}
    assert (row["id"], row["pain"]) == (record.id, 2)


def test_an_add_touches_no_other_month(history: History, folder: Path, make_session: Make) -> None:
    history.add(make_session("2026-02-01T08:00:00+00:00"))
    before = _file(folder, "2026-02").stat()

    history.add(make_session("2026-03-01T08:00:00+00:00"))

    assert _file(folder, "2026-02").stat() == before


def test_what_a_killed_writer_left_goes_with_the_next_add(
    history: History, folder: Path, make_session: Make
) -> None:
    history.add(make_session())
    left = _file(folder).with_name(".2026-03.json.4711.abcd.tmp")
    left.write_bytes(b"half a fi")

    history.add(make_session())

    assert not left.exists()
    assert len(history.all()) == 2


def test_a_session_lies_in_the_month_of_its_own_local_day(
    history: History, folder: Path, make_session: Make
) -> None:
    history.add(make_session("2026-03-01T00:30:00+13:00"))  # still February in UTC
    history.add(make_session("2026-02-28T23:30:00-10:00"))  # already March in UTC

    assert _file(folder, "2026-03").exists()
    assert _file(folder, "2026-02").exists()
    assert [record.date for record in history.all()] == ["2026-03-01", "2026-02-28"]


def test_everything_is_for_its_owner_only(
    history: History, folder: Path, make_session: Make
) -> None:
    History(folders_of(folder)).add(make_session())
    history.add(make_session())

    for path in (folder, *folder.rglob("*")):
        wanted = 0o700 if path.is_dir() else 0o600
        assert stat.S_IMODE(path.stat().st_mode) == wanted, path


def test_the_first_add_of_a_month_makes_every_folder_on_the_way_durable(
    folder: Path, make_session: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    History(folders_of(folder), device="here-1").add(make_session("2026-02-01T08:00:00+01:00"))
    fsync = os.fsync
    synced: list[int] = []

    def watched(handle: int) -> None:
        synced.append(os.fstat(handle).st_ino)
        fsync(handle)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", watched)
        History(folders_of(folder), device="here-1").add(make_session("2026-03-01T08:00:00+01:00"))

    on_the_way = (folder.parent, folder, folder / "history", folder / "history" / "here-1")
    assert {path.stat().st_ino for path in on_the_way} <= set(synced)


def test_a_linked_month_and_a_linked_history_stay_links(
    history: History, folder: Path, tmp_path: Path, make_session: Make
) -> None:
    carrier = tmp_path / "carrier"
    (carrier / "here-1").mkdir(parents=True)
    folder.mkdir()
    (folder / "history").symlink_to(carrier)
    history.add(make_session())
    real = tmp_path / "real.json"
    _file(folder).rename(real)
    _file(folder).symlink_to(real)

    history.add(make_session())

    assert (folder / "history").is_symlink()
    assert _file(folder).is_symlink()
    assert len(history.all()) == 2
    assert len(json.loads(real.read_text())["sessions"]) == 2


def test_a_session_that_could_not_be_read_back_is_refused(
    history: History, folder: Path, make_session: Make
) -> None:
    for bad in (make_session(id="no"), make_session(seconds=float("nan")), make_session(effort=12)):
        with pytest.raises(HistoryError, match="cannot be saved"):
            history.add(bad)
    with pytest.raises(HistoryError, match="cannot be saved"):
        history.add(make_session(extra={"x": {1, 2}}))

    assert history.all() == ()
    assert not _file(folder).exists()


def test_opening_the_history_costs_little() -> None:
    script = (
        "import sys, footcoach_tui.history.store\n"
        "heavy = {'tinydb', 'pydantic', 'textual', 'rich'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "[]"
