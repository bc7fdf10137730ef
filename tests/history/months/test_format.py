"""Month files are parsed strictly: more than what TinyDB would take for a history."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footcoach_tui.history.errors import HistoryError
from footcoach_tui.history.months.format import DamagedError, Tables, parse_month, serialise_month

ABOUT = '"footcoach":{"1":{"schema":2}}'
GOOD: Tables = {"footcoach": {"1": {"schema": 2}}, "sessions": {"1": {"id": "A"}, "2": {"id": "B"}}}


def test_a_good_file_is_read_as_it_is() -> None:
    assert parse_month(json.dumps(GOOD).encode()) == GOOD
    assert parse_month(serialise_month(GOOD)) == GOOD


def test_a_file_has_one_session_a_line_so_that_people_and_tools_can_follow() -> None:
    lines = serialise_month(GOOD).decode().splitlines()

    assert '"1":{"id":"A"},' in lines
    assert '"2":{"id":"B"}' in lines


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "line 1"),
        (b"   \n", "line 2"),
        (b"\0" * 64, "line 1"),
        (b"null", "not an object of tables"),
        (b"[]", "not an object of tables"),
        (b"7", "not an object of tables"),
        (b"{}", "schema number"),
        (b'\xef\xbb\xbf{"a":{}}', "BOM"),
        (b'{"a": "\xe9"}', "byte 7 is not UTF-8"),
        (f"{{{ABOUT}".encode(), "line 1"),
        (f"{{{ABOUT}}} <<<<<<<".encode(), "Extra data"),
        (f'{{{ABOUT},"sessions":[]}}'.encode(), "not an object of records"),
        (f'{{{ABOUT},"sessions":null}}'.encode(), "not an object of records"),
        (f'{{{ABOUT},"sessions":{{"1":"x"}}}}'.encode(), "not an object of records"),
        (f'{{{ABOUT},"sessions":{{"abc":{{}}}}}}'.encode(), "number is not a number"),
        (f'{{{ABOUT},"sessions":{{"-5":{{}}}}}}'.encode(), "number is not a number"),
        (f'{{{ABOUT},"sessions":{{" 1_0 ":{{}}}}}}'.encode(), "number is not a number"),
        (f'{{{ABOUT},"sessions":{{"1":{{}},"1":{{}}}}}}'.encode(), "appears twice"),
        (f'{{{ABOUT},"sessions":{{}},"sessions":{{}}}}'.encode(), "appears twice"),
        (f'{{{ABOUT},"sessions":{{"1":{{"a":NaN}}}}}}'.encode(), "NaN is not a finite number"),
        (f'{{{ABOUT},"sessions":{{"1":{{"a":-Infinity}}}}}}'.encode(), "not a finite number"),
        (f'{{{ABOUT},"sessions":{{"1":{{"a":1e999}}}}}}'.encode(), "1e999 is not a finite number"),
        (f'{{{ABOUT},"sessions":{{"1":{{"a":{"9" * 5000}}}}}}}'.encode(), "digits"),
        (b'{"x":' + b"[" * 100_000, "nested too deeply"),
        (b'{"footcoach":{"1":{"schema":true}}}', "schema number"),
        (b'{"footcoach":{"1":{"schema":"1"}}}', "schema number"),
    ],
)
def test_everything_else_is_damage_and_its_bytes_are_at_hand(content: bytes, said: str) -> None:
    with pytest.raises(DamagedError, match=said) as caught:
        parse_month(content)

    assert caught.value.content == content


@settings(deadline=None)
@given(st.data())
def test_a_file_cut_off_anywhere_is_damage(data: st.DataObject) -> None:
    whole = serialise_month(GOOD).rstrip()
    cut = data.draw(st.integers(0, len(whole) - 1))

    with pytest.raises(DamagedError):
        parse_month(whole[:cut])


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_no_bytes_do_more_than_be_refused(content: bytes) -> None:
    with pytest.raises(HistoryError):
        parse_month(content)


def test_a_newer_schema_is_not_damage() -> None:
    with pytest.raises(HistoryError, match="newer footcoach") as caught:
        parse_month(b'{"footcoach":{"1":{"schema":3}},"sessions":{}}')

    assert not isinstance(caught.value, DamagedError)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), {1, 2}, b"x", object()])
def test_what_json_cannot_hold_is_refused(value: object) -> None:
    with pytest.raises(HistoryError, match="cannot be saved"):
        serialise_month({"sessions": {"1": {"x": value}}})


def test_a_row_without_a_number_is_refused() -> None:
    with pytest.raises(HistoryError, match="number"):
        serialise_month({"sessions": {"not a number": {}}})
