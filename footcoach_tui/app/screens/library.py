"""The library: every exercise, with its moving figure, how and why."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, OptionList

from footcoach_tui.app.cards.sections import card
from footcoach_tui.app.commands.bindings import bindings
from footcoach_tui.app.context import AppContext
from footcoach_tui.app.exercise_view.clips import Animation, Clip, FrameCache, Moment
from footcoach_tui.app.screens.base import MasterDetailScreen
from footcoach_tui.app.session_lists.exercise_groups import ExerciseOrder, group_exercises
from footcoach_tui.app.widgets.figure_view import FigureView
from footcoach_tui.app.widgets.key_hints import KeyHints
from footcoach_tui.app.widgets.pane import PaneTabs
from footcoach_tui.app.widgets.pane_list import PaneList
from footcoach_tui.app.widgets.priority_label import PriorityLabel
from footcoach_tui.app.widgets.wrapped_text import WrappedText
from footcoach_tui.session.exercise import Exercise
from footcoach_tui.session.routine import Routine
from footcoach_tui.session.timeline import compile_timeline
from footcoach_tui.terminal.app import can_draw
from footcoach_tui.text.descriptions import describe_exercise

_SEPARATOR = "/"


class LibraryScreen(MasterDetailScreen):
    """List of exercises in a chosen order, and the selected one with its figure."""

    CSS_PATH = "../styles/library.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("library.order", "list.find"),
        Binding("escape", "back", "Back", key_display="esc"),
    ]

    def __init__(self, app_context: AppContext) -> None:
        super().__init__()
        self._app_context = app_context
        self._order = ExerciseOrder.NAME
        self._clips: tuple[Clip, ...] = ()
        self._since = 0.0
        self.actions |= {
            "library.order": self._next_order,
            "list.find": self._find,
            "app.leave": self.action_back,
        }

    def compose(self) -> ComposeResult:
        yield PriorityLabel(id="title")
        yield PaneTabs(("Exercises", "Exercise"), id="tabs")
        with Horizontal(id="library"):
            with Vertical(id="exercise-list", classes="first"):
                yield Input(placeholder="find by name, equipment, position, body part", id="find")
                yield PaneList(id="exercises")
            with Vertical(id="exercise", classes="second"):
                yield FigureView(self._app_context.frame_cache, id="figure")
                with VerticalScroll(id="exercise-scroll"):
                    yield WrappedText(id="exercise-card")
        yield KeyHints()

    def on_mount(self) -> None:
        self._fill()
        self.query_one("#exercises").focus()
        self.set_interval(1.0 / FrameCache.FRAMES_PER_SECOND, self.show_moment)

    def focus_selector(self, place: int) -> str:
        return "#exercise-scroll" if place else "#exercises"

    def action_back(self) -> None:
        find = self.query_one("#find", Input)
        if find.display:
            find.display = False
            find.clear()
            self.query_one("#exercises").focus()
        else:
            self.dismiss()

    def _next_order(self) -> None:
        self._order = self._order.next
        self._fill()

    def _find(self) -> None:
        find = self.query_one("#find", Input)
        find.display = True
        find.focus()

    @on(Input.Changed, "#find")
    def _fill(self) -> None:
        words = self.query_one("#find", Input).value
        exercises = self._app_context.catalogue.exercises.values()
        rows = [
            (f"{heading}{_SEPARATOR}{exercise.id}", _row(exercise, heading, self._order))
            for heading, group in group_exercises(exercises, self._order, words)
            for exercise in group
        ]
        self.query_one("#exercises", PaneList).fill(rows)
        self.query_one("#title", PriorityLabel).set_texts(
            "The library", f"{len(rows)} by {self._order.value}"
        )

    def _show(self, exercise: Exercise) -> None:
        names = {each.id: each.name for each in self._app_context.catalogue.exercises.values()}
        text = card(describe_exercise(exercise, names), exercise.name)
        self.query_one("#exercise-card", WrappedText).show(text, grows=True)
        self.query_one("#exercise-scroll").scroll_home(animate=False)
        timeline = compile_timeline(
            Routine.of_exercise(exercise), first=self._app_context.settings.first_side
        )
        self._clips = Animation(timeline).preview(timeline.segments[0])
        self._since = self._app_context.clock.now().monotonic
        figure = self.query_one(FigureView)
        figure.display = bool(self._clips)
        figure.prepare(self._clips)

    def show_moment(self) -> None:
        """Draw the figure as of now, unless the terminal is behind."""
        if not can_draw(self.app, moving=True):
            return
        seconds = self._app_context.clock.now().monotonic - self._since
        calm = self.app.animation_level == "none"
        moment = Moment.at_end(self._clips) if calm else Moment.in_loop(self._clips, seconds)
        self.query_one(FigureView).show(moment)

    @on(OptionList.OptionHighlighted, "#exercises")
    def _chosen(self, event: OptionList.OptionHighlighted) -> None:
        name = (event.option_id or "").rpartition(_SEPARATOR)[2]
        self._show(self._app_context.catalogue.exercises[name])

    @on(Input.Submitted, "#find")
    def _on_words_submitted(self) -> None:
        self.query_one("#exercises").focus()


def _row(exercise: Exercise, heading: str, order: ExerciseOrder) -> Content:
    kit = ", ".join(exercise.equipment) or "no equipment"
    detail = f"{exercise.position} · {kit}" if order is ExerciseOrder.NAME else heading
    return Content.assemble(exercise.name, (f"\n{detail}", "$secondary"))
