"""Values of the optional fields of sets and sessions, as a record holds them."""

from datetime import datetime, timedelta, timezone

from hypothesis import strategies as st

from footcoach_tui.boundary.text import clean
from footcoach_tui.session.record import Ending

_numbers = st.integers(-(10**15), 10**15) | st.floats(-1e15, 1e15)
_texts = st.text(max_size=20).map(clean)
_values = st.recursive(
    st.none() | st.booleans() | _numbers | _texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_texts, inner, max_size=3),
    max_leaves=6,
)
_offsets = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
_prefixes = st.sampled_from(["", "'", "''", "=", "-", "'=", '"', ","])

objects = st.none() | st.dictionaries(_texts, _values, max_size=3).map(lambda each: each or None)
spans = st.none() | st.integers(0, 366 * 86_400_000).map(lambda number: number / 1000)
moments = st.none() | st.datetimes(
    datetime(1971, 1, 1),  # noqa: DTZ001 - the strategy adds the zones
    datetime(2198, 1, 1),  # noqa: DTZ001 - the strategy adds the zones
    timezones=_offsets,
)
number_texts = st.builds("{}{}".format, _prefixes, st.integers(0, 99) | st.just("0.5"))
loads = (
    st.none()
    | st.integers(0, 1_000_000).map(lambda number: number / 1000)
    | (number_texts | st.builds("{}{}".format, _prefixes, _texts)).map(
        lambda text: clean(text) or None
    )
)
set_facts = {"at": spans, "load": loads}
session_facts = {
    "ended": moments,
    "paused": spans,
    "checkin": objects,
    "after": objects,
    "morning": objects,
    "ending": st.none() | st.just(Ending.EARLY),
}
