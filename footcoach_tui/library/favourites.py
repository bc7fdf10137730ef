"""Favourite routines: a file with an id in each line."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from footcoach_tui.boundary.files import file_lock, write_durably
from footcoach_tui.boundary.paths import create_private_folder
from footcoach_tui.boundary.safe_read import UnreadableError, read_regular_file

_MAX_BYTES = 1 << 16
_ID = re.compile(r"[a-z0-9-]{1,80}")


@dataclass(slots=True)
class Favourites:
    """Ids of favourite routines. Lines of the file that are no ids are left as they are."""

    file: Path
    lock: Path
    ids: frozenset[str] = field(default=frozenset(), init=False)

    def load(self) -> None:
        """Read the file; none, or one that cannot be read, has no favourites."""
        try:
            self.ids = _ids(self._lines())
        except UnreadableError:
            self.ids = frozenset()

    def toggle(self, routine: str) -> bool:
        """Add or remove a routine; return whether it is a favourite now. Call it in a worker.

        The file is read anew, for another footcoach may have changed it. Raises UnreadableError,
        PathError and WriteError; then nothing has changed.
        """
        create_private_folder(self.file.parent)
        create_private_folder(self.lock.parent)
        with file_lock(self.lock, "the list of favourites"):
            lines = self._lines()
            is_added = routine not in _ids(lines)
            name = routine.encode()
            lines = [line for line in lines if line.strip() != name] + [name] * is_added
            write_durably(self.file, b"".join(line + b"\n" for line in lines))
        self.ids = _ids(lines)
        return is_added

    def _lines(self) -> list[bytes]:
        if not self.file.exists():
            return []
        return read_regular_file(self.file, _MAX_BYTES).splitlines()


def _ids(lines: list[bytes]) -> frozenset[str]:
    texts = (line.decode("ascii", "replace").strip() for line in lines)
    return frozenset(text for text in texts if _ID.fullmatch(text))
