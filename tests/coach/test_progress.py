from datetime import date

from footcoach_tui.coach.progress import Progress
from footcoach_tui.coach.weeks import Week

MONDAY = date(2026, 3, 9)


def test_progress_is_told_in_two_short_lines() -> None:
    told = Progress(Week(MONDAY, sessions=3, seconds=983), run=2).sentences

    assert told == ("3 sessions this week, 16 min", "2 weeks in a row with 3+")


def test_one_is_not_told_as_many() -> None:
    told = Progress(Week(MONDAY, sessions=1, seconds=60), run=1, goal=4).sentences

    assert told == ("1 session this week, 1 min", "1 week in a row with 4+")
