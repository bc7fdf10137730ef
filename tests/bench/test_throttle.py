"""A line carries so many bytes a second, later than they were sent, and loses none."""

import os

import pytest

from bench.slow_line import BUFFER_BYTES
from bench.throttle import DelayedPipe


@pytest.fixture
def ends() -> tuple[int, int, int, int]:
    """What is written into the first comes out of the last, over whatever joins the two between."""
    into, source = os.pipe()[::-1]
    out, sink = os.pipe()
    os.set_blocking(out, False)
    return into, source, sink, out


def arrived(out: int) -> int:
    try:
        return len(os.read(out, BUFFER_BYTES))
    except BlockingIOError:
        return 0


def test_bytes_arrive_at_the_rate_of_the_line_and_later(ends: tuple[int, int, int, int]) -> None:
    into, source, sink, out = ends
    way = DelayedPipe(source, sink, rate=1000, delay=0.5)
    os.write(into, b"x" * 500)
    way.take()
    now, came = 100.0, []
    while now < 101.2:
        due = way.carry(now)
        came += [now] * arrived(out)
        now = min(due, now + 0.01) if due > now else now + 0.001
    assert len(came) == 500
    assert came[0] == pytest.approx(100.51, abs=0.03)
    assert came[249] == pytest.approx(100.75, abs=0.03)
    assert came[-1] == pytest.approx(101.0, abs=0.03)


def test_a_sender_must_wait_where_as_much_waits_as_there_is_room_for(
    ends: tuple[int, int, int, int],
) -> None:
    into, source, sink, _ = ends
    way = DelayedPipe(source, sink, rate=1000, delay=0.0)
    for _ in range(BUFFER_BYTES // 4096):
        assert way.has_room
        os.write(into, b"x" * 4096)
        way.take()
    assert not way.has_room
    way.carry(100.0)
    assert way.has_room


def test_it_is_over_when_the_sender_is(ends: tuple[int, int, int, int]) -> None:
    into, source, sink, _ = ends
    way = DelayedPipe(source, sink, rate=1000, delay=0.0)
    os.close(into)
    way.take()
    assert way.is_over
