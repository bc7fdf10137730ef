"""Order of the keys of a table, as the docs and the schemas have them."""

from collections.abc import Sequence
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from footcoach_tui.library.kinds import FileKind
from footcoach_tui.library.schema import MODELS

_OF_STEP = (
    *("exercise", "mode", "prep", "sides", "order", "sets", "bouts", "bout", "pause"),
    *("hold", "reps", "gap", "limit", "beat", "unit", "question", "most"),
    *("rest", "switch", "tempo", "phases", "segments", "effort", "load", "error"),
)
"""First keys of a step or swap, whose table begins with those of a dose."""

_LAST = ("poses", "every", "linear", "lit")
"""Keys about the figure, at the end of a dose or a step."""

_POSES = "poses"
_KINDS = (FileKind.SOURCES, FileKind.EXERCISE, FileKind.ROUTINE, FileKind.PLAN)


def key_order(kind: FileKind, path: Sequence[str]) -> tuple[str, ...]:
    """Return the keys of the table at a path of names, in order.

    None of an unknown table, of the coach's rules, or of a pose, whose keys follow the limbs.
    """
    if kind not in _KINDS or _POSES in path:
        return ()
    found: Any = MODELS[kind]
    for name in path:
        found = _inner(found, name)
    model = _model(found)
    if model is None or "root" in model.model_fields:
        return ()
    keys = [field.alias or name for name, field in model.model_fields.items()]
    first = _OF_STEP if "exercise" in keys and "tempo" in keys else ()
    rest = [key for key in keys if key not in first]
    last = _LAST if {*_LAST} <= {*rest} else ()
    return (*first, *sorted(rest, key=lambda key: key in last))


def _inner(found: Any, name: str) -> Any:
    """Return the type of a key of a table, None if it is unknown."""
    if table := _table_type(found):
        return get_args(table)[1]
    model = _model(found)
    if model is None:
        return None
    if "root" in model.model_fields:
        return _inner(model.model_fields["root"].annotation, name)
    field = model.model_fields.get(name)
    return field.annotation if field else None


def _table_type(found: Any) -> Any:
    """Return the type of a table with any keys, in an annotation; None without one."""
    if get_origin(found) is dict:
        return found
    return next(filter(None, map(_table_type, get_args(found))), None)


def _model(found: Any) -> type[BaseModel] | None:
    """Return the model in an annotation, such as that of a list of tables."""
    if isinstance(found, type) and issubclass(found, BaseModel):
        return found
    return next(filter(None, map(_model, get_args(found))), None)
