"""From what was planned and done to the record that history keeps."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from footcoach_tui.session.ledger import Attempt, Ledger
from footcoach_tui.session.record import (
    ExerciseRecord,
    Origin,
    Outcome,
    SessionRecord,
    SetRecord,
)
from footcoach_tui.session.timeline import SetKey, Timeline

LONGEST = 86400.0
"""Seconds that a record may name: a step that waited for more than a day was forgotten."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What a record says of itself. `started` is aware local time."""

    id: str
    started: datetime
    zone: str = ""
    context: str = ""
    speed: float = 1.0
    device: str = ""
    version: str = ""
    note: str = ""


def played(timeline: Timeline, ledger: Ledger, seconds: float, heading: Heading) -> SessionRecord:
    """The record of a session that was led; `seconds` is its length without pauses."""

    def as_done(key: SetKey) -> SetRecord:
        done = ledger.done(key)
        if ledger.is_full(key):
            outcome = Outcome.DONE
        elif done.reps or done.seconds > 0:
            outcome = Outcome.CUT
        else:
            outcome = Outcome.SKIPPED
        return _set(key, ledger.planned[key], done, outcome)

    return _record(timeline, ledger, as_done, seconds, heading, Origin.PLAYED)


def logged(timeline: Timeline, heading: Heading) -> SessionRecord:
    """The record of a session done away from the terminal, taken to be done as planned."""
    ledger = Ledger(timeline)

    def as_planned(key: SetKey) -> SetRecord:
        return _set(key, ledger.planned[key], ledger.planned[key], Outcome.DONE)

    return _record(timeline, ledger, as_planned, timeline.total, heading, Origin.LOGGED)


def _set(key: SetKey, planned: Attempt, done: Attempt, outcome: Outcome) -> SetRecord:
    return SetRecord(
        number=key[1],
        side=key[2],
        planned_reps=planned.reps,
        reps=done.reps,
        planned_seconds=planned.seconds,
        seconds=min(LONGEST, round(done.seconds, 3)),
        outcome=outcome,
    )


def _record(
    timeline: Timeline,
    ledger: Ledger,
    entry: Callable[[SetKey], SetRecord],
    seconds: float,
    heading: Heading,
    origin: Origin,
) -> SessionRecord:
    routine = timeline.routine
    return SessionRecord(
        id=heading.id,
        routine=routine.id,
        title=routine.title,
        started=heading.started,
        zone=heading.zone,
        seconds=min(LONGEST, round(seconds, 3)),
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
