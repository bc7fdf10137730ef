"""Gentle minutes: the routine for days without training, and mobility by site (1.7)."""

from dataclasses import replace

from footcoach_tui.coach.answers.decision import Action, Decision, Verdict
from footcoach_tui.coach.decisions.day_rules import reasons_of
from footcoach_tui.coach.decisions.kit import with_kit
from footcoach_tui.coach.decisions.pain import MIN_RED_PAIN
from footcoach_tui.coach.decisions.sentences import REST
from footcoach_tui.coach.decisions.situation import Situation
from footcoach_tui.coach.decisions.substitution import PlannedStep, planned, played
from footcoach_tui.session.exercise import Exercise

_ONLY_ANKLES = frozenset({"numb-new", "diabetes-pain", "sore-skin"})
_ANKLES = frozenset({"ankle-pumps", "ankle-circles"})


def gentle(
    situation: Situation, rule: str, sentence: str, *, may_override: bool = False
) -> Decision:
    """Return the decision for gentle minutes, without what would hurt; rest if nothing is left."""
    rest = Decision(Verdict.REST, rule or "nothing-left", sentence or REST)
    routine = situation.rules.routines.get(situation.rules.gentle)
    if routine is None:
        return rest._replace(may_override=may_override)
    reasons = reasons_of(situation)
    left = tuple(_left(each, situation, reasons) for each in planned(routine.steps))
    steps = with_kit(left, situation.rules)
    changes = tuple(change for each in steps for change in each.changes)
    if not played(steps):
        return rest._replace(changes=changes, may_override=may_override)
    return Decision(
        verdict=Verdict.GENTLE,
        rule=rule,
        sentence=sentence,
        routine=replace(routine, steps=played(steps)),
        steps=tuple(each.number for each in steps if each.step),
        changes=changes,
        notes=situation.screening.notes_for(played(steps)),
        offers=(routine.id,),
        may_override=may_override,
    )


def mobility_of(situation: Situation) -> str:
    """Return the mobility routine of the sorest site, by id; gentle if nothing is sore."""
    rules = situation.rules
    for each in situation.scores:
        if each.site in rules.sites and rules.sites[each.site].mobility in rules.routines:
            return rules.sites[each.site].mobility
    return rules.gentle


def _left(each: PlannedStep, situation: Situation, reasons: dict[str, str]) -> PlannedStep:
    """Return a step of the gentle routine, left out where a rule says so."""
    if each.step is None:
        return each
    rules = _rules_against(each.step.exercise, situation)
    if not rules:
        return each
    words = ", ".join(dict.fromkeys(reasons.get(rule, rule) for rule in rules))
    return each.changed(Action.LEAVE, None, rules, words)


def _rules_against(exercise: Exercise, situation: Situation) -> tuple[str, ...]:
    """Return the rules that leave an exercise out of the gentle routine."""
    excluded = situation.screening.excluded(exercise)
    flags = [f"open:{flag.id}" for flag in situation.flags if flag.id in _ONLY_ANKLES]
    if excluded or (flags and exercise.id not in _ANKLES):
        return (excluded,) if excluded else tuple(flags)
    tags = frozenset(exercise.tags)
    return tuple(
        each.rule
        for each in situation.scores
        if (rule := situation.rules.sites.get(each.site))
        and tags & (rule.amber.tags if each.score >= MIN_RED_PAIN else rule.amber.drop)
    )
