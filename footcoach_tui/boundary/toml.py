"""TOML that others wrote: bytes to values, or problems with their line.

tomllib alone refuses a byte order mark, takes C1 controls, needs quadratic time for a long
dotted key, and gives no line for bytes that are not UTF-8, numbers of thousands of digits, and
brackets nested too deeply.
"""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Self

from footcoach_tui.boundary.problems import Problem
from footcoach_tui.boundary.text import forbidden_character
from footcoach_tui.boundary.toml_lines import KeyPath, line_map

_BOM = b"\xef\xbb\xbf"
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_LONG_NUMBER = re.compile(r"[0-9_]{1000,}")
_MAX_CONTROLS = 20
_MAX_DEPTH = 64
# A key has a dot between its parts, and is on one line: so lines with few dots hold only
# short keys, whatever quotes and brackets are around them.
_MAX_DOTS = 100
_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")
_SENTENCES = {
    "Cannot overwrite a value": "this key is already there",
    "Duplicate inline table key": "this key is already there",
    "Cannot declare": "this table is already there",
    "Invalid value": "this is not a TOML value; text needs quotes",
    "Expected '=' after a key": "after a key there must be an = and a value",
    "Expected newline or end of document": "a line can have only one key and its value",
    "Invalid statement": "this is neither a key with a value nor a [table]",
    "Unclosed array": "a list is not closed, or a comma is missing in it",
    "Unclosed inline table": "a table in braces is not closed, or a comma is missing in it",
    "Unterminated string": "a text in quotes is not closed",
    "Illegal character '\\n'": "a text in quotes is not closed on its line",
    "Unescaped '\\' in a string": "a backslash in a text must be written twice",
}


class TomlError(Exception):
    """A text that is not TOML, or has a part that is refused; `problems` is never empty."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__("\n".join(map(str, problems)))


@dataclass(frozen=True, slots=True)
class TomlDocument:
    """A TOML file: its name in problems, its text and its values."""

    file: str
    text: str
    values: dict[str, Any]

    @classmethod
    def from_values(cls, content: bytes, file: str, values: dict[str, Any]) -> Self:
        """Return the document with this content, whose values are known, without parsing."""
        return cls(file, content.removeprefix(_BOM).decode(errors="replace"), values)

    def lines_of(self, paths: Iterable[KeyPath]) -> list[int]:
        """Return the line of each key, from 1; of a missing one, that of the table around it."""
        lines = line_map(self.text)
        return [_nearest_line(lines, path) for path in paths]


def _nearest_line(lines: dict[KeyPath, int], path: KeyPath) -> int:
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


def parse_toml(content: bytes, file: str) -> TomlDocument:
    """Read the content of a TOML file, called `file` in problems. Raises TomlError.

    Strings may still hold format characters: TOML can write any of them as an escape.
    """
    text = _decode(content.removeprefix(_BOM), file)
    if problems := _control_problems(text, file) or _limit_problems(text, file):
        raise TomlError(problems)
    try:
        return TomlDocument(file, text, tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        problem = _syntax_problem(str(error), text, file)
    except RecursionError:
        problem = Problem(file, _deep_line(text), "", "brackets are nested too deeply here")
    except ValueError:  # from int(), which takes no more than 4,300 digits
        number = _LONG_NUMBER.search(text)
        line = _line_at(text, number.start()) if number else 1
        problem = Problem(file, line, "", "this number has too many digits")
    raise TomlError((problem,))


def _decode(content: bytes, file: str) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        byte = content[error.start]
        sentence = f"is not UTF-8 text (byte 0x{byte:02X}); save the file as UTF-8"
    raise TomlError((Problem(file, line, "", sentence),))


def _control_problems(text: str, file: str) -> tuple[Problem, ...]:
    """Return a problem for each line with raw control characters."""
    controls: dict[int, str] = {}
    for match in _CONTROL.finditer(text.replace("\r\n", "\n")):
        controls.setdefault(_line_at(match.string, match.start()), match[0])
        if len(controls) == _MAX_CONTROLS:
            break
    return tuple(
        Problem(file, line, "", f"remove the control character {forbidden_character(char)}")
        for line, char in controls.items()
    )


def _limit_problems(text: str, file: str) -> tuple[Problem, ...]:
    """Return the first line that would cost the parser too much time or depth."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.count(".") > _MAX_DOTS:
            return (Problem(file, number, "", f"has more than {_MAX_DOTS} dots in one line"),)
        if line.count("[") + line.count("{") > _MAX_DEPTH and _depth(line) > _MAX_DEPTH:
            return (Problem(file, number, "", "brackets are nested too deeply here"),)
    return ()


def _depth(line: str) -> int:
    """Return how deep the brackets of a line go, those in quotes counted like the others."""
    depth = deepest = 0
    for char in line:
        depth += (char in "[{") - (char in "]}")
        deepest = max(deepest, depth)
    return deepest


def _deep_line(text: str) -> int:
    """Return the line on which the open brackets pass the limit, or 1."""
    depth = 0
    for number, line in enumerate(text.split("\n"), 1):
        depth += line.count("[") + line.count("{") - line.count("]") - line.count("}")
        if depth > _MAX_DEPTH:
            return number
    return 1


def _syntax_problem(message: str, text: str, file: str) -> Problem:
    """Return an error of tomllib as a problem, the common ones in plain words."""
    place = _PLACE.search(message)
    fault = message[: place.start()] if place else message
    line = int(place[1]) if place and place[1] else text.rstrip().count("\n") + 1
    plain = next((words for start, words in _SENTENCES.items() if fault.startswith(start)), "")
    return Problem(file, line, "", plain or f"is not TOML: {fault}")


def _line_at(text: str, pos: int) -> int:
    return text.count("\n", 0, pos) + 1
