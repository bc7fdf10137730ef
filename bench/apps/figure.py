"""An app with one looping figure: `python -m bench.apps.figure naive|ours|still`."""

import sys
import time

from rich.style import Style
from rich.text import Text
from textual.app import ComposeResult
from textual.widgets import Static

from footcoach_tui.app.appearance.choose import Appearance
from footcoach_tui.app.appearance.themed_app import ThemedApp
from footcoach_tui.app.exercise_view.clips import Animation, FrameCache, Moment
from footcoach_tui.app.widgets.figure_view import FigureView
from footcoach_tui.boundary.paths import bundled_routines_folder
from footcoach_tui.figure.cells import PictureFormat
from footcoach_tui.figure.glyphs import Glyphs
from footcoach_tui.figure.picture import Picture, Tone
from footcoach_tui.library.catalogue import load_catalogue
from footcoach_tui.session.routine import Routine
from footcoach_tui.session.timeline import compile_timeline
from footcoach_tui.terminal import textual_fixes

EXERCISE = "bear-squat-to-down-dog"
COLUMNS, ROWS = 100, 30
FORMAT = PictureFormat(COLUMNS, ROWS, Glyphs.OCTANTS)
_COLOURS = {Tone.NEAR: "white", Tone.FAR: "grey54", Tone.LIT: "orange1", Tone.FLOOR: "grey42"}


class Loop:
    """All frames of an exercise, drawn beforehand, so that drawing is not measured."""

    def __init__(self, picture_format: PictureFormat = FORMAT) -> None:
        catalogue = load_catalogue(bundled_routines_folder())
        timeline = compile_timeline(Routine.of_exercise(catalogue.exercises[EXERCISE]))
        self.clips = Animation(timeline).preview(timeline.segments[0])
        self.frames = FrameCache(catalogue.figures)
        self._format = picture_format
        self.frames.prerender(self.clips, picture_format)

    def text(self, seconds: float) -> Text:
        """The whole picture `seconds` into the loop, for a Static."""
        moment = Moment.in_loop(self.clips, seconds)
        picture = moment and self.frames.picture(moment, self._format)
        if not isinstance(picture, Picture):
            return Text()
        rows = (
            Text.assemble(*((text, Style(color=_COLOURS.get(ink.tone))) for text, ink in row))
            for row in picture.rows
        )
        return Text("\n").join(rows)


class Screen(ThemedApp):
    """The figure in a Static (`naive`), in a FigureView (`ours`), or there unmoved (`still`)."""

    CSS = f"FigureView, Static {{ width: {COLUMNS}; height: {ROWS}; }}"

    def __init__(self, way: str) -> None:
        super().__init__(Appearance(figure=FORMAT.glyphs))
        self._way = way
        self._figure_loop = Loop()

    def compose(self) -> ComposeResult:
        yield Static() if self._way == "naive" else FigureView(self._figure_loop.frames)

    def on_mount(self) -> None:
        self._start = time.monotonic()
        self._show()
        if self._way != "still":
            self.set_interval(1.0 / FrameCache.FRAMES_PER_SECOND, self._show)

    def _show(self) -> None:
        seconds = time.monotonic() - self._start
        if self._way == "naive":
            self.query_one(Static).update(self._figure_loop.text(seconds))
            return
        self.query_one(FigureView).show(Moment.in_loop(self._figure_loop.clips, seconds))


def main() -> None:
    way = sys.argv[1]
    if way != "naive":
        textual_fixes.apply()
    Screen(way).run()


if __name__ == "__main__":
    main()
