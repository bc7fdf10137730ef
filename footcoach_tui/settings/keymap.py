"""Keys that a person may give to commands. Textual takes any text for a key and says nothing."""

import re
from collections.abc import Iterator, Mapping

_NAMED = re.compile(
    "space|enter|tab|escape|backspace|delete|insert|home|end|pageup|pagedown|up|down|left|right|"
    "plus|minus|equals_sign|slash|question_mark|comma|full_stop|colon|semicolon|apostrophe|"
    "number_sign|at|underscore|asterisk|exclamation_mark|left_square_bracket|right_square_bracket"
)
_KEY = re.compile(r"[A-Za-z0-9]|f([1-9]|1[0-2])|(ctrl|alt)\+[a-z]|shift\+(tab|up|down|left|right)")
_SAME = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+h": "backspace", "ctrl+j": "enter"}
"""Keys that no terminal can tell apart."""

_TAKEN = {"ctrl+c": "leaves", "ctrl+q": "leaves"}


def key_problems(
    chosen: Mapping[str, tuple[str, ...]], commands: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[str, str]]:
    """Each command whose keys cannot be as chosen, and why.

    `commands` are all commands with their usual keys; a key must belong to one of them only.
    """
    owners: dict[str, str] = {}
    for name, keys in commands.items():
        if name not in chosen:
            owners |= dict.fromkeys(keys, name)
    for name, keys in chosen.items():
        for key in keys:
            wrong = _wrong(key) or _clash(owners, key, name)
            if wrong:
                yield name, wrong
                break
            owners[key] = name


def _wrong(key: str) -> str:
    if key in _SAME:
        return f"{key} cannot be told from {_SAME[key]} by a terminal"
    if key in _TAKEN:
        return f"{key} {_TAKEN[key]} always"
    if _NAMED.fullmatch(key) or _KEY.fullmatch(key):
        return ""
    return f"“{key}” is not the name of a key; see docs/keys.md"


def _clash(owners: Mapping[str, str], key: str, name: str) -> str:
    other = owners.get(key)
    return (
        f"{key} belongs to {other}; give that another key first"
        if other not in (None, name)
        else ""
    )
