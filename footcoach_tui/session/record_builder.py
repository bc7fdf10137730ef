"""From what was planned and done to the record that history keeps."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from footcoach_tui.session.progress import Attempt, SetProgress
from footcoach_tui.session.record import (
    ExerciseRecord,
    Origin,
    SessionRecord,
    SetOutcome,
    SetRecord,
)
from footcoach_tui.session.timeline import SetKey, Timeline

_MAX_RECORD_SECONDS = 86400.0
"""Seconds that a record may name: a step that waited for more than a day was forgotten."""


@dataclass(frozen=True, slots=True)
class SessionInfo:
    """What a record says of itself. `started` is aware local time."""

    id: str
    started: datetime
    zone: str = ""
    context: str = ""
    speed: float = 1.0
    device: str = ""
    version: str = ""
    note: str = ""


def record_of_play(
    timeline: Timeline, ledger: SetProgress, seconds: float, heading: SessionInfo
) -> SessionRecord:
    """The record of a session that was led; `seconds` is its length without pauses."""

    def as_done(key: SetKey) -> SetRecord:
        done = ledger.best_attempt(key)
        if ledger.is_complete(key):
            outcome = SetOutcome.DONE
        elif done.reps or done.seconds > 0:
            outcome = SetOutcome.CUT
        else:
            outcome = SetOutcome.SKIPPED
        return _set(key, ledger.planned[key], done, outcome)

    return _record(timeline, ledger, as_done, seconds, heading, Origin.PLAYED)


def record_of_plan(timeline: Timeline, heading: SessionInfo) -> SessionRecord:
    """The record of a session done away from the terminal, taken to be done as planned."""
    ledger = SetProgress(timeline)

    def as_planned(key: SetKey) -> SetRecord:
        return _set(key, ledger.planned[key], ledger.planned[key], SetOutcome.DONE)

    return _record(timeline, ledger, as_planned, timeline.total, heading, Origin.LOGGED)


def _set(key: SetKey, planned: Attempt, done: Attempt, outcome: SetOutcome) -> SetRecord:
    return SetRecord(
        number=key[1],
        side=key[2],
        planned_reps=planned.reps,
        reps=done.reps,
        planned_seconds=planned.seconds,
        seconds=min(_MAX_RECORD_SECONDS, round(done.seconds, 3)),
        outcome=outcome,
    )


def _record(
    timeline: Timeline,
    ledger: SetProgress,
    entry: Callable[[SetKey], SetRecord],
    seconds: float,
    heading: SessionInfo,
    origin: Origin,
) -> SessionRecord:
    routine = timeline.routine
    return SessionRecord(
        id=heading.id,
        routine=routine.id,
        title=routine.title,
        started=heading.started,
        zone=heading.zone,
        seconds=min(_MAX_RECORD_SECONDS, round(seconds, 3)),
        exercises=tuple(
            ExerciseRecord(
                step.exercise.id,
                step.exercise.name,
                tuple(entry(key) for key in ledger.sets_of(place)),
            )
            for place, step in enumerate(routine.steps)
        ),
        context=heading.context,
        origin=origin,
        speed=heading.speed,
        note=heading.note,
        device=heading.device,
        version=heading.version,
    )
