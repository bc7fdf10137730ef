"""Start of a plan: the day and the stage from which its sessions are read."""

from datetime import date

from footcoach_tui.coach.answers.plan_choice import PlanChoice
from footcoach_tui.coach.facts.facts import Facts
from footcoach_tui.coach.rules.plan import Plan


def plan_start(facts: Facts, plan: Plan, choice: PlanChoice) -> tuple[date, int]:
    """Return the day and the stage to begin with: those of the choice, unless it is too old.

    Then it is the first day that is looked at, with the stage of the last session before it.
    """
    chosen = min(max(1, choice.stage), len(plan.stages))
    if choice.begun >= facts.first_day:
        return choice.begun, chosen
    for record in reversed(facts.log.sessions):
        day = record.started.date()
        stage = facts.routines.stage_of(record.routine)
        if choice.begun <= day < facts.first_day and stage and record.is_counted:
            return facts.first_day, stage
    return facts.first_day, chosen
