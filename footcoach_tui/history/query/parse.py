"""Parser of queries; docs/history-query.md describes the language."""

import re
from datetime import date
from typing import NamedTuple

from footcoach_tui.boundary.problems import suggestion
from footcoach_tui.boundary.text import quote
from footcoach_tui.history.query.dates import parse_days
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

QUERY_KEYS = (*TEXT_KEYS, "side", "since", "until", "on", "week")
"""Keys that are written with a colon; NUMBER_KEYS are written with a sign."""
_SIDES = tuple(Side)
_TOKEN = re.compile(r'(-*)(?:([^\W\d_]+)(:?[<>]=?|[:=]))?("[^"]*"?|\S*)')
"""Dashes, key and sign, value; each may be empty."""
_NUMBER = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,3})?")


class QueryError(Exception):
    """A query that means nothing; the message is a sentence.

    `start` and `end` are the place in the text, in characters, `end` not included.
    """

    def __init__(self, sentence: str, start: int, end: int) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.start = start
        self.end = end


class Token(NamedTuple):
    """Term as written in the text, from `start` to before `end`.

    Any of its leading `dashes` says not. `key` and `sign` (`:`, `=`, `>` ...) are "" for bare
    words; `at` is where `value` begins, its quote included. `is_closed` is False when a quote
    begins there and does not end.
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
    """Read a query, `today` being the local day. Raises QueryError, and nothing else."""
    terms: list[Term] = []
    for token in tokenise(text):
        if not token.is_closed:
            raise QueryError("This quote is not closed", token.at, token.end)
        term = _term(token, today)
        if term is not None:
            terms.append(NotTerm(term) if token.dashes else term)
    return Query(tuple(terms))


def tokenise(text: str) -> list[Token]:
    """The terms of a text as they are written, right or wrong. Never raises."""
    return [_token(match) for match in _TOKEN.finditer(text) if match[0]]


def _token(match: re.Match[str]) -> Token:
    value = match[4]
    is_quoted = value.startswith('"')
    return Token(
        start=match.start(),
        at=match.start(4),
        end=match.end(),
        dashes=len(match[1]),
        key=(match[2] or "").casefold(),
        sign=match[3] or "",
        value=value[1:].removesuffix('"') if is_quoted else value,
        is_quoted=is_quoted,
        is_closed=not is_quoted or value[1:].endswith('"'),
    )


def _term(token: Token, today: date) -> Term | None:
    """The term of a token; None for signs alone, in which there is nothing to look for."""
    if not token.key:
        if token.value.casefold() == PARTIAL and not token.is_quoted:
            return PartialTerm()
        words = fold(token.value).strip()
        return TextTerm("", words) if words else None
    if token.key in NUMBER_KEYS:
        return _number(token)
    if token.key not in QUERY_KEYS:
        raise _unknown(token)
    if token.sign not in (":", "="):
        raise _bad_key(token, f"“{token.key}” cannot be compared: write {token.key}:")
    if not token.value.strip():
        raise _bad_key(token, f"Nothing to search for after “{token.key}:”")
    if token.key in TEXT_KEYS:
        return _words(token)
    return _side(token) if token.key == "side" else _days(token, today)


def _words(token: Token) -> TextTerm:
    words = fold(token.value).strip()
    if not words:
        raise _bad_value(token, f"{quote(token.value)} has no letter or digit to search for")
    return TextTerm(token.key, words)


def _number(token: Token) -> NumberTerm:
    value = token.value.strip()
    if not _NUMBER.fullmatch(value):
        raise _bad_key(token, f"“{token.key}” needs a number, as in {token.key}>3")
    return NumberTerm(token.key, token.sign.strip(":") or "=", float(value))


def _side(token: Token) -> SideTerm:
    side = token.value.strip().casefold()
    if side not in _SIDES:
        hint = suggestion(side, _SIDES) or f"write {', '.join(_SIDES[:-1])} or {_SIDES[-1]}"
        raise _bad_value(token, f"{quote(token.value)} is not a side: {hint}")
    return SideTerm(side)


def _days(token: Token, today: date) -> DayTerm:
    try:
        first, last = parse_days(token.key, token.value.strip(), today)
    except ValueError as error:
        raise _bad_value(token, str(error)) from None
    return DayTerm(
        "" if token.key == "until" else first.isoformat(),
        "" if token.key == "since" else last.isoformat(),
    )


def _unknown(token: Token) -> QueryError:
    known = (*QUERY_KEYS, *NUMBER_KEYS)
    hint = suggestion(token.key, known) or "put it in quotes to search for the text itself"
    return _bad_key(token, f"Unknown term {quote(token.key + token.sign[0])}: {hint}")


def _bad_key(token: Token, sentence: str) -> QueryError:
    return QueryError(sentence, token.start + token.dashes, token.at)


def _bad_value(token: Token, sentence: str) -> QueryError:
    return QueryError(sentence, token.at, token.end)
