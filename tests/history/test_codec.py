"""Records and documents: converted there and back unchanged, everything else refused."""

import json
import re
from contextlib import suppress
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from session_facts import session_facts, set_facts

from footcoach_tui.boundary.text import clean
from footcoach_tui.history.codec import (
    from_document,
    to_document,
    with_unknown_fields,
)
from footcoach_tui.history.fields import FieldError
from footcoach_tui.history.ids import new_id
from footcoach_tui.session.record import (
    Ending,
    ExerciseRecord,
    Origin,
    SessionRecord,
    SetOutcome,
    SetRecord,
)
from footcoach_tui.session.side import Side

names = st.text(max_size=40).map(clean)
thousandths = st.integers(0, 86_400_000).map(lambda number: number / 1000)
offsets = st.timedeltas(timedelta(hours=-14), timedelta(hours=14)).map(
    lambda delta: timezone(timedelta(seconds=delta // timedelta(seconds=1)))
)
moments = st.datetimes(datetime(1971, 1, 1), datetime(2198, 1, 1), timezones=offsets)  # noqa: DTZ001 - the strategy adds the zones
json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)
extras = st.dictionaries(st.text(max_size=8).map("x-{}".format), json_values, max_size=3)
sets = st.builds(
    SetRecord,
    number=st.integers(1, 99),
    side=st.sampled_from(Side),
    planned_reps=st.integers(0, 1000),
    reps=st.integers(0, 1000),
    planned_seconds=thousandths,
    seconds=thousandths,
    outcome=st.sampled_from(SetOutcome),
    value=st.none() | st.integers(0, 10_000_000).map(lambda number: number / 1000),
    extra=st.just({}) | extras,
    **set_facts,
)
exercises = st.builds(
    ExerciseRecord,
    exercise=names,
    name=names,
    sets=st.lists(sets, max_size=4).map(tuple),
    extra=st.just({}) | extras,
)
records = st.builds(
    SessionRecord,
    id=moments.map(new_id),
    routine=names,
    title=names,
    started=moments,
    zone=names,
    seconds=thousandths,
    exercises=st.lists(exercises, max_size=3).map(tuple),
    context=names,
    origin=st.sampled_from(Origin),
    speed=st.integers(1, 64_000).map(lambda number: number / 1000),
    effort=st.none() | st.integers(0, 10),
    pain=st.none() | st.integers(0, 10),
    note=st.text(max_size=200).map(clean),
    device=names,
    version=names,
    extra=extras,
    **session_facts,
)


@settings(deadline=None)
@given(records)
def test_a_record_comes_back_as_it_went(record: SessionRecord) -> None:
    text = json.dumps(to_document(record), allow_nan=False)

    assert from_document(json.loads(text)) == record


@settings(deadline=None)
@given(records)
def test_the_day_and_the_offset_come_back_as_they_were(record: SessionRecord) -> None:
    back = from_document(to_document(record))

    assert back.date == record.date
    assert back.started.utcoffset() == record.started.utcoffset()


@settings(max_examples=8 * settings().max_examples)
@given(json_values, st.data())
def test_no_value_in_any_field_does_more_than_be_refused(
    value: object, data: st.DataObject
) -> None:
    document = to_document(_session())
    document[data.draw(st.sampled_from(sorted(document)))] = value
    with suppress(FieldError):
        assert from_document(document).id


@settings(max_examples=12 * settings().max_examples)
@given(
    json_values
    | st.sampled_from(["2026-W10-3", "20260304", "2026-03-04T23:30:00", "\x1b", -0.0, 1e9, True]),
    st.data(),
)
def test_what_is_read_is_written_and_read_again_the_same(
    value: object, data: st.DataObject
) -> None:
    document: Any = to_document(_full_session())
    exercise = document["exercises"][0]
    fields = data.draw(st.sampled_from([document, exercise, exercise["sets"][0]]))
    for key in data.draw(st.sets(st.sampled_from(sorted(fields)), min_size=1, max_size=2)):
        fields[key] = value

    with suppress(FieldError):
        written = to_document(from_document(document))  # numbers in thousandths
        assert to_document(from_document(json.loads(json.dumps(written)))) == written


def test_facts_that_are_not_known_are_left_out() -> None:
    document: Any = to_document(_session())
    each_set = document["exercises"][0]["sets"][0]
    names = {"ended", "paused", "checkin", "after", "morning"}

    assert names.isdisjoint(document)
    assert {"at", "load", "value"}.isdisjoint(each_set)
    each_set |= dict.fromkeys(("at", "load", "value")) | {"load": ""}
    assert from_document(document | dict.fromkeys(names) | {"after": {}}) == _session()


def test_a_check_in_that_was_changed_keeps_nothing_of_the_old_one() -> None:
    old = {"checkin": {"energy": "full", "anyway": True}, "ended": "x", "later": 1}

    assert with_unknown_fields(old, {"checkin": {"energy": "short"}}) == {
        "checkin": {"energy": "short"},
        "later": 1,
    }


def test_seconds_are_kept_in_thousandths() -> None:
    set_record = SetRecord(1, Side.LEFT, 8, 8, 47.99951, 1 / 3, SetOutcome.CUT)
    exercise = ExerciseRecord("short-foot", "Short foot", (set_record,))

    record = from_document(to_document(_session(seconds=600.12349, exercises=(exercise,))))

    assert record.seconds == 600.123
    assert (record.sets[0].planned_seconds, record.sets[0].seconds) == (48.0, 0.333)


def test_the_document_says_its_day_beside_the_moment() -> None:
    document = to_document(_session())

    assert document["date"] == "2026-03-04"
    assert document["started"] == "2026-03-04T23:30:00+14:00"


def test_unknown_fields_are_kept_and_cannot_stand_in_for_known_ones() -> None:
    record = _session(extra={"mood": {"a": [1]}, "id": "other"})

    document = to_document(record)

    assert document["mood"] == {"a": [1]}
    assert document["id"] == record.id
    assert from_document(document).extra == {"mood": {"a": [1]}}


def test_unknown_fields_are_carried_over_at_every_level() -> None:
    old = {"a": 1, "later": 2, "rows": [{"n": 1, "hidden": "x"}, {"n": 2}], "few": [{"gone": 1}]}
    new = {"a": 3, "rows": [{"n": 5}, {"n": 6}], "few": []}

    assert with_unknown_fields(old, new) == {
        "a": 3,
        "later": 2,
        "rows": [{"n": 5, "hidden": "x"}, {"n": 6}],
        "few": [],
    }


def test_what_is_the_stores_own_is_no_part_of_a_record() -> None:
    stamps = {"revision": 3, "written": "2026-03-06T06:14:09.123Z", "deleted": False}

    record = from_document(to_document(_session()) | stamps)

    assert record == _session()
    assert to_document(_session(extra=stamps)) == to_document(_session())


def test_every_field_is_described_in_the_docs() -> None:
    text = (Path(__file__).parents[2] / "docs" / "data-format.md").read_text(encoding="utf-8")
    rows = {line.split("|")[1] for line in text.splitlines() if line.startswith("| `")}
    described = {name for row in rows for name in re.findall(r"`(\w+)`", row)}
    document: dict[str, Any] = to_document(_full_session())
    exercise = document["exercises"][0]

    stores = {"revision", "written", "deleted"}
    assert described == {*document, *stores, *exercise, *exercise["sets"][0]}


def _full_session() -> SessionRecord:
    """A session with every field."""
    each_set = SetRecord(1, Side.LEFT, 8, 8, 48.0, 48.0, SetOutcome.DONE, 2.5, 12.345, "red band")
    return _session(
        exercises=(ExerciseRecord("short-foot", "Short foot", (each_set,)),),
        ended=datetime(2026, 3, 4, 23, 45, tzinfo=timezone(timedelta(hours=14))),
        paused=12.5,
        checkin={"sore": [{"site": "ankle", "side": "left", "score": 3}]},
        after={"hurt": []},
        morning={"answer": "worse"},
        ending=Ending.EARLY,
    )


def _session(**fields: Any) -> SessionRecord:
    started = datetime(2026, 3, 4, 23, 30, tzinfo=timezone(timedelta(hours=14)))
    record = SetRecord(1, Side.LEFT, 8, 8, 48.0, 48.0, SetOutcome.DONE)
    known: dict[str, Any] = {
        "id": "01ARZ3NDEKTSV4RRFFQ69G5FAV",
        "routine": "daily",
        "title": "Daily feet",
        "started": started,
        "zone": "Pacific/Kiritimati",
        "seconds": 600.0,
        "exercises": (ExerciseRecord("short-foot", "Short foot", (record, record)),),
    }
    return SessionRecord(**(known | fields))
