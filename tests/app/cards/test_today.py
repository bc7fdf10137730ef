"""The card of today in as many lines as there is room for."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from footcoach_tui.app.cards.today import today_text
from footcoach_tui.coach.today.card import DayMark, Notice, TodayCard, WeekCell

MONDAY = date(2026, 3, 2)
MARKS = (DayMark.DONE, DayMark.NONE, DayMark.LIGHTER, *(DayMark.NONE,) * 4)
CARD = TodayCard(
    day=MONDAY + timedelta(days=2),
    answer="yes",
    rule="weekday",
    heading="Today",
    sentence="Today: stage 2, about 22 minutes.",
    routine="foot-core-8wk-l2",
    title="Foot core L2: two feet",
    minutes=22,
    equipment=("chair", "towel"),
    begin="Start",
    week=tuple(
        WeekCell(MONDAY + timedelta(days=n), mark, is_planned=n in (0, 2, 4), is_today=n == 2)
        for n, mark in enumerate(MARKS)
    ),
    week_line="2 of 3 this week",
    keeping="9 of 12 planned sessions done.",
)


def lines_of(card: TodayCard, columns: int, lines: int, waiting: str = "") -> list[str]:
    return [line.rstrip() for line in today_text(card, waiting, columns, lines).plain.split("\n")]


def test_with_room_the_week_stands_beside_title_reason_and_key() -> None:
    assert lines_of(CARD, 100, 6) == [
        f"{left:<74}{right}".rstrip()
        for left, right in (
            ("▶ Foot core L2: two feet  22 min · chair, towel", "M  T  W  T  F  S  S"),
            ("  Today: stage 2, about 22 minutes.", "■  ·  ◧  ·  ○  ·  ·"),
            ("  9 of 12 planned sessions done.", "2 of 3 this week"),
            ("", "■ done ◧ lighter ○ planned"),
            ("  space Start", ""),
        )
    ]


def test_three_lines_keep_the_key_and_the_week() -> None:
    shown = lines_of(CARD, 76, 3)
    assert shown[0].startswith("▶ Foot core L2: two feet")
    assert "space Start" in shown[0]
    assert shown[1].endswith("■ · ◧ · ○ · ·")
    assert shown[2].rstrip().endswith("2 of 3 this week")


@pytest.mark.parametrize(("columns", "lines"), [(58, 2), (38, 1), (100, 6), (76, 3), (20, 1)])
def test_no_line_is_wider_than_the_screen_and_none_too_many(columns: int, lines: int) -> None:
    shown = lines_of(CARD, columns, lines, "go on with The essential three")
    assert len(shown) <= max(lines, 5)
    assert all(len(line) <= columns for line in shown)
    assert "space Start" in "\n".join(shown)


def test_a_waiting_session_comes_before_how_the_plan_is_kept() -> None:
    assert lines_of(CARD, 100, 6, "go on with it")[2].startswith("  R go on with it")


def test_an_open_flag_comes_first_and_may_take_more_lines() -> None:
    advice = "Stop running and hopping until somebody has looked at it. " * 2
    card = replace(CARD, notices=(Notice("bone-point", advice.strip()),))
    shown = lines_of(card, 76, 3, "go on with it")
    assert shown[2].startswith("  ! Stop running")
    assert len(shown) == 5


def test_a_rest_day_says_so_and_offers_gentle_minutes() -> None:
    card = replace(
        CARD,
        heading="Rest day",
        sentence="Next session from Friday on.",
        title="Gentle minutes",
        begin="Gentle minutes",
    )
    shown = lines_of(card, 58, 2)
    assert shown[1] == "  Rest day. Next session from Friday on."
    assert shown[0].endswith("space Gentle minutes")


def test_without_anything_to_begin_the_heading_stands_alone() -> None:
    card = replace(CARD, routine="", title="", begin="", heading="Paused", sentence="Until Monday.")
    assert lines_of(card, 58, 2) == ["Paused", "  Until Monday."]


def test_a_sentence_that_begins_with_the_heading_is_the_title() -> None:
    card = replace(CARD, routine="", title="", begin="", heading="Done for today", keeping="")
    card = replace(card, sentence="Done for today. Next: Wednesday.")
    assert lines_of(card, 58, 2) == ["Done for today. Next: Wednesday."]


def test_the_only_line_is_about_plans_for_a_newcomer() -> None:
    card = replace(CARD, sentence="Any time is fine.", plan_offer="With a plan: five minutes.")
    assert lines_of(card, 58, 2)[1] == "  P With a plan: five minutes."
    assert lines_of(card, 100, 6)[1].startswith("  Any time is fine.")
