"""Faults of one file: the path of a key and a message, before the line is known."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from footcoach_tui.boundary.problems import Problem, with_suggestion
from footcoach_tui.boundary.text import clean, quote
from footcoach_tui.boundary.toml import TomlDocument
from footcoach_tui.boundary.toml_lines import KeyPath
from footcoach_tui.library.kinds import TomlTable

MAX_FAULTS = 100
"""Most problems that are reported of one file."""

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_KEY_LIMIT = 60


class _Unknown(Enum):
    UNKNOWN = "unknown"


UNKNOWN = _Unknown.UNKNOWN
"""Sentinel: value of a key that is at fault or missing; no other fault is concluded from it."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Fault at a path of keys; indices of lists count from 0."""

    path: KeyPath
    message: str


def problems_of(document: TomlDocument, faults: Iterable[Fault]) -> tuple[Problem, ...]:
    """Return the faults of a file with their lines, in line order, at most MAX_FAULTS of them."""
    faults = tuple(faults)
    if not faults:
        return ()
    lines = document.lines_of(fault.path for fault in faults)
    problems = sorted(
        Problem(document.file, line, _key_of(fault.path), fault.message)
        for line, fault in zip(lines, faults, strict=True)
    )
    if len(problems) <= MAX_FAULTS:
        return tuple(problems)
    more = f"has more problems than the {MAX_FAULTS} listed here"
    return (*problems[:MAX_FAULTS], Problem(document.file, 0, "", more))


def missing_name(what: str, name: Any, known: Collection[str], path: KeyPath) -> Iterator[Fault]:
    """Yield a fault if there is no `name` among the known ones; none if it is UNKNOWN itself."""
    if name is not UNKNOWN and name not in known:
        yield Fault(path, with_suggestion(f"there is no {what} {quote(name)}", name, known))


def entries(table: TomlTable, key: str) -> Iterator[tuple[int, Any]]:
    """Yield index and value of the entries of a list, but for those that are UNKNOWN."""
    values = table.get(key, UNKNOWN)
    if values is not UNKNOWN:
        yield from ((index, value) for index, value in enumerate(values) if value is not UNKNOWN)


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
