"""Base screen with the card of today: begins what is due, and resumes what waits.

The coach and the other screens are loaded once the card's screen is on the terminal.
"""

# ruff: noqa: PLC0415 - see above

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import work
from textual.binding import BindingType
from textual.widget import Widget
from textual.worker import get_current_worker

from footcoach_tui.app.commands.bindings import bindings
from footcoach_tui.app.context import AppContext
from footcoach_tui.app.screens.begin import begin_routine
from footcoach_tui.app.screens.browsing import BrowsingScreen
from footcoach_tui.app.widgets.pane import Pane
from footcoach_tui.app.widgets.today_view import TodayView
from footcoach_tui.session.routine import Routine

if TYPE_CHECKING:
    from footcoach_tui.coach.today.value import TodayCard
    from footcoach_tui.playback.interrupted import InterruptedSession

_REFUSED_SECONDS = 0.7
"""Seconds after a space that begins nothing in which enter opens no routine."""

_COACH_KEYS = (("app.plan",), ("app.tests",))


class Resuming(NamedTuple):
    """Functions for an interrupted session: `resume` it, or `ask` before it begins anew."""

    resume: "Callable[[InterruptedSession], None]" = lambda _: None
    ask: "Callable[[InterruptedSession, Callable[[], None]], None]" = lambda _, begin: begin()


class TodayScreen(BrowsingScreen):
    """Screen with the card of today above its panes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(replace(each, description="Start") for each in bindings("session.play")),
        *bindings("app.plan", "app.tests", "app.resume", "app.seen"),
    ]

    def __init__(self, app_context: AppContext, resuming: Resuming) -> None:
        super().__init__(app_context)
        self._resuming = resuming
        self._today: TodayCard | None = None
        self._waiting: InterruptedSession | None = None
        self._wants_today = False
        self._is_reading = False
        """Whether the card is being read anew: what it shows may be over."""

        self._is_refused = False
        self.actions |= {
            "session.play": self._begin_today,
            "app.plan": self._plan,
            "app.tests": self._tests,
            "app.resume": self._resume_waiting,
            "app.seen": self._ask_when_seen,
        }

    def begin_selected(self) -> None:
        """Begin the selected routine, where no coach says what is due."""
        raise NotImplementedError

    def top_widgets(self) -> Iterable[Widget]:
        if self.app_context.rules is not None:
            yield Pane("Today", TodayView(id="today"), id="today-pane")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide the keys of the coach without one, and that of a session that does not wait."""
        if parameters in _COACH_KEYS and self.app_context.rules is None:
            return False
        if parameters == ("app.resume",) and self._waiting is None:
            return False
        if parameters == ("app.seen",) and not self._open_flags:
            return False
        return super().check_action(action, parameters)

    @property
    def has_keys_ahead(self) -> bool:
        """Whether a key may have been meant for the questions before what is due today."""
        return self._wants_today or self._is_refused

    def begin(self, routine: Routine) -> None:
        """Begin a routine, unless keys typed ahead were meant for what is due today."""
        if self.has_keys_ahead:
            return
        waiting = self._waiting
        if waiting and waiting.routine.id == routine.id:
            self._resuming.ask(waiting, lambda: begin_routine(self.app, self.app_context, routine))
        else:
            begin_routine(self.app, self.app_context, routine)

    def read_today(self, *, is_drawn: bool) -> None:
        """Read the card: at once, or once the rest of the screen is on the terminal."""
        self._is_reading = True
        if is_drawn:
            self._read_today()
        else:
            self.call_when_drawn(self._read_today)

    @work(thread=True, exclusive=True, group="today")
    def _read_today(self) -> None:
        from footcoach_tui.app.session_lists.locked import locked_routines
        from footcoach_tui.coach.today.card import today_card

        context, worker = self.app_context, get_current_worker()
        if context.rules is None:
            return
        log, rules, today = context.read_log(), context.rules(), context.today()
        card = today_card(log, rules, today, context.settings.week_goal)
        locked = locked_routines(log, rules, today)
        found, _ = context.journals.find_interrupted()
        waiting = next((each for each in found if not (each.is_live or each.is_over)), None)
        if not worker.is_cancelled:
            self.call_from_thread(self._show_today, card, waiting, locked, rules.problems)
            # So that they open at once.
            from footcoach_tui.app.screens import check_in, history, library  # noqa: F401

    def _show_today(
        self,
        card: "TodayCard",
        waiting: "InterruptedSession | None",
        locked: frozenset[str],
        problems: tuple[str, ...],
    ) -> None:
        for problem in problems if self._today is None else ():
            self.warn(problem)
        self._today, self._waiting, self._is_reading = card, waiting, False
        line = f"go on with {waiting.routine.title}, {waiting.progress_text}" if waiting else ""
        self.query_one(TodayView).show_card(card, line)
        self.refresh_bindings()
        self.today_shown(card, locked)
        wants, self._wants_today = self._wants_today, False
        if wants and self.is_active:
            self._begin_today()

    def today_shown(self, card: "TodayCard", locked: frozenset[str]) -> None:
        """Handle a card that was read; `locked` are the ids of routines that cannot be begun."""

    def _begin_today(self) -> None:
        """Begin what is due today; before that is known, as soon as it is."""
        if self.app_context.rules is None:
            self.begin_selected()
            return
        if self._today is None or self._is_reading:
            self._wants_today = True
            return
        routine = self.app_context.catalogue.routines.get(self._today.routine)
        if routine:
            self.begin(routine)
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
            self._resuming.resume(self._waiting)

    def _plan(self) -> None:
        from footcoach_tui.app.screens.plan import PlanScreen

        self.app.push_screen(PlanScreen(self.app_context))

    def _tests(self) -> None:
        from footcoach_tui.app.screens.self_tests import SelfTestsScreen

        self.app.push_screen(SelfTestsScreen(self.app_context))
