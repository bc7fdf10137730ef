"""Days in a query mean what a person means by them, on the day they type it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footcoach_tui.history.query.dates import parse_days

TODAY = date(2026, 3, 31)
"""A Tuesday."""
FORMS = "30d, 2w, 3m, 1y, yesterday, monday, 2026, 2026-10 or 2026-10-05"


def days(period: tuple[date, date]) -> str:
    first, last = map(str, period)
    return first if first == last else f"{first} {last}"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("today", "2026-03-31"),
        ("Yesterday", "2026-03-30"),
        ("tuesday", "2026-03-31"),
        ("wednesday", "2026-03-25"),
        ("mon", "2026-03-30"),
        ("0d", "2026-03-31"),
        ("30d", "2026-03-01"),
        ("2w", "2026-03-17"),
        ("1m", "2026-02-28"),
        ("3M", "2025-12-31"),
        ("13m", "2025-02-28"),
        ("1y", "2025-03-31"),
        ("99999y", "0001-01-01"),
        ("99999w", "0109-09-24"),
        ("2026", "2026-01-01 2026-12-31"),
        ("2024-02", "2024-02-01 2024-02-29"),
        ("2026-3", "2026-03-01 2026-03-31"),
        ("2026-12", "2026-12-01 2026-12-31"),
        ("2026-10-05", "2026-10-05"),
        ("2026-1-5", "2026-01-05"),
        ("2026-W41", "2026-10-05 2026-10-11"),
        ("2026-w1", "2025-12-29 2026-01-04"),
        ("2026-W53", "2026-12-28 2027-01-03"),
        ("9999-W52", "9999-12-27 9999-12-31"),
    ],
)
def test_a_text_means_these_days(text: str, period: str) -> None:
    assert days(parse_days("since", text, TODAY)) == period


def test_a_year_ago_on_a_leap_day_is_the_last_of_february() -> None:
    assert days(parse_days("since", "1y", date(2024, 2, 29))) == "2023-02-28"
    assert days(parse_days("since", "4y", date(2024, 2, 29))) == "2020-02-29"


@pytest.mark.parametrize(
    ("text", "week"),
    [
        ("this", "2026-03-30 2026-04-05"),
        ("LAST", "2026-03-23 2026-03-29"),
        ("2026-W41", "2026-10-05 2026-10-11"),
        ("2026-03-29", "2026-03-23 2026-03-29"),
        ("yesterday", "2026-03-30 2026-04-05"),
        ("2w", "2026-03-16 2026-03-22"),
    ],
)
def test_weeks_begin_on_monday(text: str, week: str) -> None:
    assert days(parse_days("week", text, TODAY)) == week


def test_a_stretch_goes_from_the_first_day_of_one_to_the_last_of_the_other() -> None:
    assert days(parse_days("on", "2025-12..2026-02", TODAY)) == "2025-12-01 2026-02-28"
    assert days(parse_days("on", "2w..yesterday", TODAY)) == "2026-03-17 2026-03-30"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2026-02-30", "“2026-02-30” is not a calendar date"),
        ("2026-13", "“2026-13” is not a calendar date"),
        ("2025-W53", "“2025-w53” is not a calendar date"),
        ("0000", "“0000” is not a calendar date"),
        ("yesteday", "“yesteday” is not a day: did you mean “yesterday”?"),
        ("2 weeks", f"“2 weeks” is not a day: write {FORMS}"),
        ("٣d", f"“٣d” is not a day: write {FORMS}"),
    ],
)
def test_what_is_no_day_is_told_in_a_sentence(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=r".") as caught:
        parse_days("since", text, TODAY)
    assert str(caught.value) == message


def test_a_misspelt_week_is_told() -> None:
    with pytest.raises(ValueError, match="“lst” is not a week: did you mean “last”"):
        parse_days("week", "lst", TODAY)


@given(st.dates(), st.integers(0, 99999), st.sampled_from("dwmy"))
def test_a_length_back_is_never_after_today(today: date, count: int, unit: str) -> None:
    first, last = parse_days("since", f"{count}{unit}", today)
    assert date.min <= first == last <= today


@given(st.dates())
def test_the_week_of_a_day_is_its_iso_week(day: date) -> None:
    first, last = parse_days("week", day.isoformat(), TODAY)
    assert first <= day <= last
    assert first.weekday() == 0
    year, week, _ = day.isocalendar()
    if year <= date.max.year:
        assert parse_days("since", f"{year:04}-W{week}", TODAY) == (first, last)
