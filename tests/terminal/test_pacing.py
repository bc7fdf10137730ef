"""Pictures are left out, never queued, and a line is judged by nothing but its answers."""

import math
from collections import deque
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footcoach_tui.terminal.pacing import (
    _INPUT_INTERVAL,
    _MAX_QUERIES,
    FramePacer,
)
from footcoach_tui.terminal.quality import Quality, QualityControl

FRAMES = 12.0


class FakeLine:
    """A line of `rate` bytes a second and a terminal at its end; time passes as it is told.

    The machine is `busy` for so many seconds whenever an answer is due, whatever it is one to.
    """

    busy = 0.0

    def __init__(self, rate: float, rtt: float, size: int = 400) -> None:
        self.pace = FramePacer(FRAMES)
        self.now = 100.0
        self.rate, self.rtt, self.size = rate, rtt, size
        self.free_at = 0.0
        self.due: deque[tuple[float, int]] = deque()
        self.drawn: list[float] = []
        self.arrivals: list[float] = []
        self.asked = 0
        self.most = 0
        self._send(self.pace.retry(self.now), 20)

    def run(self, seconds: float, *, is_frozen: bool = False) -> None:
        """Try to draw as often as pictures are wanted, and when an answer has come."""
        end, look = self.now + seconds, self.now
        while self.now < end:
            answer = self.due[0][0] if self.due and not is_frozen else math.inf
            self.now = min(look, max(answer, self.now), end)
            if answer <= self.now:
                self.pace.on_answer(self.due.popleft()[1], self.now)
                if proof := self.pace.probe(self.now):
                    self._send(proof, 20)
            if look <= self.now:
                look += 1 / FRAMES
            self.draw(moving=True)
        if not is_frozen:
            self.free_at = max(self.free_at, self.now)

    def draw(self, *, moving: bool) -> bool:
        too_soon = moving and self.drawn and self.now < self.drawn[-1] + 0.99 / FRAMES
        if too_soon or self.pace.seconds_until_draw(self.now, moving=moving) > 0:
            return False
        self._send(self.pace.on_drawn(self.now, self.size), self.size)
        self.drawn.append(self.now)
        self.most = max(self.most, sum(moment > self.now for moment in self.arrivals))
        return True

    def _send(self, number: int, size: int) -> None:
        self.free_at = max(self.free_at, self.now) + size / self.rate
        self.arrivals = [moment for moment in self.arrivals if moment > self.now]
        self.arrivals.append(self.free_at + self.rtt + self.busy)
        if number:
            self.due.append((self.arrivals[-1], number))
            self.asked += 1


def test_a_fast_line_gets_every_picture() -> None:
    line = FakeLine(1e6, 0.001)
    line.run(10)
    assert len(line.drawn) == pytest.approx(120, abs=2)
    assert line.pace.quality is Quality.FULL


def test_a_quick_line_is_asked_behind_every_third_picture() -> None:
    line = FakeLine(1e6, 0.001)
    line.run(10)
    assert line.asked == pytest.approx(len(line.drawn) / 3, abs=2)


def test_a_quick_line_is_asked_sooner_behind_large_pictures() -> None:
    line = FakeLine(1e6, 0.001, size=1500)
    line.run(10)
    assert line.asked == pytest.approx(len(line.drawn) / 2, abs=2)


def test_a_line_that_was_quick_is_asked_behind_every_picture_once_it_is_not() -> None:
    line = FakeLine(1e6, 0.001)
    line.run(5)
    line.rtt = 0.05
    line.run(1)
    asked, drawn = line.asked, len(line.drawn)
    line.run(5)
    assert line.asked - asked == len(line.drawn) - drawn > 30


def test_a_slow_line_gets_as_many_as_it_carries_and_no_more_wait_on_it() -> None:
    line = FakeLine(2400, 0.1)
    line.run(30)
    assert len(line.drawn) == pytest.approx(30 * 2400 / 400, rel=0.1)
    assert line.most <= 2


@given(st.floats(300, 1e5), st.floats(0, 1.5), st.integers(20, 1500))
def test_never_more_is_on_the_way_than_a_round_trip_needs(
    rate: float, rtt: float, size: int
) -> None:
    line = FakeLine(rate, rtt, size)
    line.run(4)
    quickest = rtt + 20 / rate
    assert line.most <= max(2, 1.51 + quickest * FRAMES)
    assert line.drawn


def test_a_key_is_shown_though_a_picture_is_on_its_way_but_a_heap_of_keys_is_one_picture() -> None:
    line = FakeLine(2400, 0.01)
    line.run(5)
    line.run(0.05, is_frozen=True)
    assert line.pace.seconds_until_draw(line.now, moving=True) == math.inf
    assert line.draw(moving=False)
    assert not any(line.draw(moving=False) for _ in range(50))


def test_nothing_is_added_to_a_whole_screen_that_is_on_its_way() -> None:
    line = FakeLine(9600, 0.5)
    line.run(5)
    line.size = 6000
    line.run(0.6)
    assert line.pace.seconds_until_draw(line.now, moving=False) == math.inf


def test_while_it_is_frozen_a_handful_is_sent_and_afterwards_it_is_as_before() -> None:
    line = FakeLine(9600, 0.1)
    line.run(10)
    before = len(line.drawn)
    line.run(10, is_frozen=True)
    assert len(line.drawn) - before <= 2
    assert 9 < line.pace.silent_seconds(line.now) < FramePacer.DEAD_SECONDS
    line.run(10)
    assert len(line.drawn) - before > 100
    assert line.pace.quality < Quality.SIXTEEN_COLOURS, "a line that was frozen is not slow"


def test_a_line_that_is_silent_for_long_is_dead_unless_keys_come() -> None:
    line = FakeLine(1e5, 0.01)
    line.run(2)
    line.run(FramePacer.DEAD_SECONDS + 0.2, is_frozen=True)
    assert line.pace.silent_seconds(line.now) >= FramePacer.DEAD_SECONDS
    line.pace.on_input(line.now)
    assert line.pace.silent_seconds(line.now) == 0


def test_a_terminal_that_never_answers_gets_five_pictures_a_second_and_is_no_dead_line() -> None:
    line = FakeLine(1e6, 0.0)
    line.run(60, is_frozen=True)
    assert len(line.drawn) <= 60 / FramePacer.MOTION_INTERVAL
    assert len(line.drawn) >= 60 * 3
    assert line.pace.silent_seconds(line.now) == 0
    assert line.pace.has_given_up
    assert line.pace.on_drawn(line.now, 400) == 0, "it is asked no more"
    assert line.pace.seconds_until_draw(line.now, moving=False) == pytest.approx(_INPUT_INTERVAL)


def test_one_that_answers_late_is_heard_all_the_same() -> None:
    pace = FramePacer(FRAMES)
    numbers = [pace.on_drawn(at, 400) for at in range(30)]
    assert pace.has_given_up
    pace.on_answer(numbers[0], 40.0)
    assert pace.has_answered
    assert not pace.has_given_up


def test_a_lost_answer_is_asked_for_again_at_longer_and_longer_intervals() -> None:
    pace = FramePacer(FRAMES)
    pace.on_answer(pace.on_drawn(0.0, 10), 0.1)
    pace.on_drawn(1.0, 400)
    now, waits = 1.0, []
    for _ in range(4):
        waits.append(pace.seconds_until_retry(now))
        now += waits[-1]
        assert pace.seconds_until_retry(now) == 0
        number = pace.retry(now)
        assert number
    assert waits == pytest.approx([2, 4, 8, 16])
    pace.on_answer(number, now + 0.1)
    assert pace.unanswered == 0
    assert pace.seconds_until_retry(now) == math.inf


def test_a_number_that_nobody_asked_stands_for_the_next_one() -> None:
    pace = FramePacer(FRAMES)
    first, second = pace.on_drawn(0.0, 10), pace.on_drawn(0.1, 10)
    assert first != second
    pace.on_answer(_MAX_QUERIES + 7, 0.2)
    assert pace.unanswered == 1
    pace.on_answer(second, 0.3)
    pace.on_answer(second, 0.4)
    assert pace.unanswered == 0


@given(st.lists(st.one_of(st.integers(-3, _MAX_QUERIES + 3), st.none()), max_size=200))
def test_whatever_is_answered_nothing_breaks_and_numbers_stay_apart(
    happens: list[int | None],
) -> None:
    pace, now = FramePacer(FRAMES), 0.0
    for number in happens:
        now += 0.05
        if number is None and pace.seconds_until_draw(now, moving=False) <= 0:
            pace.on_drawn(now, 100)
        elif number is not None:
            pace.on_answer(number, now)
        numbers = [question.number for question in pace._open]
        assert len(set(numbers)) == len(numbers)
        assert all(1 <= one <= _MAX_QUERIES for one in numbers)


def test_answers_worth_waiting_for_at_the_end_are_waited_for_and_others_not() -> None:
    line = FakeLine(2400, 0.1)
    line.run(5)
    assert line.pace.unanswered
    assert 0 < line.pace.exit_wait(line.now) <= 3
    assert line.pace.exit_wait(line.now + 10) == 0
    assert FramePacer(FRAMES).exit_wait(0.0) == 0


def test_the_first_answer_is_waited_for_as_long_as_a_far_line_takes() -> None:
    pace = FramePacer(FRAMES)
    pace.retry(10.0)
    assert pace.exit_wait(10.0) >= 1.2
    assert pace.exit_wait(14.0) == 0


def test_who_was_kept_from_ending_still_waits_a_moment() -> None:
    pace = FramePacer(FRAMES)
    pace.on_answer(pace.retry(10.0), 10.01)
    pace.retry(11.0)
    assert 0 < pace.exit_wait(12.9) <= 1


def test_a_slow_line_gets_sixteen_colours_then_stills_and_all_again_once_it_is_quick() -> None:
    line = FakeLine(1000, 0.05)
    line.run(20)
    levels = [line.pace.quality]
    line.rate = 300
    line.run(20)
    levels.append(line.pace.quality)
    line.rate, line.size = 1e6, 100
    line.run(20)
    levels.append(line.pace.quality)
    line.run(20)
    levels.append(line.pace.quality)
    assert levels == [Quality.SIXTEEN_COLOURS, Quality.STILLS, Quality.STILLS, Quality.FULL]


def test_a_machine_that_is_overloaded_is_no_slow_line() -> None:
    line = FakeLine(1e6, 0.001)
    line.run(5)
    line.busy = 0.6
    line.run(60)
    assert line.pace.quality < Quality.SIXTEEN_COLOURS
    assert len(line.drawn) > 60, "pictures go on meanwhile"


def test_a_line_that_is_slow_as_well_gets_sixteen_colours_on_an_overloaded_machine() -> None:
    line = FakeLine(1000, 0.05)
    line.busy = 0.05
    line.run(3)
    line.busy = 0.15
    line.run(20)
    assert line.pace.quality is Quality.SIXTEEN_COLOURS


def test_a_machine_that_is_overloaded_now_and_then_is_no_slow_line() -> None:
    line = FakeLine(1e6, 0.001)
    line.run(5)
    chance = Random(20)  # noqa: S311 - to be the same at every run
    for _ in range(200):
        line.busy = chance.choice((0.0, 0.3, 0.5, 0.9))
        line.run(0.3)
    assert line.pace.quality < Quality.SIXTEEN_COLOURS


def test_while_it_is_in_doubt_whether_a_line_is_slow_pictures_go_one_by_one() -> None:
    line = FakeLine(1000, 0.5)
    line.run(2)
    assert line.pace.unanswered > 2
    while not line.pace._quality_control.is_one_at_a_time(line.now):
        line.run(0.01)
    while line.pace.unanswered > 1:
        line.run(0.1)
    seen, drawn = {1}, len(line.drawn)
    while line.pace._quality_control.is_one_at_a_time(line.now):
        seen.add(line.pace.unanswered)
        line.run(0.01)
    assert seen == {1}, "it is never without one: what is asked comes between two pictures"
    assert len(line.drawn) > drawn
    line.run(1)
    assert line.pace.unanswered > 1, "and together again when it is known"


def test_where_it_turns_out_to_be_the_machine_all_colours_come_back_while_it_is_busy() -> None:
    line = FakeLine(1000, 0.05)
    line.run(20)
    assert line.pace.quality is Quality.SIXTEEN_COLOURS
    line.rate, line.busy = 1e6, 0.6
    line.run(20)
    assert line.pace.quality < Quality.SIXTEEN_COLOURS
    line.run(60)
    assert line.pace.quality < Quality.SIXTEEN_COLOURS


def test_two_large_pictures_that_take_what_a_slow_line_takes_are_proof_enough() -> None:
    easing = QualityControl()
    levels = []
    for now, took, size in ((4.0, 8000 / 2400, 8000), (7.0, 6000 / 2300, 6000)):
        easing.on_answer(took, size, now)
        levels.append(easing.quality)
    assert levels == [Quality.FULL, Quality.SIXTEEN_COLOURS]


@pytest.mark.parametrize(
    "each", [[(0.4, 8000), (0.4, 8000)], [(1.0, 8000), (1.6, 8000)], [(3.0, 900), (3.0, 900)]]
)
def test_large_pictures_that_come_quick_or_unevenly_are_none(
    each: list[tuple[float, int]],
) -> None:
    easing = QualityControl()
    for second, (late, size) in enumerate(each):
        easing.on_answer(late, size, float(second))
    assert easing.quality is Quality.FULL
