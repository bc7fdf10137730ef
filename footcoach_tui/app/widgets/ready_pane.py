"""Before a session begins: its steps with a moving figure, what it needs, and its cautions."""

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.timer import Timer

from footcoach_tui.app.cards.decision import decision_lines
from footcoach_tui.app.cards.ready import care_text, steps_text
from footcoach_tui.app.cards.sections import card
from footcoach_tui.app.exercise_view.clips import Animation, Clip, FrameCache, Moment
from footcoach_tui.app.widgets.figure_view import FigureView
from footcoach_tui.app.widgets.label import ResponsiveLabel
from footcoach_tui.app.widgets.wrapped_text import WrappedText
from footcoach_tui.coach.answers.decision import Decision
from footcoach_tui.session.routine import GateAnswer, Routine
from footcoach_tui.session.timeline import Timeline, compile_timeline
from footcoach_tui.terminal.app import can_draw
from footcoach_tui.text.descriptions import source_lines
from footcoach_tui.text.durations import counted, format_minutes
from footcoach_tui.text.occasions import occasion_label
from footcoach_tui.text.safety import answer_line, gates_name
from footcoach_tui.text.section import Section

_MOVING_SECONDS = 60.0
"""Seconds for which a figure moves; then it rests until another step is chosen."""


class ReadyPane(VerticalScroll):
    """Routine about to be played, and the user's choices.

    A step with a gate is left out until its conditions are answered. The cautions are those of
    every step and swap, so that they are read before the answer.
    """

    def __init__(
        self,
        routine: Routine,
        frame_cache: FrameCache,
        now: Callable[[], float],
        context: str = "",
        decision: Decision | None = None,
        *,
        id: str | None = None,
    ) -> None:
        """Show a routine; `context` comes before its own occasions, `now` is the time in seconds.

        With a `decision` the occasion is that of the check-in.
        """
        super().__init__(id=id)
        self._routine = routine
        self._frame_cache = frame_cache
        self._now = now
        self._decision = decision
        own = () if decision and context else routine.context
        self._contexts = tuple(dict.fromkeys((*filter(None, [context]), *own)))
        self._turn = 0
        self._step = 0
        self._since = 0.0
        self._timer: Timer | None = None
        self.answer = GateAnswer.EXCLUDED
        self._set_timeline()

    def _set_timeline(self) -> None:
        self._timeline: Timeline = compile_timeline(self.routine)
        self._animation = Animation(self._timeline)
        self._step = min(self._step, len(self.routine.steps) - 1)

    @property
    def context(self) -> str:
        return self._contexts[self._turn % len(self._contexts)] if self._contexts else ""

    @property
    def has_conditions(self) -> bool:
        return bool(self._routine.gates or self._routine.gated)

    @property
    def can_start(self) -> bool:
        """Whether the answers to the conditions leave anything to do."""
        return self._routine.can_start(self.answer)

    @property
    def routine(self) -> Routine:
        """The routine to play after the answer."""
        return self._routine.after(self.answer)

    def compose(self) -> ComposeResult:
        yield WrappedText(self._top(), id="ready-text")
        yield FigureView(self._frame_cache, id="ready-figure")
        yield ResponsiveLabel(id="ready-steps")
        yield WrappedText(self._needs(), id="ready-needs")
        yield WrappedText(self._care(), id="ready-care")
        yield WrappedText(self._sources(), id="ready-sources")

    def on_mount(self) -> None:
        self._timer = self.set_interval(1.0 / FrameCache.FRAMES_PER_SECOND, self.show_moment)
        self.show_step(self._step)

    def next_context(self) -> None:
        self._turn += 1
        self._show()

    def set_answer(self, answer: GateAnswer) -> None:
        """Take an answer to the conditions."""
        self.answer = answer
        self._set_timeline()
        self._show()
        self.show_step(self._step)

    def set_plan(self, routine: Routine, decision: Decision) -> None:
        """Show another plan, as a step was swapped."""
        self._routine, self._decision = routine, decision
        self._set_timeline()
        self._show()
        self.show_step(self._step)

    def show_step(self, step: int) -> None:
        """Mark a step, counted from 0, and show its figure."""
        self._step = step
        self._since = self._now()
        if self._timer:
            self._timer.resume()
        figure = self.query_one(FigureView)
        figure.display = bool(self._clips)
        figure.prepare(self._clips)
        self.query_one("#ready-steps", ResponsiveLabel).set_builder(
            lambda columns: steps_text(self._timeline, self._step, columns)
        )
        self.show_moment()

    @property
    def _clips(self) -> tuple[Clip, ...]:
        """Clips of the first rep of the step."""
        first = next(one for one in self._timeline.segments if one.step == self._step)
        return self._animation.preview(first)

    def show_moment(self) -> None:
        """Draw the figure as of now, unless the terminal is behind."""
        if not self.display and self._timer:  # the session has begun
            self._timer.stop()
        elif can_draw(self.app, moving=True):
            seconds = self._now() - self._since
            is_still = self.app.animation_level == "none" or seconds >= _MOVING_SECONDS
            clips = self._clips
            moment = Moment.at_end(clips) if is_still else Moment.in_loop(clips, seconds)
            self.query_one(FigureView).show(moment)
            if is_still and self._timer:
                self._timer.pause()

    def _show(self) -> None:
        for part, text in (
            ("ready-text", self._top()),
            ("ready-needs", self._needs()),
            ("ready-care", self._care()),
            ("ready-sources", self._sources()),
        ):
            self.query_one(f"#{part}", WrappedText).show(text, grows=True)

    def _top(self) -> Content:
        """Title with the length, the decision, how to start, and the conditions in one line."""
        steps = counted(len(self.routine.steps), "step")
        length = f"   {format_minutes(self._timeline.total)} · {steps}"
        blocks = [Content.assemble((self._routine.title, "bold $accent"), (length, "$secondary"))]
        if self._decision:
            blocks.append(decision_lines(self._decision))
        if self.can_start:
            start = Content.assemble("Press ", ("space", "bold $accent"), " to start.")
            conditions = self._conditions()
            blocks.append(Content("\n").join((start, conditions)) if len(conditions) else start)
        else:
            blocks.append(self._conditions())
        return Content("\n\n").join(blocks)

    def _conditions(self) -> Content:
        """Return whether the steps with conditions are on, and the key that asks for them."""
        if not self.has_conditions:
            return Content("")
        name = gates_name(self._routine)
        key = ("y", "bold $accent")
        if self.answer is GateAnswer.MET:
            return Content.assemble(f"{name}: on · ", key, " change")
        if self.answer is GateAnswer.READY:
            line = answer_line(self._routine, self.answer)
            return Content.assemble(f"{name}: off. {line} · ", key, " change")
        if self._routine.gates:
            return Content.assemble("This one has conditions: ", key, " read and answer them.")
        return Content.assemble(f"{name}: off · ", key, " turn on")

    def _needs(self) -> Content:
        needs = ", ".join(self.routine.equipment) or "nothing"
        lines = [Content.assemble(("You need   ", "bold"), "\t", needs)]
        if self.context:
            occasion = Content.assemble(("Occasion   ", "bold"), occasion_label(self.context))
            change = Content.assemble(" · ", ("c", "bold $accent"), " change")
            lines.append(occasion + change if len(self._contexts) > 1 else occasion)
        return Content("\n").join(lines)

    def _care(self) -> Content:
        return care_text(self._routine, self.routine)

    def _sources(self) -> Content:
        sections = [Section("Where this comes from", source_lines(self.routine))]
        if self.routine.disclaimer:
            sections.append(Section("Please note", (self.routine.disclaimer,)))
        return card(sections)
