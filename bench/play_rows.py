"""Rows of a session: its cost while a figure moves and while it is paused, and its keys."""

import random
import statistics
from collections.abc import Iterator
from functools import partial

from bench import ssh
from bench.footcoach_home import BenchHome
from bench.measures import RunCost, p95
from bench.program_runs import (
    RunResults,
    WatchTimes,
    run_minimal_app,
    run_naive_app,
    run_other_timer,
    run_session,
    run_session_over_ssh,
)
from bench.reference_programs import (
    MINIMAL,
    NAIVE,
    NOT_INSTALLED,
    OTHER_TIMER,
    minimal_app,
    naive_app,
    other_timer,
)
from bench.rows import Pace, ResultRow, at_most, at_most_more, times
from bench.terminal import environment

_RUNS = {Pace.QUICK: 1, Pace.USUAL: 2, Pace.LONG: 4}
_WATCH_TIMES = {
    Pace.QUICK: WatchTimes(moving=7.5, paused=4.0, keys=15),
    Pace.USUAL: WatchTimes(moving=15.0, paused=5.0, keys=25),
    Pace.LONG: WatchTimes(moving=15.0, paused=20.0, keys=60),
}
_KEY_LIMIT = 12.0
"""Milliseconds: less than a frame of a screen of 60 Hz."""
_KEYS = {
    "mute": "a key to the screen while it moves (mute), p95",
    "pane": "another key (to a pane), p95",
    "longer": "another key (+ and -), p95",
    "next": "another key (next step and back, of 30), p95",
}
"""Labels by the name of the key."""

_row = partial(ResultRow.beside, missing=NOT_INSTALLED)


def rows(home: BenchHome, pace: Pace) -> Iterator[ResultRow]:
    ours, naive, minimal = RunResults(), RunResults(), RunResults()
    other, remote = RunResults(), RunResults()
    watch_times, plain, chance = _WATCH_TIMES[pace], environment(), random.Random(1)  # noqa: S311 - no secret
    peer, missing = other_timer(), ssh.missing_program()
    for _ in range(_RUNS[pace]):
        run_session(home, ours, watch_times, chance)
        run_naive_app(naive_app(), plain, naive, watch_times, chance)
        run_minimal_app(minimal_app(), plain, minimal, watch_times)
        if peer:
            run_other_timer(peer, plain, other, watch_times)
        if not missing:
            with ssh.ssh_login() as login:
                run_session_over_ssh(login, home, remote, watch_times.keys, chance)
    yield from _moving_rows(ours.moving, naive.moving, minimal.paused, other.moving)
    yield from _paused_rows(ours.paused, minimal.paused, other.paused)
    yield from _key_rows(ours.keys, naive.keys, remote.keys, missing)


def _moving_rows(
    ours: list[RunCost], naive: list[RunCost], minimal: list[RunCost], other: list[RunCost]
) -> Iterator[ResultRow]:
    count_in_text = f"{OTHER_TIMER}, a count in text"
    for label, unit, figure, limits, scale in (
        ("bytes while a figure moves", "kB/s", "bytes_a_second", (at_most(8), times(0.25)), 1e3),
        ("CPU while it moves", "%", "cpu", (at_most(1.5), times(0.15)), 1.0),
    ):
        mine, naives = _median(ours, figure, scale), _median(naive, figure, scale)
        yield _row(label, mine, unit, limits, NAIVE, naives)
        yield _row("the same", mine, unit, (), count_in_text, _median(other, figure, scale))
    for label, figure, limit in (
        ("memory while playing", "memory", 2.0),
        ("the part that no other program shares", "own_memory", 2.5),
    ):
        mine, beside = _median(ours, figure), _median(minimal, figure)
        yield _row(label, mine, "MiB", (times(limit),), MINIMAL, beside)


def _paused_rows(
    ours: list[RunCost], minimal: list[RunCost], other: list[RunCost]
) -> Iterator[ResultRow]:
    for label, unit, figure, limit in (
        ("bytes while paused", "B/s", "bytes_a_second", 0.0),
        ("wake-ups while paused", "/s", "wakes", 0.0),
        ("CPU while paused", "%", "cpu", 0.05),
    ):
        mine = _median(ours, figure)
        yield _row(label, mine, unit, (at_most(limit),), MINIMAL, _median(minimal, figure))
        yield _row("the same", mine, unit, (), OTHER_TIMER, _median(other, figure))


def _key_rows(
    ours: dict[str, list[float]],
    naive: dict[str, list[float]],
    remote: dict[str, list[float]],
    missing: str,
) -> Iterator[ResultRow]:
    local = {name: 1000 * p95(ours[name]) for name in _KEYS}
    for name, label in _KEYS.items():
        if name in naive:
            beside = 1000 * p95(naive[name])
            yield _row(label, local[name], "ms", (at_most(_KEY_LIMIT),), NAIVE, beside)
        else:
            yield ResultRow(label, local[name], "ms", (at_most(_KEY_LIMIT),))
    for name in ("mute", "pane"):
        label = f"through sshd on loopback ({name}), p95"
        if missing:
            yield ResultRow(label, limits=(at_most_more(5),), note=f"skipped: {missing}")
        else:
            seconds = 1000 * p95(remote[name])
            yield _row(label, seconds, "ms", (at_most_more(5),), "without it", local[name])


def _median(costs: list[RunCost], figure: str, scale: float = 1.0) -> float | None:
    return statistics.median(getattr(cost, figure) for cost in costs) / scale if costs else None
