"""The plan as lines of text and as JSON values: stage, weeks, ladders, and what is needed."""

from collections.abc import Iterable, Iterator

from footcoach_tui.cli.coach.context import CoachContext
from footcoach_tui.cli.coach.plan_changes import day_names, run_names
from footcoach_tui.coach.answers.plan_choice import PlanChoice
from footcoach_tui.coach.plans.ladders import LadderProgress, rungs
from footcoach_tui.coach.plans.offers import Offer
from footcoach_tui.coach.plans.progress import Progress
from footcoach_tui.text.durations import counted

_OFFERS = {
    Offer.FOURTH_DAY: "Three clean sessions: one more day a week fits, if you like.",
    Offer.LIGHTER_WEEK: "Eight weeks at this level. For a lighter week: footcoach plan lighter",
    Offer.STAY: "You may stay at this stage: it trains you just as well.",
    Offer.END: (
        "You have done what the course asks for. To keep it: footcoach plan start {after} --replace"
    ),
}
_WEEKS_BEHIND, _WEEKS_AHEAD = 4, 4


def no_plan_lines(coach: CoachContext) -> Iterator[str]:
    yield "No plan. Any time is fine."
    for plan in coach.rules.plans.values():
        yield f"{plan.title}: {plan.summary} footcoach plan start {plan.id}"


def plan_lines(coach: CoachContext, progress: Progress) -> Iterator[str]:
    """Yield the plan: the stage, what it asks for, the days, the weeks, and the ladders."""
    plan, stage = progress.plan, progress.current
    title = coach.rules.routines[stage.routine].title
    yield f"{plan.title}: stage {progress.stage} of {len(plan.stages)}, {title}."
    yield f"{counted(progress.sessions, 'session')} in this stage since {progress.since}."
    if progress.needs:
        yield f"To go on: {'; '.join(progress.needs)}."
    if progress.lighter_until:
        yield f"A lighter week, until {progress.lighter_until}."
    if coach.log.choice:
        yield from _choice_lines(coach.log.choice, progress)
    yield from (_OFFERS[offer].format(after=plan.after) for offer in progress.offers)
    yield ""
    yield from _week_lines(progress)
    yield ""
    yield from _ladder_lines(rungs(coach.log, coach.rules, coach.today))


def _choice_lines(choice: PlanChoice, progress: Progress) -> Iterator[str]:
    if choice.weekdays:
        yield f"Days: {day_names(choice.weekdays)}."
    races = (f"race {day}" for day in sorted(choice.races) if day >= progress.day)
    if said := ", ".join(filter(None, (run_names(choice.runs), *races))):
        yield f"Runs: {said}."
    if pause := choice.pause_on(progress.day):
        yield f"Paused until {pause.last}." if pause.last else "Paused."
    yield from filter(None, (choice.if_then, choice.if_missed))


def _week_lines(progress: Progress) -> Iterator[str]:
    behind = [week for week in progress.weeks if not week.is_ahead][-_WEEKS_BEHIND:]
    for week in behind:
        yield f"Week of {week.monday}: {week.done} of {week.planned} done, stage {week.stage}."
    for week in [week for week in progress.weeks if week.is_ahead][:_WEEKS_AHEAD]:
        yield f"Week of {week.monday}: {week.planned} planned, usually stage {week.stage}."


def _ladder_lines(ladders: Iterable[LadderProgress]) -> Iterator[str]:
    """Yield a line for each ladder that is open at the present stage."""
    yield "Ladders, from your history:"
    for each in ladders:
        if each.rung:
            name = each.ladder.name
            yield f"{name}: rung {each.rung} of {each.last}, {each.dose}. {each.sentence}"


def plan_document(coach: CoachContext, progress: Progress | None) -> dict[str, object]:
    """Return the plan as JSON values; all of them None without one."""
    if progress is None:
        return {"plan": None}
    stage = progress.current
    return {
        "plan": progress.plan.id,
        "title": progress.plan.title,
        "stage": progress.stage,
        "stages": len(progress.plan.stages),
        "routine": stage.routine,
        "since": progress.since.isoformat(),
        "sessions": progress.sessions,
        "needs": list(progress.needs),
        "held-by": progress.held_by or None,
        "lighter-until": progress.lighter_until.isoformat() if progress.lighter_until else None,
        "offers": [str(offer) for offer in progress.offers],
        "choice": coach.log.choice.document() if coach.log.choice else None,
        "weeks": [
            {
                "monday": week.monday.isoformat(),
                "planned": week.planned,
                "done": week.done,
                "stage": week.stage,
                "ahead": week.is_ahead,
            }
            for week in progress.weeks
        ],
        "ladders": [
            {
                "id": each.ladder.id,
                "name": each.ladder.name,
                "rung": each.rung,
                "top": each.top,
                "last": each.last,
                "dose": each.dose,
                "clean": each.clean,
                "needed": each.needed,
                "sentence": each.sentence,
            }
            for each in rungs(coach.log, coach.rules, coach.today)
        ],
    }
