"""Totals in a small table: this week, eight weeks, and all time."""

from textual.content import Content

from footcoach_tui.coach.progress import TrainingProgress
from footcoach_tui.coach.weeks import Adherence

_COLUMNS = ("this week", "8 weeks", "all time")
_LABEL = 11
_WIDE = (9, 12)
"""Columns of cells of a figure, where there is little room and where there is more."""
_ROOMY = _LABEL + len(_COLUMNS) * _WIDE[1]
_SMALL = _LABEL + len(_COLUMNS) * _WIDE[0]
"""Columns below which eight weeks are left out."""


def totals_card(seen: TrainingProgress, ever: Adherence, width: int = _ROOMY) -> Content:
    """Three columns of totals; `ever` is the adherence of all time."""
    wide = _WIDE[width >= _ROOMY]
    between = " of " if width >= _ROOMY else "/"
    week = Adherence(min(seen.week.sessions, seen.goal), seen.goal)
    rows: list[tuple[str, ...]] = [
        ("", *_COLUMNS),
        (
            "sessions",
            *_counted(seen.week.sessions, seen.eight_weeks.sessions, seen.all_time.sessions),
        ),
        ("minutes", *_counted(seen.week.minutes, seen.eight_weeks.minutes, seen.all_time.minutes)),
        ("sets", *_counted(seen.week.sets, seen.eight_weeks.sets, seen.all_time.sets)),
        ("as planned", *(_kept(one, between) for one in (week, seen.adherence, ever))),
    ]
    if width < _SMALL:
        rows = [(name, first, last) for name, first, _, last in rows]
    heads, *figures = (_row(row[0], row[1:], wide) for row in rows)
    lines = [Content.styled(heads, "$secondary")]
    lines.extend(Content(row).stylize("$secondary", 0, _LABEL) for row in figures)
    lines.append(Content(seen.sentences[1]))
    return Content("\n").join(lines)


def _row(name: str, cells: tuple[str, ...], wide: int) -> str:
    return f"{name:<{_LABEL}}" + "".join(f"{cell:>{wide}}" for cell in cells)


def _counted(*figures: int) -> tuple[str, ...]:
    return tuple(f"{one:,}" for one in figures)


def _kept(kept: Adherence, between: str) -> str:
    return f"{kept.done:,}{between}{kept.planned:,}" if kept.planned else "–"
