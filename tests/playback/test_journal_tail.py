"""A journal is read while another process writes it, and stays as it is."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from footcoach_tui.history.errors import HistoryError
from footcoach_tui.playback.journal import Journal
from footcoach_tui.playback.journal_format import JournalHeader
from footcoach_tui.playback.journal_tail import JournalTail
from footcoach_tui.playback.open_journals import OpenJournal, find_open_journals
from footcoach_tui.session.clock import Instant
from footcoach_tui.session.commands import Start
from footcoach_tui.session.journal import JournalEntry
from footcoach_tui.session.record_builder import SessionInfo
from footcoach_tui.session.side import Side

STARTED = datetime(2026, 3, 6, 7, 10, tzinfo=UTC)
HEADER = JournalHeader(
    SessionInfo("01KK01Z2ZG8Q2N5V0J5C8W7R4T", STARTED), {"id": "any"}, Side.RIGHT, 2.0
)


def entry(seconds: float) -> JournalEntry:
    return JournalEntry(
        Instant(seconds, 1_772_000_000.0 + seconds), Start() if not seconds else None
    )


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    journal = Journal.begin(tmp_path, HEADER)
    journal.write(entry(0))
    return journal


@pytest.fixture
def on_disk(journal: Journal, tmp_path: Path) -> OpenJournal:
    assert journal.path.exists()
    ((open_journal,), _) = find_open_journals(tmp_path)
    return open_journal


def test_only_what_came_since_is_told_and_only_whole_lines(
    journal: Journal, on_disk: OpenJournal
) -> None:
    tail = JournalTail(on_disk)
    assert tail.read_new() == ()
    journal.write(entry(1))
    journal.write(entry(2))
    with journal.path.open("ab") as torn:
        torn.write(b'{"at":[3,17')
    assert tail.read_new() == (entry(1), entry(2))
    with journal.path.open("ab") as torn:
        torn.write(b'72000003]}\nnonsense\n{"at":[4,1772000004]}\n')
    assert tail.read_new() == (entry(3), entry(4))
    assert tail.read_new() == ()
    tail.close()
    journal.close()


def test_it_is_live_as_long_as_it_is_written_and_gone_when_it_is_done(
    journal: Journal, on_disk: OpenJournal
) -> None:
    tail = JournalTail(on_disk)
    assert (tail.is_live, tail.is_removed) == (True, False)
    journal.close()
    assert (tail.is_live, tail.is_removed) == (False, False)
    resumed = Journal.resume(on_disk)
    assert tail.is_live, "the tail does not take the lock from the writer"
    resumed.write(entry(5))
    resumed.finish()
    assert (tail.is_live, tail.is_removed) == (False, True)
    assert tail.read_new() == (entry(5),), "what was written last can still be read"
    tail.close()


def test_following_changes_nothing(journal: Journal, on_disk: OpenJournal) -> None:
    before = journal.path.read_bytes(), journal.path.stat().st_mtime_ns
    tail = JournalTail(on_disk)
    tail.read_new()
    assert tail.is_live
    tail.close()
    assert (journal.path.read_bytes(), journal.path.stat().st_mtime_ns) == before
    journal.close()


def test_one_that_is_gone_cannot_be_followed(journal: Journal, on_disk: OpenJournal) -> None:
    journal.finish()
    with pytest.raises(HistoryError, match="has just ended"):
        JournalTail(on_disk)
