"""Totals in a small table: this week, eight weeks, and all time."""

from textual.content import Content

from footcoach_tui.coach.progress import Progress
from footcoach_tui.coach.weeks import Kept

_COLUMNS = ("this week", "8 weeks", "all time")
_LABEL = 11
_WIDE = (9, 12)
"""Columns of cells of a figure, where there is little room and where there is more."""
_ROOMY = _LABEL + len(_COLUMNS) * _WIDE[1]


def totals_card(seen: Progress, ever: Kept, width: int = _ROOMY) -> Content:
    """Three columns of figures; `ever` are the sessions kept of all that were planned."""
    wide = _WIDE[width >= _ROOMY]
    week = Kept(min(seen.week.sessions, seen.goal), seen.goal)
    rows = (
        ("sessions", seen.week.sessions, seen.eight_weeks.sessions, seen.ever.sessions),
        ("minutes", seen.week.minutes, seen.eight_weeks.minutes, seen.ever.minutes),
        ("sets", seen.week.sets, seen.eight_weeks.sets, seen.ever.sets),
    )
    lines = [Content.styled(_row("", _COLUMNS, wide), "$secondary")]
    lines.extend(
        _figures(name, tuple(f"{one:,}" for one in figures), wide) for name, *figures in rows
    )
    between = " of " if wide > _WIDE[0] else "/"
    kept = tuple(_kept(one, between) for one in (week, seen.kept, ever))
    lines.append(_figures("as planned", kept, wide))
    lines.append(Content(seen.sentences[1]))
    return Content("\n").join(lines)


def _figures(name: str, figures: tuple[str, ...], wide: int) -> Content:
    return Content.assemble((f"{name:<{_LABEL}}", "$secondary"), _row("", figures, wide)[_LABEL:])


def _row(name: str, cells: tuple[str, ...], wide: int) -> str:
    return f"{name:<{_LABEL}}" + "".join(f"{cell:>{wide}}" for cell in cells)


def _kept(kept: Kept, between: str) -> str:
    return f"{kept.done:,}{between}{kept.planned:,}" if kept.planned else "–"
