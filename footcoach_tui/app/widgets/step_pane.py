"""The present step: what to do, on which side, for how long, and what comes next."""

from textual.app import ComposeResult
from textual.containers import Container, Horizontal, Vertical
from textual.content import Content

from footcoach_tui.app.filming import Film
from footcoach_tui.app.glyphs import SIDE_SIGNS, STATE_SIGNS, TRACK, bar
from footcoach_tui.app.reels import Reels
from footcoach_tui.app.widgets.countdown import Countdown
from footcoach_tui.app.widgets.figure_view import FigureView
from footcoach_tui.app.widgets.line import Line
from footcoach_tui.app.widgets.phase_bar import PhaseBar
from footcoach_tui.session.events import PauseReason
from footcoach_tui.session.routine import Routine
from footcoach_tui.session.timeline import Segment, SegmentKind
from footcoach_tui.session.view import State, View
from footcoach_tui.session.words import (
    BREATH_WORDS,
    count,
    counter,
    cue,
    felt,
    minutes,
    title,
    upcoming,
)

TENTHS_FROM = 3.0
"""The last seconds of a hold are shown with tenths."""

LONG_HOLD = 5.0

_STATE_CLASSES = {state: "-" + state.name.lower().replace("_", "-") for state in State}


class StepPane(Vertical, can_focus=True):
    """Shows a view of the player; it holds no clock and no player."""

    def __init__(self, reels: Reels, *, id: str | None = None) -> None:
        """`reels` has the figures that move."""
        super().__init__(id=id)
        self._reels = reels
        self._step = -1
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
        yield Line(id="cue")
        with Container(id="stage"):
            yield Countdown(id="countdown")
            yield FigureView(self._reels, id="figure")
            yield Line(id="how")
        yield PhaseBar(id="phase-bar")
        with Horizontal(id="count-row"):
            yield Line(id="rep")
            yield Line(id="lit")
            yield Line(id="set")
        yield Line(id="then")
        yield Line(id="session-bar")

    def show(self, view: View, film: Film) -> None:
        """Show a moment. Lines that say the same as before are not written again."""
        if view.segment is not self._segment:
            self._segment = view.segment
            self._set_words(view, film.timeline.routine)
        if view.segment.step != self._step:
            self._step = view.segment.step
            self._set_stage(view, film)
        self._set_state(view.state)
        self._line("state-band", _band(view))
        self.query_one(Countdown).show(_count(view))
        calm = self.app.animation_level == "none"
        self.query_one(PhaseBar).show(_by_seconds(view) if calm else view.fraction)
        self._session_bar(view)
        self.query_one(FigureView).show(film.shown(view, still=calm))

    def _set_words(self, view: View, routine: Routine) -> None:
        """Say what the segment is: none of this changes while it lasts."""
        segment, step = view.segment, view.step
        self._line("step-name", step.exercise.name)
        self._line("step-place", f"{segment.step + 1} of {len(routine.steps)}")
        self._line("phase-name", _capital(title(segment, step)))
        self._line("side", f"{SIDE_SIGNS[segment.side]}  {segment.side}")
        breath = BREATH_WORDS[segment.breath]
        self._line("cue", " · ".join(part for part in (cue(segment, step), breath) if part))
        rep, set_no = counter(segment, step)
        self._line("rep", rep)
        self._line("lit", felt(segment))
        self._line("set", set_no)
        self._line("then", Content.assemble(("Next: ", "bold"), upcoming(view.then, routine)))

    def _set_stage(self, view: View, film: Film) -> None:
        """Get the figures of this step and the next ready; where none is, tell how in words."""
        takes = film.takes_of(view.segment.step)
        self.set_class(view.step.exercise.id in self._reels.figures and bool(takes), "-drawn")
        self.query_one(FigureView).prepare(takes + film.takes_of(view.segment.step + 1))
        steps = (f"{n}. {line}" for n, line in enumerate(view.step.exercise.how, 1))
        self._line("how", "\n".join(steps))

    def _line(self, name: str, text: Content | str) -> None:
        self.query_one(f"#{name}", Line).show(text)

    def _set_state(self, state: State) -> None:
        if not self.has_class(_STATE_CLASSES[state]):
            # At once: each change of classes has all of the pane styled anew.
            others = self.classes.difference(_STATE_CLASSES.values())
            self.set_classes(others | {_STATE_CLASSES[state]})

    def _session_bar(self, view: View) -> None:
        left = f" {minutes(view.session_left)} left"
        width = max(0, self.query_one("#session-bar", Line).size.width - len(left))
        total = view.session_total
        done = 1 - view.session_left / total if total else 0.0
        shallow = self.app.native_ansi_color
        filled, empty = bar(done, width, TRACK if shallow else " ")
        self._line(
            "session-bar",
            Content.assemble((filled, "$accent on $panel"), (empty, "on $panel"), left),
        )


def _band(view: View) -> str:
    sign = STATE_SIGNS[view.state]
    if view.state is State.COUNT_IN:
        return f"{sign} GOING ON IN {count(view.count_in)}"
    if view.pause and view.pause.reason is PauseReason.GAP:
        return f"{sign} PAUSED · nobody was here for {minutes(view.pause.gap)} · space goes on"
    if view.state is State.PAUSED:
        return f"{sign} PAUSED · space goes on"
    if view.state is State.WAITING:
        return f"{sign} WAITING FOR YOU · enter when you are done"
    return f"{sign} {view.state.value.upper()}"


def _by_seconds(view: View) -> float:
    """The part of the phase that is over, in whole seconds: nothing moves but the count."""
    return int(view.elapsed) / view.length if view.length else view.fraction


def _count(view: View) -> str:
    if view.segment.kind is SegmentKind.WAIT:
        return minutes(int(view.elapsed))
    tenths = view.segment.kind is SegmentKind.HOLD and view.length >= LONG_HOLD
    if tenths and 0 < view.remaining <= TENTHS_FROM:
        return f"{view.remaining:.1f}"
    return count(view.remaining)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
