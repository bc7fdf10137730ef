"""The latest sessions with the progress, as the start screen shows them."""

from datetime import date
from typing import NamedTuple

from footcoach_tui.boundary.problems import Problem
from footcoach_tui.coach.practice.weeks import TrainingProgress
from footcoach_tui.history.store import History
from footcoach_tui.session.record import SessionRecord

MAX_SESSIONS = 50


class LatestSessions(NamedTuple):
    """Latest sessions, newest first, the progress, and the problems of the files."""

    progress: TrainingProgress
    sessions: tuple[SessionRecord, ...]
    problems: tuple[Problem, ...]


def read_latest(history: History, today: date, goal: int) -> LatestSessions:
    """Read all that the start screen shows of the history. Call it in a worker."""
    progress = TrainingProgress.from_days(history.days(), today, goal)
    return LatestSessions(progress, history.last(MAX_SESSIONS), history.problems)
