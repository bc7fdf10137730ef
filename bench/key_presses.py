"""Random key presses: all keys of the app, the ways to its screens and dialogs, typed text."""

import random
from collections.abc import Collection, Iterator

from footcoach_tui.app.commands.table import KEY_COMMANDS

_NAMED = {
    "enter": "\r",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "escape": "\x1b",
    "space": " ",
    "backspace": "\x7f",
    "delete": "\x1b[3~",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "ctrl+a": "\x01",
    "ctrl+k": "\x0b",
    "ctrl+p": "\x10",
    "ctrl+u": "\x15",
    "ctrl+z": "\x1a",
    "exclamation_mark": "!",
    "question_mark": "?",
    "slash": "/",
    "asterisk": "*",
    "plus": "+",
    "minus": "-",
    "equals_sign": "=",
    "full_stop": ".",
    "comma": ",",
    "greater_than_sign": ">",
    "colon": ":",
}
_OWN_KEYS = "0123456789abcdefghijklmnopqrstuvwxyz"
"""Answers of dialogs and questions."""
WAYS = (
    *("h", "l", "P", "T", "i", "space", "enter", "slash", "ctrl+p", "3", "1 j enter", "3 enter"),
    *("h e", "h a", "h a enter", "h d", "h t", "h slash", "h enter", "h enter e", "h enter d"),
    *("h p", "h 2", "l slash", "l o", "P v", "P W", "P z", "P x", "P enter", "T enter", "T C"),
    *("exclamation_mark", "question_mark", "H", "H 3", "space H 2", "f", "n n n", "q s", "space"),
)
"""Keys, space-separated, that lead from the start screen or a session to a screen or dialog."""
_TEXTS = ("2026-03-01 07:30", "yesterday", "pain>3", "since:30d", "4", "sore arch", "heel")
_OTHERS = ("escape", "tab", "enter", "shift+tab", "pagedown", "pageup", "ctrl+u", "backspace")
_RARE = {"q", "ctrl+q", "ctrl+c", "ctrl+z"}
_RARE_SHARE = 0.3
"""Share of the keys that end or suspend the app that are typed: mostly it is to live on."""


def sequence(key: str) -> str:
    """What a terminal sends for a key, named as Textual does."""
    return _NAMED.get(key, key)


def all_keys() -> tuple[str, ...]:
    """Every key of the table of commands, of dialogs and of forms, once."""
    of_table = (key for command in KEY_COMMANDS for key in command.keys)
    return tuple(dict.fromkeys([*of_table, *_OWN_KEYS, *_NAMED]))


def random_keys(chance: random.Random, count: int, without: Collection[str] = ()) -> list[str]:
    """So many random keys, by their names; none of those of `without`."""
    keys: list[str] = []
    presses = _presses(chance)
    while len(keys) < count:
        key = next(presses)
        if key not in without and (key not in _RARE or chance.random() < _RARE_SHARE):
            keys.append(key)
    return keys


def _presses(chance: random.Random) -> Iterator[str]:
    every = all_keys()
    while True:
        kind = chance.random()
        if kind < 0.25:  # noqa: PLR2004 - shares that lead to many screens
            yield from chance.choice(WAYS).split()
        elif kind < 0.35:  # noqa: PLR2004
            yield from ("space" if char == " " else _name(char) for char in chance.choice(_TEXTS))
        elif kind < 0.5:  # noqa: PLR2004
            yield chance.choice(_OTHERS)
        else:
            yield chance.choice(every)


def _name(char: str) -> str:
    return next((name for name, sent in _NAMED.items() if sent == char), char)
