"""TOML that others wrote: bytes to values, or problems with their line.

tomllib alone refuses a byte order mark, takes C1 controls, needs quadratic time for a long
dotted key, and tells no line for what is not UTF-8, numbers of thousands of digits, and
brackets nested too deeply.
"""

import re
import tomllib
from dataclasses import dataclass
from typing import Any

from footcoach_tui.boundary.problems import Problem
from footcoach_tui.boundary.text import character_name
from footcoach_tui.boundary.toml_lines import KeyPath, line_map, line_of, nearest_line

__all__ = [
    "KeyPath",
    "TomlDocument",
    "TomlError",
    "line_map",
    "line_of",
    "nearest_line",
    "parse_toml",
]

_BOM = b"\xef\xbb\xbf"
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_LONG_NUMBER = re.compile(r"[0-9_]{1000,}")
_MOST_CONTROLS = 20
_DEEPEST = 64
# A key has a dot between its parts, and stands on one line: so lines with few dots hold only
# short keys, whatever quotes and brackets are around them.
_MOST_DOTS = 100
_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")
_SENTENCES = {
    "Cannot overwrite a value": "this key is there already",
    "Duplicate inline table key": "this key is there already",
    "Cannot declare": "this table is there already",
    "Invalid value": "there is no value TOML knows here; text stands in quotes",
    "Expected '=' after a key": "after a key there must be an = and a value",
    "Expected newline or end of document": "more stands on this line than one key and its value",
    "Invalid statement": "this is neither a key with a value nor a [table]",
    "Unclosed array": "a list is not closed, or a comma is missing in it",
    "Unclosed inline table": "a table in braces is not closed, or a comma is missing in it",
    "Unterminated string": "a text in quotes has no end",
    "Illegal character '\\n'": "a text in quotes has no end on its line",
    "Unescaped '\\' in a string": "a backslash in a text must be doubled",
}


class TomlError(Exception):
    """A text is not TOML, or not TOML that we take; `problems` say why and where."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Keep the problems, at least one; the message is theirs."""
        self.problems = problems
        super().__init__("\n".join(map(str, problems)))


@dataclass(frozen=True, slots=True)
class TomlDocument:
    """A file that is TOML: its name for the person, its text and its values."""

    file: str
    text: str
    values: dict[str, Any]


def document_from_values(content: bytes, file: str, values: dict[str, Any]) -> TomlDocument:
    """The document that `parse` once found `values` in, read anew without looking at them."""
    return TomlDocument(file, content.removeprefix(_BOM).decode(errors="replace"), values)


def parse_toml(content: bytes, file: str) -> TomlDocument:
    """Read the content of a TOML file, called `file` in problems.

    Strings may still hold format characters: TOML can write any by an escape. Raises TomlError.
    """
    text = _decoded(content.removeprefix(_BOM), file)
    if problems := _controls(text, file) or _excesses(text, file):
        raise TomlError(problems)
    try:
        return TomlDocument(file, text, tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        problem = _refused(str(error), text, file)
    except RecursionError:
        problem = Problem(file, _deep_line(text), "", "brackets are nested too deeply here")
    except ValueError:  # from int(), which takes no more than 4,300 digits
        found = _LONG_NUMBER.search(text)
        line = _line_at(text, found.start()) if found else 1
        problem = Problem(file, line, "", "this number has too many digits")
    raise TomlError((problem,))


def _decoded(content: bytes, file: str) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        byte = content[error.start]
        sentence = f"is not UTF-8 text (byte 0x{byte:02X}); save the file as UTF-8"
    raise TomlError((Problem(file, line, "", sentence),))


def _controls(text: str, file: str) -> tuple[Problem, ...]:
    """Control characters that stand in the text as they are, one for each line."""
    found: dict[int, str] = {}
    for match in _CONTROL.finditer(text.replace("\r\n", "\n")):
        found.setdefault(_line_at(match.string, match.start()), match[0])
        if len(found) == _MOST_CONTROLS:
            break
    return tuple(
        Problem(file, line, "", f"the control character {character_name(char)} must go")
        for line, char in found.items()
    )


def _excesses(text: str, file: str) -> tuple[Problem, ...]:
    """What would cost the parser too much, and nobody writes."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.count(".") > _MOST_DOTS:
            return (Problem(file, number, "", f"has more than {_MOST_DOTS} dots in one line"),)
        if line.count("[") + line.count("{") > _DEEPEST and _depth(line) > _DEEPEST:
            return (Problem(file, number, "", "brackets are nested too deeply here"),)
    return ()


def _depth(line: str) -> int:
    """How deep the brackets of a line go, those in quotes counted like the others."""
    depth = deepest = 0
    for char in line:
        depth += (char in "[{") - (char in "]}")
        deepest = max(deepest, depth)
    return deepest


def _deep_line(text: str) -> int:
    """The line on which the brackets opened so far pass the limit, or 1."""
    depth = 0
    for number, line in enumerate(text.split("\n"), 1):
        depth += line.count("[") + line.count("{") - line.count("]") - line.count("}")
        if depth > _DEEPEST:
            return number
    return 1


def _refused(message: str, text: str, file: str) -> Problem:
    """What tomllib says, with the line apart and the common cases in plain words."""
    place = _PLACE.search(message)
    said = message[: place.start()] if place else message
    line = int(place[1]) if place and place[1] else text.rstrip().count("\n") + 1
    plain = next((told for start, told in _SENTENCES.items() if said.startswith(start)), "")
    return Problem(file, line, "", plain or f"is not TOML: {said}")


def _line_at(text: str, pos: int) -> int:
    return text.count("\n", 0, pos) + 1
