from collections.abc import Callable

import pytest
from builders import Hold, SelfPaced, routine, step
from clocks import FakeClock

from footcoach_tui.session import commands
from footcoach_tui.session.events import (
    Adjusted,
    Began,
    Counted,
    Ended,
    Finished,
    HalfWay,
    LeftSession,
    Paused,
    PlayerEvent,
    Refused,
    Resumed,
)
from footcoach_tui.session.player import Player
from footcoach_tui.session.progress import Attempt
from footcoach_tui.session.side import Side
from footcoach_tui.session.timeline import Timeline, compile_timeline
from footcoach_tui.session.view import SessionState, StepStatus

Wait = Callable[[float], list[PlayerEvent]]


@pytest.fixture
def started(player: Player, clock: FakeClock) -> Player:
    player.do(commands.Start(), clock.now())
    return player


def refusals(events: tuple[PlayerEvent, ...]) -> list[str]:
    return [event.reason for event in events if isinstance(event, Refused)]


def test_the_player_is_ready_and_stopped_until_the_start(
    player: Player, clock: FakeClock, wait: Wait
) -> None:
    assert wait(100) == []
    assert player.view(clock.now()).state is SessionState.READY
    assert player.view(clock.now()).session_left == player.timeline.total


def test_played_to_the_end_it_ends_exactly_at_its_total(started: Player, wait: Wait) -> None:
    events = wait(started.timeline.total + 5)

    assert events[-1] == Finished(started.timeline.total)
    assert [event.segment for event in events if isinstance(event, Ended)] == list(
        range(len(started.timeline.segments))
    )
    assert started.is_over
    assert started.seconds == started.timeline.total


def test_a_late_tick_finds_everything_at_its_own_time(timeline: Timeline, clock: FakeClock) -> None:
    player = Player(timeline, gap_limit=60)
    player.do(commands.Start(), clock.now())

    events = player.tick(clock.advance(10.25))

    assert events == (
        Counted(5.0, 3),
        Counted(6.0, 2),
        Counted(7.0, 1),
        Ended(8.0, 0),
        Began(8.0, 1),
        Ended(10.0, 1),
        Began(10.0, 2),
    )


def test_states_follow_the_segments(started: Player, clock: FakeClock, wait: Wait) -> None:
    states = [started.view(clock.now()).state]
    for _ in range(int(started.timeline.total)):
        wait(1)
        state = started.view(clock.now()).state
        if state is not states[-1]:
            states.append(state)

    assert states[:5] == [
        SessionState.GET_READY,
        SessionState.WORK,
        SessionState.HOLD,
        SessionState.WORK,
        SessionState.HOLD,
    ]
    assert SessionState.CHANGE_SIDE in states
    assert SessionState.REST in states
    assert states[-1] is SessionState.FINISHED


def test_pause_stops_the_clock_and_resume_counts_in_for_three_seconds(
    started: Player, clock: FakeClock, wait: Wait
) -> None:
    wait(11)
    started.do(commands.Pause(), clock.now())
    before = started.view(clock.now())
    wait(600)
    paused = started.view(clock.now())
    assert (paused.state, paused.remaining) == (SessionState.PAUSED, before.remaining)

    started.do(commands.Resume(), clock.now())
    assert started.view(clock.now()).state is SessionState.COUNT_IN
    assert [type(event) for event in wait(3)] == [Counted, Counted, Counted, Resumed]
    assert started.view(clock.now()).remaining == before.remaining


def test_pausing_in_the_count_in_pauses_again(
    started: Player, clock: FakeClock, wait: Wait
) -> None:
    wait(11)
    started.do(commands.Pause(), clock.now())
    started.do(commands.Resume(), clock.now())
    wait(2)
    started.do(commands.Pause(), clock.now())

    assert wait(30) == []
    assert started.view(clock.now()).remaining == 4


def test_a_gap_between_ticks_pauses_at_the_last_tick(
    started: Player, clock: FakeClock, wait: Wait
) -> None:
    wait(11)
    events = started.tick(clock.advance(60))

    assert events == (Paused(11.0, 60.0),)
    view = started.view(clock.now())
    assert (view.state, view.remaining) == (SessionState.PAUSED, 4)


def test_a_machine_that_slept_pauses_though_its_monotonic_clock_stopped(
    started: Player, clock: FakeClock, wait: Wait
) -> None:
    wait(11)
    (event,) = started.tick(clock.suspend(3600))

    assert event == Paused(11.0, 3600.0)


def test_a_wall_clock_set_back_is_no_gap(started: Player, clock: FakeClock, wait: Wait) -> None:
    wait(11)
    assert started.tick(clock.suspend(-86400)) == ()
    assert started.view(clock.now()).state is SessionState.HOLD


def test_next_goes_to_the_next_step_and_back_restores_it(
    started: Player, clock: FakeClock, wait: Wait
) -> None:
    wait(11)
    started.do(commands.Next(), clock.now())
    assert started.view(clock.now()).segment is started.timeline.first_segment_of(1)
    started.do(commands.Back(), clock.now())
    assert started.view(clock.now()).segment is started.timeline.first_segment_of(0)


def test_back_from_the_first_step_is_its_beginning(
    started: Player, clock: FakeClock, wait: Wait
) -> None:
    wait(20)
    started.do(commands.Back(), clock.now())
    view = started.view(clock.now())
    assert (view.segment.index, view.remaining) == (0, 8)


def test_next_from_the_last_step_ends_the_session(started: Player, clock: FakeClock) -> None:
    started.do(commands.Jump(2), clock.now())
    assert started.do(commands.Next(), clock.now())[-1] == Finished(0.0)
    assert started.view(clock.now()).state is SessionState.FINISHED


def test_restart_begins_the_step_again(started: Player, clock: FakeClock, wait: Wait) -> None:
    started.do(commands.Jump(1), clock.now())
    wait(31)
    started.do(commands.Restart(), clock.now())
    assert started.view(clock.now()).segment is started.timeline.first_segment_of(1)


def test_moving_while_paused_stays_paused(started: Player, clock: FakeClock, wait: Wait) -> None:
    started.do(commands.Pause(), clock.now())
    started.do(commands.Next(), clock.now())
    wait(30)
    view = started.view(clock.now())
    assert (view.state, view.segment.step, view.remaining) == (SessionState.PAUSED, 1, 10)


def test_jumping_nowhere_is_refused_with_a_sentence(started: Player, clock: FakeClock) -> None:
    assert refusals(started.do(commands.Jump(7), clock.now())) == [
        "There is no step 8; the routine has 3."
    ]


def test_ten_seconds_more_and_less(started: Player, clock: FakeClock, wait: Wait) -> None:
    wait(3)
    started.do(commands.Adjust(10), clock.now())
    assert started.view(clock.now()).remaining == 15
    wait(1)
    started.do(commands.Adjust(-10), clock.now())
    assert started.view(clock.now()).remaining == 4


def test_ten_seconds_less_than_is_left_ends_the_segment_now(
    started: Player, clock: FakeClock, wait: Wait
) -> None:
    wait(3)
    events = started.do(commands.Adjust(-10), clock.now())
    assert events == (Adjusted(3.0, -5.0), Ended(3.0, 0), Began(3.0, 1))


def test_counts_are_not_repeated_after_more_time(
    started: Player, clock: FakeClock, wait: Wait
) -> None:
    wait(7)
    started.do(commands.Adjust(10), clock.now())
    counted = [event for event in wait(11) if isinstance(event, Counted)]
    assert counted == [Counted(15.0, 3), Counted(16.0, 2), Counted(17.0, 1)]


def test_a_long_hold_gets_a_half_way_call(started: Player, clock: FakeClock, wait: Wait) -> None:
    started.do(commands.Jump(2), clock.now())
    assert HalfWay(18.0) in wait(20)


def test_done_ends_a_rest_but_not_a_hold(started: Player, clock: FakeClock, wait: Wait) -> None:
    started.do(commands.Done(), clock.now())
    assert started.view(clock.now()).segment.index == 1
    wait(3)
    assert refusals(started.do(commands.Done(), clock.now()))
    assert started.view(clock.now()).segment.phase == "hold"


def test_a_step_that_waits_waits_until_done(clock: FakeClock) -> None:
    player = Player(compile_timeline(routine(step(SelfPaced(12), prep=3), step(Hold(5)))))
    player.do(commands.Start(), clock.now())
    for _ in range(100):
        player.tick(clock.advance(1))
    view = player.view(clock.now())
    assert (view.state, view.elapsed, view.remaining) == (SessionState.WAITING, 97, 0)
    assert player.due is None
    assert refusals(player.do(commands.Adjust(10), clock.now()))

    player.do(commands.Done(), clock.now())
    assert player.view(clock.now()).segment.step == 1
    assert player.progress.best_attempt((0, 1, Side.BOTH)) == Attempt(12, 97)


def test_undo_takes_back_a_move_with_a_count_in(
    started: Player, clock: FakeClock, wait: Wait
) -> None:
    wait(11)
    before = started.view(clock.now())
    started.do(commands.Next(), clock.now())
    wait(5)
    started.do(commands.Undo(), clock.now())
    wait(3)
    after = started.view(clock.now())

    assert (after.segment, after.remaining) == (before.segment, before.remaining)
    assert started.seconds == 11


def test_undo_with_nothing_to_take_back_is_refused(started: Player, clock: FakeClock) -> None:
    assert refusals(started.do(commands.Undo(), clock.now())) == ["There is nothing to undo."]
    assert started.view(clock.now()).state is SessionState.GET_READY


def test_leaving_preserves_what_was_done(started: Player, clock: FakeClock, wait: Wait) -> None:
    wait(8 + 8 + 4)
    assert started.do(commands.Leave(), clock.now()) == (LeftSession(20.0),)
    assert started.view(clock.now()).state is SessionState.LEFT
    assert started.progress.best_attempt((0, 1, Side.BOTH)) == Attempt(1, 12)


def test_nothing_is_carried_out_before_the_start_or_after_the_end(
    player: Player, clock: FakeClock
) -> None:
    assert refusals(player.do(commands.Next(), clock.now())) == ["The session has not started yet."]
    player.do(commands.Start(), clock.now())
    player.do(commands.Finish(), clock.now())
    assert refusals(player.do(commands.Resume(), clock.now())) == ["The session is over."]


def test_the_list_shows_what_is_done_and_to_come(
    started: Player, clock: FakeClock, wait: Wait
) -> None:
    wait(32)
    assert started.view(clock.now()).step_statuses == (
        StepStatus.DONE,
        StepStatus.CURRENT,
        StepStatus.TO_COME,
    )
    wait(20)
    started.do(commands.Next(), clock.now())
    assert started.view(clock.now()).step_statuses == (
        StepStatus.DONE,
        StepStatus.PART,
        StepStatus.CURRENT,
    )
    started.do(commands.Back(), clock.now())
    started.do(commands.Back(), clock.now())
    assert started.view(clock.now()).step_statuses == (
        StepStatus.CURRENT,
        StepStatus.PART,
        StepStatus.TO_COME,
    )
