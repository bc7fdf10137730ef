"""An export that is imported again is the same history, field for field."""

import tempfile
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from exchange_files import IMPORT_FORMATS, export_text
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_folders import folders_of
from session_facts import session_facts, set_facts

from footcoach_tui.boundary.text import clean
from footcoach_tui.history.exchange.csv_cells import _escape_formula, _unescape_formula
from footcoach_tui.history.exchange.formats import Format
from footcoach_tui.history.exchange.import_results import ImportedSession
from footcoach_tui.history.exchange.importer import import_changes
from footcoach_tui.history.query.query import Query
from footcoach_tui.history.store import History
from footcoach_tui.session.record import (
    ExerciseRecord,
    Origin,
    SessionRecord,
    SetOutcome,
    SetRecord,
)
from footcoach_tui.session.side import Side

prefixes = st.sampled_from(["", "=", "'=", "''-", "'", '"', " +", "@", ",", "\t=", "-1"])
texts = st.builds("{}{}".format, prefixes, st.text(max_size=20))
names = texts.map(clean)
ids = st.builds(
    "{}{}".format,
    st.sampled_from("01234567"),
    st.text("0123456789ABCDEFGHJKMNPQRSTVWXYZ", min_size=25, max_size=25),
)
thousandths = st.integers(0, 86_400_000).map(lambda number: number / 1000)
offsets = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
moments = st.datetimes(datetime(1971, 1, 1), datetime(2198, 1, 1), timezones=offsets)  # noqa: DTZ001 - the strategy adds the zones
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
    extra=st.just({}),
    **set_facts,
)
exercises = st.builds(
    ExerciseRecord,
    exercise=names,
    name=names,
    sets=st.lists(sets, max_size=3).map(tuple),
    extra=st.just({}),
)
json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    # a lone surrogate can stand in JSON, and must not stop an export
    | st.text(max_size=20)
    | st.just("\ud800"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)
records = st.builds(
    SessionRecord,
    id=ids,
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
    note=names,
    device=names,
    version=names,
    extra=st.dictionaries(st.text(max_size=8).map("x-{}".format), json_values, max_size=3),
    **session_facts,
)
several = st.lists(records, max_size=3, unique_by=lambda record: record.id)


def back(kind: Format, sessions: Iterable[SessionRecord]) -> list[SessionRecord]:
    content = export_text(kind, *sessions).encode()
    results = list(kind.import_sessions(content))
    assert [result for result in results if not isinstance(result, ImportedSession)] == []
    return [result.record for result in results if isinstance(result, ImportedSession)]


@pytest.mark.parametrize("kind", IMPORT_FORMATS)
@given(sessions=several)
def test_sessions_come_back_as_they_went(kind: Format, sessions: list[SessionRecord]) -> None:
    returned = back(kind, sessions)

    assert returned == sessions
    assert [record.started.isoformat() for record in returned] == [
        record.started.isoformat() for record in sessions
    ], "equal moments in different zones are not the same"


@pytest.mark.parametrize("kind", IMPORT_FORMATS)
@settings(max_examples=8)
@given(sessions=several)
def test_a_history_in_another_place_is_the_same(
    kind: Format, sessions: list[SessionRecord]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        first = History(folders_of(Path(folder) / "a"), "here-1")
        second = History(folders_of(Path(folder) / "b"), "there-1")
        first.add_all(sessions, "import")
        second.add_all(back(kind, first.iterate(Query())), "import")

        assert second.all() == first.all()
        assert len(first.all()) == len(sessions)


@pytest.mark.parametrize("kind", IMPORT_FORMATS)
def test_fields_of_a_newer_footcoach_inside_of_exercises_and_sets_come_back_or_stay(
    kind: Format, make_session: Callable[..., SessionRecord], tmp_path: Path
) -> None:
    (step,) = make_session().exercises
    sets = (step.sets[0]._replace(extra={"weight": {"kg": [2.5]}}), step.sets[1])
    record = make_session(exercises=(step._replace(sets=sets, extra={"shoes": None}),))
    history = History(folders_of(tmp_path), "here-1")
    saved = history.add(record).record

    (returned,) = back(kind, [saved])

    assert history.all() == (saved,)
    if kind is not Format.CSV:  # a row of cells has no room for them
        assert returned == saved
    assert import_changes([returned], history.by_id([returned.id])).same == 1
    assert history.add_all([returned], "import").unchanged == 1
    history.update(returned._replace(note="tired"))
    assert history.all() == (saved._replace(note="tired"),)


@given(texts)
def test_a_cell_made_safe_is_the_same_text_again(text: str) -> None:
    assert _unescape_formula(_escape_formula(text)) == text
    assert _escape_formula(text).lstrip(" \t\r\n")[:1] not in {"=", "+", "-", "@"}
