"""The current step: instruction, side, count, and the next step."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content

from footcoach_tui.app.appearance.glyphs import SIDE_GLYPHS, bar
from footcoach_tui.app.exercise_view.clips import Animation, FrameCache
from footcoach_tui.app.exercise_view.layout import LayoutPreference
from footcoach_tui.app.exercise_view.state_text import capitalise, count_text, state_line
from footcoach_tui.app.widgets.exercise_view import ExerciseView
from footcoach_tui.app.widgets.label import TextLabel
from footcoach_tui.app.widgets.mixins import QuietFocus, ResizeAware, StateStyled
from footcoach_tui.app.widgets.phase_bar import PhaseBar
from footcoach_tui.app.widgets.priority_label import PriorityLabel
from footcoach_tui.session.routine import Routine
from footcoach_tui.session.side import Side
from footcoach_tui.session.timeline import Segment
from footcoach_tui.session.view import SessionView
from footcoach_tui.text.durations import format_minutes
from footcoach_tui.text.labels import (
    BREATH_LABELS,
    coaching_cue,
    next_label,
    rep_and_set_labels,
    segment_title,
    working_parts_label,
)

_MIN_ROWS = {
    "state-band": 4,
    "phase-bar": 5,
    "phase-row": 8,
    "then": 9,
    "count-row": 10,
    "step-head": 11,
    "session-bar": 12,
    "cue": 14,
}
"""Least rows of the pane for each line; the count is always shown."""
_MIN_ROWS_FOR_SPACING = 19
_MIN_COLUMNS_FOR_SIDE_GLYPH = 40


class StepPane(StateStyled, QuietFocus, ResizeAware, Vertical, can_focus=True):
    """Moment of a session, as its player's view has it; lines are left out on low screens."""

    STYLED_SELECTOR = "#state-band, Countdown, PhaseBar"

    def __init__(self, frame_cache: FrameCache, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._frame_cache = frame_cache
        self._step = -1
        self._view: SessionView | None = None
        self._bar = ("", "", "")
        self._segment: Segment | None = None

    def compose(self) -> ComposeResult:
        with Horizontal(id="step-head"):
            yield TextLabel(id="step-name")
            yield TextLabel(id="step-place")
        yield TextLabel(id="state-band")
        with Horizontal(id="phase-row"):
            yield TextLabel(id="phase-name")
            yield TextLabel(id="side")
        yield PriorityLabel(id="cue")
        yield ExerciseView(self._frame_cache, LayoutPreference(), id="exercise-view")
        yield PhaseBar(id="phase-bar")
        yield PriorityLabel(between="   ", is_split=True, id="count-row")
        yield TextLabel(id="then")
        yield TextLabel(id="session-bar")

    def on_resize(self) -> None:
        rows, columns = self.content_size.height, self.content_size.width
        for name, min_rows in _MIN_ROWS.items():
            self.query_one(f"#{name}").display = rows >= min_rows
        self.set_class(rows >= _MIN_ROWS_FOR_SPACING, "-airy")
        self.set_class(columns < _MIN_COLUMNS_FOR_SIDE_GLYPH, "-slim")
        if self._view:
            self._show_side(self._view)
            self._session_bar(self._view)

    def show(self, view: SessionView, animation: Animation) -> None:
        self._view = view
        if view.segment is not self._segment:
            self._segment = view.segment
            self._set_words(view, animation.timeline.routine)
        exercise_view = self.query_one(ExerciseView)
        if view.segment.step != self._step:
            self._step = view.segment.step
            exercise_view.set_step(view, animation)
        self.set_state(view.state)
        self._show_side(view)
        exercise_view.show(
            view, animation, count_text(view, has_room_for_tenths=exercise_view.has_room_for_tenths)
        )
        self.query_one(PhaseBar).show(view)
        self._session_bar(view)

    def _set_words(self, view: SessionView, routine: Routine) -> None:
        """Show the labels of a segment, which do not change while it lasts."""
        segment, step = view.segment, view.step
        self._line("step-name", step.exercise.name)
        self._line("step-place", f"{segment.step + 1} of {len(routine.steps)}")
        self._line("phase-name", capitalise(segment_title(segment, step)))
        self.query_one("#cue", PriorityLabel).set_texts(
            coaching_cue(segment, step), BREATH_LABELS[segment.breath]
        )
        felt_in = Content.styled(working_parts_label(segment), "$accent")
        self.query_one("#count-row", PriorityLabel).set_texts(
            *rep_and_set_labels(segment, step), felt_in
        )
        self._line(
            "then", Content.assemble(("Next: ", "bold"), next_label(view.next_segment, routine))
        )

    def _show_side(self, view: SessionView) -> None:
        """Show the side beside the phase, or in the state's line if there is no row for it."""
        side = view.segment.side
        words = side.value if self.has_class("-slim") else f"{SIDE_GLYPHS[side]}  {side}"
        self._line("side", words)
        is_alone = side is not Side.BOTH and not self.query_one("#phase-row").display
        self._line(
            "state-band", f"{side.upper()} {state_line(view)}" if is_alone else state_line(view)
        )

    def _line(self, name: str, text: Content | str) -> None:
        self.query_one(f"#{name}", TextLabel).show(text)

    def _session_bar(self, view: SessionView) -> None:
        left = f" {format_minutes(view.session_left)} left"
        width = max(0, self.query_one("#session-bar", TextLabel).size.width - len(left))
        total = view.session_total
        done = 1 - view.session_left / total if total else 0.0
        parts = (*bar(done, width, has_track=self.app.native_ansi_color), left)
        if parts != self._bar:
            self._bar = filled, empty, _ = parts
            text = Content.assemble((filled, "$accent on $panel"), (empty, "on $panel"), left)
            self._line("session-bar", text)
