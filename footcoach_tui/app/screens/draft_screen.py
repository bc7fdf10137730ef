"""Base screen of the composer: exercises, the steps of a routine, and its totals."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from textual import on, work
from textual.containers import Vertical, VerticalScroll
from textual.widget import Widget
from textual.widgets import OptionList

from footcoach_tui.app.cards.draft import draft_card
from footcoach_tui.app.context import AppContext
from footcoach_tui.app.screens.three_panes import ThreePaneScreen
from footcoach_tui.app.widgets.draft_pane import DraftPane
from footcoach_tui.app.widgets.exercise_picker import ExercisePicker
from footcoach_tui.app.widgets.preview_figure import PreviewFigure
from footcoach_tui.app.widgets.priority_label import PriorityLabel
from footcoach_tui.app.widgets.wrapped_text import WrappedText
from footcoach_tui.session.exercise import Exercise
from footcoach_tui.session.routine import Routine, Step
from footcoach_tui.text.durations import counted, format_minutes

if TYPE_CHECKING:  # it imports pydantic, which is loaded in a worker
    from footcoach_tui.authoring.composition import Composition


class DraftScreen(ThreePaneScreen):
    """Three panes that show a composition; what is typed before it is read waits."""

    CSS_PATH = [*ThreePaneScreen.CSS_PATH, "../styles/composer.tcss"]  # noqa: RUF012 - as Textual has it

    def __init__(self, app_context: AppContext) -> None:
        super().__init__(app_context)
        self.composition: Composition | None = None
        """Routine that is composed; None until it is read."""

        self._waiting: list[Callable[[], None]] = []

    def list_pane(self) -> Widget:
        return ExercisePicker(self.actions["compose.add"])

    def step_pane(self) -> Widget:
        return DraftPane()

    def history_pane(self) -> Widget:
        context = self.app_context
        figure = PreviewFigure(
            lambda: context.clock.now().monotonic, context.settings.first_side, id="draft-figure"
        )
        return Vertical(figure, VerticalScroll(WrappedText(id="draft-card"), id="card"))

    def pane_names(self) -> tuple[str, str, str]:
        return "Exercises", "Routine", "Totals"

    def opened(self, composition: "Composition") -> None:
        """Show a routine that was read, and run what was typed before."""
        self.composition = composition
        self.picker.show(composition.exercises.values())
        self.show_draft(0)
        if composition.draft.steps:
            self.go_to("step")
        self._load_figure()
        waiting, self._waiting = self._waiting, []
        for command in waiting:
            command()

    def run_when_read(self, command: "Callable[[Composition], None]") -> None:
        """Run a command, or keep it until the routine is read."""
        if self.composition is None:
            self._waiting.append(partial(self.run_when_read, command))
        else:
            command(self.composition)

    def show_draft(self, place: int | None = None) -> None:
        """Show the draft; `place` is the step to choose."""
        composition = self.composition
        if composition is None:
            return
        self.pane.show(composition, place)
        self.show_title(composition)
        self.query_one("#draft-card", WrappedText).show(draft_card(composition), grows=True)
        self.show_figure()

    def show_title(self, composition: "Composition") -> None:
        totals = composition.totals
        length = format_minutes(totals.seconds) if totals else ""
        steps = counted(totals.steps, "step") if totals else ""
        notes = counted(len(composition.notes), "note") if composition.notes else ""
        state = "not saved" if composition.history.has_changed else ""
        texts = (length, state, notes, steps)
        self.query_one("#title", PriorityLabel).set_texts("Compose", composition.file.title, *texts)

    @property
    def pane(self) -> DraftPane:
        return self.query_one(DraftPane)

    @property
    def picker(self) -> ExercisePicker:
        return self.query_one(ExercisePicker)

    @property
    def is_picking(self) -> bool:
        """Whether the cursor is among the exercises."""
        return self.focused is not None and self.picker in self.focused.ancestors

    @property
    def step(self) -> Step | None:
        """Chosen step, None without steps."""
        routine = self.composition.routine if self.composition else None
        return routine.steps[self.pane.place] if routine and self.pane.place >= 0 else None

    @property
    def exercise(self) -> Exercise | None:
        """Exercise under the cursor: of the list or of a step."""
        if self.is_picking or self.step is None:
            return self.picker.exercise
        return self.step.exercise

    @on(OptionList.OptionHighlighted, "#draft-steps, #draft-exercises")
    def show_figure(self) -> None:
        """Show the movement of what is under the cursor."""
        exercise = self.picker.exercise
        step = self.step
        if exercise and (self.is_picking or step is None):
            step = Routine.of_exercise(exercise).steps[0]
        self.query_one(PreviewFigure).show(step)

    def on_descendant_focus(self) -> None:
        self.show_figure()

    def on_screen_resume(self) -> None:
        self.query_one(PreviewFigure).wake()

    def on_screen_suspend(self) -> None:
        self.query_one(PreviewFigure).rest()

    @work(thread=True, group="figure")
    def _load_figure(self) -> None:
        frame_cache = self.app_context.frame_cache
        from footcoach_tui.app.widgets import figure_view  # noqa: F401, PLC0415 - loaded before it is shown

        self.call_from_thread(self.query_one(PreviewFigure).load, frame_cache)
