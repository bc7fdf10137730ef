"""Record of a command with its keys; free of Textual, as its readers need no screen."""

from enum import StrEnum
from typing import NamedTuple


class CommandGroup(StrEnum):
    """Section of the help and the docs."""

    SESSION = "Session"
    LISTS = "Lists and panes"
    HISTORY = "History"
    PLAN = "Plan"
    COMPOSER = "Composer"
    APP = "footcoach"


class KeyCommand(NamedTuple):
    """Command that the user gives with a key.

    `id` is its name in the settings, `label` its text in the footer; `help` is a sentence. `keys`
    are Textual's key names.
    """

    id: str
    keys: tuple[str, ...]
    label: str
    help: str
    group: CommandGroup
    is_in_footer: bool = False

    @property
    def key_labels(self) -> tuple[str, ...]:
        return tuple(map(self.label_of, self.keys))

    @staticmethod
    def label_of(key: str) -> str:
        """Label of a key: ``question_mark`` is ``?``."""
        return _KEY_LABELS.get(key, key)


_KEY_LABELS = {
    "right": "→",
    "left": "←",
    "up": "↑",
    "down": "↓",
    "space": "space",
    "plus": "+",
    "equals_sign": "=",
    "minus": "-",
    "slash": "/",
    "question_mark": "?",
    "exclamation_mark": "!",
    "asterisk": "*",
}
