"""Versions of a session in several files: it counts once, and no version is lost with another."""

import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from history_answers import answers_of, history_in_memory
from sample_folders import folders_of
from training_days import group_by_day

from footcoach_tui.history.index import index
from footcoach_tui.history.months.files import MonthListing
from footcoach_tui.history.months.storage import MonthStorage
from footcoach_tui.history.store import History
from footcoach_tui.session.record import SessionRecord

Make = Callable[..., SessionRecord]
Many = Callable[[int], list[SessionRecord]]
COPIES = [
    "2026-03 (conflicted copy).json",
    "2026-03.sync-conflict-20261130-031500-ABCDEFG.json",
    "2026-03.json~",
    "2026-03 (1).json",
    "Kopie von 2026-03.json",
]


def device(folder: Path, name: str, hours: int = 0) -> History:
    now = datetime(2026, 3, 20, tzinfo=UTC) + timedelta(hours=hours)
    return History(folders_of(folder), name, now=lambda: now)


def month(folder: Path, name: str = "2026-03", device: str = "here-1") -> Path:
    return folder / "history" / device / f"{name}.json"


def notes(history: History) -> list[str]:
    return [record.note for record in history.all()]


def assert_counted_once(history: History, folder: Path) -> None:
    records = history.all()
    assert len({record.id for record in records}) == len(records) == history.count()
    assert history.days() == group_by_day(records)
    totals = history.exercise_totals().values()
    assert sum(each.sessions for each in totals) == len(records)
    assert answers_of(history) == answers_of(history_in_memory(folder))


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_of_a_month_counts_no_session_twice(
    history: History, folder: Path, make_sessions: Many, name: str
) -> None:
    history.add_all(make_sessions(3), "import")
    before = answers_of(history)

    shutil.copy(month(folder), month(folder).with_name(name))

    assert answers_of(history) == before
    assert_counted_once(history, folder)


@pytest.mark.parametrize("name", COPIES)
def test_a_session_that_only_a_copy_holds_is_there_until_the_copy_is_gone(
    folder: Path, make_session: Make, name: str
) -> None:
    history = device(folder, "here-1")
    record = history.add(make_session(note="before")).record
    copy = month(folder).with_name(name)
    shutil.copy(month(folder), copy)
    device(folder, "here-1", 1).update(record._replace(note="after"))
    assert notes(history) == ["after"]

    month(folder).unlink()
    assert notes(history) == ["before"]
    assert_counted_once(history, folder)

    copy.unlink()
    assert notes(history) == []
    assert_counted_once(history, folder)


def test_the_later_of_two_devices_is_current_and_the_other_when_its_file_is_gone(
    folder: Path, make_session: Make
) -> None:
    record = device(folder, "here-1").add(make_session(note="first")).record
    device(folder, "other-2", 1).update(record._replace(note="second"))
    device(folder, "third-3", 2).update(record._replace(note="third"))
    history = History(folders_of(folder))

    for note, name in (("third", "third-3"), ("second", "other-2"), ("first", "here-1")):
        assert notes(history) == [note]
        assert_counted_once(history, folder)
        month(folder, device=name).unlink()
    assert notes(history) == []


def test_a_deletion_that_disappears_brings_the_session_back(
    folder: Path, make_session: Make
) -> None:
    record = device(folder, "here-1").add(make_session(note="here")).record
    other = device(folder, "other-2", 1)
    other.delete(record.id)
    assert notes(other) == []
    assert other.count() == 0
    assert other.get(record.id) is None

    month(folder, device="other-2").unlink()

    assert notes(other) == ["here"]
    assert_counted_once(other, folder)


def test_versions_in_two_home_months_count_once(
    history: History, folder: Path, tmp_path: Path, make_session: Make
) -> None:
    """Two devices that did not know of each other took the same session into two months."""
    record = make_session(note="march")
    device(folder, "here-1").add(record)
    elsewhere = tmp_path / "elsewhere"
    february = make_session("2026-02-10T07:00:00+01:00", id=record.id, note="february")
    device(elsewhere, "other-2", 1).add(february)
    shutil.copytree(elsewhere / "history", folder / "history", dirs_exist_ok=True)

    assert notes(history) == ["february"]
    assert [str(day.day) for day in history.days()] == ["2026-02-10"]
    assert_counted_once(history, folder)
    month(folder, "2026-02", "other-2").unlink()
    assert notes(history) == ["march"]
    assert_counted_once(history, folder)


def test_a_file_put_back_to_an_older_state_gives_way_to_the_other_device(
    folder: Path, make_session: Make
) -> None:
    first = device(folder, "here-1")
    record = first.add(make_session(note="first")).record
    older = month(folder).read_bytes()
    device(folder, "other-2", 1).update(record._replace(note="second"))
    device(folder, "here-1", 2).update(record._replace(note="third"))
    assert notes(first) == ["third"]

    month(folder).write_bytes(older)

    assert notes(first) == ["second"]
    assert_counted_once(first, folder)


def test_other_files_are_read_again_only_for_what_lost_its_current_version(
    folder: Path, make_sessions: Many, monkeypatch: pytest.MonkeyPatch
) -> None:
    records = device(folder, "here-1").add_all(make_sessions(3), "import").records
    other = device(folder, "other-2", 1)
    other.update(records[0]._replace(note="theirs"))
    other.all()
    read: list[str] = []
    real = MonthStorage._read

    def watched(self: MonthStorage, *args: object) -> None:
        read.append(self.path.parent.name)
        real(self, *args)  # type: ignore[arg-type]

    monkeypatch.setattr(MonthStorage, "_read", watched)
    path = month(folder, device="other-2")
    path.write_text(path.read_text().replace("theirs", "changed by hand"))

    assert notes(other)[0] == "changed by hand"
    assert read == ["other-2"]
    path.unlink()
    assert notes(other)[0] == ""
    assert read == ["other-2", "here-1"]


def test_a_file_that_changes_while_others_are_read_loses_no_session(
    folder: Path, make_session: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A program that copies files takes a version away between the listing and the reading."""
    one, two = (make_session(f"2026-03-0{day}T07:00:00+01:00", note="first") for day in (4, 5))
    device(folder, "here-1").add_all([one, two], "import")
    changed = device(folder, "other-2", 1)
    changed.add_all([each._replace(note="second") for each in (one, two)], "import")
    sound = month(folder, device="other-2").read_bytes()
    device(folder, "third-3", 2).update(two._replace(note="third"))
    history = History(folders_of(folder))
    assert notes(history) == ["third", "second"]
    calls: list[int] = []

    def interrupted(data: Path) -> MonthListing:
        found = MonthListing(data)
        calls.append(1)
        if len(calls) == 2:
            month(folder, device="other-2").write_bytes(
                b'{"footcoach":{"1":{"schema":2}},"sessions":{}}'
            )
        return found

    monkeypatch.setattr(index, "MonthListing", interrupted)
    month(folder, device="third-3").unlink()
    history.all()

    assert notes(history) == ["first", "first"]
    assert_counted_once(history, folder)
    month(folder, device="other-2").write_bytes(sound)
    assert notes(history) == ["second", "second"]
