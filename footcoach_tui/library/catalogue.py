"""Every exercise and routine there is: those that come with footcoach, and the person's own."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from footcoach_tui.boundary.problems import Problem
from footcoach_tui.boundary.reading import UnreadableError, toml_files
from footcoach_tui.figure.model import Figure
from footcoach_tui.library.kinds import EXERCISES_FOLDER
from footcoach_tui.library.parse_cache import Readings
from footcoach_tui.library.shelf import Shelf
from footcoach_tui.library.validate import Verdict, judge, unreadable
from footcoach_tui.session.exercise import Exercise, Source
from footcoach_tui.session.routine import Routine


@dataclass(frozen=True, slots=True)
class Broken:
    """A file that is left out, and why; `id` and `title` are "" where they are not known."""

    file: str
    problems: tuple[Problem, ...]
    id: str = ""
    title: str = ""
    unreadable: bool = False


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All sound exercises, routines and sources by their id, and the files that are not sound.

    `figures` are by the id of their exercise.
    """

    exercises: Mapping[str, Exercise]
    routines: Mapping[str, Routine]
    sources: Mapping[str, Source]
    figures: Mapping[str, Figure] = field(default_factory=dict)
    broken: tuple[Broken, ...] = ()


def load_catalogue(
    bundled: Path, own: Path | None = None, readings: Path | None = None
) -> Catalogue:
    """Read the bundled folder and the person's own.

    Each holds routines, a folder of exercises, and maybe sources.toml. An own file never takes
    the place of a bundled one. What passes is kept in the file `readings`, and not checked again
    as long as it stays the same. Raises nothing: what is wrong with a file is in `broken`.
    """
    known = Readings(readings)
    shelf, verdicts = shelve(bundled, own, known)
    known.keep()
    return Catalogue(
        exercises=shelf.exercises,
        routines={one.id: one for one in sorted(shelf.routines.values(), key=_place)},
        sources=shelf.sources,
        figures=shelf.figures,
        broken=tuple(_broken(verdict) for verdict in verdicts if verdict.problems),
    )


def _place(routine: Routine) -> tuple[int, str]:
    """Where a routine stands in lists."""
    return routine.rank, routine.title.casefold()


def shelve(
    bundled: Path, own: Path | None, readings: Readings
) -> tuple[Shelf, tuple[Verdict, ...]]:
    """Judge every file of both folders, the bundled ones first. Raises nothing."""
    shelf, verdicts = _shelve(bundled, Shelf(), readings, inside=None)
    if own is None:
        return shelf, verdicts
    shelf, others = _shelve(own, shelf, readings, inside=own)
    return shelf, verdicts + others


def _shelve(
    folder: Path, shelf: Shelf, readings: Readings, *, inside: Path | None
) -> tuple[Shelf, tuple[Verdict, ...]]:
    """Judge the files of one folder; links out of `inside` are not followed."""
    paths: list[Path] = []
    failed: list[Verdict] = []
    for place in (folder, folder / EXERCISES_FOLDER):
        try:
            paths += toml_files(place)
        except UnreadableError as error:
            failed.append(unreadable(place, error))
    shelf, verdicts = judge(paths, shelf, readings, inside=inside)
    return shelf, (*verdicts, *failed)


def _broken(verdict: Verdict) -> Broken:
    return Broken(
        file=verdict.problems[0].file,
        problems=verdict.problems,
        id=verdict.id,
        title=verdict.title,
        unreadable=verdict.unreadable,
    )
