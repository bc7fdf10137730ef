"""`footcoach` alone, where there is no terminal."""

from collections.abc import Callable
from typing import Any

Footcoach = Callable[..., Any]


def test_without_a_terminal_it_tells_what_is_due(footcoach: Footcoach) -> None:
    done = footcoach()
    assert (done.code, done.err) == (0, "")
    assert done.lines[0] == "A first session is waiting."
    assert done.lines[1].startswith("footcoach play rw-essential-three --plain")


def test_and_the_last_five_sessions(footcoach: Footcoach) -> None:
    for day in range(1, 8):
        footcoach("log", "desk-break-3min", "--at", f"2026-03-0{day}T07:00")
    days = [line[:10] for line in footcoach().lines[3:]]
    assert days == [f"2026-03-0{day}" for day in (7, 6, 5, 4, 3)]
