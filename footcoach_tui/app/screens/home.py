"""The start screen: routines, the selected one, and the history."""

from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList

from footcoach_tui.app.cards.sections import card
from footcoach_tui.app.commands.bindings import bindings
from footcoach_tui.app.context import AppContext
from footcoach_tui.app.screens.history import HistoryScreen
from footcoach_tui.app.screens.library import LibraryScreen
from footcoach_tui.app.screens.play import PlayScreen
from footcoach_tui.app.screens.text_dialog import TextDialog
from footcoach_tui.app.screens.three_panes import ThreePaneScreen
from footcoach_tui.app.widgets.pane_list import PaneList
from footcoach_tui.app.widgets.wrapped_text import WrappedText
from footcoach_tui.library.durations import routine_seconds
from footcoach_tui.library.validate import FileReport
from footcoach_tui.session.routine import Routine
from footcoach_tui.session.timeline import compile_timeline
from footcoach_tui.text.descriptions import describe_routine
from footcoach_tui.text.durations import format_minutes

_BROKEN_PREFIX = "broken-"


class HomeScreen(ThreePaneScreen):
    """Routines on the left, the selected one in the middle, the history on the right."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("session.play", "session.info", "app.library", "app.history"),
    ]

    def __init__(self, app_context: AppContext) -> None:
        super().__init__(app_context)
        self.actions |= {
            "session.play": self._open_routine,
            "session.info": self._info,
            "app.library": self._library,
            "app.history": self._history,
        }

    def list_pane(self) -> Widget:
        return PaneList(id="routines")

    def step_pane(self) -> Widget:
        return VerticalScroll(WrappedText(id="routine-card"), id="card")

    def on_mount(self) -> None:
        rows = [
            (name, _row(routine)) for name, routine in self.app_context.catalogue.routines.items()
        ]
        rows += [
            (f"{_BROKEN_PREFIX}{place}", _broken_row(broken))
            for place, broken in enumerate(self.app_context.catalogue.broken)
        ]
        self.query_one("#routines", PaneList).fill(rows)
        self.go_to("list")

    def on_screen_resume(self) -> None:
        self.read_history()

    def _selected_routine(self) -> Routine | None:
        option = self.query_one("#routines", PaneList).highlighted_option
        return self.app_context.catalogue.routines.get(option.id or "") if option else None

    @on(OptionList.OptionSelected, "#routines")
    def _open_routine(self) -> None:
        routine = self._selected_routine()
        if routine:
            self.app.push_screen(PlayScreen(self.app_context, routine))

    def _library(self) -> None:
        self.app.push_screen(LibraryScreen(self.app_context))

    def _history(self) -> None:
        self.app.push_screen(HistoryScreen(self.app_context))

    def _info(self) -> None:
        routine = self._selected_routine()
        if routine is None:
            return
        cards = [self.exercise_card(step.exercise) for step in routine.steps]
        self.app.push_screen(TextDialog(Content("\n\n\n").join(cards)))

    @on(OptionList.OptionHighlighted, "#routines")
    def _show_card(self, event: OptionList.OptionHighlighted) -> None:
        name = event.option_id or ""
        text = self.query_one("#routine-card", WrappedText)
        self.query_one("#card").scroll_home(animate=False)
        if name.startswith(_BROKEN_PREFIX):
            broken = self.app_context.catalogue.broken[int(name.removeprefix(_BROKEN_PREFIX))]
            text.show(_broken_card(broken), grows=True)
        else:
            routine = self.app_context.catalogue.routines[name]
            sections = describe_routine(routine, compile_timeline(routine))
            text.show(card(sections, routine.title), grows=True)


def _row(routine: Routine) -> Content:
    detail = f"\n{format_minutes(routine_seconds(routine))} · {', '.join(routine.context)}"
    return Content.assemble((routine.title, "bold"), (detail, "$secondary"))


def _broken_row(broken: FileReport) -> Content:
    return Content.assemble(("✗ ", "$error"), _name(broken), ("\ncould not be read", "$secondary"))


def _broken_card(broken: FileReport) -> Content:
    lines = [Content.styled(_name(broken), "bold $error"), Content("This file cannot be used:")]
    lines.extend(Content(str(problem)) for problem in broken.problems)
    return Content("\n\n").join(lines)


def _name(broken: FileReport) -> str:
    return broken.title or broken.id or broken.file.rpartition("/")[2]
