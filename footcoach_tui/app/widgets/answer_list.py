"""Answers of a question, a line each; each can be clicked."""

from textual import events
from textual.content import Content
from textual.message import Message

from footcoach_tui.app.cards.answers import answer_lines
from footcoach_tui.app.widgets.wrapped_text import WrappedText, wrapped
from footcoach_tui.coach.questions.check_in_questions import FlowQuestion


class AnswerList(WrappedText):
    """Answers with their keys."""

    class Chosen(Message):
        """An answer was clicked; `key` is its key."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._keys: tuple[str, ...] = ()
        self._lines: list[Content] = []

    def show_answers(self, question: FlowQuestion | None) -> None:
        """Show the answers of a question, or nothing without one."""
        self._keys = question.keys if question else ()
        self._lines = answer_lines(question) if question else []
        self.display = bool(self._lines)
        self.show(Content("\n").join(self._lines))

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None:
            return
        bottom = 0
        for key, line in zip(self._keys, self._lines, strict=True):
            bottom += wrapped(line, self.content_size.width).plain.count("\n") + 1
            if offset.y < bottom:
                self.post_message(self.Chosen(key))
                return
