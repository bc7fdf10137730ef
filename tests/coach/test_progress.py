from collections.abc import Callable
from datetime import date, timedelta

from footcoach_tui.coach.days import Day, Totals, group_by_day
from footcoach_tui.coach.progress import TrainingProgress, training_progress
from footcoach_tui.coach.weeks import Adherence, Streak, Week
from footcoach_tui.session.record import SessionRecord, SetOutcome

Done = Callable[..., SessionRecord]

MONDAY = date(2026, 3, 9)
WEDNESDAY = date(2026, 3, 11)


def test_progress_is_told_in_two_short_lines() -> None:
    told = TrainingProgress(Week(MONDAY, sessions=3, seconds=983), Streak(2)).sentences

    assert told == ("3 sessions this week, 16 min", "2 weeks in a row with 3+")


def test_one_is_not_told_as_many() -> None:
    told = TrainingProgress(Week(MONDAY, sessions=1, seconds=60), Streak(1), goal=4).sentences

    assert told == ("1 session this week, 1 min", "1 week in a row with 4+")


def test_a_week_that_was_passed_over_is_told() -> None:
    told = TrainingProgress(Week(MONDAY), Streak(6, missed=1)).sentences

    assert told[1] == "6 weeks in a row with 3+, 1 off"


def test_the_week_the_eight_weeks_and_all_time_are_added_up() -> None:
    sunday = MONDAY - timedelta(days=1)
    eight_back = MONDAY - timedelta(weeks=7)
    days = [
        Day(eight_back - timedelta(days=1), 1, 100.0, 3),
        Day(eight_back, 1, 200.0, 4),
        Day(sunday, 2, 300.0, 5),
        Day(MONDAY, 1, 400.0, 6),
        Day(MONDAY + timedelta(days=7), 1, 500.0, 7),
    ]

    seen = training_progress(iter(days), WEDNESDAY, goal=2)

    assert seen.week == Week(MONDAY, 1, 400.0, 6)
    assert seen.eight_weeks == Totals(sessions=4, seconds=900.0, days=3, sets=15)
    assert seen.all_time == Totals(sessions=6, seconds=1500.0, days=5, sets=25)
    assert seen.adherence == Adherence(done=1 + 2 + 1, planned=7 * 2 + 1)
    assert seen.streak == Streak(1)


def test_a_week_of_rest_is_forgiven() -> None:
    full = [MONDAY - timedelta(weeks=back) for back in (1, 3, 4)]

    seen = training_progress([Day(monday, 3) for monday in full], WEDNESDAY)

    assert seen.streak == Streak(weeks=3, missed=1)


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
