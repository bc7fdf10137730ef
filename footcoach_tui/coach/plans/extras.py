"""Extras: light routines beside a plan, for days without one of its sessions (3.2)."""

from collections.abc import Collection

from footcoach_tui.coach.answers.check_in import RunKind
from footcoach_tui.coach.facts.facts import Facts
from footcoach_tui.coach.plans.progress import Progress
from footcoach_tui.coach.rules.plan import Extra, ExtraTime

_WEEK = 7


def extra_routine(facts: Facts, progress: Progress) -> str:
    """Return the first extra that fits the stage and the week, by id; else the gentle one."""
    run = facts.choice.run_on(facts.today) if facts.choice else None
    times = {ExtraTime.OTHER_DAYS}
    if run not in {None, RunKind.NONE}:
        times.add(ExtraTime.AFTER_RUN)
    return next(iter(extras(facts, progress.stage, times)), facts.rules.gentle)


def release_routine(facts: Facts, progress: Progress) -> str:
    """Return what is done the day after a race: an extra for after a run, or the gentle one."""
    return next(iter(extras(facts, progress.stage, {ExtraTime.AFTER_RUN})), facts.rules.gentle)


def extras(facts: Facts, stage: int, times: Collection[ExtraTime]) -> tuple[str, ...]:
    """Return the extras, by routine, that fit the stage, the time and the last seven days."""
    if facts.plan is None:
        return ()
    return tuple(
        extra.routine
        for extra in facts.plan.extras
        if extra.time in times
        and extra.from_stage <= stage
        and extra.routine in facts.rules.routines
        and _has_room(facts, extra)
    )


def _has_room(facts: Facts, extra: Extra) -> bool:
    """Whether the extra was done less than its number of times in the last seven days."""
    done = sum(
        session.record.routine == extra.routine and session.is_counted
        for day in facts.last(_WEEK)
        for session in day.sessions
    )
    return done < extra.most_a_week
