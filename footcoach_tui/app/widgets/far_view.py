"""A session for somebody who hardly looks, from two metres: few words, large digits, one tone."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.timer import Timer

from footcoach_tui.app.looks.glyphs import STATE_SIGNS
from footcoach_tui.app.stage.digits import big, fitting_scale, is_drawable, rows_of
from footcoach_tui.app.stage.filming import Film, Reels
from footcoach_tui.app.stage.staging import Taste
from footcoach_tui.app.stage.wording import digits, doing, passed, poster
from footcoach_tui.app.widgets.fitted_line import FittedLine
from footcoach_tui.app.widgets.keyed import Keyed, Sized, Stated
from footcoach_tui.app.widgets.line import Line
from footcoach_tui.app.widgets.phase_bar import PhaseBar
from footcoach_tui.app.widgets.stage import Stage
from footcoach_tui.session.view import State, View
from footcoach_tui.session.words import count, minutes, upcoming

SECONDS_A_TONE = 0.5
"""A tone stays so long, whatever happens: two tones are one flash, of which WCAG 2.3.1 allows three
a second."""

LEAST_ROWS = {"far-state": 4, "far-next": 6, "far-phase": 8, "far-name": 11, "far-bar": 14}
"""Rows of the screen from which each line stands: the count goes last."""

MARGIN = 2
"""Columns free at either side of the words."""
_WORDS_SHARE, _WORDS_FROM = 6, 18
"""Words of the state take one row in so many; on a screen of fewer rows they are plain."""
_PHASE_SHARE, _PHASE_FROM = 10, 30
"""The same of the phase."""
_TASTE = Taste(beside=0.5, above=0.5, least=8)
_SMALLEST_FIGURE = (40, 14)


class FarView(Stated, Keyed, Sized, Vertical, can_focus=True):
    """Shows a view of the player; it holds no clock and no player."""

    def __init__(self, reels: Reels, *, id: str | None = None) -> None:
        """`reels` has the figures that move."""
        super().__init__(id=id)
        self._reels = reels
        self._step = -1
        self._shown: tuple[View, Film] | None = None
        self._tone = State.READY
        self._lasting: Timer | None = None

    def compose(self) -> ComposeResult:
        """Lines from top to bottom."""
        yield FittedLine(id="far-name")
        yield Line(id="far-state")
        yield Stage(self._reels, _TASTE, smallest=_SMALLEST_FIGURE, has_words=False, id="far-stage")
        yield Line(id="far-phase")
        yield PhaseBar(id="far-bar")
        yield FittedLine(is_split=True, id="far-next")

    def on_resize(self) -> None:
        """Share out the screen."""
        rows = self.outer_size.height
        for name, least in LEAST_ROWS.items():
            self.query_one(f"#{name}").display = rows >= least
        self.query_one("#far-state").styles.height = _rows_for_words(rows)
        self.query_one("#far-phase").styles.height = _rows_for_phase(rows)
        self.set_class(rows >= _WORDS_FROM, "-airy")
        self.set_class(rows >= _PHASE_FROM, "-large")
        if self._shown:
            self._tell(*self._shown)

    def show(self, view: View, film: Film) -> None:
        """Show a moment. What says the same as before is not written again."""
        stage = self.query_one(Stage)
        if view.segment.step != self._step:
            self._step = view.segment.step
            stage.set(view, film)
        self._shown = (view, film)
        self.take_tone(view.state)
        self._tell(view, film)
        stage.show(view, film, _counted(view, stage))
        self.query_one(PhaseBar).show(passed(view, calm=self.app.animation_level == "none"))

    def take_tone(self, state: State) -> None:
        """Dress the whole screen for a state, but not before the last tone was long enough.

        The one place where tones are chosen: those who want it calm have one for all states.
        """
        self._tone = State.READY if self.app.animation_level == "none" else state
        if self._lasting is None and not self.wears(self._tone):
            self.wear(self._tone)
            self._lasting = self.set_timer(SECONDS_A_TONE, self.tone_lasted)

    def tone_lasted(self) -> None:
        """The tone was there for long enough: on with the one that is wanted by now."""
        if self._lasting:
            self._lasting.stop()
        self._lasting = None
        self.take_tone(self._tone)

    def _tell(self, view: View, film: Film) -> None:
        words = poster(view)
        plain = f"{STATE_SIGNS[view.state]} {' · '.join(words)}"
        self._write("far-state", "  ".join(words), plain)
        self._write("far-phase", doing(view).upper(), doing(view))
        routine = film.timeline.routine
        place = f"{view.segment.step + 1} of {len(routine.steps)}"
        self.query_one("#far-name", FittedLine).tell(view.step.exercise.name, place)
        self.query_one("#far-next", FittedLine).tell(
            f"Next: {upcoming(view.then, routine)}", f"{minutes(view.session_left)} left"
        )

    def _write(self, name: str, text: str, plain: str) -> None:
        """Write a text as large as its line is, or plainly where its letters do not fit."""
        line = self.query_one(f"#{name}", Line)
        rows = int(line.styles.height.value) if line.styles.height else 1
        size = self.outer_size.width - 2 * MARGIN, rows
        scale = fitting_scale(text, *size) if is_drawable(text) else 0
        line.show("\n".join(big(text, scale)) if scale else plain)


def _rows_for_words(rows: int) -> int:
    return _rows_of_letters(rows // _WORDS_SHARE) if rows >= _WORDS_FROM else 1


def _rows_for_phase(rows: int) -> int:
    return _rows_of_letters(rows // _PHASE_SHARE) if rows >= _PHASE_FROM else 1


def _rows_of_letters(rows: int) -> int:
    """The rows that the largest letters take in so many rows, 1 where there are none."""
    scale = fitting_scale("", 0, rows)
    return rows_of(scale) if scale else 1


def _counted(view: View, stage: Stage) -> str:
    if view.state is State.COUNT_IN:
        return count(view.count_in)
    return digits(view, has_room_for_tenths=stage.has_room_for_tenths)
