"""Weekdays with their keys and marks, as text."""

from collections.abc import Callable, Mapping

from textual.content import Content

from footcoach_tui.coach.answers.check_in import RunKind
from footcoach_tui.text.day_names import SHORT_WEEKDAYS

RUN_TURNS = {
    None: RunKind.EASY,
    RunKind.EASY: RunKind.LONG,
    RunKind.LONG: RunKind.HARD,
    RunKind.HARD: None,
}
"""What the key of a day changes a usual run to."""

_RUN_WORDS = {
    RunKind.EASY: "easy run",
    RunKind.LONG: "long run, 90 minutes or more",
    RunKind.HARD: "hard run: intervals, tempo or hills",
}


def weekday_names(days: frozenset[int]) -> str:
    """Return the names of weekdays, 0 for Monday, in order: "Mon Wed Fri"."""
    return " ".join(SHORT_WEEKDAYS[day] for day in sorted(days))


def weekday_lines(weekdays: frozenset[int]) -> Content:
    """Return the days with their keys, those of the plan marked."""
    return _lines(lambda day: "■ a day of the plan" if day in weekdays else "·")


def run_lines(runs: Mapping[int, RunKind]) -> Content:
    """Return the days with their keys and usual runs."""
    return _lines(lambda day: f"■ {_RUN_WORDS[runs[day]]}" if runs.get(day) in _RUN_WORDS else "·")


def _lines(mark: Callable[[int], str]) -> Content:
    lines = [
        Content.assemble((f"{day + 1:>3}", "bold $accent"), f"  \t{name}  {mark(day)}")
        for day, name in enumerate(SHORT_WEEKDAYS)
    ]
    return Content("\n").join(lines)
