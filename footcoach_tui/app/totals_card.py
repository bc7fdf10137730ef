"""Totals in a small table: this week, eight weeks, and all time."""

from textual.content import Content

from footcoach_tui.coach.progress import Progress
from footcoach_tui.coach.weeks import Kept

_COLUMNS = ("this week", "8 weeks", "all time")
_LABEL, _WIDE = 11, 12


def totals_card(seen: Progress, ever: Kept) -> Content:
    """Three columns of figures; `ever` are the sessions kept of all that were planned."""
    week = Kept(min(seen.week.sessions, seen.goal), seen.goal)
    rows = (
        ("sessions", seen.week.sessions, seen.eight_weeks.sessions, seen.ever.sessions),
        ("minutes", seen.week.minutes, seen.eight_weeks.minutes, seen.ever.minutes),
        ("sets", seen.week.sets, seen.eight_weeks.sets, seen.ever.sets),
    )
    lines = [Content.styled(_row("", _COLUMNS), "$secondary")]
    lines.extend(_figures(name, tuple(f"{one:,}" for one in figures)) for name, *figures in rows)
    lines.append(_figures("as planned", tuple(_kept(one) for one in (week, seen.kept, ever))))
    lines.append(Content(seen.sentences[1]))
    return Content("\n").join(lines)


def _figures(name: str, figures: tuple[str, ...]) -> Content:
    return Content.assemble((f"{name:<{_LABEL}}", "$secondary"), _row("", figures)[_LABEL:])


def _row(name: str, cells: tuple[str, ...]) -> str:
    return f"{name:<{_LABEL}}" + "".join(f"{cell:>{_WIDE}}" for cell in cells)


def _kept(kept: Kept) -> str:
    return f"{kept.done:,} of {kept.planned:,}" if kept.planned else "–"
