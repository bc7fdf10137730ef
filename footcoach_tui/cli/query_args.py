"""A query from the command line: its words put together, and a mistake in it pointed at."""

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
    """The query that the arguments make. Ends the command when it means nothing."""
    text = join_words(words)
    try:
        return parse_query(text, today)
    except QueryError as error:
        warn([error.sentence])
        print(_mark_error(text, error.start, error.end), file=sys.stderr)
        sys.exit(ExitCode.ERROR)


def join_words(words: Sequence[str]) -> str:
    """One text of all arguments.

    The shell has taken the quotes from ``note:"left arch"``: they are put back.

    >>> joined(["note:left arch", "toe-yoga since:1y"])
    'note:"left arch" toe-yoga since:1y'
    """
    return " ".join(map(_with_quotes, words))


def _mark_error(text: str, start: int, end: int) -> str:
    """The text, and below it carets from `start` to before `end`, at least one.

    What cannot be printed is shown as a question mark, so that the carets stand right.
    """
    shown = "".join(char if char.isprintable() else "?" for char in text)
    before, carets = " " * _cells(shown[:start]), "^" * max(1, _cells(shown[start:end]))
    return f"{_INDENT}{shown}\n{_INDENT}{before}{carets}"


def _with_quotes(word: str) -> str:
    """The argument with quotes behind its key, if it is a key and words and nothing else."""
    found = tokenise(word)
    if '"' in word or len(found) <= 1 or found[0].key not in TEXT_KEYS:
        return word
    if any(one.key or one.dashes for one in found[1:]):
        return word
    return f'{word[: found[0].at]}"{word[found[0].at :].strip()}"'


def _cells(text: str) -> int:
    """The columns of a terminal that a text takes."""
    return sum(
        0 if category(char) in ("Mn", "Me") else 1 + (east_asian_width(char) in "WF")
        for char in text
    )
