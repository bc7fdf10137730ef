from datetime import date

import pytest
from coach_logs import RULES

from footcoach_tui.coach.answers.profile import Profile
from footcoach_tui.coach.answers.self_test_result import SelfTestResult
from footcoach_tui.coach.self_tests.comparison import compare
from footcoach_tui.coach.self_tests.wording import (
    amount,
    comparison_sentence,
    norm_lines,
    side_sentence,
)
from footcoach_tui.session.side import Side

TESTS = RULES.tests
MARCH = date(2026, 3, 6)
JUNE = date(2026, 6, 5)


def sentence(
    test: str,
    earlier: float,
    later: float,
    days: tuple[date, date] = (MARCH, JUNE),
    noise: float = 0.0,
) -> str:
    rule = TESTS[test]
    first = SelfTestResult(test, days[0], Side.LEFT, earlier, rule.unit)
    second = SelfTestResult(test, days[1], Side.LEFT, later, rule.unit)
    return comparison_sentence(rule, compare(rule, first, second, noise))


@pytest.mark.parametrize(
    ("test", "earlier", "later", "expected"),
    [
        ("knee-to-wall", 9, 10, "About the same: a difference below 2 cm may be chance."),
        ("knee-to-wall", 9, 12, "A real change: 3 cm more than in March."),
        ("knee-to-wall", 9, 6.5, "A real change: 2.5 cm less than in March."),
        ("heel-raise", 20, 22, "About the same: a difference below 7 raises may be chance."),
        ("balance-open", 20, 22, "About the same: a difference below 24 s may be chance."),
        ("balance-closed", 2, 9, "No reliable figure: any difference may be chance."),
        ("hop-distance", 100, 105, "About the same: a difference below 12% may be chance."),
    ],
)
def test_a_comparison_in_words(test: str, earlier: float, later: float, expected: str) -> None:
    assert sentence(test, earlier, later) == expected


@pytest.mark.parametrize(
    ("later", "when"),
    [
        (date(2026, 3, 30), "on 6 March"),
        (date(2026, 4, 3), "in March"),
        (date(2027, 4, 3), "in March 2026"),
    ],
)
def test_the_earlier_test_is_named_by_its_month_or_day(later: date, when: str) -> None:
    assert sentence("knee-to-wall", 9, 12, (MARCH, later)).endswith(f"3 cm more than {when}.")


def test_other_conditions_are_named() -> None:
    rule = TESTS["knee-to-wall"]
    first = SelfTestResult("knee-to-wall", MARCH, Side.LEFT, 9, "cm", conditions="shoes")
    second = first._replace(day=JUNE, value=12.0, conditions="barefoot")
    assert comparison_sentence(rule, compare(rule, first, second)) == (
        "Not comparable: other shoes, or another floor."
    )


def test_the_noise_of_the_first_pair_is_named() -> None:
    assert sentence("knee-to-wall", 9, 12, noise=3) == (
        "About the same: your own first two tests differed by 3 cm, "
        "so a difference up to that may be chance."
    )


def test_a_change_of_single_moves_without_one_of_the_sum() -> None:
    rule = TESTS["toe-control"]
    first = SelfTestResult("toe-control", MARCH, Side.LEFT, 5, "points", (1, 2, 1, 1))
    second = first._replace(day=JUNE, value=5.0, tries=(3.0, 1.0, 1.0, 0.0))
    assert comparison_sentence(rule, compare(rule, first, second)) == (
        "A real change in single moves since March."
    )


@pytest.mark.parametrize(
    ("difference", "expected"),
    [
        (None, ""),
        (3.0, "Left 3 cm more than right. No need to act on it unless it hurts or stays."),
        (-2.5, "Right 2.5 cm more than left. No need to act on it unless it hurts or stays."),
    ],
)
def test_the_sides_in_words(difference: float | None, expected: str) -> None:
    assert side_sentence(TESTS["knee-to-wall"], difference) == expected


def test_norms_are_shown_as_a_table_of_ages() -> None:
    lines = norm_lines(TESTS["balance-open"])
    assert lines[:3] == (
        "People in a study reached about, by age:",
        "18 to 39: 43 s",
        "40 to 49: 40 s",
    )
    assert norm_lines(TESTS["heel-raise"])[1] == "20 to 29: 37 raises (men), 30 raises (women)"


def test_norms_are_not_shown_to_who_is_under_16() -> None:
    assert norm_lines(TESTS["balance-open"], Profile(MARCH, {"minor": "yes"})) == ()
    assert norm_lines(TESTS["balance-open"], Profile(MARCH, {"minor": "no"})) != ()


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (9.5, "cm", "9.5 cm"),
        (12.0, "points", "12 points"),
        (1, "points", "1 point"),
        (1, "s", "1 s"),
    ],
)
def test_an_amount_has_its_unit(value: float, unit: str, text: str) -> None:
    assert amount(value, unit) == text
