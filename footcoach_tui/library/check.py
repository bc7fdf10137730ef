"""Check of named files, or of all files, for `footcoach check`."""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from footcoach_tui.boundary.problems import Problem
from footcoach_tui.boundary.safe_read import UnreadableError, toml_files
from footcoach_tui.library.build import CatalogueDraft
from footcoach_tui.library.catalogue import draft_catalogue
from footcoach_tui.library.coach_rules import draft_rules
from footcoach_tui.library.kinds import (
    EXERCISES_FOLDER,
    PLANS_FOLDER,
    RULES_FOLDER,
    SHARED_NAMES,
)
from footcoach_tui.library.parsed_file import ParseCache
from footcoach_tui.library.validate import FileReport, validate

if TYPE_CHECKING:  # names for the type checker only
    from footcoach_tui.figure.model import Figure
    from footcoach_tui.session.exercise import Exercise

_SUBFOLDERS = (EXERCISES_FOLDER, PLANS_FOLDER, RULES_FOLDER)


@dataclass(frozen=True, slots=True)
class CheckReport:
    """Problems of files that could be read, and reasons why the others could not be."""

    problems: tuple[Problem, ...]
    unreadable: tuple[Problem, ...]

    @property
    def exit_code(self) -> int:
        """0 without problems, 1 with some, 2 if something could not be read."""
        if self.unreadable:
            return 2
        return 1 if self.problems else 0


def check(
    files: Sequence[Path], *, bundled: Path, own: Path | None = None, cache_file: Path | None = None
) -> CheckReport:
    """Check the given files, or all bundled and own ones if none is given.

    A file may refer to bundled and own files, and to those beside it: the exercises in its
    folder's `exercises`, and its folder's sources.toml. Bundled and own files that are the same as
    in `cache_file`, and were sound, are not checked again. Raises nothing.
    """
    cache = ParseCache(cache_file, is_self_contained=True)
    draft, reports = draft_catalogue(bundled, own, cache)
    cache.save()
    reports += draft_rules(bundled, own, draft, ParseCache())
    if not files:
        return _check_report(reports)
    named = dict.fromkeys(files)
    known = {_location(report.path): report for report in reports}
    others = [path for path in named if _location(path) not in known]
    elsewhere = {report.path: report for report in _check_elsewhere(others, draft)}
    return _check_report(
        _rename(elsewhere.get(path) or known[_location(path)], path) for path in named
    )


@dataclass(frozen=True, slots=True)
class ExerciseFile:
    """Exercise of a file, with its figure, if they have no problems; the problems as lines."""

    exercise: "Exercise | None" = None
    figure: "Figure | None" = None
    problems: tuple[str, ...] = ()


def read_exercise(path: Path, draft: CatalogueDraft) -> ExerciseFile:
    """Read an exercise file anywhere, which may refer to what is in a draft. Raises nothing."""
    from footcoach_tui.library.build_figure import build_figure  # noqa: PLC0415 - few need it

    beside = [home for name in SHARED_NAMES if (home := _home(path) / name).is_file()]
    home_draft = draft.with_free_ids()
    report = validate([*beside, path], home_draft, ParseCache())[-1]
    problems = tuple(str(problem.in_file(path.name)) for problem in report.problems)
    exercise = None if problems else home_draft.exercises.get(report.id)
    if exercise is None:
        return ExerciseFile(problems=problems or (f"{path.name} is no exercise",))
    table = home_draft.tables[exercise.id]
    return ExerciseFile(exercise, build_figure(table) if "figure" in table else None)


def _check_elsewhere(paths: Sequence[Path], draft: CatalogueDraft) -> Iterator[FileReport]:
    """Check files of other folders, each beside what its folder has."""
    homes: dict[Path, list[Path]] = {}
    for path in paths:
        homes.setdefault(_home(path), []).append(path)
    for home, files in homes.items():
        locations = set(map(_location, files))
        beside = [path for path in _files_beside(home) if _location(path) not in locations]
        home_draft = draft.with_free_ids()
        home_draft.routine_ids |= {
            path.stem for path in _list(home) if path.name not in SHARED_NAMES
        }
        home_draft.plan_ids |= {path.stem for path in _list(home / PLANS_FOLDER)}
        yield from validate([*beside, *files], home_draft, ParseCache())[len(beside) :]


def _home(path: Path) -> Path:
    """Return the folder whose exercises and sources a file may refer to."""
    return path.parent.parent if path.parent.name in _SUBFOLDERS else path.parent


def _files_beside(home: Path) -> Iterator[Path]:
    yield from _list(home / EXERCISES_FOLDER)
    yield from (home / name for name in SHARED_NAMES if (home / name).is_file())


def _list(folder: Path) -> tuple[Path, ...]:
    """Return the files of a folder, none if it cannot be listed."""
    with suppress(UnreadableError):
        return toml_files(folder)
    return ()


def _rename(report: FileReport, path: Path) -> FileReport:
    """Return a report with the path that the user gave."""
    problems = tuple(problem.in_file(str(path)) for problem in report.problems)
    return FileReport(path, problems, unreadable=report.unreadable)


def _location(path: Path) -> str:
    """Return a path with the links in its folder followed, to compare paths."""
    try:
        return str(Path(os.path.realpath(path.parent)) / path.name)
    except ValueError:  # a NUL in it: no file has that name
        return str(path)


def _check_report(reports: Iterable[FileReport]) -> CheckReport:
    problems: list[Problem] = []
    unreadable: list[Problem] = []
    for report in reports:
        (unreadable if report.unreadable else problems).extend(report.problems)
    return CheckReport(tuple(problems), tuple(unreadable))
