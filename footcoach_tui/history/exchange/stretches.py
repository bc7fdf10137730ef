"""Days put together to weeks, months or years: as many rows as a person cares to read."""

from collections.abc import Mapping
from datetime import date, timedelta

from footcoach_tui.history.exchange.summing import DayTotal

MOST_WEEKS = 26
MOST_MONTHS = 36
_WEEK, _MONTH = 7, 30.44
"""Days."""


def stretches(days: Mapping[str, DayTotal]) -> tuple[str, dict[str, DayTotal]]:
    """What the stretches are called, and each that had a session, oldest first.

    `days` is not empty; its keys are YYYY-MM-DD. Half a year is told by weeks, each named by
    its Monday; three years by months (YYYY-MM); more by years.
    """
    length = (date.fromisoformat(max(days)) - date.fromisoformat(min(days))).days
    if length < MOST_WEEKS * _WEEK:
        return "Week of", _together({day: _monday(day) for day in days}, days)
    if length < MOST_MONTHS * _MONTH:
        return "Month", _together({day: day[:7] for day in days}, days)
    return "Year", _together({day: day[:4] for day in days}, days)


def _together(names: Mapping[str, str], days: Mapping[str, DayTotal]) -> dict[str, DayTotal]:
    found: dict[str, DayTotal] = {}
    for day in sorted(days):
        one, total = days[day], found.setdefault(names[day], DayTotal())
        total.sessions += one.sessions
        total.seconds += one.seconds
        total.pain += one.pain
        total.effort += one.effort
    return found


def _monday(day: str) -> str:
    found = date.fromisoformat(day)
    return (found - timedelta(days=found.weekday())).isoformat()
