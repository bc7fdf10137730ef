"""Messages of a page: what its terminal reports, read as if a stranger had written it."""

import json
from typing import NamedTuple

MAX_BYTES = 1 << 16


class Typed(NamedTuple):
    """Keys and clicks, as a terminal writes them."""

    text: str


class Resized(NamedTuple):
    """New size of the terminal."""

    columns: int
    rows: int


class Focused(NamedTuple):
    """The page is looked at."""


class Pinged(NamedTuple):
    """Question whether the server is there."""

    text: str


def read_message(text: str) -> Typed | Resized | Focused | Pinged | None:
    """Return what a message says; None for anything else."""
    try:
        message = json.loads(text)
    except (ValueError, RecursionError):
        return None
    match message:
        case ["stdin", str(typed)]:
            return Typed(typed)
        case ["resize", {"width": int(columns), "height": int(rows)}]:
            return Resized(columns, rows)
        case ["focus"]:
            return Focused()
        case ["ping", str(moment)]:
            return Pinged(moment)
    return None
