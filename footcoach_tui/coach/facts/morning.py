"""Session that the morning question is about."""

from datetime import date

from footcoach_tui.coach.answers.check_in import After, MorningAnswer
from footcoach_tui.coach.answers.documents import day_of
from footcoach_tui.coach.log import TrainingLog
from footcoach_tui.coach.rules.rules import Rules
from footcoach_tui.session.exercise import Tag
from footcoach_tui.session.record import SessionRecord, SetOutcome

_DAYS = range(1, 4)
"""Days after the session on which its morning is asked about (Q0)."""

_LOADED_TAGS = frozenset({Tag.TENDON, Tag.ONE_LEG, Tag.IMPACT})


def morning_session(log: TrainingLog, rules: Rules, today: date) -> SessionRecord | None:
    """Return the last counted session if the morning after it is to be asked about (Q0)."""
    session = next((each for each in reversed(log.sessions) if each.is_counted), None)
    day = day_of(session.date) if session else None
    if session is None or day is None or session.morning is not None:
        return None
    if (today - day).days not in _DAYS:
        return None
    return session if _has_pain(session) or _is_loaded(session, rules) else None


def with_worse_morning(log: TrainingLog, rules: Rules, today: date) -> TrainingLog:
    """Return the log in which the morning that is to be asked about was answered worse today."""
    session = morning_session(log, rules, today)
    if session is None:
        return log
    answer = {"answer": str(MorningAnswer.WORSE), "asked": today.isoformat()}
    sessions = (each._replace(morning=answer) if each is session else each for each in log.sessions)
    return log._replace(sessions=tuple(sessions))


def _has_pain(session: SessionRecord) -> bool:
    return bool(session.pain) or any(hurt.score for hurt in After.read(session.after).hurt)


def _is_loaded(session: SessionRecord, rules: Rules) -> bool:
    return any(
        exercise.exercise in rules.exercises
        and not _LOADED_TAGS.isdisjoint(rules.exercises[exercise.exercise].tags)
        and any(each.outcome is not SetOutcome.SKIPPED for each in exercise.sets)
        for exercise in session.exercises
    )
