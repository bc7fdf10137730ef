"""Input for a query, with completions and errors below it."""

from collections.abc import Callable
from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input

from footcoach_tui.app.widgets.label import TextLabel
from footcoach_tui.history.query.completion import Completion, Vocabulary
from footcoach_tui.history.query.parse import QueryError, parse_query

_MAX_SUGGESTIONS = 8
_MAX_QUERY_LENGTH = 300


class QueryInput(Vertical):
    """Query input, hidden until opened."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "complete", "Complete"),
        Binding("escape", "close", "Close", key_display="esc"),
        Binding("down", "leave", "To the list", show=False),
    ]

    class QueryChanged(Message):
        """The query changed to another valid one, or to "" for none."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Submitted(Message):
        """Enter was pressed."""

    class Closed(Message):
        """The input was closed and the query cleared."""

    def __init__(self, vocabulary: Vocabulary, today: Callable[[], date]) -> None:
        super().__init__()
        self._vocabulary = vocabulary
        self._today = today
        self.text = ""

    @property
    def value(self) -> str:
        return self.query_one(Input).value

    @property
    def is_open(self) -> bool:
        return self.has_class("-open")

    def compose(self) -> ComposeResult:
        yield Input(
            placeholder="a word, pain>3, since:30d …",
            max_length=_MAX_QUERY_LENGTH,
            select_on_focus=False,
            id="find",
        )
        yield TextLabel(id="find-hint")

    def open(self) -> None:
        """Show and focus the input, the cursor behind its text."""
        self.add_class("-open")
        field = self.query_one(Input)
        if field.value and not field.value.endswith(" "):
            field.value += " "
        field.focus()
        field.cursor_position = len(field.value)
        self._hint()

    def set_query(self, text: str) -> None:
        """Set the query without a message; "" closes the input."""
        self.set_class(bool(text), "-open")
        self.text = self.text if text else ""
        self.query_one(Input).value = text

    def action_close(self) -> None:
        self.set_query("")
        self.post_message(self.Closed())

    def action_leave(self) -> None:
        self.post_message(self.Submitted())

    def action_complete(self) -> None:
        """Complete the word to the first suggestion."""
        field = self.query_one(Input)
        suggestions = self._suggestions()
        if suggestions:
            field.value = suggestions[0].applied(field.value)
            field.cursor_position = suggestions[0].start + len(suggestions[0].word)

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        text = self.value.strip()  # the event's own may be out of date
        self._hint()
        if self._problem() is None and text != self.text:
            self.text = text
            self.post_message(self.QueryChanged(text))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        problem = self._problem()
        if problem is None:
            self.post_message(self.Submitted())
        else:
            self._show_problem(problem)

    def _problem(self) -> QueryError | None:
        try:
            parse_query(self.value, self._today())
        except QueryError as error:
            return error
        return None

    def _suggestions(self) -> tuple[Completion, ...]:
        field = self.query_one(Input)
        return self._vocabulary.completions(field.value, field.cursor_position)

    def _hint(self) -> None:
        """Show the suggestions, else the error."""
        problem, suggestions = self._problem(), self._suggestions()
        if problem and not suggestions:
            self._show_problem(problem)
            return
        words = [suggestion.word for suggestion in suggestions[:_MAX_SUGGESTIONS]]
        text = Content.assemble(("tab ", "$accent"), "  ".join(words)) if words else Content("")
        self.query_one("#find-hint", TextLabel).show(text)

    def _show_problem(self, problem: QueryError) -> None:
        self.query_one("#find-hint", TextLabel).show(Content.styled(problem.sentence, "$warning"))
