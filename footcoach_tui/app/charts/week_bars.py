"""Sessions of the latest weeks as bars."""

from collections.abc import Iterable

from textual.content import Content

from footcoach_tui.coach.practice.weeks import Week
from footcoach_tui.text.day_names import MONTHS

_BAR_ROWS = 4
_EIGHTHS = " ▁▂▃▄▅▆▇█"
_WEEK_COLUMNS, _BAR_COLUMNS = 8, 5
"""Columns of a week, and of its bar."""


def week_bars(weeks: Iterable[Week], goal: int) -> Content:
    """Sessions a week, oldest first; weeks that met the goal have a ✓ beside their number."""
    weeks = tuple(weeks)
    most = max((week.sessions for week in weeks), default=0) or 1
    heights = [round(week.sessions / most * _BAR_ROWS * 8) for week in weeks]
    figures = (f"{week.sessions}{' ✓' if week.sessions >= goal else ''}" for week in weeks)
    days = (f"{week.monday.day} {MONTHS[week.monday.month - 1]}" for week in weeks)
    lines = [Content.styled("".join(f"{label:<{_WEEK_COLUMNS}}" for label in figures).rstrip())]
    for row in reversed(range(_BAR_ROWS)):
        cells = (_EIGHTHS[max(0, min(8, height - row * 8))] * _BAR_COLUMNS for height in heights)
        bars = "".join(f"{cell:<{_WEEK_COLUMNS}}" for cell in cells)
        lines.append(Content.styled(bars.rstrip() or " ", "$primary"))
    lines.append(
        Content.styled("".join(f"{day:<{_WEEK_COLUMNS}}" for day in days).rstrip(), "$secondary")
    )
    return Content("\n").join(lines)
