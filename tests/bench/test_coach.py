"""Simulated people: the coach keeps its promises, and a coach that does not is found out."""

import pytest
from coach_logs import RULES

from bench.coach import Life, PromiseError, check_healthy, people
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


def live_all(lives: list[Life], weeks: int) -> None:
    for life in lives:
        life.run(weeks)
