"""footcoach as it is felt: how it starts, what it costs, how quick it answers, how it ends.

`python -m bench --only app` measures it in a real pty of 100x30, with ten years of history.
"""

import random
import statistics
from collections.abc import Callable, Iterable, Iterator

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
_VISITS = {Pace.QUICK: 1, Pace.USUAL: 2, Pace.LONG: 4}
_SPANS = {
    Pace.QUICK: WatchTimes(moving=7.5, paused=4.0, keys=30),
    Pace.USUAL: WatchTimes(moving=15.0, paused=5.0, keys=50),
    Pace.LONG: WatchTimes(moving=15.0, paused=20.0, keys=120),
}


def rows(pace: Pace) -> Iterator[ResultRow]:
    """All there is to be told of the app."""
    with bench_home() as place:
        yield from start_rows(place, _STARTS[pace])
        yield from play_rows(place, _VISITS[pace], _SPANS[pace])


def start_rows(place: BenchHome, count: int) -> Iterator[ResultRow]:
    """Something on the screen, the first picture, all of it; and back to the prompt."""
    ours, plain = place.environ, environment()
    programs = {"ours": footcoach(), "minimal": minimal_app()}
    other = other_timer()
    if other:
        programs["peer"] = other
    starts: dict[str, list[StartTimes]] = {name: [] for name in programs}
    ends: dict[str, list[float]] = {name: [] for name in programs}
    python = []
    for turn in range(count + 1):  # the first time everything is read from the disk
        first_output = measure_first_output(bare_python(), plain)
        if turn:
            python.append(first_output)
        for name, program in programs.items():
            place.remove_unfinished()
            begun, ended = measure_program_start(program, ours if name == "ours" else plain)
            if turn:
                starts[name].append(begun)
                ends[name].append(ended)

    def median(name: str, what: Callable[[StartTimes], float]) -> float | None:
        return _ms(map(what, starts[name])) if name in starts else None

    drawn = median("ours", _drawn)
    yield _row(
        "something on the screen",
        median("ours", _first_output),
        "ms",
        [times(1.5)],
        "bare Python",
        _ms(python),
    )
    yield _row(
        "first picture, 10,000 sessions",
        drawn,
        "ms",
        [times(1.4)],
        MINIMAL,
        median("minimal", _drawn),
    )
    yield _row("the same", drawn, "ms", [times(0.75)], PEER, median("peer", _drawn))
    yield _row(
        "routines and history on it",
        median("ours", _filled),
        "ms",
        [],
        MINIMAL,
        median("minimal", _drawn),
    )
    yield _row(
        "quit to prompt", _ms(ends["ours"]), "ms", [times(0.4)], MINIMAL, _ms(ends["minimal"])
    )


def play_rows(place: BenchHome, count: int, spans: WatchTimes) -> Iterator[ResultRow]:
    """What a session costs while its figure moves and while it is paused, and how it answers."""
    ours, obvious, least, other, line = (
        RunResults(),
        RunResults(),
        RunResults(),
        RunResults(),
        RunResults(),
    )
    plain, chance, peer_program = environment(), random.Random(1), other_timer()  # noqa: S311 - no secret
    lacking = ssh.missing_program()
    for _ in range(count):
        run_session(place, ours, spans, chance)
        run_naive_app(naive_app(), plain, obvious, spans, chance)
        run_minimal_app(minimal_app(), plain, least, spans)
        if peer_program:
            run_other_timer(peer_program, plain, other, spans)
        if not lacking:
            with ssh.ssh_login() as login:
                run_session_over_ssh(login, place, line, spans.keys, chance)
    yield from _moving(ours.moving, obvious.moving, least.paused, other.moving)
    yield from _paused(ours.paused, least.paused, other.paused)
    yield from _answers(ours.keys, obvious.keys, line.keys, lacking)


def _moving(
    ours: list[RunCost], obvious: list[RunCost], least: list[RunCost], other: list[RunCost]
) -> Iterator[ResultRow]:
    for label, unit, what, limits, scale in (
        ("bytes while a figure moves", "kB/s", _bytes, [at_most(8), times(0.25)], 1000.0),
        ("CPU while it moves", "%", _cpu, [at_most(3.5), times(0.5)], 1.0),
    ):
        mine = _median(ours, what, scale)
        yield _row(label, mine, unit, limits, NAIVE, _median(obvious, what, scale))
        yield _row(
            "the same", mine, unit, [], f"{PEER}, a count in text", _median(other, what, scale)
        )
    yield _row(
        "memory while playing",
        _median(ours, _memory),
        "MiB",
        [times(2)],
        MINIMAL,
        _median(least, _memory),
    )


def _paused(ours: list[RunCost], least: list[RunCost], other: list[RunCost]) -> Iterator[ResultRow]:
    for label, unit, what, limit in (
        ("bytes while paused", "B/s", _bytes, 0.0),
        ("wake-ups while paused", "/s", _wakes, 0.5),
        ("CPU while paused", "%", _cpu, 0.05),
    ):
        mine = _median(ours, what)
        yield _row(label, mine, unit, [at_most(limit)], MINIMAL, _median(least, what))
        yield _row("the same", mine, unit, [], PEER, _median(other, what))


def _answers(
    ours: dict[str, list[float]],
    obvious: dict[str, list[float]],
    line: dict[str, list[float]],
    lacking: str,
) -> Iterator[ResultRow]:
    mute, pane = (_p95_ms(ours[name]) for name in ("mute", "pane"))
    yield _row(
        "a key to the screen while it moves, p95",
        mute,
        "ms",
        [at_most(15)],
        NAIVE,
        _p95_ms(obvious["mute"]),
    )
    yield _row("another key (to a pane), p95", pane, "ms", [at_most(15)])
    for name, here in (("mute", mute), ("pane", pane)):
        label = f"through sshd on loopback ({name}), p95"
        if lacking:
            yield ResultRow(label, limits=(at_most_more(5),), note=f"skipped: {lacking}")
        else:
            yield _row(label, _p95_ms(line[name]), "ms", [at_most_more(5)], "without it", here)


def _row(
    label: str,
    value: float | None,
    unit: str,
    limits: list[Limit],
    yardstick: str = "",
    beside: float | None = None,
) -> ResultRow:
    """A row; it says so where its yardstick is not there."""
    if yardstick.startswith(PEER) and beside is None:
        return ResultRow(label, value, unit, tuple(limits), note=_NOT_INSTALLED)
    return ResultRow(label, value, unit, tuple(limits), yardstick, beside)


def _ms(seconds: Iterable[float]) -> float:
    return 1000 * statistics.median(seconds)


def _p95_ms(seconds: list[float]) -> float:
    return 1000 * p95(seconds)


def _median(
    costs: list[RunCost], what: Callable[[RunCost], float], scale: float = 1.0
) -> float | None:
    return statistics.median(map(what, costs)) / scale if costs else None


def _first_output(one: StartTimes) -> float:
    return one.first_output


def _drawn(one: StartTimes) -> float:
    return one.drawn


def _filled(one: StartTimes) -> float:
    return one.filled


def _bytes(one: RunCost) -> float:
    return one.bytes_a_second


def _cpu(one: RunCost) -> float:
    return one.cpu


def _wakes(one: RunCost) -> float:
    return one.wakes


def _memory(one: RunCost) -> float:
    return one.memory
