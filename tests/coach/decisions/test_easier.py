"""What may take the place of a step: nothing that asks more, and nothing that the day forbids."""

from dataclasses import replace

import pytest
from bundled import CATALOGUE
from coach_logs import RULES, log
from decisions import TODAY, decided, person

from footcoach_tui.coach.answers.check_in import CheckIn, Sore
from footcoach_tui.coach.decisions.decide import decide
from footcoach_tui.coach.decisions.easier import easier_steps, with_own_swap
from footcoach_tui.coach.decisions.situation import Situation
from footcoach_tui.coach.rules.sites import Site
from footcoach_tui.session.equipment import Equipment, Kit
from footcoach_tui.session.routine import Routine, Step
from footcoach_tui.session.side import Side

DAILY = CATALOGUE.routines["daily-foot-core-7min"]
ACHILLES = (Sore(Site.ACHILLES_CORD, Side.LEFT, 4),)


def routine_of(name: str, *easier: str, routine: Routine = DAILY) -> Routine:
    """Return a routine of one step, whose exercise names others as easier."""
    exercise = replace(CATALOGUE.exercises[name], easier=easier, stand_ins=())
    step = Step(exercise, exercise.dose, exercise.source_status)
    return replace(routine, steps=(step,))


def offered(routine: Routine, *sore: Sore, kit: Kit = None) -> list[str]:
    check_in = CheckIn(sore=sore, flags=())
    rules = RULES._replace(kit=kit)
    situation = Situation.of(routine, check_in, log(person()), rules, TODAY)
    return [step.exercise.id for step in easier_steps(situation, routine, 0)]


def test_what_an_exercise_names_as_easier_is_offered() -> None:
    assert offered(routine_of("heel-raise-single", "heel-raise-double", "Hold on.")) == [
        "heel-raise-double"
    ]


@pytest.mark.parametrize("harder", ["heel-raise-single", "pogo-double", "pogo-single"])
def test_what_asks_more_is_not_offered(harder: str) -> None:
    assert offered(routine_of("heel-raise-double", harder)) == []
    assert offered(routine_of("hop-and-stick", "pogo-double")) == [], "never a hop"


def test_what_the_day_forbids_is_not_offered() -> None:
    routine = routine_of("heel-raise-single", "heel-raise-double", "ankle-pumps")
    assert offered(routine, *ACHILLES) == ["ankle-pumps"]


def test_what_the_kit_lacks_is_not_offered() -> None:
    exercises = {**RULES.exercises}
    exercises["ankle-pumps"] = replace(exercises["ankle-pumps"], stand_ins=())
    routine = routine_of("heel-raise-single", "ankle-pumps")
    for kit, names in ((frozenset({Equipment.CHAIR}), ["ankle-pumps"]), (frozenset(), [])):
        rules = RULES._replace(kit=kit, exercises=exercises)
        check_in = CheckIn(sore=(), flags=())
        situation = Situation.of(routine, check_in, log(person()), rules, TODAY)
        assert [s.exercise.id for s in easier_steps(situation, routine, 0)] == names


def test_tests_and_rehabilitation_stay_as_they_are() -> None:
    assert offered(routine_of("toe-control-test", "ankle-pumps")) == []
    rehab = CATALOGUE.routines["achilles-low-compression"]
    assert offered(routine_of("heel-raise-single", "ankle-pumps", routine=rehab)) == []


def test_the_decision_keeps_what_was_chosen() -> None:
    decision = decided(DAILY.id)
    easier = CATALOGUE.exercises["ankle-pumps"]
    swap = Step(easier, easier.dose, easier.source_status)
    after = with_own_swap(decision, 1, swap)
    assert after.routine
    assert after.routine.steps[1] == swap
    assert after.document()["changes"] == [
        {
            "step": 2,
            "exercise": DAILY.steps[1].exercise.id,
            "action": "swap",
            "to": "ankle-pumps",
            "rules": ["own"],
        }
    ]


@pytest.mark.parametrize("harder", ["heel-raise-single", "pogo-double"])
def test_without_a_thing_nothing_harder_takes_the_place(harder: str) -> None:
    rules = RULES._replace(kit=frozenset({Equipment.WALL}))
    routine = routine_of("toe-spread", harder)
    decision = decide(routine, CheckIn(sore=(), flags=()), log(person()), rules, TODAY)
    assert decision.rule == "kit", "nothing is left of it"
