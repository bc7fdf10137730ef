"""Changes of the choice of a plan: each gives a new choice, made today."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations
from typing import Final

from footcoach_tui.coach.answers.check_in import RunKind
from footcoach_tui.coach.answers.plan_choice import PauseReason, PlanChoice, PlanPause
from footcoach_tui.coach.rules.plan import Plan

_WEEK = 7
_STRENUOUS = (RunKind.HARD, RunKind.LONG)
_DAY = timedelta(days=1)
_CONFLICTS: Final = {0: 3, 1: 1, _WEEK - 1: 1}
"""Weight of a session on the day of a hard or long run, the day after it, and that before it.

One on the day of the run is worse than one after and one before it together.
"""


def started(
    plan: Plan,
    earlier: PlanChoice | None,
    today: date,
    *,
    weekdays: frozenset[int] = frozenset(),
    stage: int = 1,
) -> PlanChoice:
    """Return the choice of a plan from today on.

    Runs, races and the person's sentences are kept from an earlier choice: see `last_chosen`.
    Without weekdays some are proposed.
    """
    runs = earlier.runs if earlier else {}
    return PlanChoice(
        chosen=today,
        plan=plan.id,
        begun=today,
        stage=max(1, min(stage, len(plan.stages))),
        weekdays=weekdays or proposed_weekdays(plan, runs),
        runs=runs,
        races=earlier.races if earlier else frozenset(),
        if_then=earlier.if_then if earlier else "",
        if_missed=earlier.if_missed if earlier else "",
        at=earlier.at if earlier else None,
    )


def last_chosen(choices: Sequence[PlanChoice]) -> PlanChoice | None:
    """Return the latest choice of a plan, also of one that was left since; None without one."""
    return next((choice for choice in reversed(choices) if choice.plan), None)


def proposed_weekdays(plan: Plan, runs: Mapping[int, RunKind]) -> frozenset[int]:
    """Return weekdays for the least number of sessions a week that a plan asks for.

    With a gap between sessions they are not side by side. The days of hard and long runs, and
    those before and after them, stay free where the week allows it: first those of the runs.
    """
    strenuous = {day for day, kind in runs.items() if kind in _STRENUOUS}
    conflicts = [sum(_conflict(day - run) for run in strenuous) for day in range(_WEEK)]
    has_gap = any(plan.gap.values())
    return frozenset(
        min(
            combinations(range(_WEEK), max(1, min(plan.days[0], _WEEK))),
            key=lambda days: (
                _neighbours(days) if has_gap else 0,
                sum(conflicts[day] for day in days),
                _neighbours(days),
                tuple(days),
            ),
        )
    )


def _conflict(days: int) -> int:
    """Return how much a session so many days after a hard or long run is in its way."""
    return _CONFLICTS.get(days % _WEEK, 0)


def _neighbours(days: Iterable[int]) -> int:
    """Return how many of the weekdays have the next day among them too."""
    days = frozenset(days)
    return sum((day + 1) % _WEEK in days for day in days)


def paused(choice: PlanChoice, today: date, last: date | None, reason: PauseReason) -> PlanChoice:
    """Return the choice with a pause from today on, in the place of one that is under way."""
    before = resumed(choice, today).pauses
    return choice._replace(chosen=today, pauses=(*before, PlanPause(today, last, reason)))


def resumed(choice: PlanChoice, today: date) -> PlanChoice:
    """Return the choice with a pause that is under way ended yesterday; later ones stay."""
    pauses = (
        pause._replace(last=today - _DAY) if pause.holds(today) else pause
        for pause in choice.pauses
        if not (pause.holds(today) and pause.first >= today)
    )
    return choice._replace(chosen=today, pauses=tuple(pauses))


def stopped(today: date) -> PlanChoice:
    """Return the choice of no plan."""
    return PlanChoice(chosen=today)
