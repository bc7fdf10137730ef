"""What pydantic finds wrong, in sentences for people."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from pydantic_core import ErrorDetails

from footcoach_tui.boundary.problems import suggestion
from footcoach_tui.boundary.text import clean, quoted
from footcoach_tui.library.fields import KEBAB, LINK, OWN_SENTENCE

_FORMS = {
    KEBAB: "must be lower-case words and numbers joined by hyphens, like toe-yoga",
    LINK: "must be a web address that begins with https:// or http://",
}
_KINDS = {
    bool: "true or false",
    int: "a whole number",
    float: "a number with a decimal point",
    str: "text",
    list: "a list",
    dict: "a table",
}
_SHORTEST_TO_SAY = 10**9


def sentence(error: ErrorDetails, known: Iterable[str]) -> str:
    """Return what is wrong, without the name of the key.

    `known` are the keys that the table around the error may have.
    """
    kind, value, limits = error["type"], error["input"], error.get("ctx", {})
    if kind == OWN_SENTENCE:
        return error["msg"]
    if kind == "extra_forbidden":
        return _joined("unknown key", suggestion(str(error["loc"][-1]), known))
    if kind in _WRONG_KIND:
        return f"must be {_WRONG_KIND[kind]}, not {_kind(value)}"
    if kind in _LIMIT:
        return _LIMIT[kind](limits, value)
    return f"is not right: {clean(error['msg'])}"


def choice(value: Any, choices: Iterable[str]) -> str:
    """Return that a value is none of the choices, and which was probably meant."""
    known = tuple(choices)
    meant = suggestion(value, known) if isinstance(value, str) else ""
    told = quoted(value) if isinstance(value, str) else _kind(value)
    return _joined(f"must be one of {', '.join(known)}, not {told}", meant)


_WRONG_KIND = {
    "int_type": "a whole number",
    "float_type": "a number",
    "string_type": "text in quotes",
    "list_type": "a list",
    "model_type": "a table",
    "dict_type": "a table",
}
_Limit = Callable[[Mapping[str, Any], Any], str]
_LIMIT: dict[str, _Limit] = {
    "missing": lambda _limits, _value: "is missing",
    "greater_than_equal": lambda limits, value: f"must be at least {limits['ge']:g}{_not(value)}",
    "less_than_equal": lambda limits, value: f"must be at most {limits['le']:g}{_not(value)}",
    "finite_number": lambda _limits, value: f"must be a finite number, not {value}",
    "too_short": lambda limits, value: (
        f"must have {limits['min_length']} or more entries, not {len(value)}"
    ),
    "too_long": lambda limits, value: (
        f"must have at most {limits['max_length']} entries, not {len(value)}"
    ),
    "string_too_short": lambda _limits, _value: "must not be empty",
    "string_too_long": lambda limits, value: (
        f"must be at most {limits['max_length']} characters long, not {len(value)}"
    ),
    "string_pattern_mismatch": lambda limits, value: (
        f"{_FORMS[limits['pattern']]}, not {quoted(value)}"
    ),
    "enum": lambda limits, value: choice(value, re.findall(r"'([^']+)'", limits["expected"])),
}
_LIMIT["literal_error"] = _LIMIT["enum"]


def _not(number: float) -> str:
    """The number itself, unless saying it would take long."""
    return f", not {number}" if abs(number) < _SHORTEST_TO_SAY else ""


def _kind(value: Any) -> str:
    """What a value is, for a person."""
    return _KINDS.get(type(value), "a date or time")


def _joined(*parts: str) -> str:
    return "; ".join(part for part in parts if part)
