from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from builders import SelfPaced, routine, step, three_step_routine
from clocks import FakeClock

from footcoach_tui.session import commands
from footcoach_tui.session.player import Player
from footcoach_tui.session.record import Ending, Origin, SessionRecord, SetOutcome
from footcoach_tui.session.record_builder import SessionInfo
from footcoach_tui.session.set_changes import SetKey
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


def starts(session: SessionRecord) -> list[float | None]:
    return [record.at for record in session.sets]


def planned_starts(player: Player) -> list[float]:
    """The starts of the sets on the timeline."""
    firsts: dict[SetKey, float] = {}
    for segment in player.timeline.segments:
        if segment.kind.is_work:
            firsts.setdefault(segment.set_key, segment.start)
    return list(firsts.values())


def length(session: SessionRecord) -> float:
    """Seconds on the wall."""
    assert session.ended
    return (session.ended - session.started).total_seconds()


def test_a_set_begins_when_its_work_does(player: Player, clock: FakeClock) -> None:
    run(player, clock, 400)
    session = record_of(player)

    assert starts(session) == planned_starts(player)
    assert starts(session)[0] == 8
    assert length(session) == session.seconds == player.timeline.total
    assert session.paused == 0
    assert session.ended
    assert session.ended.utcoffset() == session.started.utcoffset()


def test_a_pause_and_its_count_in_move_the_sets_after_it(player: Player, clock: FakeClock) -> None:
    run(player, clock, 20)
    player.do(commands.Pause(), clock.now())
    player.do(commands.Resume(), clock.advance(100))
    run(player, clock, 400)
    session = record_of(player)

    first, *others = planned_starts(player)
    assert starts(session) == [first, *(start + 103 for start in others)]
    assert session.paused == 103
    assert length(session) == session.seconds + 103


def test_a_pause_before_the_work_has_begun_is_not_part_of_the_set(
    player: Player, clock: FakeClock
) -> None:
    run(player, clock, 8)
    player.do(commands.Pause(), clock.now())
    player.do(commands.Resume(), clock.advance(60))
    run(player, clock, 400)

    assert starts(record_of(player))[0] == 8 + 63


@pytest.mark.parametrize(("slept", "paused"), [(3600, 3600 + 50 + 3), (-86_400, 50 + 3)])
def test_a_pause_is_as_long_as_on_the_wall_unless_its_clock_was_set_back(
    player: Player, clock: FakeClock, slept: float, paused: float
) -> None:
    run(player, clock, 20)
    player.do(commands.Pause(), clock.now())
    clock.suspend(slept)
    player.do(commands.Resume(), clock.advance(50))
    run(player, clock, 400)

    assert record_of(player).paused == paused
    assert starts(record_of(player))[1] == planned_starts(player)[1] + paused


def test_a_closed_lid_is_a_pause_up_to_the_end(player: Player, clock: FakeClock) -> None:
    run(player, clock, 20)
    player.tick(clock.suspend(3600))
    player.do(commands.Leave(), clock.suspend(600))

    assert record_of(player).paused == 4200
    assert length(record_of(player)) == 4220


def test_a_wall_clock_set_back_while_playing_changes_nothing(
    player: Player, clock: FakeClock
) -> None:
    for _ in range(400):
        clock.suspend(-1000)
        run(player, clock, 1)

    assert starts(record_of(player)) == planned_starts(player)
    assert length(record_of(player)) == player.timeline.total


def test_the_start_is_that_of_the_attempt_that_counts(player: Player, clock: FakeClock) -> None:
    run(player, clock, 8 + 12)
    player.do(commands.Restart(), clock.now())
    run(player, clock, 8 + 24)
    assert starts(record_of(player))[0] == 28

    player.do(commands.Back(), clock.now())
    run(player, clock, 8 + 3)
    player.do(commands.Leave(), clock.now())
    assert starts(record_of(player)) == [28, None, None, None, None]


def test_a_logged_session_has_no_moments() -> None:
    session = INFO.record_of_plan(compile_timeline(three_step_routine()))

    assert set(starts(session)) == {None}
    assert (session.ended, session.paused) == (None, None)


def test_an_end_beyond_the_calendar_is_not_known(player: Player, clock: FakeClock) -> None:
    player.do(commands.Leave(), clock.advance(1))
    last_day = replace(INFO, started=datetime(9999, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC))

    assert last_day.record_of_play(player).ended is None


def test_a_clock_that_ran_ahead_by_years_counts_as_one(player: Player, clock: FakeClock) -> None:
    player.do(commands.Pause(), clock.now())
    player.do(commands.Leave(), clock.suspend(1e9))

    assert record_of(player).paused == length(record_of(player)) == 366 * 86400


def test_the_check_in_is_part_of_the_record(player: Player) -> None:
    info = replace(INFO, checkin={"sore": []})

    assert info.record_of_play(player).checkin == {"sore": []}
    assert info.record_of_plan(player.timeline).checkin == {"sore": []}


def test_what_hurt_is_kept_with_its_step_counted_from_1(player: Player, clock: FakeClock) -> None:
    run(player, clock, 8 + 12)
    player.do(commands.Hurt(7), clock.now())
    player.do(commands.ReportFlags(()), clock.now())
    session = record_of(player)

    assert session.after == {"hurt": [{"step": 1, "score": 7}], "flags": []}
    assert outcomes(session)[0] == "cut-short"


def test_where_nothing_was_said_nothing_is_kept(player: Player, clock: FakeClock) -> None:
    run(player, clock, 20)
    assert record_of(player).after is None


def test_of_a_halved_set_half_is_planned(player: Player, clock: FakeClock) -> None:
    player.do(commands.Jump(2), clock.now())
    run(player, clock, 8 + 5)
    player.do(commands.Hurt(3), clock.now())
    run(player, clock, 100)
    last = record_of(player).exercises[2].sets[1]

    assert (last.planned_seconds, last.seconds, last.outcome) == (10, 10, SetOutcome.DONE)


def test_the_week_counts_half_a_session(player: Player, clock: FakeClock) -> None:
    run(player, clock, 13)
    assert record_of(player).is_counted
    assert not record_of(player).is_week_session

    run(player, clock, 400)
    sets = [record.outcome for record in record_of(player).sets]
    assert record_of(player).is_week_session
    assert set(sets) == {SetOutcome.DONE}


def test_the_week_counts_a_session_that_was_ended_as_done(player: Player, clock: FakeClock) -> None:
    run(player, clock, 13)
    player.do(commands.Finish(), clock.now())

    assert record_of(player).ending is Ending.EARLY
    assert record_of(player).is_week_session


def test_a_session_that_a_red_flag_ended_was_not_ended_as_done(
    player: Player, clock: FakeClock
) -> None:
    run(player, clock, 13)
    player.do(commands.ReportFlags(("snap",)), clock.now())
    player.do(commands.Finish(), clock.now())

    assert record_of(player).ending is None
