"""Notes at the end of a session: what it does not count for, and the profile's reminders."""

from datetime import UTC, date, datetime

import pytest
from builders import three_step_routine
from check_in_rules import RULES

from footcoach_tui.coach.answers.plan_choice import PlanChoice
from footcoach_tui.coach.answers.profile import Profile
from footcoach_tui.coach.log import TrainingLog
from footcoach_tui.coach.questions.after_notes import after_notes
from footcoach_tui.coach.rules.plan import Plan, PlanKind, Stage
from footcoach_tui.coach.rules.questions import Effect, ProfileQuestion
from footcoach_tui.session.exercise import Level
from footcoach_tui.session.record import SessionRecord
from footcoach_tui.session.record_builder import SessionInfo
from footcoach_tui.session.timeline import compile_timeline

DAY = date(2026, 3, 4)
INFO = SessionInfo("01KK01Z2ZG8Q2N5V0J5C8W7R4T", datetime(2026, 3, 4, tzinfo=UTC))
RECORD = INFO.record_of_plan(compile_timeline(three_step_routine()))
NOT_COUNTED = "Not counted towards the next step: sore or not was not answered."
LOOK = "Look at the soles of your feet."
CHOSEN = TrainingLog(choices=(PlanChoice(DAY, "core"),))
COURSE = Plan(
    "core", "Core", "", PlanKind.COURSE, (3, 4), (Stage("1", RECORD.routine, Level.SEATED),)
)
QUESTION = ProfileQuestion("diabetes", "?", effects=(Effect({"diabetes": "yes"}, after=LOOK),))


@pytest.mark.parametrize(
    ("record", "log", "plan", "notes"),
    [
        (RECORD, CHOSEN, COURSE, (NOT_COUNTED,)),
        (RECORD._replace(checkin={"energy": "full"}), CHOSEN, COURSE, (NOT_COUNTED,)),
        (RECORD._replace(checkin={"sore": []}), CHOSEN, COURSE, ()),
        (RECORD._replace(routine="another"), CHOSEN, COURSE, ()),
        (RECORD._replace(speed=10.0), CHOSEN, COURSE, ()),
        (RECORD, TrainingLog(), COURSE, ()),
        (RECORD, CHOSEN, COURSE._replace(kind=PlanKind.HABIT), ()),
    ],
)
def test_a_session_without_a_check_in_is_no_step_of_a_plan(
    record: SessionRecord, log: TrainingLog, plan: Plan, notes: tuple[str, ...]
) -> None:
    assert after_notes(record, log, RULES._replace(plans={"core": plan})) == notes


@pytest.mark.parametrize(("answer", "notes"), [("yes", (LOOK,)), ("no", ())])
def test_the_profile_reminds(answer: str, notes: tuple[str, ...]) -> None:
    log = TrainingLog(profiles=(Profile(DAY, {"diabetes": answer}),))
    assert after_notes(RECORD, log, RULES._replace(questions=(QUESTION,))) == notes
