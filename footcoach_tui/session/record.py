"""What is remembered of a session: the record that history keeps.

Reps are counted per side; seconds are seconds of exercise (no prep, rest or switch). Records are
named tuples, since thousands are made at once, and the shell reads them without loading more.
"""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from footcoach_tui.session.side import Side


class SetOutcome(StrEnum):
    """How far a set got."""

    DONE = "done"
    CUT = "cut-short"
    SKIPPED = "skipped"


class Origin(StrEnum):
    """Where a record comes from."""

    PLAYED = "played"
    LOGGED = "logged"


_NO_EXTRA: Mapping[str, object] = MappingProxyType({})
"""What stands in `extra` of nearly all: fields of another version, kept as they are, unseen."""


class SetRecord(NamedTuple):
    """One set on one side, planned against done."""

    number: int
    side: Side
    planned_reps: int
    reps: int
    planned_seconds: float
    seconds: float
    outcome: SetOutcome
    extra: Mapping[str, object] = _NO_EXTRA


class ExerciseRecord(NamedTuple):
    """One step of the session, with its sets."""

    exercise: str
    name: str
    sets: tuple[SetRecord, ...]
    extra: Mapping[str, object] = _NO_EXTRA

    @property
    def seconds(self) -> float:
        """Seconds exercised in this step."""
        return sum(one.seconds for one in self.sets)


class SessionRecord(NamedTuple):
    """A session as it went.

    `started` is aware: local time with its UTC offset; `zone` is the zone's name or "".
    `date` (YYYY-MM-DD) is the local day on which it began, kept as it was for ever.
    `seconds` is the session's length without the time it was paused. `effort` and `pain` are
    0-10 or None. A `speed` other than 1 marks a session whose clock was not real.
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
    extra: Mapping[str, object] = _NO_EXTRA

    @property
    def date(self) -> str:
        """The local day on which it began, YYYY-MM-DD."""
        return self.started.date().isoformat()

    @property
    def sets(self) -> tuple[SetRecord, ...]:
        """Every set of every exercise."""
        return tuple(one for exercise in self.exercises for one in exercise.sets)

    @property
    def is_partial(self) -> bool:
        """Whether any planned set was left out or cut short."""
        return any(one.outcome is not SetOutcome.DONE for one in self.sets)

    @property
    def is_counted(self) -> bool:
        """Whether totals include it: real time, and something done."""
        return self.speed == 1.0 and any(one.outcome is not SetOutcome.SKIPPED for one in self.sets)
