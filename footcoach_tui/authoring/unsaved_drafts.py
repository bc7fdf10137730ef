"""Drafts that are not saved yet: kept in files, so that they outlive a lost connection."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from footcoach_tui.authoring.files import FILE_LIMIT
from footcoach_tui.boundary.files import WriteError, write_atomically
from footcoach_tui.boundary.paths import PathError, create_private_folder
from footcoach_tui.boundary.safe_read import UnreadableError, read_regular_file


@dataclass(frozen=True, slots=True)
class UnsavedDrafts:
    """Text of each unsaved draft, by the id of its routine. A folder that fails keeps none."""

    folder: Path

    def read(self, routine: str) -> bytes:
        """Return the text of a draft, empty where there is none."""
        try:
            return read_regular_file(self._path(routine), FILE_LIMIT)
        except UnreadableError:
            return b""

    def keep(self, routine: str, text: str) -> None:
        with suppress(PathError, WriteError):
            create_private_folder(self.folder)
            write_atomically(self._path(routine), text.encode())

    def drop(self, routine: str) -> None:
        with suppress(OSError):
            self._path(routine).unlink(missing_ok=True)

    def _path(self, routine: str) -> Path:
        return self.folder / f"{routine}.toml"
