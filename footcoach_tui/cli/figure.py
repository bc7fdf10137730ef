"""An exercise's figure in the shell: standing still, or moving until a key is pressed."""

import os
import select
import shutil
import sys
import termios
import time
import tty
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from footcoach_tui.app.appearance.choose import is_utf8
from footcoach_tui.app.exercise_view.clips import Animation, Clip, FrameCache, Moment
from footcoach_tui.cli.errors import CliError, ExitCode
from footcoach_tui.cli.plain.signals import StopSignal
from footcoach_tui.figure.cells import Glyphs
from footcoach_tui.figure.model import Figure
from footcoach_tui.figure.picture import Picture, Tone
from footcoach_tui.session.exercise import Exercise
from footcoach_tui.session.routine import routine_of_exercise
from footcoach_tui.session.timeline import compile_timeline

_ROWS = 16
_MIN_COLUMNS, _MAX_COLUMNS = 20, 60
"""Columns. A terminal that says it has none has forgotten how many."""
_COLOURS = {Tone.FAR: "2", Tone.FLOOR: "2", Tone.LIT: "33", Tone.PROP: "36"}
"""SGR numbers of the colours that every terminal has."""


def print_figure(exercise: Exercise, figure: Figure | None) -> int:
    """Print the end of each phase, one below the other. Returns the exit code."""
    reels, takes, columns = _ready(exercise, figure)
    for take in takes:
        picture = reels.picture(Moment(take, take.seconds), columns, _ROWS)
        if picture:
            print("\n".join(_lines(picture, coloured=sys.stdout.isatty())))
    return ExitCode.YES


def animate_figure(exercise: Exercise, figure: Figure | None) -> int:
    """Show one round again and again, in place, until a key or a signal. Returns the exit code."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise CliError("a moving figure needs a terminal; --still draws it anywhere.")
    reels, takes, columns = _ready(exercise, figure)
    began = time.monotonic()
    print(f"{exercise.name} · any key ends it")
    with StopSignal() as stopping, _one_key(stopping.fd) as pressed:
        while not pressed():
            shown = Moment.in_loop(takes, time.monotonic() - began)
            picture = shown and reels.picture(shown, columns, _ROWS)
            if isinstance(picture, Picture):
                lines = _lines(picture, coloured=True)
                sys.stdout.write("\r\n".join(lines) + f"\r\x1b[{_ROWS - 1}A")
                sys.stdout.flush()
        sys.stdout.write(f"\x1b[{_ROWS}B\r")
    return 128 + stopping.number if stopping.number else ExitCode.YES


def _ready(exercise: Exercise, figure: Figure | None) -> tuple[FrameCache, tuple[Clip, ...], int]:
    """The frames of one round, all drawn, and how wide they are."""
    timeline = compile_timeline(routine_of_exercise(exercise))
    takes = Animation(timeline).preview(timeline.segments[0])
    if figure is None or not takes:
        raise CliError(f"{exercise.name} has no figure.")
    columns = max(_MIN_COLUMNS, min(_MAX_COLUMNS, shutil.get_terminal_size().columns - 1))
    reels = FrameCache({exercise.id: figure}, Glyphs.ASCII if _is_poor() else Glyphs.BRAILLE)
    reels.prerender(takes, columns, _ROWS)
    return reels, takes, columns


def _is_poor() -> bool:
    """Whether only ASCII can be written; on a terminal that was looked at when we began."""
    return not is_utf8(sys.stdout.encoding or "")


def _lines(picture: Picture, *, coloured: bool) -> Iterator[str]:
    coloured = coloured and not os.environ.get("NO_COLOR")
    for row in picture.rows:
        yield "".join(
            f"\x1b[{_COLOURS[tone]}m{text}\x1b[0m" if coloured and tone in _COLOURS else text
            for text, tone in row
        )


@contextmanager
def _one_key(waker: int) -> Iterator[Callable[[], bool]]:
    """Keys without enter and without an echo, and the terminal as it was afterwards.

    What it gives tells, after one frame's time at most, whether a key was pressed or `waker`
    can be read.
    """
    fd = sys.stdin.fileno()
    before = termios.tcgetattr(fd)
    tty.setcbreak(fd)
    sys.stdout.write("\x1b[?25l")
    try:
        yield lambda: bool(
            select.select([fd, waker], [], [], 1.0 / FrameCache.FRAMES_PER_SECOND)[0]
        )
    finally:
        sys.stdout.write("\x1b[?25h\n")
        sys.stdout.flush()
        termios.tcsetattr(fd, termios.TCSAFLUSH, before)
