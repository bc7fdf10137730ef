"""Numbers that a person types."""

import re

_NUMBER = re.compile(r"[0-9]{1,5}(?:[.,][0-9]{1,3})?", re.ASCII)


def parse_result(text: str) -> float | None:
    """Return the result of a test, typed as ``9``, ``9.5`` or ``9,5``; None for other text."""
    match = _NUMBER.fullmatch(text.strip())
    return float(match[0].replace(",", ".")) if match else None


def range_hint(most: float) -> str:
    return f"type a number from 0 to {most:g}, such as {most / 2:g}"
