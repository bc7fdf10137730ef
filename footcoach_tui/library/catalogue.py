"""Catalogue of all sound exercises and routines, bundled with footcoach and the user's own."""

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from footcoach_tui.boundary.safe_read import UnreadableError, toml_files
from footcoach_tui.coach.rules.red_flags import RedFlag
from footcoach_tui.library.build import CatalogueDraft
from footcoach_tui.library.kinds import EXERCISES_FOLDER, TomlTable
from footcoach_tui.library.parsed_file import ParseCache
from footcoach_tui.library.validate import FileReport, validate
from footcoach_tui.session.exercise import Exercise, Source
from footcoach_tui.session.routine import Routine

if TYPE_CHECKING:  # lists are shown before any figure is loaded
    from footcoach_tui.figure.model import Figure


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Sound exercises, routines and sources by id, red flags, and reports on files with problems.

    `figures` are by the id of their exercise, `needs` are the conditions of gates as sentences,
    `own` the ids of the user's own routines.
    """

    exercises: Mapping[str, Exercise]
    routines: Mapping[str, Routine]
    sources: Mapping[str, Source]
    figures: "Mapping[str, Figure]" = field(default_factory=dict)
    flags: tuple[RedFlag, ...] = ()
    needs: Mapping[str, str] = field(default_factory=dict)
    broken: tuple[FileReport, ...] = ()
    own: frozenset[str] = frozenset()


class _Figures(Mapping[str, "Figure"]):
    """Figures of sound exercises by id, each built when it is first asked for."""

    def __init__(self, tables: Mapping[str, TomlTable]) -> None:
        self._tables = {name: table for name, table in tables.items() if "figure" in table}
        self._figures: dict[str, Figure] = {}

    def __getitem__(self, name: str) -> "Figure":
        if name not in self._figures:
            from footcoach_tui.library.build_figure import build_figure  # noqa: PLC0415 - see above

            self._figures[name] = build_figure(self._tables[name])
        return self._figures[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._tables)

    def __len__(self) -> int:
        return len(self._tables)


def load_catalogue(
    bundled: Path, own: Path | None = None, cache_file: Path | None = None
) -> Catalogue:
    """Load the bundled folder and the user's own.

    Each has routines, a folder of exercises, and perhaps sources.toml. An own file never replaces
    a bundled one. Sound files are stored in `cache_file`, and not checked again while they stay
    the same. Raises nothing.
    """
    with _no_garbage_collection():
        cache = ParseCache(cache_file, is_self_contained=True)
        draft, reports = draft_catalogue(bundled, own, cache)
    cache.save()
    return Catalogue(
        exercises=draft.exercises,
        routines={
            routine.id: routine for routine in sorted(draft.routines.values(), key=_list_order)
        },
        sources=draft.sources,
        figures=_Figures(draft.tables),
        flags=tuple(draft.safety.flags.values()),
        needs=draft.safety.needs,
        broken=tuple(report for report in reports if report.problems),
        own=frozenset(
            report.id
            for report in reports
            if own and report.path.is_relative_to(own) and not report.problems
        )
        & draft.routines.keys(),
    )


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    """Make many values that stay: the search for garbage would take a quarter of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.freeze()
            gc.enable()


def draft_catalogue(
    bundled: Path, own: Path | None, cache: ParseCache
) -> tuple[CatalogueDraft, tuple[FileReport, ...]]:
    """Validate every file of both folders, the bundled ones first. Raises nothing."""
    draft = CatalogueDraft()
    reports = _validate_folder(bundled, draft, cache)
    if own is not None:
        reports += _validate_folder(own, draft, cache, inside=own)
    return draft, reports


def _validate_folder(
    folder: Path, draft: CatalogueDraft, cache: ParseCache, *, inside: Path | None = None
) -> tuple[FileReport, ...]:
    paths: list[Path] = []
    unlisted: list[FileReport] = []
    for subfolder in (folder, folder / EXERCISES_FOLDER):
        try:
            paths += toml_files(subfolder)
        except UnreadableError as error:
            unlisted.append(FileReport.from_error(subfolder, error))
    return (*validate(paths, draft, cache, inside=inside), *unlisted)


def _list_order(routine: Routine) -> tuple[int, str]:
    return routine.rank, routine.title.casefold()
