"""Each cell of the table of sites, on every exercise as a routine of its own (1.5)."""

import pytest
from bundled import CATALOGUE
from coach_logs import RULES, log, sore
from decide_tables import site_rules
from decisions import TODAY, person

from footcoach_tui.coach.answers.check_in import CheckIn
from footcoach_tui.coach.answers.decision import Decision
from footcoach_tui.coach.decisions.decide import decide
from footcoach_tui.coach.rules.sites import Site, SiteActions
from footcoach_tui.session.exercise import Exercise
from footcoach_tui.session.routine import Routine

LOG = log(person())
CELLS = [
    (site, score, rule.mild if score < 3 else rule.amber)
    for site, rule in site_rules().items()
    for score in (1, 2, 3, 5)
]


def decided(exercise: Exercise, site: Site, score: int) -> Decision:
    check_in = CheckIn(sore=(sore(site, score),), flags=())
    return decide(Routine.of_exercise(exercise), check_in, LOG, RULES, TODAY)


@pytest.mark.parametrize(("site", "score", "actions"), CELLS)
def test_a_cell(site: Site, score: int, actions: SiteActions) -> None:
    for exercise in CATALOGUE.exercises.values():
        tags = frozenset(exercise.tags)
        if "impact" in tags:
            continue
        decision = decided(exercise, site, score)
        first = (
            decision.changes[0] if decision.rule in {"go", "lighter"} and decision.changes else None
        )
        if tags & (actions.drop | actions.down_off | actions.down_one):
            assert decision.rule == "nothing-left" or (first and first.to != exercise.id)
        elif tags & actions.halve:
            assert first is None or (first.action, first.to) == ("halve", exercise.id)
        else:
            assert first is None, exercise.id
        if first and decision.rule == "lighter":
            assert first.rules == (f"site:{site}",)
        played = decision.routine.steps if decision.routine else ()
        forbidden = actions.drop | actions.down_off
        assert all(forbidden.isdisjoint(step.exercise.tags) for step in played)
