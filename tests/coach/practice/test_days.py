"""Totals over days with sessions."""

from collections.abc import Callable
from datetime import date

from training_days import group_by_day

from footcoach_tui.coach.practice.days import Day, Totals
from footcoach_tui.session.record import SessionRecord, SetOutcome

Done = Callable[..., SessionRecord]


def test_nothing_done_is_nothing() -> None:
    assert Totals.from_days([]) == Totals(0, 0.0, 0, 0)
    assert Totals.from_days([Day(date(2026, 3, 1))]) == Totals()


def test_sessions_minutes_and_days_are_those_that_count(make_record: Done) -> None:
    records = [
        make_record("2026-03-01T07:00:00+01:00", seconds=610.0),
        make_record("2026-03-01T19:00:00+01:00", SetOutcome.CUT, seconds=200.0),
        make_record("2026-03-02", seconds=600.0),
        make_record("2026-03-03", speed=20.0),
        make_record("2026-03-04", SetOutcome.SKIPPED),
    ]

    assert Totals.from_days(group_by_day(records)) == Totals(
        sessions=3, seconds=1410.0, days=2, sets=3
    )
    assert Totals.from_days(group_by_day(records)).minutes == 24


def test_a_span_has_both_its_ends_in_it() -> None:
    days = [Day(date(2026, 3, day), 1, 60.0, 2) for day in (1, 2, 3, 4)]

    assert Totals.from_days(days, date(2026, 3, 2), date(2026, 3, 3)) == Totals(2, 120.0, 2, 4)
    assert Totals.from_days(days, first=date(2026, 3, 4)).days == 1
    assert Totals.from_days(days, last=date(2026, 2, 28)) == Totals()


def test_days_are_made_of_what_counts(make_record: Done) -> None:
    records = [
        make_record("2026-03-02", seconds=60.0),
        make_record("2026-03-01T23:30:00-08:00"),
        make_record("2026-03-01T07:00:00-08:00", SetOutcome.CUT),
        make_record("2026-03-03", SetOutcome.SKIPPED),
        make_record("2026-03-03", speed=2.0),
    ]

    assert group_by_day(records) == (
        Day(date(2026, 3, 1), sessions=2, seconds=1200.0, sets=2),
        Day(date(2026, 3, 2), sessions=1, seconds=60.0, sets=1),
    )
