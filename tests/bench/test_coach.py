"""Simulated people: the coach keeps its promises, and a coach that does not is found out."""

from random import Random

import pytest
from coach_logs import RULES

from bench.coach import Life, PromiseError, check_healthy, people
from bench.people import Habits, Person
from footcoach_tui.coach.decisions import day_rules, decide, refusals
from footcoach_tui.coach.facts.screening import Screening

WEEKS = 6


@pytest.mark.slow
def test_the_coach_keeps_its_promises_to_simulated_people() -> None:
    live_all([Life(person, RULES) for person in people(6, seed=11)], WEEKS)


@pytest.mark.slow
def test_a_healthy_person_reaches_the_last_stage_in_time() -> None:
    life = Life(next(people(1, seed=11)), RULES)
    life.run(14)
    check_healthy(life)


@pytest.mark.slow
def test_a_coach_that_forgets_the_profile_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Screening, "excluded", lambda _self, _exercise: "")
    lives = [Life(person, RULES) for person in people(12, seed=1)]
    with pytest.raises(PromiseError, match="which the profile excludes"):
        live_all(lives, weeks=8)


@pytest.mark.slow
def test_a_coach_that_forgets_red_scores_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    red = (refusals.red_score, refusals.red_days)
    rows = tuple(row for row in decide._REFUSALS if row not in red)
    left_out = day_rules._left_out
    monkeypatch.setattr(decide, "_REFUSALS", rows)
    monkeypatch.setattr(
        day_rules, "_left_out", lambda today: (x for x in left_out(today) if x.rule != "red")
    )
    sore = Habits(aches=0.1)
    lives = [Life(Person(Random(seed), sore), RULES) for seed in range(6)]  # noqa: S311 - a test
    with pytest.raises(PromiseError, match="within three days of a red score"):
        live_all(lives, weeks=4)


def live_all(lives: list[Life], weeks: int) -> None:
    for life in lives:
        life.run(weeks)
