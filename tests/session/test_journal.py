"""Replay of a journal that ends anywhere: the player comes to the same position."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import pairwise
from random import Random

from builders import three_step_routine
from clocks import FakeClock
from hypothesis import given
from hypothesis import strategies as st

from footcoach_tui.playback.journal_format import decode_entries, encode_entry
from footcoach_tui.playback.live_session import ResumedClock
from footcoach_tui.session import commands
from footcoach_tui.session.commands import PlayerCommand
from footcoach_tui.session.journal import _HEARTBEAT_SECONDS, JournalEntry, JournalWriter, replay
from footcoach_tui.session.player import Player
from footcoach_tui.session.record import SessionRecord
from footcoach_tui.session.record_builder import SessionInfo
from footcoach_tui.session.timeline import compile_timeline
from footcoach_tui.session.view import SessionState

TIMELINE = compile_timeline(three_step_routine())
INFO = SessionInfo("01KK01Z2ZG8Q2N5V0J5C8W7R4T", datetime(2026, 3, 6, 7, 10, tzinfo=UTC))
COMMANDS: tuple[PlayerCommand, ...] = (
    commands.Pause(),
    commands.Resume(),
    commands.Next(),
    commands.Back(),
    commands.Restart(),
    commands.Jump(1),
    commands.Adjust(10),
    commands.Adjust(-10),
    commands.AddReps(1),
    commands.AddReps(-1),
    commands.Done(),
    commands.Undo(),
    commands.Hurt(2),
    commands.Hurt(4),
    commands.Hurt(7),
    commands.SHARP,
    commands.ReportFlags(("night",)),
    commands.Note("tingles"),
    commands.Finish(),
)


class MemorySink:
    """Sink of journal entries in memory."""

    def __init__(self) -> None:
        self.entries: list[JournalEntry] = []
        self.synced = 0

    def write(self, entry: JournalEntry, *, sync: bool = False) -> None:
        self.entries.append(entry)
        self.synced += sync


class RecordedSession:
    """Session with a fake clock, whose journal is in memory."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.player = Player(TIMELINE)
        self.sink = MemorySink()
        self._writer = JournalWriter(self.sink, self.player)
        self._session_clock: FakeClock | ResumedClock = self.clock

    def send(self, command: PlayerCommand) -> None:
        now = self._session_clock.now()
        self._writer.on_command(command, now, self.player.do(command, now))

    def wait(self, seconds: float, tick: float = 0.083) -> None:
        while seconds > 0:
            self.clock.advance(min(tick, seconds))
            self._tick()
            seconds -= tick

    def sleep_machine(self, seconds: float) -> None:
        """Let only the wall clock go on; below 0 it is set back."""
        self.clock.suspend(seconds)
        self._tick()

    def start_machine_again(self, seconds: float) -> None:
        """Take the session up from its journal, as after a crash, so many seconds later."""
        last = self.sink.entries[-1].at
        self.player = self.replayed
        self.clock = FakeClock(monotonic=5.0, wall=self.clock.wall + seconds)
        self._session_clock = ResumedClock(self.clock, last)
        self._writer = JournalWriter(self.sink, self.player)
        if not self.player.is_over:
            self._writer.on_command(commands.Pause(), last, ())

    def _tick(self) -> None:
        now = self._session_clock.now()
        if self.player.is_running:
            self._writer.on_tick(now, self.player.tick(now))

    @property
    def replayed(self) -> Player:
        return replay(TIMELINE, self.sink.entries, Player.GAP_LIMIT)


waits = st.floats(0.01, 40).map(lambda seconds: ("wait", seconds))
naps = st.floats(3, 1000).map(lambda seconds: ("nap", seconds))
sent = st.sampled_from(COMMANDS).map(lambda command: ("send", command))


@given(st.lists(st.one_of(waits, waits, sent, naps), max_size=14))
def test_a_replay_comes_to_the_position_within_a_second(story: list[tuple[str, object]]) -> None:
    session = RecordedSession()
    session.send(commands.Start())
    for kind, value in story:
        if kind == "wait":
            session.wait(float(value))  # type: ignore[arg-type] # its kind is "wait"
        elif kind == "nap":
            session.sleep_machine(float(value))  # type: ignore[arg-type] # its kind is "nap"
        else:
            session.send(value)  # type: ignore[arg-type] # its kind is "send"
    replayed = session.replayed

    assert abs(replayed.seconds - session.player.seconds) <= _HEARTBEAT_SECONDS + 0.1
    assert replayed.is_over == session.player.is_over
    for key in session.player.progress.planned:
        if session.player.progress.is_complete(key):
            assert replayed.progress.is_complete(key), "a set that was finished is missing"


jumps = st.floats(-100_000, 100_000).map(lambda seconds: ("nap", seconds))
crashes = st.floats(-100_000, 100_000).map(lambda seconds: ("crash", seconds))


@given(st.lists(st.one_of(waits, waits, sent, sent, naps, jumps, crashes), max_size=14))
def test_a_replay_gives_the_same_record_with_every_moment_on_the_wall(
    story: list[tuple[str, object]],
) -> None:
    session = RecordedSession()
    session.send(commands.Start())
    for kind, value in story:
        if kind == "send":
            session.send(value)  # type: ignore[arg-type] # its kind is "send"
        else:
            play = {
                "wait": session.wait,
                "nap": session.sleep_machine,
                "crash": session.start_machine_again,
            }[kind]
            play(float(value))  # type: ignore[arg-type] # its kind is not "send"
    if not session.player.is_over:
        session.send(commands.Leave())

    record = INFO.record_of_play(session.player)
    assert INFO.record_of_play(session.replayed) == record
    check_moments(record, has_undone=("send", commands.Undo()) in story)


@given(st.lists(st.one_of(waits, sent), max_size=10), st.randoms(use_true_random=False))
def test_a_journal_cut_at_any_line_replays_what_was_said_up_to_it(
    story: list[tuple[str, object]], random: Random
) -> None:
    session = RecordedSession()
    session.send(commands.Start())
    for kind, value in story:
        if kind == "wait":
            session.wait(float(value))  # type: ignore[arg-type] # its kind is "wait"
        else:
            session.send(value)  # type: ignore[arg-type] # its kind is "send"
    lines = [encode_entry(entry) for entry in session.sink.entries]
    count = random.randint(1, len(lines))
    kept = session.sink.entries[:count]
    replayed = replay(TIMELINE, decode_entries(b"".join(lines[:count])), Player.GAP_LIMIT)
    expected = replay(TIMELINE, kept, Player.GAP_LIMIT)

    assert INFO.record_of_play(replayed) == INFO.record_of_play(expected)
    if not any(isinstance(entry.command, commands.Undo) for entry in kept):
        assert len(replayed.progress.hurts) == sum(
            isinstance(entry.command, commands.Hurt) and not was_over
            for entry, was_over in zip(kept, over_before(kept), strict=True)
        )


def over_before(entries: Sequence[JournalEntry]) -> Iterator[bool]:
    """Yield for each entry whether the session was over before it."""
    player = Player(TIMELINE)
    for entry in entries:
        player.tick(entry.at)
        yield player.is_over
        entry.replay_on(player)


def check_moments(record: SessionRecord, *, has_undone: bool) -> None:
    assert record.ended is not None
    assert record.paused is not None
    length = (record.ended - record.started).total_seconds()
    assert 0 <= record.paused <= length
    if not has_undone:
        assert abs(record.seconds + record.paused - length) < 0.01
    for each in record.sets:
        assert each.at is None or 0 <= each.at <= each.at + each.seconds <= length + 0.01


def test_a_replayed_player_is_paused_until_it_is_resumed() -> None:
    session = RecordedSession()
    session.send(commands.Start())
    session.wait(20.3)
    replayed = session.replayed
    now = ResumedClock(FakeClock(monotonic=5.0), session.sink.entries[-1].at).now()

    assert not replayed.is_running
    assert replayed.view(now).state is SessionState.PAUSED
    assert replayed.view(now).elapsed == session.sink.entries[-1].at.monotonic - 1018, "of the hold"


def test_a_replayed_player_resumes_with_a_count_in_after_a_reboot() -> None:
    session = RecordedSession()
    session.send(commands.Start())
    session.wait(20)
    last = session.sink.entries[-1].at
    replayed = session.replayed
    clock = FakeClock(monotonic=3.0, wall=last.wall + 86_400)
    resumed = ResumedClock(clock, last)
    before = replayed.seconds
    replayed.do(commands.Resume(), resumed.now())
    for _ in range(4):
        clock.advance(1)
        replayed.tick(resumed.now())

    assert replayed.is_running
    assert replayed.seconds == before + 1, "three seconds of count-in, and one of the session"


def test_while_time_passes_a_tick_is_written_every_half_second() -> None:
    session = RecordedSession()
    session.send(commands.Start())
    session.wait(7.5)
    moments = [entry.at.monotonic for entry in session.sink.entries]

    assert all(later - earlier <= _HEARTBEAT_SECONDS + 0.1 for earlier, later in pairwise(moments))


def test_the_end_of_a_set_and_every_command_are_synced_at_once() -> None:
    session = RecordedSession()
    session.send(commands.Start())
    session.wait(8 + 23)
    before = session.sink.synced
    session.wait(1.1)
    assert session.sink.synced == before + 1, "the set is finished"
    session.send(commands.Pause())
    assert session.sink.synced == before + 2


def test_while_paused_nothing_is_written() -> None:
    session = RecordedSession()
    session.send(commands.Start())
    session.wait(3)
    session.send(commands.Pause())
    written = len(session.sink.entries)
    session.wait(100)

    assert len(session.sink.entries) == written


def test_a_replay_of_no_entries_has_not_begun() -> None:
    assert not replay(TIMELINE, [], Player.GAP_LIMIT).has_begun
