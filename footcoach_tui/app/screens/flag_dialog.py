"""Red flags: the list that is asked, and the text of one that is true."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Click

from footcoach_tui.app.cards.answers import answer_lines
from footcoach_tui.app.screens.answer_cursor import AnswerCursor
from footcoach_tui.app.screens.base import Dialog
from footcoach_tui.app.widgets.clickable_hint import clickable_hint
from footcoach_tui.app.widgets.wrapped_text import WrappedText
from footcoach_tui.coach.questions.check_in_questions import asked_flags, flag_question
from footcoach_tui.coach.rules.red_flags import RedFlag

_ANSWER = "answer-"


class FlagListDialog(Dialog[tuple[RedFlag, ...] | None]):
    """Question which red flag is true: the first one is returned, or none.

    Returns None if the list was not answered. `lead` is what stands above the question.
    """

    CSS_PATH = "../styles/dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(digit), f"digit('{digit}')", show=False) for digit in range(10)),
        Binding("down,j", "move('down')", "Down", show=False),
        Binding("up,k", "move('up')", "Up", show=False),
        Binding("n", "none", "None of these"),
        Binding("enter", "choose", "The chosen one"),
        Binding("escape", "skip", "Skip", key_display="esc"),
    ]

    def __init__(self, flags: Iterable[RedFlag], lead: str = "") -> None:
        super().__init__()
        self._lead = lead
        self._flags = asked_flags(flags)
        self._question = flag_question(self._flags)
        self._cursor = AnswerCursor()

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="card-box", can_focus=False) as box:
            box.border_subtitle = clickable_hint("a number and enter, or n · esc skip")
            if self._lead:
                yield WrappedText(self._lead, id="lead")
            yield WrappedText(Content.styled(self._question.text, "bold $accent"), id="card-text")
            for number in range(len(self._question.answers)):
                yield WrappedText(id=f"{_ANSWER}{number}")
            yield WrappedText(self._question.note, id="question-note")

    def on_mount(self) -> None:
        self._show()

    def action_digit(self, digit: str) -> None:
        self._cursor = self._cursor.typed_digit(self._question, digit)
        self._show()

    def action_move(self, arrow: str) -> None:
        self._cursor = self._cursor.moved(self._question, arrow)
        self._show()

    def action_none(self) -> None:
        self.dismiss(())

    def action_choose(self) -> None:
        key = self._cursor.key(self._question)
        if key.isdigit():
            self.dismiss((self._flags[int(key) - 1],))
        elif key:
            self.dismiss(())

    def on_click(self, event: Click) -> None:
        """Mark the answer that was clicked; the marked one, clicked again, is chosen."""
        name = (event.widget and event.widget.id) or ""
        if name.startswith(_ANSWER):
            place = int(name.removeprefix(_ANSWER))
            if place == self._cursor.place:
                self.action_choose()
            else:
                self._cursor = AnswerCursor(place)
                self._show()

    def action_skip(self) -> None:
        self.dismiss(None)

    def _show(self) -> None:
        """Show the answers, and scroll to the chosen one."""
        place = self._cursor.place
        for number, line in enumerate(answer_lines(self._question, place)):
            self.query_one(f"#{_ANSWER}{number}", WrappedText).show(line)
        if place >= 0:
            chosen = self.query_one(f"#{_ANSWER}{place}")
            self.query_one("#card-box").scroll_to_widget(chosen, animate=False)


class FlagScreen(Dialog[None]):
    """Text of a red flag that is true, and nothing else."""

    CSS_PATH = "../styles/dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,q,space,backspace", "close", "Back", key_display="esc"),
    ]

    def __init__(self, flag: RedFlag) -> None:
        super().__init__()
        self._flag = flag

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="card-box") as box:
            box.border_subtitle = clickable_hint("esc back")
            yield WrappedText(Content.styled(self._flag.advice, "bold $error"), id="card-text")

    def action_close(self) -> None:
        self.dismiss()
