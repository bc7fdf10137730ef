"""Files of a pack among one's own: all of them written, or none; and removed again by an undo."""

import json
import os
import re
import zlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import NamedTuple

from footcoach_tui.authoring.files import FILE_LIMIT, AuthoringError
from footcoach_tui.boundary.files import write_durably
from footcoach_tui.boundary.paths import create_private_folder
from footcoach_tui.boundary.safe_read import UnreadableError, read_regular_file
from footcoach_tui.boundary.streamed_write import write_stream
from footcoach_tui.boundary.text import clean
from footcoach_tui.library.kinds import EXERCISES_FOLDER, ID_PATTERN

_RECORD_LIMIT = 1 << 20  # bytes
_MAX_PACKS = 20
_PLACE = re.compile(rf"(?:{EXERCISES_FOLDER}/)?{ID_PATTERN.pattern}\.toml")


class _AddedPack(NamedTuple):
    """Name of a pack, and the checksum of each of its files by its place."""

    name: str
    files: dict[str, int]


@dataclass(frozen=True, slots=True)
class AddedFiles:
    """Files that were added to the folder `own`, as the file `record` has them, latest last.

    The record has the checksum of each file: one that was changed since is not removed.
    """

    own: Path
    record: Path

    def add(self, pack: str, files: Mapping[PurePath, bytes]) -> None:
        """Write the files of a pack, and note them first, so that a crash can be undone.

        Raises WriteError, PathError and AuthoringError; then none of them is there.
        """
        before = self._packs()
        sums = {str(place): zlib.crc32(content) for place, content in files.items()}
        self._save([*before, _AddedPack(pack, sums)])
        written: list[Path] = []
        try:
            for place, content in files.items():
                path = self.own / place
                create_private_folder(path.parent)
                write_stream(path, [content])
                written.append(path)
        except BaseException as error:
            for path in written:
                with suppress(OSError):
                    path.unlink()
            self._save(before)
            if isinstance(error, FileExistsError):
                raise AuthoringError(str(error)) from error
            raise

    def undo(self) -> tuple[str, tuple[Path, ...], tuple[Path, ...]]:
        """Remove what was added last: the name of the pack, the files removed, and those kept.

        Files that were changed are kept, and with them the exercises and works that they may need.
        Raises AuthoringError if there is nothing to undo.
        """
        packs = self._packs()
        if not packs:
            raise AuthoringError("there is nothing to undo: no pack was added on this machine")
        latest = packs[-1]
        removed: list[Path] = []
        kept: list[Path] = []
        found = {place: self.own / place for place in reversed(latest.files)}
        there = {place: path for place, path in found.items() if os.path.lexists(path)}
        same = {place for place, path in there.items() if _checksum(path) == latest.files[place]}
        if len(same) < len(there):
            same -= {place for place in same if _may_be_needed(place)}
        for place, path in there.items():
            if place in same:
                path.unlink()
                removed.append(path)
            else:
                kept.append(path)
        self._save(packs[:-1])
        return clean(latest.name), tuple(removed), tuple(kept)

    def _packs(self) -> list[_AddedPack]:
        """Return what was added; nothing if the record is missing or damaged."""
        try:
            packs = json.loads(read_regular_file(self.record, _RECORD_LIMIT))
            return [_AddedPack(str(name), _sound_places(files)) for name, files in packs]
        except (UnreadableError, ValueError, TypeError, AttributeError, RecursionError):
            return []

    def _save(self, packs: list[_AddedPack]) -> None:
        create_private_folder(self.record.parent)
        write_durably(self.record, json.dumps(packs[-_MAX_PACKS:]).encode())


def _may_be_needed(place: str) -> bool:
    """Whether files of the same pack may refer to this one."""
    return place.startswith(f"{EXERCISES_FOLDER}/") or place.endswith("sources.toml")


def _sound_places(files: dict[str, int]) -> dict[str, int]:
    """Return the files whose places are those of routines and exercises, and no others."""
    return {place: checksum for place, checksum in files.items() if _PLACE.fullmatch(place)}


def _checksum(path: Path) -> int | None:
    """Return the checksum of a file; None if it cannot be read."""
    try:
        return zlib.crc32(read_regular_file(path, FILE_LIMIT))
    except UnreadableError:
        return None
