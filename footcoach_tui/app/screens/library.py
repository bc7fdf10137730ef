"""The library: every exercise, with its moving figure, how and why; and a set of it to try."""

from collections.abc import Iterable
from dataclasses import replace
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
from footcoach_tui.app.screens.begin import begin_routine
from footcoach_tui.app.screens.own_files import OwnFilesScreen
from footcoach_tui.app.session_lists.exercise_groups import ExerciseOrder, group_exercises
from footcoach_tui.app.widgets.figure_view import FigureView
from footcoach_tui.app.widgets.key_hints import KeyHints
from footcoach_tui.app.widgets.label import TextLabel
from footcoach_tui.app.widgets.pane import PaneTabs
from footcoach_tui.app.widgets.pane_list import PaneList
from footcoach_tui.app.widgets.priority_label import PriorityLabel
from footcoach_tui.app.widgets.wrapped_text import WrappedText
from footcoach_tui.library.catalogue import Catalogue
from footcoach_tui.session.exercise import Exercise
from footcoach_tui.session.routine import Routine
from footcoach_tui.session.timeline import compile_timeline
from footcoach_tui.terminal.app import can_draw
from footcoach_tui.text.descriptions import describe_exercise
from footcoach_tui.text.durations import counted
from footcoach_tui.text.section import Section

_SEPARATOR = "/"
"""Between a heading and the id of an exercise, in the id of a row; a heading alone has none."""
_NOTHING = "Nothing found."


_KEYS: list[BindingType] = [
    Binding("enter", "screen.try", "Try a set", key_display="enter", tooltip="Do one set now."),
    Binding("left", "screen.turn('easier')", "Easier", key_display="←"),
    Binding("right", "screen.turn('harder')", "Harder", key_display="→"),
]


class _ExerciseList(PaneList):
    """List whose own keys give way to those of the library."""

    NEEDS_SECOND_CLICK = True
    BINDINGS = _KEYS


class LibraryScreen(OwnFilesScreen, MasterDetailScreen):
    """List of exercises in a chosen order, and the selected one with its figure."""

    CSS_PATH = "../styles/library.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("library.order", "list.find", "file.edit"),
        *_KEYS,
        Binding("escape", "back", "Back", key_display="esc"),
    ]

    def __init__(self, app_context: AppContext, first: str = "") -> None:
        """Show the exercise `first`, by its id, or the first of the list."""
        super().__init__()
        self.app_context = app_context
        self._first = first
        self._order = ExerciseOrder.NAME
        self._clips: tuple[Clip, ...] = ()
        self._since = 0.0
        self._exercise: Exercise | None = None
        self.actions |= {
            "library.order": self._next_order,
            "list.find": self._find,
            "file.edit": self._edit,
            "app.leave": self.action_back,
        }

    def compose(self) -> ComposeResult:
        yield PriorityLabel(id="title")
        yield PaneTabs(("Exercises", "Exercise"), id="tabs")
        with Horizontal(id="library"):
            with Vertical(id="exercise-list", classes="first"):
                yield Input(placeholder="find by name, equipment, position, body part", id="find")
                yield TextLabel(_NOTHING, id="nothing")
                yield _ExerciseList(id="exercises")
            with Vertical(id="exercise", classes="second"):
                yield FigureView(self.app_context.frame_cache, id="figure")
                with VerticalScroll(id="exercise-scroll"):
                    yield WrappedText(id="exercise-card")
        yield KeyHints()

    def on_mount(self) -> None:
        self._fill()
        self._choose(self._first)
        self.query_one("#exercises").focus()
        self.set_interval(1.0 / FrameCache.FRAMES_PER_SECOND, self.show_moment)

    def show_catalogue(self) -> None:
        self.query_one(FigureView).set_frames(self.app_context.frame_cache)
        before = self._exercise
        self._fill()
        now = self.app_context.catalogue.exercises.get(before.id) if before else None
        if now and self._exercise is before:  # the cursor stayed where it was
            self._show(now)

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

    def _edit(self) -> None:
        if self._exercise:
            self.edit_file(self._exercise.id)

    def _find(self) -> None:
        find = self.query_one("#find", Input)
        find.display = True
        find.focus()

    @on(Input.Changed, "#find")
    def _fill(self) -> None:
        words = self.query_one("#find", Input).value
        exercises = self.app_context.catalogue.exercises.values()
        groups = tuple(group_exercises(exercises, self._order, words))
        found = {exercise.id for _, group in groups for exercise in group}
        self._fill_list(groups)
        self.query_one("#nothing").display = not found
        self.query_one("#exercise").visible = bool(found)
        self.query_one("#title", PriorityLabel).set_texts(
            "Library", f"{counted(len(found), 'exercise')} by {self._order.value}"
        )
        if not found:
            self._exercise = None

    def _fill_list(self, groups: Iterable[tuple[str, tuple[Exercise, ...]]]) -> None:
        """Fill the list; each group has its heading, which cannot be chosen."""
        rows: list[tuple[str, Content]] = []
        for heading, group in groups:
            if self._order is not ExerciseOrder.NAME:
                rows.append((heading, Content.styled(heading, "bold $accent")))
            rows.extend((f"{heading}{_SEPARATOR}{each.id}", _row(each)) for each in group)
        exercises = self.query_one("#exercises", PaneList)
        exercises.fill(rows)
        for name, _ in rows:
            if _SEPARATOR not in name:
                exercises.disable_option(name)
        if rows and exercises.highlighted == 0 and _SEPARATOR not in rows[0][0]:
            exercises.highlighted = 1

    @on(OptionList.OptionSelected, "#exercises")
    def action_try(self) -> None:
        """Play one set of the exercise; what is known of the person still holds."""
        if self._exercise:
            routine = Routine.of_exercise(self._exercise)
            (step,) = routine.steps
            one_set = replace(step, dose=replace(step.dose, sets=1))
            routine = replace(routine, steps=(one_set,))
            begin_routine(self.app, self.app_context, routine, has_check_in=False)

    def action_turn(self, way: str) -> None:
        """Go to the easier or harder way of the exercise, if there is one."""
        exercises = self.app_context.catalogue.exercises
        exercise = self._exercise
        ways = getattr(exercise, way) if exercise else ()
        target = next((name for name in ways if name in exercises), None)
        if target is None:
            self.notify(f"There is no {way} one here.", timeout=2)
            return
        if not self._choose(target):  # it is not among those that were found
            self.query_one("#find", Input).clear()
            self._fill()
            self._choose(target)

    def _choose(self, exercise_id: str) -> bool:
        """Move the cursor to an exercise; returns whether it is in the list."""
        exercises = self.query_one("#exercises", PaneList)
        for place, option in enumerate(exercises.options):
            if (option.id or "").rpartition(_SEPARATOR)[1:] == (_SEPARATOR, exercise_id):
                exercises.highlighted = place
                return True
        return False

    def _show(self, exercise: Exercise) -> None:
        self._exercise = exercise
        catalogue = self.app_context.catalogue
        names = {each.id: each.name for each in catalogue.exercises.values()}
        sections = list(describe_exercise(exercise, names))
        dose = next((n for n, each in enumerate(sections) if each.heading == "Dose"), len(sections))
        sections[dose:dose] = _routines_with(exercise, catalogue)  # before the small print
        text = card(sections, exercise.name)
        self.query_one("#exercise-card", WrappedText).show(text, grows=True)
        self.query_one("#exercise-scroll").scroll_home(animate=False)
        timeline = compile_timeline(
            Routine.of_exercise(exercise), first=self.app_context.settings.first_side
        )
        self._clips = Animation(timeline).preview(timeline.segments[0])
        self._since = self.app_context.clock.now().monotonic
        figure = self.query_one(FigureView)
        figure.display = bool(self._clips)
        figure.prepare(self._clips)

    def show_moment(self) -> None:
        """Draw the figure as of now, unless the terminal is behind."""
        if not can_draw(self.app, moving=True):
            return
        seconds = self.app_context.clock.now().monotonic - self._since
        calm = self.app.animation_level == "none"
        moment = Moment.at_end(self._clips) if calm else Moment.in_loop(self._clips, seconds)
        self.query_one(FigureView).show(moment)

    @on(OptionList.OptionHighlighted, "#exercises")
    def _chosen(self, event: OptionList.OptionHighlighted) -> None:
        name = (event.option_id or "").rpartition(_SEPARATOR)[2]
        if exercise := self.app_context.catalogue.exercises.get(name):
            self._show(exercise)

    @on(Input.Submitted, "#find")
    def _on_words_submitted(self) -> None:
        self.query_one("#exercises").focus()


def _routines_with(exercise: Exercise, catalogue: Catalogue) -> tuple[Section, ...]:
    """Return the section of the routines that an exercise is in."""
    titles = [
        routine.title
        for routine in catalogue.routines.values()
        if any(each.id == exercise.id for each in routine.exercises)
    ]
    return (Section("Routines with it", tuple(titles)),) if titles else ()


def _row(exercise: Exercise) -> Content:
    kit = ", ".join(exercise.equipment) or "no equipment"
    return Content.assemble(exercise.name, (f"\n{exercise.position} · {kit}", "$secondary"))
