"""Figure of an exercise in the shell: still, or moving until a key is pressed."""

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
from footcoach_tui.app.exercise_view.clips import (
    Animation,
    Clip,
    FrameCache,
    Moment,
)
from footcoach_tui.cli.errors import CliError, ExitCode
from footcoach_tui.cli.plain.signals import StopSignal
from footcoach_tui.figure.cells import Glyphs
from footcoach_tui.figure.model import Figure
from footcoach_tui.figure.picture import Picture, Tone
from footcoach_tui.session.exercise import Exercise
from footcoach_tui.session.routine import Routine
from footcoach_tui.session.timeline import compile_timeline

_ROWS = 16
_MIN_COLUMNS, _MAX_COLUMNS = 20, 60
_COLOURS = {Tone.FAR: "2", Tone.FLOOR: "2", Tone.LIT: "33", Tone.PROP: "36"}
"""SGR numbers of colours that every terminal has."""


def show_figure(exercise: Exercise, figure: Figure | None, *, is_moving: bool) -> int:
    """Show the figure of an exercise. Returns the exit code; raises CliError."""
    if is_moving and not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise CliError("a moving figure needs a terminal; --still draws it anywhere.")
    timeline = compile_timeline(Routine.of_exercise(exercise))
    clips = Animation(timeline).preview(timeline.segments[0])
    if figure is None or not clips:
        raise CliError(f"{exercise.name} has no figure.")
    columns = max(_MIN_COLUMNS, min(_MAX_COLUMNS, shutil.get_terminal_size().columns - 1))
    glyphs = Glyphs.BRAILLE if is_utf8(sys.stdout.encoding or "") else Glyphs.ASCII
    frames = FrameCache({exercise.id: figure}, glyphs)
    frames.prerender(clips, columns, _ROWS)
    if is_moving:
        print(f"{exercise.name} · press any key to stop")
        return _animate(frames, clips, columns)
    for clip in clips:
        picture = frames.picture(Moment(clip, clip.seconds), columns, _ROWS)
        if picture:
            print("\n".join(_lines(picture, in_colour=sys.stdout.isatty())))
    return ExitCode.YES


def _animate(frames: FrameCache, clips: tuple[Clip, ...], columns: int) -> int:
    """Draw the clips in a loop, in place, until a key or a signal."""
    start = time.monotonic()
    with StopSignal() as stop, _single_keys(stop.fd) as is_key_pressed:
        while not is_key_pressed():
            moment = Moment.in_loop(clips, time.monotonic() - start)
            picture = moment and frames.picture(moment, columns, _ROWS)
            if isinstance(picture, Picture):
                lines = _lines(picture, in_colour=True)
                sys.stdout.write("\r\n".join(lines) + f"\r\x1b[{_ROWS - 1}A")
                sys.stdout.flush()
        sys.stdout.write(f"\x1b[{_ROWS}B\r")
    return 128 + stop.number if stop.number else ExitCode.YES


def _lines(picture: Picture, *, in_colour: bool) -> Iterator[str]:
    in_colour = in_colour and not os.environ.get("NO_COLOR")
    for row in picture.rows:
        yield "".join(
            f"\x1b[{_COLOURS[tone]}m{text}\x1b[0m" if in_colour and tone in _COLOURS else text
            for text, tone in row
        )


@contextmanager
def _single_keys(wakeup_fd: int) -> Iterator[Callable[[], bool]]:
    """Read single keys without echo; restores the terminal at the end.

    The function it yields waits one frame, and returns whether a key was pressed or `wakeup_fd` is
    readable.
    """
    fd = sys.stdin.fileno()
    before = termios.tcgetattr(fd)
    tty.setcbreak(fd)
    sys.stdout.write("\x1b[?25l")
    try:
        yield lambda: bool(
            select.select([fd, wakeup_fd], [], [], 1.0 / FrameCache.FRAMES_PER_SECOND)[0]
        )
    finally:
        sys.stdout.write("\x1b[?25h\n")
        sys.stdout.flush()
        termios.tcsetattr(fd, termios.TCSAFLUSH, before)
