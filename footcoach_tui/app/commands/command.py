"""One thing a person can do with a key.

No Textual in here, for the table of commands is read without a screen.
"""

from dataclasses import dataclass
from enum import StrEnum


class CommandGroup(StrEnum):
    """Where a command belongs in help and docs."""

    SESSION = "Session"
    LISTS = "Lists and panes"
    HISTORY = "History"
    APP = "footcoach"


@dataclass(frozen=True, slots=True)
class KeyCommand:
    """One thing a person can do with a key.

    `id` is its name in the config; `label` stands in the footer where `footer` says so; `help` is
    a sentence. `keys` are Textual's key names.
    """

    id: str
    keys: tuple[str, ...]
    label: str
    help: str
    group: CommandGroup
    is_in_footer: bool = False

    @property
    def key_labels(self) -> tuple[str, ...]:
        """The keys as a person reads them."""
        return tuple(key_label(key) for key in self.keys)


_SHOWN = {
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
}


def key_label(key: str) -> str:
    """A key's name as a person reads it: ``question_mark`` is ``?``."""
    return _SHOWN.get(key, key)
