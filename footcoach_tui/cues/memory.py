"""What failed in the last session, kept in a small file so that `doctor` can tell it."""

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
    """Keep why channels fell silent, by their names; nothing is kept where none did.

    `folder` is made if need be. What cannot be kept is not: it is no reason to stop.
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
    """What was kept; empty if nothing was, or it cannot be read."""
    try:
        kept = json.loads(read_regular(folder / FILE, _LARGEST))
    except (UnreadableError, ValueError, RecursionError):
        return {}
    if not isinstance(kept, dict):
        return {}
    return {clean(str(name), _SHORT): clean(str(why), _SHORT) for name, why in kept.items()}
