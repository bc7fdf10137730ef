"""What is wrong with one file, before it is known on which line, and what follows from it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from footcoach_tui.boundary.problems import Problem
from footcoach_tui.boundary.text import clean
from footcoach_tui.boundary.toml import Document, KeyPath, line_map, nearest

Table = Mapping[str, Any]
"""A table of a file. Values are as the schema demands, or UNKNOWN."""

MOST = 100
"""How many problems of one file are told."""

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_KEY_LIMIT = 60


class Unknown(Enum):
    """The value of a key that is at fault: nothing more is concluded from it."""

    UNKNOWN = "unknown"


UNKNOWN = Unknown.UNKNOWN


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong at a path of keys; list places count from 0 here, and from 1 when told."""

    path: KeyPath
    sentence: str


def problems(document: Document, faults: Iterable[Fault]) -> tuple[Problem, ...]:
    """Tell the faults of a file with their lines, in line order, at most MOST of them."""
    told = tuple(faults)
    if not told:
        return ()
    lines = line_map(document.text)
    found = sorted(
        Problem(document.file, nearest(lines, fault.path), key_of(fault.path), fault.sentence)
        for fault in told
    )
    if len(found) <= MOST:
        return tuple(found)
    more = Problem(document.file, 0, "", f"has more problems than the {MOST} told here")
    return (*found[:MOST], more)


def key_of(path: KeyPath) -> str:
    """Write a path for people: ``steps[3].reps`` is in the third step."""
    parts = (f"[{part + 1}]" if isinstance(part, int) else f".{_name(part)}" for part in path)
    return "".join(parts).removeprefix(".")


def with_unknown(value: Any, path: KeyPath) -> Any:
    """Return a copy of a file's values in which the value at `path` is UNKNOWN."""
    if not path or value is UNKNOWN:
        return UNKNOWN
    copy = value.copy()
    there = copy.get(path[0]) if isinstance(copy, dict) else copy[path[0]]
    copy[path[0]] = with_unknown(there, path[1:])
    return copy


def is_whole(value: Any) -> bool:
    """Whether nothing in a value is UNKNOWN."""
    if isinstance(value, Mapping):
        return all(map(is_whole, value.values()))
    if isinstance(value, list):
        return all(map(is_whole, value))
    return value is not UNKNOWN


def _name(part: str) -> str:
    return (
        part
        if _BARE.fullmatch(part) and len(part) <= _KEY_LIMIT
        else f'"{clean(part, _KEY_LIMIT)}"'
    )
