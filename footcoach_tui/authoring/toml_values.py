"""Values of a TOML text as trees: read from a valid text, and written in one layout.

Numbers, dates and texts stay as they are written.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from footcoach_tui.boundary.toml_lines import KEY_PART, SCALAR, unescape_key

INDENT = "    "

BLANK = re.compile(r"[ \t]*")
_DOT = re.compile(r"[ \t]*\.")
_EQUALS = re.compile(r"[ \t]*=[ \t]*")
_LINE_END = re.compile(r"(?P<gap>[ \t]*)(?P<comment>#[^\n]*)?(?:\n|\Z)")
_GAP = "  "
"""Blanks before a comment on a line, at least; more are kept, for they line comments up."""


class TomlTextError(ValueError):
    """Text that is not TOML, or has something that this module does not know."""


@dataclass
class Key:
    """Key: its parts, and its text as it is written but for blanks."""

    parts: tuple[str, ...]
    text: str


@dataclass
class Item:
    """Entry of an array or an inline table.

    `before` are the lines of comments before it, "" for an empty one. `comment` is on its line,
    with the blanks before it.
    """

    value: "Value"
    key: Key | None = None
    starts_line: bool = False
    before: list[str] = field(default_factory=list)
    comment: str = ""


@dataclass
class Value:
    """Value: a text as it is written, or the items between two brackets.

    `has_lines` is whether a line ends right inside its brackets; `comment` is behind the opening
    one, with the blanks before it, and `after` are the lines of comments before the closing one.
    """

    text: str = ""
    brackets: str = ""
    items: list[Item] = field(default_factory=list)
    has_lines: bool = False
    comment: str = ""
    after: list[str] = field(default_factory=list)

    def written(self, depth: int = 0) -> str:
        """Return the text of the value; `depth` is that of the array around it."""
        if not self.brackets:
            return self.text
        opening, closing = self.brackets[0], self.brackets[1]
        if not self.has_lines:
            inner = ", ".join(_written(item, depth) for item in self.items)
            return f"{{ {inner} }}" if inner and opening == "{" else f"{opening}{inner}{closing}"
        lines = [*self._lines(depth + 1), *(_indented(line, depth + 1) for line in self.after)]
        return "\n".join([opening + self.comment, *lines, _indented(closing, depth)])

    def _lines(self, depth: int) -> Iterator[str]:
        """Yield the lines of the items: those that shared a line still do."""
        line = ""
        for index, item in enumerate(self.items):
            if line and (item.starts_line or item.before):
                yield _indented(line, depth)
                line = ""
            yield from (_indented(comment, depth) for comment in item.before)
            line += f"{' ' if line else ''}{_written(item, depth)},"
            if item.comment:
                yield _indented(f"{line}{item.comment}", depth)
                line = ""
            elif index == len(self.items) - 1:
                yield _indented(line, depth)


class Scanner:
    """Place in a valid TOML text from which keys, values and ends of lines are read."""

    def __init__(self, text: str, pos: int = 0) -> None:
        self.text = text
        self.pos = pos
        self.gap = _GAP
        """Blanks before the comment that was read last."""
        self.comments: list[int] = []
        """Places of the comments so far."""

    @property
    def is_at_end(self) -> bool:
        return self.pos >= len(self.text)

    def is_at(self, sign: str) -> bool:
        return self.text.startswith(sign, self.pos)

    def key(self) -> Key:
        """Read a key. Raises TomlTextError."""
        parts: list[str] = []
        texts: list[str] = []
        while match := KEY_PART.match(self.text, self.pos):
            self.pos = match.end()
            parts.append(unescape_key(match))
            texts.append(match[0].strip(" \t"))
            if not self.skip(_DOT):
                break
        if not parts:
            raise TomlTextError("a key is missing")
        return Key((*parts,), ".".join(texts))

    def pair(self) -> tuple[Key, Value]:
        """Read ``key = value``. Raises TomlTextError."""
        key = self.key()
        if not self.skip(_EQUALS):
            raise TomlTextError("an = is missing")
        return key, self.value()

    def value(self) -> Value:
        """Read a value. Raises TomlTextError."""
        for brackets in ("[]", "{}"):
            if self.is_at(brackets[0]):
                return self._items(brackets)
        match = SCALAR.match(self.text, self.pos)
        text = match[0].rstrip(" \t") if match else ""
        if not text:
            raise TomlTextError("a value is missing")
        self.pos += len(text)
        return Value(text)

    def line_end(self) -> str | None:
        """Read the rest of a line that has at most a comment, and return that; None if more."""
        match = _LINE_END.match(self.text, self.pos)
        if not match:
            return None
        self.pos = match.end()
        if match["comment"]:
            self.comments.append(match.start("comment"))
        self.gap = max(match["gap"].replace("\t", _GAP), _GAP)
        return (match["comment"] or "").rstrip()

    def skip(self, pattern: re.Pattern[str]) -> bool:
        """Move past the pattern if it matches here; return whether the position changed."""
        match = pattern.match(self.text, self.pos)
        before, self.pos = self.pos, match.end() if match else self.pos
        return self.pos > before

    def _items(self, brackets: str) -> Value:
        """Read an array or an inline table."""
        self.pos += 1
        value = Value(brackets=brackets)
        lines: list[str] = []  # comments, and "" for empty lines, since the last item
        starts_line = can_trail = False
        while not self.is_at_end:
            comment = self.line_end()
            if comment is not None:
                if comment and not (value.items or value.has_lines):
                    value.comment = self.gap + comment
                elif comment and can_trail:
                    value.items[-1].comment = self.gap + comment
                elif comment or starts_line:
                    lines.append(comment)
                value.has_lines, starts_line, can_trail = True, True, False
                continue
            self.skip(BLANK)
            if self.is_at(brackets[1]):
                self.pos += 1
                value.after = without_blanks(lines, at_start=not value.items)
                return value
            if self.is_at(","):
                self.pos += 1
                continue
            key, inner = self.pair() if brackets == "{}" else (None, self.value())
            before = without_blanks(lines, at_start=not value.items, at_end=False)
            value.items.append(Item(inner, key, starts_line, before))
            lines, starts_line, can_trail = [], False, True
        raise TomlTextError("a bracket is not closed")


def collapsed(lines: list[str]) -> list[str]:
    """Return lines with one empty line instead of many."""
    return [line for index, line in enumerate(lines) if line or index == 0 or lines[index - 1]]


def without_blanks(lines: list[str], *, at_start: bool = True, at_end: bool = True) -> list[str]:
    """Return lines, collapsed, without empty ones at the start and at the end."""
    lines = collapsed(lines)
    while at_start and lines and not lines[0]:
        lines = lines[1:]
    while at_end and lines and not lines[-1]:
        lines = lines[:-1]
    return lines


def _written(item: Item, depth: int) -> str:
    value = item.value.written(depth)
    return f"{item.key.text} = {value}" if item.key else value


def _indented(line: str, depth: int) -> str:
    return INDENT * depth + line if line else ""
