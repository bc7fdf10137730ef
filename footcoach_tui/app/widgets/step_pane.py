"""The present step: what to do, on which side, for how long, and what comes next."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content

from footcoach_tui.app.looks.glyphs import SIDE_SIGNS, TRACK, bar
from footcoach_tui.app.stage.filming import Film, Reels
from footcoach_tui.app.stage.staging import Taste
from footcoach_tui.app.stage.wording import band, capital, digits, passed
from footcoach_tui.app.widgets.fitted_line import FittedLine
from footcoach_tui.app.widgets.keyed import Keyed, Sized, Stated
from footcoach_tui.app.widgets.line import Line
from footcoach_tui.app.widgets.phase_bar import PhaseBar
from footcoach_tui.app.widgets.stage import Stage
from footcoach_tui.session.dose import Side
from footcoach_tui.session.routine import Routine
from footcoach_tui.session.timeline import Segment
from footcoach_tui.session.view import View
from footcoach_tui.session.words import BREATH_WORDS, counter, cue, felt, minutes, title, upcoming

LEAST_ROWS = {
    "state-band": 4,
    "phase-bar": 5,
    "phase-row": 8,
    "then": 9,
    "count-row": 10,
    "step-head": 11,
    "session-bar": 12,
    "cue": 14,
}
"""Rows of the pane from which each line stands: the count goes last."""
AIRY = 19
"""Rows from which there is room for empty ones."""
_SLIM = 40
"""Columns below which a side is told by its word alone."""


class StepPane(Stated, Keyed, Sized, Vertical, can_focus=True):
    """Shows a view of the player; it holds no clock and no player."""

    DRESSED = "#state-band, Countdown, PhaseBar"

    def __init__(self, reels: Reels, *, id: str | None = None) -> None:
        """`reels` has the figures that move."""
        super().__init__(id=id)
        self._reels = reels
        self._step = -1
        self._view: View | None = None
        self._bar = ("", "", "")
        self._segment: Segment | None = None

    def compose(self) -> ComposeResult:
        """Lines from top to bottom, in the order they are looked for."""
        with Horizontal(id="step-head"):
            yield Line(id="step-name")
            yield Line(id="step-place")
        yield Line(id="state-band")
        with Horizontal(id="phase-row"):
            yield Line(id="phase-name")
            yield Line(id="side")
        yield FittedLine(id="cue")
        yield Stage(self._reels, Taste(), id="stage")
        yield PhaseBar(id="phase-bar")
        yield FittedLine(between="   ", is_split=True, id="count-row")
        yield Line(id="then")
        yield Line(id="session-bar")

    def on_resize(self) -> None:
        """Show the lines there is room for now."""
        rows, columns = self.content_size.height, self.content_size.width
        for name, least in LEAST_ROWS.items():
            self.query_one(f"#{name}").display = rows >= least
        self.set_class(rows >= AIRY, "-airy")
        self.set_class(columns < _SLIM, "-slim")
        if self._view:
            self._tell_side(self._view)
            self._session_bar(self._view)

    def show(self, view: View, film: Film) -> None:
        """Show a moment. Lines that say the same as before are not written again."""
        self._view = view
        if view.segment is not self._segment:
            self._segment = view.segment
            self._set_words(view, film.timeline.routine)
        stage = self.query_one(Stage)
        if view.segment.step != self._step:
            self._step = view.segment.step
            stage.set(view, film)
        self.wear(view.state)
        self._tell_side(view)
        stage.show(view, film, digits(view, has_room_for_tenths=stage.has_room_for_tenths))
        self.query_one(PhaseBar).show(passed(view, calm=self.app.animation_level == "none"))
        self._session_bar(view)

    def _set_words(self, view: View, routine: Routine) -> None:
        """Say what the segment is: none of this changes while it lasts."""
        segment, step = view.segment, view.step
        self._line("step-name", step.exercise.name)
        self._line("step-place", f"{segment.step + 1} of {len(routine.steps)}")
        self._line("phase-name", capital(title(segment, step)))
        self.query_one("#cue", FittedLine).tell(cue(segment, step), BREATH_WORDS[segment.breath])
        felt_in = Content.styled(felt(segment), "$accent")
        self.query_one("#count-row", FittedLine).tell(*counter(segment, step), felt_in)
        self._line("then", Content.assemble(("Next: ", "bold"), upcoming(view.then, routine)))

    def _tell_side(self, view: View) -> None:
        """Beside the phase; in the band where there is no row for the phase."""
        side = view.segment.side
        words = side.value if self.has_class("-slim") else f"{SIDE_SIGNS[side]}  {side}"
        self._line("side", words)
        is_alone = side is not Side.BOTH and not self.query_one("#phase-row").display
        self._line("state-band", f"{side.upper()} {band(view)}" if is_alone else band(view))

    def _line(self, name: str, text: Content | str) -> None:
        self.query_one(f"#{name}", Line).show(text)

    def _session_bar(self, view: View) -> None:
        left = f" {minutes(view.session_left)} left"
        width = max(0, self.query_one("#session-bar", Line).size.width - len(left))
        total = view.session_total
        done = 1 - view.session_left / total if total else 0.0
        shallow = self.app.native_ansi_color
        drawn = (*bar(done, width, TRACK if shallow else " "), left)
        if drawn != self._bar:
            self._bar = filled, empty, _ = drawn
            text = Content.assemble((filled, "$accent on $panel"), (empty, "on $panel"), left)
            self._line("session-bar", text)
