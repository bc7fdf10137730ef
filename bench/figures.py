"""What a moving figure costs: cells that changed, against a Static updated with the whole picture.

`python bench/figures.py` runs both ways in turn in a real pty of 100x30, each as a process of its
own, and prints bytes a second and CPU for both, the medians of their runs and the ratios.
"""

import argparse
import json
import os
import select
import statistics
import sys
import time
from pathlib import Path

import ptyprocess
from rich.style import Style
from rich.text import Text
from textual.app import App, ComposeResult
from textual.widgets import Static

from footcoach_tui.app.filming import Film, moment_of
from footcoach_tui.app.paint.trimming import trim
from footcoach_tui.app.reels import FRAMES_A_SECOND, Reels
from footcoach_tui.app.widgets.figure_view import FigureView
from footcoach_tui.boundary.folders import bundled_routines
from footcoach_tui.figure.picture import Picture
from footcoach_tui.figure.tones import Tone
from footcoach_tui.library.catalogue import load_catalogue
from footcoach_tui.session.rehearsing import rehearsed
from footcoach_tui.session.timeline import compile_timeline

EXERCISE = "bear-squat-to-down-dog"
COLUMNS, ROWS = 48, 14
WARM_UP = 4.0
WAYS = ("naive", "ours", "still")
_COLOURS = {Tone.NEAR: "white", Tone.FAR: "grey54", Tone.LIT: "orange1", Tone.FLOOR: "grey42"}


class Screen(App[None]):
    """A figure that loops, drawn the one way or the other; `still` shows it and moves nothing."""

    CSS = f"FigureView, Static {{ width: {COLUMNS}; height: {ROWS}; }}"

    def __init__(self, way: str) -> None:
        """Draw all frames before the clock starts: both ways only show them."""
        super().__init__()
        self._way = way
        catalogue = load_catalogue(bundled_routines())
        timeline = compile_timeline(rehearsed(catalogue.exercises[EXERCISE]))
        self._takes = Film(timeline).rehearsal(timeline.segments[0])
        self._reels = Reels(catalogue.figures)
        self._reels.draw(self._takes, COLUMNS, ROWS)

    def compose(self) -> ComposeResult:
        """One widget."""
        yield Static() if self._way == "naive" else FigureView(self._reels)

    def on_mount(self) -> None:
        """Look ten times a second."""
        self._since = time.monotonic()
        self._show()
        if self._way != "still":
            self.set_interval(1.0 / FRAMES_A_SECOND, self._show)

    def _show(self) -> None:
        shown = moment_of(self._takes, time.monotonic() - self._since)
        if self._way != "naive":
            self.query_one(FigureView).show(shown)
            return
        picture = shown and self._reels.picture(shown, COLUMNS, ROWS)
        if isinstance(picture, Picture):
            self.query_one(Static).update(_text(picture))


def _text(picture: Picture) -> Text:
    rows = (
        Text.assemble(*((run, Style(color=_COLOURS.get(tone))) for run, tone in row))
        for row in picture.rows
    )
    return Text("\n").join(rows)


def measured(way: str, seconds: float) -> tuple[float, float]:
    """Bytes a second and CPU in percent of one core, once it has started up."""
    command = [sys.executable, __file__, "--child", way]
    environ = os.environ | {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
    child = ptyprocess.PtyProcess.spawn(command, env=environ, dimensions=(30, 100))
    try:
        _read(child.fd, WARM_UP)
        before = _cpu(child.pid)
        count = _read(child.fd, seconds)
        return count / seconds, 100 * (_cpu(child.pid) - before) / seconds
    finally:
        child.terminate(force=True)


def _read(fd: int, seconds: float) -> int:
    """Read for so long; the bytes that came."""
    count, end = 0, time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        if select.select([fd], [], [], left)[0]:
            count += len(os.read(fd, 65536))
    return count


def _cpu(pid: int) -> float:
    """Seconds of CPU a process has used, from /proc (Linux)."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Measure all ways in turn, and print a table or JSON."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--child", choices=WAYS, help=argparse.SUPPRESS)
    arguments.add_argument("--seconds", type=float, default=15.0, help="of each run")
    arguments.add_argument("--runs", type=int, default=3)
    arguments.add_argument("--json", action="store_true")
    chosen = arguments.parse_args()
    if chosen.child:
        if chosen.child != "naive":
            trim()
        Screen(chosen.child).run()
        return
    found: dict[str, list[tuple[float, float]]] = {way: [] for way in WAYS}
    for _ in range(chosen.runs):
        for way in WAYS:
            found[way].append(measured(way, chosen.seconds))
    medians = {
        way: {
            "bytes_per_s": round(statistics.median(run[0] for run in runs)),
            "cpu_percent": round(statistics.median(run[1] for run in runs), 2),
        }
        for way, runs in found.items()
    }
    if chosen.json:
        print(json.dumps(medians, indent=2))
        return
    for way, figures in medians.items():
        print(f"{way:6} {figures['bytes_per_s']:8} bytes/s {figures['cpu_percent']:6} % CPU")
    ours, naive = medians["ours"], medians["naive"]
    print(
        f"ours / naive: bytes {ours['bytes_per_s'] / naive['bytes_per_s']:.2f}, "
        f"CPU {ours['cpu_percent'] / naive['cpu_percent']:.2f}"
    )


if __name__ == "__main__":
    main()
