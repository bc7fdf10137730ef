"""Conditions of a routine before it is played: read from the history, and asked in a dialog."""

from collections.abc import Callable

from footcoach_tui.app.screens.gate_dialog import GateDialog
from footcoach_tui.app.screens.live import LiveScreen
from footcoach_tui.app.widgets.ready_pane import ReadyPane
from footcoach_tui.coach.questions.gate_list import GateList
from footcoach_tui.history.training_line import training_line
from footcoach_tui.session.routine import Routine


class GateQuestions:
    """Conditions of the routine of a screen; `on_answer` is called when they were answered."""

    def __init__(
        self,
        screen: LiveScreen,
        routine: Routine,
        ready: ReadyPane,
        on_answer: Callable[[], None],
    ) -> None:
        self._screen = screen
        self._routine = routine
        self._ready = ready
        self._on_answer = on_answer
        self._gates: GateList | None = None
        self._training = ""

    def read(self) -> None:
        """Read what the history tells about the conditions; for a worker, as it reads files."""
        context = self._screen.app_context
        exercises, today = context.catalogue.exercises, context.today()
        self._training = training_line(context.history, self._routine, exercises, today)
        if context.rules:
            gates = GateList.of(self._routine, context.read_log(), context.rules(), today)
            self._gates = self._gates or gates

    def ask(self) -> None:
        if not self._ready.has_conditions:
            return
        self._gates = self._gates or GateList.unknown(self._routine)
        dialog = GateDialog(self._routine, self._gates, self._training)
        self._screen.app.push_screen(dialog, self._answered)

    def _answered(self, gates: GateList | None) -> None:
        if gates:
            self._gates = gates
            self._ready.set_answer(gates.answer)
            self._on_answer()
