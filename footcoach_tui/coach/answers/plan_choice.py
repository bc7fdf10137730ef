"""Choice of a plan: which one, since when, on which days, and its pauses."""

from collections.abc import Mapping
from datetime import date, time
from enum import StrEnum
from typing import NamedTuple, Self

from footcoach_tui.coach.answers.check_in import RunKind
from footcoach_tui.coach.answers.documents import (
    day_of,
    mapping,
    rows,
    text,
    time_of,
    whole,
    word,
)

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MAX_STAGE = 100


class PauseReason(StrEnum):
    """Why a plan pauses."""

    HOLIDAY = "holiday"
    ILL = "ill"
    HURT = "hurt"


class PlanPause(NamedTuple):
    """Days, first and last, on which a plan asks for nothing; without a last day it goes on."""

    first: date
    last: date | None = None
    reason: PauseReason = PauseReason.HOLIDAY

    def holds(self, day: date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)


class PlanChoice(NamedTuple):
    """Choice of a person, made on the day `chosen`; without a `plan` it is the end of one.

    `begun` is the first day of the plan and `stage` the stage it began with, from 1. `weekdays`
    are 0 for Monday to 6; `runs` the usual runs by weekday, `races` the days of races. `if_then`
    and `if_missed` are the sentences on when and where; `at` is the time of day of reminders.
    """

    chosen: date
    plan: str = ""
    begun: date = date.min
    stage: int = 1
    weekdays: frozenset[int] = frozenset()
    runs: Mapping[int, RunKind] = {}
    races: frozenset[date] = frozenset()
    pauses: tuple[PlanPause, ...] = ()
    if_then: str = ""
    if_missed: str = ""
    at: time | None = None

    def pause_on(self, day: date) -> PlanPause | None:
        """Return the pause that a day is in."""
        return next((pause for pause in self.pauses if pause.holds(day)), None)

    def run_on(self, day: date) -> RunKind | None:
        """Return the run of a day; None where no runs are known."""
        if day in self.races:
            return RunKind.RACE
        return self.runs.get(day.weekday(), RunKind.NONE) if self.runs or self.races else None

    @classmethod
    def read(cls, document: Mapping[str, object]) -> Self | None:
        """Return the choice in an entry of the history; None if it has no day."""
        chosen = day_of(document.get("day"))
        if chosen is None:
            return None
        runs = {
            WEEKDAYS.index(name): kind
            for name, value in mapping(document.get("runs")).items()
            if name in WEEKDAYS and (kind := word(RunKind, value))
        }
        pauses = [
            PlanPause(
                first,
                day_of(row.get("last")),
                word(PauseReason, row.get("why")) or PauseReason.HOLIDAY,
            )
            for row in rows(document.get("pauses"))
            if (first := day_of(row.get("first")))
        ]
        weekdays = document.get("weekdays")
        races = document.get("races")
        return cls(
            chosen=chosen,
            plan=text(document.get("plan")),
            begun=day_of(document.get("begun")) or chosen,
            stage=whole(document.get("stage"), 1, _MAX_STAGE) or 1,
            weekdays=frozenset(
                WEEKDAYS.index(name)
                for name in (weekdays if isinstance(weekdays, list) else ())
                if name in WEEKDAYS
            ),
            runs=runs,
            races=frozenset(
                day
                for value in (races if isinstance(races, list) else ())
                if (day := day_of(value))
            ),
            pauses=tuple(pauses),
            if_then=text(document.get("if-then")),
            if_missed=text(document.get("if-missed")),
            at=time_of(document.get("at")),
        )

    def document(self) -> dict[str, object]:
        """Return the choice as JSON values, without the id of an entry."""
        document: dict[str, object] = {"day": self.chosen.isoformat(), "plan": self.plan}
        if not self.plan:
            return document
        document |= {
            "begun": self.begun.isoformat(),
            "stage": self.stage,
            "weekdays": [WEEKDAYS[number] for number in sorted(self.weekdays)],
        }
        if self.runs:
            document["runs"] = {WEEKDAYS[n]: str(self.runs[n]) for n in sorted(self.runs)}
        if self.races:
            document["races"] = [day.isoformat() for day in sorted(self.races)]
        if self.pauses:
            document["pauses"] = [_write_pause(pause) for pause in self.pauses]
        if self.if_then:
            document["if-then"] = self.if_then
        if self.if_missed:
            document["if-missed"] = self.if_missed
        if self.at:
            document["at"] = f"{self.at:%H:%M}"
        return document


def _write_pause(pause: PlanPause) -> dict[str, object]:
    row: dict[str, object] = {"first": pause.first.isoformat(), "why": str(pause.reason)}
    return row | ({"last": pause.last.isoformat()} if pause.last else {})
