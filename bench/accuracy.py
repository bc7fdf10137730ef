"""How late a session's lines come while the machine is busy: the promise is 50 ms.

    python -m bench.accuracy            the desk break, 3 minutes, beside two busy processes
    python -m bench.accuracy --short    a made-up routine of 20 seconds
    python -m bench.accuracy --ten      a made-up routine of ten minutes
    python -m bench.accuracy --idle     nothing else runs
    python -m bench.accuracy --app      in the app, with moving figures, on a terminal of 120x36

A session is led in plain lines, and the arrival of each segment's line on a pipe is compared with
the timeline; in the app, the moment from which the screen tells of the segment. Nobody else knows
when it began, so the one that came earliest counts as in time. What is measured includes the pipe
and this reader's own waiting for a processor. The drift is by how much the last lines are off from
the first; beside the plain session a clock that sleeps and counts runs, the naive way.
"""

import argparse
import json
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

from bench.footcoach_home import BenchHome, footcoach
from bench.measures import p95
from bench.rows import Pace, ResultRow, at_most
from bench.screen import TerminalScreen
from bench.terminal import BenchTerminal

_BUSY = [sys.executable, "-c", "while True: pass"]
_SEGMENT = re.compile(r"\d+:\d\d (Get ready|Work|Hold|Rest|Change side|Waiting for you|Finished)\b")
_STATE = re.compile(r"GET READY|WORK|HOLD|REST|CHANGE SIDE|WAITING FOR YOU")
_COUNTER = re.compile(r"(?:rep|set) +\d+ of \d+|How hard was it")
_SAME_PICTURE = 0.02
"""Seconds: what comes that soon after each other is one picture."""
_DRIFT_LINES = 5
"""So many lines at either end tell of the drift: one alone may just have been unlucky."""
_PHASE_AREA = (4, 44)
"""Rows below the state, and columns, in which the phase, the side and the cue stand."""
_NAIVE_CLOCK = """
import time
begun, count = time.monotonic(), 0
while True:
    time.sleep(0.1)
    count += 1
    print(time.monotonic() - begun - count / 10, flush=True)
"""
_STEP = """\
exercise = "toe-spread"
prep = 2
reps = {reps}
tempo = [1, 4, 1]
"""
_REPS = {"short": 3, "minute": 10, "ten": 100}
_ROUTINES = {Pace.QUICK: "short", Pace.USUAL: "minute", Pace.LONG: "ten"}


def rows(pace: Pace) -> Iterator[ResultRow]:
    """Plain lines and the app, both beside two busy processes; and the drift."""
    routine = _ROUTINES[pace]
    late, due, naive = measure_lateness(routine)
    length = f"{due / 60:.0f} min" if due >= 60 else f"{due:.0f} s"  # noqa: PLR2004 - a minute
    busy = f"{length} beside two busy processes"
    limit = (at_most(50),)
    yield ResultRow(f"lines of {busy}: late, p95", _ms(p95(late)), "ms", limit)
    yield ResultRow(
        f"drift of {busy}",
        _ms(drift(late)),
        "ms",
        (at_most(100),),
        "a clock that sleeps and counts",
        _ms(naive),
    )
    for what, is_idle in (("busy", False), ("idle", True)):
        if is_idle and pace is Pace.QUICK:
            return
        late, _, _ = measure_lateness("short", is_app=True, is_idle=is_idle)
        yield ResultRow(
            f"words on the screen, {what}: late, median", _ms(statistics.median(late)), "ms"
        )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--routine", default="desk-break-3min", help="the id of a routine")
    parser.add_argument("--short", action="store_true", help="a made-up routine of 20 seconds")
    parser.add_argument("--ten", action="store_true", help="a made-up routine of ten minutes")
    parser.add_argument("--idle", action="store_true", help="without the two busy processes")
    parser.add_argument("--app", action="store_true", help="the app instead of plain lines")
    chosen = parser.parse_args()
    routine = "short" if chosen.short else "ten" if chosen.ten else chosen.routine
    print(f"{routine} ...", flush=True)
    late, _, naive = measure_lateness(routine, is_app=chosen.app, is_idle=chosen.idle)
    print(f"late by, in ms: {lateness_summary(late[:-1])}; the end {_ms(late[-1]):.1f}")
    print(f"drift {_ms(drift(late)):.1f} ms; a clock that sleeps and counts {_ms(naive):.1f} ms")


def measure_lateness(
    routine: str, *, is_app: bool = False, is_idle: bool = False
) -> tuple[list[float], float, float]:
    """By how many seconds each line and the end were late, how long it was, the naive drift."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        home = BenchHome(Path(folder))
        environ = home.environ
        for name, reps in _REPS.items():
            home.add(name, _STEP.format(reps=reps))
        due = segment_starts(routine, environ)
        for _ in range(0 if is_idle else 2):
            stack.enter_context(running_process(_BUSY))
        clock = stack.enter_context(running_process([sys.executable, "-c", _NAIVE_CLOCK]))
        lines = screen_times(routine, len(due), environ) if is_app else line_times(routine, environ)
        came = list(lines)
        clock.kill()
        assert clock.stdout
        naive = [float(line) for line in clock.stdout.read().splitlines(keepends=True)[:-1]]
    return lateness(due, came), due[-1], naive[-1] - naive[0]


def segment_starts(routine: str, environ: Mapping[str, str]) -> list[float]:
    """The second at which each segment begins, and the end."""
    command = footcoach("timeline", routine, "--json").command
    done = subprocess.run(command, env=environ, capture_output=True, check=True)
    timeline = json.loads(done.stdout)
    return [*(segment["start"] for segment in timeline["segments"]), timeline["seconds"]]


def line_times(routine: str, environ: Mapping[str, str]) -> Iterator[float]:
    """The moment at which each segment's line is there, and the last line."""
    with subprocess.Popen(
        footcoach("play", routine, "--plain", "--conditions-met").command,
        env=environ,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
    ) as session:
        assert session.stdout
        for line in session.stdout:
            now = time.monotonic()
            if _SEGMENT.match(line):
                yield now


def screen_times(routine: str, count: int, environ: Mapping[str, str]) -> Iterator[float]:
    """The moment from which the screen tells of each segment, and of the end.

    Raises NeverSeenError.
    """
    command = footcoach("play", routine).command
    with BenchTerminal(command, environ, columns=120, rows=36) as terminal:
        terminal.wait_for("Press space to start.")
        terminal.read_for(1.0, quiet=0.3)
        terminal.render()
        told: tuple[str, ...] = ()
        terminal.press(" ")

        def is_new(screen: TerminalScreen) -> bool:
            return phase_words(screen.lines) not in ((), told)

        for _ in range(count):
            yield terminal.wait_until(
                is_new, 60.0, 1.0, quiet=_SAME_PICTURE, together=_SAME_PICTURE
            )
            told = phase_words(terminal.screen.lines)


def phase_words(lines: list[str]) -> tuple[str, ...]:
    """What the screen tells of the present segment; it changes with each."""
    found: list[str] = []
    rows, columns = _PHASE_AREA
    for y, line in enumerate(lines):
        if state := _STATE.search(line):
            left = state.start()
            found.extend(row[left : left + columns].strip("│ ") for row in lines[y : y + rows])
        found.extend(_COUNTER.findall(line))
    return tuple(found)


def lateness(due: list[float], arrived: list[float]) -> list[float]:
    """By how many seconds each line was later than the one that came earliest."""
    offsets = [came - start for start, came in zip(due, arrived, strict=True)]
    return [offset - min(offsets) for offset in offsets]


def drift(late: list[float]) -> float:
    """By how many seconds the last lines were off from the first, medians of a few."""
    few = min(_DRIFT_LINES, max(1, len(late) // 2))
    return abs(statistics.median(late[-few:]) - statistics.median(late[:few]))


def lateness_summary(late: list[float]) -> str:
    """The figures that matter, in ms."""
    figures = {
        "median": statistics.median(late),
        "p95": p95(late),
        "max": max(late),
    }
    return ", ".join(f"{name} {seconds * 1000:.1f}" for name, seconds in figures.items())


def _ms(seconds: float) -> float:
    return 1000 * seconds


@contextmanager
def running_process(command: list[str]) -> Iterator[subprocess.Popen[str]]:
    """Keep a process running meanwhile; what it says can be read when it is killed."""
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


if __name__ == "__main__":
    main()
