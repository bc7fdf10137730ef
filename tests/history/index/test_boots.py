"""Changes of the index are not synced: a file that may have lost some is made anew."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from history_answers import answers_of, answers_when_opened
from sample_folders import folders_of

from footcoach_tui.boundary.machine import boot_key
from footcoach_tui.history.index import database
from footcoach_tui.history.store import History
from footcoach_tui.session.record import SessionRecord

Make = Callable[..., SessionRecord]
ADD = """
import os, sys
from pathlib import Path
from footcoach_tui.boundary.paths import Folders
from footcoach_tui.history.store import History
history = History(Folders(*map(Path, sys.argv[1:4])), "here-1")
(record,) = history.all()
history.add(record._replace(note="changed"))
if sys.argv[4] == "killed":
    os._exit(9)
"""


def index_file(folder: Path) -> Path:
    (path,) = folders_of(folder).cache.glob("*.sqlite")
    return path


def boot_in(path: Path) -> str:
    with sqlite3.connect(path) as db:
        return str(db.execute("select boot from state").fetchone()[0])


def restart(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(database, "boot_key", lambda: "another")


def test_it_is_synced_when_it_is_closed_and_used_in_the_next_boot(
    history: History, folder: Path, make_session: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    history.add(make_session())
    expected = answers_of(history)
    path = index_file(folder)
    assert boot_in(path) == boot_key()

    history.index.close()
    assert boot_in(path) == ""
    restart(monkeypatch)
    assert answers_when_opened(folder) == expected
    assert index_file(folder) == path


def test_one_that_was_not_synced_is_used_in_the_same_boot_and_not_in_the_next(
    history: History, folder: Path, make_session: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    history.add(make_session())
    expected, path = answers_of(history), index_file(folder)
    assert answers_when_opened(folder) == expected
    assert index_file(folder) == path

    restart(monkeypatch)
    assert answers_when_opened(folder) == expected
    assert index_file(folder) != path


def test_who_changes_it_after_another_has_synced_it_says_so(
    history: History, folder: Path, make_session: Make
) -> None:
    history.add(make_session())
    other = History(folders_of(folder), "other-2")
    other.add(make_session())
    other.index.close()
    assert boot_in(index_file(folder)) == ""

    history.add(make_session())
    assert boot_in(index_file(folder)) == boot_key()


@pytest.mark.parametrize(("end", "is_synced"), [("by itself", True), ("killed", False)])
def test_a_program_that_ends_syncs_it(
    history: History, folder: Path, make_session: Make, end: str, *, is_synced: bool
) -> None:
    history.add(make_session())
    history.index.close()
    command = [sys.executable, "-c", ADD, *map(str, folders_of(folder)), end]
    subprocess.run(command, check=False)

    assert (boot_in(index_file(folder)) == "") == is_synced
    assert [record.note for record in History(folders_of(folder)).all()] == ["changed"]


def test_a_history_that_only_reads_does_not_sync(
    history: History, folder: Path, make_session: Make
) -> None:
    history.add(make_session())
    history.index.close()
    before = index_file(folder).stat().st_mtime_ns
    answers_when_opened(folder)
    assert index_file(folder).stat().st_mtime_ns == before
