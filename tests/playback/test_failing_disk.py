"""A disk that fails costs nobody a session, and nobody is told that all is well when it is not."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from disk_errors import failing_disk

from footcoach_tui.boundary.text import forbidden_character
from footcoach_tui.history.store import History
from footcoach_tui.playback.interrupted import SessionJournals
from footcoach_tui.session.record import SetOutcome

pytestmark = pytest.mark.crash

CODES = (errno.EIO, errno.ENOSPC, errno.EROFS)
MOST_CALLS = 500
ENDED = [SetOutcome.DONE, SetOutcome.CUT, SetOutcome.DONE]
TOLD_AT_MOST = 4
"""Sentences in a session whose disk fails for good: not one with every look at the clock."""
Made = Callable[[Path], Any]


def look_again(folder: Path) -> tuple[Any, Any]:
    """What the next start finds, the disk being well again: nothing is damaged."""
    cut_off, problems = SessionJournals(folder).find_interrupted()
    history = History(folder)
    records = history.all()
    assert (problems, history.problems) == ((), ())
    return cut_off, records


@pytest.mark.parametrize("for_good", [False, True])
def test_every_call_of_a_session_may_fail_and_its_place_is_kept_or_what_was_done_of_it(
    two_part_session: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, for_good: bool
) -> None:
    for nth in range(1, MOST_CALLS):
        folder = tmp_path / str(nth)
        session = two_part_session(folder)
        code = CODES[nth % len(CODES)]
        with failing_disk(monkeypatch, nth, for_good=for_good, code=code) as made:
            session.play_first_part()
        cut_off, records = look_again(folder)
        held = session.save_queue.pending
        for done in (*records, *held):
            assert done.sets[0].outcome is SetOutcome.DONE, made
            assert done.is_partial
        if not (records or held):
            (one,) = cut_off
            assert one.player().seconds == pytest.approx(session.session.player.seconds), made
        assert all(forbidden_character(told) is None for told in session.messages)
        assert session.messages or not held
        assert len(session.messages) <= TOLD_AT_MOST
        if for_good and made[nth - 1 : nth] in (["write"], ["fsync"], ["open"], ["replace"]):
            assert os.strerror(code).lower() in " ".join(session.messages)
        if len(made) < nth:
            assert session.messages == []
            return
    pytest.fail("it never got through")


@pytest.mark.parametrize("for_good", [False, True])
def test_every_call_of_going_on_may_fail_and_the_session_is_there_all_the_same(
    two_part_session: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, for_good: bool
) -> None:
    before = two_part_session(tmp_path / "0")
    before.play_first_part()
    place = before.session.player.seconds
    assert before.messages == []
    for nth in range(1, MOST_CALLS):
        folder = copytree(before.folder, tmp_path / str(nth))
        session = two_part_session(folder)
        with failing_disk(
            monkeypatch, nth, for_good=for_good, code=CODES[nth % len(CODES)]
        ) as made:
            session.resume_and_finish()
        assert session.messages or not session.save_queue.pending
        session.save_queue.retry()
        cut_off, records = look_again(folder)
        if records:
            (record,) = records
            assert [one.outcome for one in record.sets] == ENDED
            assert [one.info.id for one in cut_off] in ([], [record.id])
        else:
            assert cut_off[0].player().seconds == pytest.approx(place), made
            assert session.messages, made
        assert all(forbidden_character(told) is None for told in session.messages)
        assert len(session.messages) <= TOLD_AT_MOST
        if len(made) < nth:
            assert session.messages == []
            assert (cut_off, len(records)) == ((), 1)
            return
    pytest.fail("it never got through")
