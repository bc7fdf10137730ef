"""Reading a query: docs/history-query.md, in code."""

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from footcoach_tui.boundary.problems import suggestion
from footcoach_tui.boundary.text import quote
from footcoach_tui.history.query.dates import parse_period, parse_range, parse_week
from footcoach_tui.history.query.problem import QueryError
from footcoach_tui.history.query.query import Query
from footcoach_tui.history.query.terms import (
    NUMBER_KEYS,
    PARTIAL,
    TEXT_KEYS,
    DayTerm,
    NotTerm,
    NumberTerm,
    PartialTerm,
    SideTerm,
    Term,
    TextTerm,
)
from footcoach_tui.history.query.words import fold
from footcoach_tui.session.side import Side

DATE_KEYS = ("since", "until", "on", "week")
SIDE_KEY = "side"
QUERY_KEYS = (*TEXT_KEYS, SIDE_KEY, *DATE_KEYS)
"""What is written with a colon; NUMBERS are written with a sign."""
SIDE_VALUES = tuple(side.value for side in Side)
QUOTE = '"'
_HEAD = re.compile(r"(-*)(?:([^\W\d_]+)(:?[<>]=?|[:=]))?")
_BARE = re.compile(r"\S*")
_SPACE = re.compile(r"\s*")
_NUMBER = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,3})?")


class Token(NamedTuple):
    """One term as it stands in the text, from `start` to before `end`.

    It begins with so many `dashes`, any of which says not. `key` and `sign` (`:`, `=`, `>` ...)
    are "" for bare words; `at` is where `value` begins, its quote included. `closed` is False
    when a quote begins there and does not end.
    """

    start: int
    at: int
    end: int
    dashes: int
    key: str
    sign: str
    value: str
    is_quoted: bool
    is_closed: bool


def parse_query(text: str, today: date) -> Query:
    """What the text asks, `today` being the local day. Raises QueryError, and nothing else."""
    terms: list[Term] = []
    for piece in tokenise(text):
        if not piece.is_closed:
            raise QueryError("This quote is not closed", piece.at, piece.end)
        term = _term(piece, today)
        if term is not None:
            terms.append(NotTerm(term) if piece.dashes else term)
    return Query(tuple(terms))


def tokenise(text: str) -> list[Token]:
    """The terms of a text as they are written, right or wrong. Never raises."""
    found: list[Token] = []
    pos = _end(_SPACE, text, 0)
    while pos < len(text):
        found.append(_piece(text, pos))
        pos = _end(_SPACE, text, found[-1].end)
    return found


def _piece(text: str, start: int) -> Token:
    head = _HEAD.match(text, start)
    assert head is not None  # noqa: S101 - it matches nothing at all, too
    at = head.end()
    is_quoted = text.startswith(QUOTE, at)
    close = text.find(QUOTE, at + 1) if is_quoted else -1
    if close >= 0:
        end, value = close + 1, text[at + 1 : close]
    else:
        end = len(text) if is_quoted else _end(_BARE, text, at)
        value = text[at:end].removeprefix(QUOTE)
    return Token(
        start=start,
        at=at,
        end=end,
        dashes=len(head[1]),
        key=(head[2] or "").casefold(),
        sign=head[3] or "",
        value=value,
        is_quoted=is_quoted,
        is_closed=not is_quoted or close >= 0,
    )


def _term(piece: Token, today: date) -> Term | None:
    """What a piece asks; None for signs alone, in which there is nothing to look for."""
    if not piece.key:
        if piece.value.casefold() == PARTIAL and not piece.is_quoted:
            return PartialTerm()
        words = fold(piece.value).strip()
        return TextTerm("", words) if words else None
    if piece.key in NUMBER_KEYS:
        return _number(piece)
    if piece.key not in QUERY_KEYS:
        raise _unknown(piece)
    if piece.sign not in (":", "="):
        raise _wrong(piece, f"“{piece.key}” cannot be compared: write {piece.key}:")
    if not piece.value.strip():
        raise _wrong(piece, f"Behind “{piece.key}:” stands nothing to look for")
    if piece.key in TEXT_KEYS:
        return _words(piece)
    return _side(piece) if piece.key == SIDE_KEY else _days(piece, today)


def _words(piece: Token) -> TextTerm:
    words = fold(piece.value).strip()
    if not words:
        raise _bad_value(piece, f"In {quote(piece.value)} is no letter or digit to look for")
    return TextTerm(piece.key, words)


def _number(piece: Token) -> NumberTerm:
    value = piece.value.strip()
    if not _NUMBER.fullmatch(value):
        raise _wrong(piece, f"“{piece.key}” wants a number, as in {piece.key}>3")
    return NumberTerm(piece.key, piece.sign.strip(":") or "=", float(value))


def _side(piece: Token) -> SideTerm:
    side = piece.value.strip().casefold()
    if side not in SIDE_VALUES:
        meant = (
            suggestion(side, SIDE_VALUES)
            or f"write {', '.join(SIDE_VALUES[:-1])} or {SIDE_VALUES[-1]}"
        )
        raise _bad_value(piece, f"{quote(piece.value)} is no side: {meant}")
    return SideTerm(side)


def _days(piece: Token, today: date) -> DayTerm:
    read: Callable[[str, date], tuple[date, date]] = {"week": parse_week, "on": parse_range}.get(
        piece.key, parse_period
    )
    try:
        first, last = read(piece.value.strip(), today)
    except ValueError as error:
        raise _bad_value(piece, str(error)) from None
    return DayTerm(
        "" if piece.key == "until" else first.isoformat(),
        "" if piece.key == "since" else last.isoformat(),
    )


def _unknown(piece: Token) -> QueryError:
    known = (*QUERY_KEYS, *NUMBER_KEYS)
    meant = suggestion(piece.key, known) or "put it in quotes to look for it as it stands"
    return _wrong(piece, f"There is no {quote(piece.key + piece.sign[0])}: {meant}")


def _wrong(piece: Token, sentence: str) -> QueryError:
    """What is wrong with the key, with or without its value."""
    return QueryError(sentence, piece.start + piece.dashes, piece.at)


def _bad_value(piece: Token, sentence: str) -> QueryError:
    return QueryError(sentence, piece.at, piece.end)


def _end(pattern: re.Pattern[str], text: str, pos: int) -> int:
    match = pattern.match(text, pos)
    return match.end() if match else pos
