"""JSON as strangers write it: read strictly, or refused in a sentence.

Stock json takes NaN, takes 1e999 for infinity, and keeps the last of two equal names in silence.
"""

import json
import math


class StrictJsonError(ValueError):
    """Something that is JSON, or nearly, but nothing we take; the message says what."""


def _finite(literal: str) -> float:
    value = float(literal)
    if not math.isfinite(value):
        raise StrictJsonError(f"{literal[:20]} is not a finite number")
    return value


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise StrictJsonError("the same name stands twice in one object")
    return fields


STRICT_DECODER = json.JSONDecoder(
    parse_constant=_finite, parse_float=_finite, object_pairs_hook=_once
)
LAX_DECODER = json.JSONDecoder(parse_int=str, parse_float=str)
"""Only to find where a value ends that was refused."""


def json_error(error: ValueError | RecursionError) -> str:
    """What is wrong, as a clause for a person."""
    if isinstance(error, json.JSONDecodeError):
        return f"is not JSON: {error.msg[:1].lower()}{error.msg[1:]}"
    if isinstance(error, StrictJsonError):
        return str(error)
    if isinstance(error, RecursionError):
        return "is nested too deeply"
    return "a number has too many digits"  # Python refuses to read them, in words of its own
