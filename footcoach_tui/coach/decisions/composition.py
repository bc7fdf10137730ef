"""Composition of what is played: a routine with the changes of rows 8 to 14."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from footcoach_tui.coach.answers.decision import Action, Change, Decision, Question, Verdict
from footcoach_tui.coach.decisions.day_rules import fewer_rules, halving_rules, restrictions_of
from footcoach_tui.coach.decisions.gate_steps import after_gates
from footcoach_tui.coach.decisions.gentle import gentle, mobility_of
from footcoach_tui.coach.decisions.kit import with_kit
from footcoach_tui.coach.decisions.pain import MIN_AMBER_PAIN
from footcoach_tui.coach.decisions.sentences import (
    GENTLE,
    GO,
    GO_UNCHANGED,
    NO_KIT,
    lighter,
)
from footcoach_tui.coach.decisions.situation import Situation
from footcoach_tui.coach.decisions.smaller_doses import work_seconds
from footcoach_tui.coach.decisions.substitution import (
    PlannedStep,
    halved,
    planned,
    played,
    substitute,
)
from footcoach_tui.coach.facts.lighter_rules import lighter_rules
from footcoach_tui.session.routine import Step

_LITTLE_PERCENT = 40
"""Row 13: less work than this is little."""


def composed(situation: Situation) -> Decision:
    """Return the decision to play a routine, with its changes; gentle where nothing is left."""
    if situation.is_gentle:
        return _verdict_of_gentle(situation)
    written = situation.routine.steps
    restrictions = restrictions_of(situation)
    # 9: the doses of ladders would take the place of the file's here, in ladder mode.
    gated, questions = after_gates(situation, planned(written))  # 10
    allowed = substitute(gated, restrictions, situation.rules)  # 11 and 12
    if not played(allowed):
        return gentle(situation, "nothing-left", GENTLE)._replace(questions=questions)
    left = with_kit(allowed, situation.rules, restrictions)  # 12a
    if not played(left):
        return gentle(situation, "kit", NO_KIT)._replace(questions=questions)
    is_little = _is_little(written, gated, left)  # 13
    rules_of = {e.number: halving_rules(situation, e.step.exercise) for e in left if e.step}
    steps = halved(left, restrictions, rules_of, fewer_rules(situation))  # 14
    return _decision(situation, steps, questions, is_little=is_little)


def _verdict_of(changes: Iterable[Change]) -> Verdict:
    """Return lighter if a change follows from a rule of the day, else go."""
    rules = lighter_rules("", (change.document() for change in changes))
    return Verdict.LIGHTER if rules - {"little"} else Verdict.GO


def _verdict_of_gentle(situation: Situation) -> Decision:
    """Return the decision on the gentle routine where nothing asks for it."""
    decision = gentle(situation, "", "")
    if decision.verdict is not Verdict.GENTLE:
        return decision
    verdict = _verdict_of(decision.changes)
    return decision._replace(
        verdict=verdict,
        rule=str(verdict),
        sentence=_sentence(situation, verdict, decision.changes),
        notes=(*_unloaded(situation, decision.changes), *decision.notes),
    )


def _is_little(
    written: Sequence[Step], gated: Sequence[PlannedStep], left: Sequence[PlannedStep]
) -> bool:
    """Whether little work is left of a session; a step left out by a gate counts as written."""
    before = sum(work_seconds((each.step or written[each.number - 1]).dose) for each in gated)
    after = sum(work_seconds(step.dose) for step in played(left))
    return 100 * after < _LITTLE_PERCENT * before


def _decision(
    situation: Situation,
    steps: Sequence[PlannedStep],
    questions: tuple[Question, ...],
    *,
    is_little: bool,
) -> Decision:
    changes = tuple(change for each in steps for change in each.changes)
    verdict = _verdict_of(changes)
    decision = Decision(
        verdict=verdict,
        rule=str(verdict),
        sentence=_sentence(situation, verdict, changes),
        routine=replace(situation.routine, steps=played(steps)),
        steps=tuple(each.number for each in steps if each.step),
        changes=changes,
        questions=questions,
        notes=(*_unloaded(situation, changes), *situation.screening.notes_for(played(steps))),
    )
    return _with_mobility(decision, situation) if is_little else decision


def _with_mobility(decision: Decision, situation: Situation) -> Decision:
    """Return the decision with the mobility routine of the site offered first (row 13)."""
    mobility = mobility_of(situation)
    change = Change(0, "", Action.LITTLE, mobility, ("little",), "Little of this session is left.")
    return decision._replace(
        changes=(*decision.changes, change), offers=(mobility, situation.routine.id)
    )


def _unloaded(situation: Situation, changes: Iterable[Change]) -> Iterator[str]:
    """Yield a line for each site with a score of 3 or more for which nothing was changed."""
    named = {rule for change in changes for rule in change.rules}
    for each in situation.scores:
        if each.score >= MIN_AMBER_PAIN and each.rule not in named:
            yield each.little_load(situation.rules)


def _sentence(situation: Situation, verdict: Verdict, changes: tuple[Change, ...]) -> str:
    if verdict is Verdict.GO:
        return GO if changes or situation.score >= MIN_AMBER_PAIN else GO_UNCHANGED
    causes = {each.rule: each.cause(situation.rules) for each in situation.scores}
    return lighter((rule for change in changes for rule in change.rules), causes)
