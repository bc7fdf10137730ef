"""A journal is read along while another writes it, and stays as it is."""

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
from footcoach_tui.session.dose import Side
from footcoach_tui.session.journal import JournalEntry
from footcoach_tui.session.record_builder import SessionInfo

STARTED = datetime(2026, 3, 6, 7, 10, tzinfo=UTC)
BEGUN = JournalHeader(
    SessionInfo("01KK01Z2ZG8Q2N5V0J5C8W7R4T", STARTED), {"id": "any"}, Side.RIGHT, 2.0
)


def entry(seconds: float) -> JournalEntry:
    return JournalEntry(
        Instant(seconds, 1_772_000_000.0 + seconds), Start() if not seconds else None
    )


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    made = Journal.begin(tmp_path, BEGUN)
    made.write(entry(0))
    return made


@pytest.fixture
def found(journal: Journal, tmp_path: Path) -> OpenJournal:
    assert journal.path.exists()
    ((one,), _) = find_open_journals(tmp_path)
    return one


def test_only_what_came_since_is_told_and_only_whole_lines(
    journal: Journal, found: OpenJournal
) -> None:
    following = JournalTail(found)
    assert following.read_new() == ()
    journal.write(entry(1))
    journal.write(entry(2))
    with journal.path.open("ab") as torn:
        torn.write(b'{"at":[3,17')
    assert following.read_new() == (entry(1), entry(2))
    with journal.path.open("ab") as torn:
        torn.write(b'72000003]}\nnonsense\n{"at":[4,1772000004]}\n')
    assert following.read_new() == (entry(3), entry(4))
    assert following.read_new() == ()
    following.close()
    journal.close()


def test_it_is_live_as_long_as_it_is_written_and_gone_when_it_is_done(
    journal: Journal, found: OpenJournal
) -> None:
    following = JournalTail(found)
    assert (following.is_live, following.is_removed) == (True, False)
    journal.close()
    assert (following.is_live, following.is_removed) == (False, False)
    again = Journal.resume(found)
    assert following.is_live, "looking took nothing from who goes on"
    again.write(entry(5))
    again.finish()
    assert (following.is_live, following.is_removed) == (False, True)
    assert following.read_new() == (entry(5),), "what was written last can still be read"
    following.close()


def test_following_changes_nothing(journal: Journal, found: OpenJournal) -> None:
    before = journal.path.read_bytes(), journal.path.stat().st_mtime_ns
    following = JournalTail(found)
    following.read_new()
    assert following.is_live
    following.close()
    assert (journal.path.read_bytes(), journal.path.stat().st_mtime_ns) == before
    journal.close()


def test_one_that_is_gone_cannot_be_followed(journal: Journal, found: OpenJournal) -> None:
    journal.finish()
    with pytest.raises(HistoryError, match="has just ended"):
        JournalTail(found)
