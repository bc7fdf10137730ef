"""What is typed is read as it was meant, or refused in a sentence that points at the mistake."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footcoach_tui.history.query.parse import KEYS, SIDES, parse, pieces
from footcoach_tui.history.query.problem import QueryError
from footcoach_tui.history.query.query import Query
from footcoach_tui.history.query.terms import (
    NUMBERS,
    TEXTS,
    Days,
    Not,
    Number,
    OnSide,
    Partial,
    Term,
    Words,
)

TODAY = date(2026, 3, 31)
"""A Tuesday."""


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("", ()),
        (" \t ", ()),
        ("Yoga", (Words("", "yoga"),)),
        ("toe-yoga 7:30", (Words("", "toe yoga"), Words("", "7 30"))),
        ('"Left  Arch"', (Words("", "left arch"),)),
        ("exercise:toe-yoga", (Words("exercise", "toe yoga"),)),
        ("Exercise:Toe-Yoga", (Words("exercise", "toe yoga"),)),
        ("routine=daily", (Words("routine", "daily"),)),
        ("context:after-run", (Words("context", "after run"),)),
        ('note:"left arch"', (Words("note", "left arch"),)),
        ('note:"left arch"side:left', (Words("note", "left arch"), OnSide("left"))),
        ("side:LEFT", (OnSide("left"),)),
        ("since:30d", (Days("2026-03-01", ""),)),
        ("since:2026-02", (Days("2026-02-01", ""),)),
        ("until:2026-02", (Days("", "2026-02-28"),)),
        ("on:yesterday", (Days("2026-03-30", "2026-03-30"),)),
        ("on:2026-02", (Days("2026-02-01", "2026-02-28"),)),
        ("on:2026-02-27..2w", (Days("2026-02-27", "2026-03-17"),)),
        ("week:last", (Days("2026-03-23", "2026-03-29"),)),
        ("pain>3", (Number("pain", ">", 3),)),
        ("pain<=2", (Number("pain", "<=", 2),)),
        ("pain=0", (Number("pain", "=", 0),)),
        ("pain:0 pain:>=1", (Number("pain", "=", 0), Number("pain", ">=", 1))),
        ("effort<4.5", (Number("effort", "<", 4.5),)),
        ('minutes>"5"', (Number("minutes", ">", 5),)),
        ("PARTIAL", (Partial(),)),
        ('"partial"', (Words("", "partial"),)),
        ("-partial -yoga", (Not(Partial()), Not(Words("", "yoga")))),
        ("-pain>3 --side:left", (Not(Number("pain", ">", 3)), Not(OnSide("left")))),
        ('-note:"a b"', (Not(Words("note", "a b")),)),
        ("toes & - arch …", (Words("", "toes"), Words("", "arch"))),
        ("pain", (Words("", "pain"),)),
    ],
)
def test_reading(text: str, terms: tuple[Term, ...]) -> None:
    assert parse(text, TODAY) == Query(terms)


@pytest.mark.parametrize(
    ("text", "told", "carets"),
    [
        ("excercise:toe", "There is no “excercise:”: did you mean “exercise”?", "^^^^^^^^^^"),
        ("a -pian>3", "There is no “pian>”: did you mean “pain”?", "   ^^^^^"),
        ("http://x", "There is no “http:”: put it in quotes to look for it as it stands", "^^^^^"),
        ("note:", "Behind “note:” stands nothing to look for", "^^^^^"),
        ('-since:" "', "Behind “since:” stands nothing to look for", " ^^^^^^"),
        ("note:…", "In “…” is no letter or digit to look for", "     ^"),
        ("note>3", "“note” cannot be compared: write note:", "^^^^^"),
        ("side:lef", "“lef” is no side: did you mean “left”?", "     ^^^"),
        ("side:up", "“up” is no side: write both, left or right", "     ^^"),
        ("pain>", "“pain” wants a number, as in pain>3", "^^^^^"),
        ("x --pain>=y", "“pain” wants a number, as in pain>3", "    ^^^^^^"),
        ("pain==3", "“pain” wants a number, as in pain>3", "^^^^^"),
        ("pain:-1", "“pain” wants a number, as in pain>3", "^^^^^"),
        ("on:2026-02-30", "“2026-02-30” stands in no calendar", "   ^^^^^^^^^^"),
        ("week:lst x", "“lst” is no week: did you mean “last”?", "     ^^^"),
        ('note:"left arch', "This quote is not closed", "     ^^^^^^^^^^"),
        ('a "', "This quote is not closed", "  ^"),
    ],
)
def test_a_mistake_is_told_with_its_place(text: str, told: str, carets: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse(text, TODAY)
    error = caught.value
    assert (error.sentence, str(error)) == (told, told)
    assert (error.start, error.end) == (len(carets) - carets.count("^"), len(carets))


_TYPED = st.lists(
    st.sampled_from(
        [*KEYS, *NUMBERS, *SIDES, *':=<>-" .…é\x1b\u202e\ud800', "partial", "30d", "2026-02-30"]
    )
    | st.text(max_size=3),
    max_size=12,
).map("".join)


@given(_TYPED | st.text())
def test_nothing_typed_breaks_it_and_every_mistake_lies_in_the_text(text: str) -> None:
    mistake = None
    try:
        parse(text, TODAY)
    except QueryError as error:
        mistake = error
    assert mistake is None or 0 <= mistake.start < mistake.end <= len(text)
    assert mistake is None or mistake.sentence.isprintable()


@given(_TYPED | st.text())
def test_pieces_are_all_of_the_text_but_spaces(text: str) -> None:
    found = pieces(text)
    between = text
    for piece in reversed(found):
        assert piece.start <= piece.at <= piece.end
        between = between[: piece.start] + between[piece.end :]
    assert between.strip() == ""
    assert all(one.end <= after.start for one, after in pairwise(found))


_WORDS = st.lists(st.text("aé1😀", min_size=1), min_size=1, max_size=3).map(" ".join)
_DAYS = st.dates().map(str)
_TERMS = st.one_of(
    st.builds(
        Words, st.sampled_from(("", *TEXTS)), _WORDS.map(lambda text: text.replace("é", "e"))
    ),
    st.just(Words("", "partial")),
    st.builds(OnSide, st.sampled_from(SIDES)),
    st.builds(Days, _DAYS, _DAYS | st.just("")),
    st.builds(Days, st.just(""), _DAYS),
    st.builds(
        Number,
        st.sampled_from(NUMBERS),
        st.sampled_from(("<", "<=", "=", ">=", ">")),
        st.integers(0, 999_999_999).map(lambda number: number / 1000),
    ),
    st.just(Partial()),
)
_QUERIES = st.lists(_TERMS | _TERMS.map(Not)).map(lambda terms: Query(tuple(terms)))


@given(_QUERIES, st.dates())
def test_a_query_printed_and_read_again_is_the_same_on_any_day(query: Query, today: date) -> None:
    assert parse(str(query), today) == query


@given(_TYPED)
def test_what_was_read_can_be_printed_and_read_again(text: str) -> None:
    try:
        query = parse(text, TODAY)
    except QueryError:
        return
    assert parse(str(query), TODAY) == query
