"""Sessions that the conditions of a routine ask for, counted from the history."""

from collections.abc import Mapping
from datetime import date

from footcoach_tui.coach.practice.level_sessions import DAYS, level_line, needed_level
from footcoach_tui.history.query.parse import parse_query
from footcoach_tui.history.reader import HistoryReader
from footcoach_tui.session.exercise import Exercise
from footcoach_tui.session.routine import Routine


def training_line(
    history: HistoryReader, routine: Routine, exercises: Mapping[str, Exercise], today: date
) -> str:
    """Return how many sessions of the last weeks count for the conditions; "" if none asks.

    `exercises` are those that are known, by id.
    """
    level = needed_level(routine)
    if level is None:
        return ""
    return level_line(history.find(parse_query(f"since:{DAYS}d", today)), exercises, level)
