"""Check-ins in tests: begun before a routine on a fixed day, and answered by keys."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from bundled import CATALOGUE
from check_in_rules import RULES

from footcoach_tui.coach.answers.check_in import CheckIn, Sore
from footcoach_tui.coach.log import LooseCheckIn, TrainingLog
from footcoach_tui.coach.questions.check_in_flow import SKIP, CheckInFlow
from footcoach_tui.session.record import ExerciseRecord, SessionRecord, SetOutcome, SetRecord
from footcoach_tui.session.side import Side

MakeRecord = Callable[..., SessionRecord]
TODAY = date(2026, 3, 12)
L3 = CATALOGUE.routines["foot-core-8wk-l3"]
LOADED = "heel-raise-single"


def begin(log: TrainingLog | None = None, **options: Any) -> CheckInFlow:
    routine = options.pop("routine", L3)
    return CheckInFlow.begin(routine, log or TrainingLog(), RULES, TODAY, **options)


def typed(flow: CheckInFlow, keys: Sequence[str]) -> CheckInFlow:
    """Type keys, each of which must be an answer."""
    for key in keys:
        after = flow.skip() if key == SKIP else flow.answer(key)
        assert after is not flow, f"{key} answers nothing: {flow.question}"
        flow = after
    return flow


def asked(flow: CheckInFlow) -> str:
    return flow.question.id if flow.question else ""


def loose(day: str, *sore: Sore, flags: tuple[str, ...] | None = None) -> LooseCheckIn:
    return LooseCheckIn(date.fromisoformat(day), CheckIn(sore=sore, flags=flags))


def played(
    make_record: MakeRecord, day: str, exercise: str = LOADED, **fields: Any
) -> SessionRecord:
    outcome = fields.pop("outcome", SetOutcome.DONE)
    done = SetRecord(1, Side.BOTH, 8, 8, 48.0, 48.0, outcome)
    other = SetRecord(1, Side.BOTH, 8, 8, 48.0, 48.0, SetOutcome.DONE)
    exercises = (
        ExerciseRecord(exercise, exercise, (done,)),
        ExerciseRecord("ankle-pumps", "Pumps", (other,)),
    )
    return make_record(day, exercises=exercises, **fields)
