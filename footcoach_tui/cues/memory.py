"""Failures of the last session, stored in a small file for `footcoach doctor`."""

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from footcoach_tui.boundary.files import WriteError, write_whole
from footcoach_tui.boundary.folders import PlaceError, ensure_private
from footcoach_tui.boundary.reading import UnreadableError, read_regular
from footcoach_tui.boundary.text import clean

FILE = "cues.json"
_LARGEST = 4096
_SHORT = 200


def remember(folder: Path, troubles: Mapping[str, str]) -> None:
    """Store why channels fell silent, by channel; "" stands for one that worked.

    Makes the folder if needed, and removes the file if every channel worked. Write errors are
    ignored: the session matters more.
    """
    file = folder / FILE
    failed = {name: why for name, why in troubles.items() if why}
    with suppress(OSError, PlaceError, WriteError):
        if failed:
            ensure_private(folder)
            write_whole(file, json.dumps(failed).encode())
        elif troubles:
            file.unlink(missing_ok=True)


def remembered(folder: Path) -> dict[str, str]:
    """Stored failures by channel; empty if there is no readable file."""
    try:
        kept = json.loads(read_regular(folder / FILE, _LARGEST))
    except (UnreadableError, ValueError, RecursionError):
        return {}
    if not isinstance(kept, dict):
        return {}
    return {clean(str(name), _SHORT): clean(str(why), _SHORT) for name, why in kept.items()}
