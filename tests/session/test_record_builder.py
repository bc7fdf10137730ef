from datetime import datetime, timedelta, timezone

import pytest
from builders import SelfPaced, routine, step, three_step_routine
from clocks import FakeClock

from footcoach_tui.session import commands
from footcoach_tui.session.player import Player
from footcoach_tui.session.record import Origin, SessionRecord, SetOutcome
from footcoach_tui.session.record_builder import SessionInfo
from footcoach_tui.session.side import Side
from footcoach_tui.session.timeline import compile_timeline

INFO = SessionInfo(
    id="01J00000000000000000000000",
    started=datetime(2026, 3, 1, 23, 58, tzinfo=timezone(timedelta(hours=9))),
    zone="Asia/Tokyo",
    context="after-run",
)


@pytest.fixture
def player() -> Player:
    return Player(compile_timeline(three_step_routine()))


@pytest.fixture
def clock(player: Player) -> FakeClock:
    clock = FakeClock()
    player.do(commands.Start(), clock.now())
    return clock


def run(player: Player, clock: FakeClock, seconds: float) -> None:
    for _ in range(int(seconds * 2)):
        player.tick(clock.advance(0.5))


def record_of(player: Player) -> SessionRecord:
    return INFO.record_of_play(player)


def outcomes(session: SessionRecord) -> list[str]:
    return [record.outcome.value for record in session.sets]


def test_a_whole_session_has_every_set_done_as_planned(player: Player, clock: FakeClock) -> None:
    run(player, clock, 400)
    session = record_of(player)

    assert outcomes(session) == ["done"] * 5
    assert [(done.side, done.reps, done.seconds) for done in session.exercises[1].sets] == [
        (Side.LEFT, 2, 30),
        (Side.RIGHT, 2, 30),
    ]
    assert session.seconds == player.timeline.total
    assert not session.is_partial
    assert session.is_counted


def test_skipped_and_cut_sets_have_different_outcomes(player: Player, clock: FakeClock) -> None:
    run(player, clock, 8 + 12)
    player.do(commands.Next(), clock.now())
    player.do(commands.Next(), clock.now())
    run(player, clock, 100)

    assert outcomes(record_of(player)) == ["cut-short", "skipped", "skipped", "done", "done"]
    assert record_of(player).sets[0].reps == 1
    assert record_of(player).is_partial


def test_the_better_of_two_attempts_at_a_set_counts(player: Player, clock: FakeClock) -> None:
    run(player, clock, 8 + 24)
    player.do(commands.Back(), clock.now())
    run(player, clock, 8 + 3)
    player.do(commands.Leave(), clock.now())

    first = record_of(player).sets[0]
    assert (first.reps, first.seconds, first.outcome) == (3, 24, SetOutcome.DONE)


def test_a_step_begun_again_is_not_added_up(player: Player, clock: FakeClock) -> None:
    run(player, clock, 8 + 12)
    player.do(commands.Restart(), clock.now())
    run(player, clock, 8 + 24)

    first = record_of(player).sets[0]
    assert (first.reps, first.seconds) == (3, 24)


def test_time_taken_away_is_a_set_cut_short(player: Player, clock: FakeClock) -> None:
    player.do(commands.Jump(1), clock.now())
    run(player, clock, 12)
    player.do(commands.Adjust(-10), clock.now())
    run(player, clock, 20)

    left = record_of(player).exercises[1].sets[0]
    assert (left.reps, left.seconds, left.outcome) == (2, 22, SetOutcome.CUT)


def test_time_added_is_time_done(player: Player, clock: FakeClock) -> None:
    player.do(commands.Jump(1), clock.now())
    run(player, clock, 12)
    player.do(commands.Adjust(10), clock.now())
    run(player, clock, 38)

    left = record_of(player).exercises[1].sets[0]
    assert (left.planned_seconds, left.seconds, left.outcome) == (30, 40, SetOutcome.DONE)


def test_a_logged_session_is_taken_as_planned() -> None:
    session = INFO.record_of_plan(compile_timeline(three_step_routine()))

    assert session.origin is Origin.LOGGED
    assert outcomes(session) == ["done"] * 5
    assert session.date == "2026-03-01"


def test_a_step_that_waited_for_days_counts_as_one_day() -> None:
    self_paced = Player(compile_timeline(routine(step(SelfPaced(12), prep=3))), gap_limit=1e9)
    clock = FakeClock()
    self_paced.do(commands.Start(), clock.now())
    self_paced.tick(clock.advance(3))
    self_paced.do(commands.Done(), clock.advance(300_000))

    assert record_of(self_paced).seconds == 86400
    assert record_of(self_paced).sets[0].seconds == 86400


def test_a_session_with_nothing_done_or_a_fast_clock_does_not_count(
    player: Player, clock: FakeClock
) -> None:
    player.do(commands.Leave(), clock.now())
    assert not record_of(player).is_counted

    fast = SessionInfo(id=INFO.id, started=INFO.started, speed=1000.0)
    assert not fast.record_of_plan(compile_timeline(three_step_routine())).is_counted
