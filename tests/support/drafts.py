"""Drafts of routines for tests, with the bundled exercises."""

from pathlib import Path

from bundled import FOLDER

from footcoach_tui.authoring.draft import RoutineDraft
from footcoach_tui.authoring.draft_file import DraftFile
from footcoach_tui.authoring.own_files import OwnFiles
from footcoach_tui.library.parsed_file import ParseCache
from footcoach_tui.library.validate import validate

FILES = OwnFiles(FOLDER, FOLDER / "own")
CONTENT = FILES.content


def draft_of(*exercises: str, **head: object) -> RoutineDraft:
    """Draft of a new routine with a step for each exercise."""
    draft = DraftFile.new().draft().with_head(**head)
    for place, exercise in enumerate(exercises):
        draft = draft.with_added(place, exercise)
    return draft


def problems_of(text: str, folder: Path) -> list[str]:
    """Problems that `footcoach check` has with a file of this text."""
    path = folder / "checked.toml"
    path.write_text(text, encoding="utf-8")
    (report,) = validate([path], CONTENT.with_free_ids(), ParseCache())
    return [str(problem) for problem in report.problems]
