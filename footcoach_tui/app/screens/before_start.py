"""Choices before a session starts: conditions, easier exercises and the occasion."""

from collections.abc import Callable, Mapping

from footcoach_tui.app.context import AppContext
from footcoach_tui.app.screens.checked_in import CheckedIn
from footcoach_tui.app.screens.easier_questions import EasierQuestions
from footcoach_tui.app.screens.gate_questions import GateQuestions
from footcoach_tui.app.screens.live import LiveScreen
from footcoach_tui.app.widgets.ready_pane import ReadyPane
from footcoach_tui.playback.live_session import LiveSession
from footcoach_tui.session.routine import Routine


class BeforeStart:
    """Plan of a session that has not begun, with the commands that change it.

    `actions` maps their ids to functions; `on_choice` is called when the plan has changed.
    """

    def __init__(
        self,
        screen: LiveScreen,
        app_context: AppContext,
        routine: Routine,
        context: str,
        checked: CheckedIn | None,
        on_choice: Callable[[], None],
    ) -> None:
        """`context` is the occasion; after a check-in the routine is the one decided on."""
        self._screen = screen
        self._context = app_context
        self._checked = checked
        self._on_choice = on_choice
        routine = (checked and checked.routine) or routine
        self.pane = ReadyPane(
            routine,
            app_context.frame_cache,
            lambda: app_context.clock.now().monotonic,
            context,
            checked and checked.decision,
            id="card",
        )
        self._gates = GateQuestions(screen, routine, self.pane, on_choice)
        easier = EasierQuestions(screen, lambda: self._checked, self._take)
        self.actions: dict[str, Callable[[], None]] = {
            "session.gate": self._gates.ask,
            "session.easier": easier.ask,
            "session.context": self._next_occasion,
        }

    @property
    def routine(self) -> Routine:
        """Routine as it will be played."""
        return self.pane.routine

    def new_session(self) -> LiveSession:
        """Return a session of the routine, which has not begun."""
        context = self._context
        return LiveSession.new(
            self.routine,
            context.clock,
            context.journals,
            first=context.settings.first_side,
            speed=context.speed,
            hold_wait=context.settings.pace,
        )

    @property
    def occasion(self) -> str:
        return self.pane.context

    @property
    def document(self) -> Mapping[str, object] | None:
        """Check-in, as the record keeps it."""
        return self._checked.document if self._checked else None

    @property
    def can_start(self) -> bool:
        """Whether the answers to the conditions leave anything to do."""
        return self.pane.can_start

    @property
    def starts(self) -> bool:
        """Whether the session begins at once, as the check-in was the last question."""
        return bool(self._checked and self._checked.starts and self.can_start)

    def offers(self, command: str) -> bool:
        """Whether there is something to choose by a command of `actions`."""
        if command == "session.gate":
            return self.pane.has_conditions
        return command != "session.easier" or self._checked is not None

    def read_history(self) -> None:
        """Read what the history tells about the conditions, in a worker."""
        self._screen.run_worker(self._gates.read, thread=True)

    def ask_conditions(self) -> None:
        self._gates.ask()

    def _next_occasion(self) -> None:
        self.pane.next_context()
        self._on_choice()

    def _take(self, checked: CheckedIn) -> None:
        """Play another plan: a step of it was swapped."""
        self._checked = checked
        if checked.routine:
            self.pane.set_plan(checked.routine, checked.decision)
            self._on_choice()
