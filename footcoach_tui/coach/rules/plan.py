"""Plans: stages, each a routine, with the days a week and what a stage asks for."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from footcoach_tui.coach.rules.sites import NOTHING
from footcoach_tui.session.tags import Level


class PlanKind(StrEnum):
    """Kind of a plan: it ends, goes on, follows a course, or has gates of its own."""

    COURSE = "course"
    HABIT = "habit"
    KEEP = "keep"
    REHAB = "rehab"


class ExtraTime(StrEnum):
    """When an extra is offered."""

    OTHER_DAYS = "other-days"
    BEFORE_RUN = "before-run"
    AFTER_RUN = "after-run"
    MORNING = "morning"


class Stage(NamedTuple):
    """Stage of a plan. `needs` are conditions of gates, by id, to go on to the next one.

    `least_days` pass between the first of its sessions and the next stage.
    """

    id: str
    routine: str
    level: Level
    usual_weeks: tuple[int, int] = (0, 0)
    least_sessions: int = 2
    least_days: int = 0
    needs: tuple[str, ...] = ()


class Extra(NamedTuple):
    """Light routine beside the plan, from a stage on, at most so often in the last seven days."""

    routine: str
    time: ExtraTime
    from_stage: int = 1
    most_a_week: int = 7


class Plan(NamedTuple):
    """Plan of training. `days` is the least and the most days with a session in seven.

    `gap` is the least number of whole days between sessions by level, and `in_a_row` the most
    days in a row where it is 0. `after` is the plan that follows a course. `goal_sessions` and
    `goal_weeks` are the goals that are shown, 0 for none.
    """

    id: str
    title: str
    summary: str
    kind: PlanKind
    days: tuple[int, int]
    stages: tuple[Stage, ...]
    gap: Mapping[int, int] = NOTHING
    in_a_row: int = 2
    minutes: tuple[int, int] = (0, 0)
    extras: tuple[Extra, ...] = ()
    after: str = ""
    tests: tuple[str, ...] = ()
    test_every: int = 28
    source_status: str = "footcoach"
    source_note: str = ""
    sources: tuple[str, ...] = ()
    disclaimer: str = ""
    goal_sessions: int = 0
    goal_weeks: int = 0

    def stage_of(self, routine: str) -> int | None:
        """Return the number, from 1, of the stage that a routine is of; None if it is of none."""
        return next((n for n, stage in enumerate(self.stages, 1) if stage.routine == routine), None)
