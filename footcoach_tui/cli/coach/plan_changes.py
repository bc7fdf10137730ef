"""Changes of the plan by arguments: each returns the new choice, and what is said about it."""

import argparse
from collections.abc import Callable, Mapping
from datetime import date

from footcoach_tui.boundary.text import clean
from footcoach_tui.cli.coach.context import CoachContext
from footcoach_tui.cli.errors import CliError, warn
from footcoach_tui.coach.answers.check_in import RunKind
from footcoach_tui.coach.answers.plan_choice import WEEKDAYS, PauseReason, PlanChoice
from footcoach_tui.coach.facts.facts import Facts
from footcoach_tui.coach.plans import changes as plan_changes
from footcoach_tui.coach.questions.profile_flow import is_profile_due
from footcoach_tui.coach.rules.plan import Plan
from footcoach_tui.text.durations import counted

_MAX_SENTENCE = 200
_NO_PLAN = (
    "there is no plan yet: footcoach plan list shows them, footcoach plan start ID begins one"
)
_MISSED = "If I miss it, "


def present_choice(coach: CoachContext) -> PlanChoice:
    """Return the choice of a plan. Raises CliError without one."""
    choice = coach.log.choice
    if choice is None or choice.plan not in coach.rules.plans:
        raise CliError(_NO_PLAN)
    return choice


def day_names(days: frozenset[int]) -> str:
    return ", ".join(WEEKDAYS[number].capitalize() for number in sorted(days))


def run_names(runs: Mapping[int, RunKind]) -> str:
    """Return the runs of a week in words; "" for none."""
    known = (day for day in sorted(runs) if runs[day] is not RunKind.NONE)
    return ", ".join(f"{WEEKDAYS[day].capitalize()} {runs[day]}" for day in known)


def _start(coach: CoachContext, args: argparse.Namespace) -> tuple[PlanChoice, str]:
    plans = coach.rules.plans
    plan = plans.get(args.plan)
    if plan is None:
        raise CliError.unknown("plan", args.plan, plans, "plan list")
    if args.stage > len(plan.stages):
        raise CliError(f"{plan.id} has {len(plan.stages)} stages")
    if not args.replace:
        _check_none_runs(coach)
    earlier = plan_changes.last_chosen(coach.log.choices)
    choice = plan_changes.started(
        plan, earlier, coach.today, weekdays=args.on or frozenset(), stage=args.stage
    )
    said = f"{plan.title} begins today, on {day_names(choice.weekdays)}."
    log = coach.log._replace(choices=(choice,))
    if is_profile_due(Facts.of(log, coach.rules, coach.today)):
        said += " Before the first session: footcoach profile ask"
    _warn_of_days(plan, choice.weekdays)
    return choice, said


def _check_none_runs(coach: CoachContext) -> None:
    """Raise CliError if a plan is running: to begin another one ends it with its progress."""
    choice = coach.log.choice
    plan = coach.rules.plans.get(choice.plan) if choice else None
    if choice and plan:
        raise CliError(
            f"{plan.title} is running since {choice.begun.isoformat()}: "
            "footcoach plan stop ends it, or add --replace"
        )


def _warn_of_days(plan: Plan, days: frozenset[int]) -> None:
    """Warn if there are fewer or more days a week than the plan asks for."""
    least, most = plan.days
    if not least <= len(days) <= most:
        asked = f"{least} to {most} days" if most > least else counted(least, "day")
        warn([f"This plan asks for {asked} a week."])


def _days(coach: CoachContext, args: argparse.Namespace) -> tuple[PlanChoice, str]:
    choice = present_choice(coach)._replace(weekdays=args.weekdays)
    _warn_of_days(coach.rules.plans[choice.plan], choice.weekdays)
    return choice, f"Days: {day_names(choice.weekdays)}."


def _runs(coach: CoachContext, args: argparse.Namespace) -> tuple[PlanChoice, str]:
    choice = present_choice(coach)._replace(runs=args.runs)
    return choice, f"Runs: {run_names(choice.runs) or 'none'}."


def _race(coach: CoachContext, args: argparse.Namespace) -> tuple[PlanChoice, str]:
    choice = present_choice(coach)
    if args.remove:
        if args.day not in choice.races:
            raise CliError(f"no race is on {args.day.isoformat()}")
        races = choice.races - {args.day}
    else:
        _check_to_come(coach, args.day)
        races = choice.races | {args.day}
    choice = choice._replace(races=races)
    days = ", ".join(day.isoformat() for day in sorted(races) if day >= coach.today)
    return choice, f"Races: {days or 'none'}."


def _pause(coach: CoachContext, args: argparse.Namespace) -> tuple[PlanChoice, str]:
    if args.until is not None:
        _check_to_come(coach, args.until)
    reason = PauseReason(args.why)
    choice = plan_changes.paused(present_choice(coach), coach.today, args.until, reason)
    until = f"up to and including {args.until.isoformat()}" if args.until else "until you resume it"
    said = f"Paused {until}. Nothing is lost. To go on: footcoach plan resume"
    if reason is PauseReason.HURT:
        said += ". When to have it seen: footcoach flags"
    return choice, said


def _resume(coach: CoachContext, args: argparse.Namespace) -> tuple[PlanChoice, str]:
    del args
    choice = present_choice(coach)
    if choice.pause_on(coach.today) is None:
        raise CliError("the plan is not paused")
    return plan_changes.resumed(choice, coach.today), "Welcome back. The plan goes on."


def _stop(coach: CoachContext, args: argparse.Namespace) -> tuple[PlanChoice, str]:
    del args
    present_choice(coach)
    return plan_changes.stopped(coach.today), "The plan has ended; your history stays."


def _if_then(coach: CoachContext, args: argparse.Namespace) -> tuple[PlanChoice, str]:
    sentence = clean(args.sentence, limit=_MAX_SENTENCE)
    choice = present_choice(coach)
    if args.missed or sentence.startswith(_MISSED):
        return choice._replace(if_missed=sentence), sentence
    return choice._replace(if_then=sentence), sentence


_Change = Callable[[CoachContext, argparse.Namespace], tuple[PlanChoice, str]]
CHANGES: Mapping[str, _Change] = {
    "start": _start,
    "days": _days,
    "runs": _runs,
    "race": _race,
    "pause": _pause,
    "resume": _resume,
    "stop": _stop,
    "if-then": _if_then,
}
"""Change of each action of `footcoach plan`. They raise CliError."""


def _check_to_come(coach: CoachContext, day: date) -> None:
    if day < coach.today:
        raise CliError(f"{day.isoformat()} is over")
