"""A session that was written down and cut off anywhere is led again to the same place."""

from itertools import pairwise

from builders import three_step_routine
from clocks import FakeClock
from hypothesis import given
from hypothesis import strategies as st

from footcoach_tui.playback.live_session import ResumedClock
from footcoach_tui.session import commands as tell
from footcoach_tui.session.clock import Instant
from footcoach_tui.session.journal import _HEARTBEAT_SECONDS, JournalEntry, JournalWriter, replay
from footcoach_tui.session.player import Player
from footcoach_tui.session.timeline import compile_timeline
from footcoach_tui.session.transport import DEFAULT_GAP_LIMIT
from footcoach_tui.session.view import SessionState

TIMELINE = compile_timeline(three_step_routine())
COMMANDS: tuple[tell.PlayerCommand, ...] = (
    tell.Pause(),
    tell.Resume(),
    tell.Next(),
    tell.Back(),
    tell.Restart(),
    tell.Jump(1),
    tell.Adjust(10),
    tell.Adjust(-10),
    tell.Done(),
    tell.Undo(),
    tell.Finish(),
)


class Pages:
    """A notebook in memory."""

    def __init__(self) -> None:
        self.entries: list[JournalEntry] = []
        self.synced = 0

    def write(self, entry: JournalEntry, *, sync: bool = False) -> None:
        self.entries.append(entry)
        self.synced += sync


class Led:
    """A session that is led and written down."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.player = Player(TIMELINE)
        self.pages = Pages()
        self._scribe = JournalWriter(self.pages, TIMELINE)

    def tell(self, command: tell.PlayerCommand) -> None:
        now = self.clock.now()
        self._scribe.on_command(command, now, self.player.do(command, now))

    def wait(self, seconds: float, look: float = 0.083) -> None:
        while seconds > 0:
            now = self.clock.advance(min(look, seconds))
            self._look(now)
            seconds -= look

    def sleep_machine(self, seconds: float) -> None:
        self._look(self.clock.suspend(seconds))

    def _look(self, now: Instant) -> None:
        if self.player.is_running:
            self._scribe.on_tick(now, self.player.tick(now))

    @property
    def again(self) -> Player:
        return replay(TIMELINE, self.pages.entries, DEFAULT_GAP_LIMIT)


waits = st.floats(0.01, 40).map(lambda seconds: ("wait", seconds))
naps = st.floats(3, 1000).map(lambda seconds: ("nap", seconds))
told = st.sampled_from(COMMANDS).map(lambda command: ("tell", command))


@given(st.lists(st.one_of(waits, waits, told, naps), max_size=14))
def test_it_is_led_again_to_the_place_within_a_second(story: list[tuple[str, object]]) -> None:
    led = Led()
    led.tell(tell.Start())
    for kind, what in story:
        if kind == "wait":
            led.wait(float(what))  # type: ignore[arg-type] # the kind says what it is
        elif kind == "nap":
            led.sleep_machine(float(what))  # type: ignore[arg-type] # the same
        else:
            led.tell(what)  # type: ignore[arg-type] # the same
    again = led.again

    assert abs(again.seconds - led.player.seconds) <= _HEARTBEAT_SECONDS + 0.1
    assert again.is_over == led.player.is_over
    for key in led.player.progress.planned:
        if led.player.progress.is_complete(key):
            assert again.progress.is_complete(key), "a set that was finished is missing"


def test_its_clock_stands_until_it_is_told_to_go_on() -> None:
    led = Led()
    led.tell(tell.Start())
    led.wait(20.3)
    again = led.again
    now = ResumedClock(FakeClock(monotonic=5.0), led.pages.entries[-1].at).now()

    assert not again.is_running
    assert again.view(now).state is SessionState.PAUSED
    assert again.view(now).elapsed == led.pages.entries[-1].at.monotonic - 1018, "of the hold"


def test_it_goes_on_after_a_count_in_on_a_machine_started_anew() -> None:
    led = Led()
    led.tell(tell.Start())
    led.wait(20)
    last = led.pages.entries[-1].at
    again = led.again
    clock = FakeClock(monotonic=3.0, wall=last.wall + 86_400)
    session = ResumedClock(clock, last)
    before = again.seconds
    again.do(tell.Resume(), session.now())
    for _ in range(4):
        clock.advance(1)
        again.tick(session.now())

    assert again.is_running
    assert again.seconds == before + 1, "three seconds of count-in, and one of the session"


def test_while_time_passes_the_place_is_written_every_second() -> None:
    led = Led()
    led.tell(tell.Start())
    led.wait(7.5)
    moments = [entry.at.monotonic for entry in led.pages.entries]

    assert all(later - earlier <= _HEARTBEAT_SECONDS + 0.1 for earlier, later in pairwise(moments))


def test_what_must_outlive_a_power_cut_is_made_safe_at_once() -> None:
    led = Led()
    led.tell(tell.Start())
    led.wait(8 + 23)
    before = led.pages.synced
    led.wait(1.1)
    assert led.pages.synced == before + 1, "the set is finished"
    led.tell(tell.Pause())
    assert led.pages.synced == before + 2


def test_while_it_stands_nothing_is_written() -> None:
    led = Led()
    led.tell(tell.Start())
    led.wait(3)
    led.tell(tell.Pause())
    written = len(led.pages.entries)
    led.wait(100)

    assert len(led.pages.entries) == written


def test_nothing_was_written_yet() -> None:
    assert not replay(TIMELINE, [], DEFAULT_GAP_LIMIT).has_begun
