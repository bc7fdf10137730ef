"""A query finds exactly the sessions that a slow and obvious reading of its terms finds."""

import json
import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from footcoach_tui.history.query.facts import SessionFacts
from hypothesis import given
from hypothesis import strategies as st

from footcoach_tui.history.codec import to_document
from footcoach_tui.history.query.parse import parse_query
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
from footcoach_tui.session.record import ExerciseRecord, SessionRecord, SetOutcome, SetRecord
from footcoach_tui.session.side import Side

Make = Callable[..., SessionRecord]
TODAY = date(2026, 3, 31)

_TEXT = st.text("abÉé-. ", max_size=9)
_START = datetime(2026, 3, 1, 12, tzinfo=UTC)
_SETS = st.builds(
    SetRecord,
    number=st.just(1),
    side=st.sampled_from(Side),
    planned_reps=st.just(8),
    reps=st.just(8),
    planned_seconds=st.just(48.0),
    seconds=st.just(48.0),
    outcome=st.sampled_from(SetOutcome),
    extra=st.just({}),
)
_EXERCISES = st.builds(
    ExerciseRecord,
    exercise=_TEXT,
    name=_TEXT,
    sets=st.lists(_SETS, max_size=3).map(tuple),
    extra=st.just({}),
)
_FIELDS: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {
        "id": st.just("01KK01Z2ZG8Q2N5V0J5C8W7R4T"),
        "routine": _TEXT,
        "title": _TEXT,
        "started": st.integers(-3, 3).map(lambda days: _START + timedelta(days=days)),
        "zone": st.just(""),
        "seconds": st.integers(0, 8).map(lambda number: 30.0 * number),
        "exercises": st.lists(_EXERCISES, max_size=3).map(tuple),
        "context": _TEXT,
        "effort": st.none() | st.integers(0, 3),
        "pain": st.none() | st.integers(0, 3),
        "note": _TEXT,
    }
)
_RECORDS = _FIELDS.map(lambda fields: SessionRecord(**fields))
_DAYS = st.integers(-4, 4).map(lambda days: str(_START.date() + timedelta(days=days)))
_TERMS = st.one_of(
    st.builds(
        TextTerm,
        st.sampled_from(("", *TEXT_KEYS)),
        st.lists(st.text("abe", min_size=1, max_size=2), min_size=1, max_size=2).map(" ".join),
    ),
    st.builds(SideTerm, st.sampled_from(list(Side)).map(str)),
    st.builds(DayTerm, _DAYS | st.just(""), _DAYS),
    st.builds(DayTerm, _DAYS, st.just("")),
    st.builds(
        NumberTerm,
        st.sampled_from(NUMBER_KEYS),
        st.sampled_from(("<", "<=", "=", ">=", ">")),
        st.integers(0, 6).map(lambda number: number / 2),
    ),
    st.just(PartialTerm()),
)


def contains_words(wanted: str, text: str) -> bool:
    """Whether the words follow each other in the text; of the last the beginning will do."""
    found = re.findall("[a-z]+", text.lower().replace("é", "e"))
    *whole, beginning = wanted.split()
    return any(
        found[at : at + len(whole)] == whole and found[at + len(whole)].startswith(beginning)
        for at in range(len(found) - len(whole))
    )


def holds(term: Term, record: SessionRecord) -> bool:
    """The slow and obvious reading."""
    texts = {
        "exercise": [text for each in record.exercises for text in (each.exercise, each.name)],
        "routine": [record.routine, record.title],
        "note": [record.note],
        "context": [record.context],
    }
    match term:
        case NotTerm(inner):
            return not holds(inner, record)
        case TextTerm("", words):
            return any(contains_words(words, text) for each in texts.values() for text in each)
        case TextTerm(key, words):
            return any(contains_words(words, text) for text in texts[key])
        case SideTerm(side):
            return any(each.side == side and each.outcome != "skipped" for each in record.sets)
        case DayTerm(first, last):
            day = record.started.date()
            return (not first or date.fromisoformat(first) <= day) and (
                not last or day <= date.fromisoformat(last)
            )
        case NumberTerm(key, sign, number):
            numbers = {"pain": record.pain, "effort": record.effort, "minutes": record.seconds / 60}
            value = numbers[key]
            python = {"=": "=="}.get(sign, sign)
            return value is not None and bool(eval(f"{value} {python} {number}"))  # noqa: S307 - ours
        case _:
            return record.is_partial


@given(_RECORDS, st.lists(_TERMS | _TERMS.map(NotTerm), max_size=3))
def test_a_query_matches_when_every_term_is_so(record: SessionRecord, terms: list[Term]) -> None:
    facts = SessionFacts.of(json.loads(json.dumps(to_document(record))))
    assert Query(tuple(terms)).matches(facts) == all(holds(term, record) for term in terms)


@given(_RECORDS, _TERMS)
def test_not_is_the_opposite_without_exception(record: SessionRecord, term: Term) -> None:
    facts = SessionFacts.of(to_document(record))
    assert Query((NotTerm(term),)).matches(facts) != Query((term,)).matches(facts)


@given(_RECORDS, st.lists(_TERMS | _TERMS.map(NotTerm), max_size=3))
def test_no_month_that_holds_a_match_is_passed_over(
    record: SessionRecord, terms: list[Term]
) -> None:
    query = Query(tuple(terms))
    if not query.matches(SessionFacts.of(to_document(record))):
        return
    day = record.started.date()
    names = [text for each in record.exercises for text in (each.exercise, each.name)]
    assert query.may_match_month(names)
    assert query.may_match_month(["x", *names])
    assert (query.first or day) <= day <= (query.last or day)


@pytest.mark.parametrize(
    ("text", "first", "last", "exercises"),
    [
        ("yoga -since:2026 -exercise:toe", None, None, ()),
        ("since:2026-01 since:2026-02 until:2026-03", "2026-02-01", "2026-03-31", ()),
        ("week:this until:today", "2026-03-30", "2026-03-31", ()),
        ("exercise:toe-yoga exercise:heel", None, None, ("toe yoga", "heel")),
    ],
)
def test_what_a_month_must_have(
    text: str, first: str | None, last: str | None, exercises: tuple[str, ...]
) -> None:
    query = parse_query(text, TODAY)
    assert (query.first, query.last) == (
        first and date.fromisoformat(first),
        last and date.fromisoformat(last),
    )
    assert query.exercises == exercises


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("exercise:yog", True),
        ("exercise:toe-yoga", True),
        ("exercise:toe-yoga exercise:heel", False),
        ("exercise:oga", False),
        ("-exercise:toe-yoga", True),
        ("heel", True),
    ],
)
def test_months_that_cannot_hold_it_are_told(text: str, *, may: bool) -> None:
    assert parse_query(text, TODAY).may_match_month(("toe-yoga", "Toe yoga")) == may


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("short", True),
        ("SHORT-f", True),
        ("oot", False),
        ("foot short", True),
        ('"foot short"', False),
        ("exercise:short-foot", True),
        ("exercise:daily", False),
        ("note:gauche", True),
        ("gauché", True),
        ("context:run", True),
        ("side:left", True),
        ("side:both", False),
        ("pain<=2", False),
        ("pain>=0", False),
        ("-pain>=0", True),
        ("effort=3", True),
        ("minutes>10", True),
        ("minutes>10.1", False),
        ("on:2026-03-04", True),
        ("partial", False),
    ],
)
def test_a_session_by_example(make_session: Make, text: str, *, is_found: bool) -> None:
    record = make_session(note="Trop à gauche", context="after-run", effort=3)
    assert parse_query(text, TODAY).matches(SessionFacts.of(to_document(record))) == is_found


@pytest.mark.parametrize(
    "document",
    [
        {},
        {"exercises": 3},
        {"exercises": [3]},
        {"routine": []},
        {"note": 3},
        {"seconds": "long"},
        {"seconds": 10**400},
        {"pain": True, "effort": "3"},
        {"context": None},
        {"exercises": [{"exercise": "a", "name": "b", "sets": [{"side": [], "outcome": "done"}]}]},
        {"date": 3},
        {"id": None},
    ],
)
def test_what_is_no_session_breaks_nothing(make_session: Make, document: dict[str, Any]) -> None:
    facts = SessionFacts.of(to_document(make_session()) | document if document else {})
    text = "a exercise:a side:left since:1y until:today pain>0 effort>0 minutes>0 partial"
    for term in parse_query(text, TODAY).terms:
        assert term.matches(facts) in (True, False)
