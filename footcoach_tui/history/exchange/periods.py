"""Days put together to weeks, months or years: as many rows as a person cares to read."""

from collections.abc import Mapping
from datetime import date, timedelta

from footcoach_tui.history.exchange.period_sums import DaySummary

_MAX_WEEKS = 26
_MAX_MONTHS = 36
_WEEK, _MONTH = 7, 30.44
"""Days."""


def group_by_period(days: Mapping[str, DaySummary]) -> tuple[str, dict[str, DaySummary]]:
    """What the stretches are called, and each that had a session, oldest first.

    `days` is not empty; its keys are YYYY-MM-DD. Half a year is told by weeks, each named by
    its Monday; three years by months (YYYY-MM); more by years.
    """
    length = (date.fromisoformat(max(days)) - date.fromisoformat(min(days))).days
    if length < _MAX_WEEKS * _WEEK:
        return "Week of", _together({day: _monday(day) for day in days}, days)
    if length < _MAX_MONTHS * _MONTH:
        return "Month", _together({day: day[:7] for day in days}, days)
    return "Year", _together({day: day[:4] for day in days}, days)


def _together(names: Mapping[str, str], days: Mapping[str, DaySummary]) -> dict[str, DaySummary]:
    found: dict[str, DaySummary] = {}
    for day in sorted(days):
        one, total = days[day], found.setdefault(names[day], DaySummary())
        total.sessions += one.sessions
        total.seconds += one.seconds
        total.pain += one.pain
        total.effort += one.effort
    return found


def _monday(day: str) -> str:
    found = date.fromisoformat(day)
    return (found - timedelta(days=found.weekday())).isoformat()
