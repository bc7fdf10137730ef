"""What a person said before and during a session outlives an interruption."""

from datetime import UTC, datetime
from pathlib import Path

from builders import three_step_routine
from clocks import FakeClock

from footcoach_tui.playback.interrupted import SessionJournals
from footcoach_tui.playback.live_session import LiveSession
from footcoach_tui.session.commands import Finish, Hurt, Resume, Start, Undo
from footcoach_tui.session.record_builder import SessionInfo
from footcoach_tui.session.side import Side

CHECK_IN = {"sore": [{"site": "ankle", "side": "left", "score": 2}], "energy": "short"}
DAY = 86_400


def interrupted_session(folder: Path, clock: FakeClock) -> SessionJournals:
    """Return journals with a session that was begun with a check-in, and hurt in its first step."""
    journals = SessionJournals(folder)
    session = LiveSession.new(three_step_routine(), clock, journals, first=Side.LEFT)
    started = datetime(2026, 3, 6, 7, 10, tzinfo=UTC)
    session.begin(SessionInfo("01KK01Z2ZG8Q2N5V0J5C8W7R4T", started, checkin=CHECK_IN))
    session.send(Start())
    clock.advance(1)
    session.send(Hurt(4))
    session.suspend()
    return journals


def test_a_record_made_on_another_day_keeps_it(tmp_path: Path) -> None:
    journals = interrupted_session(tmp_path, FakeClock())
    (interrupted,) = journals.find_interrupted()[0]
    record = interrupted.record()

    assert record.checkin == CHECK_IN
    assert record.after == {"hurt": [{"step": 1, "score": 4}]}


def test_a_session_resumed_on_another_day_keeps_it(tmp_path: Path) -> None:
    clock = FakeClock()
    journals = interrupted_session(tmp_path, clock)
    clock.suspend(DAY)
    session = LiveSession.resume(journals.find_interrupted()[0][0], lambda _: clock, journals)
    session.send(Resume())
    session.send(Hurt(3))
    session.send(Undo())
    session.send(Finish())
    record = session.record()

    assert record
    assert record.checkin == CHECK_IN
    assert record.after == {"hurt": [{"step": 1, "score": 4}]}
