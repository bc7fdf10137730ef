"""After every power cut the next start finds the session, or the history has it."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from power_cuts import PowerCutRecorder, write_disk
from sample_folders import folders_of

from footcoach_tui.history.store import History
from footcoach_tui.playback.interrupted import InterruptedSession, SessionJournals
from footcoach_tui.session.player import Player
from footcoach_tui.session.record import SetOutcome

pytestmark = pytest.mark.crash

MANY = 100
"""Different states of the disk; there were twice as many when this was written."""


class Promise(NamedTuple):
    """State due after a cut: complete sets, seconds, step; and the latest place possible."""

    sets: frozenset[object] = frozenset()
    seconds: float = 0.0
    step: int = 0
    latest: float = 0.0
    is_saved: bool = False


def complete_sets(player: Player) -> frozenset[object]:
    return frozenset(key for key in player.progress.planned if player.progress.is_complete(key))


def step_of(cut_off: InterruptedSession) -> int:
    entries = cut_off.journal.entries
    return cut_off.player().view(entries[-1].at).segment.step if entries else 0


@pytest.fixture
def power(
    two_part_session: Callable[[Path], Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> PowerCutRecorder:
    """Recorder of a whole session: begun, suspended, resumed, finished and saved."""
    root = tmp_path / "disk"
    root.mkdir()
    power = PowerCutRecorder(root)
    monkeypatch.setattr("os.urandom", bytes)  # names of temporary files

    def promise(session: Any) -> None:
        """Everything up to the latest command or end of a set is synced by now."""
        player = session.session.player
        sets = complete_sets(player)
        before = power.promise or Promise()
        seconds, step = before.seconds, before.step
        if sets != before.sets or session.is_after_command:
            seconds, step = player.seconds, session.session.view().segment.step
        is_saved = session.save_queue.write_count > 0
        power.promise = Promise(sets, seconds, step, player.seconds + 0.5, is_saved)

    session = two_part_session(root / "data")
    session.after = promise
    with power.recording(monkeypatch):
        session.play_first_part()
        session.resume_and_finish()
    assert session.messages == []
    return power


def state_after(folder: Path) -> tuple[tuple[InterruptedSession, ...], tuple[Any, ...]]:
    """Interrupted sessions and records at the next start; nothing is damaged."""
    cut_off, problems = SessionJournals(folder).find_interrupted()
    history = History(folders_of(folder))
    records = history.all()
    assert (problems, history.problems) == ((), ())
    return cut_off, records


def test_no_set_is_lost_and_the_place_is_within_a_second(
    power: PowerCutRecorder, tmp_path: Path
) -> None:
    for number, cut in enumerate(power.cuts):
        folder = write_disk(cut.files, tmp_path / str(number)) / "data"
        cut_off, records = state_after(folder)
        if cut.promise is None or cut.promise.is_saved:
            assert len(cut_off) <= 1
            continue
        (interrupted,) = cut_off
        player = interrupted.player()
        assert complete_sets(player) >= cut.promise.sets, cut.call
        assert cut.promise.seconds - 1e-6 <= player.seconds <= cut.promise.latest, cut.call
        assert step_of(interrupted) >= cut.promise.step, cut.call
        assert bool(records) <= player.is_over
        SessionJournals(folder).resume(interrupted).close()
    assert len(power.cuts) > MANY


def test_what_is_in_the_history_is_there_once_and_as_it_was(
    power: PowerCutRecorder, tmp_path: Path
) -> None:
    saved = [cut for cut in power.cuts if cut.promise and cut.promise.is_saved]
    for number, cut in enumerate(saved):
        cut_off, (record,) = state_after(write_disk(cut.files, tmp_path / str(number)) / "data")
        outcomes = [each.outcome for each in record.sets]
        assert outcomes == [SetOutcome.DONE, SetOutcome.CUT, SetOutcome.DONE]
        assert [each.record().id for each in cut_off if each.is_over] in ([], [record.id])
        assert len(cut_off) <= 1
    assert not saved[-1].files.keys() >= {"data/running", f"data/running/{record.id}.jsonl"}


def test_a_line_that_was_never_synced_is_missed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
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
