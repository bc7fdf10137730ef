"""A session is due until one is done today, wherever today is."""

from collections.abc import Callable, Iterable
from datetime import date

import pytest
from training_days import group_by_day

from footcoach_tui.coach.days import Day
from footcoach_tui.coach.due import DueStatus
from footcoach_tui.session.record import SessionRecord, SetOutcome

Done = Callable[..., SessionRecord]
TODAY = date(2026, 3, 1)


def due_after(days: Iterable[Day]) -> DueStatus:
    last = DueStatus.last_day(TODAY)
    latest = max((day.day for day in days if day.sessions and day.day <= last), default=None)
    return DueStatus.after(latest, TODAY)


@pytest.mark.parametrize("days", [[], [Day(TODAY)]], ids=["nothing", "a day without a session"])
def test_the_first_session_is_due(days: list[Day]) -> None:
    answer = due_after(days)

    assert (answer.is_due, answer.latest) == (True, None)
    assert answer.sentence == "A first session is waiting."


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        ("2026-02-28", "Next session: any time. The last one was yesterday."),
        ("2026-02-27", "Next session: any time. The last one was 2 days ago."),
        ("2025-03-01", "Next session: any time. The last one was 365 days ago."),
    ],
)
def test_a_session_on_another_day_leaves_today_due(
    make_record: Done, day: str, sentence: str
) -> None:
    answer = due_after(group_by_day([make_record("2024-02-29"), make_record(day)]))

    assert answer.is_due
    assert answer.latest == date.fromisoformat(day)
    assert answer.sentence == sentence


def test_after_todays_session_nothing_is_due(make_record: Done) -> None:
    answer = due_after(group_by_day([make_record("2026-03-01"), make_record("2026-02-20")]))

    assert not answer.is_due
    assert answer.sentence == "Today's session is done."
    assert answer.latest == TODAY


def test_a_session_that_does_not_count_leaves_it_due(make_record: Done) -> None:
    records = [make_record("2026-03-01", speed=60.0), make_record("2026-03-01", SetOutcome.SKIPPED)]

    assert due_after(group_by_day(records)).is_due


@pytest.mark.parametrize(
    ("started", "is_due"),
    [
        ("2026-02-28T23:59:59-11:00", True),  # 1 March in UTC
        ("2026-03-01T00:00:00+14:00", False),  # 28 February in UTC
        ("2026-03-01T23:30:00-08:00", False),
        ("2026-03-02T08:00:00+13:00", False),  # ahead of here: flown east over the date line
        ("2026-03-03T08:00:00+00:00", True),  # no journey explains that: a wrong clock
    ],
)
def test_the_day_is_the_one_of_the_place(make_record: Done, started: str, *, is_due: bool) -> None:
    assert due_after(group_by_day([make_record(started)])).is_due is is_due


def test_a_wrong_clock_long_ago_does_not_silence_it_for_ever(make_record: Done) -> None:
    answer = due_after(group_by_day([make_record("2031-01-01"), make_record("2026-02-28")]))

    assert answer.is_due
    assert answer.latest == date(2026, 2, 28)
