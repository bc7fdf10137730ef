"""The library: every exercise, with the movement shown beside how and why."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, OptionList

from footcoach_tui.app.cards.cards import card
from footcoach_tui.app.keys.bindings import bindings
from footcoach_tui.app.lists.shelving import Order, shelved
from footcoach_tui.app.paint.paced import may_show
from footcoach_tui.app.parts import Parts
from footcoach_tui.app.screens.commanded import PairedScreen
from footcoach_tui.app.stage.filming import FRAMES_A_SECOND, Film, Take, moment_of, still_of
from footcoach_tui.app.widgets.card_line import CardLine
from footcoach_tui.app.widgets.figure_view import FigureView
from footcoach_tui.app.widgets.fitted_line import FittedLine
from footcoach_tui.app.widgets.key_row import KeyRow
from footcoach_tui.app.widgets.pane_list import PaneList
from footcoach_tui.app.widgets.pane_tabs import PaneTabs
from footcoach_tui.session.cards import exercise_card
from footcoach_tui.session.exercise import Exercise
from footcoach_tui.session.routine import rehearsed
from footcoach_tui.session.timeline import compile_timeline

_BETWEEN = "/"


class LibraryScreen(PairedScreen):
    """A list in the order one likes, and the chosen exercise, moving."""

    CSS_PATH = "../styles/library.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("library.order", "list.find"),
        Binding("escape", "back", "Back", key_display="esc"),
    ]

    def __init__(self, parts: Parts) -> None:
        """Show the exercises of the catalogue."""
        super().__init__()
        self._parts = parts
        self._order = Order.NAME
        self._takes: tuple[Take, ...] = ()
        self._since = 0.0
        self.actions |= {
            "library.order": self._next_order,
            "list.find": self._find,
            "app.leave": self.action_back,
        }

    def compose(self) -> ComposeResult:
        """The list on the left; the figure over its card on the right."""
        yield FittedLine(id="title")
        yield PaneTabs(("Exercises", "Exercise"), id="tabs")
        with Horizontal(id="library"):
            with Vertical(id="shelves", classes="first"):
                yield Input(placeholder="find by name, kit, position, part", id="find")
                yield PaneList(id="exercises")
            with Vertical(id="exercise", classes="second"):
                yield FigureView(self._parts.reels, id="figure")
                with VerticalScroll(id="exercise-scroll"):
                    yield CardLine(id="exercise-card")
        yield KeyRow()

    def on_mount(self) -> None:
        """Fill the list, and let the figure move."""
        self._fill()
        self.query_one("#exercises").focus()
        self.set_interval(1.0 / FRAMES_A_SECOND, self.show_moment)

    def focus_at(self, place: int) -> str:
        """The list, or the card to be scrolled."""
        return "#exercise-scroll" if place else "#exercises"

    def action_back(self) -> None:
        """Close the line to find by; then leave the library."""
        find = self.query_one("#find", Input)
        if find.display:
            find.display = False
            find.clear()
            self.query_one("#exercises").focus()
        else:
            self.dismiss()

    def _next_order(self) -> None:
        self._order = self._order.following
        self._fill()

    def _find(self) -> None:
        find = self.query_one("#find", Input)
        find.display = True
        find.focus()

    def _fill(self) -> None:
        words = self.query_one("#find", Input).value
        exercises = self._parts.catalogue.exercises.values()
        rows = [
            (f"{heading}{_BETWEEN}{one.id}", _row(one, heading, self._order))
            for heading, shelf in shelved(exercises, self._order, words)
            for one in shelf
        ]
        self.query_one("#exercises", PaneList).fill(rows)
        self.query_one("#title", FittedLine).tell(
            "The library", f"{len(rows)} by {self._order.value}"
        )

    def _show(self, exercise: Exercise) -> None:
        names = {one.id: one.name for one in self._parts.catalogue.exercises.values()}
        text = card(exercise_card(exercise, names), exercise.name)
        self.query_one("#exercise-card", CardLine).show(text, grows=True)
        self.query_one("#exercise-scroll").scroll_home(animate=False)
        timeline = compile_timeline(rehearsed(exercise), first=self._parts.settings.first_side)
        self._takes = Film(timeline).rehearsal(timeline.segments[0])
        self._since = self._parts.clock.now().monotonic
        figure = self.query_one(FigureView)
        figure.display = bool(self._takes)
        figure.prepare(self._takes)

    def show_moment(self) -> None:
        """Show the figure as it is now, if the terminal has come to the last one."""
        if not may_show(self.app, moving=True):
            return
        seconds = self._parts.clock.now().monotonic - self._since
        calm = self.app.animation_level == "none"
        shown = still_of(self._takes) if calm else moment_of(self._takes, seconds)
        self.query_one(FigureView).show(shown)

    @on(OptionList.OptionHighlighted, "#exercises")
    def _chosen(self, event: OptionList.OptionHighlighted) -> None:
        name = (event.option_id or "").rpartition(_BETWEEN)[2]
        self._show(self._parts.catalogue.exercises[name])

    @on(Input.Changed, "#find")
    def _sought(self) -> None:
        self._fill()

    @on(Input.Submitted, "#find")
    def _found(self) -> None:
        self.query_one("#exercises").focus()


def _row(exercise: Exercise, heading: str, order: Order) -> Content:
    kit = ", ".join(exercise.equipment) or "no kit"
    told = f"{exercise.position} · {kit}" if order is Order.NAME else heading
    return Content.assemble(exercise.name, (f"\n{told}", "$secondary"))
