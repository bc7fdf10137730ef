"""Reading of the config file: the settings, and all problems of the file at once."""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from footcoach_tui.boundary.problems import Problem, suggestion, with_suggestion
from footcoach_tui.boundary.safe_read import UnreadableError, read_regular_file
from footcoach_tui.session.equipment import Equipment
from footcoach_tui.session.side import Side
from footcoach_tui.settings.keymap import key_problems
from footcoach_tui.settings.pace import PACE_FAULT, is_pace, pace_seconds
from footcoach_tui.settings.settings import CHOICES, MAX_WEEK_GOAL, Settings
from footcoach_tui.settings.sync import SyncSettings, sync_fault

_SIZE_LIMIT = 64 * 1024
"""Bytes."""

_Fault = tuple[tuple[str, ...], str]
"""Path of a key, and a message."""


def load_settings(
    path: Path, commands: Mapping[str, tuple[str, ...]], themes: tuple[str, ...]
) -> tuple[Settings, tuple[Problem, ...]]:
    """Read the config file; a setting with a problem has its default.

    `commands` are the commands with their usual keys; `themes` are the known themes, or empty if
    any name will do. A missing file is no problem.
    """
    return (Settings(), ()) if _is_missing(path) else _read_settings(path, commands, themes)


def _is_missing(path: Path) -> bool:
    """Whether there is no such file; a broken link or a closed folder is a problem instead."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        pass
    return False


def _read_settings(
    path: Path, commands: Mapping[str, tuple[str, ...]], themes: tuple[str, ...]
) -> tuple[Settings, tuple[Problem, ...]]:
    from footcoach_tui.boundary.toml import TomlError, parse_toml  # noqa: PLC0415 - often no file

    file = str(path)
    try:
        document = parse_toml(read_regular_file(path, _SIZE_LIMIT), file)
    except TomlError as error:
        return Settings(), error.problems
    except UnreadableError as error:
        return Settings(), (Problem(file, 0, "", error.sentence),)
    faults = list(_faults(document.values, commands, themes))
    wrong = {key_path[0] for key_path, _ in faults}
    lines = document.lines_of(key_path for key_path, _ in faults)
    problems = [
        Problem(file, line, ".".join([key, *(f'"{name}"' for name in names)]), message)
        for line, ((key, *names), message) in zip(lines, faults, strict=True)
    ]
    sound = {key: value for key, value in document.values.items() if key not in wrong}
    return _settings(sound), tuple(sorted(problems))


def _settings(values: dict[str, Any]) -> Settings:
    if "first_side" in values:
        values["first_side"] = Side(values["first_side"])
    if "kit" in values:
        values["kit"] = frozenset(map(Equipment, values["kit"]))
    if "pace" in values:
        values["pace"] = pace_seconds(values["pace"])
    if "sync" in values:
        values["sync"] = SyncSettings(**values["sync"])
    if "keys" in values:
        values["keys"] = {name: _keys(keys) for name, keys in values["keys"].items()}
    return Settings(**values)


def _faults(
    values: dict[str, Any], commands: Mapping[str, tuple[str, ...]], themes: tuple[str, ...]
) -> Iterator[_Fault]:
    known = [setting.name for setting in fields(Settings)]
    for key, value in values.items():
        if key not in known:
            yield (key,), with_suggestion("unknown key", key, known)
        elif key == "keys":
            yield from _key_faults(value, commands)
        elif key == "sync":
            if fault := sync_fault(value):
                yield fault
        elif message := _fault(key, value, themes):
            yield (key,), message


def _fault(key: str, value: Any, themes: tuple[str, ...]) -> str:
    """Message about the value of a setting, or "" if it is sound."""
    match key:
        case "bell" | "calm" if not isinstance(value, bool):
            return "must be true or false"
        case "first_side" if value not in (Side.LEFT, Side.RIGHT):
            return "must be left or right"
        case "week_goal" if type(value) is not int or not 1 <= value <= MAX_WEEK_GOAL:
            return f"must be a whole number from 1 to {MAX_WEEK_GOAL}"
        case "kit":
            return _kit_fault(value)
        case "pace" if not is_pace(value):
            return PACE_FAULT
        case "theme" if not isinstance(value, str):
            return "must be the name of a theme, in quotes"
    choices = themes if key == "theme" else CHOICES.get(key, ())
    if not choices or value in choices:
        return ""
    meant = suggestion(str(value), choices) if key in ("glyphs", "theme") else ""
    return meant or f"must be one of {', '.join(choices)}"


def _kit_fault(value: Any) -> str:
    known = [str(thing) for thing in Equipment]
    if not isinstance(value, list):
        return 'must be a list of things, such as ["mat", "ball", "chair"]'
    wrong = next((each for each in value if each not in known), None)
    if wrong is None:
        return ""
    meant = suggestion(wrong, known) if isinstance(wrong, str) else ""
    return meant or f"must be of {', '.join(known)}"


def _key_faults(value: Any, commands: Mapping[str, tuple[str, ...]]) -> Iterator[_Fault]:
    if not isinstance(value, dict):
        yield ("keys",), 'must be a table, such as [keys] with "session.next" = "n"'
        return
    chosen: dict[str, tuple[str, ...]] = {}
    for name, keys in value.items():
        if name not in commands:
            yield ("keys", name), with_suggestion("unknown command", name, commands)
        elif not _keys(keys):
            yield ("keys", name), 'must be a key or a list of keys, such as ["n", "right"]'
        else:
            chosen[name] = _keys(keys)
    for name, message in key_problems(chosen, commands):
        yield ("keys", name), message


def _keys(value: Any) -> tuple[str, ...]:
    """Keys of a command; none if the value is not a key or a list of keys."""
    keys = [value] if isinstance(value, str) else value
    if not isinstance(keys, list) or not all(isinstance(key, str) for key in keys):
        return ()
    return tuple(keys)
