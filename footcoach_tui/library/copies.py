"""A routine as JSON and back, whole: what a running session keeps with it.

The files may change while a session runs, or be gone when it is resumed. Unlike the files this is
written and read by the program alone; it is read as strictly all the same.
"""

from functools import cache

from pydantic import TypeAdapter, ValidationError

from footcoach_tui.boundary.text import clean
from footcoach_tui.session.routine import Routine


class CopyError(ValueError):
    """What was kept is no routine; the message completes a sentence."""


def to_copy(routine: Routine) -> object:
    """The routine with all its exercises, as JSON values."""
    return _adapter().dump_python(routine, mode="json")


def from_copy(copy: object) -> Routine:
    """The routine in a copy; its texts come out clean. Raises CopyError."""
    try:
        return _adapter().validate_python(_cleaned(copy))
    except (ValidationError, RecursionError) as error:
        raise CopyError("it holds no routine that can be read") from error


@cache
def _adapter() -> TypeAdapter[Routine]:
    return TypeAdapter(Routine)


def _cleaned(value: object) -> object:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [_cleaned(one) for one in value]
    if isinstance(value, dict):
        return {key: _cleaned(one) for key, one in value.items()}
    return value
