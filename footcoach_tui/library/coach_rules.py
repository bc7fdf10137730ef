"""Rules of the coach, loaded from the files in `coach` and `plans` beside the routines."""

from collections.abc import Mapping
from pathlib import Path

from footcoach_tui.boundary.safe_read import UnreadableError, toml_files
from footcoach_tui.coach.rules.rules import Rules
from footcoach_tui.library.build import CatalogueDraft
from footcoach_tui.library.build_rules import build_parts
from footcoach_tui.library.catalogue import Catalogue
from footcoach_tui.library.kinds import PLANS_FOLDER, RULES_FOLDER, FileKind, TomlTable
from footcoach_tui.library.parsed_file import ParseCache
from footcoach_tui.library.safety import SafetyTexts
from footcoach_tui.library.validate import FileReport, validate


def load_rules(
    bundled: Path, own: Path | None, catalogue: Catalogue, cache_file: Path | None = None
) -> Rules:
    """Load the rules that come with footcoach, and the plans of both folders.

    An own plan never replaces a bundled one. Files with problems are left out; the problems are in
    the rules. Sound files are stored in `cache_file`. Raises nothing.
    """
    cache = ParseCache(cache_file)
    draft = _draft(catalogue)
    reports = draft_rules(bundled, own, draft, cache)
    cache.save()
    tables = {"plans": draft.plans} | {kind.value: table for kind, table in draft.rules.items()}
    return Rules(
        exercises=catalogue.exercises,
        routines=catalogue.routines,
        flags={flag.id: flag for flag in catalogue.flags},
        needs=catalogue.needs,
        problems=tuple(str(problem) for report in reports for problem in report.problems),
        **build_parts(tables),
    )


def draft_rules(
    bundled: Path, own: Path | None, draft: CatalogueDraft, cache: ParseCache
) -> tuple[FileReport, ...]:
    """Validate every rule file and plan, and add the sound ones to a draft. Raises nothing."""
    reports = _validate([bundled / RULES_FOLDER, bundled / PLANS_FOLDER], draft, cache)
    if own is not None:
        reports += _validate([own / PLANS_FOLDER], draft, cache, inside=own)
    return reports


def _validate(
    folders: list[Path], draft: CatalogueDraft, cache: ParseCache, *, inside: Path | None = None
) -> tuple[FileReport, ...]:
    paths: list[Path] = []
    unlisted: list[FileReport] = []
    for folder in folders:
        try:
            paths += toml_files(folder)
        except UnreadableError as error:
            unlisted.append(FileReport.from_error(folder, error))
    return (*validate(paths, draft, cache, inside=inside), *unlisted)


def rule_tables(bundled: Path, catalogue: Catalogue) -> Mapping[FileKind, TomlTable]:
    """Return the tables of the bundled rule files, for the docs."""
    draft = _draft(catalogue)
    draft_rules(bundled, None, draft, ParseCache())
    return draft.rules


def _draft(catalogue: Catalogue) -> CatalogueDraft:
    """Return a draft with all that rules and plans refer to."""
    broken = {report.id: report.file for report in catalogue.broken if report.id}
    return CatalogueDraft(
        exercises=dict(catalogue.exercises),
        sources=dict(catalogue.sources),
        safety=SafetyTexts(needs=dict(catalogue.needs)),
        routines=dict(catalogue.routines),
        routine_ids={*catalogue.routines, *broken},
        broken_routines=broken,
    )
