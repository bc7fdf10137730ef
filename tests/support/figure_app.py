"""A looping figure, to be run on a real terminal: `figure_app.py FOLDER SETTING`.

A file in the folder that is named by a command makes the app follow it. Then it is removed, and a
report written: the bytes sent, and the seconds of CPU.
"""

import sys
import time
from pathlib import Path

from textual.app import ComposeResult
from textual.screen import Screen

from footcoach_tui.app.appearance.choose import Appearance
from footcoach_tui.app.appearance.figure_glyphs import PIXELS
from footcoach_tui.app.appearance.themed_app import ThemedApp
from footcoach_tui.app.exercise_view.clips import Animation, FrameCache, Moment
from footcoach_tui.app.widgets.figure_view import FigureView
from footcoach_tui.boundary.paths import bundled_routines_folder
from footcoach_tui.library.catalogue import load_catalogue
from footcoach_tui.session.routine import Routine
from footcoach_tui.session.timeline import compile_timeline
from footcoach_tui.terminal import textual_fixes

EXERCISE = "heel-raise-double"
COLUMNS, ROWS = 38, 17
BACKGROUND, BODY, LIT = "#101418", "#e0dcd4", "#ff9030"


class FigureApp(ThemedApp):
    """Figure of the width and height that it has in a session."""

    CSS = f"""
    Screen, FigureView {{ background: {BACKGROUND}; }}
    FigureView {{ width: {COLUMNS}; height: {ROWS}; }}
    .figure--near, .figure--far {{ color: {BODY}; }}
    .figure--lit {{ color: {LIT}; }}
    .figure--floor, .figure--seam, .figure--prop {{ color: #405060; }}
    """

    def __init__(self, folder: Path, setting: str) -> None:
        self._folder = folder
        self._written = 0
        super().__init__(Appearance(is_figure_open=True, has_pixels_wish=setting == PIXELS))
        catalogue = load_catalogue(bundled_routines_folder())
        timeline = compile_timeline(Routine.of_exercise(catalogue.exercises[EXERCISE]))
        self._clips = Animation(timeline).preview(timeline.segments[0])
        self._frame_cache = FrameCache(catalogue.figures)

    def compose(self) -> ComposeResult:
        yield FigureView(self._frame_cache)

    def on_mount(self) -> None:
        figure = self.query_one(FigureView)
        figure.prepare(self._clips)
        start = time.monotonic()
        self._motion = self.set_interval(
            1.0 / FrameCache.FRAMES_PER_SECOND,
            lambda: figure.show(Moment.in_loop(self._clips, time.monotonic() - start)),
        )
        self.set_interval(0.1, self._obey)
        self._count_bytes()

    def _count_bytes(self) -> None:
        put = self._driver._put  # type: ignore[union-attr] # ours

        def counted(data: str) -> None:
            self._written += len(data.encode())
            put(data)

        self._driver._put = self._driver.draw_gate._send = counted  # type: ignore[union-attr]

    def _obey(self) -> None:
        for command in ("cover", "uncover", "count", "end"):
            file = self._folder / command
            if file.exists():
                file.unlink()
                if command == "cover":
                    self._motion.pause()  # as in a session that is paused: nothing shows it again
                    self.push_screen(Screen())
                elif command == "uncover":
                    self.pop_screen()
                elif command == "end":
                    self.exit()
                report = self._folder / "unfinished"
                report.write_text(f"{self._written} {time.process_time():.3f}")
                report.rename(self._folder / "report")
        if any(figure._is_in_pixels for figure in self.query(FigureView)):
            (self._folder / "pixels").touch()


if __name__ == "__main__":
    textual_fixes.apply()
    FigureApp(Path(sys.argv[1]), sys.argv[2]).run()
