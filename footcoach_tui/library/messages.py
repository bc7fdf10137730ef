"""Shapes of files, checked by pydantic, and its errors as messages for the user."""

import re
from collections.abc import Iterable
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from footcoach_tui.boundary.problems import closest_match, with_suggestion
from footcoach_tui.boundary.text import clean, forbidden_character, quote
from footcoach_tui.boundary.toml_lines import KeyPath
from footcoach_tui.library.faults import MAX_FAULTS, UNKNOWN, Fault
from footcoach_tui.library.kinds import TomlTable
from footcoach_tui.library.tables import OWN_MESSAGE, PATTERN_MESSAGES

_TYPE_NAMES = {
    bool: "true or false",
    int: "a whole number",
    float: "a number with a decimal point",
    str: "text",
    list: "a list",
    dict: "a table",
}
_EXPECTED = {
    "int_type": "a whole number",
    "float_type": "a number",
    "string_type": "text in quotes",
    "list_type": "a list",
    "model_type": "a table",
    "dict_type": "a table",
}
_LIMITS = {
    "missing": "is missing",
    "greater_than_equal": "must be at least {ge:g}{not_value}",
    "less_than_equal": "must be at most {le:g}{not_value}",
    "too_short": "must have {min_length} or more entries, not {length}",
    "too_long": "must have at most {max_length} entries, not {length}",
    "string_too_short": "must not be empty",
    "string_too_long": "must be at most {max_length} characters long, not {length}",
}
_TOO_LARGE = 10**9  # to be shown: a number may have thousands of digits


def check_shape(
    model: type[BaseModel], values: dict[str, Any]
) -> tuple[TomlTable, tuple[Fault, ...]]:
    """Return the values of a file, those at fault as UNKNOWN, and the faults of its shape.

    A misspelt key makes the key that was meant UNKNOWN too, so that it is not reported as missing.
    """
    messages = _hidden_characters(values)
    meant: set[KeyPath] = set()
    errors = _errors(model, values)[: MAX_FAULTS + 1]
    for error in sorted(errors, key=lambda error: error["type"] != "extra_forbidden"):
        # Of a key that is none of the choices, pydantic adds the part "[key]".
        path = tuple(part for part in error["loc"] if part != "[key]")
        if path in meant or any(path[:end] in messages for end in range(len(path) + 1)):
            continue
        keys = _keys(model, path[:-1])
        messages[path] = _message(error, keys)
        if error["type"] == "extra_forbidden":
            meant |= _meant(values, path, keys)
    table: Any = values
    for path in sorted({*messages, *meant}, key=len):
        table = _with_unknown(table, path)
    return table, tuple(Fault(path, message) for path, message in messages.items())


def _hidden_characters(values: dict[str, Any]) -> dict[KeyPath, str]:
    """Return a message for each key and text with a character that no text may have."""
    messages: dict[KeyPath, str] = {}
    stack: list[tuple[KeyPath, Any]] = [((), values)]
    while stack:
        path, value = stack.pop()
        if isinstance(value, dict):
            for key, inner in value.items():
                if character := forbidden_character(key):
                    messages[(*path, key)] = f"remove the character {character} from this key"
                else:
                    stack.append(((*path, key), inner))
        elif isinstance(value, list):
            stack.extend(((*path, index), inner) for index, inner in enumerate(value))
        elif isinstance(value, str) and (character := forbidden_character(value)):
            messages[path] = f"remove the character {character} from this text"
    return messages


def _errors(model: type[BaseModel], values: dict[str, Any]) -> list[ErrorDetails]:
    try:
        model.model_validate(values)
    except ValidationError as error:
        return error.errors(include_url=False)
    return []


def _meant(values: Any, path: KeyPath, known: tuple[str, ...]) -> set[KeyPath]:
    """Return the path that an unknown key was probably meant to be, unless the file has it."""
    for part in path[:-1]:
        values = values[part]
    key = closest_match(str(path[-1]), known)
    return {(*path[:-1], key)} if key and key not in values else set()


def _keys(model: type[BaseModel], path: KeyPath) -> tuple[str, ...]:
    """Return the keys that the table at `path` may have."""
    table: type[BaseModel] | None = model
    for key in path:
        if table is None or isinstance(key, int):
            continue
        # A file of sources has any id as a key: its model has one field, the root.
        field = table.model_fields.get("root") or table.model_fields.get(key)
        table = _model_in(field.annotation) if field else None
    if table is None or "root" in table.model_fields:
        return ()
    return tuple(field.alias or name for name, field in table.model_fields.items())


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """Return the model in an annotation, e.g. of a list of tables."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(_model_in, get_args(annotation))), None)


def _with_unknown(value: Any, path: KeyPath) -> Any:
    """Return a copy of a file's values in which the value at `path` is UNKNOWN."""
    if not path or value is UNKNOWN:
        return UNKNOWN
    copy = value.copy()
    inner = copy.get(path[0]) if isinstance(copy, dict) else copy[path[0]]
    copy[path[0]] = _with_unknown(inner, path[1:])
    return copy


def _message(error: ErrorDetails, keys: Iterable[str]) -> str:
    """Return an error as a message without the key; `keys` are those of the table's model."""
    kind, value, limits = error["type"], error["input"], error.get("ctx", {})
    if kind == OWN_MESSAGE:
        return error["msg"]
    if kind == "extra_forbidden":
        return with_suggestion("unknown key", str(error["loc"][-1]), keys)
    if kind in _EXPECTED:
        return f"must be {_EXPECTED[kind]}, not {_type_name(value)}"
    if kind in ("enum", "literal_error"):
        return _choice_message(re.findall(r"'([^']+)'", limits["expected"]), value)
    if kind == "finite_number":
        return f"must be a finite number, not {value}"
    if kind == "string_pattern_mismatch":
        return f"{PATTERN_MESSAGES[limits['pattern']]}, not {quote(value)}"
    if kind in _LIMITS:
        is_short = isinstance(value, int | float) and abs(value) < _TOO_LARGE
        not_value = f", not {value}" if is_short else ""
        length = len(value) if isinstance(value, str | list) else 0
        return _LIMITS[kind].format(**limits, length=length, not_value=not_value)
    return f"is not valid: {clean(error['msg'])}"


def _choice_message(choices: list[str], value: Any) -> str:
    message = f"must be one of {', '.join(choices)}"
    if isinstance(value, str):
        return with_suggestion(f"{message}, not {quote(value)}", value, choices)
    return f"{message}, not {_type_name(value)}"


def _type_name(value: Any) -> str:
    return _TYPE_NAMES.get(type(value), "a date or time")
