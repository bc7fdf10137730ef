"""Validation of files: sources first, then exercises, then the routines made of them."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from footcoach_tui.boundary.problems import Problem
from footcoach_tui.boundary.safe_read import UnreadableError
from footcoach_tui.boundary.text import clean, quote
from footcoach_tui.boundary.toml import TomlError
from footcoach_tui.boundary.toml_lines import KeyPath
from footcoach_tui.library.build import CatalogueDraft, build_exercise, build_routine, build_source
from footcoach_tui.library.faults import (
    MAX_FAULTS,
    Fault,
    is_whole,
    problems_of,
)
from footcoach_tui.library.kinds import RULE_KINDS, SHARED_KINDS, FileKind
from footcoach_tui.library.parsed_file import ParseCache, ParsedFile

_ORDER = list(FileKind)
_WITH_ARTICLE = {
    FileKind.SOURCES: "a source",
    FileKind.EXERCISE: "an exercise",
    FileKind.ROUTINE: "a routine",
    FileKind.PLAN: "a plan",
}
_ONCE = (FileKind.SAFETY, *RULE_KINDS)
_REMEDY = {FileKind.SAFETY: "these texts; write your own cautions into your exercises"}


@dataclass(frozen=True)
class FileReport:
    """Problems of a file; none if it is sound.

    `id` and `title` are "" where they are not known. A file that could not be read has one
    problem, on line 0.
    """

    path: Path
    problems: tuple[Problem, ...]
    id: str = ""
    title: str = ""
    unreadable: bool = False

    @classmethod
    def from_error(cls, path: Path, error: UnreadableError) -> Self:
        return cls(path, (Problem(error.file, 0, "", error.sentence),), unreadable=True)

    @property
    def file(self) -> str:
        """Path of the file, safe to show."""
        return clean(str(self.path))


def validate(
    paths: Sequence[Path], draft: CatalogueDraft, cache: ParseCache, *, inside: Path | None = None
) -> tuple[FileReport, ...]:
    """Check files together, and add the sound ones to the draft.

    With `inside`, links must stay in that folder. An id that another file of the draft has is a
    problem. Returns the reports in the order of `paths`. Raises nothing.
    """
    return _validate(paths, lambda path: ParsedFile.read(path, cache, inside=inside), draft, cache)


def validate_contents(
    contents: Mapping[Path, bytes], draft: CatalogueDraft
) -> tuple[FileReport, ...]:
    """Check files that are not on the disk, as `validate` does."""
    cache = ParseCache()
    return _validate(
        [*contents], lambda path: ParsedFile.parse(contents[path], path, cache), draft, cache
    )


def _validate(
    paths: Sequence[Path],
    read: Callable[[Path], ParsedFile],
    draft: CatalogueDraft,
    cache: ParseCache,
) -> tuple[FileReport, ...]:
    reports: dict[Path, FileReport] = {}
    parsed: dict[Path, ParsedFile] = {}
    for path in paths:
        try:
            parsed[path] = read(path)
        except UnreadableError as error:
            reports[path] = FileReport.from_error(path, error)
        except TomlError as error:
            reports[path] = FileReport(path, error.problems)
    # A routine may name one that comes after it in a programme.
    draft.routine_ids |= {file.id for file in parsed.values() if file.kind is FileKind.ROUTINE}
    draft.plan_ids |= {file.id for file in parsed.values() if file.kind is FileKind.PLAN}
    if any(file.faults for file in parsed.values() if file.kind in SHARED_KINDS):
        cache.note_partial()
    sound = cache.sound_files()
    for path, file in sorted(parsed.items(), key=lambda item: _ORDER.index(item[1].kind)):
        is_known = str(path) in sound and _refers_to_unchanged(file, draft)
        problems = _add_file(file, draft, is_known_sound=is_known)
        reports[path] = FileReport(path, problems, file.id, file.title)
    cache.note_sound(str(path) for path, report in reports.items() if not report.problems)
    return tuple(reports[path] for path in paths)


def _refers_to_unchanged(file: ParsedFile, draft: CatalogueDraft) -> bool:
    """Whether all exercises and routines that a sound file names are as they were."""
    if file.kind is not FileKind.ROUTINE:
        return file.kind in (*SHARED_KINDS, FileKind.EXERCISE)
    steps = [part for step in file.table["steps"] for part in (step, step.get("swap")) if part]
    names = {file.table[key] for key in ("previous", "next") if key in file.table}
    return draft.routine_ids >= names and all(step["exercise"] in draft.unchanged for step in steps)


def _add_file(
    file: ParsedFile, draft: CatalogueDraft, *, is_known_sound: bool
) -> tuple[Problem, ...]:
    """Add the sound content of a file to the draft, and return the file's problems."""
    id_faults = tuple(_id_faults(file, draft))
    faults = [*file.faults, *id_faults]
    if len(file.faults) <= MAX_FAULTS and not is_known_sound:
        from footcoach_tui.library.semantics import semantic_faults  # noqa: PLC0415 - seldom needed

        faults += semantic_faults(file.kind, file.table, draft)
    if file.kind is FileKind.SOURCES:
        _add_sources(file, draft, {fault.path[0] for fault in id_faults})
    elif file.kind in _ONCE:
        if not faults:
            _add_shared(file, draft)
    elif file.id and not id_faults:
        _add_exercise_or_routine(file, draft, is_sound=not faults)
        if is_known_sound and file.kind is FileKind.EXERCISE:
            draft.unchanged.add(file.id)
    return problems_of(file.document, faults)


def _id_faults(file: ParsedFile, draft: CatalogueDraft) -> Iterator[Fault]:
    """Yield a fault for each id in the file that another file has."""
    if file.kind in _ONCE:
        if owner := draft.owners.get((file.kind, "")):
            yield Fault((), f"{owner} has {_REMEDY.get(file.kind, 'these rules')}")
        return
    names: list[tuple[str, KeyPath]] = [(file.id, ("id",))]
    if file.kind is FileKind.SOURCES:
        names = [(name, (name,)) for name in file.table]
    for name, path in names:
        if owner := draft.owners.get((file.kind, name)):
            yield Fault(
                path,
                f"there is {_WITH_ARTICLE[file.kind]} {quote(name)} in {owner} already; "
                "take another id",
            )


def _add_shared(file: ParsedFile, draft: CatalogueDraft) -> None:
    draft.owners[file.kind, ""] = file.document.file
    if file.kind is FileKind.SAFETY:
        draft.safety.add(file.table)
    else:
        draft.rules[file.kind] = file.table


def _add_exercise_or_routine(file: ParsedFile, draft: CatalogueDraft, *, is_sound: bool) -> None:
    draft.owners[file.kind, file.id] = file.document.file
    if file.kind is FileKind.ROUTINE:
        if not is_sound:
            draft.broken_routines[file.id] = file.document.file
        else:
            draft.broken_routines.pop(file.id, None)  # as with exercises
            draft.routines[file.id] = build_routine(file.table, draft)
    elif file.kind is FileKind.PLAN:
        if is_sound:
            draft.plans[file.id] = file.table
    elif is_sound:
        draft.broken.pop(file.id, None)
        draft.tables[file.id] = file.table
        draft.exercises[file.id] = build_exercise(file.table, draft)
    else:
        draft.tables.pop(file.id, None)  # a file of another folder may have the same id
        draft.broken[file.id] = file.document.file


def _add_sources(file: ParsedFile, draft: CatalogueDraft, bad_ids: Collection[str | int]) -> None:
    """Add the sound sources of a file, though others in it may be at fault."""
    for name, table in file.table.items():
        if name not in bad_ids and is_whole(table):
            draft.owners[file.kind, name] = file.document.file
            draft.sources[name] = build_source(name, table)
