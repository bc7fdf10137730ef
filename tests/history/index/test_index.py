"""The index: saves reading, never overrules the files, can be deleted."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from history_answers import answers_of, history_in_memory, index_files
from sample_folders import folders_of
from training_days import group_by_day

from footcoach_tui.history.ids import new_id
from footcoach_tui.history.months.storage import MonthStorage
from footcoach_tui.history.store import History
from footcoach_tui.session.record import SessionRecord
from footcoach_tui.session.side import Side

Make = Callable[..., SessionRecord]
Many = Callable[[int], list[SessionRecord]]


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the month files that were read."""
    names: list[str] = []
    real = MonthStorage._read

    def watched(self: MonthStorage, *args: Any) -> None:
        names.append(self.path.name)
        real(self, *args)

    monkeypatch.setattr(MonthStorage, "_read", watched)
    return names


def add(history: History, *records: SessionRecord) -> tuple[SessionRecord, ...]:
    return tuple(history.add(record).record for record in records)


def month(folder: Path, name: str = "2026-03", device: str = "here-1") -> Path:
    return folder / "history" / device / f"{name}.json"


def test_what_was_added_is_known_without_reading_a_file(
    history: History, folder: Path, make_sessions: Many, read: list[str]
) -> None:
    records = add(history, *make_sessions(12))
    read.clear()

    assert history.all() == records
    assert History(folders_of(folder)).all() == records
    assert read == []
    assert answers_of(history) == answers_of(history_in_memory(folder))


def test_reading_creates_nothing_in_the_data_folder(
    history: History, folder: Path, make_sessions: Many
) -> None:
    add(history, *make_sessions(3))
    before = {path: path.stat() for path in folder.rglob("*")}

    answers_of(History(folders_of(folder)))

    after = {path: path.stat() for path in folder.rglob("*")}
    assert after.keys() == before.keys()
    assert all(after[path].st_mtime_ns == before[path].st_mtime_ns for path in after)


def test_a_month_changed_by_hand_is_read_anew_and_no_other(
    history: History, folder: Path, make_sessions: Many, read: list[str]
) -> None:
    records = add(history, *make_sessions(60))
    history.days()
    read.clear()
    file = month(folder, "2026-02")
    file.write_text(file.read_text().replace('"note":""', '"note":"by hand"'))

    changed = [record for record in history.all() if record.note == "by hand"]

    assert {record.date[:7] for record in changed} == {"2026-02"}
    assert len(changed) == sum(record.date[:7] == "2026-02" for record in records)
    assert history.days() == group_by_day(history.all())
    assert read == ["2026-02.json"]


def test_changes_by_hand_are_seen_by_every_history_that_is_open(
    history: History, folder: Path, make_session: Make
) -> None:
    other = History(folders_of(folder))
    (record,) = add(history, make_session())
    assert other.all() == (record,)
    month(folder).unlink()
    assert history.all() == other.all() == ()


def test_two_writes_within_a_tick_of_the_clock_are_told_apart(
    history: History, folder: Path, make_session: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file system that counts in seconds gives both the same time."""
    (record,) = add(history, make_session(seconds=600.0))
    file = month(folder)
    second = 1_900_000_000 * 10**9
    os.utime(file, ns=(second, second))
    reader = history_in_memory(folder)
    assert history.days()[0].seconds == reader.days()[0].seconds == 600
    stat = os.stat

    def coarse(path: int | str | Path, **options: object) -> os.stat_result:
        if path == file and stat(file).st_mtime_ns < second:
            os.utime(file, ns=(second, second))
        return stat(path, **options)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(os, "stat", coarse)
        history.update(record._replace(seconds=700.0))

    assert history.days()[0].seconds == reader.days()[0].seconds == 700


def test_the_time_of_a_file_may_be_beyond_what_the_index_can_hold(
    history: History, folder: Path, make_session: Make
) -> None:
    records = add(history, make_session())
    os.utime(month(folder), (13_569_465_600, 13_569_465_600))  # the year 2400

    assert history.all() == history_in_memory(folder).all() == records
    (more,) = add(history, make_session("2026-03-05T07:00:00+01:00"))
    assert history.all() == (more, *records)


def test_a_folder_that_cannot_be_written_is_read_all_the_same(
    history: History, folder: Path, make_sessions: Many
) -> None:
    history.folders.cache.write_text("a file in its place")

    records = add(history, *make_sessions(3))

    assert history.all() == records
    assert history.problems == ()
    assert history.days() == group_by_day(records)
    assert History(folders_of(folder)).all() == records


def test_a_session_moved_to_another_day_is_counted_there_alone(
    history: History, folder: Path, make_session: Make
) -> None:
    (record,) = add(history, make_session())
    moved = make_session("2026-01-31T08:00:00+01:00", id=record.id)
    history.update(moved)

    assert [str(day.day) for day in history.days()] == ["2026-01-31"]
    assert answers_of(history) == answers_of(history_in_memory(folder))


def test_what_is_noted_of_a_session_is_what_its_file_says(
    history: History, folder: Path, make_session: Make
) -> None:
    """Values of Python that JSON does not know come back as JSON has them."""
    record = make_session(extra={"shoes": ("a", "b"), 7: Side.LEFT})

    saved = history.add(record)

    assert saved.record.extra == {"shoes": ["a", "b"], "7": "left"}
    assert history.all() == history_in_memory(folder).all() == (saved.record,)


def test_a_change_that_the_index_cannot_note_is_found_at_the_next_question(
    history: History, folder: Path, make_session: Make
) -> None:
    (record,) = add(history, make_session())
    for path in index_files(folder):
        path.unlink()
    history.index.close()

    history.update(record._replace(pain=4))

    assert [each.pain for each in history.all()] == [4]


def test_the_last_moment_of_time_still_takes_changes(
    history: History, folder: Path, make_session: Make
) -> None:
    """The stamp of a version cannot grow any more: the index must not keep the one before."""
    history.add(make_session(id=new_id(make_session().started)))
    file = month(folder)
    text = file.read_text().replace('"revision":1', '"revision":999999999')
    stamp = text[text.index('"written":"') + 11 :].split('"')[0]
    file.write_text(text.replace(stamp, "9999-12-31T23:59:59.999Z"))
    (record,) = history.all()

    history.update(record._replace(note="again"))

    assert [each.note for each in history.all()] == ["again"]
    assert answers_of(history) == answers_of(history_in_memory(folder))
