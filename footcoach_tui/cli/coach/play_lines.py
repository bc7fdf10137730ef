"""Lines after `footcoach checkin`: the routine with its minutes, or the routines on offer."""

from collections.abc import Iterator

from footcoach_tui.cli.coach.context import CoachContext
from footcoach_tui.coach.answers.decision import Decision, Verdict
from footcoach_tui.coach.decisions.sentences import routine_words
from footcoach_tui.session.length import routine_minutes
from footcoach_tui.session.routine import Routine

_PAUSE = "pause"


def _pause_sentence(coach: CoachContext) -> str:
    """Return that the plan is paused, and until when; "" if it is not."""
    due = coach.due
    return f"The plan is {due.sentence[:1].lower()}{due.sentence[1:]}" if due.rule == _PAUSE else ""


def play_lines(coach: CoachContext, planned: Routine, decision: Decision) -> Iterator[str]:
    """Yield what would be played, or else is offered; nothing after a stop."""
    if decision.verdict is Verdict.STOP:
        return
    if pause := _pause_sentence(coach):
        yield pause
    if decision.routine:
        yield f"To play: {routine_words(decision.routine, planned)}."
        return
    for routine in _offered(coach, decision):
        yield f"On offer: {routine_words(routine)}: footcoach play {routine.id}"


def play_document(coach: CoachContext, decision: Decision) -> dict[str, object]:
    """Return the same as JSON values."""
    return {
        "plays": decision.routine.id if decision.routine else None,
        "title": decision.routine.title if decision.routine else None,
        "minutes": routine_minutes(decision.routine) if decision.routine else None,
        "offered": [
            {"routine": each.id, "title": each.title, "minutes": routine_minutes(each)}
            for each in _offered(coach, decision)
        ],
        "paused": _pause_sentence(coach),
    }


def _offered(coach: CoachContext, decision: Decision) -> list[Routine]:
    routines = coach.rules.routines
    return [routines[id_] for id_ in decision.offers if id_ in routines]
