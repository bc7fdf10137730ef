"""A session short enough to be played many times over, and cut off anywhere."""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest
from builders import Hold, Sides, routine, step
from clocks import FakeClock
from sample_folders import folders_of

from footcoach_tui.app.save_queue import SaveQueue
from footcoach_tui.history.errors import HistoryError
from footcoach_tui.history.store import History
from footcoach_tui.playback import journal
from footcoach_tui.playback.interrupted import SessionJournals
from footcoach_tui.playback.live_session import LiveSession
from footcoach_tui.session.commands import Next, Pause, PlayerCommand, Resume, Start
from footcoach_tui.session.record_builder import SessionInfo
from footcoach_tui.session.side import Side

TWO_STEP_ROUTINE = routine(
    step(Hold(2), name="left-and-right", sides=Sides.EACH, switch=1, prep=1),
    step(Hold(3), name="both", prep=1),
)
"""1 s, 2 s left, 1 s, 2 s right; 1 s, 3 s: three sets in ten seconds."""
SESSION_ID = "01KK01Z2ZG8Q2N5V0J5C8W7R4T"


class ImmediateExecutor:
    """Executor that does all work in the calling thread, so that calls come in one order."""

    def __init__(self, *_: object) -> None:
        pass

    def submit(self, work: Callable[[], object]) -> Future[object]:
        work()
        return Future()

    def shutdown(self) -> None:
        pass


@dataclass
class TwoPartSession:
    """Plays `TWO_STEP_ROUTINE` in two parts; `messages` is all that the user was shown."""

    folder: Path
    clock: FakeClock = field(default_factory=FakeClock)
    messages: list[str] = field(default_factory=list)
    after: Callable[["TwoPartSession"], object] = lambda _: None
    """Called after each command, tick and save."""
    session: LiveSession | None = None
    is_after_command: bool = False
    """Whether the latest thing done was to send a command."""

    def __post_init__(self) -> None:
        self.journals = SessionJournals(self.folder)
        self.save_queue = SaveQueue(History(folders_of(self.folder), device="here-1"))

    def play_first_part(self) -> None:
        """Begin, end a set, pause, skip a step, and suspend in the midst of the next."""
        self.session = LiveSession.new(TWO_STEP_ROUTINE, self.clock, self.journals, first=Side.LEFT)
        started = datetime.fromtimestamp(self.clock.wall, UTC)
        self.session.begin(SessionInfo(SESSION_ID, started, "UTC"))
        self._report()
        self._send(Start(), Pause())
        self.clock.advance(100)
        self._send(Resume())
        self.wait(3 + 4.4)
        self._send(Next())
        self.wait(1.6)
        self._add_message(self.save_queue.suspend(self.session))
        self._report()

    def resume_and_finish(self) -> None:
        """Resume, if there is anything to, play to the end, and save."""
        self.clock.suspend(3600)
        interrupted, problems = self.journals.find_interrupted()
        self.messages += map(str, problems)
        if not interrupted:
            return
        try:
            self.session = LiveSession.resume(interrupted[0], lambda _: self.clock, self.journals)
        except HistoryError as error:
            self.messages.append(str(error))
            return
        self._report()
        self._send(Resume())
        self.wait(3 + 6)
        record = self.session.record()
        assert record
        self._add_message(self.save_queue.save(record))
        self._report()
        if not self.save_queue.pending:
            self.session.finish()
        self._report()

    def wait(self, seconds: float) -> None:
        """Let time pass, with a tick every half second as plain lines do."""
        for _ in range(round(seconds * 2)):
            self.clock.advance(0.5)
            assert self.session
            self.session.tick()
            self._report()

    def _send(self, *commands: PlayerCommand) -> None:
        assert self.session
        for command in commands:
            self.session.send(command)
            self.is_after_command = True
            self._report()
            self.is_after_command = False

    def _report(self) -> None:
        assert self.session
        self._add_message(self.session.pop_warning())
        self.after(self)

    def _add_message(self, message: str) -> None:
        if message:
            self.messages.append(message)


@pytest.fixture
def two_part_session(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], TwoPartSession]:
    """A session with a data folder, whose journal is synced at once and not in a thread."""
    monkeypatch.setattr(journal, "ThreadPoolExecutor", ImmediateExecutor)
    return TwoPartSession
