"""A TOML text as its tables and entries, each with its comments: to be changed and written again.

A comment belongs to the entry or header below it. With an empty line behind it, but none before
it, it belongs to what is above it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from footcoach_tui.authoring.toml_values import (
    BLANK,
    Key,
    Scanner,
    TomlTextError,
    Value,
    collapsed,
    without_blanks,
)

_HEADER = re.compile(r"\[\[?")
_HEADER_END = re.compile(r"[ \t]*\]\]?")
_DIRECTIVE = "#:"


@dataclass
class Entry:
    """Key with its value, and the comments before it, on its line and right after it.

    The one on its line has the blanks before it.
    """

    key: Key
    value: Value
    before: list[str] = field(default_factory=list)
    comment: str = ""
    after: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, text: str) -> "Entry":
        """Return the entry in a line such as ``reps = 8  # both feet``."""
        (entry,) = TomlText.parse(text).tables[0].entries
        return entry

    @property
    def line(self) -> str:
        return f"{self.key.text} = {self.value.written()}{self.comment}"


@dataclass
class Table:
    """Table with its header, "" for the one at the start of a text, and its entries.

    `path` are the names of its tables, `is_array` is whether it is one of many, as ``[[steps]]``.
    """

    path: tuple[str, ...] = ()
    header: str = ""
    is_array: bool = False
    before: list[str] = field(default_factory=list)
    comment: str = ""
    after: list[str] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)

    def get(self, name: str) -> Entry | None:
        """Return the entry with a key of one part."""
        return next((entry for entry in self.entries if entry.key.parts == (name,)), None)

    def put(self, line: str) -> None:
        """Add an entry, or replace the value of the one with its key; comments stay."""
        new = Entry.of(line)
        old = self.get(new.key.parts[0])
        if old is None:
            self.entries.append(new)
        else:
            old.value, old.comment = new.value, new.comment or old.comment

    def remove(self, *names: str) -> None:
        """Remove entries, with their comments."""
        self.entries = [entry for entry in self.entries if entry.key.parts[0] not in names]

    @property
    def line(self) -> str:
        return self.header + self.comment


@dataclass
class TomlText:
    """Text as its tables, the first of which is the one without a header.

    `head` are the comments at the start of the file, `foot` those at its end.
    """

    tables: list[Table]
    head: list[str] = field(default_factory=list)
    foot: list[str] = field(default_factory=list)

    @classmethod
    def parse(cls, text: str) -> "TomlText":
        """Read a valid TOML text. Raises TomlTextError, RecursionError for deep brackets."""
        return cls._read(Scanner(text.replace("\r\n", "\n")))

    @classmethod
    def _read(cls, scanner: Scanner) -> "TomlText":
        document = cls([Table()])
        lines: list[str] = []
        latest: Table | Entry | None = None
        while not scanner.is_at_end:
            comment = scanner.line_end()
            if comment is not None:
                lines.append(comment)
                continue
            scanner.skip(BLANK)
            item: Table | Entry = _table(scanner) if scanner.is_at("[") else _entry(scanner)
            if latest is None:
                document.head, item.before = _split_head(lines)
            else:
                latest.after, item.before = _split(lines)
            if isinstance(item, Table):
                document.tables.append(item)
            else:
                document.tables[-1].entries.append(item)
            latest, lines = item, []
        if latest is None:
            document.head = without_blanks(lines)
        else:
            document.foot = collapsed(lines)
        return document

    @classmethod
    def comment_lines(cls, text: str) -> set[int]:
        """Return the lines, from 0, of a valid text that are a comment. Raises as `parse` does."""
        scanner = Scanner(text.replace("\r\n", "\n"))
        cls._read(scanner)
        starts = ((place, scanner.text.rfind("\n", 0, place) + 1) for place in scanner.comments)
        return {
            scanner.text.count("\n", 0, place)
            for place, start in starts
            if not scanner.text[start:place].strip()
        }

    def all_of(self, *path: str) -> list[Table]:
        """Return the tables with a path, in order."""
        return [table for table in self.tables if table.path == path]

    def __str__(self) -> str:
        blocks = [*self.head, ""]
        for table in self.tables:
            if table.header:
                blocks += ["", *table.before, table.line, *table.after]
            for index, entry in enumerate(table.entries):
                is_first = index == 0 and not table.after
                blocks += without_blanks(entry.before, at_end=False) if is_first else entry.before
                blocks += [entry.line, *entry.after]
                if entry.after:
                    blocks.append("")
        blocks = without_blanks([*blocks, *self.foot])
        if blocks and blocks[0].startswith(_DIRECTIVE):
            blocks = collapsed([blocks[0], "", *blocks[1:]])
        return "\n".join(blocks) + "\n"

    def comments(self) -> Iterator[str]:
        """Yield every comment, without the blanks before it."""
        for comment in self._comments():
            yield comment.lstrip()

    def _comments(self) -> Iterator[str]:
        yield from filter(None, (*self.head, *self.foot))
        for table in self.tables:
            yield from filter(None, (*table.before, table.comment, *table.after))
            for entry in table.entries:
                yield from filter(None, (*entry.before, entry.comment, *entry.after))
                yield from _comments_in(entry.value)


def _table(scanner: Scanner) -> Table:
    is_array = scanner.is_at("[[")
    scanner.skip(_HEADER)
    key = scanner.key()
    scanner.skip(_HEADER_END)
    header = f"[[{key.text}]]" if is_array else f"[{key.text}]"
    return Table(key.parts, header, is_array, comment=_end_of_line(scanner))


def _entry(scanner: Scanner) -> Entry:
    key, value = scanner.pair()
    return Entry(key, value, comment=_end_of_line(scanner))


def _end_of_line(scanner: Scanner) -> str:
    comment = scanner.line_end()
    if comment is None:
        raise TomlTextError("a line does not end where it should")
    return scanner.gap + comment if comment else ""


def _split_head(lines: list[str]) -> tuple[list[str], list[str]]:
    """Return the comments of a file, and those of its first entry, from the lines before that."""
    lines = without_blanks(lines, at_end=False)
    if "" in lines:
        end = len(lines) - 1 - lines[::-1].index("")
        return lines[:end], lines[end + 1 :]
    end = int(bool(lines) and lines[0].startswith(_DIRECTIVE))
    return lines[:end], lines[end:]


def _split(lines: list[str]) -> tuple[list[str], list[str]]:
    """Return the comments of what is above them, and of what is below them."""
    lines = collapsed(lines)
    end = lines.index("") if lines and lines[0] and "" in lines else 0
    return lines[:end], lines[end:]


def _comments_in(value: Value) -> Iterator[str]:
    yield from filter(None, (value.comment, *value.after))
    for item in value.items:
        yield from filter(None, (*item.before, item.comment))
        yield from _comments_in(item.value)
