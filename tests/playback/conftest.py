"""A session short enough to be played many times over, by somebody who may be cut off."""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from builders import Hold, Sides, routine, step
from clocks import FakeClock

from footcoach_tui.app.saving import SaveQueue
from footcoach_tui.history.errors import HistoryError
from footcoach_tui.history.store import History
from footcoach_tui.playback import journal
from footcoach_tui.playback.interrupted import SessionJournals
from footcoach_tui.playback.live_session import LiveSession
from footcoach_tui.session.commands import Next, Pause, Resume, Start
from footcoach_tui.session.record_builder import SessionInfo
from footcoach_tui.session.side import Side

TWO_STEP_ROUTINE = routine(
    step(Hold(2), name="left-and-right", sides=Sides.EACH, switch=1, prep=1),
    step(Hold(3), name="both", prep=1),
)
"""1 s, 2 s left, 1 s, 2 s right; 1 s, 3 s: three sets in ten seconds."""
SESSION_ID = "01KK01Z2ZG8Q2N5V0J5C8W7R4T"


class ImmediateExecutor:
    """Does what it is handed before it goes on: so calls come in one order."""

    def __init__(self, *_: object) -> None:
        pass

    def submit(self, work: Callable[[], object]) -> Future[object]:
        work()
        return Future()

    def shutdown(self) -> None:
        pass


@dataclass
class TwoPartSession:
    """Plays `PLAN` in two goes; `told` is all that they were told of trouble."""

    folder: Path
    clock: FakeClock = field(default_factory=FakeClock)
    messages: list[str] = field(default_factory=list)
    after: Callable[["TwoPartSession"], object] = lambda _: None
    """Called after each thing that was told, looked at or saved."""
    session: LiveSession | None = None
    is_after_command: bool = False
    """Whether the latest thing done was to tell the player a command."""

    def __post_init__(self) -> None:
        self.journals = SessionJournals(self.folder)
        self.keeper = SaveQueue(History(self.folder, device="here-1"))

    def play_first_part(self) -> None:
        """Begin, end a set, pause, skip a step, and be called away in the midst of the next."""
        self.session = LiveSession.new(TWO_STEP_ROUTINE, self.clock, self.journals, first=Side.LEFT)
        started = datetime.fromtimestamp(self.clock.wall, UTC)
        self.session.begin(SessionInfo(SESSION_ID, started, "UTC"))
        self._happened()
        self._tell(Start(), Pause())
        self.clock.advance(100)
        self._tell(Resume())
        self.wait(3 + 4.4)
        self._tell(Next())
        self.wait(1.6)
        if told := self.keeper.suspend(self.session):
            self.messages.append(told)
        self._happened()

    def resume_and_finish(self) -> None:
        """Go on where it was, if it can be, to the end; and rate it."""
        self.clock.suspend(3600)
        found, problems = self.journals.find_interrupted()
        self.messages += map(str, problems)
        if not found:
            return
        try:
            self.session = LiveSession.resume(found[0], lambda _: self.clock, self.journals)
        except HistoryError as error:
            self.messages.append(str(error))
            return
        self._happened()
        self._tell(Resume())
        self.wait(3 + 6)
        record = self.session.record()
        assert record
        self._say(self.keeper.save(record))
        self._happened()
        if not self.keeper.pending:
            self.session.finish()
        self._happened()

    def wait(self, seconds: float) -> None:
        """Let time pass, with a look every half second as plain lines do."""
        for _ in range(round(seconds * 2)):
            self.clock.advance(0.5)
            assert self.session
            self.session.tick()
            self._happened()

    def _tell(self, *commands: Any) -> None:
        assert self.session
        for command in commands:
            self.session.send(command)
            self.is_after_command = True
            self._happened()
            self.is_after_command = False

    def _happened(self) -> None:
        assert self.session
        self._say(self.session.pop_warning())
        self.after(self)

    def _say(self, sentence: str) -> None:
        if sentence:
            self.messages.append(sentence)


@pytest.fixture
def two_part_session(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], TwoPartSession]:
    """Somebody with a data folder, whose journal is synced at once and not in a thread."""
    monkeypatch.setattr(journal, "ThreadPoolExecutor", ImmediateExecutor)
    return TwoPartSession
