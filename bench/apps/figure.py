"""A figure that loops, and nothing else: `python -m bench.apps.figure naive|ours|still`."""

import sys
import time

from rich.style import Style
from rich.text import Text
from textual.app import ComposeResult
from textual.widgets import Static

from footcoach_tui.app.exercise_view.clips import Animation, FrameCache, Moment
from footcoach_tui.app.widgets.figure_view import FigureView
from footcoach_tui.boundary.paths import bundled_routines_folder
from footcoach_tui.figure.picture import Picture, Tone
from footcoach_tui.library.catalogue import load_catalogue
from footcoach_tui.session.routine import Routine
from footcoach_tui.session.timeline import compile_timeline
from footcoach_tui.terminal import textual_fixes
from footcoach_tui.terminal.app import TerminalApp

EXERCISE = "bear-squat-to-down-dog"
COLUMNS, ROWS = 48, 14
_COLOURS = {Tone.NEAR: "white", Tone.FAR: "grey54", Tone.LIT: "orange1", Tone.FLOOR: "grey42"}


class Loop:
    """All frames of an exercise, drawn before the clock starts: whoever shows them only looks."""

    def __init__(self) -> None:
        """Draw them."""
        catalogue = load_catalogue(bundled_routines_folder())
        timeline = compile_timeline(Routine.of_exercise(catalogue.exercises[EXERCISE]))
        self.takes = Animation(timeline).preview(timeline.segments[0])
        self.reels = FrameCache(catalogue.figures)
        self.reels.prerender(self.takes, COLUMNS, ROWS)

    def text(self, seconds: float) -> Text:
        """The whole picture of a moment, as one would hand it to a Static."""
        shown = Moment.in_loop(self.takes, seconds)
        picture = shown and self.reels.picture(shown, COLUMNS, ROWS)
        if not isinstance(picture, Picture):
            return Text()
        rows = (
            Text.assemble(*((run, Style(color=_COLOURS.get(tone))) for run, tone in row))
            for row in picture.rows
        )
        return Text("\n").join(rows)


class Screen(TerminalApp):
    """The figure drawn the one way or the other; `still` shows it and moves nothing."""

    CSS = f"FigureView, Static {{ width: {COLUMNS}; height: {ROWS}; }}"

    def __init__(self, way: str) -> None:
        """Have the frames ready."""
        super().__init__()
        self._way = way
        self._loop_shown = Loop()

    def compose(self) -> ComposeResult:
        """One widget."""
        yield Static() if self._way == "naive" else FigureView(self._loop_shown.reels)

    def on_mount(self) -> None:
        """Look ten times a second."""
        self._since = time.monotonic()
        self._show()
        if self._way != "still":
            self.set_interval(1.0 / FrameCache.FRAMES_PER_SECOND, self._show)

    def _show(self) -> None:
        seconds = time.monotonic() - self._since
        if self._way == "naive":
            self.query_one(Static).update(self._loop_shown.text(seconds))
            return
        self.query_one(FigureView).show(Moment.in_loop(self._loop_shown.takes, seconds))


def main() -> None:
    """Show it until killed."""
    way = sys.argv[1]
    if way != "naive":
        textual_fixes.apply()
    Screen(way).run()


if __name__ == "__main__":
    main()
