"""The calendar: every day in its place, with one of five levels."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footcoach_tui.coach.practice.calendar import ActivityCalendar, CalendarDay
from footcoach_tui.coach.practice.days import Day
from footcoach_tui.text.day_names import MONTHS

WEDNESDAY = date(2026, 3, 11)


@pytest.mark.parametrize(
    ("seconds", "is_level"),
    [
        *((0.0, 0), (-1.0, 0), (0.5, 1), (299.9, 1), (300.0, 2), (599.9, 2)),
        *((600.0, 3), (1199.9, 3), (1200.0, 4), (86400.0, 4)),
    ],
)
def test_a_day_has_one_of_five_levels(seconds: float, is_level: int) -> None:
    assert CalendarDay(WEDNESDAY, Day(WEDNESDAY, seconds=seconds)).level == is_level


@given(st.dates(date(1971, 1, 1), date(2199, 1, 1)), st.integers(1, 60))
@settings(deadline=None)
def test_every_day_of_the_weeks_has_its_own_cell_in_the_row_of_its_weekday(
    today: date, count: int
) -> None:
    calendar = ActivityCalendar.from_days([], today, count)

    assert [len(column.cells) for column in calendar.columns] == [7] * count
    assert [len(row) for row in calendar.rows] == [count] * 7
    for weekday, row in enumerate(calendar.rows):
        assert all(cell is None or cell.day.weekday() == weekday for cell in row)
    days = [cell.day for column in calendar.columns for cell in column.cells if cell]
    first = today - timedelta(days=today.weekday(), weeks=count - 1)
    assert days == [first + timedelta(days=n) for n in range((today - first).days + 1)]


def test_a_whole_year_back_is_shown() -> None:
    calendar = ActivityCalendar.from_days([], WEDNESDAY)

    assert len(calendar.columns) == 53
    assert calendar.columns[0].monday == date(2025, 3, 10)
    assert calendar.columns[-1].cells[3:] == (None,) * 4


def test_what_was_done_stands_on_its_day() -> None:
    days = [Day(date(2026, 3, 9), 2, 980.0, 9), Day(date(2025, 3, 9), 1, 600.0, 3)]

    calendar = ActivityCalendar.from_days(days, WEDNESDAY)

    levels = [cell.level for column in calendar.columns for cell in column.cells if cell]
    assert levels == [0] * (52 * 7) + [3, 0, 0]
    monday, tuesday = calendar.columns[-1].cells[:2]
    assert monday is not None
    assert monday.sentence == "Mon 9 Mar 2026: 2 sessions, 16 min"
    assert tuesday is not None
    assert tuesday.sentence == "Tue 10 Mar 2026: no session"


def test_a_session_without_a_length_is_seen() -> None:
    cell = ActivityCalendar.from_days([Day(WEDNESDAY, 1, 0.0, 1)], WEDNESDAY).columns[-1].cells[2]

    assert cell is not None
    assert cell.level == 1
    assert cell.sentence.endswith(": 1 session, 0 min")


def test_a_day_to_come_has_a_cell_only_with_a_session_on_it() -> None:
    tomorrow = WEDNESDAY + timedelta(days=1)

    _, _, _, ahead, after, *_ = (
        ActivityCalendar.from_days([Day(tomorrow, 1, 60.0)], WEDNESDAY).columns[-1].cells
    )

    assert ahead is not None
    assert ahead.level == 1
    assert after is None


def test_months_stand_over_the_week_they_begin_in() -> None:
    calendar = ActivityCalendar.from_days([], WEDNESDAY, 12)

    assert [column.monday for column in calendar.columns if column.month] == [
        date(2025, 12, 29),
        date(2026, 1, 26),
        date(2026, 2, 23),
    ]
    assert calendar.month_labels(1) == " Jan Feb Mar"
    assert calendar.month_labels(2) == "  Jan     Feb     Mar   "


@pytest.mark.parametrize(
    ("today", "count", "line"),
    [
        (date(2026, 3, 11), 1, " "),  # no room for any
        (date(2026, 3, 11), 3, "Mar"),
        (date(2026, 3, 1), 4, "Feb "),  # March began in the last week, and has no room there
        (date(2026, 3, 15), 6, "   Mar"),  # so little of February that it has none either
        (date(2026, 3, 22), 8, "Feb Mar "),
    ],
)
def test_a_month_without_room_is_left_out(today: date, count: int, line: str) -> None:
    assert ActivityCalendar.from_days([], today, count).month_labels(1) == line


@given(st.dates(date(1971, 1, 1), date(2199, 1, 1)), st.integers(0, 60), st.integers(1, 4))
@settings(deadline=None)
def test_the_line_of_months_is_as_wide_as_the_weeks_and_has_whole_names(
    today: date, count: int, wide: int
) -> None:
    line = ActivityCalendar.from_days([], today, count).month_labels(wide)

    assert len(line) == count * wide
    assert set(line.split()) <= set(MONTHS)


def test_a_day_of_pain_has_a_cell_that_says_so() -> None:
    later = WEDNESDAY + timedelta(days=1)

    calendar = ActivityCalendar.from_days([Day(WEDNESDAY, 1, 300.0, 2)], WEDNESDAY, 1, {later: 7})

    cells = [cell for cell in calendar.columns[0].cells if cell]
    assert [cell.pain for cell in cells] == [None, None, None, 7]
    assert cells[-1].sentence == "Thu 12 Mar 2026: no session, pain 7"
