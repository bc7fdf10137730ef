"""Lines of the keys of a TOML text.

tomllib gives no lines for a text that it could read. A second reading by tomlkit does, but took 2 s
for 256 KiB, and putting a mark at a path failed for whole tables and for tables written out of
order. The text has been accepted by tomllib, so a scan that knows keys, strings and brackets is
enough, finds every path in one pass, and needs no import.
"""

import re
import tomllib
from bisect import bisect_left
from contextlib import suppress

KeyPath = tuple[str | int, ...]
"""Path to a value: keys by name, entries of arrays by index from 0."""

_BLANK = re.compile(r"(?:[ \t\r\n]++|#[^\n]*+)*+")
_COMMA = re.compile(r"(?:[ \t\r\n]++|#[^\n]*+)*+,?")
_EQUALS = re.compile(r"[ \t]*=[ \t]*")
_DOT = re.compile(r"[ \t]*\.")
_HEADER = re.compile(r"\[\[?")
_REST = re.compile(r"[^\n]*")
KEY_PART = re.compile(
    r'[ \t]*(?:"(?P<basic>(?:[^"\\\n]++|\\.)*+)"'
    r"|'(?P<literal>[^'\n]*+)'"
    r"|(?P<bare>[A-Za-z0-9_-]++))"
)
SCALAR = re.compile(
    r'"""(?:[^"\\]++|\\[\s\S]|"{1,2}(?!"))*+"{3,5}'
    r"|'''(?:[^']++|'{1,2}(?!'))*+'{3,5}"
    r'|"(?:[^"\\\n]++|\\.)*+"'
    r"|'[^'\n]*+'"
    r"|[^,\]}#\n]*+"
)


def line_map(text: str) -> dict[KeyPath, int]:
    """Return the line, from 1, of every key, table and array entry of a valid TOML text.

    Raises nothing: of a text that is not TOML, or too deeply nested, the lines may be incomplete.
    """
    scan = _Scan(text)
    with suppress(RecursionError):
        scan.scan_document()
    return scan.lines


class _Scan:
    """Scanner of a text; `lines` gets the line on which each path begins."""

    def __init__(self, text: str) -> None:
        self.lines: dict[KeyPath, int] = {}
        self._text = text
        self._pos = 0
        self._ends = [match.start() for match in re.finditer("\n", text)]
        self._sizes: dict[KeyPath, int] = {}  # of the arrays of tables so far

    def scan_document(self) -> None:
        table: KeyPath = ()
        self._skip(_BLANK)
        while self._pos < len(self._text):
            if self._is_at("["):
                table = self._scan_header()
            else:
                self._scan_pair(table)
            self._skip(_REST)
            self._skip(_BLANK)

    def _scan_header(self) -> KeyPath:
        """Read ``[a.b]`` or ``[[a.b]]``; return the table it opens."""
        start = self._pos
        many = self._text.startswith("[[", start)
        self._skip(_HEADER)
        path: KeyPath = ()
        for part in self._scan_key():
            path = (*self._latest(path), part)
            self._add(path, start)
        if many:
            self._sizes[path] = self._sizes.get(path, 0) + 1
        path = self._latest(path)
        self._add(path, start)
        return path

    def _latest(self, path: KeyPath) -> KeyPath:
        """Return the path of the last entry so far if `path` is an array of tables."""
        return (*path, self._sizes[path] - 1) if path in self._sizes else path

    def _scan_pair(self, table: KeyPath) -> None:
        """Read ``a.b = value``."""
        start = self._pos
        path = table
        for part in self._scan_key():
            path = (*path, part)
            self._add(path, start)
        self._skip(_EQUALS)
        self._scan_value(path)

    def _scan_key(self) -> list[str]:
        parts: list[str] = []
        while match := KEY_PART.match(self._text, self._pos):
            self._pos = match.end()
            parts.append(unescape_key(match))
            if not self._skip(_DOT):
                break
        return parts

    def _scan_value(self, path: KeyPath) -> None:
        if self._is_at("["):
            self._scan_entries(path, "]")
        elif self._is_at("{"):
            self._scan_entries(path, "}")
        else:
            self._skip(SCALAR)

    def _scan_entries(self, path: KeyPath, closer: str) -> None:
        """Read an array or an inline table, from its bracket to the end of the other one."""
        self._pos += 1
        self._skip(_BLANK)
        index = 0
        while self._pos < len(self._text) and not self._is_at(closer):
            before = self._pos
            if closer == "}":
                self._scan_pair(path)
            else:
                self._add((*path, index), before)
                self._scan_value((*path, index))
            self._skip(_COMMA)
            self._skip(_BLANK)
            index += 1
            if self._pos == before:  # not TOML: go no further
                self._pos = len(self._text)
        self._pos += 1

    def _is_at(self, sign: str) -> bool:
        return self._text.startswith(sign, self._pos)

    def _skip(self, pattern: re.Pattern[str]) -> bool:
        """Move past the pattern if it matches here; return whether the position changed."""
        match = pattern.match(self._text, self._pos)
        before, self._pos = self._pos, match.end() if match else self._pos
        return self._pos > before

    def _add(self, path: KeyPath, pos: int) -> None:
        """Add the line of a path; the first mention counts."""
        self.lines.setdefault(path, bisect_left(self._ends, pos) + 1)


def unescape_key(match: re.Match[str]) -> str:
    """Return the part of a key that KEY_PART has matched, its escapes resolved."""
    body = match["basic"]
    if body is None:
        return match["literal"] if match["literal"] is not None else match["bare"]
    if "\\" in body:
        with suppress(tomllib.TOMLDecodeError):
            return str(tomllib.loads(f'key = "{body}"')["key"])
    return body
