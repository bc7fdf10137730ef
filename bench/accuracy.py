"""Lateness of a session's lines while the machine is busy; 50 ms are promised.

    python -m bench.accuracy            the desk break, 3 minutes, beside two busy processes
    python -m bench.accuracy --short    a made-up routine of 20 seconds
    python -m bench.accuracy --ten      a made-up routine of ten minutes
    python -m bench.accuracy --idle     without the busy processes
    python -m bench.accuracy --app      in the app, with moving figures, in a terminal of 120x36

A session runs in plain mode, and the arrival of each segment's line on a pipe is compared with
the timeline; in the app, the moment at which the screen shows the segment. The exact start is
unknown, so the earliest line counts as on time. The figures include the pipe and the time that this
reader waits for a processor. The drift is the difference between the last lines and the first;
for comparison a naive clock, which sleeps and counts, runs at the same time.
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
_STATE = re.compile(r"[▷▶■○⇄▲◆] [A-Z]{2,}")
_COUNTER = re.compile(r"(?:rep|set) +\d+ of \d+|How hard")
_SAME_PICTURE = 0.02
"""Seconds between two pieces of output that belong to one picture."""
_SETTLE = 0.3
"""Seconds from the first words of a segment on in which the rest of them come: on a busy machine
they are written in several pieces. No segment is shorter."""
_DRIFT_LINES = 5
"""Lines at either end whose medians give the drift: one line alone may be late by chance."""
_PHASE_AREA = (2, 44)
"""Rows from the band down, and columns, that show the phase and the cue."""
_NAIVE_CLOCK = """
import time
start, count = time.monotonic(), 0
while True:
    time.sleep(0.1)
    count += 1
    print(time.monotonic() - start - count / 10, flush=True)
"""
_STEP = """\
exercise = "toe-spread"
prep = 2
reps = {reps}
tempo = [1, 4, 1]
"""
_WORDS_LIMIT = (at_most(100),)
"""Painting and the reader's own emulation are part of it."""
_REPS = {"short": 3, "minute": 10, "ten": 100}
_ROUTINES = {Pace.QUICK: "short", Pace.USUAL: "minute", Pace.LONG: "ten"}


def rows(pace: Pace) -> Iterator[ResultRow]:
    """Lateness of plain lines and of the app's words, and the drift."""
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
    for load, is_idle in (("busy", False), ("idle", True)):
        if is_idle and pace is Pace.QUICK:
            return
        late, _, _ = measure_lateness("short", is_app=True, is_idle=is_idle)
        label = f"words on the screen, {load}: late, median"
        yield ResultRow(label, _ms(statistics.median(late)), "ms", _WORDS_LIMIT)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--routine", default="desk-break-3min", help="the id of a routine")
    parser.add_argument("--short", action="store_true", help="a made-up routine of 20 seconds")
    parser.add_argument("--ten", action="store_true", help="a made-up routine of ten minutes")
    parser.add_argument("--idle", action="store_true", help="without the two busy processes")
    parser.add_argument("--app", action="store_true", help="the app instead of plain lines")
    options = parser.parse_args()
    routine = "short" if options.short else "ten" if options.ten else options.routine
    print(f"{routine} ...", flush=True)
    late, _, naive = measure_lateness(routine, is_app=options.app, is_idle=options.idle)
    print(f"late by, in ms: {lateness_summary(late[:-1])}; the end {_ms(late[-1]):.1f}")
    print(f"drift {_ms(drift(late)):.1f} ms; a clock that sleeps and counts {_ms(naive):.1f} ms")


def measure_lateness(
    routine: str, *, is_app: bool = False, is_idle: bool = False
) -> tuple[list[float], float, float]:
    """Seconds by which each line and the end came late, the session's length, the naive drift."""
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
        arrivals = list(lines)
        clock.kill()
        assert clock.stdout
        naive = [float(line) for line in clock.stdout.read().splitlines(keepends=True)[:-1]]
    return lateness(due, arrivals), due[-1], naive[-1] - naive[0]


def segment_starts(routine: str, environ: Mapping[str, str]) -> list[float]:
    """Seconds from the start to each segment and to the end, by the timeline."""
    command = footcoach("timeline", routine, "--json").command
    result = subprocess.run(command, env=environ, capture_output=True, check=True)
    timeline = json.loads(result.stdout)
    return [*(segment["start"] for segment in timeline["segments"]), timeline["seconds"]]


def line_times(routine: str, environ: Mapping[str, str]) -> Iterator[float]:
    """The moments at which each segment's line and the last line arrive."""
    with subprocess.Popen(
        footcoach("play", routine, "--plain", "--ready", "--conditions-met").command,
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
    """The moments at which the screen shows each segment and the end. Raises NotShownError."""
    command = footcoach("play", routine, "--no-checkin").command
    with BenchTerminal(command, environ, columns=120, rows=36) as terminal:
        terminal.wait_for("Press space to start.")
        terminal.read_for(1.0, quiet=0.3)
        terminal.render()
        yield from segment_times(terminal, count)


def segment_times(terminal: BenchTerminal, count: int) -> Iterator[float]:
    """The moments at which the words of each segment come, from the start of a session on.

    What comes within `_SETTLE` seconds of the first words of a segment belongs to them.
    """
    last_words = phase_words(terminal.screen.lines)
    terminal.press(" ")

    def is_new(screen: TerminalScreen) -> bool:
        return phase_words(screen.lines) not in ((), last_words)

    for _ in range(count):
        yield terminal.wait_until(is_new, 60.0, 1.0, quiet=_SAME_PICTURE, together=_SAME_PICTURE)
        terminal.read_for(_SETTLE)
        terminal.render()
        last_words = phase_words(terminal.screen.lines)


def phase_words(lines: list[str]) -> tuple[str, ...]:
    """The words on the screen about the current segment; no two segments in a row share them."""
    words: list[str] = []
    rows, columns = _PHASE_AREA
    for y, line in enumerate(lines):
        if state := _STATE.search(line):
            left = state.start()
            words.extend(row[left : left + columns].strip("│ ") for row in lines[y : y + rows])
        words.extend(_COUNTER.findall(line))
    return tuple(words)


def lateness(due: list[float], arrivals: list[float]) -> list[float]:
    """Seconds by which each line came later than the earliest one."""
    offsets = [arrival - start for start, arrival in zip(due, arrivals, strict=True)]
    return [offset - min(offsets) for offset in offsets]


def drift(late: list[float]) -> float:
    """Seconds between the lateness of the last lines and of the first, as medians."""
    count = min(_DRIFT_LINES, max(1, len(late) // 2))
    return abs(statistics.median(late[-count:]) - statistics.median(late[:count]))


def lateness_summary(late: list[float]) -> str:
    """Median, p95 and maximum in ms."""
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
    """Run a process during a `with` block; its output can be read afterwards."""
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


if __name__ == "__main__":
    main()
