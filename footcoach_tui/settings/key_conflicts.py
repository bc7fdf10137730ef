"""Keys that two commands share: why the keys of a config file are not taken, told in full."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from footcoach_tui.boundary.safe_read import UnreadableError, read_regular_file
from footcoach_tui.boundary.toml import TomlError, parse_toml
from footcoach_tui.settings.loader import MAX_CONFIG_BYTES


class KeyConflict(NamedTuple):
    """A key, and the two commands that have it."""

    key: str
    first: str
    second: str


def key_conflicts(path: Path, commands: Mapping[str, tuple[str, ...]]) -> tuple[KeyConflict, ...]:
    """Every clash in a config file; none in one that cannot be read, of which others tell.

    `commands` are all commands with their usual keys.
    """
    try:
        table = parse_toml(read_regular_file(path, MAX_CONFIG_BYTES), str(path)).values.get(
            "keys", {}
        )
    except (TomlError, UnreadableError):
        return ()
    chosen = table if isinstance(table, dict) else {}
    return tuple(_clashes({name: _keys(chosen.get(name, keys)) for name, keys in commands.items()}))


def _clashes(commands: Mapping[str, tuple[str, ...]]) -> Iterator[KeyConflict]:
    owners: dict[str, str] = {}
    for name, keys in commands.items():
        for key in dict.fromkeys(keys):
            if key in owners:
                yield KeyConflict(key, owners[key], name)
            owners.setdefault(key, name)


def _keys(value: Any) -> tuple[str, ...]:
    """The keys that are named; what is none of them clashes with nothing."""
    keys = [value] if isinstance(value, str) else value
    return (
        tuple(key for key in keys if isinstance(key, str)) if isinstance(keys, list | tuple) else ()
    )
