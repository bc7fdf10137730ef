"""Self-tests: counted up until the person stops, or measured and typed."""

from datetime import UTC, datetime

import pytest
from builders import CountUp, Hold, Measurement, routine, step
from clocks import FakeClock

from footcoach_tui.session import commands
from footcoach_tui.session.dose import Sides, Work
from footcoach_tui.session.events import Beat, Counted, HalfWay, PlayerEvent, Refused
from footcoach_tui.session.player import Player
from footcoach_tui.session.record import SetOutcome, SetRecord
from footcoach_tui.session.record_builder import SessionInfo
from footcoach_tui.session.timeline import compile_timeline
from footcoach_tui.session.view import SessionState, StepStatus
from footcoach_tui.text.results import results_line

BALANCE = CountUp(limit=45)
RAISES = CountUp(limit=100, beat=60)
ANKLE = Measurement("cm", "Toe to wall, in cm", most=30)


class Test:
    """Test of one try, with a hold after it, on a clock that is moved by hand."""

    __test__ = False

    def __init__(self, work: Work) -> None:
        self.clock = FakeClock()
        plan = routine(step(work, prep=0), step(Hold(5), prep=3))
        self.player = Player(compile_timeline(plan))
        self.player.do(commands.Start(), self.clock.now())

    def wait(self, seconds: int) -> list[PlayerEvent]:
        return [event for _ in range(seconds) for event in self.player.tick(self.clock.advance(1))]

    def done(self, value: float | None = None) -> tuple[PlayerEvent, ...]:
        return self.player.do(commands.Done(value), self.clock.now())

    @property
    def result(self) -> SetRecord:
        info = SessionInfo("01KK01Z2ZG8Q2N5V0J5C8W7R4T", datetime(2026, 3, 6, 7, 10, tzinfo=UTC))
        return info.record_of_play(self.player).exercises[0].sets[0]

    def state(self) -> SessionState:
        return self.player.view(self.clock.now()).state


def test_a_stopwatch_counts_up_until_the_person_stops() -> None:
    test = Test(BALANCE)
    test.wait(24)
    assert test.state() is SessionState.COUNTING
    assert test.player.view(test.clock.now()).elapsed == 24
    test.done()
    assert test.state() is SessionState.GET_READY
    assert (test.result.seconds, test.result.outcome) == (24, SetOutcome.DONE)


def test_a_stopwatch_ends_by_itself_at_its_limit() -> None:
    test = Test(BALANCE)
    events = test.wait(46)
    assert test.state() is SessionState.GET_READY
    assert test.result.seconds == 45
    assert [event.left for event in events if isinstance(event, Counted)][:3] == [3, 2, 1]
    assert not any(isinstance(event, HalfWay) for event in events)


@pytest.mark.parametrize(("seconds", "reps"), [(1, 0), (2, 1), (49, 24), (50, 25), (99, 49)])
def test_two_beats_are_a_rep(seconds: int, reps: int) -> None:
    test = Test(RAISES)
    events = test.wait(seconds)
    test.done()
    assert sum(isinstance(event, Beat) for event in events) == seconds
    assert test.result.reps == reps


def test_a_test_without_one_whole_rep_is_not_done() -> None:
    test = Test(RAISES)
    test.wait(1)
    test.done()
    assert test.result.outcome is SetOutcome.CUT


@pytest.mark.parametrize("work", [BALANCE, RAISES])
@pytest.mark.parametrize("command", [commands.Next(), commands.Leave()])
def test_a_test_that_is_skipped_or_left_is_not_done(
    work: Work, command: commands.PlayerCommand
) -> None:
    test = Test(work)
    test.wait(20)
    test.player.do(command, test.clock.now())
    assert test.result.outcome is SetOutcome.CUT


def test_a_second_key_press_does_not_end_a_test_that_has_just_begun() -> None:
    test = Test(BALANCE)
    refused = [event for event in test.done() if isinstance(event, Refused)]
    assert [event.reason for event in refused] == ["The test has only just begun."]
    assert test.state() is SessionState.COUNTING


def test_the_end_of_a_test_can_be_undone() -> None:
    test = Test(BALANCE)
    test.wait(10)
    test.done()
    test.player.do(commands.Undo(), test.clock.now())
    test.wait(3 + 5)
    test.done()
    assert test.result.seconds == 15


def test_the_last_try_counts_even_if_it_is_shorter() -> None:
    test = Test(BALANCE)
    test.wait(45)
    test.player.do(commands.Back(), test.clock.now())
    test.wait(10)
    test.done()
    assert test.result.seconds == 10


def test_the_limit_of_a_test_cannot_be_changed() -> None:
    test = Test(RAISES)
    test.wait(5)
    happened = test.player.do(commands.Adjust(10), test.clock.now())
    assert [event.reason for event in happened if isinstance(event, Refused)] == [
        "The time of a test cannot be changed."
    ]


@pytest.mark.parametrize(("beat", "limit"), [(26, 30), (60, 100), (120, 2600), (20, 61)])
def test_there_is_a_beat_at_each_half_rep_before_the_limit(beat: int, limit: int) -> None:
    test = Test(CountUp(limit=limit, beat=beat))
    beats = [event for event in test.wait(limit + 1) if isinstance(event, Beat)]
    gap = 60 / beat
    assert [event.at for event in beats] == pytest.approx(
        [number * gap for number in range(1, len(beats) + 1)]
    )
    assert len(beats) * gap < limit <= (len(beats) + 1) * gap + 1e-6


def test_a_result_typed_while_the_session_was_paused_is_kept() -> None:
    test = Test(ANKLE)
    test.player.do(commands.Pause(), test.clock.now())
    test.done(9.5)
    assert test.result.value == 9.5
    assert test.state() is SessionState.PAUSED


def test_a_test_that_was_logged_by_hand_has_no_result() -> None:
    info = SessionInfo("01KK01Z2ZG8Q2N5V0J5C8W7R4T", datetime(2026, 3, 6, 7, 10, tzinfo=UTC))
    record = info.record_of_plan(compile_timeline(routine(step(RAISES), step(ANKLE))))
    raises, ankle = record.exercises
    assert (results_line(raises, RAISES), results_line(ankle, ANKLE)) == ("", "")
    assert not record.is_partial


def test_at_the_limit_all_reps_are_counted() -> None:
    test = Test(RAISES)
    test.wait(101)
    assert (test.result.reps, test.result.outcome) == (50, SetOutcome.DONE)


def test_a_test_that_ended_early_is_whole() -> None:
    test = Test(RAISES)
    test.wait(20)
    test.done()
    assert test.player.view(test.clock.now()).step_statuses[0] is StepStatus.DONE


def test_a_result_is_typed_and_recorded() -> None:
    test = Test(ANKLE)
    assert test.state() is SessionState.WAITING
    test.wait(30)
    test.done(9.5)
    assert test.state() is SessionState.GET_READY
    assert (test.result.value, test.result.outcome) == (9.5, SetOutcome.DONE)


@pytest.mark.parametrize("value", [None, -1.0, 30.5, float("nan")])
def test_a_result_that_cannot_be_is_refused(value: float | None) -> None:
    test = Test(ANKLE)
    (refused,) = [event for event in test.done(value) if isinstance(event, Refused)]
    assert refused.reason == "Toe to wall, in cm: type a number from 0 to 30."
    assert test.state() is SessionState.WAITING


def test_the_last_result_counts_even_if_it_is_smaller() -> None:
    test = Test(ANKLE)
    test.wait(60)
    test.done(12)
    test.player.do(commands.Back(), test.clock.now())
    test.wait(5)
    test.done(9)
    assert test.result.value == 9


def test_other_work_has_no_result() -> None:
    test = Test(BALANCE)
    test.wait(5)
    test.done(3.0)
    assert test.result.value is None


def test_a_test_lasts_at_most_its_limit_in_the_plan_and_a_measurement_no_time() -> None:
    steps = [step(work, sides=Sides.EACH, switch=10, prep=5) for work in (BALANCE, ANKLE)]
    totals = [compile_timeline(routine(one)).total for one in steps]
    assert totals == [5 + 45 + 10 + 45, 5 + 10]
