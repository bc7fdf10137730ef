"""Files of one's own: read as text, and written without a change of their permissions."""

import json
import stat
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from footcoach_tui.boundary.files import write_durably
from footcoach_tui.boundary.safe_read import read_regular_file

FILE_LIMIT = 256 * 1024
"""Bytes of the largest file that footcoach reads."""


class AuthoringError(Exception):
    """A file cannot be made, changed or opened; the message is a sentence for the user."""


class ChangedOutsideError(AuthoringError):
    """The file is not as it was read: another program has written it."""


def read_bytes(path: Path, *, inside: Path | None = None) -> bytes:
    """Return the content of a file. Raises UnreadableError.

    With `inside`, a link is followed only to a file in that folder.
    """
    return read_regular_file(path, FILE_LIMIT, inside=inside)


def save_text(path: Path, text: str) -> None:
    """Write a file as `save` does."""
    save(path, text.encode())


def save(path: Path, content: bytes) -> None:
    """Write a file if its content differs; an old one keeps its permissions. Raises WriteError."""
    mode = None
    with suppress(OSError):
        mode = stat.S_IMODE(path.stat().st_mode)
        if path.read_bytes() == content:
            return
    write_durably(path, content)
    if mode is not None:
        with suppress(OSError):  # the file is another user's
            path.chmod(mode)


def json_text(document: Mapping[str, object]) -> str:
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"
