"""A plan as text: before it is chosen, and how far it is."""

from collections.abc import Iterable, Iterator
from datetime import date

from textual.content import Content

from footcoach_tui.app.cards.weekdays import weekday_names
from footcoach_tui.coach.answers.plan_choice import PauseReason, PlanChoice
from footcoach_tui.coach.plans.ladders import LadderProgress
from footcoach_tui.coach.plans.offers import Offer
from footcoach_tui.coach.plans.progress import Progress
from footcoach_tui.coach.plans.weeks import PlanWeek
from footcoach_tui.coach.rules.plan import Plan
from footcoach_tui.coach.rules.rules import Rules
from footcoach_tui.text.durations import short_day

_NAME, _BAR = 18, 13
"""Columns of the name of a ladder, and of its bar: a character a rung."""

_RUNG, _OPEN, _LATER = "■", "□", "·"
_WEEKS_BEHIND, _WEEKS_AHEAD = 4, 3
_PAUSE_WORDS = {
    PauseReason.HOLIDAY: "a holiday",
    PauseReason.ILL: "an illness",
    PauseReason.HURT: "an injury",
}
_OFFERS = {
    Offer.FOURTH_DAY: "Three clean sessions: one more day a week fits, if you like. w adds it.",
    Offer.LIGHTER_WEEK: "Eight weeks at this level. For a lighter week press L.",
    Offer.STAY: "You may stay at this stage: it trains you just as well.",
    Offer.END: "You have done what the course asks for. N goes on with the plan after it.",
}


def plan_row(plan: Plan) -> Content:
    """Return the row of a plan in the list."""
    return Content.assemble((plan.title, "bold"), (f"\n{_dose(plan)}", "$secondary"))


def plan_description(plan: Plan, rules: Rules) -> Content:
    """Return what a plan is, before it is chosen."""
    titles = [rules.routines[stage.routine].title for stage in plan.stages]
    lines = [
        Content.styled(plan.title, "bold $accent"),
        Content(plan.summary),
        Content(_dose(plan)),
        _block("Stages" if len(titles) > 1 else "Routine", titles),
        _block("Where this comes from", filter(None, (plan.source_note,))),
    ]
    if plan.disclaimer:
        lines.append(_block("Please note", (plan.disclaimer,)))
    lines.append(Content.assemble("Press ", ("enter", "bold $accent"), " to choose it."))
    return Content("\n\n").join(line for line in lines if len(line))


def plan_progress(
    progress: Progress,
    choice: PlanChoice,
    ladders: Iterable[LadderProgress],
    rules: Rules,
    profile_line: str,
) -> Content:
    """Return how far a plan is."""
    today = progress.day
    blocks = [
        _head(progress, choice, today),
        _stage(progress, rules),
        Content("\n").join((_heading("Weeks"), *_weeks(progress.weeks))),
        Content("\n").join((_heading("Ladders"), *map(_ladder, ladders))),
        _block("When and where", filter(None, (choice.if_then, choice.if_missed))),
        _block("About you", (profile_line,)),
    ]
    return Content("\n\n").join(block for block in blocks if len(block))


def _dose(plan: Plan) -> str:
    low, high = plan.days
    days = f"{low} to {high} days a week" if low != high else f"{low} days a week"
    first, last = plan.minutes
    return f"{days} · {first} to {last} minutes" if last else days


def _head(progress: Progress, choice: PlanChoice, today: date) -> Content:
    lines = [Content.styled(progress.plan.title, "bold $accent")]
    days = f"{weekday_names(choice.weekdays)} · " if choice.weekdays else ""
    lines.append(Content(f"{days}begun {short_day(choice.begun, today)}"))
    if pause := choice.pause_on(today):
        until = f" until {short_day(pause.last, today)}" if pause.last else ""
        words = f"Paused for {_PAUSE_WORDS[pause.reason]}{until}. z ends the pause."
        lines.append(Content.styled(words, "bold"))
    if races := [short_day(day, today) for day in sorted(choice.races) if day >= today]:
        lines.append(Content(f"Races: {', '.join(races)}."))
    if progress.lighter_until:
        lines.append(Content(f"A lighter week, until {short_day(progress.lighter_until, today)}."))
    return Content("\n").join(lines)


def _stage(progress: Progress, rules: Rules) -> Content:
    routine = rules.routines[progress.current.routine]
    count = len(progress.plan.stages)
    place = f"Stage {progress.stage} of {count}" if count > 1 else "Routine"
    lines = [Content.assemble((f"{place}: ", "bold"), routine.title)]
    if progress.stage < count:
        next_stage = progress.stage + 1
        if progress.needs:
            lines.append(Content(f"To go on to stage {next_stage}:"))
            lines += [Content.assemble(("· ", "$secondary"), "\t", each) for each in progress.needs]
        else:
            lines.append(Content(f"Stage {next_stage} begins with the next session."))
    lines += [Content(_OFFERS[offer]) for offer in progress.offers]
    return Content("\n").join(lines)


def _weeks(weeks: tuple[PlanWeek, ...]) -> Iterator[Content]:
    """Yield a line for each of the last weeks, the present one, and the next ones."""
    behind = [week for week in weeks if not week.is_ahead]
    ahead = [week for week in weeks if week.is_ahead][:_WEEKS_AHEAD]
    first = max(0, len(behind) - 1 - _WEEKS_BEHIND)
    for number, week in enumerate((*behind[first:], *ahead), first + 1):
        is_present = number == len(behind)
        open_cells = week.planned - week.done if is_present or week.is_ahead else 0
        whole = "■" * (week.done - week.lighter) + "◧" * week.lighter
        cells = whole + "○" * max(0, open_cells)
        done = "" if week.is_ahead else f"{week.done} of {week.planned}"
        words = f"{week.monday:%a %d %b}  {cells or '·':<5}  {done:<6}  stage {week.stage}"
        line = Content(f"{'▶' if is_present else ' '} {words}")
        yield line if is_present else line.stylize("$secondary")


def _ladder(ladder: LadderProgress) -> Content:
    """Return a small bar of a ladder, its rung, and what the next one asks."""
    steps = range(1, ladder.last + 1)
    bar = "".join(
        _RUNG if step <= ladder.rung else _OPEN if step <= ladder.top else _LATER for step in steps
    )
    place = f"{ladder.rung} of {ladder.last}" if ladder.rung else "later"
    return Content.assemble(
        f"{ladder.ladder.name:<{_NAME}} ",
        (f"{bar:<{_BAR}}", "$primary"),
        f" {place:<8}  ",
        ("\t", ""),
        (ladder.sentence, "$secondary"),
    )


def _heading(text: str) -> Content:
    return Content.styled(text, "bold")


def _block(heading: str, lines: Iterable[str]) -> Content:
    texts = [Content(line) for line in lines]
    return Content("\n").join((_heading(heading), *texts)) if texts else Content("")
