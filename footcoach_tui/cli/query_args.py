"""Queries from the command line: the arguments joined, and errors shown below the text."""

import sys
from collections.abc import Sequence
from datetime import date
from unicodedata import category, east_asian_width

from footcoach_tui.cli.errors import ExitCode, warn
from footcoach_tui.history.query.parse import QueryError, parse_query, tokenise
from footcoach_tui.history.query.query import Query
from footcoach_tui.history.query.terms import TEXT_KEYS

_INDENT = "  "


def query_from_args(words: Sequence[str], today: date) -> Query:
    """Query of the arguments. Exits with an error if it is not valid."""
    text = join_words(words)
    try:
        return parse_query(text, today)
    except QueryError as error:
        warn([error.sentence])
        print(_mark_error(text, error.start, error.end), file=sys.stderr)
        sys.exit(ExitCode.ERROR)


def join_words(words: Sequence[str]) -> str:
    """Join arguments to one text.

    The shell has removed the quotes of ``note:"left arch"``: they are restored.

    >>> join_words(["note:left arch", "toe-yoga since:1y"])
    'note:"left arch" toe-yoga since:1y'
    """
    return " ".join(map(_restore_quotes, words))


def _mark_error(text: str, start: int, end: int) -> str:
    """The text, and below it carets from `start` to before `end`, at least one.

    Unprintable characters become question marks, so that the carets are in the right columns.
    """
    line = "".join(char if char.isprintable() else "?" for char in text)
    before, carets = " " * _columns(line[:start]), "^" * max(1, _columns(line[start:end]))
    return f"{_INDENT}{line}\n{_INDENT}{before}{carets}"


def _restore_quotes(word: str) -> str:
    """The argument, with quotes behind its key if it is one key and several words."""
    tokens = tokenise(word)
    if '"' in word or len(tokens) <= 1 or tokens[0].key not in TEXT_KEYS:
        return word
    if any(token.key or token.dashes for token in tokens[1:]):
        return word
    start = tokens[0].at
    return f'{word[:start]}"{word[start:].strip()}"'


def _columns(text: str) -> int:
    """Columns of the terminal that a text takes."""
    return sum(
        0 if category(char) in ("Mn", "Me") else 1 + (east_asian_width(char) in "WF")
        for char in text
    )
