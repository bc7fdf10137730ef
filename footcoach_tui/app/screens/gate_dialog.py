"""Conditions of harder steps as a list to tick."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen

from footcoach_tui.app.widgets.clickable_hint import clickable_hint
from footcoach_tui.app.widgets.wrapped_text import WrappedText
from footcoach_tui.coach.decisions.gates import GateCondition
from footcoach_tui.coach.questions.gate_list import GateList
from footcoach_tui.session.routine import GateAnswer, Routine
from footcoach_tui.text.safety import answer_line, gates_name

_KEYS = "a number or space ticks · enter done · esc as before"


class GateDialog(ModalScreen[GateList | None]):
    """List of conditions; returns it with what was ticked, None where nothing changes."""

    CSS_PATH = "../styles/dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(digit), f"tick({digit})", show=False) for digit in range(1, 10)),
        Binding("down,j", "move(1)", "Down", show=False),
        Binding("up,k", "move(-1)", "Up", show=False),
        Binding("space", "tick(0)", "Tick"),
        Binding("enter", "done", "Done"),
        Binding("escape,q", "cancel", "As before", key_display="esc"),
    ]

    def __init__(self, routine: Routine, gates: GateList, note: str = "") -> None:
        """`note` is what the history tells about the conditions."""
        super().__init__()
        self._routine = routine
        self._gates = gates
        self._note = note
        self._place = next((n for n, each in enumerate(gates.conditions) if each.is_asked), 0)

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="card-box", can_focus=False) as box:
            box.border_subtitle = clickable_hint(_KEYS)
            title = f"{gates_name(self._routine)}: tick what is true"
            yield WrappedText(Content.styled(title, "bold $accent"), id="question-title")
            for number in range(len(self._gates.conditions)):
                yield WrappedText(id=f"condition-{number}")
            yield WrappedText(id="gate-answer")
            yield WrappedText(self._note, id="question-note")

    def on_mount(self) -> None:
        self.query_one("#question-note").display = bool(self._note)
        self._show()

    def on_click(self, event: events.Click) -> None:
        name = event.widget.id or "" if event.widget else ""
        if name.startswith("condition-"):
            self.action_tick(int(name.removeprefix("condition-")) + 1)

    def action_move(self, rows: int) -> None:
        self._place = min(max(self._place + rows, 0), len(self._gates.conditions) - 1)
        self._show()

    def action_tick(self, number: int) -> None:
        """Tick a condition by its number, or the present one for 0."""
        if number > len(self._gates.conditions):
            return
        self._place = number - 1 if number else self._place
        self._gates = self._gates.toggled(self._place)
        self._show()

    def action_done(self) -> None:
        self.dismiss(self._gates)

    def action_cancel(self) -> None:
        self.dismiss(None)

    def _show(self) -> None:
        for number, condition in enumerate(self._gates.conditions):
            line = _line(number, condition, is_present=number == self._place)
            self.query_one(f"#condition-{number}", WrappedText).show(line)
        answer = self._gates.answer
        if answer is GateAnswer.SORE:
            answer = GateAnswer.EXCLUDED
        text = answer_line(self._routine, answer)
        self.query_one("#gate-answer", WrappedText).show(Content.styled(f"→ {text}", "bold"))
        if self._gates.conditions:
            present = self.query_one(f"#condition-{self._place}")
            self.query_one("#card-box").scroll_to_widget(present, animate=False)


def _line(number: int, condition: GateCondition, *, is_present: bool) -> Content:
    mark = Content.styled("▶ " if is_present else "  ", "$accent")
    if condition.is_asked:
        box = "[x]" if condition.is_met else "[ ]"
        return Content.assemble(mark, (f"{number + 1} {box}  ", "bold"), "\t", condition.text)
    glyph, style = ("✓", "$success") if condition.is_met else ("–", "$warning")
    told = ("  by your history", "$secondary")
    return Content.assemble(mark, (f"{number + 1}  {glyph}   ", style), "\t", condition.text, told)
