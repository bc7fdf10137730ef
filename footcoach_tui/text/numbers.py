"""Numbers that a person types."""

import re

_NUMBER = re.compile(r"[0-9]{1,5}(?:[.,][0-9]{1,3})?", re.ASCII)


def parse_result(text: str, most: float) -> float | None:
    """Return the result of a test, 0 to `most`, typed as ``9``, ``9.5`` or ``9,5``; else None."""
    match = _NUMBER.fullmatch(text.strip())
    value = float(match[0].replace(",", ".")) if match else None
    return value if value is not None and value <= most else None
