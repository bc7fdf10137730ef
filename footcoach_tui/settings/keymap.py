"""Rules of the keys that the user gives to commands: Textual takes any text for a key."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

_NAMED_KEY = re.compile(
    "space|enter|tab|escape|backspace|delete|insert|home|end|pageup|pagedown|up|down|left|right|"
    "plus|minus|equals_sign|slash|question_mark|comma|full_stop|colon|semicolon|apostrophe|"
    "number_sign|at|underscore|asterisk|exclamation_mark|left_square_bracket|right_square_bracket"
)
_KEY = re.compile(r"[A-Za-z0-9]|f([1-9]|1[0-2])|(ctrl|alt)\+[a-z]|shift\+(tab|up|down|left|right)")
_SAME_BYTES = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+h": "backspace", "ctrl+j": "enter"}
"""Keys for which a terminal sends what it sends for another."""

_RESERVED = ("ctrl+c", "ctrl+q")


def key_problems(
    chosen: Mapping[str, tuple[str, ...]], commands: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[str, str]]:
    """Each command whose keys cannot be as chosen, and why.

    `commands` are all commands with their usual keys. A key can belong to one of them only, but for
    those that have the same one by default: they are never on the same screen.
    """
    owners: dict[str, list[str]] = defaultdict(list)
    for name, keys in commands.items():
        if name not in chosen:
            for key in keys:
                owners[key].append(name)
    for name, keys in chosen.items():
        for key in keys:
            owner = next((each for each in owners[key] if not _may_share(each, name, commands)), "")
            owners[key].append(name)
            message = _fault(key)
            if not message and owner:
                message = f"{key} belongs to {owner}; give that another key first"
            if message:
                yield name, message
                break


def _may_share(one: str, other: str, commands: Mapping[str, tuple[str, ...]]) -> bool:
    return one == other or not {*commands[one]}.isdisjoint(commands[other])


def _fault(key: str) -> str:
    if key in _SAME_BYTES:
        return f"a terminal cannot tell {key} from {_SAME_BYTES[key]}"
    if key in _RESERVED:
        return f"{key} always quits"
    if _NAMED_KEY.fullmatch(key) or _KEY.fullmatch(key):
        return ""
    return f"“{key}” is not the name of a key; see docs/keys.md"
