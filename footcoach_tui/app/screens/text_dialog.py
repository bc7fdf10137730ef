"""Dialog of a text to read."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from footcoach_tui.app.screens.base import Dialog
from footcoach_tui.app.widgets.clickable_hint import clickable_hint
from footcoach_tui.app.widgets.wrapped_text import WrappedText

_CLOSE_KEYS = "escape,enter,q,i,question_mark,space"
_FLAGS_KEY = "exclamation_mark"


class TextDialog(Dialog[None]):
    """Scrollable text; escape, enter, q or the key that opened it closes it."""

    CSS_PATH = "../styles/dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(_CLOSE_KEYS, "close", "Back", key_display="esc"),
        Binding(_FLAGS_KEY, "flags", "Get checked", show=False),
        Binding("j,down", "go(1)", "Down", show=False),
        Binding("k,up", "go(-1)", "Up", show=False),
        Binding("g,home", "go(-100000)", "Top", show=False),
        Binding("G,end", "go(100000)", "Bottom", show=False),
        Binding("pagedown", "go(10)", "Page down", show=False),
        Binding("pageup", "go(-10)", "Page up", show=False),
    ]

    def __init__(self, text: Content, *, is_of_flags: bool = False) -> None:
        """`is_of_flags`: the text is that of the red flags, whose key closes it."""
        super().__init__()
        self._text = text
        self._is_of_flags = is_of_flags

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="card-box") as box:
            box.border_subtitle = clickable_hint("esc back · j k scroll")
            yield WrappedText(self._text, id="card-text")

    def action_close(self) -> None:
        self.dismiss()

    async def action_flags(self) -> None:
        if self._is_of_flags:
            self.dismiss()
        else:
            await self.run_action("app.command('app.flags')")

    def action_go(self, lines: int) -> None:
        self.query_one("#card-box").scroll_relative(y=lines, animate=False)
