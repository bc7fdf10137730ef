"""Messages of a page, hostile ones too."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footcoach_tui.web.messages import Focused, Pinged, Resized, Typed, read_message

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('["stdin", "q"]', Typed("q")),
        ('["resize", {"width": 80, "height": 24}]', Resized(80, 24)),
        ('["focus"]', Focused()),
        ('["ping", "17"]', Pinged("17")),
        ('["blur"]', None),
        ('["stdin", 3]', None),
        ('["resize", {"width": "80", "height": 24}]', None),
        ("{", None),
        ("[" * 60_000, None),
        ("", None),
    ],
    ids=lambda value: str(value)[:20],
)
def test_a_message_is_read(text: str, message: object) -> None:
    assert read_message(text) == message


@given(st.text() | JSON.map(json.dumps))
def test_no_message_is_an_error(text: str) -> None:
    read_message(text)
