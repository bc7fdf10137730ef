"""Questions besides those of gates whose answers change something today, and reminders."""

from collections.abc import Iterator

from footcoach_tui.coach.answers.check_in import BreakReason, MorningAnswer
from footcoach_tui.coach.answers.decision import Decision, Question, Verdict
from footcoach_tui.coach.decisions.sentences import (
    WORSE_AGAIN,
    WORSE_AND_SORE,
    WORSE_NEXT,
    WORSE_PUT_OFF,
)
from footcoach_tui.coach.decisions.situation import Situation
from footcoach_tui.coach.facts.across_sessions import NOT_BETTER, lasting_hint
from footcoach_tui.coach.facts.flag_list import is_flag_list_due
from footcoach_tui.coach.facts.session import AMBER, RED, SessionFacts

_BREAK_DAYS = 14
"""3.6: days without training from which the reason is asked."""

_MOST = 2
"""1.1: how many of the questions below are asked in a session."""

_LIMITED = ("break", "run-today", "six-hours", "tomorrow-easy", "shoes", "longer-run")
_RUNNERS = ("under-6", "under-26", "longer")
_LONGER_RUN = "Long jumps in a single run go with more injuries; keep this week easy."
_PLAYED = (Verdict.GO, Verdict.LIGHTER, Verdict.INSTEAD)


def with_questions(situation: Situation, decision: Decision) -> Decision:
    """Return a decision with all that is still to be asked, and with reminders."""
    if decision.verdict is Verdict.STOP:
        return decision
    asked = {each.id: each for each in decision.questions}
    if decision.verdict in _PLAYED and situation.is_training:
        asked |= {each.id: each for each in _about_training(situation)}
    limited = [each for name in _LIMITED if (each := asked.pop(name, None))]
    flags = (
        [Question("flags", "Is any of these true? Choose the first that is.")]
        if _asks_flags(situation)
        else []
    )
    notes = [*_worse_morning(situation, decision)]
    if decision.verdict in _PLAYED:
        notes += _notes(situation)
    return decision._replace(
        questions=(*flags, *asked.values(), *limited[:_MOST]),
        notes=tuple(dict.fromkeys((*notes, *decision.notes))),
    )


def _asks_flags(situation: Situation) -> bool:
    """Whether the list of red flags is to be shown (1.2, and 3.6 after an injury)."""
    check_in = situation.check_in
    if check_in.flags is not None:
        return False
    is_hurt = check_in.break_reason is BreakReason.HURT
    return is_hurt or is_flag_list_due(check_in, situation.log, situation.today)


def _about_training(situation: Situation) -> Iterator[Question]:
    progress, check_in = situation.progress, situation.check_in
    is_runner = _is_runner(situation)
    if progress and check_in.break_reason is None:
        away = (situation.today - progress.last_session).days
        if away >= _BREAK_DAYS:
            yield Question("break", "Why the break?")
    if is_runner and situation.runs.today is None and _is_strength_on_one_foot(situation):
        yield Question("run-today", "A run today?")
    if is_runner and progress and progress.goes_up_today and not check_in.ran_longer:
        yield Question(
            "longer-run",
            "A run in the last 7 days more than a tenth longer than your longest "
            "of the 30 days before?",
        )


def _is_strength_on_one_foot(situation: Situation) -> bool:
    return situation.is_on_one_foot and not situation.is_before_run


def _is_runner(situation: Situation) -> bool:
    profile = situation.facts.profile
    return profile is not None and profile.answers.get("running") in _RUNNERS


def _worse_morning(situation: Situation, decision: Decision) -> Iterator[str]:
    """Yield what a morning that was answered worse today changes (1.10)."""
    session = _session_before(situation)
    if session is None or session.top_score >= RED:
        return
    if decision.rule == "sore":
        yield WORSE_PUT_OFF
    elif decision.verdict not in (Verdict.GO, Verdict.LIGHTER) or not situation.is_training:
        yield WORSE_NEXT
    else:
        yield WORSE_AND_SORE if session.top_score >= AMBER else WORSE_AGAIN


def _session_before(situation: Situation) -> SessionFacts | None:
    """Return the training session before today whose morning was answered worse today."""
    last = next((day for day in situation.facts.back() if day.has_session), None)
    return next(
        (
            session
            for session in (last.sessions if last else ())
            if session.is_training
            and session.morning is MorningAnswer.WORSE
            and session.morning_asked == situation.today
        ),
        None,
    )


def _notes(situation: Situation) -> Iterator[str]:
    """Yield the reminders of the day."""
    progress, flags = situation.progress, situation.rules.flags
    if situation.is_training and progress and progress.welcome:
        yield progress.welcome
    if situation.check_in.ran_longer:
        yield _LONGER_RUN
    if NOT_BETTER in flags and lasting_hint(situation.facts):
        yield flags[NOT_BETTER].advice
