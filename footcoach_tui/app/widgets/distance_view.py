"""A session to be read from two metres: few words, large digits, one background."""

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.timer import Timer

from footcoach_tui.app.appearance.glyphs import SIDE_GLYPHS, STATE_GLYPHS
from footcoach_tui.app.exercise_view.big_text import big_text, fitting_scale, rows_at_scale
from footcoach_tui.app.exercise_view.clips import Animation, FrameCache
from footcoach_tui.app.exercise_view.layout import LayoutPreference
from footcoach_tui.app.exercise_view.state_text import count_text, far_hint, far_lines, far_title
from footcoach_tui.app.widgets.exercise_view import ExerciseView
from footcoach_tui.app.widgets.label import TextLabel
from footcoach_tui.app.widgets.mixins import QuietFocus, ResizeAware, StateStyled
from footcoach_tui.app.widgets.phase_bar import PhaseBar
from footcoach_tui.app.widgets.priority_label import PriorityLabel
from footcoach_tui.session.view import SessionState, SessionView
from footcoach_tui.text.durations import format_countdown, format_minutes
from footcoach_tui.text.labels import next_label

_MIN_ROWS = {
    "distance-title": 4,
    "distance-next": 6,
    "distance-line": 8,
    "distance-name": 11,
    "distance-bar": 14,
    "distance-keys": 20,
}
"""Least rows of the screen for each line; the count is always shown."""

_MARGIN = 2
"""Empty columns at either side of the text."""
_TITLE_SHARE, _MIN_ROWS_FOR_TITLE = 6, 18
"""The title takes one row in so many; on a screen of fewer rows it is plain text."""
_LINE_SHARE, _MIN_ROWS_FOR_LINE = 8, 24
"""Share and least rows for the line of side and rep, in large letters."""
_MIN_ROWS_FOR_SPACING = 30
_PREFERENCE = LayoutPreference(
    width_share=0.45, max_height_share=0.5, wanted_digit_rows=8, min_digit_rows=8
)


class DistanceView(StateStyled, QuietFocus, ResizeAware, Vertical, can_focus=True):
    """Session in large text, with the background of its state."""

    MIN_TONE_SECONDS = 0.5
    """Least time between two background colours: two changes are one flash, and WCAG 2.3.1 allows
    three flashes a second."""

    def __init__(self, frame_cache: FrameCache, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._frame_cache = frame_cache
        self._step = -1
        self._shown: tuple[SessionView, Animation] | None = None
        self._words = ""
        self._tone = SessionState.READY
        self._tone_timer: Timer | None = None

    def compose(self) -> ComposeResult:
        yield PriorityLabel(id="distance-name")
        yield TextLabel(id="distance-title")
        yield ExerciseView(self._frame_cache, _PREFERENCE, has_words=False, id="distance-exercise")
        yield TextLabel(id="distance-line")
        yield PhaseBar(id="distance-bar")
        yield PriorityLabel(is_split=True, id="distance-next")
        yield TextLabel(id="distance-keys")

    def on_resize(self) -> None:
        rows = self.outer_size.height
        for name, min_rows in _MIN_ROWS.items():
            self.query_one(f"#{name}").display = rows >= min_rows
        self.query_one("#distance-title").styles.height = _rows_of_letters(
            rows, _TITLE_SHARE, _MIN_ROWS_FOR_TITLE
        )
        self.query_one("#distance-line").styles.height = _rows_of_letters(
            rows, _LINE_SHARE, _MIN_ROWS_FOR_LINE
        )
        self.set_class(rows >= _MIN_ROWS_FOR_SPACING, "-large")
        if self._shown:
            self._show_words(*self._shown)

    def show(self, view: SessionView, animation: Animation) -> None:
        exercise_view = self.query_one(ExerciseView)
        if view.segment.step != self._step:
            self._step = view.segment.step
            exercise_view.set_step(view, animation)
        self._shown = (view, animation)
        self.set_tone(view.state)
        self._show_words(view, animation)
        exercise_view.show(view, animation, _count(view, exercise_view))
        self.query_one(PhaseBar).show(view)

    def set_tone(self, state: SessionState) -> None:
        """Set the background of a state, once the last one was shown long enough.

        Without animation there is one background for all states.
        """
        self._tone = SessionState.READY if self.app.animation_level == "none" else state
        if self._tone_timer is None and not self.has_state(self._tone):
            self.set_state(self._tone)
            self._tone_timer = self.set_timer(self.MIN_TONE_SECONDS, self.end_tone)

    def end_tone(self) -> None:
        """Set the latest background asked for."""
        if self._tone_timer:
            self._tone_timer.stop()
        self._tone_timer = None
        self.set_tone(self._tone)

    def _show_words(self, view: SessionView, animation: Animation) -> None:
        title = far_title(view).upper()
        self._write("distance-title", (title,), STATE_GLYPHS[view.state])
        self._write("distance-line", far_lines(view), f"{SIDE_GLYPHS[view.segment.side]} ")
        self._show_keys(view)
        routine = animation.timeline.routine
        place = f"{view.segment.step + 1} of {len(routine.steps)}"
        self.query_one("#distance-name", PriorityLabel).set_texts(view.step.exercise.name, place)
        self.query_one("#distance-next", PriorityLabel).set_texts(
            f"Next: {next_label(view.next_segment, routine)}",
            f"{format_minutes(view.session_left)} left",
        )

    def can_show_words(self, words: str) -> bool:
        """Whether the last line has room for a few words."""
        keys = self.query_one("#distance-keys")
        return bool(keys.region.area) and cell_len(words) <= keys.content_size.width

    def show_words(self, words: str) -> None:
        """Show a few words in place of the keys, or none any more."""
        self._words = words
        if self._shown:
            self._show_keys(self._shown[0])

    def _show_keys(self, view: SessionView) -> None:
        self.query_one("#distance-keys", TextLabel).show(self._words or far_hint(view))

    def _write(self, name: str, texts: tuple[str, ...], sign: str) -> None:
        """Show the first text that fits in letters as large as its line is, or the first plain."""
        label = self.query_one(f"#{name}", TextLabel)
        rows = int(label.styles.height.value) if label.styles.height else 1
        size = self.outer_size.width - 2 * _MARGIN, rows
        for text in map(str.upper, texts):
            if scale := fitting_scale(text, *size):
                label.show("\n".join(big_text(text, scale)))
                return
        label.show(f"{sign} {texts[0]}")


def _rows_of_letters(rows: int, share: int, min_rows: int) -> int:
    """Rows of the largest letters in a share of the screen; 1 for plain text."""
    scale = fitting_scale("", 0, rows // share) if rows >= min_rows else 0
    return rows_at_scale(scale) if scale else 1


def _count(view: SessionView, exercise_view: ExerciseView) -> str:
    if view.state is SessionState.COUNT_IN:
        return format_countdown(view.count_in)
    return count_text(view, has_room_for_tenths=exercise_view.has_room_for_tenths)
