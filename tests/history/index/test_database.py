"""The file of the index: found, made, shared with other processes, and done without."""

import os
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from history_answers import Answers, answers_of, answers_when_opened, history_in_memory, index_files
from sample_folders import folders_of

from footcoach_tui.boundary import mounts
from footcoach_tui.history.index import database
from footcoach_tui.history.store import History
from footcoach_tui.session.record import SessionRecord

Make = Callable[..., SessionRecord]


@pytest.fixture
def file(folder: Path, expected: Answers) -> Path:
    """The one file of a sound index that no process has open."""
    assert expected
    (file,) = index_files(folder)
    return file


def test_the_answers_are_those_of_an_index_in_memory(
    folder: Path, file: Path, expected: Answers
) -> None:
    before = file.read_bytes()
    assert answers_when_opened(folder) == expected
    assert index_files(folder) == [file]
    assert file.read_bytes() == before, "nothing was made anew"


@pytest.mark.parametrize("suffix", ["", "-journal"])
def test_a_part_deleted_while_a_history_has_it_open(
    history: History, folder: Path, make_session: Make, expected: Answers, suffix: str
) -> None:
    assert answers_of(history) == expected
    (file,) = (path for path in index_files(folder) if path.name.endswith(".sqlite"))

    file.with_name(file.name + suffix).unlink(missing_ok=True)
    assert answers_when_opened(folder) == expected
    history.add(make_session("2026-03-06T07:00:00+01:00"))

    now = answers_of(history_in_memory(folder))
    assert now["count"] == expected["count"] + 1
    assert answers_of(history) == answers_when_opened(folder) == now


@pytest.mark.parametrize("suffix", [".sqlite-journal", ".sqlite-other"])
def test_only_a_part_is_left(
    history: History, folder: Path, expected: Answers, suffix: str
) -> None:
    history.all()
    (folder_of_index,) = {path.parent for path in index_files(folder)}
    history.index.close()
    for path in index_files(folder):
        path.unlink()
    left = folder_of_index / f"history-1-0123456789abcdef{suffix}"
    left.write_bytes(b"\x37\x7f\x06\x82" + b"\0" * 100)

    assert answers_when_opened(folder) == expected
    assert not left.exists()


def test_the_name_of_a_file_that_was_discarded_is_not_used_again(
    folder: Path, file: Path, expected: Answers
) -> None:
    names = {file.name}
    for number in range(1, 6):
        (path,) = index_files(folder)
        path.write_bytes(b"nonsense")
        assert answers_when_opened(folder) == expected
        names |= {path.name for path in index_files(folder)}
        assert len(names) == number + 1


def test_of_several_indexes_one_is_left(folder: Path, file: Path, expected: Answers) -> None:
    for name in ("history-1-0.sqlite", "history-1-zz.sqlite", "history-1-1.sqlite-journal"):
        (file.parent / name).write_bytes(b"")
    (file.parent / "other.sqlite").write_bytes(b"")
    assert answers_when_opened(folder) == expected
    assert len(index_files(folder)) == 1
    assert (file.parent / "other.sqlite").exists()


def test_another_process_that_locks_it_for_good(
    folder: Path, file: Path, expected: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "_WAIT_SECONDS", 0.01)
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("begin immediate")
    (folder / "history" / "here-1" / "2026-02.json").unlink()
    now = answers_of(history_in_memory(folder))

    assert now["count"] < expected["count"]
    assert answers_when_opened(folder) == now
    other.close()
    assert answers_when_opened(folder) == now
    assert index_files(folder) == [file]


def test_another_process_that_lets_nobody_else_in(
    folder: Path, file: Path, expected: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "_WAIT_SECONDS", 0.01)
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("pragma locking_mode = exclusive")
    other.execute("begin exclusive")
    other.execute("create table theirs (x)")
    other.execute("commit")

    assert answers_when_opened(folder) == expected
    other.close()
    assert answers_when_opened(folder) == expected


def test_a_history_that_is_locked_out_still_takes_sessions(
    history: History,
    file: Path,
    expected: Answers,
    make_session: Make,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(database, "_WAIT_SECONDS", 0.01)
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("begin immediate")

    history.add(make_session("2026-03-06T07:00:00+01:00"))
    assert history.count() == expected["count"] + 1
    other.close()


def test_a_disk_without_room_for_it(
    history: History, folder: Path, file: Path, expected: Answers
) -> None:
    history.index._open().execute("pragma max_page_count = 1")
    path = folder / "history" / "here-1" / "2026-02.json"
    path.write_text(path.read_text().replace('"note":""', f'"note":"{"long " * 200}"'))
    now = answers_of(history_in_memory(folder))
    assert now["all"] != expected["all"]

    assert answers_of(history) == now
    assert file in index_files(folder), "it is not damaged"


@pytest.mark.parametrize("is_there", [False, True])
def test_a_folder_that_several_machines_share_gets_no_file(
    folder: Path, make_session: Make, monkeypatch: pytest.MonkeyPatch, *, is_there: bool
) -> None:
    monkeypatch.setattr(mounts, "is_network_folder", lambda _: True)
    history = History(folders_of(folder), "here-1")
    if is_there:
        history.folders.cache.mkdir(parents=True)
    record = history.add(make_session()).record

    assert history.all() == History(folders_of(folder)).all() == (record,)
    assert index_files(folder) == []


def test_a_folder_without_the_right_to_write_gets_no_file(
    folder: Path, make_session: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    history = History(folders_of(folder), "here-1")
    record = history.add(make_session()).record

    assert history.all() == (record,)
    assert index_files(folder) == []


def test_threads_of_one_process_ask_at_once(history: History, expected: Answers) -> None:
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda _: answers_of(history), range(16)))
    assert all(each == expected for each in found)
