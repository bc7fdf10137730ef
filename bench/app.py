"""Rows of the app: start, cost while a figure moves and while paused, keys, end.

`python -m bench --only app` measures them in a real pty of 100x30, with ten years of history.
"""

import random
import statistics
from collections.abc import Iterable, Iterator

from bench import ssh
from bench.footcoach_home import BenchHome, bench_home, footcoach
from bench.measures import RunCost, StartTimes, p95
from bench.program_runs import (
    RunResults,
    WatchTimes,
    measure_first_output,
    measure_program_start,
    run_minimal_app,
    run_naive_app,
    run_other_timer,
    run_session,
    run_session_over_ssh,
)
from bench.reference_programs import bare_python, minimal_app, naive_app, other_timer
from bench.rows import Limit, Pace, ResultRow, at_most, at_most_more, times
from bench.terminal import environment

PEER, MINIMAL, NAIVE = "tclock", "minimal Textual app", "naive app"
_NOT_INSTALLED = "tclock is not installed"
_STARTS = {Pace.QUICK: 3, Pace.USUAL: 7, Pace.LONG: 15}
_RUNS = {Pace.QUICK: 1, Pace.USUAL: 2, Pace.LONG: 4}
_WATCH_TIMES = {
    Pace.QUICK: WatchTimes(moving=7.5, paused=4.0, keys=30),
    Pace.USUAL: WatchTimes(moving=15.0, paused=5.0, keys=50),
    Pace.LONG: WatchTimes(moving=15.0, paused=20.0, keys=120),
}


def rows(pace: Pace) -> Iterator[ResultRow]:
    with bench_home() as home:
        yield from start_rows(home, _STARTS[pace])
        yield from play_rows(home, _RUNS[pace], _WATCH_TIMES[pace])


def start_rows(home: BenchHome, count: int) -> Iterator[ResultRow]:
    """First character, first picture, filled lists, and back to the prompt."""
    ours, plain = home.environ, environment()
    programs = {"ours": footcoach(), "minimal": minimal_app()}
    other = other_timer()
    if other:
        programs["peer"] = other
    starts: dict[str, list[StartTimes]] = {name: [] for name in programs}
    ends: dict[str, list[float]] = {name: [] for name in programs}
    python_starts = []
    for turn in range(count + 1):  # turn 0 fills the disk cache and does not count
        first_output = measure_first_output(bare_python(), plain)
        if turn:
            python_starts.append(first_output)
        for name, program in programs.items():
            home.remove_unfinished()
            start, seconds_to_end = measure_program_start(
                program, ours if name == "ours" else plain
            )
            if turn:
                starts[name].append(start)
                ends[name].append(seconds_to_end)

    def median(name: str, figure: str) -> float | None:
        return _ms(getattr(start, figure) for start in starts[name]) if name in starts else None

    drawn = median("ours", "drawn")
    yield _row(
        "something on the screen",
        median("ours", "first_output"),
        "ms",
        [times(1.5)],
        "bare Python",
        _ms(python_starts),
    )
    yield _row(
        "first picture, 10,000 sessions",
        drawn,
        "ms",
        [times(1.4)],
        MINIMAL,
        median("minimal", "drawn"),
    )
    yield _row("the same", drawn, "ms", [times(0.75)], PEER, median("peer", "drawn"))
    yield _row(
        "routines and history on it",
        median("ours", "filled"),
        "ms",
        [],
        MINIMAL,
        median("minimal", "drawn"),
    )
    yield _row(
        "quit to prompt", _ms(ends["ours"]), "ms", [times(0.4)], MINIMAL, _ms(ends["minimal"])
    )


def play_rows(home: BenchHome, count: int, watch_times: WatchTimes) -> Iterator[ResultRow]:
    """Cost of a session while its figure moves and while it is paused, and its keys."""
    ours, naive, minimal = RunResults(), RunResults(), RunResults()
    other, remote = RunResults(), RunResults()
    plain, chance, peer_program = environment(), random.Random(1), other_timer()  # noqa: S311 - no secret
    missing = ssh.missing_program()
    for _ in range(count):
        run_session(home, ours, watch_times, chance)
        run_naive_app(naive_app(), plain, naive, watch_times, chance)
        run_minimal_app(minimal_app(), plain, minimal, watch_times)
        if peer_program:
            run_other_timer(peer_program, plain, other, watch_times)
        if not missing:
            with ssh.ssh_login() as login:
                run_session_over_ssh(login, home, remote, watch_times.keys, chance)
    yield from _moving_rows(ours.moving, naive.moving, minimal.paused, other.moving)
    yield from _paused_rows(ours.paused, minimal.paused, other.paused)
    yield from _key_rows(ours.keys, naive.keys, remote.keys, missing)


def _moving_rows(
    ours: list[RunCost], naive: list[RunCost], minimal: list[RunCost], other: list[RunCost]
) -> Iterator[ResultRow]:
    for label, unit, figure, limits, scale in (
        (
            "bytes while a figure moves",
            "kB/s",
            "bytes_a_second",
            [at_most(8), times(0.25)],
            1000.0,
        ),
        ("CPU while it moves", "%", "cpu", [at_most(3.5), times(0.5)], 1.0),
    ):
        mine = _median(ours, figure, scale)
        yield _row(label, mine, unit, limits, NAIVE, _median(naive, figure, scale))
        yield _row(
            "the same", mine, unit, [], f"{PEER}, a count in text", _median(other, figure, scale)
        )
    yield _row(
        "memory while playing",
        _median(ours, "memory"),
        "MiB",
        [times(2)],
        MINIMAL,
        _median(minimal, "memory"),
    )


def _paused_rows(
    ours: list[RunCost], minimal: list[RunCost], other: list[RunCost]
) -> Iterator[ResultRow]:
    for label, unit, figure, limit in (
        ("bytes while paused", "B/s", "bytes_a_second", 0.0),
        ("wake-ups while paused", "/s", "wakes", 0.5),
        ("CPU while paused", "%", "cpu", 0.05),
    ):
        mine = _median(ours, figure)
        yield _row(label, mine, unit, [at_most(limit)], MINIMAL, _median(minimal, figure))
        yield _row("the same", mine, unit, [], PEER, _median(other, figure))


def _key_rows(
    ours: dict[str, list[float]],
    naive: dict[str, list[float]],
    remote: dict[str, list[float]],
    missing: str,
) -> Iterator[ResultRow]:
    mute, pane = (_p95_ms(ours[name]) for name in ("mute", "pane"))
    yield _row(
        "a key to the screen while it moves, p95",
        mute,
        "ms",
        [at_most(15)],
        NAIVE,
        _p95_ms(naive["mute"]),
    )
    yield _row("another key (to a pane), p95", pane, "ms", [at_most(15)])
    for name, local in (("mute", mute), ("pane", pane)):
        label = f"through sshd on loopback ({name}), p95"
        if missing:
            yield ResultRow(label, limits=(at_most_more(5),), note=f"skipped: {missing}")
        else:
            yield _row(label, _p95_ms(remote[name]), "ms", [at_most_more(5)], "without it", local)


def _row(
    label: str,
    value: float | None,
    unit: str,
    limits: list[Limit],
    yardstick: str = "",
    yardstick_value: float | None = None,
) -> ResultRow:
    """A row, with a note if its yardstick is not installed."""
    if yardstick.startswith(PEER) and yardstick_value is None:
        return ResultRow(label, value, unit, tuple(limits), note=_NOT_INSTALLED)
    return ResultRow(label, value, unit, tuple(limits), yardstick, yardstick_value)


def _ms(seconds: Iterable[float]) -> float:
    return 1000 * statistics.median(seconds)


def _p95_ms(seconds: list[float]) -> float:
    return 1000 * p95(seconds)


def _median(costs: list[RunCost], figure: str, scale: float = 1.0) -> float | None:
    return statistics.median(getattr(cost, figure) for cost in costs) / scale if costs else None
