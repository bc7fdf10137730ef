"""A query finds exactly the sessions that a slow and obvious reading of its terms finds."""

import re
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from history_answers import index_of
from hypothesis import given
from hypothesis import strategies as st

from footcoach_tui.history.index.answers import newest, newest_ids
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
    value=st.none(),
    at=st.none(),
    load=st.none(),
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
        "id": st.just(""),
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
_RECORDS = st.lists(_FIELDS.map(lambda fields: SessionRecord(**fields)), max_size=4).map(
    lambda records: [
        record._replace(id=f"01KK01Z2ZG8Q2N5V0J5C8W7R4{number}")
        for number, record in enumerate(records)
    ]
)
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


def found(query: Query, records: Sequence[SessionRecord]) -> list[SessionRecord]:
    """The sessions that the index finds, in the order of `records`."""
    db = index_of(records)
    where, values = query.condition()
    matching = newest(db, where, values)
    assert [record.id for record in matching] == newest_ids(db, where, values)
    db.close()
    return [record for record in records if record in matching]


@given(_RECORDS, st.lists(_TERMS | _TERMS.map(NotTerm), max_size=3))
def test_a_query_matches_when_every_term_is_so(
    records: list[SessionRecord], terms: list[Term]
) -> None:
    expected = [record for record in records if all(holds(term, record) for term in terms)]
    assert found(Query(tuple(terms)), records) == expected


@given(_RECORDS, _TERMS)
def test_not_is_the_opposite_without_exception(records: list[SessionRecord], term: Term) -> None:
    with_it = found(Query((term,)), records)
    without = found(Query((NotTerm(term),)), records)
    assert [record for record in records if record not in with_it] == without


@given(_RECORDS, _TERMS)
def test_not_twice_is_the_term_itself(records: list[SessionRecord], term: Term) -> None:
    assert found(Query((NotTerm(NotTerm(term)),)), records) == found(Query((term,)), records)


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
    assert found(parse_query(text, TODAY), [record]) == [record] * is_found


@pytest.mark.parametrize("text", ["' or true --", "%", "_", '"*', 'a" or 1=1', "\x00", "é'); drop"])
def test_a_text_is_never_part_of_the_question(make_session: Make, text: str) -> None:
    record = make_session(note="calm")
    query = Query((TextTerm("", text), TextTerm("note", text)))
    assert found(query, [record]) == []
    assert found(Query((NotTerm(TextTerm("note", text)),)), [record]) == [record]


def test_the_words_of_one_text_do_not_reach_into_the_next(make_session: Make) -> None:
    step = make_session().exercises[0]
    record = make_session(
        routine="daily",
        title="feet",
        context="run",
        exercises=(step, step._replace(exercise="toe", name="yoga")),
    )
    for text in ('"daily feet"', '"foot toe"', '"feet run"', '"toe yoga"'):
        assert found(parse_query(text, TODAY), [record]) == []
