"""Reports on self-tests, for the screen and for plain lines."""

import json

import pytest
from coach_logs import COURSE, HABIT, RULES, choice, day, log, profile, session

from footcoach_tui.coach.answers.self_test_result import SelfTestResult
from footcoach_tui.coach.self_tests.comparison import results_by_side
from footcoach_tui.coach.self_tests.report import (
    SelfTestReport,
    routine_of_test,
    self_test_reports,
    with_conditions,
)
from footcoach_tui.session.side import Side

ANKLE = "knee-to-wall"


def result(
    number: int, side: Side, value: float, *, test: str = ANKLE, conditions: str = "barefoot"
) -> SelfTestResult:
    unit = RULES.tests[test].unit
    return SelfTestResult(test, day(number), side, value, unit, (value,), conditions)


def both(number: int, left: float, right: float) -> list[SelfTestResult]:
    return [result(number, Side.LEFT, left), result(number, Side.RIGHT, right)]


def reports(today: int, *entries: object) -> dict[str, SelfTestReport]:
    found = self_test_reports(log(*entries), RULES, day(today))  # type: ignore[arg-type] # entries
    return {report.test.id: report for report in found}


def test_the_tests_of_the_plan_come_first() -> None:
    assert list(reports(0, choice(COURSE)))[:4] == list(RULES.plans[COURSE].tests)
    assert list(reports(0, choice(HABIT)))[:3] == list(RULES.plans[HABIT].tests)
    assert set(reports(0)) == set(RULES.tests)


def test_the_lines_of_a_test() -> None:
    found = reports(60, choice(), session(0), both(16, 9, 12), both(46, 11.5, 14))[ANKLE]
    assert found.lines(day(60)) == (
        "Left 11.5 cm, Fri 17 Apr. A real change: 2.5 cm more than in March.",
        "Right 14 cm, Fri 17 Apr. A real change: 2 cm more than in March.",
        "Right 2.5 cm more than left. No need to act on it unless it hurts or stays.",
        "Next on Fri 15 May.",
    )
    assert (found.short, found.status_word) == ("left 11.5 cm, right 14 cm", "")


def test_a_first_result_is_compared_with_nothing() -> None:
    found = reports(16, choice(), session(0), both(16, 9, 10))[ANKLE]
    assert found.lines(day(16))[0] == "Left 9 cm, Wed 18 Mar."


@pytest.mark.parametrize(("today", "word"), [(0, "not now"), (20, "due")])
def test_a_test_that_was_not_done(today: int, word: str) -> None:
    found = reports(today, choice(), session(0))[ANKLE]
    assert (found.short, found.status_word, found.conditions) == ("not done yet", word, "")


def test_norms_are_left_out_for_who_is_under_16() -> None:
    assert reports(20, session(0), profile(0, minor="yes"))["balance-open"].norms == ()
    assert reports(20, session(0))["balance-open"].norms[1] == "18 to 39: 43 s"


@pytest.mark.parametrize(
    ("results", "band"),
    [
        ([(16, 9.0)], (7, 11)),
        ([(16, 9.0), (46, 12.0)], (7, 11)),
        ([(16, 9.0), (20, 10.0), (50, 12.0)], (8, 12)),
        ([(16, 9.0), (20, 12.0), (50, 12.0)], (9, 15)),
        ([(16, 1.0)], (0, 3)),
    ],
)
def test_the_band_is_around_the_first_kept_result(
    results: list[tuple[int, float]], band: tuple[float, float]
) -> None:
    entries = [result(number, Side.LEFT, value) for number, value in results]
    (side,) = reports(60, choice(), session(0), entries)[ANKLE].sides
    assert side.band == band
    assert side.points == tuple((day(number), value) for number, value in results)


def test_without_a_figure_there_is_no_band() -> None:
    entries = [result(16, Side.LEFT, 9.0, test="balance-closed")]
    (side,) = reports(60, session(0), entries)["balance-closed"].sides
    assert side.band is None


@pytest.mark.parametrize("test", list(RULES.tests))
def test_every_test_has_a_routine_that_leads_it(test: str) -> None:
    routine = RULES.routines[routine_of_test(RULES, RULES.tests[test])]
    assert RULES.tests[test].exercise in [step.exercise.id for step in routine.steps]


def test_other_conditions_are_of_the_latest_day_alone() -> None:
    entries = [*both(16, 9, 10), result(46, Side.LEFT, 11)]
    (changed,) = with_conditions(results_by_side(entries, ANKLE), "shoes")
    assert (changed.day, changed.side, changed.conditions) == (day(46), Side.LEFT, "shoes")


def test_a_report_as_json() -> None:
    found = reports(60, choice(), session(0), both(16, 9, 12), both(46, 11.5, 14))[ANKLE]
    document = json.loads(json.dumps(found.document()))
    assert (document["test"], document["due"], document["next"]) == (ANKLE, False, "2026-05-15")
    assert [side["outcome"] for side in document["sides"]] == ["real better", "real better"]
