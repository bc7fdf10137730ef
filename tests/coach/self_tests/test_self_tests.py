"""Results of self-tests compared (section 4 of the rules)."""

from datetime import date, timedelta

import pytest
from coach_logs import RULES
from hypothesis import given
from hypothesis import strategies as st

from footcoach_tui.coach.answers.self_test_result import SelfTestResult
from footcoach_tui.coach.rules.self_test import SelfTest
from footcoach_tui.coach.self_tests.comparison import (
    Outcome,
    compare,
    kept_results,
    latest_comparison,
    results_by_side,
    side_difference,
)
from footcoach_tui.session.side import Side

MONDAY = date(2026, 3, 2)
TESTS = RULES.tests


def result(
    test: str,
    value: float,
    day: int = 0,
    *,
    side: Side = Side.LEFT,
    tries: tuple[float, ...] = (),
    conditions: str = "",
) -> SelfTestResult:
    return SelfTestResult(
        test, MONDAY + timedelta(days=day), side, value, TESTS[test].unit, tries, conditions
    )


def outcome(test: str, earlier: float, later: float, noise: float = 0.0) -> Outcome:
    return compare(TESTS[test], result(test, earlier), result(test, later, 28), noise).outcome


@pytest.mark.parametrize(
    ("test", "earlier", "later", "expected"),
    [
        ("knee-to-wall", 9.0, 10.5, Outcome.WITHIN_ERROR),
        ("knee-to-wall", 9.0, 11.0, Outcome.REAL_BETTER),
        ("knee-to-wall", 11.0, 9.0, Outcome.REAL_WORSE),
        ("knee-to-wall", 9.0, 9.0, Outcome.WITHIN_ERROR),
        ("heel-raise", 20, 26, Outcome.WITHIN_ERROR),
        ("heel-raise", 20, 27, Outcome.REAL_BETTER),
        ("balance-open", 20, 43.9, Outcome.WITHIN_ERROR),
        ("balance-open", 20, 44, Outcome.REAL_BETTER),
        ("balance-closed", 2, 40, Outcome.NO_FIGURE),
        ("toe-control", 5, 7, Outcome.WITHIN_ERROR),
        ("toe-control", 5, 8, Outcome.REAL_BETTER),
        ("hop-distance", 100, 111, Outcome.WITHIN_ERROR),
        ("hop-distance", 100, 112, Outcome.REAL_BETTER),
        ("hop-distance", 150, 132, Outcome.REAL_WORSE),
        ("hop-distance", 0, 0, Outcome.WITHIN_ERROR),
    ],
)
def test_a_change_is_real_from_the_figure_of_the_test_on(
    test: str, earlier: float, later: float, expected: Outcome
) -> None:
    assert outcome(test, earlier, later) is expected


@pytest.mark.parametrize(
    ("noise", "later", "expected"),
    [
        (1.5, 11.0, Outcome.REAL_BETTER),
        (3.0, 11.5, Outcome.WITHIN_ERROR),
        (3.0, 12.0, Outcome.WITHIN_ERROR),
        (3.0, 12.5, Outcome.REAL_BETTER),
        (3.0, 5.5, Outcome.REAL_WORSE),
    ],
)
def test_with_a_noise_above_the_figure_only_more_than_it_is_real(
    noise: float, later: float, expected: Outcome
) -> None:
    assert outcome("knee-to-wall", 9.0, later, noise) is expected


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        ((1, 1, 1, 1), (3, 1, 1, 1), Outcome.REAL_BETTER),
        ((3, 1, 1, 1), (1, 1, 1, 1), Outcome.REAL_WORSE),
        ((1, 1, 1, 3), (3, 1, 1, 1), Outcome.WITHIN_ERROR),
        ((0, 0, 0, 3), (3, 3, 3, 1), Outcome.WITHIN_ERROR),
        ((1, 1, 1, 1), (2, 2, 2, 1), Outcome.REAL_BETTER),
        ((1, 1, 1, 1), (2, 2, 1, 1), Outcome.WITHIN_ERROR),
    ],
)
def test_two_points_in_one_move_are_real_but_not_where_moves_go_both_ways(
    earlier: tuple[float, ...], later: tuple[float, ...], expected: Outcome
) -> None:
    first = result("toe-control", sum(earlier), tries=earlier)
    second = result("toe-control", sum(later), 28, tries=later)
    assert compare(TESTS["toe-control"], first, second).outcome is expected


@pytest.mark.parametrize(
    "change",
    [
        {"conditions": "shoes"},
        {"side": Side.RIGHT},
        {"unit": "in"},
        {"test": "hop-distance"},
    ],
)
def test_only_like_is_compared_with_like(change: dict[str, object]) -> None:
    first = result("knee-to-wall", 9, conditions="barefoot")
    second = first._replace(day=MONDAY + timedelta(days=28), value=15.0, **change)  # type: ignore[arg-type] # fields
    assert compare(TESTS["knee-to-wall"], first, second).outcome is Outcome.NOT_COMPARABLE


@given(
    earlier=st.floats(0, 400),
    later=st.floats(0, 400),
    noise=st.floats(0, 60),
    test=st.sampled_from(list(TESTS)),
)
def test_no_difference_within_the_error_is_ever_real(
    earlier: float, later: float, noise: float, test: str
) -> None:
    rule = TESTS[test]
    comparison = compare(rule, result(test, earlier), result(test, later, 28), noise)
    if comparison.is_real:
        assert rule.change is not None
        figure = rule.change * earlier / 100 if rule.is_percent else rule.change
        assert abs(later - earlier) >= max(figure, noise) - 1e-6
        assert (later > earlier) is (comparison.outcome is Outcome.REAL_BETTER)


@pytest.mark.parametrize(
    ("days", "kept", "noise"),
    [
        ((0, 2, 30), (2, 30), 1.0),
        ((0, 7, 30), (7, 30), 1.0),
        ((0, 1, 30), (0, 1, 30), 0.0),
        ((0, 8, 30), (0, 8, 30), 0.0),
        ((0,), (0,), 0.0),
        ((), (), 0.0),
    ],
)
def test_of_a_first_pair_within_2_to_7_days_the_second_is_kept(
    days: tuple[int, ...], kept: tuple[int, ...], noise: float
) -> None:
    results = tuple(result("knee-to-wall", 9.0 + n, day) for n, day in enumerate(days))
    found = kept_results(results)
    assert [each.day for each in found.results] == [MONDAY + timedelta(days=n) for n in kept]
    assert found.noise == noise


def test_the_latest_result_is_compared_with_the_first_kept_one_under_its_conditions() -> None:
    results = (
        result("knee-to-wall", 5, 0, conditions="shoes"),
        result("knee-to-wall", 9, 30, conditions="barefoot"),
        result("knee-to-wall", 10, 60, conditions="barefoot"),
        result("knee-to-wall", 11, 90, conditions="barefoot"),
    )
    comparison = latest_comparison(TESTS["knee-to-wall"], results)
    assert comparison is not None
    assert (comparison.earlier.value, comparison.outcome) == (9, Outcome.REAL_BETTER)


def test_one_result_is_not_compared() -> None:
    assert latest_comparison(TESTS["knee-to-wall"], (result("knee-to-wall", 5),)) is None


def test_of_a_day_the_last_result_counts() -> None:
    mistyped, right = result("knee-to-wall", 90, 3), result("knee-to-wall", 9, 3)
    sides = results_by_side((mistyped, right, result("heel-raise", 30, 3)), "knee-to-wall")
    assert sides == {Side.LEFT: (right,)}


@pytest.mark.parametrize(
    ("test", "left", "right", "difference"),
    [
        ("knee-to-wall", 9, 10.5, None),
        ("knee-to-wall", 9, 11, -2),
        ("heel-raise", 30, 24, None),
        ("heel-raise", 30, 23, 7),
        ("balance-open", 45, 5, None),
        ("toe-control", 12, 1, None),
        ("hop-distance", 90, 100, None),
        ("hop-distance", 89, 100, -11),
    ],
)
def test_the_sides_are_told_from_the_figure_of_the_test_on(
    test: str, left: float, right: float, difference: float | None
) -> None:
    sides = {
        Side.LEFT: (result(test, left),),
        Side.RIGHT: (result(test, right, side=Side.RIGHT),),
    }
    assert side_difference(TESTS[test], sides) == difference


def test_sides_of_different_days_are_not_compared() -> None:
    rule: SelfTest = TESTS["knee-to-wall"]
    sides = {
        Side.LEFT: (result("knee-to-wall", 5),),
        Side.RIGHT: (result("knee-to-wall", 12, 1, side=Side.RIGHT),),
    }
    assert side_difference(rule, sides) is None
