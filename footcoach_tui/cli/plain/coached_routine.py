"""Routine of a plain session as the coach changes it: after a check-in, or by what is known."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from footcoach_tui import wiring
from footcoach_tui.cli.coach.check_in_entry import (
    check_in_document,
    is_as_planned,
    save_check_in,
    save_morning,
)
from footcoach_tui.cli.coach.check_in_lines import NOT_ANSWERED, decision_lines
from footcoach_tui.cli.coach.context import CoachContext
from footcoach_tui.cli.plain.check_in import CheckInDialogue, CheckInResult, begin_check_in
from footcoach_tui.cli.plain.keyboard import Keyboard
from footcoach_tui.cli.plain.profile import ask_profile
from footcoach_tui.coach.answers.check_in import CheckIn
from footcoach_tui.coach.answers.decision import Decision, Verdict
from footcoach_tui.coach.decisions.day_check_in import counts_at_once
from footcoach_tui.coach.decisions.decide import decide
from footcoach_tui.coach.decisions.kit_only import only_equipped
from footcoach_tui.coach.decisions.situation import Situation
from footcoach_tui.coach.questions.profile_flow import ProfileFlow, needs_profile
from footcoach_tui.history.months.entries import EntryKind
from footcoach_tui.playback.check_in_file import CheckInFile
from footcoach_tui.session.routine import Routine

_REHAB = "R0"
"""Rule of routines of rehabilitation: their own gates stay."""

_REFUSED = (Verdict.STOP, Verdict.REST, Verdict.GENTLE)


class CoachedRoutine(NamedTuple):
    """Routine to play, with what its record keeps of the check-in; None if there was none."""

    routine: Routine
    checkin: Mapping[str, object] | None = None


def after_check_in(
    coach: CoachContext,
    routine: Routine,
    keyboard: Keyboard,
    write: Callable[[Iterable[str]], None],
    context: str,
) -> CoachedRoutine | None:
    """Ask the check-in; None if nothing is to be played. Raises HistoryError.

    A check-in that ends in something else, or counts for the day at once, is saved as an entry.
    """
    known = _with_profile(coach, routine, keyboard, write)
    if known is None:
        return None
    coach = known
    file = CheckInFile(wiring.folders().state)
    result = CheckInDialogue(coach, keyboard, write, file).ask(
        begin_check_in(coach, routine, context)
    )
    save_morning(coach, result.flow)
    check_in, decision = result.flow.check_in, result.decision
    if not result.is_begun:
        _keep(coach, result, file)
        return None
    if counts_at_once(check_in, decision):
        save_check_in(coach, check_in, decision)
    file.discard()
    if check_in.sore is None and not _is_gentle(coach, decision):
        write([NOT_ANSWERED])
    played = _without_gates(decision)
    return CoachedRoutine(played, check_in_document(check_in, decision)) if played else None


def without_check_in(
    coach: CoachContext,
    routine: Routine,
    write: Callable[[Iterable[str]], None],
    context: str,
) -> CoachedRoutine | None:
    """Return the routine without a check-in; None if what is known forbids it today."""
    check_in = CheckIn(context=context)
    decision = decide(routine, check_in, coach.log, coach.rules, coach.today)
    if decision.verdict not in _REFUSED:
        return _equipped(
            Situation.of(routine, check_in, coach.log, coach.rules, coach.today), write
        )
    if decision.routine is not None and decision.routine.id == routine.id:
        return CoachedRoutine(decision.routine)
    write(decision_lines(decision))
    if decision.verdict is not Verdict.STOP:
        write([f"Gentle minutes: footcoach play {coach.rules.gentle}"])
    return None


def _equipped(
    situation: Situation, write: Callable[[Iterable[str]], None]
) -> CoachedRoutine | None:
    """Return a routine that only the kit changes; None, once it is said, if nothing is left."""
    decision = only_equipped(situation)
    write(decision.notes)
    write(change.sentence for change in decision.changes)
    if decision.routine is None:
        write([decision.sentence])
        return None
    document = check_in_document(situation.check_in, decision) if decision.changes else None
    return CoachedRoutine(decision.routine, document)


def _with_profile(
    coach: CoachContext,
    routine: Routine,
    keyboard: Keyboard,
    write: Callable[[Iterable[str]], None],
) -> CoachContext | None:
    """Ask the profile if it is due; returns the context with it, None if the person left."""
    if not needs_profile(routine, coach.facts):
        return coach
    profile = coach.log.profile
    flow = ProfileFlow.begin(coach.rules.questions, profile, only_required=not profile)
    asked = ask_profile(flow, keyboard, write)
    if asked is None or not asked.is_over:
        return None
    coach.save_entry(EntryKind.PROFILE, asked.profile(coach.today).document())
    return CoachContext(coach.history, coach.today, kit=coach.kit)


def _keep(coach: CoachContext, result: CheckInResult, file: CheckInFile) -> None:
    """Save the answers where they change the day; else they are kept for a while."""
    if result.flow.typed and not is_as_planned(result.decision):
        save_check_in(coach, result.flow.check_in, result.decision)
        file.discard()


def _is_gentle(coach: CoachContext, decision: Decision) -> bool:
    return decision.routine is not None and decision.routine.id == coach.rules.gentle


def _without_gates(decision: Decision) -> Routine | None:
    """Return the routine of a decision; the coach has answered its gates."""
    routine = decision.routine
    if routine is None or decision.rule == _REHAB:
        return routine
    steps = tuple(replace(step, gate=None, swap=None) for step in routine.steps)
    return replace(routine, steps=steps, gates=())
