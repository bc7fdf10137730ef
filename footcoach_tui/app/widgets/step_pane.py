"""The current step: instruction, side, count, and the next step."""

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from footcoach_tui.app.appearance.glyphs import SIDE_GLYPHS, bar
from footcoach_tui.app.exercise_view.clips import Animation, FrameCache
from footcoach_tui.app.exercise_view.layout import LayoutPreference
from footcoach_tui.app.exercise_view.phase_map import phase_map
from footcoach_tui.app.exercise_view.state_text import band_text, count_text
from footcoach_tui.app.widgets.exercise_view import ExerciseView
from footcoach_tui.app.widgets.label import TextLabel
from footcoach_tui.app.widgets.mixins import QuietFocus, ResizeAware, StateStyled
from footcoach_tui.app.widgets.phase_bar import PhaseBar
from footcoach_tui.app.widgets.priority_label import PriorityLabel
from footcoach_tui.app.widgets.session_map import SessionMap
from footcoach_tui.session.exercise import Exercise
from footcoach_tui.session.routine import Routine
from footcoach_tui.session.side import Side
from footcoach_tui.session.timeline import Segment, Timeline
from footcoach_tui.session.view import SessionView
from footcoach_tui.text.durations import format_minutes
from footcoach_tui.text.labels import (
    BREATH_LABELS,
    coaching_cue,
    next_label,
    rep_and_set_labels,
    working_parts_label,
)

_MIN_ROWS = {
    "state-band": 4,
    "phase-bar": 5,
    "count-row": 9,
    "then": 10,
    "session-bar": 11,
    "cue": 12,
    "step-head": 14,
    "phase-map": 17,
    "session-map": 19,
}
"""Least rows of the pane for each line; the count is always shown."""
_MIN_ROWS_FOR_SPACING = 26
_MIN_ROWS_BELOW_HOW, _MAX_HOW_ROWS = 26, 10
"""Rows of the pane that come before the instructions, and the most rows of these."""


class StepPane(StateStyled, QuietFocus, ResizeAware, Vertical, can_focus=True):
    """Moment of a session, as its player's view has it; lines are left out on low screens."""

    STYLED_SELECTOR = "#state-band, Countdown, PhaseBar"

    def __init__(self, frame_cache: FrameCache, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._band = PriorityLabel(is_split=True, id="state-band")
        self._exercise_view = ExerciseView(frame_cache, LayoutPreference(), id="exercise-view")
        self._phase_bar = PhaseBar(id="phase-bar")
        self._phase_map = TextLabel(id="phase-map")
        self._session_map = SessionMap(id="session-map")
        self._session_bar = TextLabel(id="session-bar")
        self._step = -1
        self._shown: tuple[SessionView, Timeline] | None = None
        self._bar = ("", "", "")
        """Drawn parts of the bar of the session."""
        self._mapped: tuple[Segment, int] | None = None
        self._segment: Segment | None = None
        self._words = ""

    def compose(self) -> ComposeResult:
        yield PriorityLabel(is_split=True, id="step-head")
        yield self._band
        yield PriorityLabel(id="cue")
        yield self._exercise_view
        yield self._phase_bar
        yield PriorityLabel(between="   ", is_split=True, id="count-row")
        yield self._phase_map
        yield TextLabel(id="then")
        yield TextLabel(id="how-lines")
        yield self._session_map
        yield self._session_bar

    def on_resize(self) -> None:
        rows = self.content_size.height
        for name, min_rows in _MIN_ROWS.items():
            self.query_one(f"#{name}").display = rows >= min_rows
        how_rows = min(_MAX_HOW_ROWS, rows - _MIN_ROWS_BELOW_HOW)
        how = self.query_one("#how-lines")
        how.display = how_rows > 0
        how.styles.height = max(1, how_rows)
        self.set_class(rows >= _MIN_ROWS_FOR_SPACING, "-airy")
        if self._shown:
            self._show_moment(*self._shown)

    def show(self, view: SessionView, animation: Animation) -> None:
        timeline = animation.timeline
        self._shown = view, timeline
        if view.segment is not self._segment:
            self._segment = view.segment
            self._set_words(view, timeline.routine)
        exercise_view = self._exercise_view
        if view.segment.step != self._step:
            self._step = view.segment.step
            exercise_view.set_step(view, animation)
            self._set_how(view.step.exercise)
        self.set_state(view.state)
        exercise_view.show(
            view, animation, count_text(view, has_room_for_tenths=exercise_view.has_room_for_tenths)
        )
        self._phase_bar.show(view)
        self._show_moment(view, timeline)

    def show_band(self, text: str, side: Side) -> None:
        side_text = f"{side.value} {SIDE_GLYPHS[side]}"
        if self._words:
            right = f"{self._words} · {side_text}"
            if cell_len(f"{text} · {right}") <= self._band.content_size.width:
                side_text = right
            else:
                text = self._words
        self._band.set_texts(text, side_text)

    def can_show_words(self, words: str) -> bool:
        """Whether the band has room for a few words."""
        band = self._band
        return bool(band.region.area) and cell_len(words) <= band.content_size.width

    def show_words(self, words: str) -> None:
        """Show a few words in the band, or none any more."""
        self._words = words
        if self._shown:
            view, _ = self._shown
            self.show_band(band_text(view), view.segment.side)

    def _show_moment(self, view: SessionView, timeline: Timeline) -> None:
        self.show_band(band_text(view), view.segment.side)
        mapped = view.segment, self._phase_map.content_size.width
        if mapped != self._mapped:
            self._mapped = mapped
            self._phase_map.show(phase_map(timeline, *mapped))
        self._show_session_bar(view)
        if self._session_map.display:
            self._session_map.show_steps(view, timeline)

    def _set_words(self, view: SessionView, routine: Routine) -> None:
        """Show the labels of a segment, which do not change while it lasts."""
        segment, step = view.segment, view.step
        self.query_one("#step-head", PriorityLabel).set_texts(
            Content.styled(step.exercise.name, "bold"),
            Content.styled(f"{segment.step + 1} of {len(routine.steps)}", "$text-muted"),
        )
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

    def _set_how(self, exercise: Exercise) -> None:
        how = [f"{number}. {line}" for number, line in enumerate(exercise.how, 1)]
        self._line("how-lines", "\n".join((*how, *(f"✗ {error}" for error in exercise.errors))))

    def _line(self, name: str, text: Content | str) -> None:
        self.query_one(f"#{name}", TextLabel).show(text)

    def _show_session_bar(self, view: SessionView) -> None:
        left = f" {format_minutes(view.session_left)} left"
        width = max(0, self._session_bar.size.width - len(left))
        total = view.session_total
        done = 1 - view.session_left / total if total else 0.0
        parts = (*bar(done, width, has_track=self.app.native_ansi_color), left)
        if parts != self._bar:
            self._bar = filled, empty, _ = parts
            text = Content.assemble((filled, "$accent on $panel"), (empty, "on $panel"), left)
            self._session_bar.show(text)
