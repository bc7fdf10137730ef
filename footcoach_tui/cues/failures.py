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
_MAX_BYTES = 4096
_MAX_TEXT = 200


def save_failures(folder: Path, reasons: Mapping[str, str]) -> None:
    """Store the reasons why channels fell silent, by channel; "" for one that worked.

    Creates the folder if needed; removes the file if every channel worked. Ignores write errors.
    """
    file = folder / _FILE_NAME
    failures = {name: why for name, why in reasons.items() if why}
    with suppress(OSError, PathError, WriteError):
        if failures:
            create_private_folder(folder)
            write_atomically(file, json.dumps(failures).encode())
        elif reasons:
            file.unlink(missing_ok=True)


def load_failures(folder: Path) -> dict[str, str]:
    """Stored failures by channel; empty if there is no readable file."""
    try:
        failures = json.loads(read_regular_file(folder / _FILE_NAME, _MAX_BYTES))
    except (UnreadableError, ValueError, RecursionError):
        return {}
    if not isinstance(failures, dict):
        return {}
    return {_clean(name): _clean(why) for name, why in failures.items()}


def _clean(text: object) -> str:
    return clean(str(text), _MAX_TEXT)
