"""Additions that a pack would make to one's own files, checked together with all that is there."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from footcoach_tui.authoring.files import read_bytes
from footcoach_tui.authoring.pack_reader import Pack
from footcoach_tui.authoring.sources import without_known
from footcoach_tui.boundary.problems import Problem
from footcoach_tui.boundary.safe_read import UnreadableError
from footcoach_tui.boundary.text import quote
from footcoach_tui.library.build import CatalogueDraft
from footcoach_tui.library.catalogue import draft_catalogue
from footcoach_tui.library.kinds import EXERCISES_FOLDER, SHARED_NAMES, SOURCES_NAME, FileKind
from footcoach_tui.library.parsed_file import ParseCache
from footcoach_tui.library.validate import FileReport, validate_contents
from footcoach_tui.session.exercise import Exercise
from footcoach_tui.session.routine import Routine

_WITH_ID = (FileKind.ROUTINE, FileKind.EXERCISE, FileKind.PLAN)
_ALLOWED = (FileKind.SOURCES, FileKind.EXERCISE, FileKind.ROUTINE)
"""Kinds that a pack may have, in the order in which they are written."""


@dataclass(frozen=True, slots=True)
class Additions:
    """Content of a pack that is not there yet, and every reason why it cannot be added.

    `files` have their places in the folder of own routines; those that others refer to come
    first. `same` are the files that are there already, byte for byte, `sources` is a count.
    """

    routines: tuple[Routine, ...]
    exercises: tuple[Exercise, ...]
    sources: int
    files: Mapping[PurePath, bytes]
    same: tuple[PurePath, ...]
    problems: tuple[Problem, ...]


def additions(pack: Pack, bundled: Path, own: Path | None = None) -> Additions:
    """Check a pack beside the bundled and own files. Raises nothing, and writes nothing."""
    draft = draft_catalogue(bundled, own, ParseCache())[0]
    taken = _taken(draft)
    same = tuple(name for name in pack.files if own and _is_there(own, name, pack.files[name]))
    contents = {
        pack.root / name: content
        for name, whole in pack.files.items()
        if name not in same and (content := _new_part(name, whole, draft))
    }
    reports = validate_contents(contents, draft)
    owners = ((kind, Path(file)) for (kind, _), file in draft.owners.items())
    brought = [(kind, path) for kind, path in owners if path in contents]
    kinds = {path: kind for kind, path in brought}
    problems = [*_id_problems(reports, taken, is_single=pack.is_single)]
    problems = problems or [problem for report in reports for problem in report.problems]
    problems = problems or [*_kind_problems(contents, kinds)]
    places = {} if problems else _places(reports, kinds)
    problems = problems or [*_place_problems(places, own)]
    ids = sorted(report.id for report in reports)
    return Additions(
        routines=tuple(draft.routines[name] for name in ids if name in draft.routines),
        exercises=tuple(draft.exercises[name] for name in ids if name in draft.exercises),
        sources=sum(kind is FileKind.SOURCES for kind, _ in brought),
        files={place: contents[path] for path, place in places.items()},
        same=same,
        problems=tuple(problems),
    )


def _new_part(name: PurePath, content: bytes, draft: CatalogueDraft) -> bytes:
    return without_known(content, draft.sources) if name.name == SOURCES_NAME else content


def _taken(draft: CatalogueDraft) -> dict[str, str]:
    """Return what has each id, with its name: a routine and an exercise cannot have the same."""
    titles = {name: routine.title for name, routine in draft.routines.items()}
    titles |= {name: exercise.name for name, exercise in draft.exercises.items()}
    return {
        name: f"{titles[name]}, in {file}" if name in titles else file
        for (kind, name), file in draft.owners.items()
        if kind in _WITH_ID
    }


def _is_there(own: Path, name: PurePath, content: bytes) -> bool:
    """Whether an own file has the name and the content of one of a pack."""
    try:
        return read_bytes(own / name) == content
    except UnreadableError:
        return False


def _id_problems(
    reports: Sequence[FileReport], taken: Mapping[str, str], *, is_single: bool
) -> Iterator[Problem]:
    """Yield a problem for each id that is taken, or is not the name of its file."""
    seen: dict[str, FileReport] = {}
    for report in reports:
        sentence = ""
        if report.id in taken:
            sentence = f"{quote(report.id)} is there already: {taken[report.id]}"
        elif report.id in seen:
            sentence = f"{quote(report.id)} is the id of {seen[report.id].file} too"
        elif f"{report.id}.toml" in SHARED_NAMES:
            sentence = f"{quote(report.id)} is the name of a file of another kind"
        elif report.id not in ("", report.path.stem) and not is_single:
            sentence = f"its id is {quote(report.id)}; a file has the name of its id"
        if sentence:
            yield Problem(report.file, 0, "", sentence)
        if report.id:
            seen[report.id] = report


def _kind_problems(contents: Iterable[Path], kinds: Mapping[Path, FileKind]) -> Iterator[Problem]:
    """Yield a problem for each file of another kind than a pack may have."""
    for path in contents:
        if kinds.get(path) not in _ALLOWED:
            yield Problem(str(path), 0, "", "is neither a routine nor an exercise")


def _places(reports: Sequence[FileReport], kinds: Mapping[Path, FileKind]) -> dict[Path, PurePath]:
    """Return the place of each file, in the order in which they are written.

    Sources get a file of their own, beside those that are there, with the name of the first id.
    """
    name = min((report.id for report in reports if report.id), default="")
    places = {}
    for report in sorted(reports, key=lambda report: _ALLOWED.index(kinds[report.path])):
        folder = EXERCISES_FOLDER if kinds[report.path] is FileKind.EXERCISE else ""
        places[report.path] = PurePath(folder, f"{report.id or f'{name}-sources'}.toml")
    return places


def _place_problems(places: Mapping[Path, PurePath], own: Path | None) -> Iterator[Problem]:
    """Yield a problem for each place where a file is, though it has another id."""
    for path, place in places.items():
        if own and os.path.lexists(own / place):
            yield Problem(str(path), 0, "", f"there is a file {own / place} already")
