"""Problems as comments in their file, each above its line, such as ``#! steps[2].repz: …``."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Collection, Sequence

from footcoach_tui.authoring.toml_text import TomlText
from footcoach_tui.authoring.toml_values import TomlTextError
from footcoach_tui.boundary.problems import Problem

_MARK = "#! "
_NOTE = re.compile(r"[ \t]*#! ")
_INDENT = re.compile(r"[ \t]*")
_DIRECTIVE = "#:"
_BOM = "\ufeff"


def with_notes(text: str, problems: Sequence[Problem]) -> tuple[str, tuple[Problem, ...]]:
    """Return a text with a note above each line that has a problem, and the problems.

    They have the lines where they are now. A first line such as ``#:schema`` stays the first.
    """
    lines = text.removeprefix(_BOM).split("\n")
    first = 1 if lines[0].startswith(_DIRECTIVE) else 0
    notes: dict[int, list[str]] = defaultdict(list)
    for problem in problems:
        place = min(max(problem.line - 1, first), len(lines) - 1)
        parts = ": ".join(part for part in (problem.key, problem.sentence) if part)
        notes[place].append(f"{_indent(lines[place])}{_MARK}{parts}")
    new: list[str] = []
    moved: dict[int, int] = {}
    for place, line in enumerate(lines):
        new += notes.get(place, ())
        moved[place] = len(new) + 1
        new.append(line)
    shifted = (
        Problem(problem.file, moved.get(problem.line - 1, 0), problem.key, problem.sentence)
        for problem in problems
    )
    return "\n".join(new), (*shifted,)


def without_notes(text: str, known: Collection[str] = ()) -> str:
    """Return a text without its notes.

    Lines of a text in quotes that only look like notes stay, unless they are `known` ones: lines
    that `with_notes` has added, and that came to be between quotes.
    """
    lines = text.split("\n")
    comments = _comment_lines(text)
    return "\n".join(
        line
        for place, line in enumerate(lines)
        if not (_NOTE.match(line) and (comments is None or place in comments or line in known))
    )


def notes_in(text: str) -> frozenset[str]:
    """Return the lines of a text that look like notes."""
    return frozenset(line for line in text.split("\n") if _NOTE.match(line))


def first_note(text: str) -> int:
    """Return the line, from 1, of the first note; 0 without one."""
    lines = enumerate(text.split("\n"), 1)
    return next((number for number, line in lines if _NOTE.match(line)), 0)


def _comment_lines(text: str) -> set[int] | None:
    """Return the lines with comments; None if the text is not TOML, so that none is known."""
    try:
        tomllib.loads(text)
        return TomlText.comment_lines(text)
    except (ValueError, TomlTextError, RecursionError):  # a long number is a ValueError
        return None


def _indent(line: str) -> str:
    match = _INDENT.match(line)
    return match[0] if match else ""
