"""Files of routines and exercises by their ids: the user's own and the bundled ones."""

from dataclasses import dataclass
from pathlib import Path

from footcoach_tui.boundary.safe_read import UnreadableError, toml_files
from footcoach_tui.library.build import CatalogueDraft
from footcoach_tui.library.catalogue import draft_catalogue
from footcoach_tui.library.check import ExerciseFile, read_exercise
from footcoach_tui.library.kinds import EXERCISES_FOLDER, PLANS_FOLDER, FileKind, TomlTable
from footcoach_tui.library.parsed_file import ParseCache
from footcoach_tui.session.exercise import Source

_FOLDERS = {FileKind.ROUTINE: "", FileKind.EXERCISE: EXERCISES_FOLDER, FileKind.PLAN: PLANS_FOLDER}


@dataclass(frozen=True, slots=True)
class FoundFile:
    """File with an id: its kind, its path, and whether it is one of the user's own."""

    kind: FileKind
    path: Path
    is_own: bool


class OwnFiles:
    """Own files in the folder `own`, beside the bundled ones. Nothing is written."""

    def __init__(self, bundled: Path, own: Path, cache_file: Path | None = None) -> None:
        self.folder = own
        self._bundled = bundled
        cache = ParseCache(cache_file, is_self_contained=True)
        self._draft: CatalogueDraft = draft_catalogue(bundled, own, cache)[0]

    def find(self, name: str) -> FoundFile | None:
        """Return the file with an id; own ones first, also by the name of a file."""
        found = [file for kind in _FOLDERS if (file := self._with_id(kind, name))]
        own = [file for file in found if file.is_own]
        return next(iter(own or self._with_name(name) or found), None)

    def find_exercise(self, name: str) -> FoundFile | None:
        """Return the file of the exercise with an id."""
        return self._with_id(FileKind.EXERCISE, name)

    def all_own(self) -> tuple[Path, ...]:
        """Return the paths of all own files. Raises UnreadableError."""
        return own_paths(self.folder)

    def path_for(self, kind: FileKind, name: str) -> Path:
        """Return the path of an own file with an id, which need not exist."""
        return self.folder / _FOLDERS[kind] / f"{name}.toml"

    def read_exercise(self, path: Path) -> ExerciseFile:
        """Read an exercise file as it is now, here or elsewhere. Raises nothing."""
        return read_exercise(path, self._draft)

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids of all routines and exercises."""
        return tuple(name for kind, name in self._draft.owners if kind in _FOLDERS)

    def exercise(self, name: str) -> TomlTable:
        """Return the table of an exercise as its file has it; an empty one if that has problems."""
        return self._draft.tables.get(name, {})

    def own_source(self, name: str) -> Source | None:
        """Return the source with an id, None if it is bundled or unknown."""
        owner = self._draft.owners.get((FileKind.SOURCES, name))
        is_own = owner is not None and Path(owner).is_relative_to(self.folder)
        return self._draft.sources.get(name) if is_own else None

    @property
    def content(self) -> CatalogueDraft:
        """All that a file can refer to."""
        return self._draft

    def is_sound(self, kind: FileKind, name: str) -> bool:
        """Whether the routine or exercise with an id has no problems."""
        sound = self._draft.exercises if kind is FileKind.EXERCISE else self._draft.routines
        return name in sound

    def _with_id(self, kind: FileKind, name: str) -> FoundFile | None:
        owner = self._draft.owners.get((kind, name))
        if owner is None:
            return None
        path = Path(owner)
        return FoundFile(kind, path, is_own=path.is_relative_to(self.folder))

    def _with_name(self, name: str) -> list[FoundFile]:
        """Return the own files that are called by a name: a broken one may have no id."""
        try:
            paths = {path.relative_to(self.folder): path for path in self.all_own()}
        except UnreadableError:
            return []
        places = {kind: Path(folder, f"{name}.toml") for kind, folder in _FOLDERS.items()}
        return [FoundFile(kind, paths[p], is_own=True) for kind, p in places.items() if p in paths]


def own_paths(own: Path) -> tuple[Path, ...]:
    """Return the paths of all files below the folder of own routines. Raises UnreadableError."""
    return tuple(path for folder in _FOLDERS.values() for path in toml_files(own / folder))
