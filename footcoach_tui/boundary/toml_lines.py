"""On which line of a TOML text each key stands.

tomllib tells no lines for what it could read. A second reading by tomlkit does, but took 2 s
for 256 KiB, and putting a mark at a path failed for whole tables and for tables written out of
order. The text has been accepted by tomllib, so a scan that knows keys, strings and brackets is
enough, finds every path in one go, and needs no import.
"""

import re
import tomllib
from bisect import bisect_left
from contextlib import suppress

KeyPath = tuple[str | int, ...]
"""Where a value is: keys by name, entries of arrays by place from 0."""

_BLANK = re.compile(r"(?:[ \t\r\n]++|#[^\n]*+)*+")
_COMMA = re.compile(r"(?:[ \t\r\n]++|#[^\n]*+)*+,?")
_EQUALS = re.compile(r"[ \t]*=[ \t]*")
_DOT = re.compile(r"[ \t]*\.")
_HEADER = re.compile(r"\[\[?")
_REST = re.compile(r"[^\n]*")
_KEY_PART = re.compile(
    r'[ \t]*(?:"(?P<basic>(?:[^"\\\n]++|\\.)*+)"'
    r"|'(?P<literal>[^'\n]*+)'"
    r"|(?P<bare>[A-Za-z0-9_-]++))"
)
_SCALAR = re.compile(
    r'"""(?:[^"\\]++|\\[\s\S]|"{1,2}(?!"))*+"{3,5}'
    r"|'''(?:[^']++|'{1,2}(?!'))*+'{3,5}"
    r'|"(?:[^"\\\n]++|\\.)*+"'
    r"|'[^'\n]*+'"
    r"|[^,\]}#\n]*+"
)


def line_map(text: str) -> dict[KeyPath, int]:
    """Return the line, from 1, of every key, table and array entry of a valid TOML text.

    Never raises: of a text that is not TOML, or too deeply nested, it tells what it found.
    """
    scan = _Scan(text)
    with suppress(RecursionError):
        scan.document()
    return scan.lines


def nearest_line(lines: dict[KeyPath, int], path: KeyPath) -> int:
    """Return the line of `path`, or of the closest table around it that is there, or 1."""
    while path:
        if path in lines:
            return lines[path]
        path = path[:-1]
    return 1


def line_of(text: str, path: KeyPath) -> int:
    """Return the line of one key path, or of the table that should hold it. Never raises."""
    return nearest_line(line_map(text), path)


class _Scan:
    """A walk over the text that notes where each path begins."""

    def __init__(self, text: str) -> None:
        self.lines: dict[KeyPath, int] = {}
        self._text = text
        self._pos = 0
        self._ends = [match.start() for match in re.finditer("\n", text)]
        self._sizes: dict[KeyPath, int] = {}  # of the arrays of tables so far

    def document(self) -> None:
        """Read to the end."""
        table: KeyPath = ()
        self._skip(_BLANK)
        while self._pos < len(self._text):
            if self._at("["):
                table = self._header()
            else:
                self._pair(table)
            self._skip(_REST)
            self._skip(_BLANK)

    def _header(self) -> KeyPath:
        """Read ``[a.b]`` or ``[[a.b]]``; return the table it opens."""
        start = self._pos
        many = self._text.startswith("[[", start)
        self._skip(_HEADER)
        path: KeyPath = ()
        for part in self._key():
            path = (*self._latest(path), part)
            self._note(path, start)
        if many:
            self._sizes[path] = self._sizes.get(path, 0) + 1
        path = self._latest(path)
        self._note(path, start)
        return path

    def _latest(self, path: KeyPath) -> KeyPath:
        """The newest entry, where `path` is an array of tables."""
        return (*path, self._sizes[path] - 1) if path in self._sizes else path

    def _pair(self, table: KeyPath) -> None:
        """Read ``a.b = value``."""
        start = self._pos
        path = table
        for part in self._key():
            path = (*path, part)
            self._note(path, start)
        self._skip(_EQUALS)
        self._value(path)

    def _key(self) -> list[str]:
        parts: list[str] = []
        while match := _KEY_PART.match(self._text, self._pos):
            self._pos = match.end()
            parts.append(_part(match))
            if not self._skip(_DOT):
                break
        return parts

    def _value(self, path: KeyPath) -> None:
        if self._at("["):
            self._entries(path, "]")
        elif self._at("{"):
            self._entries(path, "}")
        else:
            self._skip(_SCALAR)

    def _entries(self, path: KeyPath, closer: str) -> None:
        """Read an array or an inline table, from its bracket to behind the other one."""
        self._pos += 1
        self._skip(_BLANK)
        place = 0
        while self._pos < len(self._text) and not self._at(closer):
            before = self._pos
            if closer == "}":
                self._pair(path)
            else:
                self._note((*path, place), before)
                self._value((*path, place))
            self._skip(_COMMA)
            self._skip(_BLANK)
            place += 1
            if self._pos == before:  # not TOML: go no further
                self._pos = len(self._text)
        self._pos += 1

    def _at(self, sign: str) -> bool:
        return self._text.startswith(sign, self._pos)

    def _skip(self, pattern: re.Pattern[str]) -> bool:
        """Move behind the pattern if it is here; return whether that moved anything."""
        match = pattern.match(self._text, self._pos)
        before, self._pos = self._pos, match.end() if match else self._pos
        return self._pos > before

    def _note(self, path: KeyPath, pos: int) -> None:
        """Note where a path begins; the first mention counts."""
        self.lines.setdefault(path, bisect_left(self._ends, pos) + 1)


def _part(match: re.Match[str]) -> str:
    """One part of a key, its escapes resolved."""
    body = match["basic"]
    if body is None:
        return match["literal"] if match["literal"] is not None else match["bare"]
    if "\\" in body:
        with suppress(tomllib.TOMLDecodeError):
            return str(tomllib.loads(f'key = "{body}"')["key"])
    return body
