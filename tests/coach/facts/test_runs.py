"""Runs around today: what is said at a check-in counts more than the plan (3.4)."""

from datetime import timedelta
from typing import Any

import pytest
from coach_logs import RULES, choice, log, loose
from decisions import TODAY, TODAY_NUMBER

from footcoach_tui.coach.answers.check_in import CheckIn, RunKind
from footcoach_tui.coach.facts.facts import Facts
from footcoach_tui.coach.facts.runs import Runs

HARD, EASY, LONG, RACE, NONE = (
    RunKind.HARD,
    RunKind.EASY,
    RunKind.LONG,
    RunKind.RACE,
    RunKind.NONE,
)
WEEK = {4: HARD, 5: EASY, 6: LONG}
"""Friday to Sunday: yesterday, today and tomorrow."""


def runs(*entries: Any, **said: Any) -> Runs:
    return Runs.of(CheckIn(**said), Facts.of(log(*entries), RULES, TODAY))


def test_without_a_plan_and_an_answer_nothing_is_known() -> None:
    assert runs() == Runs()


def test_the_plan_knows_the_runs_of_the_week() -> None:
    assert runs(choice(runs=WEEK)) == Runs(HARD, EASY, LONG)
    assert runs(choice(runs={0: EASY})) == Runs(NONE, NONE, NONE)


def test_an_answer_counts_more_than_the_plan() -> None:
    said = runs(choice(runs=WEEK), run_today=NONE, run_tomorrow=RACE)

    assert said == Runs(HARD, NONE, RACE, 1)


def test_yesterdays_run_as_it_was_said() -> None:
    plan = choice(runs=WEEK)

    assert runs(plan, loose(TODAY_NUMBER - 1, run_today=LONG)).yesterday is LONG
    assert runs(plan, loose(TODAY_NUMBER - 2, run_tomorrow=RACE)).yesterday is RACE
    assert runs(plan, loose(TODAY_NUMBER - 2, run_today=RACE)).yesterday is HARD


@pytest.mark.parametrize(
    ("days", "is_near", "is_week"),
    [(0, True, True), (3, True, True), (4, False, True), (7, False, True), (8, False, False)],
)
def test_days_to_the_next_race(days: int, *, is_near: bool, is_week: bool) -> None:
    later = {TODAY + timedelta(days=each) for each in (days, 40, -3)}
    known = runs(choice(races=frozenset(later)))

    assert known.days_to_race == days
    assert (known.is_race_near, known.is_race_week) == (is_near, is_week)


def test_a_race_that_is_called_off_at_the_check_in_is_none() -> None:
    plan = choice(races=frozenset({TODAY}))

    assert runs(plan).days_to_race == 0
    assert runs(plan, run_today=EASY).days_to_race is None


@pytest.mark.parametrize(
    ("run", "tires"), [(HARD, True), (LONG, True), (RACE, True), (EASY, False)]
)
def test_tiring_runs(run: RunKind, *, tires: bool) -> None:
    assert runs(run_today=run).is_today_tiring is tires
    assert runs(run_tomorrow=run).is_tomorrow_tiring is tires
