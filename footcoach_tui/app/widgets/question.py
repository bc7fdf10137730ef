"""A question and its answers by key."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from footcoach_tui.app.widgets.label import TextLabel
from footcoach_tui.app.widgets.mixins import ResizeAware
from footcoach_tui.app.widgets.wrapped_text import WrappedText

_ROOMY = 9
"""Rows of the screen from which what it is about stands above the answers."""


class Question(VerticalScroll, ResizeAware):
    """Question, text and answers; low screens leave out the text."""

    def __init__(self, question: str, what: str, answers: dict[str, str]) -> None:
        super().__init__(id="card-box", classes="small")
        self._question = question
        self._what = what
        self._answers = answers

    def on_resize(self) -> None:
        self.set_class(self.screen.size.height < _ROOMY, "-tight")

    def compose(self) -> ComposeResult:
        yield TextLabel(Content.styled(self._question, "bold $accent"), id="question-title")
        yield TextLabel(self._what, id="card-text")
        rows = (
            Content.assemble((f"{key:>3}", "bold $accent"), f"  \t{text}")
            for key, text in self._answers.items()
        )
        yield WrappedText(Content("\n").join(rows), id="question-answers")
