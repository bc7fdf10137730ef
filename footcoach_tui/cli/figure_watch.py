"""Figure of an exercise file in the shell, drawn anew whenever the file is saved."""

import os
import select
import sys
import termios
import time
import tty
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from footcoach_tui import wiring
from footcoach_tui.app.appearance.choose import AppearanceOptions, ColourDepth
from footcoach_tui.app.exercise_view.clips import FrameCache
from footcoach_tui.authoring.file_changes import WatchedFiles
from footcoach_tui.cli.errors import CliError, ExitCode
from footcoach_tui.cli.figure_board import FigureBoard
from footcoach_tui.cli.plain.signals import StopSignal
from footcoach_tui.figure.cells import PictureFormat
from footcoach_tui.library.check import ExerciseFile

_FRAME_SECONDS = 1.0 / FrameCache.FRAMES_PER_SECOND
_LOOK_SECONDS = 0.3
_ANSWER_SECONDS = 2.0
"""Seconds after which a terminal that does not answer gets the next frame all the same."""
_QUERY, _ANSWER = "\x1b[5n", "\x1b[0n"
_ENTER, _LEAVE = "\x1b[?1049h\x1b[?25l\x1b[2J", "\x1b[?25h\x1b[?1049l"
_CHUNK = 1024


class FrameWriter:
    """Text for the lines that have changed; none before the terminal has shown those before."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._size = (0, 0)
        self._sent: float | None = None

    def keys(self, read: str) -> str:
        """Return the keys in what was read, without the terminal's answers."""
        if _ANSWER in read:
            self._sent = None
        return read.replace(_ANSWER, "")

    def frame(self, size: tuple[int, int], make_lines: Callable[[], list[str]], now: float) -> str:
        """Return what to write for a frame of a terminal of this size; "" for nothing."""
        if self._sent is not None and now - self._sent < _ANSWER_SECONDS:
            return ""
        before, lines = self._lines, make_lines()
        start = ""
        if size != self._size:
            before, start = [], "\x1b[2J"
        changed = [
            f"\x1b[{row + 1};1H{line}\x1b[K"
            for row, line in enumerate(lines)
            if row >= len(before) or before[row] != line
        ]
        if len(lines) < len(before):
            changed.append(f"\x1b[{len(lines) + 1};1H\x1b[J")
        self._lines, self._size = lines, size
        if not (changed or start):
            return ""
        self._sent = now
        return "".join((start, *changed, _QUERY))


def watch_figure(path: Path, read: Callable[[], ExerciseFile]) -> int:
    """Draw the figure of a file until q or a signal. Returns the exit code; raises CliError."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise CliError("--watch needs a terminal; footcoach check --watch does not.")
    appearance, _ = wiring.choose_appearance(AppearanceOptions(), wiring.open_settings()[0])
    is_coloured = appearance.depth is not ColourDepth.NONE

    def make_format(columns: int, rows: int) -> PictureFormat:
        return PictureFormat(columns, rows, appearance.figure, is_coloured)

    files = WatchedFiles(lambda: [path])
    files.changed()
    board, writer = FigureBoard(make_format), FrameWriter()
    board.show(read())
    start = looked = time.monotonic()
    with StopSignal() as stop, _whole_screen():
        while not stop.number:
            typed = writer.keys(_read_keys(stop.fd))
            if "q" in typed:
                break
            for key in typed:
                board.press(key)
            now = time.monotonic()
            if now - looked >= _LOOK_SECONDS:
                looked = now
                if files.changed():
                    board.show(read())
            columns, rows = size = os.get_terminal_size(sys.stdout.fileno())
            text = writer.frame(size, lambda: board.lines(columns, rows, now - start), now)  # noqa: B023 - called at once
            sys.stdout.write(text)
            sys.stdout.flush()
    return 128 + stop.number if stop.number else ExitCode.YES


def _read_keys(wakeup_fd: int) -> str:
    """Wait one frame at most; return what was typed."""
    fd = sys.stdin.fileno()
    if fd not in select.select([fd, wakeup_fd], [], [], _FRAME_SECONDS)[0]:
        return ""
    return os.read(fd, _CHUNK).decode(errors="replace") or "q"  # the terminal is gone


@contextmanager
def _whole_screen() -> Iterator[None]:
    """Take the whole screen, and read keys without echo; restores the terminal at the end."""
    fd = sys.stdin.fileno()
    before = termios.tcgetattr(fd)
    tty.setcbreak(fd)
    sys.stdout.write(_ENTER)
    sys.stdout.flush()
    try:
        yield
    finally:
        with suppress(OSError):  # the terminal is gone
            sys.stdout.write(_LEAVE)
            sys.stdout.flush()
        select.select([fd], [], [], _FRAME_SECONDS)  # for the last answer, which is dropped
        with suppress(termios.error):
            termios.tcsetattr(fd, termios.TCSAFLUSH, before)
