"""Figure of an exercise in the shell: still, or moving until a key is pressed."""

import select
import shutil
import sys
import termios
import time
import tty
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby
from operator import itemgetter

from footcoach_tui import wiring
from footcoach_tui.app.appearance.choose import AppearanceOptions, ColourDepth
from footcoach_tui.app.exercise_view.clips import (
    Animation,
    Clip,
    FrameCache,
    Moment,
)
from footcoach_tui.cli.errors import CliError, ExitCode
from footcoach_tui.cli.plain.signals import StopSignal
from footcoach_tui.figure.cells import PictureFormat
from footcoach_tui.figure.model import Figure
from footcoach_tui.figure.picture import PLAIN_INKS, Ink, Picture, Tone
from footcoach_tui.session.exercise import Exercise
from footcoach_tui.session.routine import Routine
from footcoach_tui.session.timeline import compile_timeline

_ROWS = 16
_MIN_COLUMNS, _MAX_COLUMNS = 20, 60
_COLOURS = {Tone.FAR: 90, Tone.FLOOR: 90, Tone.SEAM: 90, Tone.NEAR: 39, Tone.LIT: 33, Tone.PROP: 36}
"""SGR numbers of colours that every terminal has; ten more are those of a ground."""
_WHITE = 37
"""The ground in place of the terminal's own colour of text."""
_BLANK = PLAIN_INKS[Tone.BLANK]


def show_figure(exercise: Exercise, figure: Figure | None, *, is_moving: bool) -> int:
    """Show the figure of an exercise. Returns the exit code; raises CliError."""
    if is_moving and not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise CliError("a moving figure needs a terminal; --still draws it anywhere.")
    timeline = compile_timeline(Routine.of_exercise(exercise))
    animation = Animation(timeline)
    clips = animation.preview(timeline.segments[0])
    if figure is None or not clips:
        raise CliError(f"{exercise.name} has no figure.")
    columns = max(_MIN_COLUMNS, min(_MAX_COLUMNS, shutil.get_terminal_size().columns - 1))
    appearance, _ = wiring.choose_appearance(AppearanceOptions(), wiring.open_settings()[0])
    is_coloured = sys.stdout.isatty() and appearance.depth is not ColourDepth.NONE
    form = PictureFormat(columns, _ROWS, appearance.figure, is_coloured)
    frames = FrameCache({exercise.id: figure})
    frames.prerender(clips, form)
    if is_moving:
        print(f"{exercise.name} · press any key to stop")
        return _animate(frames, clips, form)
    stills = [
        (phase, tuple(picture_lines(picture, is_coloured=is_coloured)))
        for phase, clip in animation.poses(timeline.segments[0])
        if (picture := frames.picture(Moment(clip, clip.seconds), form))
    ]
    print("\n\n".join(_named_pictures(stills)))
    return ExitCode.YES


def _named_pictures(stills: Iterable[tuple[str, tuple[str, ...]]]) -> Iterator[str]:
    """Yield the pictures below the names of their phases; equal ones in a row are one."""
    for lines, group in groupby(stills, key=itemgetter(1)):
        names = dict.fromkeys(phase for phase, _ in group if phase)
        name = ", ".join(names)
        yield "\n".join((name[0].upper() + name[1:], *lines) if name else lines)


def _animate(frames: FrameCache, clips: tuple[Clip, ...], form: PictureFormat) -> int:
    """Draw the clips in a loop, in place, until a key or a signal."""
    start = time.monotonic()
    with StopSignal() as stop, _single_keys(stop.fd) as is_key_pressed:
        while not is_key_pressed():
            moment = Moment.in_loop(clips, time.monotonic() - start)
            picture = moment and frames.picture(moment, form)
            if isinstance(picture, Picture):
                lines = picture_lines(picture, is_coloured=form.is_coloured)
                sys.stdout.write("\r\n".join(lines) + f"\r\x1b[{_ROWS - 1}A")
                sys.stdout.flush()
        sys.stdout.write(f"\x1b[{_ROWS}B\r")
    return 128 + stop.number if stop.number else ExitCode.YES


def picture_lines(picture: Picture, *, is_coloured: bool) -> Iterator[str]:
    """Yield the rows of a picture, with their colours as ANSI sequences."""
    for row in picture.rows:
        yield "".join(
            f"\x1b[{_sgr(ink)}m{text}\x1b[0m" if is_coloured and ink != _BLANK else text
            for text, ink in row
        )


def _sgr(ink: Ink) -> str:
    if ink.ground is Tone.BLANK:
        return str(_COLOURS[ink.tone])
    ground = _WHITE if ink.ground is Tone.NEAR else _COLOURS[ink.ground]
    return f"{_COLOURS[ink.tone]};{ground + 10}"


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
