"""Extras: light routines beside a plan, for days without one of its sessions (3.2)."""

from collections.abc import Iterator

from footcoach_tui.coach.answers.check_in import RunKind
from footcoach_tui.coach.facts import Facts
from footcoach_tui.coach.progress import Progress
from footcoach_tui.coach.rules.plan import ExtraTime

_WEEK = 7


def extra_routine(facts: Facts, progress: Progress) -> str:
    """Return the first extra that fits the stage and the week, by id; else the gentle one."""
    run = facts.choice.run_on(facts.today) if facts.choice else None
    times = {ExtraTime.OTHER_DAYS}
    if run not in {None, RunKind.NONE}:
        times.add(ExtraTime.AFTER_RUN)
    return next(_fitting(facts, progress, times), facts.rules.gentle)


def release_routine(facts: Facts, progress: Progress) -> str:
    """Return what is done the day after a race: an extra for after a run, or the gentle one."""
    return next(_fitting(facts, progress, {ExtraTime.AFTER_RUN}), facts.rules.gentle)


def _fitting(facts: Facts, progress: Progress, times: set[ExtraTime]) -> Iterator[str]:
    done = [
        session.record.routine
        for day in facts.last(_WEEK)
        for session in day.sessions
        if session.is_counted
    ]
    for extra in progress.plan.extras:
        if (
            extra.time in times
            and extra.from_stage <= progress.stage
            and done.count(extra.routine) < extra.most_a_week
            and extra.routine in facts.rules.routines
        ):
            yield extra.routine
