"""Ids of sessions: unique, and sorted by time."""

from datetime import UTC, datetime, timedelta

import pytest

from footcoach_tui.history.ids import is_id, new_id

MOMENT = datetime(2026, 3, 4, 7, tzinfo=UTC)


def test_ids_of_one_moment_share_their_time_and_nothing_else() -> None:
    one, other = new_id(MOMENT), new_id(MOMENT)

    assert one != other
    assert one[:10] == other[:10]


def test_an_id_begins_with_its_time_as_the_specification_of_ulids_writes_it() -> None:
    moment = datetime(2016, 7, 30, 22, 36, 16, 385_000, UTC)
    assert new_id(moment).startswith("01ARYZ6S41")


def test_a_later_session_has_the_greater_id() -> None:
    assert new_id(MOMENT) < new_id(MOMENT + timedelta(milliseconds=1))
    assert new_id(MOMENT) > new_id(MOMENT - timedelta(days=400))


def test_a_new_id_is_one() -> None:
    assert is_id(new_id(MOMENT))


@pytest.mark.parametrize("text", ["", "01ARZ3", "8" * 26, "I" * 26, "0" * 27, "0" * 25 + "\n"])
def test_other_texts_are_not(text: str) -> None:
    assert not is_id(text)
