"""The trend of an exercise in words, and when a plot would show nothing."""

from datetime import date, timedelta

import pytest
from app_driver import OpenApp
from app_fixture import AppFixture
from past_sessions import add_session

from footcoach_tui.app.widgets.trend_view import flat_sentence
from footcoach_tui.coach.practice.trends import Measure, SideTrend, Trend, TrendPoint
from footcoach_tui.session.side import Side

FIRST = date(2026, 1, 5)


def side_trend(side: Side, *amounts: float) -> SideTrend:
    """A point a week: its reps or seconds, which are percents as well."""
    return SideTrend(
        side,
        tuple(
            TrendPoint(FIRST + timedelta(weeks=week), side, int(most), most, 1, most)
            for week, most in enumerate(amounts)
        ),
    )


def trend(*sides: SideTrend, measure: Measure = Measure.REPS, mixed: bool = False) -> Trend:
    return Trend("heel-raise", "Heel raise", measure, sides, mixed)


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        (
            trend(side_trend(Side.BOTH, 12, 12, 12)),
            "each of 3 weeks, from 5 Jan 2026 to 19 Jan 2026, the best set was 12 reps.",
        ),
        (trend(side_trend(Side.BOTH, 30, 30), measure=Measure.SECONDS), "was 30 s."),
        (trend(side_trend(Side.BOTH, 100, 100), mixed=True), "was all that was planned."),
        (trend(side_trend(Side.BOTH, 90, 90), mixed=True), "was 90 % of the plan."),
        (trend(side_trend(Side.LEFT, 8, 8), side_trend(Side.RIGHT, 8)), "was 8 reps."),
        (trend(side_trend(Side.LEFT, 8), side_trend(Side.RIGHT, 9)), "One week so far"),
    ],
)
def test_a_flat_trend_is_a_sentence(shown: Trend, words: str) -> None:
    assert words in flat_sentence(shown)


def test_a_trend_that_changes_is_a_plot() -> None:
    assert not flat_sentence(trend(side_trend(Side.BOTH, 12, 12, 11)))
    assert not flat_sentence(trend(side_trend(Side.LEFT, 8, 8), side_trend(Side.RIGHT, 9, 9)))
    assert not flat_sentence(trend())


async def test_a_flat_trend_has_no_empty_plot_and_its_title_is_not_cut(
    launch_coach: OpenApp, coach_fixture: AppFixture
) -> None:
    for days in (1, 8, 15):
        coach_fixture.add_session("rw-essential-three", days)
    async with launch_coach("", (80, 24)) as person:
        await person.press("h", "t")
        words = " ".join(person.text("#plot-title").split())
        assert words.endswith("from 25 Feb 2026 to 11 Mar 2026, the best set was 1:00.")
        assert not person.screen.query_one("#plot").display


async def test_on_a_small_screen_the_plot_has_its_rows_and_the_totals_are_a_key_away(
    launch_app: OpenApp, app_fixture: AppFixture
) -> None:
    for days in (1, 9):
        add_session(app_fixture, days=days)
    async with launch_app("", (60, 20)) as person:
        await person.press("h", "t", "j", "j")
        plot = person.screen.query_one("#plot")
        assert plot.display
        assert plot.region.bottom <= person.screen.query_one("#trend").region.bottom
        assert "1 Exercises   2 Trend   3 Totals" in person.text("#tabs")
        await person.press("3")
        assert "weekly goal" in person.text("#totals")
