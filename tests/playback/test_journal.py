"""The journal of a live session survives every interruption."""

import fcntl
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from footcoach_tui.history.errors import HistoryError
from footcoach_tui.playback.journal import Journal
from footcoach_tui.playback.journal_file import JOURNAL_FOLDER
from footcoach_tui.playback.journal_format import JournalHeader
from footcoach_tui.playback.journal_tail import JournalTail
from footcoach_tui.playback.open_journals import find_open_journals
from footcoach_tui.session.clock import Instant
from footcoach_tui.session.commands import Adjust, Leave, Pause, PlayerCommand, Start
from footcoach_tui.session.journal import JournalEntry
from footcoach_tui.session.record_builder import SessionInfo
from footcoach_tui.session.side import Side

IDENTITY = "01KK01Z2ZG8Q2N5V0J5C8W7R4T"
STARTED = datetime(2026, 3, 6, 7, 10, tzinfo=UTC)
HEADER = JournalHeader(
    SessionInfo(IDENTITY, STARTED, "UTC", "daily"), {"id": "any"}, Side.RIGHT, 2.0
)


def entry(seconds: float, command: PlayerCommand | None = None) -> JournalEntry:
    return JournalEntry(Instant(seconds, 1_772_000_000.0 + seconds), command)


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal.begin(tmp_path, HEADER)


def test_what_was_written_is_found_again(journal: Journal, tmp_path: Path) -> None:
    entries = (entry(0, Start()), entry(1), entry(1.5, Adjust(10)))
    for each in entries:
        journal.write(each, sync=each.command is not None)
    journal.close()
    (on_disk,), problems = find_open_journals(tmp_path)

    assert (on_disk.header, on_disk.entries, problems) == (HEADER, entries, ())
    assert not on_disk.is_live
    assert on_disk.last_seen.timestamp() == 1_772_000_001.5


def test_nobody_else_may_read_it(journal: Journal) -> None:
    assert stat.S_IMODE(journal.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(journal.path.parent.stat().st_mode) == 0o700


def test_while_it_is_written_it_is_somebody_elses(journal: Journal, tmp_path: Path) -> None:
    (on_disk,), _ = find_open_journals(tmp_path)

    assert on_disk.is_live
    with pytest.raises(HistoryError, match="Another footcoach is playing this session right now"):
        Journal.resume(on_disk)
    journal.close()
    Journal.resume(on_disk).close()


@pytest.mark.parametrize("cut", range(1, 25, 4))
def test_a_last_line_that_was_torn_is_cut_off(journal: Journal, tmp_path: Path, cut: int) -> None:
    journal.write(entry(0, Start()))
    journal.write(entry(1))
    journal.close()
    os.truncate(journal.path, journal.path.stat().st_size - cut)
    (on_disk,), problems = find_open_journals(tmp_path)
    assert (on_disk.entries, problems) == ((entry(0, Start()),), ())

    resumed = Journal.resume(on_disk)
    resumed.write(entry(2))
    resumed.close()
    (on_disk,), _ = find_open_journals(tmp_path)
    assert on_disk.entries == (entry(0, Start()), entry(2)), "it does not spoil the next line"


def test_a_disk_that_was_full_for_a_while_costs_nothing_once_it_has_room_again(
    journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write

    def half(handle: int, part: bytes) -> int:
        if len(part) > 9:
            return write(handle, part[:9])
        raise OSError(28, "No space left on device")

    journal.write(entry(0, Start()))
    with monkeypatch.context() as full:
        full.setattr(os, "write", half)
        journal.write(entry(1))
        assert journal.warning == (
            "Your place cannot be saved (no space left on device); the session continues"
        )
        journal.warning = ""
        journal.write(entry(2))
        assert (journal.warning, journal.is_whole) == ("", False), "the warning is given once"
    journal.write(entry(3, Pause()), sync=True)
    journal.close()
    assert journal.is_whole
    (on_disk,), _ = find_open_journals(tmp_path)
    assert on_disk.entries == (
        entry(0, Start()),
        entry(1),
        entry(2),
        entry(3, Pause()),
    )


@contextmanager
def unsynced(patch: pytest.MonkeyPatch, times: int) -> Iterator[list[tuple[int, bytes]]]:
    """A disk whose first syncs fail; yields number and content of each file as it was synced."""
    sync = os.fsync
    synced: list[tuple[int, bytes]] = []
    left = [OSError(5, "Input/output error")] * times

    def fsync(handle: int) -> None:
        if left:
            raise left.pop()
        status = os.fstat(handle)
        if stat.S_ISREG(status.st_mode):
            synced.append((status.st_ino, Path(f"/proc/self/fd/{handle}").read_bytes()))
        sync(handle)

    with patch.context() as disk:
        disk.setattr(os, "fsync", fsync)
        yield synced


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_after_a_sync_that_failed_all_of_it_is_written_to_another_file(
    journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ((before,), _) = find_open_journals(tmp_path)
    tail = JournalTail(before)
    former = journal.path.stat().st_ino
    with unsynced(monkeypatch, 1) as synced:
        journal.write(entry(0, Start()), sync=True)
        journal._sync_thread.submit(str).result()
        journal.write(entry(1))
        assert (tail.is_live, tail.is_removed) == (True, False)
        assert tail.read_new() == (entry(0, Start()), entry(1))
        journal.write(entry(2, Pause()), sync=True)
        journal.close()
    tail.close()
    (on_disk,), _ = find_open_journals(tmp_path)

    assert (journal.warning, journal.is_whole) == ("", True)
    assert on_disk.entries == (entry(0, Start()), entry(1), entry(2, Pause()))
    assert former not in [number for number, _ in synced], "no later sync of it can be believed"
    assert synced[-1] == (on_disk.path.stat().st_ino, on_disk.path.read_bytes())
    assert [path.name for path in on_disk.path.parent.iterdir()] == [on_disk.path.name]


def test_where_no_other_file_can_be_written_one_is_told_once_and_it_is_in_doubt(
    journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with unsynced(monkeypatch, 1000):
        journal.write(entry(0, Start()), sync=True)
        journal._sync_thread.submit(str).result()
        assert (
            journal.warning
            == "Your place cannot be saved (input/output error); the session continues"
        )
        journal.warning = ""
        journal.write(entry(1), sync=True)
        journal._sync_thread.submit(str).result()
        assert (journal.warning, journal.is_whole) == ("", False)
    journal.close()
    (on_disk,), _ = find_open_journals(tmp_path)

    assert journal.is_whole, "the disk was well again"
    assert on_disk.entries == (entry(0, Start()), entry(1))
    assert [path.name for path in on_disk.path.parent.iterdir()] == [on_disk.path.name]


def test_what_was_killed_while_it_began_is_tidied_away_and_nothing_of_the_living(
    tmp_path: Path,
) -> None:
    folder = tmp_path / JOURNAL_FOLDER
    folder.mkdir()
    dead, living, new = (folder / f".{IDENTITY}.jsonl.{number}.0a.tmp" for number in range(3))
    others = (folder / "mine.tmp", folder / ".mine")
    for path in (dead, living, new, *others):
        path.touch()
        if path is not new:
            os.utime(path, (1, 1))
    handle = os.open(living, os.O_RDWR)
    fcntl.flock(handle, fcntl.LOCK_EX)

    Journal.begin(tmp_path, HEADER).close()

    os.close(handle)
    assert set(folder.iterdir()) == {living, new, *others, folder / f"{IDENTITY}.jsonl"}


@pytest.mark.parametrize("last", [JournalEntry(entry(1).at, is_over=True), entry(1, Leave())])
def test_a_session_that_had_ended_says_so(
    journal: Journal, tmp_path: Path, last: JournalEntry
) -> None:
    journal.write(entry(0, Start()))
    journal.close()
    (on_disk,), _ = find_open_journals(tmp_path)
    assert not on_disk.is_over

    resumed = Journal.resume(on_disk)
    resumed.write(last)
    resumed.close()
    (on_disk,), _ = find_open_journals(tmp_path)
    assert (on_disk.is_over, on_disk.entries[-1]) == (True, last)


def test_when_the_session_is_in_the_history_it_goes(journal: Journal, tmp_path: Path) -> None:
    journal.write(entry(0, Start()))
    journal.finish()
    journal.write(entry(1))
    journal.finish()

    assert find_open_journals(tmp_path) == ((), ())
    assert not list((tmp_path / JOURNAL_FOLDER).iterdir())


def test_the_latest_comes_first(tmp_path: Path) -> None:
    for number, last in enumerate((5, 50, 20)):
        identity = f"{IDENTITY[:-1]}{number}"
        written = Journal.begin(
            tmp_path, JournalHeader(SessionInfo(identity, STARTED), {}, Side.LEFT, 2.0)
        )
        written.write(entry(last))
        written.close()
    journals, _ = find_open_journals(tmp_path)

    assert [each.entries[0].at.monotonic for each in journals] == [50, 20, 5]


def test_one_cannot_be_begun_twice(journal: Journal, tmp_path: Path) -> None:
    with pytest.raises(HistoryError, match="file exists"):
        Journal.begin(tmp_path, HEADER)
    journal.close()


def test_where_there_is_no_place_for_it_one_is_told(tmp_path: Path) -> None:
    (tmp_path / JOURNAL_FOLDER).touch()
    with pytest.raises(HistoryError, match="running"):
        Journal.begin(tmp_path, HEADER)


def test_the_lock_ends_with_the_process_that_held_it(journal: Journal, tmp_path: Path) -> None:
    journal.write(entry(0, Start()))
    handle = os.open(journal.path, os.O_RDWR)
    with pytest.raises(BlockingIOError):
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    journal.close()
    fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    os.close(handle)
    assert not find_open_journals(tmp_path)[0][0].is_live
