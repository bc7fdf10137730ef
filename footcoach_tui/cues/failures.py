"""Failures of the last session, stored in a small file for `footcoach doctor`."""

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from footcoach_tui.boundary.files import WriteError, write_atomically
from footcoach_tui.boundary.paths import PathError, create_private_folder
from footcoach_tui.boundary.safe_read import UnreadableError, read_regular_file
from footcoach_tui.boundary.text import clean

_FILE_NAME = "cues.json"
_LARGEST = 4096
_SHORT = 200


def save_failures(folder: Path, troubles: Mapping[str, str]) -> None:
    """Store why channels fell silent, by channel; "" stands for one that worked.

    Makes the folder if needed, and removes the file if every channel worked. Write errors are
    ignored: the session matters more.
    """
    file = folder / _FILE_NAME
    failed = {name: why for name, why in troubles.items() if why}
    with suppress(OSError, PathError, WriteError):
        if failed:
            create_private_folder(folder)
            write_atomically(file, json.dumps(failed).encode())
        elif troubles:
            file.unlink(missing_ok=True)


def load_failures(folder: Path) -> dict[str, str]:
    """Stored failures by channel; empty if there is no readable file."""
    try:
        kept = json.loads(read_regular_file(folder / _FILE_NAME, _LARGEST))
    except (UnreadableError, ValueError, RecursionError):
        return {}
    if not isinstance(kept, dict):
        return {}
    return {clean(str(name), _SHORT): clean(str(why), _SHORT) for name, why in kept.items()}
