"""Text in Markdown that stays text: nothing in it becomes markup, HTML, a link or a table cell."""

import re
from collections.abc import Iterable, Iterator, Sequence

# Entities where a backslash is not understood by every reader: HTML, and the bars of tables.
_ENTITIES = {ord(char): f"&#{ord(char)};" for char in "<>&|@"}
_BACKSLASHED = {ord(char): f"\\{char}" for char in r"\`*_{}[]()#!~^$"}
_SIGNS = _ENTITIES | _BACKSLASHED
_SCHEME = re.compile(r"(?<=[^\W\d_]):(?=\S)")
_HOST = re.compile(r"(?<=www)\.", re.IGNORECASE)
_FIRST = re.compile(r"([-+=:]|[0-9]+(?=[.)]))")


def escape_markdown(text: str) -> str:
    r"""One line of text with all that could act as markup escaped, wherever in a line it is put.

    >>> plain("*sore* <b>")
    '\\*sore\\* &#60;b&#62;'
    """
    escaped = text.strip().translate(_SIGNS)
    escaped = _HOST.sub(r"\\.", _SCHEME.sub(r"\\:", escaped))
    return _FIRST.sub(_as_entity, escaped, count=1) if _FIRST.match(escaped) else escaped


def markdown_table(
    head: Sequence[str], rows: Iterable[Sequence[str]], texts: int = 1
) -> Iterator[str]:
    """The lines of a table; all columns but the first `texts` stand to the right.

    The cells must be escaped already.
    """
    yield _row(head)
    yield _row(["---" if place < texts else "--:" for place in range(len(head))])
    yield from map(_row, rows)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _as_entity(match: re.Match[str]) -> str:
    first = match[1]
    return f"&#{ord(first[0])};{first[1:]}"
