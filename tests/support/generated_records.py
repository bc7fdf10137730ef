"""Strategies for session records with everything in them, unknown fields too."""

from datetime import datetime, timedelta, timezone

from hypothesis import strategies as st
from session_facts import session_facts, set_facts

from footcoach_tui.boundary.text import clean
from footcoach_tui.history.ids import new_id
from footcoach_tui.session.record import (
    ExerciseRecord,
    Origin,
    SessionRecord,
    SetOutcome,
    SetRecord,
)
from footcoach_tui.session.side import Side

_names = st.text(max_size=40).map(clean)
_thousandths = st.integers(0, 86_400_000).map(lambda number: number / 1000)
_offsets = st.integers(-14 * 3600, 14 * 3600).map(lambda count: timezone(timedelta(seconds=count)))
_moments = st.datetimes(datetime(1971, 1, 1), datetime(2198, 1, 1), timezones=_offsets)  # noqa: DTZ001 - the strategy adds the zones
_json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=20)
    | st.just("\ud800"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)
_extras = st.dictionaries(st.text(max_size=8).map("x-{}".format), _json_values, max_size=3)
_sets = st.builds(
    SetRecord,
    number=st.integers(1, 99),
    side=st.sampled_from(Side),
    planned_reps=st.integers(0, 1000),
    reps=st.integers(0, 1000),
    planned_seconds=_thousandths,
    seconds=_thousandths,
    outcome=st.sampled_from(SetOutcome),
    value=st.none() | st.integers(0, 10_000_000).map(lambda number: number / 1000),
    **set_facts,
    extra=_extras,
)
_exercises = st.builds(
    ExerciseRecord,
    exercise=_names,
    name=_names,
    sets=st.lists(_sets, max_size=4).map(tuple),
    extra=_extras,
)
records = st.builds(
    SessionRecord,
    id=_moments.map(new_id),
    routine=_names,
    title=_names,
    started=_moments,
    zone=_names,
    seconds=_thousandths,
    exercises=st.lists(_exercises, max_size=3).map(tuple),
    context=_names,
    origin=st.sampled_from(Origin),
    speed=st.integers(1, 64_000).map(lambda number: number / 1000),
    effort=st.none() | st.integers(0, 10),
    pain=st.none() | st.integers(0, 10),
    note=st.text(max_size=200).map(clean),
    device=_names,
    version=_names,
    **session_facts,
    extra=_extras,
)
