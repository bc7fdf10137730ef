"""Builder of session records, from the progress of a player or from a plan."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

from footcoach_tui.session.player import Player
from footcoach_tui.session.progress import Attempt, SetProgress, StepHurt
from footcoach_tui.session.record import (
    Ending,
    ExerciseRecord,
    Origin,
    SessionRecord,
    SetOutcome,
    SetRecord,
)
from footcoach_tui.session.set_changes import SetKey
from footcoach_tui.session.side import Side
from footcoach_tui.session.timeline import Timeline

_MAX_RECORD_SECONDS = 86400.0
"""Longest time in a record: self-paced work that took more than a day was forgotten."""
_MAX_RECORD_SPAN = 366 * 86400.0
"""Longest time on the wall in a record: a clock that was set runs ahead by years."""

_MAX_NOTE = 1000
"""Characters, as many as a note can have that is typed after the session."""


@dataclass(frozen=True, slots=True)
class SessionInfo:
    """Identity of a session, and its circumstances. `started` is aware local time.

    `checkin` is what the person said before it, as JSON values.
    """

    id: str
    started: datetime
    zone: str = ""
    context: str = ""
    speed: float = 1.0
    device: str = ""
    version: str = ""
    note: str = ""
    checkin: Mapping[str, object] | None = None

    def record_of_play(self, player: Player) -> SessionRecord:
        """Return the record of what was done so far."""
        record = self._record(player.timeline, player.progress, player.seconds, Origin.PLAYED)
        passed, paused = player.wall_times
        return record._replace(
            ended=_later(self.started, passed),
            paused=_record_span(paused),
            note="; ".join(filter(None, (self.note, *_notes(player))))[:_MAX_NOTE],
            after=_answers(player.progress),
            ending=_ending(player),
        )

    def record_of_plan(self, timeline: Timeline, side: Side = Side.BOTH) -> SessionRecord:
        """Return the record of a session without a player, taken to be done as planned.

        With a left or right `side`, the sets of the other side are taken to be skipped.
        """
        progress = SetProgress(timeline)
        progress.complete_all(side)
        return self._record(timeline, progress, timeline.total, Origin.LOGGED)

    def _record(
        self, timeline: Timeline, progress: SetProgress, seconds: float, origin: Origin
    ) -> SessionRecord:
        routine = timeline.routine
        return SessionRecord(
            id=self.id,
            routine=routine.id,
            title=routine.title,
            started=self.started,
            zone=self.zone,
            seconds=_record_seconds(seconds),
            exercises=tuple(
                ExerciseRecord(
                    step.exercise.id,
                    step.exercise.name,
                    tuple(_set_record(key, progress) for key in progress.sets_of(place)),
                )
                for place, step in enumerate(routine.steps)
            ),
            context=self.context,
            origin=origin,
            speed=self.speed,
            note=self.note,
            device=self.device,
            version=self.version,
            checkin=self.checkin,
        )


def _notes(player: Player) -> Iterator[str]:
    """Yield the notes of a session, each with its step, side and second."""
    steps = player.timeline.routine.steps
    for step, side, second, text in player.progress.notes:
        name = steps[step].exercise.name
        where = name if side is Side.BOTH else f"{name}, {side}"
        yield f"{where}, {int(second // 60)}:{int(second % 60):02}: {text}"


def _set_record(key: SetKey, progress: SetProgress) -> SetRecord:
    planned, done = progress.planned[key], progress.best_attempt(key)
    if progress.is_complete(key):
        outcome = SetOutcome.DONE
    else:
        outcome = SetOutcome.CUT if done > Attempt() else SetOutcome.SKIPPED
    return SetRecord(
        number=key[1],
        side=key[2],
        planned_reps=planned.reps,
        reps=done.reps,
        planned_seconds=planned.seconds,
        seconds=_record_seconds(done.seconds),
        outcome=outcome,
        value=done.value,
        at=None if done.at is None or outcome is SetOutcome.SKIPPED else _record_span(done.at),
    )


def _answers(progress: SetProgress) -> Mapping[str, object] | None:
    """Return what was said of pain during the session, as JSON values; None if nothing was."""
    after: dict[str, object] = {}
    if progress.hurts:
        after["hurt"] = [_hurt(each) for each in progress.hurts]
    if progress.flags is not None:
        after["flags"] = list(progress.flags)
    return after or None


def _hurt(hurt: StepHurt) -> dict[str, object]:
    written: dict[str, object] = {"step": hurt.step + 1, "score": hurt.score}
    return written | {"sharp": True} if hurt.is_sharp else written


def _ending(player: Player) -> Ending | None:
    """Return how a session ended: one that a red flag ended was not ended as done."""
    return Ending.EARLY if player.was_finished_early and not player.progress.flags else None


def _record_seconds(seconds: float) -> float:
    return min(_MAX_RECORD_SECONDS, round(seconds, 3))


def _record_span(seconds: float) -> float:
    return min(_MAX_RECORD_SPAN, round(seconds, 3))


def _later(moment: datetime, seconds: float) -> datetime | None:
    """Return the moment so many seconds later, with the same offset; None after the year 9999."""
    fixed = moment.replace(tzinfo=timezone(moment.utcoffset() or timedelta()))
    try:
        return fixed + timedelta(seconds=_record_span(seconds))
    except OverflowError:
        return None
