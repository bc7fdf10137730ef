"""JSON that is read strictly.

Stock json takes NaN, takes 1e999 for infinity, and keeps the last of two equal names in silence.
"""

import json
import math
from typing import Any


class StrictJsonError(ValueError):
    """JSON, or nearly, that is not taken; the message says why."""


def _finite(literal: str) -> float:
    value = float(literal)
    if not math.isfinite(value):
        raise StrictJsonError(f"{literal[:20]} is not a finite number")
    return value


def _unique_fields(pairs: list[tuple[str, object]]) -> dict[str, object]:
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise StrictJsonError("the same name appears twice in one object")
    return fields


_RULES: dict[str, Any] = {
    "parse_constant": _finite,
    "parse_float": _finite,
    "object_pairs_hook": _unique_fields,
}
STRICT_DECODER = json.JSONDecoder(**_RULES)
"""Raises ValueError, and RecursionError for deep nesting."""


def parse_strictly(text: str) -> Any:
    """Parse a text, which may not begin with a byte order mark. Raises as the decoder does."""
    return json.loads(text, **_RULES)
