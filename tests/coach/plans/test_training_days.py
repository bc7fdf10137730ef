"""First day on which a training session may be done: after pain, and with the gaps (G1, 6a, 6b)."""

from typing import Any

import pytest
from coach_logs import (
    DAILY,
    GENTLE,
    HABIT,
    L1,
    L2,
    L3,
    L4,
    RULES,
    THREE,
    choice,
    day,
    log,
    loose,
    session,
    sore,
)

from footcoach_tui.coach.facts.facts import Facts
from footcoach_tui.coach.plans.progress import Progress
from footcoach_tui.coach.plans.training_days import next_training_day
from footcoach_tui.session.exercise import Level


def next_day(number: int, level: int, *entries: Any, plan: Any = None) -> tuple[int, str]:
    facts = Facts.of(log(plan or choice(), *entries), RULES, day(number))
    when, rule = next_training_day(facts, Progress.of(facts), Level(level))
    return (when - day(0)).days, rule


@pytest.mark.parametrize(
    ("entries", "level", "expected"),
    [
        ([], 1, (1, "")),
        ([session(0, L1)], 1, (1, "")),
        ([session(0, L2)], 2, (1, "")),
        ([session(0, L3)], 3, (2, "G1")),  # case 31
        ([session(0, L4)], 4, (2, "G1")),
        ([session(0, L3)], 1, (2, "G1")),  # the higher of the two levels
        ([session(0, L1)], 3, (2, "G1")),
        ([session(0, "calf-and-shin")], 3, (2, "G1")),
        ([session(-1, L3)], 3, (1, "")),
        ([session(1, L1)], 1, (2, "G1")),  # not twice a day
        ([session(0, L1), session(-1, L1)], 1, (2, "G1")),  # at most two days in a row
        ([session(0, L1), session(-2, L1)], 1, (1, "")),
        ([session(when, L1) for when in (-5, -4, -2, -1)], 1, (2, "G1")),  # four in seven days
        ([session(when, L1) for when in (-6, -4, -2, -1)], 1, (1, "")),
        ([session(0, DAILY), session(0, GENTLE), session(0, THREE)], 3, (1, "")),
        ([session(0, L3, skipped=22)], 3, (1, "")),  # 6 of 28 sets are no training session
        ([session(0, L3, speed=20.0)], 3, (1, "")),
    ],
)
def test_g1_gaps(entries: list[Any], level: int, expected: tuple[int, str]) -> None:
    assert next_day(1, level, entries) == expected


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ([loose(0, sore("heel", 6))], (3, "red")),
        ([loose(0, sore("heel", 5))], (1, "")),
        ([session(0, DAILY, pain=8)], (3, "red")),
        ([session(0, DAILY, hurt={1: 6})], (3, "red")),
        ([session(0, "achilles-low-compression", pain=6)], (3, "red")),
        ([loose(-2, sore("heel", 9))], (1, "")),
        ([loose(0, sore("heel", 6)), loose(1, sore("heel", 7))], (4, "red")),
        ([session(0, L3, pain=7)], (3, "red")),
    ],
)
def test_no_training_on_a_red_day_and_the_two_days_after_it(
    entries: list[Any], expected: tuple[int, str]
) -> None:
    assert next_day(1, 3, entries) == expected


@pytest.mark.parametrize(
    ("entries", "level", "expected"),
    [
        ([session(0, L3, pain=4, morning="worse")], 3, (3, "sore")),  # case 7: Thursday
        ([session(0, L3, pain=4, morning="not-worse")], 3, (2, "G1")),
        ([session(0, L3, pain=4)], 3, (2, "G1")),
        ([session(0, L3, pain=2, morning="worse")], 3, (2, "G1")),
        ([session(0, L1, pain=3, morning="worse")], 1, (2, "sore")),
        ([session(0, L1, pain=3, morning="worse")], 3, (3, "sore")),
        ([session(0, DAILY, pain=3, morning="worse")], 1, (3, "sore")),
        ([session(0, L3, pain=0, hurt={1: 4}, morning="worse")], 3, (3, "sore")),
    ],
)
def test_1_10_a_day_more_after_pain_and_a_worse_morning(
    entries: list[Any], level: int, expected: tuple[int, str]
) -> None:
    assert next_day(1, level, entries) == expected


def test_a_habit_has_no_gap() -> None:
    every_day = [session(when, THREE) for when in range(-6, 1)]
    assert next_day(1, 2, every_day, plan=choice(HABIT)) == (1, "")
    assert next_day(0, 2, every_day, plan=choice(HABIT)) == (1, "G1")


def test_without_a_plan_the_usual_gaps_hold() -> None:
    facts = Facts.of(log(session(0, L3)), RULES, day(1))
    assert next_training_day(facts, None, Level.ONE_FOOT) == (day(2), "G1")
    assert next_training_day(facts.as_of(day(2)), None, Level.ONE_FOOT) == (day(2), "")
