"""Routines that a person has marked, as favourites or hidden: a file with an id in each line."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from footcoach_tui.boundary.files import file_lock, write_durably
from footcoach_tui.boundary.paths import create_private_folder
from footcoach_tui.boundary.safe_read import UnreadableError, read_regular_file

_MAX_BYTES = 1 << 16
_ID = re.compile(r"[a-z0-9-]{1,80}")


@dataclass(slots=True)
class RoutineIds:
    """Ids of routines, in the order of the file. Lines that are no ids are left as they are."""

    file: Path
    lock: Path
    ids: tuple[str, ...] = field(default=(), init=False)

    def load(self) -> None:
        """Read the file; none, or one that cannot be read, has no ids."""
        try:
            self.ids = _ids(self._lines())
        except UnreadableError:
            self.ids = ()

    def toggle(self, *routines: str) -> None:
        """Remove routines if all are there, else add those that are not. Call it in a worker.

        The file is read anew, for another footcoach may have changed it. Raises UnreadableError,
        PathError and WriteError; then nothing has changed.
        """

        def toggled(lines: list[bytes]) -> list[bytes]:
            known = set(_ids(lines))
            if known.issuperset(routines):
                return [line for line in lines if _id(line) not in routines]
            return lines + [each.encode() for each in routines if each not in known]

        self._change(toggled)

    def move(self, routine: str, beyond: str) -> None:
        """Move a routine to the other side of another one; see `toggle`."""

        def moved(lines: list[bytes]) -> list[bytes]:
            names = [_id(line) for line in lines]
            if routine not in names or beyond not in names:
                return lines
            place = names.index(beyond)  # without the routine, this is after it where it was before
            line = lines[names.index(routine)]
            rest = [each for each in lines if each is not line]
            return [*rest[:place], line, *rest[place:]]

        self._change(moved)

    def _change(self, change: Callable[[list[bytes]], list[bytes]]) -> None:
        create_private_folder(self.file.parent)
        create_private_folder(self.lock.parent)
        with file_lock(self.lock, f"the file {self.file.name}"):
            lines = change(self._lines())
            write_durably(self.file, b"".join(line + b"\n" for line in lines))
        self.ids = _ids(lines)

    def _lines(self) -> list[bytes]:
        if not self.file.exists():
            return []
        return read_regular_file(self.file, _MAX_BYTES).splitlines()


def _id(line: bytes) -> str:
    """Return the id in a line; "" where it is none."""
    text = line.decode("ascii", "replace").strip()
    return text if _ID.fullmatch(text) else ""


def _ids(lines: list[bytes]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(_id, lines))))
