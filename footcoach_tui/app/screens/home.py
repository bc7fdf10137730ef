"""The start screen: what is due today, routines, the selected one, and the history.

The coach and the other screens are loaded once this one is on the terminal.
"""

# ruff: noqa: PLC0415 - see above

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList
from textual.worker import get_current_worker

from footcoach_tui.app.cards.sections import card
from footcoach_tui.app.commands.bindings import bindings
from footcoach_tui.app.context import AppContext
from footcoach_tui.app.screens.begin import begin_routine
from footcoach_tui.app.screens.browsing import BrowsingScreen
from footcoach_tui.app.screens.text_dialog import TextDialog
from footcoach_tui.app.session_lists.latest import LatestSessions
from footcoach_tui.app.widgets.history_pane import HistoryPane
from footcoach_tui.app.widgets.pane import Pane
from footcoach_tui.app.widgets.pane_list import PaneList
from footcoach_tui.app.widgets.today_view import TodayView
from footcoach_tui.app.widgets.wrapped_text import WrappedText
from footcoach_tui.library.durations import routine_seconds
from footcoach_tui.library.validate import FileReport
from footcoach_tui.session.routine import Routine
from footcoach_tui.session.timeline import compile_timeline
from footcoach_tui.text.descriptions import describe_routine
from footcoach_tui.text.durations import format_minutes

if TYPE_CHECKING:
    from footcoach_tui.coach.today.value import TodayCard
    from footcoach_tui.playback.interrupted import InterruptedSession

_BROKEN_PREFIX = "broken-"
_REFUSED_SECONDS = 0.7
"""Seconds after a space that begins nothing in which enter opens no routine."""

_COACH_KEYS = (("app.plan",), ("app.tests",))


class HomeScreen(BrowsingScreen):
    """Today on top; routines on the left, the selected one in the middle, the history right."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(replace(each, description="Start") for each in bindings("session.play")),
        *bindings("session.info", "app.library", "app.history"),
        *bindings("app.plan", "app.tests", "app.resume", "app.seen"),
    ]

    def __init__(
        self,
        app_context: AppContext,
        resume: "Callable[[InterruptedSession], None]" = lambda _: None,
        latest: LatestSessions | None = None,
    ) -> None:
        """`resume` goes on with an interrupted session; `latest` is the history read before."""
        super().__init__(app_context)
        self._latest = latest
        self._resume = resume
        self._today: TodayCard | None = None
        self._waiting: InterruptedSession | None = None
        self._wants_today = False
        self._is_reading = False
        """Whether the card is being read anew: what it shows may be over."""

        self._is_refused = False
        self.actions |= {
            "session.play": self._begin_today,
            "session.info": self._info,
            "app.library": self._library,
            "app.history": self._history,
            "app.plan": self._plan,
            "app.tests": self._tests,
            "app.resume": self._resume_waiting,
            "app.seen": self._ask_when_seen,
        }

    def top_widgets(self) -> Iterable[Widget]:
        if self.app_context.rules is not None:
            yield Pane("Today", TodayView(id="today"), id="today-pane")

    def list_pane(self) -> Widget:
        return PaneList(on_enter=self._open_routine, id="routines")

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

    def fill_history(self) -> None:
        """Leave it to `on_screen_resume`, which comes next."""

    def on_screen_resume(self) -> None:
        latest, self._latest = self._latest, None
        if not self.is_current:  # a routine was asked for; afterwards this screen is resumed again
            return
        if latest:
            self.show_progress(latest.progress, latest.problems)
            self.query_one(HistoryPane).show(latest.sessions)
        else:
            self.read_history()
        if self.app_context.rules is not None:
            self._is_reading = True
            if latest:
                self.call_when_drawn(self._read_today)
            else:
                self._read_today()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide the keys of the coach without one, and that of a session that does not wait."""
        if parameters in _COACH_KEYS and self.app_context.rules is None:
            return False
        if parameters == ("app.resume",) and self._waiting is None:
            return False
        if parameters == ("app.seen",) and not self._open_flags:
            return False
        return super().check_action(action, parameters)

    @work(thread=True, exclusive=True, group="today")
    def _read_today(self) -> None:
        from footcoach_tui.coach.today.card import today_card

        context, worker = self.app_context, get_current_worker()
        if context.rules is None:
            return
        log, rules, today = context.read_log(), context.rules(), context.today()
        card = today_card(log, rules, today, context.settings.week_goal)
        found, _ = context.journals.find_interrupted()
        waiting = next((each for each in found if not (each.is_live or each.is_over)), None)
        if not worker.is_cancelled:
            self.call_from_thread(self._show_today, card, waiting, rules.problems)
            # So that they open at once.
            from footcoach_tui.app.screens import check_in, history, library  # noqa: F401

    def _show_today(
        self, card: "TodayCard", waiting: "InterruptedSession | None", problems: tuple[str, ...]
    ) -> None:
        for problem in problems if self._today is None else ():
            self.notify(problem, severity="warning", markup=False, timeout=10)
        self._today, self._waiting, self._is_reading = card, waiting, False
        line = f"go on with {waiting.routine.title}, {waiting.progress_text}" if waiting else ""
        self.query_one(TodayView).show_card(card, line)
        self.refresh_bindings()
        wants, self._wants_today = self._wants_today, False
        if wants and self.is_current:
            self._begin_today()

    def _begin_today(self) -> None:
        """Begin what is due today; before that is known, as soon as it is."""
        if self.app_context.rules is None:
            self._open_routine()
            return
        if self._today is None or self._is_reading:
            self._wants_today = True
            return
        routine = self.app_context.catalogue.routines.get(self._today.routine)
        if routine:
            begin_routine(self.app, self.app_context, routine)
        else:
            self._refuse(self._today)

    def _refuse(self, card: "TodayCard") -> None:
        """Say why nothing begins; keys typed right after space were meant for its questions."""
        sentence = card.sentence
        if card.rule == "pause":
            sentence = f"{sentence.rstrip('.')}; P, then z, goes on with it."
        self.notify(sentence, markup=False, timeout=5)
        self._is_refused = True
        self.set_timer(_REFUSED_SECONDS, self._end_refusal)

    def _end_refusal(self) -> None:
        self._is_refused = False

    @property
    def _open_flags(self) -> tuple[str, ...]:
        """Ids of the red flags that a professional is to see."""
        notices = self._today.notices if self._today else ()
        rules = self.app_context.rules
        return tuple(each.id for each in notices if rules and each.id in rules().flags)

    def _ask_when_seen(self) -> None:
        from footcoach_tui.app.screens.clearance import ask_when_seen

        if self._open_flags:
            ask_when_seen(self.app, self.app_context, self._open_flags, self._read_today)

    def _resume_waiting(self) -> None:
        if self._waiting:
            self._resume(self._waiting)

    def _plan(self) -> None:
        from footcoach_tui.app.screens.plan import PlanScreen

        self.app.push_screen(PlanScreen(self.app_context))

    def _tests(self) -> None:
        from footcoach_tui.app.screens.self_tests import SelfTestsScreen

        self.app.push_screen(SelfTestsScreen(self.app_context))

    def _selected_routine(self) -> Routine | None:
        option = self.query_one("#routines", PaneList).highlighted_option
        return self.app_context.catalogue.routines.get(option.id or "") if option else None

    @on(OptionList.OptionSelected, "#routines")
    def _open_routine(self) -> None:
        if self._wants_today or self._is_refused:
            return
        routine = self._selected_routine()
        if routine:
            begin_routine(self.app, self.app_context, routine)

    def _library(self) -> None:
        from footcoach_tui.app.screens.library import LibraryScreen

        self.app.push_screen(LibraryScreen(self.app_context))

    def _history(self) -> None:
        from footcoach_tui.app.screens.history import HistoryScreen

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
