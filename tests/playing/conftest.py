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

from footcoach_tui.app.keeping import Keeper
from footcoach_tui.history.journals import journal
from footcoach_tui.history.problem import HistoryError
from footcoach_tui.history.store import History
from footcoach_tui.playing.journals import Journals
from footcoach_tui.playing.under_way import UnderWay
from footcoach_tui.session.commands import Next, Pause, Resume, Start
from footcoach_tui.session.dose import Side
from footcoach_tui.session.recording import Heading

PLAN = routine(
    step(Hold(2), name="left-and-right", sides=Sides.EACH, switch=1, prep=1),
    step(Hold(3), name="both", prep=1),
)
"""1 s, 2 s left, 1 s, 2 s right; 1 s, 3 s: three sets in ten seconds."""
IDENTITY = "01KK01Z2ZG8Q2N5V0J5C8W7R4T"


class AtOnce:
    """Does what it is handed before it goes on: so calls come in one order."""

    def __init__(self, *_: object) -> None:
        pass

    def submit(self, work: Callable[[], object]) -> Future[object]:
        work()
        return Future()

    def shutdown(self) -> None:
        pass


@dataclass
class Athlete:
    """Plays `PLAN` in two goes; `told` is all that they were told of trouble."""

    folder: Path
    clock: FakeClock = field(default_factory=FakeClock)
    told: list[str] = field(default_factory=list)
    after: Callable[["Athlete"], object] = lambda _: None
    """Called after each thing that was told, looked at or saved."""
    session: UnderWay | None = None
    has_told: bool = False
    """Whether the latest thing done was to tell the player a command."""

    def __post_init__(self) -> None:
        self.journals = Journals(self.folder)
        self.keeper = Keeper(History(self.folder, device="here-1"))

    def first_go(self) -> None:
        """Begin, end a set, pause, skip a step, and be called away in the midst of the next."""
        self.session = UnderWay.new(PLAN, self.clock, self.journals, first=Side.LEFT)
        started = datetime.fromtimestamp(self.clock.wall, UTC)
        self.session.begin(Heading(IDENTITY, started, "UTC"))
        self._happened()
        self._tell(Start(), Pause())
        self.clock.advance(100)
        self._tell(Resume())
        self.wait(3 + 4.4)
        self._tell(Next())
        self.wait(1.6)
        if told := self.keeper.put_away(self.session):
            self.told.append(told)
        self._happened()

    def second_go(self) -> None:
        """Go on where it was, if it can be, to the end; and rate it."""
        self.clock.sleep_machine(3600)
        found, problems = self.journals.cut_off()
        self.told += map(str, problems)
        if not found:
            return
        try:
            self.session = UnderWay.taken_up(found[0], lambda _: self.clock, self.journals)
        except HistoryError as error:
            self.told.append(str(error))
            return
        self._happened()
        self._tell(Resume())
        self.wait(3 + 6)
        record = self.session.record()
        assert record
        self._say(self.keeper.keep(record))
        self._happened()
        if not self.keeper.held:
            self.session.finish()
        self._happened()

    def wait(self, seconds: float) -> None:
        """Let time pass, with a look every half second as plain lines do."""
        for _ in range(round(seconds * 2)):
            self.clock.advance(0.5)
            assert self.session
            self.session.look()
            self._happened()

    def _tell(self, *commands: Any) -> None:
        assert self.session
        for command in commands:
            self.session.tell(command)
            self.has_told = True
            self._happened()
            self.has_told = False

    def _happened(self) -> None:
        assert self.session
        self._say(self.session.trouble())
        self.after(self)

    def _say(self, sentence: str) -> None:
        if sentence:
            self.told.append(sentence)


@pytest.fixture
def athlete(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], Athlete]:
    """Somebody with a data folder, whose journal is synced at once and not in a thread."""
    monkeypatch.setattr(journal, "ThreadPoolExecutor", AtOnce)
    return Athlete
