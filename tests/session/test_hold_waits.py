"""A wait after each hold: it ends by a key or by itself, and is no work."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from builders import UP_HOLD_DOWN, Bouts, Hold, Reps, routine, step
from clocks import FakeClock
from hypothesis import given
from hypothesis import strategies as st

from footcoach_tui.playback.interrupted import SessionJournals
from footcoach_tui.playback.live_session import LiveSession
from footcoach_tui.session.commands import Adjust, Done, Hurt, Resume, Start, Undo
from footcoach_tui.session.dose import SideOrder, Sides
from footcoach_tui.session.events import Refused
from footcoach_tui.session.journal import JournalEntry, replay
from footcoach_tui.session.player import Player
from footcoach_tui.session.record import SessionRecord, SetOutcome
from footcoach_tui.session.record_builder import SessionInfo
from footcoach_tui.session.routine import Routine, Step
from footcoach_tui.session.side import Side
from footcoach_tui.session.timeline import SegmentKind, compile_timeline
from footcoach_tui.session.view import SessionState
from footcoach_tui.text.cue import CueKind, cue_for

INFO = SessionInfo("01KK01Z2ZG8Q2N5V0J5C8W7R4T", datetime(2026, 3, 6, 7, 10, tzinfo=UTC), "UTC")
HOLDS = st.builds(
    step,
    st.builds(Hold, st.integers(1, 9), reps=st.integers(1, 3), gap=st.sampled_from([0, 2])),
    sets=st.integers(1, 3),
    prep=st.sampled_from([0, 3]),
    rest=st.sampled_from([0, 4]),
    switch=st.sampled_from([0, 5]),
    sides=st.sampled_from(list(Sides)),
    order=st.sampled_from(list(SideOrder)),
)
OTHERS = st.builds(step, st.sampled_from([Reps(2, UP_HOLD_DOWN), Bouts(2, 6, gap=1)]))
ROUTINES = st.lists(HOLDS | OTHERS, min_size=1, max_size=3).map(lambda steps: routine(*steps))
TWO_HOLDS = routine(step(Hold(5, reps=2, gap=2), prep=3, sides=Sides.BOTH))


class Session:
    """Player that ticks every second, and may be told to go on."""

    def __init__(self, plan: Routine, hold_wait: float | None) -> None:
        self.clock = FakeClock()
        self.player = Player(compile_timeline(plan, hold_wait=hold_wait))
        self.journal: list[JournalEntry] = []
        self.cues: list[CueKind] = []
        self.do(Start())

    def do(self, command: Start | Done | Adjust | Undo | Hurt | Resume) -> tuple[object, ...]:
        now = self.clock.now()
        self.journal.append(JournalEntry(now, command))
        return self.player.do(command, now)

    def wait(self, seconds: int) -> None:
        for _ in range(seconds):
            now = self.clock.advance(1)
            events = self.player.tick(now)
            self.journal.append(JournalEntry(now))
            if cue := cue_for(events, self.player.timeline, self.player.view(now)):
                self.cues.append(cue.kind)

    def finish(self, seconds_to_wait: int) -> SessionRecord:
        while not self.player.is_over:
            if self.state is SessionState.WAITING:
                self.wait(seconds_to_wait)
                self.do(Done())
            else:
                self.wait(1)
        return INFO.record_of_play(self.player)

    @property
    def state(self) -> SessionState:
        return self.player.view(self.clock.now()).state


def sets_of(record: SessionRecord) -> list[tuple[object, ...]]:
    """Return all that is recorded of the sets, but for when they began."""
    return [
        tuple(each._replace(at=None)) for exercise in record.exercises for each in exercise.sets
    ]


@given(plan=ROUTINES, wait=st.integers(0, 30), hold_wait=st.sampled_from([0.0, 7.0]))
def test_the_record_is_the_same_however_long_the_waits(
    plan: Routine, wait: int, hold_wait: float
) -> None:
    with_waits = Session(plan, hold_wait)
    recorded = with_waits.finish(wait)
    assert sets_of(recorded) == sets_of(Session(plan, None).finish(0))
    sets = [each for exercise in recorded.exercises for each in exercise.sets]
    assert all(each.outcome is SetOutcome.DONE for each in sets)

    again = replay(
        compile_timeline(plan, hold_wait=hold_wait), with_waits.journal, Player.GAP_LIMIT
    )
    assert INFO.record_of_play(again) == recorded


@given(plan=ROUTINES, hold_wait=st.sampled_from([0.0, 7.0]))
def test_there_is_a_wait_after_each_hold_but_the_last_of_all(
    plan: Routine, hold_wait: float
) -> None:
    timeline = compile_timeline(plan, hold_wait=hold_wait)
    plain = compile_timeline(plan)
    waits = [each for each in timeline.segments if each.kind is SegmentKind.AFTER_HOLD]
    holds = [
        each
        for each in plain.segments
        if each.ends_rep and isinstance(_step(plan, each.step).dose.work, Hold)
    ]
    ends_with_hold = bool(holds) and holds[-1].index == len(plain.segments) - 1
    assert len(waits) == len(holds) - ends_with_hold
    assert timeline.total == plain.total + len(waits) * hold_wait
    assert not any(each.kind.is_work for each in waits)
    for each in waits:
        before = timeline.segments[each.index - 1]
        assert (before.set_key, before.rep) == (each.set_key, each.rep)


def _step(plan: Routine, place: int) -> Step:
    return plan.steps[place]


def test_it_waits_for_a_key_and_then_goes_on_as_written() -> None:
    session = Session(TWO_HOLDS, 0.0)
    session.wait(8)
    assert session.state is SessionState.WAITING
    session.wait(500)
    assert session.state is SessionState.WAITING
    session.do(Done())
    assert session.player.view(session.clock.now()).segment.kind is SegmentKind.GAP
    session.wait(2)
    assert session.player.view(session.clock.now()).segment.kind is SegmentKind.HOLD
    assert CueKind.WAIT in session.cues
    assert session.cues[-1] is CueKind.START


def test_a_wait_in_seconds_counts_down_and_a_key_ends_it_too() -> None:
    session = Session(TWO_HOLDS, 20.0)
    session.wait(8)
    view = session.player.view(session.clock.now())
    assert (view.state, view.remaining) == (SessionState.REST, 20.0)
    session.wait(20)
    assert session.player.view(session.clock.now()).segment.kind is SegmentKind.GAP
    other = Session(TWO_HOLDS, 20.0)
    other.wait(9)
    other.do(Done())
    assert other.player.view(other.clock.now()).segment.kind is SegmentKind.GAP


def test_a_wait_for_a_key_has_no_timer_to_change_and_can_be_had_again() -> None:
    session = Session(TWO_HOLDS, 0.0)
    session.wait(8)
    (refused,) = session.do(Adjust(10))
    assert isinstance(refused, Refused)
    session.do(Done())
    session.do(Undo())
    session.do(Resume())
    session.wait(3)
    assert session.state is SessionState.WAITING


def test_a_set_that_is_halved_still_has_its_waits() -> None:
    plan = routine(step(Hold(5, reps=4, gap=2), prep=3, sets=2, sides=Sides.BOTH))
    session = Session(plan, 0.0)
    session.wait(4)
    session.do(Hurt(4))
    timeline = session.player.timeline
    waits = [each for each in timeline.segments if each.kind is SegmentKind.AFTER_HOLD]
    assert [each.set_no for each in waits] == [1, 1, 1, 1, 2]


@pytest.mark.parametrize("hold_wait", [0.0, 20.0, None])
def test_a_session_is_resumed_in_its_wait(tmp_path: Path, hold_wait: float | None) -> None:
    clock, journals = FakeClock(), SessionJournals(tmp_path)
    session = LiveSession.new(TWO_HOLDS, clock, journals, first=Side.LEFT, hold_wait=hold_wait)
    session.begin(INFO)
    session.send(Start())
    for _ in range(9):
        clock.advance(1)
        session.tick()
    kind = session.view().segment.kind
    session.suspend()

    (interrupted,) = journals.find_interrupted()[0]
    resumed = LiveSession.resume(interrupted, lambda _: clock, journals)
    assert resumed.player.timeline.hold_wait == hold_wait
    assert resumed.view().segment.kind is kind
    assert kind is (SegmentKind.GAP if hold_wait is None else SegmentKind.AFTER_HOLD)
    resumed.finish()
