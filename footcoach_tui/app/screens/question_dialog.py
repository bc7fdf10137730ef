"""Base of dialogs that ask a question, answered with one key or a click."""

from collections.abc import Mapping
from typing import ClassVar, NamedTuple, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Click

from footcoach_tui.app.screens.base import Dialog
from footcoach_tui.app.widgets.label import TextLabel
from footcoach_tui.app.widgets.mixins import ResizeAware
from footcoach_tui.app.widgets.wrapped_text import WrappedText

_MIN_ROWS_FOR_TEXT = 9
_Result = TypeVar("_Result")


class _QuestionBox(VerticalScroll, ResizeAware):
    """Box of a question; low screens leave out the text above the answers."""

    def on_resize(self) -> None:
        self.set_class(self.screen.size.height < _MIN_ROWS_FOR_TEXT, "-tight")


class Answer(NamedTuple):
    """Line of a dialog: keys as they are shown, what they do, and the action of a click."""

    keys: str
    text: str
    action: str
    key_actions: Mapping[str, str] = {}
    """Actions of a click on one character of the keys."""


class AnswerLine(WrappedText):
    """Answer that is given by its keys or by a click."""

    def __init__(self, answer: Answer, key_columns: int) -> None:
        self._answer = answer
        self._label = f"{answer.keys:>{key_columns}}"
        keys = Content.styled(self._label, "bold $accent")
        super().__init__(Content.assemble(keys, f"  \t{answer.text}"))

    async def on_click(self, event: Click) -> None:
        key = self._label[event.x] if event.y == 0 and event.x < len(self._label) else ""
        await self.screen.run_action(self._answer.key_actions.get(key, self._answer.action))


class QuestionDialog(Dialog[_Result]):
    """Dialog of a question, a text, and the answers, each given by its keys or by a click.

    The key enter is shown with its answer: one that deletes and ends nothing.
    """

    CSS_PATH = "../styles/dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("exclamation_mark", "app.command('app.flags')", "Get checked", show=False),
    ]

    def __init__(self, question: str, text: str, *answers: Answer) -> None:
        super().__init__()
        self._question = Content.styled(question, "bold $accent")
        self._text = text
        self._answers = answers

    def compose(self) -> ComposeResult:
        with _QuestionBox(id="card-box", classes="small"):
            yield TextLabel(self._question, id="question-title")
            yield TextLabel(self._text, id="card-text")
            columns = max(len(answer.keys) for answer in self._answers)
            for answer in self._answers:
                yield AnswerLine(answer, columns)

    def action_answer(self, answer: _Result) -> None:
        self.dismiss(answer)
