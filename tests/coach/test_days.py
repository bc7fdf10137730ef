"""What all sessions come to."""

from collections.abc import Callable
from datetime import date

from footcoach_tui.coach.days import Day, Totals, group_by_day, totals
from footcoach_tui.session.record import SessionRecord, SetOutcome

Done = Callable[..., SessionRecord]


def test_nothing_done_is_nothing() -> None:
    assert totals([]) == Totals(0, 0.0, 0, 0)
    assert totals([Day(date(2026, 3, 1))]) == Totals()


def test_sessions_minutes_and_days_are_those_that_count(make_record: Done) -> None:
    records = [
        make_record("2026-03-01T07:00:00+01:00", seconds=610.0),
        make_record("2026-03-01T19:00:00+01:00", SetOutcome.CUT, seconds=200.0),
        make_record("2026-03-02", seconds=600.0),
        make_record("2026-03-03", speed=20.0),
        make_record("2026-03-04", SetOutcome.SKIPPED),
    ]

    assert totals(group_by_day(records)) == Totals(sessions=3, seconds=1410.0, days=2, sets=3)
    assert totals(group_by_day(records)).minutes == 24


def test_a_span_has_both_its_ends_in_it() -> None:
    days = [Day(date(2026, 3, day), 1, 60.0, 2) for day in (1, 2, 3, 4)]

    assert totals(days, date(2026, 3, 2), date(2026, 3, 3)) == Totals(2, 120.0, 2, 4)
    assert totals(days, first=date(2026, 3, 4)).days == 1
    assert totals(days, last=date(2026, 2, 28)) == Totals()
