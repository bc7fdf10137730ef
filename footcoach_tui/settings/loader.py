"""Reading the config file: what it says, and all that is wrong in it, at once."""

from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from footcoach_tui.boundary.problems import Problem, suggestion
from footcoach_tui.boundary.safe_read import UnreadableError, read_regular_file
from footcoach_tui.boundary.toml import KeyPath, TomlDocument, TomlError, line_of, parse_toml
from footcoach_tui.session.side import Side
from footcoach_tui.settings.keymap import key_problems
from footcoach_tui.settings.settings import CUE_CHOICES, GLYPH_CHOICES, MAX_WEEK_GOAL, Settings

MAX_CONFIG_BYTES = 64 * 1024


def read_settings(
    path: Path, commands: Mapping[str, tuple[str, ...]], themes: tuple[str, ...]
) -> tuple[Settings, tuple[Problem, ...]]:
    """Read a config file that is there, as `load_settings` does."""
    name = str(path)
    try:
        document = parse_toml(read_regular_file(path, MAX_CONFIG_BYTES), name)
    except TomlError as error:
        return Settings(), error.problems
    except UnreadableError as error:
        return Settings(), (Problem(name, 0, "", error.sentence),)
    faults = dict(_faults(document.values, commands, themes))
    kept = {
        key: value
        for key, value in document.values.items()
        if not any(at[0] == key for at in faults)
    }
    return _settings(kept), _problems(document, faults)


def _settings(values: dict[str, Any]) -> Settings:
    if "first_side" in values:
        values["first_side"] = Side(values["first_side"])
    if "keys" in values:
        values["keys"] = {name: _keys(keys) for name, keys in values["keys"].items()}
    return Settings(**values)


def _faults(
    values: dict[str, Any], commands: Mapping[str, tuple[str, ...]], themes: tuple[str, ...]
) -> list[tuple[KeyPath, str]]:
    """Where something is wrong, and what."""
    known = [one.name for one in fields(Settings)]
    found: list[tuple[KeyPath, str]] = []
    for key, value in values.items():
        if key not in known:
            meant = suggestion(key, known)
            found.append(((key,), "; ".join(filter(None, ["unknown key", meant]))))
        elif key == "keys":
            found.extend(_key_faults(value, commands))
        elif wrong := _wrong(key, value, themes):
            found.append(((key,), wrong))
    return found


def _wrong(key: str, value: Any, themes: tuple[str, ...]) -> str:
    """What is wrong with one value, or ""."""
    match key:
        case "bell" | "calm" if not isinstance(value, bool):
            return "must be true or false"
        case "notify" | "progress" | "sound" | "speech" if value not in CUE_CHOICES[key]:
            return f"must be one of {', '.join(CUE_CHOICES[key])}"
        case "first_side" if value not in (Side.LEFT, Side.RIGHT):
            return "must be left or right"
        case "glyphs" if value not in GLYPH_CHOICES:
            return (
                suggestion(str(value), GLYPH_CHOICES)
                or f"must be one of {', '.join(GLYPH_CHOICES)}"
            )
        case "week_goal" if type(value) is not int or not 1 <= value <= MAX_WEEK_GOAL:
            return f"must be a whole number from 1 to {MAX_WEEK_GOAL}"
        case "theme" if not isinstance(value, str):
            return "must be the name of a theme, in quotes"
        case "theme" if themes and value not in themes:
            return suggestion(value, themes) or f"must be one of {', '.join(themes)}"
    return ""


def _key_faults(value: Any, commands: Mapping[str, tuple[str, ...]]) -> list[tuple[KeyPath, str]]:
    if not isinstance(value, dict):
        return [(("keys",), 'must be a table, such as [keys] with "session.next" = "n"')]
    chosen: dict[str, tuple[str, ...]] = {}
    found: list[tuple[KeyPath, str]] = []
    for name, keys in value.items():
        if name not in commands:
            meant = suggestion(name, commands)
            found.append((("keys", name), "; ".join(filter(None, ["unknown command", meant]))))
        elif not _keys(keys):
            found.append(
                (("keys", name), 'must be a key or a list of keys, such as ["n", "right"]')
            )
        else:
            chosen[name] = _keys(keys)
    found.extend((("keys", name), wrong) for name, wrong in key_problems(chosen, commands))
    return found


def _keys(value: Any) -> tuple[str, ...]:
    """The keys of a command; none if the value is not of that kind."""
    keys = [value] if isinstance(value, str) else value
    if not isinstance(keys, list) or not all(isinstance(key, str) for key in keys):
        return ()
    return tuple(keys)


def _problems(document: TomlDocument, faults: dict[KeyPath, str]) -> tuple[Problem, ...]:
    problems = (
        Problem(
            document.file,
            line_of(document.text, path),
            f'keys."{path[1]}"' if len(path) > 1 else str(path[0]),
            wrong,
        )
        for path, wrong in faults.items()
    )
    return tuple(sorted(problems))
