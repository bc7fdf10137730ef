"""Entries in words, for the list of what can be undone."""

from collections.abc import Mapping, Sequence

from footcoach_tui.coach.answers.check_in import CheckIn, Energy
from footcoach_tui.coach.answers.documents import text, texts
from footcoach_tui.coach.answers.plan_choice import PlanChoice
from footcoach_tui.coach.answers.words import scored_sites
from footcoach_tui.history.fields import Document
from footcoach_tui.history.months.entries import EntryKind

_PLAN_CHANGES: Mapping[str, str] = {
    "weekdays": "the days of the plan",
    "runs": "the runs",
    "races": "the races",
    "if_then": "the sentence of the plan",
    "if_missed": "the sentence for trouble",
    "at": "the time of reminders",
}
_ENERGY = {Energy.ILL: "ill", Energy.SHORT: "short of time"}


def entry_words(kind: EntryKind, documents: Sequence[Document], earlier: Sequence[Document]) -> str:
    """Return what was done, such as "paused the plan on 2026-03-06".

    `earlier` are the entries of the kind so far, the latest first.
    """
    document = documents[0]
    day = text(document.get("day"))
    match kind:
        case EntryKind.CHECK_IN:
            answers = "; ".join(_answers(CheckIn.read(document)))
            return f"saved the check-in of {day}{answers and ': '}{answers}"
        case EntryKind.CLEARED:
            return f"closed as seen on {day}: {', '.join(texts(document.get('flags')) or ())}"
        case EntryKind.PROFILE:
            return f"saved the answers about you of {day}"
        case EntryKind.TEST:
            results = ", ".join(map(_result, documents))
            return f"added {text(document.get('test'))} of {day}: {results}"
        case EntryKind.PLAN:
            before = PlanChoice.read(earlier[0]) if earlier else None
            return f"{_plan_change(PlanChoice.read(document), before)} on {day}"


def _answers(check_in: CheckIn) -> list[str]:
    sore = [] if check_in.sore is None else [scored_sites(check_in.sore) or "nothing sore"]
    energy = [_ENERGY[check_in.energy]] if check_in.energy in _ENERGY else []
    signs = [f"sign {flag}" for flag in check_in.flags or ()]
    return [*sore, *energy, *signs, *(["a lighter week"] if check_in.wants_lighter else [])]


def _result(document: Document) -> str:
    unit = text(document.get("unit"))
    value = document.get("value")
    number = f"{value:g}" if isinstance(value, float) else value
    return f"{text(document.get('side'))} {number}{unit and ' '}{unit}"


def _plan_change(choice: PlanChoice | None, before: PlanChoice | None) -> str:
    if choice is None or not choice.plan:
        return "left the plan"
    if before is None or (before.plan, before.begun) != (choice.plan, choice.begun):
        return f"began the plan {choice.plan}"
    if choice.pauses != before.pauses:
        is_new = bool(set(choice.pauses) - set(before.pauses))
        is_open = choice.pause_on(choice.chosen) is not None
        return "paused the plan" if is_new and is_open else "ended the pause of the plan"
    changed = (
        words
        for field, words in _PLAN_CHANGES.items()
        if getattr(choice, field) != getattr(before, field)
    )
    return f"changed {', '.join(changed) or 'the plan'}"
