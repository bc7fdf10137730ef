"""A disk that fails costs no session, and every failure is reported."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from disk_errors import failing_disk
from sample_folders import folders_of

from footcoach_tui.boundary.text import forbidden_character
from footcoach_tui.history.store import History
from footcoach_tui.playback.interrupted import SessionJournals
from footcoach_tui.session.record import SetOutcome

pytestmark = pytest.mark.crash

CODES = (errno.EIO, errno.ENOSPC, errno.EROFS)
MAX_CALLS = 500
ENDED = [SetOutcome.DONE, SetOutcome.CUT, SetOutcome.DONE]
MAX_MESSAGES = 4
"""Messages in a session whose disk fails for good: no new one with every tick."""
MakeSession = Callable[[Path], Any]


def state_after(folder: Path) -> tuple[Any, Any]:
    """Interrupted sessions and records at the next start; nothing is damaged."""
    cut_off, problems = SessionJournals(folder).find_interrupted()
    history = History(folders_of(folder))
    records = history.all()
    assert (problems, history.problems) == ((), ())
    return cut_off, records


@pytest.mark.parametrize("for_good", [False, True])
def test_every_call_of_a_session_may_fail_and_its_place_is_kept_or_what_was_done_of_it(
    two_part_session: MakeSession,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    for_good: bool,
) -> None:
    for nth in range(1, MAX_CALLS):
        folder = tmp_path / str(nth)
        two_parts = two_part_session(folder)
        code = CODES[nth % len(CODES)]
        with failing_disk(monkeypatch, nth, for_good=for_good, code=code) as calls:
            two_parts.play_first_part()
        cut_off, records = state_after(folder)
        pending = two_parts.save_queue.pending
        for record in (*records, *pending):
            assert record.sets[0].outcome is SetOutcome.DONE, calls
            assert record.is_partial
        if not (records or pending):
            (interrupted,) = cut_off
            place = two_parts.session.player.seconds
            assert interrupted.player().seconds == pytest.approx(place), calls
        assert all(forbidden_character(message) is None for message in two_parts.messages)
        assert two_parts.messages or not pending
        assert len(two_parts.messages) <= MAX_MESSAGES
        if for_good and calls[nth - 1 : nth] in (["write"], ["fsync"], ["open"], ["replace"]):
            assert os.strerror(code).lower() in " ".join(two_parts.messages)
        if len(calls) < nth:
            assert two_parts.messages == []
            return
    pytest.fail("it never got through")


@pytest.mark.parametrize("for_good", [False, True])
def test_every_call_of_going_on_may_fail_and_the_session_is_there_all_the_same(
    two_part_session: MakeSession,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    for_good: bool,
) -> None:
    before = two_part_session(tmp_path / "0")
    before.play_first_part()
    place = before.session.player.seconds
    assert before.messages == []
    for nth in range(1, MAX_CALLS):
        folder = copytree(before.folder, tmp_path / str(nth))
        two_parts = two_part_session(folder)
        with failing_disk(
            monkeypatch, nth, for_good=for_good, code=CODES[nth % len(CODES)]
        ) as calls:
            two_parts.resume_and_finish()
        assert two_parts.messages or not two_parts.save_queue.pending
        two_parts.save_queue.retry()
        cut_off, records = state_after(folder)
        if records:
            (record,) = records
            assert [each.outcome for each in record.sets] == ENDED
            assert [each.info.id for each in cut_off] in ([], [record.id])
        else:
            assert cut_off[0].player().seconds == pytest.approx(place), calls
            assert two_parts.messages, calls
        assert all(forbidden_character(message) is None for message in two_parts.messages)
        assert len(two_parts.messages) <= MAX_MESSAGES
        if len(calls) < nth:
            assert two_parts.messages == []
            assert (cut_off, len(records)) == ((), 1)
            return
    pytest.fail("it never got through")
