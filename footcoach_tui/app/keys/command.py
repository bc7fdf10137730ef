"""One thing a person can do with a key.

No Textual in here, for the table of commands is read without a screen.
"""

from dataclasses import dataclass
from enum import StrEnum


class Group(StrEnum):
    """Where a command belongs in help and docs."""

    SESSION = "Session"
    LISTS = "Lists and panes"
    HISTORY = "History"
    APP = "footcoach"


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a person can do with a key.

    `id` is its name in the config; `label` stands in the footer where `footer` says so; `help` is
    a sentence. `keys` are Textual's key names.
    """

    id: str
    keys: tuple[str, ...]
    label: str
    help: str
    group: Group
    footer: bool = False

    @property
    def shown(self) -> tuple[str, ...]:
        """The keys as a person reads them."""
        return tuple(shown(key) for key in self.keys)


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


def shown(key: str) -> str:
    """A key's name as a person reads it: ``question_mark`` is ``?``."""
    return _SHOWN.get(key, key)
