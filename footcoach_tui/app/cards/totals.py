"""Totals in a small table: this week, eight weeks, and all time."""

from textual.content import Content

from footcoach_tui.coach.practice.weeks import Adherence, TrainingProgress

_COLUMNS = ("this week", "8 weeks", "all time")
_LABEL_COLUMNS = 11
_NARROW_CELL, _WIDE_CELL = 9, 12
"""Columns of a number on a narrow and on a wide screen."""
_MIN_WIDE_COLUMNS = _LABEL_COLUMNS + len(_COLUMNS) * _WIDE_CELL
_MIN_COLUMNS_FOR_EIGHT_WEEKS = _LABEL_COLUMNS + len(_COLUMNS) * _NARROW_CELL


def totals_card(
    progress: TrainingProgress, all_time: Adherence, width: int = _MIN_WIDE_COLUMNS
) -> Content:
    """Three columns of totals; `all_time` is the adherence of all time."""
    cell_width = _WIDE_CELL if width >= _MIN_WIDE_COLUMNS else _NARROW_CELL
    between = " of " if width >= _MIN_WIDE_COLUMNS else "/"
    week = Adherence(min(progress.week.sessions, progress.goal), progress.goal)
    periods = (progress.week, progress.eight_weeks, progress.all_time)
    rows: list[tuple[str, ...]] = [
        ("", *_COLUMNS),
        ("sessions", *(f"{period.sessions:,}" for period in periods)),
        ("minutes", *(f"{period.minutes:,}" for period in periods)),
        ("sets", *(f"{period.sets:,}" for period in periods)),
        (
            "weekly goal",
            *(_adherence(adherence, between) for adherence in (week, progress.adherence, all_time)),
        ),
    ]
    if width < _MIN_COLUMNS_FOR_EIGHT_WEEKS:
        rows = [(name, first, last) for name, first, _, last in rows]
    header, *rows_below = (_row(row[0], row[1:], cell_width) for row in rows)
    lines = [Content.styled(header, "$secondary")]
    lines.extend(Content(row).stylize("$secondary", 0, _LABEL_COLUMNS) for row in rows_below)
    lines.append(Content(progress.sentences[1]))
    return Content("\n").join(lines)


def _row(name: str, cells: tuple[str, ...], cell_width: int) -> str:
    return f"{name:<{_LABEL_COLUMNS}}" + "".join(f"{cell:>{cell_width}}" for cell in cells)


def _adherence(adherence: Adherence, between: str) -> str:
    return f"{adherence.done:,}{between}{adherence.planned:,}" if adherence.planned else "–"
