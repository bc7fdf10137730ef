"""Sessions summed for a summary, one by one, so that they need not be kept."""

from dataclasses import dataclass, field

from footcoach_tui.session.record import ExerciseRecord, SessionRecord, SetOutcome
from footcoach_tui.session.side import Side


@dataclass(slots=True)
class DaySummary:
    """One local day: sessions that count and their seconds, and every score that was given."""

    sessions: int = 0
    seconds: float = 0.0
    pain: list[int] = field(default_factory=list)
    effort: list[int] = field(default_factory=list)


@dataclass(slots=True)
class ExerciseSummary:
    """One exercise: its newest name, sessions it was done in, and the best set on each side.

    The best of a side is (reps, seconds), the most of each that one set had.
    """

    name: str
    sessions: int = 0
    best: dict[Side, tuple[int, float]] = field(default_factory=dict)


class Summary:
    """What the sessions come to. They are to be added newest first."""

    def __init__(self, most_notes: int) -> None:
        """Keep the newest `most_notes` sessions that have a note."""
        self.days: dict[str, DaySummary] = {}
        self.exercises: dict[str, ExerciseSummary] = {}
        self.noted: list[SessionRecord] = []
        self.notes = self.sessions = self.partial = self.skipped = self.tried = 0
        self.seconds = 0.0
        self._most_notes = most_notes

    def add(self, record: SessionRecord) -> None:
        """Add a session. One at another speed is only counted as `tried`: it was no training.

        One of which every set was skipped does not count either, but its scores and its note do.
        """
        if record.speed != 1.0:
            self.tried += 1
            return
        day = self.days.setdefault(record.date, DaySummary())
        day.pain += [] if record.pain is None else [record.pain]
        day.effort += [] if record.effort is None else [record.effort]
        self._add_note(record)
        if not record.is_counted:
            self.skipped += 1
            return
        day.sessions += 1
        day.seconds += record.seconds
        self.sessions += 1
        self.seconds += record.seconds
        self.partial += record.is_partial
        done: set[str] = set()
        for exercise in record.exercises:
            self._add_exercise(exercise, done)

    def _add_note(self, record: SessionRecord) -> None:
        if not record.note:
            return
        self.notes += 1
        if self.notes <= self._most_notes:
            self.noted.append(record)

    def _add_exercise(self, exercise: ExerciseRecord, done: set[str]) -> None:
        """`done` holds the exercises that were met in this session already."""
        sets = [one for one in exercise.sets if one.outcome is not SetOutcome.SKIPPED]
        if not sets:
            return
        total = self.exercises.setdefault(exercise.exercise, ExerciseSummary(exercise.name))
        total.sessions += exercise.exercise not in done
        done.add(exercise.exercise)
        for one in sets:
            reps, seconds = total.best.get(one.side, (0, 0.0))
            total.best[one.side] = max(reps, one.reps), max(seconds, one.seconds)
