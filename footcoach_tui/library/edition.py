"""Edition of the code that decides whether a file is sound: what it stored is its own."""

import os
import zlib
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

from footcoach_tui import __version__

_PACKAGE = Path(__file__).resolve().parents[1]
_RULE_FOLDERS = ("boundary", "coach", "figure", "library", "session")
"""Folders of the code that decides whether a file is sound."""


@cache
def edition() -> str:
    """Return the version, and a checksum of the code that decides whether a file is sound."""
    return f"{__version__} {zlib.crc32(''.join(_code_files()).encode()):08x}"


def _code_files() -> Iterator[str]:
    """Yield name, size and time of each file of that code: a change of it clears the cache."""
    for folder in _RULE_FOLDERS:
        with suppress(OSError), os.scandir(_PACKAGE / folder) as files:
            for file in sorted(files, key=lambda file: file.name):
                if file.name.endswith(".py"):
                    status = file.stat()
                    yield f"{folder} {file.name} {status.st_size} {status.st_mtime_ns}\n"
