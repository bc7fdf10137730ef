"""Whenever the power is cut, the next start finds the session, or the history has it."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from power_cuts import PowerCutRecorder, write_disk

from footcoach_tui.history.store import History
from footcoach_tui.playback.interrupted import InterruptedSession, SessionJournals
from footcoach_tui.session.player import Player
from footcoach_tui.session.record import SetOutcome

pytestmark = pytest.mark.crash

MANY = 100
"""Different states of the disk; there were twice as many when this was written."""


class Promise(NamedTuple):
    """What must be there after a cut: full sets, seconds, step; and up to where it may have got."""

    sets: frozenset[object] = frozenset()
    seconds: float = 0.0
    step: int = 0
    latest: float = 0.0
    is_saved: bool = False


def full(player: Player) -> frozenset[object]:
    return frozenset(key for key in player.progress.planned if player.progress.is_complete(key))


def step_of(cut_off: InterruptedSession) -> int:
    entries = cut_off.journal.entries
    return cut_off.player().view(entries[-1].at).segment.step if entries else 0


@pytest.fixture
def power(
    two_part_session: Callable[[Path], Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> PowerCutRecorder:
    """A whole life of a session, watched: begun, put away, resumed, ended and rated."""
    root = tmp_path / "disk"
    root.mkdir()
    power = PowerCutRecorder(root)
    monkeypatch.setattr("os.urandom", bytes)  # names of temporary files

    def promise(session: Any) -> None:
        """All that came with a set's end or a command is synced by now; the rest need not be."""
        player = session.session.player
        before = power.promise or Promise()
        seconds, step = before.seconds, before.step
        if full(player) != before.sets or session.is_after_command:
            seconds, step = player.seconds, session.session.view().segment.step
        is_saved = session.save_queue.write_count > 0
        power.promise = Promise(full(player), seconds, step, player.seconds + 0.5, is_saved)

    session = two_part_session(root / "data")
    session.after = promise
    with power.recording(monkeypatch):
        session.play_first_part()
        session.resume_and_finish()
    assert session.messages == []
    return power


def found(folder: Path) -> tuple[tuple[InterruptedSession, ...], tuple[Any, ...]]:
    """What the next start finds unfinished, and in the history; nothing is damaged."""
    cut_off, problems = SessionJournals(folder).find_interrupted()
    history = History(folder)
    records = history.all()
    assert (problems, history.problems) == ((), ())
    return cut_off, records


def test_no_set_is_lost_and_the_place_is_within_a_second(
    power: PowerCutRecorder, tmp_path: Path
) -> None:
    for number, cut in enumerate(power.cuts):
        folder = write_disk(cut.files, tmp_path / str(number)) / "data"
        cut_off, records = found(folder)
        if cut.promise is None or cut.promise.is_saved:
            assert len(cut_off) <= 1
            continue
        (one,) = cut_off
        player = one.player()
        assert full(player) >= cut.promise.sets, cut.call
        assert cut.promise.seconds - 1e-6 <= player.seconds <= cut.promise.latest, cut.call
        assert step_of(one) >= cut.promise.step, cut.call
        assert bool(records) <= player.is_over
        SessionJournals(folder).resume(one).close()
    assert len(power.cuts) > MANY


def test_what_is_in_the_history_is_there_once_and_as_it_was(
    power: PowerCutRecorder, tmp_path: Path
) -> None:
    saved = [cut for cut in power.cuts if cut.promise and cut.promise.is_saved]
    for number, cut in enumerate(saved):
        cut_off, (record,) = found(write_disk(cut.files, tmp_path / str(number)) / "data")
        outcomes = [one.outcome for one in record.sets]
        assert outcomes == [SetOutcome.DONE, SetOutcome.CUT, SetOutcome.DONE]
        assert [one.record().id for one in cut_off if one.is_over] in ([], [record.id])
        assert len(cut_off) <= 1
    assert not saved[-1].files.keys() >= {"data/running", f"data/running/{record.id}.jsonl"}


def test_a_line_that_was_never_synced_is_missed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk of these tests is one that loses things."""
    root = tmp_path / "disk"
    root.mkdir()
    power = PowerCutRecorder(root)
    with power.recording(monkeypatch):
        (root / "data").mkdir()
        handle = os.open(root / "data" / "file", os.O_WRONLY | os.O_CREAT)
        os.write(handle, b"a" * 1500)
        os.close(handle)
    assert {str(cut.files.get("data/file")) for cut in power.cuts} == {
        "None",
        *(str(left) for left in (b"", b"a" * 512, b"a" * 1500, bytes(1500), _last_sector_only())),
    }


def _last_sector_only() -> bytes:
    return bytes(1024) + b"a" * 476
