"""The start screen: what is due today, routines, the selected one, and the history.

The coach and the other screens are loaded once this one is on the terminal.
"""

# ruff: noqa: PLC0415 - see above

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList

from footcoach_tui.app.cards.sections import card
from footcoach_tui.app.commands.bindings import bindings
from footcoach_tui.app.context import AppContext
from footcoach_tui.app.screens.own_files import OwnFilesScreen
from footcoach_tui.app.screens.routine_marks import RoutineMarks
from footcoach_tui.app.screens.text_dialog import TextDialog
from footcoach_tui.app.screens.today import Resuming, TodayScreen
from footcoach_tui.app.session_lists.latest import LatestSessions
from footcoach_tui.app.session_lists.routine_groups import group_routines
from footcoach_tui.app.widgets.history_pane import HistoryPane
from footcoach_tui.app.widgets.preview_figure import PreviewFigure
from footcoach_tui.app.widgets.priority_label import PriorityLabel
from footcoach_tui.app.widgets.routine_list import RoutineList
from footcoach_tui.app.widgets.routine_pane import RoutinePane
from footcoach_tui.app.widgets.routine_preview import RoutinePreview
from footcoach_tui.library.validate import FileReport
from footcoach_tui.session.record import SessionRecord
from footcoach_tui.session.timeline import compile_timeline
from footcoach_tui.text.descriptions import describe_routine
from footcoach_tui.text.durations import counted

if TYPE_CHECKING:
    from footcoach_tui.coach.today.value import TodayCard


class HomeScreen(OwnFilesScreen, TodayScreen):
    """Today on top; routines on the left, the selected one in the middle, the history right."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("session.info", "list.favourite", "app.library", "app.history"),
        *bindings("app.compose", "app.change"),
        *bindings("list.hide", "list.later", "list.earlier"),
    ]

    def __init__(
        self,
        app_context: AppContext,
        resuming: Resuming = Resuming(),  # noqa: B008 - a named tuple
        latest: LatestSessions | None = None,
        config_mistakes: int = 0,
    ) -> None:
        """`latest` is the history that was read before; the title names `config_mistakes`."""
        super().__init__(app_context, resuming)
        self._config_mistakes = config_mistakes
        self._latest = latest
        self._sessions: tuple[SessionRecord, ...] = latest.sessions if latest else ()
        self.actions |= {
            "session.info": self._info,
            "app.compose": self._open_composer,
            "app.change": self._change,
            "app.library": self._library,
            "file.edit": self._edit_file,
            "app.history": self._history,
        }
        self.actions |= RoutineMarks(self, app_context, self._show_routines).actions

    def list_pane(self) -> Widget:
        return RoutinePane(self.begin_selected, self.app_context.settings.kit)

    def step_pane(self) -> Widget:
        context = self.app_context
        figure = PreviewFigure(
            lambda: context.clock.now().monotonic, context.settings.first_side, id="preview-figure"
        )
        return RoutinePreview(figure, self._begin_previewed)

    def on_mount(self) -> None:
        if self._config_mistakes:
            mistakes = counted(self._config_mistakes, "mistake")
            text = Content.styled(f"config: {mistakes}, see footcoach doctor", "$warning")
            self.query_one("#title", PriorityLabel).set_texts("footcoach", text)
        self._show_routines()
        self.go_to("list")

    def fill_history(self) -> None:
        """Leave it to `on_screen_resume`, which comes next."""

    def on_screen_resume(self) -> None:
        latest, self._latest = self._latest, None
        if not self.is_active:  # a routine was asked for; afterwards this screen is resumed again
            return
        if latest:
            self.show_progress(latest.progress, latest.problems)
            self.query_one(HistoryPane).show(latest.sessions)
        else:
            self.read_history()
        if self.app_context.rules is not None:
            self.read_today(is_drawn=latest is None)
        else:
            self.call_when_drawn(self._load_figure)
        self.query_one(PreviewFigure).wake()

    def on_screen_suspend(self) -> None:
        self.query_one(PreviewFigure).rest()

    def show_sessions(self, sessions: tuple[SessionRecord, ...]) -> None:
        super().show_sessions(sessions)
        if not self.query_one(HistoryPane).text:
            self._sessions = sessions
            self._show_routines()
            self._show_selected()

    def _show_routines(self) -> None:
        favourites, hidden = self.app_context.favourites.ids, self.app_context.hidden.ids
        recent = tuple(record.routine for record in self._sessions)
        groups = group_routines(self.app_context.catalogue, recent, favourites, hidden)
        self.query_one(RoutinePane).show(groups, favourites, recent)

    def show_catalogue(self) -> None:
        self._show_routines()
        self._show_selected()
        self._load_figure()
        if self.app_context.rules is not None:
            self.read_today(is_drawn=True)

    def find(self) -> None:
        """Search the history if the cursor is there, else filter the routines."""
        focused, is_here = self.focused, self.has_class("-at-history")
        if focused:  # an empty list of sessions takes no focus
            is_here = self.query_one(HistoryPane) in focused.ancestors
        if is_here:
            super().find()
        else:
            self.show_pane("list")
            self.call_when_drawn(self.query_one(RoutinePane).open_filter)

    def today_shown(self, card: "TodayCard", locked: frozenset[str]) -> None:
        self._list.set_next(card.routine, locked)
        self._load_figure()

    @property
    def _list(self) -> RoutineList:
        return self.query_one(RoutineList)

    @on(OptionList.OptionSelected, "#routines")
    def begin_selected(self) -> None:
        """Begin the selected routine; a programme is opened or folded."""
        if not self._list.toggle_programme() and self._list.routine:
            self.begin(self._list.routine)

    def _begin_previewed(self) -> None:
        if self._list.routine:
            self.begin(self._list.routine)

    def _change(self) -> None:
        """Change the selected routine in the composer; one with problems in the editor."""
        if self._list.routine:
            self._open_composer(self._list.routine.id)
        else:
            self._edit_file()

    def _open_composer(self, routine: str = "") -> None:
        """Compose a new routine, or change the one with an id."""
        from footcoach_tui.app.screens.composer import ComposerScreen

        if self.has_keys_ahead:
            return
        self.app.push_screen(ComposerScreen(self.app_context, routine, self._list.choose))

    def _edit_file(self) -> None:
        entry, routine = self._list.entry, self._list.routine
        if isinstance(entry, FileReport):
            self.edit_file(entry.id or entry.path.stem)
        elif routine:
            self.edit_file(routine.id)

    def _library(self) -> None:
        from footcoach_tui.app.screens.library import LibraryScreen

        self.app.push_screen(LibraryScreen(self.app_context))

    def _history(self) -> None:
        from footcoach_tui.app.screens.history import HistoryScreen

        self.app.push_screen(HistoryScreen(self.app_context))

    def _info(self) -> None:
        """Show how to do the highlighted step, else all about the routine."""
        preview, routine = self.query_one(RoutinePreview), self._list.routine
        if preview.step and self.query_one("#preview-steps").has_focus:
            self.app.push_screen(TextDialog(self.exercise_card(preview.step.exercise)))
        elif routine:
            sections = describe_routine(routine, compile_timeline(routine))
            cards = [self.exercise_card(step.exercise) for step in routine.steps]
            texts = [card(sections, routine.title), *cards]
            self.app.push_screen(TextDialog(Content("\n\n\n").join(texts)))

    @on(OptionList.OptionHighlighted, "#routines")
    def _show_selected(self) -> None:
        entry, routine = self._list.entry, self._list.routine
        preview = self.query_one(RoutinePreview)
        if isinstance(entry, FileReport):
            preview.show_text(_broken_card(entry))
        elif routine:
            last = next((each for each in self._sessions if each.routine == routine.id), None)
            preview.show(routine, last, self.app_context.today())

    @on(RoutinePane.Emptied)
    def _show_nothing(self) -> None:
        self.query_one(RoutinePreview).show_text(Content(""))

    @work(thread=True, group="figure")
    def _load_figure(self) -> None:
        frame_cache = self.app_context.frame_cache
        from footcoach_tui.app.widgets import figure_view  # noqa: F401 - loaded before it is shown

        self.call_from_thread(self.query_one(RoutinePreview).load_figure, frame_cache)


def _broken_card(broken: FileReport) -> Content:
    """Return what is wrong in a file, its path once and then a line for each problem."""
    title = broken.title or broken.id or broken.file.rpartition("/")[2]
    lines = [Content.styled(title, "bold $error"), Content(f"{broken.file} cannot be used:")]
    lines.extend(Content(str(problem)) for problem in broken.problems)
    return Content("\n\n").join(lines)
