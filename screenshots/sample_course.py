"""Ten days of a course, for the scenes with a coach."""

from datetime import date, timedelta

from app_fixture import NOW, AppFixture

from footcoach_tui.boundary.paths import bundled_routines_folder
from footcoach_tui.coach.answers.check_in import CheckIn
from footcoach_tui.coach.answers.decision import Decision, Verdict
from footcoach_tui.coach.answers.plan_choice import PlanChoice
from footcoach_tui.coach.answers.profile import Profile
from footcoach_tui.history.months.entries import EntryKind
from footcoach_tui.library.coach_rules import load_rules
from footcoach_tui.session.record_builder import SessionInfo
from footcoach_tui.session.timeline import compile_timeline

_BEGUN = date(2026, 3, 2)
_SESSIONS = (10, 8, 6, 3)
"""Days ago."""

_ANSWERS = {"numb": "no", "bone": "no", "recent": "no", "tendon-drug": "no", "running": "longer"}


def add_coach(fixture: AppFixture) -> None:
    """Give the app the rules of the coach."""
    fixture.rules = load_rules(bundled_routines_folder(), None, fixture.catalogue)


def add_course(fixture: AppFixture) -> None:
    """Add a coach, a plan begun ten days ago, and four sessions of its first stage."""
    add_coach(fixture)
    choice = PlanChoice(
        chosen=_BEGUN,
        plan="foot-core-8wk",
        begun=_BEGUN,
        weekdays=frozenset((0, 3, 5)),
        if_then="After my morning coffee on Mon Thu Sat, I do my feet in the kitchen.",
    )
    context = fixture.context()
    profile = Profile(_BEGUN, _ANSWERS)
    for kind, document in (
        (EntryKind.PLAN, choice.document()),
        (EntryKind.PROFILE, profile.document()),
    ):
        fixture.history.add_entry(kind, {"id": context.new_entry_id, **document})
    routine = fixture.catalogue.routines["foot-core-8wk-l1"]
    check_in = CheckIn(sore=()).document() | Decision(Verdict.GO, "go", "").document()
    for days in _SESSIONS:
        info = SessionInfo(
            id=context.new_entry_id,
            started=NOW - timedelta(days=days),
            zone="UTC",
            checkin=check_in,
        )
        record = info.record_of_plan(compile_timeline(routine))
        fixture.history.add(record._replace(effort=4, pain=0, after={"sore": []}))
