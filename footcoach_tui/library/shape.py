"""Whether a file has the shape its kind demands: all that is wrong, and what is left to check."""

from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from footcoach_tui.boundary.problems import closest
from footcoach_tui.boundary.text import offending
from footcoach_tui.boundary.toml import KeyPath
from footcoach_tui.library.faults import MOST, Fault, Table, with_unknown
from footcoach_tui.library.messages import sentence

_Told = dict[KeyPath, str]


def shaped(model: type[BaseModel], values: dict[str, Any]) -> tuple[Table, tuple[Fault, ...]]:
    """Check the values of a file; return them with all that is at fault UNKNOWN, and the faults.

    A misspelt key makes the key that was meant UNKNOWN as well: nobody calls that one missing.
    """
    told = _hidden(values)
    meant: set[KeyPath] = set()
    errors = _errors(model, values)[: MOST + 1]
    for error in sorted(errors, key=lambda error: error["type"] != "extra_forbidden"):
        path = _path(error)
        if path in meant or any(path[:end] in told for end in range(len(path) + 1)):
            continue
        known = _keys(model, path[:-1])
        told[path] = sentence(error, known)
        if error["type"] == "extra_forbidden":
            meant |= _meant(values, path, known)
    table: Any = values
    for path in sorted({*told, *meant}, key=len):
        table = with_unknown(table, path)
    return table, tuple(Fault(path, words) for path, words in told.items())


def _hidden(values: dict[str, Any]) -> _Told:
    """The keys and texts that hold a character no text may hold."""
    told: _Told = {}
    ahead: list[tuple[KeyPath, Any]] = [((), values)]
    while ahead:
        path, value = ahead.pop()
        if isinstance(value, dict):
            for key, inner in value.items():
                if found := offending(key):
                    told[(*path, key)] = f"the character {found} must go from this key"
                else:
                    ahead.append(((*path, key), inner))
        elif isinstance(value, list):
            ahead.extend(((*path, place), inner) for place, inner in enumerate(value))
        elif isinstance(value, str) and (found := offending(value)):
            told[path] = f"the character {found} must go from this text"
    return told


def _errors(model: type[BaseModel], values: dict[str, Any]) -> list[ErrorDetails]:
    try:
        model.model_validate(values)
    except ValidationError as error:
        return error.errors(include_url=False)
    return []


def _path(error: ErrorDetails) -> KeyPath:
    """Where an error is; of a key that is none of the choices, the key itself."""
    return tuple(part for part in error["loc"] if part != "[key]")


def _meant(values: Any, path: KeyPath, known: tuple[str, ...]) -> set[KeyPath]:
    """The path that an unknown key was probably meant to be, unless that is there too."""
    for part in path[:-1]:
        values = values[part]
    key = closest(str(path[-1]), known)
    return {(*path[:-1], key)} if key and key not in values else set()


def _keys(model: type[BaseModel], path: KeyPath) -> tuple[str, ...]:
    """The keys that the table at `path` may have."""
    at: type[BaseModel] | None = model
    for part in path:
        if at is None or isinstance(part, int):
            continue
        # A file of sources has any id as a key: its model has one field, the root.
        field = at.model_fields.get("root") or at.model_fields.get(part)
        at = _model_in(field.annotation) if field else None
    return tuple(at.model_fields) if at and "root" not in at.model_fields else ()


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The model that an annotation is about, e.g. of a list of tables."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part))), None)
