"""Ids of sessions: unique, and sorted by time."""

from calendar import monthrange
from datetime import UTC, datetime, timedelta

import pytest

from footcoach_tui.history.ids import ids_of_other_months, is_id, month_of_id, new_id

MOMENT = datetime(2026, 3, 4, 7, tzinfo=UTC)


def test_ids_of_one_moment_share_their_time_and_nothing_else() -> None:
    one, other = new_id(MOMENT), new_id(MOMENT)

    assert one != other
    assert one[:10] == other[:10]


def test_a_later_session_has_the_greater_id() -> None:
    assert new_id(MOMENT) < new_id(MOMENT + timedelta(milliseconds=1))
    assert new_id(MOMENT) > new_id(MOMENT - timedelta(days=400))


def test_a_new_id_is_one() -> None:
    assert is_id(new_id(MOMENT))


@pytest.mark.parametrize("text", ["", "01ARZ3", "8" * 26, "I" * 26, "0" * 27, "0" * 25 + "\n"])
def test_other_texts_are_not(text: str) -> None:
    assert not is_id(text)


@pytest.mark.parametrize("first", ["1970-01-01", "2026-02-01", "2026-12-01", "9999-12-01"])
def test_an_id_is_a_guest_in_every_month_but_that_of_its_own_moment(first: str) -> None:
    begin = datetime.fromisoformat(f"{first}T00:00:00+00:00")
    end = begin + timedelta(days=monthrange(begin.year, begin.month)[1], milliseconds=-1)
    within = [new_id(begin), new_id(end)]

    assert {month_of_id(identity) for identity in within} == {first[:7]}
    assert ids_of_other_months(first[:7], within) == []
    assert ids_of_other_months("2026-03", within) == within
    others = [new_id(MOMENT), "7" * 26]  # the second is of the year 10889
    assert ids_of_other_months(first[:7], others) == others
