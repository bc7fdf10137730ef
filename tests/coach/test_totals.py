"""What all sessions come to."""

from collections.abc import Callable

from footcoach_tui.coach.totals import Totals, totals
from footcoach_tui.session.record import Outcome, SessionRecord

Done = Callable[..., SessionRecord]


def test_nothing_done_is_nothing() -> None:
    assert totals([]) == Totals(0, 0.0, 0)


def test_sessions_minutes_and_days_are_those_that_count(done: Done) -> None:
    records = [
        done("2026-03-01T07:00:00+01:00", seconds=610.0),
        done("2026-03-01T19:00:00+01:00", Outcome.CUT, seconds=200.0),
        done("2026-03-02", seconds=600.0),
        done("2026-03-03", speed=20.0),
        done("2026-03-04", Outcome.SKIPPED),
    ]

    assert totals(records) == Totals(sessions=3, seconds=1410.0, days=2)
    assert totals(records).minutes == 24
