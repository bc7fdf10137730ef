"""Queries are read as they were meant, or refused in a sentence that points at the mistake."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footcoach_tui.history.query.parse import QUERY_KEYS, QueryError, parse_query, tokenise
from footcoach_tui.history.query.query import Query
from footcoach_tui.history.query.terms import (
    NUMBER_KEYS,
    TEXT_KEYS,
    DayTerm,
    NotTerm,
    NumberTerm,
    PartialTerm,
    SideTerm,
    Term,
    TextTerm,
)
from footcoach_tui.session.side import Side

TODAY = date(2026, 3, 31)
"""A Tuesday."""


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("", ()),
        (" \t ", ()),
        ("Yoga", (TextTerm("", "yoga"),)),
        ("toe-yoga 7:30", (TextTerm("", "toe yoga"), TextTerm("", "7 30"))),
        ('"Left  Arch"', (TextTerm("", "left arch"),)),
        ("exercise:toe-yoga", (TextTerm("exercise", "toe yoga"),)),
        ("Exercise:Toe-Yoga", (TextTerm("exercise", "toe yoga"),)),
        ("routine=daily", (TextTerm("routine", "daily"),)),
        ("context:after-run", (TextTerm("context", "after run"),)),
        ('note:"left arch"', (TextTerm("note", "left arch"),)),
        ('note:"left arch"side:left', (TextTerm("note", "left arch"), SideTerm("left"))),
        ("side:LEFT", (SideTerm("left"),)),
        ("since:30d", (DayTerm("2026-03-01", ""),)),
        ("since:2026-02", (DayTerm("2026-02-01", ""),)),
        ("until:2026-02", (DayTerm("", "2026-02-28"),)),
        ("on:yesterday", (DayTerm("2026-03-30", "2026-03-30"),)),
        ("on:2026-02", (DayTerm("2026-02-01", "2026-02-28"),)),
        ("on:2026-02-27..2w", (DayTerm("2026-02-27", "2026-03-17"),)),
        ("week:last", (DayTerm("2026-03-23", "2026-03-29"),)),
        ("pain>3", (NumberTerm("pain", ">", 3),)),
        ("pain<=2", (NumberTerm("pain", "<=", 2),)),
        ("pain=0", (NumberTerm("pain", "=", 0),)),
        ("pain:0 pain:>=1", (NumberTerm("pain", "=", 0), NumberTerm("pain", ">=", 1))),
        ("effort<4.5", (NumberTerm("effort", "<", 4.5),)),
        ('minutes>"5"', (NumberTerm("minutes", ">", 5),)),
        ("PARTIAL", (PartialTerm(),)),
        ('"partial"', (TextTerm("", "partial"),)),
        ("-partial -yoga", (NotTerm(PartialTerm()), NotTerm(TextTerm("", "yoga")))),
        ("-pain>3 --side:left", (NotTerm(NumberTerm("pain", ">", 3)), NotTerm(SideTerm("left")))),
        ('-note:"a b"', (NotTerm(TextTerm("note", "a b")),)),
        ("toes & - arch …", (TextTerm("", "toes"), TextTerm("", "arch"))),
        ("pain", (TextTerm("", "pain"),)),
    ],
)
def test_reading(text: str, terms: tuple[Term, ...]) -> None:
    assert parse_query(text, TODAY) == Query(terms)


@pytest.mark.parametrize(
    ("text", "message", "carets"),
    [
        ("excercise:toe", "Unknown term “excercise:”: did you mean “exercise”?", "^^^^^^^^^^"),
        ("a -pian>3", "Unknown term “pian>”: did you mean “pain”?", "   ^^^^^"),
        (
            "http://x",
            "Unknown term “http:”: put it in quotes to search for the text itself",
            "^^^^^",
        ),
        ("note:", "Nothing to search for after “note:”", "^^^^^"),
        ('-since:" "', "Nothing to search for after “since:”", " ^^^^^^"),
        ("note:…", "“…” has no letter or digit to search for", "     ^"),
        ("note>3", "“note” cannot be compared: write note:", "^^^^^"),
        ("side:lef", "“lef” is not a side: did you mean “left”?", "     ^^^"),
        ("side:up", "“up” is not a side: write both, left or right", "     ^^"),
        ("pain>", "“pain” needs a number, as in pain>3", "^^^^^"),
        ("x --pain>=y", "“pain” needs a number, as in pain>3", "    ^^^^^^"),
        ("pain==3", "“pain” needs a number, as in pain>3", "^^^^^"),
        ("pain:-1", "“pain” needs a number, as in pain>3", "^^^^^"),
        ("on:2026-02-30", "“2026-02-30” is not a calendar date", "   ^^^^^^^^^^"),
        ("week:lst x", "“lst” is not a week: did you mean “last”?", "     ^^^"),
        ('note:"left arch', "This quote is not closed", "     ^^^^^^^^^^"),
        ('a "', "This quote is not closed", "  ^"),
    ],
)
def test_a_mistake_is_told_with_its_place(text: str, message: str, carets: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse_query(text, TODAY)
    error = caught.value
    assert (error.sentence, str(error)) == (message, message)
    assert (error.start, error.end) == (len(carets) - carets.count("^"), len(carets))


_TYPED = st.lists(
    st.sampled_from(
        [
            *QUERY_KEYS,
            *NUMBER_KEYS,
            *Side,
            *':=<>-" .…é\x1b\u202e\ud800',
            "partial",
            "30d",
            "2026-02-30",
        ]
    )
    | st.text(max_size=3),
    max_size=12,
).map("".join)


@given(_TYPED | st.text())
def test_nothing_typed_breaks_it_and_every_mistake_lies_in_the_text(text: str) -> None:
    mistake = None
    try:
        parse_query(text, TODAY)
    except QueryError as error:
        mistake = error
    assert mistake is None or 0 <= mistake.start < mistake.end <= len(text)
    assert mistake is None or mistake.sentence.isprintable()


@given(_TYPED | st.text())
def test_pieces_are_all_of_the_text_but_spaces(text: str) -> None:
    tokens = tokenise(text)
    between = text
    for token in reversed(tokens):
        assert token.start <= token.at <= token.end
        between = between[: token.start] + between[token.end :]
    assert between.strip() == ""
    assert all(before.end <= after.start for before, after in pairwise(tokens))


_WORDS = st.lists(st.text("aé1😀", min_size=1), min_size=1, max_size=3).map(" ".join)
_DAYS = st.dates().map(str)
_TERMS = st.one_of(
    st.builds(
        TextTerm, st.sampled_from(("", *TEXT_KEYS)), _WORDS.map(lambda text: text.replace("é", "e"))
    ),
    st.just(TextTerm("", "partial")),
    st.builds(SideTerm, st.sampled_from(list(Side)).map(str)),
    st.builds(DayTerm, _DAYS, _DAYS | st.just("")),
    st.builds(DayTerm, st.just(""), _DAYS),
    st.builds(
        NumberTerm,
        st.sampled_from(NUMBER_KEYS),
        st.sampled_from(("<", "<=", "=", ">=", ">")),
        st.integers(0, 999_999_999).map(lambda number: number / 1000),
    ),
    st.just(PartialTerm()),
)
_QUERIES = st.lists(_TERMS | _TERMS.map(NotTerm)).map(lambda terms: Query(tuple(terms)))


@given(_QUERIES, st.dates())
def test_a_query_printed_and_read_again_is_the_same_on_any_day(query: Query, today: date) -> None:
    assert parse_query(str(query), today) == query


@given(_TYPED)
def test_what_was_read_can_be_printed_and_read_again(text: str) -> None:
    try:
        query = parse_query(text, TODAY)
    except QueryError:
        return
    assert parse_query(str(query), TODAY) == query
