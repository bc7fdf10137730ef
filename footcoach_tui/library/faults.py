"""Faults of one file: the path of a key and a message, before the line is known."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from footcoach_tui.boundary.problems import Problem, suggestion
from footcoach_tui.boundary.text import clean, quote
from footcoach_tui.boundary.toml import KeyPath, TomlDocument, line_map, nearest_line

TomlTable = Mapping[str, Any]
"""A table of a file. Its values have the shape that the schema demands, or are UNKNOWN."""

MAX_FAULTS = 100
"""Most problems that are reported of one file."""

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_KEY_LIMIT = 60


class _Unknown(Enum):
    UNKNOWN = "unknown"


UNKNOWN = _Unknown.UNKNOWN
"""Value of a key that is at fault or missing: no other fault is concluded from it."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault at a path of keys; places in lists count from 0."""

    path: KeyPath
    message: str


def problems_of(document: TomlDocument, faults: Iterable[Fault]) -> tuple[Problem, ...]:
    """Return the faults of a file with their lines, in line order, at most MAX_FAULTS of them."""
    found = tuple(faults)
    if not found:
        return ()
    lines = line_map(document.text)
    problems = sorted(
        Problem(document.file, nearest_line(lines, fault.path), _key_of(fault.path), fault.message)
        for fault in found
    )
    if len(problems) <= MAX_FAULTS:
        return tuple(problems)
    more = f"has more problems than the {MAX_FAULTS} told here"
    return (*problems[:MAX_FAULTS], Problem(document.file, 0, "", more))


def missing_name(what: str, name: Any, known: Collection[str], path: KeyPath) -> Iterator[Fault]:
    """Yield a fault if there is no `name` among the known ones; none if it is UNKNOWN itself."""
    if name is not UNKNOWN and name not in known:
        yield Fault(path, with_suggestion(f"there is no {what} {quote(name)}", name, known))


def with_suggestion(message: str, word: str, known: Iterable[str]) -> str:
    """Return the message and, after a semicolon, the known word that was probably meant."""
    meant = suggestion(word, known)
    return f"{message}; {meant}" if meant else message


def entries(table: TomlTable, key: str) -> Iterator[tuple[int, Any]]:
    """Yield place and value of the entries of a list, but for those that are UNKNOWN."""
    values = table.get(key, UNKNOWN)
    if values is not UNKNOWN:
        yield from ((place, value) for place, value in enumerate(values) if value is not UNKNOWN)


def is_whole(value: Any) -> bool:
    """Whether nothing in a value is UNKNOWN."""
    if isinstance(value, Mapping):
        return all(map(is_whole, value.values()))
    if isinstance(value, list):
        return all(map(is_whole, value))
    return value is not UNKNOWN


def _key_of(path: KeyPath) -> str:
    """Format a path: ``steps[3].reps`` is in the third step."""
    parts = (f"[{part + 1}]" if isinstance(part, int) else f".{_quoted(part)}" for part in path)
    return "".join(parts).removeprefix(".")


def _quoted(key: str) -> str:
    is_bare = _BARE_KEY.fullmatch(key) and len(key) <= _KEY_LIMIT
    return key if is_bare else f'"{clean(key, _KEY_LIMIT)}"'
