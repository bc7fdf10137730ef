"""A question and its answers by key."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from footcoach_tui.app.widgets.label import TextLabel
from footcoach_tui.app.widgets.mixins import ResizeAware
from footcoach_tui.app.widgets.wrapped_text import WrappedText

_MIN_ROWS_FOR_TEXT = 9


class Question(VerticalScroll, ResizeAware):
    """Question, text and answers; low screens leave out the text."""

    def __init__(self, question: str, text: str, answers: dict[str, str]) -> None:
        super().__init__(id="card-box", classes="small")
        self._question = question
        self._text = text
        self._answers = answers

    def on_resize(self) -> None:
        self.set_class(self.screen.size.height < _MIN_ROWS_FOR_TEXT, "-tight")

    def compose(self) -> ComposeResult:
        yield TextLabel(Content.styled(self._question, "bold $accent"), id="question-title")
        yield TextLabel(self._text, id="card-text")
        rows = (
            Content.assemble((f"{key:>3}", "bold $accent"), f"  \t{text}")
            for key, text in self._answers.items()
        )
        yield WrappedText(Content("\n").join(rows), id="question-answers")
