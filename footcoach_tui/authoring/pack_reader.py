"""Contents of a pack: a zip file, a folder, or a single shared file."""

import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath

from footcoach_tui.authoring.files import FILE_LIMIT, AuthoringError
from footcoach_tui.boundary.safe_read import UnreadableError, read_regular_file, toml_files
from footcoach_tui.boundary.safe_zip import MAX_ENTRIES, MAX_TOTAL, read_zip
from footcoach_tui.boundary.text import clean, quote
from footcoach_tui.library.kinds import EXERCISES_FOLDER

_ENDING = ".toml"
_PATH_LIMIT = 1000


@dataclass(frozen=True, slots=True)
class Pack:
    """Files of a pack by their names in it, and the names of those that are not read.

    `root` is where the names begin, for messages. A pack that `is_single` is one file, whose name
    says nothing.
    """

    root: Path
    files: Mapping[PurePath, bytes]
    others: tuple[str, ...] = ()
    is_single: bool = False


def read_pack(path: Path) -> Pack:
    """Read a pack; nothing is written. Raises UnreadableError and AuthoringError."""
    if path.is_dir():
        return Pack(path, _folder_files(path))
    if path.suffix == _ENDING:
        content = read_regular_file(path, FILE_LIMIT)
        return Pack(path.parent, {PurePath(path.name): content}, is_single=True)
    entries = read_zip(path, _ENDING, FILE_LIMIT)
    leftovers = tuple(name for name in entries.files if _is_leftover(PurePath(name)))
    files = _without_top(
        {PurePath(name): entries.files[name] for name in entries.files if name not in leftovers}
    )
    for name in files:
        if name.parent not in (PurePath(), PurePath(EXERCISES_FOLDER)):
            raise AuthoringError(
                f"{_shown(path)}: has a file {quote(str(name))}; a pack has routines, and "
                f"exercises in a folder {EXERCISES_FOLDER}, and no other files of this kind"
            )
    return Pack(path, files, (*entries.others, *leftovers))


def _is_leftover(name: PurePath) -> bool:
    """Whether a file is one of those that editors and systems leave; folders skip them too."""
    return name.name.startswith((".", "#", "~"))


def _without_top(files: dict[PurePath, bytes]) -> dict[PurePath, bytes]:
    """Return the files without a folder around all of them, which some programs add."""
    tops = {name.parts[0] for name in files}
    if len(tops) != 1 or tops == {EXERCISES_FOLDER} or any(len(name.parts) == 1 for name in files):
        return files
    return {PurePath(*name.parts[1:]): content for name, content in files.items()}


def _folder_files(folder: Path) -> dict[PurePath, bytes]:
    """Read the routines and exercises of a folder, no link out of it followed."""
    exercises = folder / EXERCISES_FOLDER
    if exercises.is_symlink():
        raise UnreadableError(exercises, "is a link; copy the folder here")
    paths = (*toml_files(folder), *_files_in(exercises))
    if len(paths) > MAX_ENTRIES:
        raise AuthoringError(f"{_shown(folder)}: has more than {MAX_ENTRIES} files")
    files: dict[PurePath, bytes] = {}
    left = MAX_TOTAL
    for path in paths:
        content = read_regular_file(path, FILE_LIMIT, inside=folder)
        left -= len(content)
        if left < 0:
            raise AuthoringError(
                f"{_shown(folder)}: has files of more than {MAX_TOTAL // 1024**2} MiB in all"
            )
        files[path.relative_to(folder)] = content
    return files


def _files_in(folder: Path) -> tuple[Path, ...]:
    """Return the files of a folder that need not be there. Raises UnreadableError."""
    try:
        is_folder = stat.S_ISDIR(folder.stat().st_mode)
    except FileNotFoundError:
        return ()
    if not is_folder:
        raise UnreadableError(folder, "is not a folder")
    return toml_files(folder)


def _shown(path: Path) -> str:
    return clean(str(path), _PATH_LIMIT)
