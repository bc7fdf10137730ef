"""Record of a session, as stored in the history.

Reps are counted per side; seconds are seconds of exercise (no prep, rest or switch). Records are
named tuples, because thousands are created at once, and they need no other module of a session.
"""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from footcoach_tui.session.side import Side


class SetOutcome(StrEnum):
    """Outcome of a set."""

    DONE = "done"
    CUT = "cut-short"
    SKIPPED = "skipped"


class Origin(StrEnum):
    """Origin of a record: a session played here, or logged afterwards."""

    PLAYED = "played"
    LOGGED = "logged"


class Ending(StrEnum):
    """Ending of a session that did not end by itself, and was not just left."""

    EARLY = "early"
    """Ended on purpose before its last step, as done."""


NO_EXTRA: Mapping[str, object] = MappingProxyType({})
"""Usual value of `extra`, the fields that another version wrote: stored again unchanged."""


class SetRecord(NamedTuple):
    """Set on one side, planned and done; `value` is the result of a test that was measured.

    `at` is when its work began, in seconds on the wall from the start of the session, pauses
    included; None where it is not known. `load` is in kg, or text for a band or a backpack.
    """

    number: int
    side: Side
    planned_reps: int
    reps: int
    planned_seconds: float
    seconds: float
    outcome: SetOutcome
    value: float | None = None
    at: float | None = None
    load: float | str | None = None
    extra: Mapping[str, object] = NO_EXTRA

    @property
    def share(self) -> float:
        """Share of the planned work that was done, 0 to 1; by time where reps do not tell."""
        if self.outcome is SetOutcome.DONE:
            return 1.0
        reps = self.reps / self.planned_reps if self.planned_reps else 0.0
        seconds = self.seconds / self.planned_seconds if self.planned_seconds else 0.0
        return min(1.0, max(reps, seconds))


class ExerciseRecord(NamedTuple):
    """Step of a session, with its sets."""

    exercise: str
    name: str
    sets: tuple[SetRecord, ...]
    extra: Mapping[str, object] = NO_EXTRA

    @property
    def seconds(self) -> float:
        """Seconds exercised in this step."""
        return sum(record.seconds for record in self.sets)


class SessionRecord(NamedTuple):
    """Record of a session.

    `started` is aware: local time with its UTC offset; `zone` is the zone's name or "".
    `date` (YYYY-MM-DD) is the local day at its start, in whatever zone it is read.
    `seconds` is the session's length without pauses. `effort` and `pain` are
    0-10 or None. A `speed` other than 1 marks a session whose clock was not real.
    `ended` is the end, with the offset of `started`, and `paused` the seconds paused up to it;
    None where they are not known. `ending` is None where the session ended by itself or was left,
    or where that is not known. `checkin` is what the person said before the session, `after`
    at its end, `morning` the morning after, as JSON values.
    """

    id: str
    routine: str
    title: str
    started: datetime
    zone: str
    seconds: float
    exercises: tuple[ExerciseRecord, ...]
    context: str = ""
    origin: Origin = Origin.PLAYED
    speed: float = 1.0
    effort: int | None = None
    pain: int | None = None
    note: str = ""
    device: str = ""
    version: str = ""
    ended: datetime | None = None
    paused: float | None = None
    checkin: Mapping[str, object] | None = None
    after: Mapping[str, object] | None = None
    morning: Mapping[str, object] | None = None
    ending: Ending | None = None
    extra: Mapping[str, object] = NO_EXTRA

    @property
    def date(self) -> str:
        return self.started.date().isoformat()

    @property
    def sets(self) -> tuple[SetRecord, ...]:
        return tuple(record for exercise in self.exercises for record in exercise.sets)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was done, and nothing said of it at its end."""
        answers = self.effort, self.pain, self.after
        is_silent = not self.note and all(answer is None for answer in answers)
        return is_silent and all(each.outcome is SetOutcome.SKIPPED for each in self.sets)

    @property
    def is_partial(self) -> bool:
        """Whether any planned set was left out or cut short."""
        return any(record.outcome is not SetOutcome.DONE for record in self.sets)

    @property
    def is_counted(self) -> bool:
        """Whether totals include the session: played in real time, and not all skipped."""
        return self.speed == 1.0 and any(
            record.outcome is not SetOutcome.SKIPPED for record in self.sets
        )

    @property
    def is_week_session(self) -> bool:
        """Whether the week counts the session: half of its sets were done, or it was ended early.

        A set that was cut short counts by the share that was done of it.
        """
        if not self.is_counted:
            return False
        shares = [record.share for record in self.sets]
        return self.ending is Ending.EARLY or sum(shares) * 2 >= len(shares)
