"""Months in an older layout are written in the new one; what they held is kept before."""

from pathlib import Path

from footcoach_tui.boundary.files import write_durably
from footcoach_tui.boundary.folders import ensure_private
from footcoach_tui.boundary.reading import UnreadableError, read_regular
from footcoach_tui.history.months.strict import LARGEST

FOLDER = "backups"


def keep_older(folder: Path, path: Path, content: bytes, schema: int) -> Path:
    """Keep a month's bytes, of schema number `schema`, below the data folder; durable on return.

    A copy that is there already is never written over. Returns where it lies. Raises PlaceError
    and WriteError.
    """
    place = folder / FOLDER / f"schema-{schema}" / path.parent.name
    ensure_private(place)
    copy = place / path.name
    number = 1
    while not _is_free(copy, content):
        number += 1
        copy = place / f"{path.name}.{number}"
    write_durably(copy, content)
    return copy


def _is_free(copy: Path, content: bytes) -> bool:
    """Whether the copy can stand here: there is none, or it is the same."""
    try:
        return read_regular(copy, LARGEST) == content
    except UnreadableError as error:
        return isinstance(error.__cause__, FileNotFoundError)
