"""A routine that only the person's kit changes: where there is no check-in."""

from dataclasses import replace

from footcoach_tui.coach.answers.decision import Decision, Verdict
from footcoach_tui.coach.decisions.day_rules import restrictions_of
from footcoach_tui.coach.decisions.kit import kit_notes, lacking, with_kit
from footcoach_tui.coach.decisions.sentences import GO, GO_UNCHANGED, NO_KIT
from footcoach_tui.coach.decisions.situation import Situation
from footcoach_tui.coach.decisions.substitution import planned, played


def only_equipped(situation: Situation) -> Decision:
    """Return the decision to play a routine as it can be done with the kit; gates stay on steps."""
    routine, rules = situation.routine, situation.rules
    if situation.is_rehab:
        return Decision(Verdict.GO, "R0", GO, routine, notes=kit_notes(routine, rules))
    steps = with_kit(planned(routine.steps), rules, restrictions_of(situation))
    changes = tuple(change for each in steps for change in each.changes)
    left = tuple(
        replace(step, swap=None) if step.swap and lacking(step.swap.exercise, rules.kit) else step
        for step in played(steps)
    )
    if not left:
        return Decision(Verdict.REST, "kit", NO_KIT, changes=changes)
    sentence = GO if changes else GO_UNCHANGED
    numbers = tuple(each.number for each in steps if each.step)
    return Decision(
        Verdict.GO, "go", sentence, replace(routine, steps=left), numbers, changes=changes
    )
