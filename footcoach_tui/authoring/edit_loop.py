"""A file edited until it has no problems, or is kept as it is."""

from collections.abc import Callable, Sequence
from pathlib import Path

from footcoach_tui.authoring.files import read_bytes, save
from footcoach_tui.authoring.problem_notes import first_note, notes_in, with_notes, without_notes
from footcoach_tui.boundary.problems import Problem

_ANY_BYTES = "surrogateescape"
"""So that a file that is not UTF-8 stays byte for byte what it is."""


def edit_until_sound(
    path: Path,
    open_editor: Callable[[Path, int], None],
    check: Callable[[Path], Sequence[Problem]],
    wants_again: Callable[[Sequence[Problem]], bool],
) -> tuple[Problem, ...]:
    """Open a file in the editor, and check it; return the problems with which it was kept.

    `open_editor` gets the line of the first note, or 0. Problems are written into the file above
    their lines, and removed again after the next pass. `wants_again` gets them, with their lines
    in the file, and is asked whether to go on. Raises what the callbacks raise, and
    UnreadableError and WriteError.
    """
    notes: frozenset[str] = frozenset()
    line = 0
    while True:
        open_editor(path, line)
        text = without_notes(_read(path), notes)
        _write(path, text)
        problems = check(path)
        if not problems:
            return ()
        text, problems = with_notes(text, problems)
        notes = notes_in(text)
        line = first_note(text)
        _write(path, text)
        if not wants_again(problems):
            return problems


def _read(path: Path) -> str:
    return read_bytes(path).decode(errors=_ANY_BYTES)


def _write(path: Path, text: str) -> None:
    save(path, text.encode(errors=_ANY_BYTES))
