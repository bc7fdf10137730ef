"""What `footcoach check` reports: all that is wrong with the files it is given, or with all."""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from footcoach_tui.boundary.problems import Problem
from footcoach_tui.boundary.reading import UnreadableError, toml_files
from footcoach_tui.library.catalogue import shelve
from footcoach_tui.library.kinds import EXERCISES_FOLDER, SOURCES_NAME
from footcoach_tui.library.parse_cache import Readings
from footcoach_tui.library.shelf import Shelf
from footcoach_tui.library.validate import Verdict, judge


@dataclass(frozen=True, slots=True)
class Report:
    """The problems of the files that could be read, and why the others could not be."""

    problems: tuple[Problem, ...]
    unreadable: tuple[Problem, ...]

    @property
    def exit_code(self) -> int:
        """0 all is well, 1 there are problems, 2 something could not be read."""
        if self.unreadable:
            return 2
        return 1 if self.problems else 0


def check(files: Sequence[Path], *, bundled: Path, own: Path | None = None) -> Report:
    """Check files, or everything that is bundled and own if none are named.

    A file may refer to what is bundled, to what is own, and to what lies beside it: the
    exercises in its folder's `exercises`, its folder's sources.toml. Raises nothing.
    """
    shelf, verdicts = shelve(bundled, own, Readings())
    if not files:
        return _report(verdicts)
    known = {_place(verdict.path): verdict for verdict in verdicts}
    strangers = [path for path in dict.fromkeys(files) if _place(path) not in known]
    judged = {verdict.path: verdict for verdict in _judge_strangers(strangers, shelf)}
    named = (judged.get(path) or known[_place(path)] for path in dict.fromkeys(files))
    return _report(map(_as_named, named, dict.fromkeys(files)))


def _judge_strangers(paths: Sequence[Path], shelf: Shelf) -> Iterator[Verdict]:
    """Judge files from elsewhere, those of one folder together with what lies beside them."""
    homes: dict[Path, list[Path]] = {}
    for path in paths:
        homes.setdefault(_home(path), []).append(path)
    for home, here in homes.items():
        own = set(map(_place, here))
        beside = [path for path in _beside(home) if _place(path) not in own]
        siblings = {path.stem for path in _listed(home) if path.name != SOURCES_NAME}
        around = replace(shelf, routine_ids=shelf.routine_ids | siblings)
        _, verdicts = judge([*beside, *here], around, Readings(), taken=False)
        yield from verdicts[len(beside) :]


def _home(path: Path) -> Path:
    """The folder whose exercises and sources a file may refer to."""
    return path.parent.parent if path.parent.name == EXERCISES_FOLDER else path.parent


def _beside(home: Path) -> Iterator[Path]:
    yield from _listed(home / EXERCISES_FOLDER)
    if (home / SOURCES_NAME).is_file():
        yield home / SOURCES_NAME


def _listed(folder: Path) -> tuple[Path, ...]:
    """The files of a neighbouring folder; none where it cannot be listed."""
    with suppress(UnreadableError):
        return toml_files(folder)
    return ()


def _as_named(verdict: Verdict, path: Path) -> Verdict:
    """The verdict on a file, under the name it was given."""
    problems = tuple(problem.in_file(str(path)) for problem in verdict.problems)
    return replace(verdict, problems=problems)


def _place(path: Path) -> str:
    """Where a path is, to tell whether two name one file; a link is a file of its own."""
    try:
        return str(Path(os.path.realpath(path.parent)) / path.name)
    except ValueError:  # a NUL in it: no file has that name
        return str(path)


def _report(verdicts: Iterable[Verdict]) -> Report:
    problems: list[Problem] = []
    unreadable: list[Problem] = []
    for verdict in verdicts:
        (unreadable if verdict.unreadable else problems).extend(verdict.problems)
    return Report(tuple(problems), tuple(unreadable))
