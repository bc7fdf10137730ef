"""Sessions of the last weeks at a level: what a gate asks about training."""

from collections.abc import Iterable, Mapping

from footcoach_tui.session.exercise import Exercise, Level
from footcoach_tui.session.record import SessionRecord, SetOutcome
from footcoach_tui.session.routine import Routine
from footcoach_tui.text.durations import counted

DAYS = 28


def needed_level(routine: Routine) -> Level | None:
    """Return the level at which the gates of a routine ask for sessions; None if none does."""
    gates = (*routine.gates, *(step.gate for step in routine.gated))
    levels = [gate.min_level for gate in gates if gate and gate.min_level]
    return Level(max(levels) - 1) if levels else None


def level_line(
    records: Iterable[SessionRecord], exercises: Mapping[str, Exercise], level: Level
) -> str:
    """Return how many of the sessions of the last four weeks had a finished step at the level.

    `exercises` are those that are known, by id; others count for no level.
    """
    sessions = sum(record.is_counted and _has_level(record, exercises, level) for record in records)
    number = counted(sessions, "session")
    return f"Your history has {number} at level {level} or above in the last four weeks."


def _has_level(record: SessionRecord, exercises: Mapping[str, Exercise], level: Level) -> bool:
    for done in record.exercises:
        known = exercises.get(done.exercise)
        is_done = any(each.outcome is SetOutcome.DONE for each in done.sets)
        if known and known.level >= level and is_done:
            return True
    return False
