"""A line to type a query into: what is wrong with it, and what it could become, stand below."""

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

_OFFERED = 8
_MAX_QUERY_LENGTH = 300


class QueryInput(Vertical):
    """Hidden until it is opened."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "complete", "Complete"),
        Binding("escape", "put_away", "Close", key_display="esc"),
        Binding("down", "leave", "To the list", show=False),
    ]

    class QueryChanged(Message):
        """There is another query: one that means something, or "" for none."""

        def __init__(self, text: str) -> None:
            """`text` is the query."""
            super().__init__()
            self.text = text

    class Submitted(Message):
        """The typing is done with: what was found is wanted."""

    class Closed(Message):
        """The line was closed, and nothing is looked for."""

    def __init__(self, vocabulary: Vocabulary, today: Callable[[], date]) -> None:
        """`vocabulary` is what words can be completed to."""
        super().__init__()
        self._vocabulary = vocabulary
        self._today = today
        self.text = ""

    @property
    def value(self) -> str:
        """What stands in the line, right or wrong."""
        return self.query_one(Input).value

    @property
    def is_open(self) -> bool:
        """Whether it can be seen."""
        return self.has_class("-open")

    def compose(self) -> ComposeResult:
        """The line, and one below it."""
        yield Input(
            placeholder="a word, pain>3, since:30d …",
            max_length=_MAX_QUERY_LENGTH,
            select_on_focus=False,
            id="find",
        )
        yield TextLabel(id="find-hint")

    def open(self) -> None:
        """Show the line and type into it, behind what stands there."""
        self.add_class("-open")
        line = self.query_one(Input)
        if line.value and not line.value.endswith(" "):
            line.value += " "
        line.focus()
        line.cursor_position = len(line.value)
        self._hint()

    def set_query(self, text: str) -> None:
        """Look for something without anybody typing; "" closes the line, which tells nobody."""
        self.set_class(bool(text), "-open")
        self.text = self.text if text else ""
        self.query_one(Input).value = text

    def action_put_away(self) -> None:
        """Close the line, and look for nothing."""
        self.set_query("")
        self.post_message(self.Closed())

    def action_leave(self) -> None:
        """Go to what was found."""
        self.post_message(self.Submitted())

    def action_complete(self) -> None:
        """Take the first word that is offered."""
        line = self.query_one(Input)
        offered = self._offered()
        if offered:
            line.value = offered[0].applied(line.value)
            line.cursor_position = offered[0].start + len(offered[0].word)

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        text = self.value.strip()  # the event's own may be out of date
        self._hint()
        if self._mistake() is None and text != self.text:
            self.text = text
            self.post_message(self.QueryChanged(text))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        mistake = self._mistake()
        if mistake is None:
            self.post_message(self.Submitted())
        else:
            self._show_mistake(mistake)

    def _mistake(self) -> QueryError | None:
        try:
            parse_query(self.value, self._today())
        except QueryError as error:
            return error
        return None

    def _offered(self) -> tuple[Completion, ...]:
        line = self.query_one(Input)
        return self._vocabulary.completions(line.value, line.cursor_position)

    def _hint(self) -> None:
        """Below the line: what the word could become, else what is wrong."""
        mistake, offered = self._mistake(), self._offered()
        if mistake and not offered:
            self._show_mistake(mistake)
            return
        words = [one.word for one in offered[:_OFFERED]]
        text = Content.assemble(("tab ", "$accent"), "  ".join(words)) if words else Content("")
        self.query_one("#find-hint", TextLabel).show(text)

    def _show_mistake(self, mistake: QueryError) -> None:
        self.query_one("#find-hint", TextLabel).show(Content.styled(mistake.sentence, "$warning"))
