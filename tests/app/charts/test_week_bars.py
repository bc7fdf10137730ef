from datetime import date

from footcoach_tui.app.charts.week_bars import week_bars
from footcoach_tui.coach.practice.weeks import Week


def test_bars_of_weeks_are_as_high_as_their_sessions() -> None:
    mondays = [date(2026, 2, 23), date(2026, 3, 2), date(2026, 3, 9)]
    weeks = [Week(monday, count) for monday, count in zip(mondays, (0, 4, 2), strict=True)]
    rows = week_bars(weeks, 3).plain.split("\n")
    assert rows[0].split() == ["0", "4", "✓", "2"]
    assert [row.count("█████") for row in rows[1:5]] == [1, 1, 2, 2]
    assert week_bars([], 3).plain.split() == []
