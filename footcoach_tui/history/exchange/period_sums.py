"""Sums of sessions for a summary: added one by one, so that the sessions need not be kept."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from footcoach_tui.session.record import ExerciseRecord, SessionRecord, SetOutcome
from footcoach_tui.session.side import Side

_MAX_WEEKS = 26
_MAX_MONTHS = 36
_WEEK_DAYS, _MONTH_DAYS = 7, 30.44


@dataclass(slots=True)
class DaySummary:
    """Local day or period: sessions that count, their seconds, and all scores."""

    sessions: int = 0
    seconds: float = 0.0
    pain: list[int] = field(default_factory=list)
    effort: list[int] = field(default_factory=list)

    def add(self, other: "DaySummary") -> None:
        self.sessions += other.sessions
        self.seconds += other.seconds
        self.pain += other.pain
        self.effort += other.effort


@dataclass(slots=True)
class ExerciseSummary:
    """Exercise: its newest name, sessions it was done in, and the best set on each side.

    The best of a side is (reps, seconds), the most of each that one set had.
    """

    name: str
    sessions: int = 0
    best: dict[Side, tuple[int, float]] = field(default_factory=dict)


class Summary:
    """Sums of all sessions; they are added newest first."""

    def __init__(self, max_notes: int) -> None:
        """Only the newest `max_notes` sessions with a note are kept."""
        self.days: dict[str, DaySummary] = {}
        self.exercises: dict[str, ExerciseSummary] = {}
        self.noted: list[SessionRecord] = []
        self.notes = self.sessions = self.partial = self.skipped = self.tried = 0
        self.seconds = 0.0
        self._max_notes = max_notes

    def add(self, record: SessionRecord) -> None:
        """Add a session. One at another speed is only counted as `tried`: it was no training.

        A session of which every set was skipped does not count, but its scores and its note do.
        """
        if record.speed != 1.0:
            self.tried += 1
            return
        day = self.days.setdefault(record.date, DaySummary())
        day.pain += [] if record.pain is None else [record.pain]
        day.effort += [] if record.effort is None else [record.effort]
        if record.note:
            self.notes += 1
            if self.notes <= self._max_notes:
                self.noted.append(record)
        if not record.is_counted:
            self.skipped += 1
            return
        day.sessions += 1
        day.seconds += record.seconds
        self.sessions += 1
        self.seconds += record.seconds
        self.partial += record.is_partial
        counted: set[str] = set()
        for exercise in record.exercises:
            self._add_exercise(exercise, counted)

    def by_period(self) -> tuple[str, dict[str, DaySummary]]:
        """The name of the periods, and each that had a session, oldest first.

        Half a year is split into weeks, each named by its Monday; three years into months
        (YYYY-MM); more into years. There must be a session.
        """
        length = (date.fromisoformat(max(self.days)) - date.fromisoformat(min(self.days))).days
        if length < _MAX_WEEKS * _WEEK_DAYS:
            title, names = "Week of", {day: _monday(day) for day in self.days}
        elif length < _MAX_MONTHS * _MONTH_DAYS:
            title, names = "Month", {day: day[:7] for day in self.days}
        else:
            title, names = "Year", {day: day[:4] for day in self.days}
        periods: dict[str, DaySummary] = {}
        for day in sorted(self.days):
            periods.setdefault(names[day], DaySummary()).add(self.days[day])
        return title, periods

    def _add_exercise(self, exercise: ExerciseRecord, counted: set[str]) -> None:
        """`counted` holds the exercises of this session that were counted already."""
        sets = [each for each in exercise.sets if each.outcome is not SetOutcome.SKIPPED]
        if not sets:
            return
        total = self.exercises.setdefault(exercise.exercise, ExerciseSummary(exercise.name))
        total.sessions += exercise.exercise not in counted
        counted.add(exercise.exercise)
        for each in sets:
            if each.value is not None:  # measured: its seconds are those of the measuring
                continue
            reps, seconds = total.best.get(each.side, (0, 0.0))
            total.best[each.side] = max(reps, each.reps), max(seconds, each.seconds)


def _monday(day: str) -> str:
    moment = date.fromisoformat(day)
    return (moment - timedelta(days=moment.weekday())).isoformat()
