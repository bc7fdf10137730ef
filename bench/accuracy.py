"""How late a session's lines come while the machine is busy: the promise is 50 ms.

    python bench/accuracy.py            the desk break, 3 minutes, beside two busy processes
    python bench/accuracy.py --short    a made-up routine of 20 seconds
    python bench/accuracy.py --idle     nothing else runs
    python bench/accuracy.py --app      in the app, with moving figures, on a terminal of 120x36

A session is led in plain lines, and the arrival of each segment's line on a pipe is compared with
the timeline; in the app, the moment from which the screen tells of the segment. Nobody else knows
when it began, so the one that came earliest counts as in time. What is measured includes the pipe
and this reader's own waiting for a processor.
"""

import argparse
import json
import os
import re
import select
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import ptyprocess
import pyte

FOOTCOACH = [sys.executable, "-m", "footcoach_tui"]
BUSY = [sys.executable, "-c", "while True: pass"]
SEGMENT = re.compile(r"\d+:\d\d (Get ready|Work|Hold|Rest|Change side|Waiting for you|Finished)\b")
STATE = re.compile(r"GET READY|WORK|HOLD|REST|CHANGE SIDE|WAITING FOR YOU")
COUNTER = re.compile(r"(?:rep|set) +\d+ of \d+|How hard was it")
TOGETHER = 0.02
"""Seconds: what comes that soon after each other is one picture."""
WORDS = (4, 44)
"""Rows below the state, and columns, in which the phase, the side and the cue stand."""
SHORT = """\
id = "short"
title = "Short"
summary = "For measuring."
context = ["desk"]
level = 1
frequency = "never"
effort = [1, 3]
source_status = "footcoach"
[[steps]]
exercise = "toe-spread"
prep = 2
reps = 3
tempo = [1, 4, 1]
"""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--routine", default="desk-break-3min", help="the id of a routine")
    parser.add_argument("--short", action="store_true", help="a made-up routine of 20 seconds")
    parser.add_argument("--idle", action="store_true", help="without the two busy processes")
    parser.add_argument("--app", action="store_true", help="the app instead of plain lines")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, ExitStack() as busy:
        os.environ["FOOTCOACH_DATA_DIR"] = folder
        own = Path(folder, "routines")
        own.mkdir()
        (own / "short.toml").write_text(SHORT, encoding="utf-8")
        routine = "short" if chosen.short else chosen.routine
        due = starts(routine)
        for _ in range(0 if chosen.idle else 2):
            busy.enter_context(running(BUSY))
        print(f"{routine}: {due[-1]:g} s, {len(due)} lines ...", flush=True)
        came = on_screen(routine, len(due)) if chosen.app else arrivals(routine)
        late = lateness(due, list(came))
    print(f"late by, in ms: {told(late[:-1])}; the end {late[-1] * 1000:.1f}")


def starts(routine: str) -> list[float]:
    """The second at which each segment begins, and the end."""
    done = subprocess.run(
        [*FOOTCOACH, "timeline", routine, "--json"], capture_output=True, check=True
    )
    timeline = json.loads(done.stdout)
    return [*(segment["start"] for segment in timeline["segments"]), timeline["seconds"]]


def arrivals(routine: str) -> Iterator[float]:
    """The moment at which each segment's line is there, and the last line."""
    with subprocess.Popen(
        [*FOOTCOACH, "play", routine, "--plain", "--conditions-met"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
    ) as session:
        assert session.stdout
        for line in session.stdout:
            now = time.monotonic()
            if SEGMENT.match(line):
                yield now


def on_screen(routine: str, count: int) -> Iterator[float]:
    """The moment from which the screen tells of each segment, and of the end."""
    environ = os.environ | {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
    command = [*FOOTCOACH, "play", routine]
    child = ptyprocess.PtyProcess.spawn(command, env=environ, dimensions=(36, 120))
    screen = pyte.Screen(120, 36)
    stream = pyte.ByteStream(screen)
    told: tuple[str, ...] = ()
    try:
        while count:
            stream.feed(child.read(65536))
            now = time.monotonic()
            while select.select([child.fd], [], [], TOGETHER)[0]:
                stream.feed(child.read(65536))
            seen = words(screen.display)
            if "Press space to start." in "".join(screen.display) and not told:
                told = ("ready",)
                child.write(b" ")
            if seen and seen != told:
                told = seen
                count -= 1
                yield now
    finally:
        child.terminate(force=True)


def words(lines: list[str]) -> tuple[str, ...]:
    """What the screen tells of the present segment; it changes with each."""
    found: list[str] = []
    rows, columns = WORDS
    for y, line in enumerate(lines):
        if state := STATE.search(line):
            left = state.start()
            found.extend(row[left : left + columns].strip("│ ") for row in lines[y : y + rows])
        found.extend(COUNTER.findall(line))
    return tuple(found)


def lateness(due: list[float], arrived: list[float]) -> list[float]:
    """By how many seconds each line was later than the one that came earliest."""
    offsets = [came - start for start, came in zip(due, arrived, strict=True)]
    return [offset - min(offsets) for offset in offsets]


def told(late: list[float]) -> str:
    """The figures that matter, in ms."""
    figures = {
        "median": statistics.median(late),
        "p95": statistics.quantiles(late, n=20, method="inclusive")[-1],
        "max": max(late),
    }
    return ", ".join(f"{name} {seconds * 1000:.1f}" for name, seconds in figures.items())


@contextmanager
def running(command: list[str]) -> Iterator[None]:
    """Keep a process running meanwhile."""
    with subprocess.Popen(command) as process:
        try:
            yield
        finally:
            process.kill()


if __name__ == "__main__":
    main()
