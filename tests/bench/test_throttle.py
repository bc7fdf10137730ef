"""A delayed pipe carries so many bytes a second, with a delay, and loses none."""

import os

import pytest

from bench.slow_line import BUFFER_BYTES
from bench.throttle import DelayedPipe


@pytest.fixture
def ends() -> tuple[int, int, int, int]:
    """Descriptors of two pipes: write to the first, carry from second to third, read the last."""
    into, source = os.pipe()[::-1]
    out, sink = os.pipe()
    os.set_blocking(out, False)
    return into, source, sink, out


def read_count(out: int) -> int:
    try:
        return len(os.read(out, BUFFER_BYTES))
    except BlockingIOError:
        return 0


def test_bytes_arrive_at_the_rate_of_the_line_and_later(ends: tuple[int, int, int, int]) -> None:
    into, source, sink, out = ends
    pipe = DelayedPipe(source, sink, rate=1000, delay=0.5)
    os.write(into, b"x" * 500)
    pipe.read()
    now, arrivals = 100.0, []
    while now < 101.2:
        due = pipe.carry(now)
        arrivals += [now] * read_count(out)
        now = min(due, now + 0.01) if due > now else now + 0.001
    assert len(arrivals) == 500
    assert arrivals[0] == pytest.approx(100.51, abs=0.03)
    assert arrivals[249] == pytest.approx(100.75, abs=0.03)
    assert arrivals[-1] == pytest.approx(101.0, abs=0.03)


def test_a_sender_must_wait_where_as_much_waits_as_there_is_room_for(
    ends: tuple[int, int, int, int],
) -> None:
    into, source, sink, _ = ends
    pipe = DelayedPipe(source, sink, rate=1000, delay=0.0)
    for _ in range(BUFFER_BYTES // 4096):
        assert pipe.has_room
        os.write(into, b"x" * 4096)
        pipe.read()
    assert not pipe.has_room
    pipe.carry(100.0)
    assert pipe.has_room


def test_it_is_over_when_the_sender_is(ends: tuple[int, int, int, int]) -> None:
    into, source, sink, _ = ends
    pipe = DelayedPipe(source, sink, rate=1000, delay=0.0)
    os.close(into)
    pipe.read()
    assert pipe.is_over
