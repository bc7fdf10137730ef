"""Weeks from Monday to Sunday, on the local days of the place, and progress against a goal."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from training_days import group_by_day

from footcoach_tui.coach.practice.days import Day, Totals
from footcoach_tui.coach.practice.weeks import (
    Adherence,
    Streak,
    TrainingProgress,
    Week,
    monday_of,
    recent_weeks,
)
from footcoach_tui.session.record import SessionRecord, SetOutcome

Done = Callable[..., SessionRecord]
WeekOf = Callable[[str, int], list[SessionRecord]]

MONDAY = date(2026, 3, 9)
WEDNESDAY = date(2026, 3, 11)


def _this_week(days: Iterable[Day], today: date) -> Week:
    return recent_weeks(days, today)[-1]


@pytest.mark.parametrize(
    ("day", "monday"),
    [
        ("2026-03-09", "2026-03-09"),
        ("2026-03-15", "2026-03-09"),
        ("2026-12-31", "2026-12-28"),
        ("2027-01-01", "2026-12-28"),  # ISO week 53 of 2026
        ("2027-01-03", "2026-12-28"),
        ("2027-01-04", "2027-01-04"),
        ("2024-02-29", "2024-02-26"),
        ("2024-03-03", "2024-02-26"),
        ("2024-12-30", "2024-12-30"),  # ISO week 1 of 2025
    ],
)
def test_a_week_begins_on_monday_whatever_the_year(day: str, monday: str) -> None:
    assert monday_of(date.fromisoformat(day)) == date.fromisoformat(monday)


@given(st.dates(date(1970, 1, 5), date(2199, 12, 31)))
@settings(deadline=None)
def test_weeks_are_those_of_the_iso_calendar(day: date) -> None:
    year, number, _ = day.isocalendar()

    assert monday_of(day) == date.fromisocalendar(year, number, 1)


def test_this_week_has_its_sessions_and_minutes(make_record: Done) -> None:
    records = [
        make_record("2026-03-08"),
        make_record("2026-03-09", seconds=590.0),
        make_record("2026-03-11", seconds=400.0),
        make_record("2026-03-16"),
    ]

    week = _this_week(group_by_day(records), WEDNESDAY)

    assert week == Week(date(2026, 3, 9), sessions=2, seconds=990.0, sets=2)
    assert week.minutes == 16


def test_an_empty_week_is_a_week(make_record: Done) -> None:
    assert _this_week([], WEDNESDAY) == Week(date(2026, 3, 9))
    assert _this_week(group_by_day([make_record("2026-03-01")]), WEDNESDAY).sessions == 0


def test_only_what_counts_is_counted(make_record: Done) -> None:
    records = [
        make_record("2026-03-09", speed=10.0),
        make_record("2026-03-09", SetOutcome.SKIPPED),
        make_record("2026-03-09", exercises=()),
        make_record("2026-03-09", SetOutcome.CUT),
    ]

    assert _this_week(group_by_day(records), WEDNESDAY).sessions == 1
    assert Streak.from_days(group_by_day(records), WEDNESDAY, goal=2).weeks == 0
    assert Streak.from_days(group_by_day(records), WEDNESDAY, goal=1).weeks == 1


def test_the_last_weeks_are_shown_with_the_present_one_last(make_week: WeekOf) -> None:
    records = make_week("2026-02-23", 2) + make_week("2026-03-09", 1)

    weeks = recent_weeks(group_by_day(records), WEDNESDAY, 4)

    assert [week.monday for week in weeks] == [
        date(2026, 2, 16),
        date(2026, 2, 23),
        date(2026, 3, 2),
        date(2026, 3, 9),
    ]
    assert [week.sessions for week in weeks] == [0, 2, 0, 1]


def test_a_session_counts_on_the_day_it_was_where_it_was(make_record: Done) -> None:
    records = [
        make_record("2026-03-08T23:30:00-08:00"),  # Sunday in Los Angeles, Monday in UTC
        make_record("2026-03-09T00:30:00+13:00"),  # Monday in Auckland, Sunday in UTC
    ]

    assert _this_week(group_by_day(records), WEDNESDAY).sessions == 1


def test_the_nights_when_clocks_change_are_like_others(make_record: Done) -> None:
    spring = [make_record("2026-03-29T01:30:00+01:00"), make_record("2026-03-29T03:30:00+02:00")]
    autumn = [make_record("2026-10-25T02:30:00+02:00"), make_record("2026-10-25T02:30:00+01:00")]
    edge = [make_record("2026-10-25T23:59:59+01:00"), make_record("2026-10-26T00:00:00+01:00")]

    assert _this_week(group_by_day(spring), date(2026, 3, 29)).sessions == 2
    assert _this_week(group_by_day(autumn), date(2026, 10, 25)).sessions == 2
    assert _this_week(group_by_day(edge), date(2026, 10, 25)).sessions == 1


def test_a_run_is_weeks_in_a_row_with_enough_sessions(make_week: WeekOf) -> None:
    records = make_week("2026-02-16", 3) + make_week("2026-02-23", 5) + make_week("2026-03-02", 3)

    assert Streak.from_days(group_by_day(records), WEDNESDAY).weeks == 3
    assert Streak.from_days(group_by_day(records), WEDNESDAY, goal=5).weeks == 0
    assert Streak.from_days([], WEDNESDAY).weeks == 0


@pytest.mark.parametrize(("sessions", "weeks"), [(0, 1), (2, 1), (3, 2), (7, 2)])
def test_the_present_week_counts_when_met_and_breaks_nothing_before(
    make_week: WeekOf, sessions: int, weeks: int
) -> None:
    records = make_week("2026-03-02", 3) + make_week("2026-03-09", sessions)

    assert Streak.from_days(group_by_day(records), WEDNESDAY).weeks == weeks


def test_a_missed_day_costs_nothing_and_a_missed_week_ends_the_run(make_week: WeekOf) -> None:
    records = make_week("2026-02-16", 3) + make_week("2026-02-23", 2) + make_week("2026-03-02", 3)

    assert Streak.from_days(group_by_day(records), WEDNESDAY).weeks == 1


def test_weeks_can_be_forgiven(make_week: WeekOf) -> None:
    records = make_week("2026-02-09", 3) + make_week("2026-02-23", 3) + make_week("2026-03-02", 2)

    assert Streak.from_days(group_by_day(records), WEDNESDAY, forgiven=0).weeks == 0
    assert Streak.from_days(group_by_day(records), WEDNESDAY, forgiven=1).weeks == 1
    assert Streak.from_days(group_by_day(records), WEDNESDAY, forgiven=2).weeks == 2
    assert Streak.from_days(group_by_day(records), WEDNESDAY, forgiven=10**9).weeks == 2


def test_one_week_in_eight_may_fall_short_for_as_long_as_the_run_lasts() -> None:
    monday = date(2026, 3, 9)
    seven_of_eight = [Day(monday - timedelta(weeks=n), 3) for n in range(1, 53) if n % 8]
    six_of_seven = [Day(monday - timedelta(weeks=n), 3) for n in range(1, 53) if n % 7]

    assert Streak.from_days(seven_of_eight, WEDNESDAY, forgiven=1) == Streak(weeks=46, missed=6)
    assert Streak.from_days(six_of_seven, WEDNESDAY, forgiven=1) == Streak(weeks=12, missed=1)


def test_a_short_week_before_all_others_is_not_passed_over(make_week: WeekOf) -> None:
    records = make_week("2026-02-23", 1) + make_week("2026-03-02", 3)

    assert Streak.from_days(group_by_day(records), WEDNESDAY, forgiven=1) == Streak(
        weeks=1, missed=0
    )


def test_a_run_goes_on_over_the_turn_of_the_year_and_a_week_53(make_week: WeekOf) -> None:
    mondays = ["2026-12-14", "2026-12-21", "2026-12-28", "2027-01-04", "2027-01-11"]
    records = [record for monday in mondays for record in make_week(monday, 3)]

    assert Streak.from_days(group_by_day(records), date(2027, 1, 12)).weeks == 5


def test_a_run_goes_on_over_a_leap_day(make_week: WeekOf) -> None:
    records = make_week("2024-02-19", 3) + make_week("2024-02-26", 4) + make_week("2024-03-04", 3)

    assert Streak.from_days(group_by_day(records), date(2024, 3, 10)).weeks == 3


def test_a_traveller_who_lost_a_day_to_the_date_line_keeps_the_run(make_record: Done) -> None:
    records = [
        *(make_record(f"2026-04-{day}T21:00:00-07:00") for day in (28, 29, 30)),
        make_record("2026-05-02T21:00:00-07:00"),
        *(
            make_record(f"2026-05-0{day}T21:00:00+12:00") for day in (4, 5, 6)
        ),  # 3 May was never lived
    ]

    assert Streak.from_days(group_by_day(records), date(2026, 5, 6)).weeks == 2


@given(
    days=st.lists(st.integers(0, 200), max_size=60),
    today=st.integers(0, 200),
    goal=st.integers(1, 4),
    forgiven=st.integers(0, 3),
)
@settings(deadline=None)
def test_one_session_more_never_makes_a_run_shorter(
    make_record: Done, days: list[int], today: int, goal: int, forgiven: int
) -> None:
    start = date(2026, 1, 1)
    records = [make_record(str(start + timedelta(days=day))) for day in days]
    now = start + timedelta(days=today)

    runs = [
        Streak.from_days(group_by_day(records[:count]), now, goal, forgiven).weeks
        for count in range(len(records) + 1)
    ]

    assert runs == sorted(runs)


def test_sessions_kept_are_counted_of_those_planned(make_week: WeekOf) -> None:
    records = make_week("2026-02-23", 2) + make_week("2026-03-02", 5) + make_week("2026-03-09", 1)

    share = Adherence.from_days(group_by_day(records), WEDNESDAY)

    assert share == Adherence(done=2 + 3 + 1, planned=3 + 3 + 1)
    assert share.percent == 85


def test_eight_weeks_back_are_looked_at_and_no_more(make_week: WeekOf) -> None:
    records = make_week("2025-06-02", 3) + make_week("2026-03-02", 3)

    assert Adherence.from_days(group_by_day(records), WEDNESDAY) == Adherence(done=3, planned=7 * 3)


def test_before_anything_was_planned_there_is_no_share() -> None:
    assert Adherence.from_days([], WEDNESDAY) == Adherence(0, 0)
    assert Adherence.from_days([], WEDNESDAY).percent is None


def test_progress_is_two_short_lines() -> None:
    sentences = TrainingProgress(Week(MONDAY, sessions=3, seconds=983), Streak(2)).sentences

    assert sentences == ("3 sessions this week, 16 min", "2 weeks in a row with 3 or more")


def test_one_session_is_not_written_as_many() -> None:
    sentences = TrainingProgress(Week(MONDAY, sessions=1, seconds=60), Streak(1), goal=4).sentences

    assert sentences == ("1 session this week, 1 min", "1 week in a row with 4 or more")


def test_a_missed_week_is_mentioned() -> None:
    sentences = TrainingProgress(Week(MONDAY), Streak(6, missed=1)).sentences

    assert sentences[1] == "6 weeks in a row with 3 or more (1 lighter)"


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

    progress = TrainingProgress.from_days(iter(days), WEDNESDAY, goal=2)

    assert progress.week == Week(MONDAY, 1, 400.0, 6)
    assert progress.eight_weeks == Totals(sessions=4, seconds=900.0, days=3, sets=15)
    assert progress.all_time == Totals(sessions=6, seconds=1500.0, days=5, sets=25)
    assert progress.adherence == Adherence(done=1 + 2 + 1, planned=7 * 2 + 1)
    assert progress.streak == Streak(1)


def test_a_week_of_rest_is_forgiven() -> None:
    full = [MONDAY - timedelta(weeks=back) for back in (1, 3, 4)]

    progress = TrainingProgress.from_days([Day(monday, 3) for monday in full], WEDNESDAY)

    assert progress.streak == Streak(weeks=3, missed=1)


@pytest.mark.parametrize(
    ("goal", "line"), [(3, "Aim: 3 sessions a week"), (1, "Aim: 1 session a week")]
)
def test_before_the_first_whole_week_the_aim_is_named(goal: int, line: str) -> None:
    assert TrainingProgress.from_days([], date(2026, 3, 4), goal).sentences[1] == line
