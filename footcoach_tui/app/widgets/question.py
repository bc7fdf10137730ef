"""A question in the middle of the screen, and the keys that answer it."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from footcoach_tui.app.widgets.label import TextLabel
from footcoach_tui.app.widgets.mixins import ResizeAware
from footcoach_tui.app.widgets.wrapped_text import WrappedText

_ROOMY = 9
"""Rows of the screen from which what it is about stands above the answers."""


class Question(VerticalScroll, ResizeAware):
    """Where there is little room, what it is about goes before the answers do."""

    def __init__(self, question: str, what: str, answers: dict[str, str]) -> None:
        """`what` it is about; `answers` say what comes of each key."""
        super().__init__(id="card-box", classes="small")
        self._question = question
        self._what = what
        self._answers = answers

    def on_resize(self) -> None:
        """Leave out what there is no room for."""
        self.set_class(self.screen.size.height < _ROOMY, "-tight")

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield TextLabel(Content.styled(self._question, "bold $accent"), id="question-title")
        yield TextLabel(self._what, id="card-text")
        rows = (
            Content.assemble((f"{key:>3}", "bold $accent"), f"  \t{text}")
            for key, text in self._answers.items()
        )
        yield WrappedText(Content("\n").join(rows), id="question-answers")
