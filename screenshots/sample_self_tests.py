"""Self-tests of a person in the third stage of a plan."""

from datetime import date, timedelta

from app_fixture import NOW, AppFixture

from footcoach_tui.boundary.paths import bundled_routines_folder
from footcoach_tui.coach.answers.plan_choice import PlanChoice
from footcoach_tui.coach.answers.self_test_result import SelfTestResult
from footcoach_tui.history.ids import new_id
from footcoach_tui.history.months.entries import EntryKind
from footcoach_tui.library.coach_rules import load_rules
from footcoach_tui.session.side import Side

_RESULTS = (
    ("knee-to-wall", 90, 9, 11),
    ("knee-to-wall", 86, 9.5, 10.5),
    ("knee-to-wall", 58, 10, 11),
    ("knee-to-wall", 29, 11.5, 11),
    ("toe-control", 58, 5, 6),
    ("balance-open", 29, 31.7, 38.3),
)
"""Test, days ago, left, right."""


def add_self_tests(fixture: AppFixture) -> None:
    """Add the rules of the coach, a plan, and results."""
    fixture.rules = load_rules(bundled_routines_folder(), None, fixture.catalogue)
    begun = _day(100)
    plan = PlanChoice(begun, "foot-core-8wk", begun, 3, frozenset((0, 2, 4)))
    fixture.history.add_entry(EntryKind.PLAN, {"id": new_id(NOW), **plan.document()})
    for test, days, left, right in _RESULTS:
        unit = fixture.rules.tests[test].unit
        for side, value in ((Side.LEFT, left), (Side.RIGHT, right)):
            result = SelfTestResult(test, _day(days), side, value, unit, (), "barefoot")
            fixture.history.add_entry(EntryKind.TEST, {"id": new_id(NOW), **result.document()})


def _day(ago: int) -> date:
    return (NOW - timedelta(days=ago)).date()
