"""Base screen of questions that are answered with single keys."""

from collections.abc import Iterator
from string import ascii_letters, digits
from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.events import Click

from footcoach_tui.app.cards.check_in import clicked_key
from footcoach_tui.app.screens.base import AppScreen
from footcoach_tui.app.widgets.clickable_hint import SEPARATOR, clickable_hint
from footcoach_tui.app.widgets.wrapped_text import WrappedText

_Answer = TypeVar("_Answer")
_FRAME = 4
"""Columns of the frame beside a hint; the box takes nine tenths of the screen."""

_NAMED_KEYS = ("enter", "backspace", "escape", "space", "up", "down", "left", "right")
_PUNCTUATION = {
    "comma": ",",
    "full_stop": ".",
    "minus": "-",
    "apostrophe": "'",
    "colon": ":",
    "semicolon": ";",
    "slash": "/",
    "left_parenthesis": "(",
    "right_parenthesis": ")",
}


def _key_bindings() -> Iterator[Binding]:
    for key in (*ascii_letters, *digits, *_NAMED_KEYS, *_PUNCTUATION):
        yield Binding(key, f"key({key!r})", show=False)


def typed_text(key: str) -> str:
    """Return the character that a key types, "" for one that types none."""
    named = _PUNCTUATION | {"space": " "}
    return key if len(key) == 1 else named.get(key, "")


class QuestionScreen(AppScreen[_Answer]):
    """Screen whose keys are all answers, in the order in which they were typed.

    Keys are bindings, not key events: a key that was typed before the screen opened finds the
    bindings of the present screen, but its event goes to the screen before. Keys that come before
    there is a question wait for it.
    """

    AUTO_FOCUS = ""
    CSS_PATH = "../styles/questions.tcss"
    BINDINGS: ClassVar[list[BindingType]] = list(_key_bindings())

    def __init__(self) -> None:
        super().__init__()
        self._waiting_keys: list[str] = []
        self._is_ready = False
        self._hint = ""

    def on_resize(self) -> None:
        self.show_hint(self._hint)

    def on_answer_key(self, key: str) -> bool:
        """Handle a key, once the screen is ready for it; return whether it did anything."""
        raise NotImplementedError

    def action_key(self, key: str) -> None:
        if self._is_ready:
            self.on_answer_key(key)
        else:
            self._waiting_keys.append(key)

    def on_click(self, event: Click) -> None:
        """Answer with the key of the line that was clicked."""
        lines = event.widget
        if not isinstance(lines, WrappedText) or lines.id != "question-keys":
            return
        offset = event.get_content_offset(lines)
        if offset and (key := clicked_key(lines.line_at(offset.y), offset.x)):
            self.answer_click(key)

    def answer_click(self, key: str) -> None:
        """Answer with the key of a line; it counts as typed."""
        self.action_key(key)

    def become_ready(self) -> None:
        """Answer with the keys that have waited, and from now on with each one at once.

        After one that does nothing the others are dropped: they were meant for other questions.
        """
        self._is_ready = True
        while self._waiting_keys and self._is_ready:
            if not self.on_answer_key(self._waiting_keys.pop(0)):
                self.forget_waiting_keys()

    def show_hint(self, hint: str) -> None:
        """Show the keys in the frame; the first ones are left out where not all fit."""
        self._hint = hint
        parts = hint.split(SEPARATOR)
        room = self.size.width * 9 // 10 - _FRAME
        while len(parts) > 1 and len(SEPARATOR.join(parts)) > room:
            parts.pop(0)
        for box in self.query("#questions"):  # none before the screen is composed
            box.border_subtitle = clickable_hint(SEPARATOR.join(parts))

    def forget_waiting_keys(self) -> None:
        self._waiting_keys.clear()

    def become_busy(self) -> None:
        """Let keys wait until `become_ready` is called again."""
        self._is_ready = False
