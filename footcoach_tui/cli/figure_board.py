"""Board of an exercise that is being written: its figure, and the problems of its file."""

import textwrap
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import zip_longest

from footcoach_tui.app.exercise_view.clips import Animation, Clip, FrameCache, Moment
from footcoach_tui.cli.figure import picture_lines
from footcoach_tui.figure.cells import PictureFormat
from footcoach_tui.figure.model import Figure
from footcoach_tui.figure.picture import Picture
from footcoach_tui.figure.render import render_pose
from footcoach_tui.library.check import ExerciseFile
from footcoach_tui.session.routine import Routine
from footcoach_tui.session.timeline import compile_timeline

KEYS = "n b key poses · m move · s other side · q end"
_MAX_COLUMNS, _MIN_COLUMNS = 60, 10
_MIN_ROWS = 4
_TEXT_COLUMNS = 30
"""Least columns of the problems beside the figure; with fewer they are below it."""
_PROBLEM_ROWS = 6
"""Most rows of the problems below the figure."""


class FigureBoard:
    """Latest sound figure of a file as lines: it moves, or one of its key poses is shown."""

    def __init__(self, make_format: Callable[[int, int], PictureFormat]) -> None:
        """`make_format` returns the format of a picture of so many columns and rows."""
        self._make_format = make_format
        self._file = ExerciseFile()
        self._figure: Figure | None = None
        self._name = ""
        self._clips: tuple[Clip, ...] = ()
        self._pose: int | None = None
        self._is_other_side = False

    def show(self, file: ExerciseFile) -> None:
        """Show a file that was read; one with problems, or no figure, leaves the figure."""
        self._file = file
        if file.exercise is None or file.figure is None:
            return
        timeline = compile_timeline(Routine.of_exercise(file.exercise))
        self._clips = Animation(timeline).preview(timeline.segments[0])
        self._figure, self._name = file.figure, file.exercise.name
        if self._pose is not None:
            self._pose = min(self._pose, len(file.figure.poses) - 1)

    def press(self, key: str) -> None:
        """Do what a key says; others do nothing."""
        count = len(self._figure.poses) if self._figure else 0
        if key == "m":
            self._pose = None
        elif key == "s":
            self._is_other_side = not self._is_other_side
        elif key in ("n", "b") and count:
            step = 1 if key == "n" else -1
            first = 0 if key == "n" else count - 1
            self._pose = first if self._pose is None else (self._pose + step) % count

    def lines(self, columns: int, rows: int, seconds: float) -> list[str]:
        """Return the lines for a terminal of this size, `seconds` after the start."""
        has_room = columns >= _MAX_COLUMNS + _TEXT_COLUMNS
        room = columns - _MAX_COLUMNS - 2 if has_room else columns
        notes = [line for note in self._notes() for line in _wrapped(note, room)]
        below = 0 if has_room else min(len(notes), _PROBLEM_ROWS)
        height = rows - 2 - below
        width = min(columns, _MAX_COLUMNS)
        picture = self._picture(width, height, seconds)
        if has_room:
            pairs = zip_longest(picture, notes[: max(height, 0)], fillvalue="")
            body = [f"{left or ' ' * width}  {right}".rstrip() for left, right in pairs]
        else:
            body = [*picture, *notes[:below]]
        return [self._head()[:columns], *body, KEYS[:columns]][:rows]

    def _head(self) -> str:
        side = " · other side" if self._is_other_side else ""
        if self._figure is None:
            return "no figure yet"
        if self._pose is None:
            return f"{self._name} · moving{side}"
        pose = self._figure.poses[self._pose].name
        return f"{self._name} · pose {self._pose + 1} of {len(self._figure.poses)}: {pose}{side}"

    def _notes(self) -> Iterator[str]:
        yield from self._file.problems
        if self._file.problems and self._figure:
            yield "The figure is the last one without problems."
        elif not self._file.problems and self._file.figure is None:
            yield "This file has no [figure] to draw."

    def _picture(self, columns: int, rows: int, seconds: float) -> list[str]:
        if self._figure is None or columns < _MIN_COLUMNS or rows < _MIN_ROWS:
            return []
        form = self._make_format(columns, rows)
        picture = self._drawn(self._figure, form, seconds)
        return [*picture_lines(picture, is_coloured=form.is_coloured)] if picture else []

    def _drawn(self, figure: Figure, form: PictureFormat, seconds: float) -> Picture | None:
        if self._pose is not None:
            name = figure.poses[self._pose].name
            return render_pose(figure, name, frozenset(), form, mirrored=self._is_other_side)
        moment = Moment.in_loop(self._clips, seconds)
        if moment is None:
            return None
        clip = replace(moment.clip, is_mirrored=moment.clip.is_mirrored is not self._is_other_side)
        return FrameCache({clip.exercise_id: figure}).render(Moment(clip, moment.seconds), form)


def _wrapped(text: str, columns: int) -> list[str]:
    return textwrap.wrap(text, max(columns, _MIN_COLUMNS), subsequent_indent="  ")
