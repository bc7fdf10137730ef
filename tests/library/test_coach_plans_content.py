"""Bundled self-tests, plans and conditions of gates, as they were agreed."""

import itertools
from operator import attrgetter

import pytest
from bundled import CATALOGUE, FOLDER

from footcoach_tui.coach.rules.plan import ExtraTime, PlanKind
from footcoach_tui.coach.rules.red_flags import Urgency
from footcoach_tui.coach.rules.self_test import SelfTest
from footcoach_tui.library.coach_rules import load_rules
from footcoach_tui.session.tags import Level

RULES = load_rules(FOLDER, None, CATALOGUE)

CHANGES = {
    "knee-to-wall": 2.0,
    "heel-raise": 7.0,
    "balance-open": 24.0,
    "balance-closed": None,
    "toe-control": 3.0,
    "hop-distance": 12.0,
}


@pytest.mark.parametrize("test", RULES.tests.values(), ids=attrgetter("id"))
def test_a_self_test_has_its_error_and_an_exercise_that_measures(test: SelfTest) -> None:
    assert test.change == CHANGES[test.id]
    assert type(RULES.exercises[test.exercise].dose.work).__name__ in ("CountUp", "Measurement")
    assert test.is_percent == (test.id == "hop-distance")
    assert test.extra, "statements with their sources"
    assert all(source in CATALOGUE.sources for source in test.extra.values() if source)


@pytest.mark.parametrize(
    ("test", "group", "values"),
    [
        ("heel-raise", "men", [37, 32, 28, 23, 19, 14, 10]),
        ("heel-raise", "women", [30, 27, 24, 21, 19, 16, 13]),
        ("balance-open", "", [43, 40, 37, 27, 15, 6]),
        ("balance-closed", "", [9, 7, 5, 3, 2, 1]),
        ("knee-to-wall", "", [12]),
        ("toe-control", "", []),
        ("hop-distance", "", []),
    ],
)
def test_norms_by_age(test: str, group: str, values: list[int]) -> None:
    norms = [norm for norm in RULES.tests[test].norms if norm.group == group]
    assert [norm.value for norm in norms] == values
    ages = [norm.ages for norm in norms]
    assert all(low <= high for low, high in ages)
    assert all(earlier[1] + 1 == later[0] for earlier, later in itertools.pairwise(ages))


def test_the_course_of_eight_weeks() -> None:
    plan = RULES.plans["foot-core-8wk"]
    assert (plan.kind, plan.days, plan.in_a_row) == (PlanKind.COURSE, (3, 4), 2)
    assert plan.gap == {1: 0, 2: 0, 3: 1, 4: 1}
    assert [stage.routine for stage in plan.stages] == [f"foot-core-8wk-l{n}" for n in range(1, 5)]
    assert [stage.level for stage in plan.stages] == list(Level)
    assert [stage.least_sessions for stage in plan.stages] == [4, 4, 4, 6]
    assert [stage.least_days for stage in plan.stages] == [14, 14, 14, 0]
    assert [stage.needs for stage in plan.stages] == [(), (), ("balance-30",), ()]
    assert [(extra.routine, extra.time, extra.from_stage) for extra in plan.extras] == [
        ("daily-foot-core-7min", ExtraTime.OTHER_DAYS, 2),
        ("toe-yoga-basics-5min", ExtraTime.OTHER_DAYS, 1),
        ("post-run-release-6min", ExtraTime.AFTER_RUN, 1),
    ]
    assert (plan.after, plan.test_every) == ("foot-core-keep", 28)
    assert (plan.goal_sessions, plan.goal_weeks) == (24, 8)


def test_the_plan_after_the_course_has_its_stages() -> None:
    course, keep = RULES.plans["foot-core-8wk"], RULES.plans["foot-core-keep"]
    assert (keep.kind, keep.days) == (PlanKind.KEEP, (2, 3))
    assert [stage.routine for stage in keep.stages] == [stage.routine for stage in course.stages]


def test_the_minimum_has_no_gap() -> None:
    plan = RULES.plans["essential-minimum"]
    assert (plan.kind, plan.days) == (PlanKind.HABIT, (3, 5))
    assert [stage.routine for stage in plan.stages] == [RULES.newcomer]
    assert set(plan.gap.values()) == {0}


def test_the_routines_that_rules_fall_back_on_exist() -> None:
    for name in (RULES.gentle, RULES.newcomer, RULES.every_day, RULES.before_run):
        assert name in RULES.routines


COMPUTED = [
    *("red", "X1", "X2", "X3", "X4", "X5"),
    *(f"N{number}" for number in range(1, 9)),
    *("G1", "G2", "G4", "up", "stage", "keep"),
]


@pytest.mark.parametrize("rule", COMPUTED)
def test_a_rule_without_a_table_says_where_it_comes_from(rule: str) -> None:
    reason = RULES.reasons[rule]
    assert reason.grade in ("T", "E", "P", "F")
    assert bool(reason.source) == (reason.grade != "F")


FLAGS = {
    Urgency.NOW: ["chest", "cold", "deformed"],
    Urgency.TODAY: ["snap", "weight", "calf-hot", "infection", "sore-skin"],
    Urgency.SOON: [
        *("bone-point", "night", "numb-new", "swelling", "arch-falls", "joints"),
        *("diabetes-pain", "severe", "not-better", "growing", "twice-red", "mornings"),
    ],
    Urgency.ASK: ["tendon-drug", "pregnancy"],
}


def test_the_red_flags_are_in_the_order_of_their_urgency() -> None:
    assert list(RULES.flags) == [name for names in FLAGS.values() for name in names]
    for urgency, names in FLAGS.items():
        assert {RULES.flags[name].urgency for name in names} == {urgency}
    derived = {name for name, flag in RULES.flags.items() if flag.is_derived}
    assert derived == {"not-better", "growing", "twice-red", "mornings"}


NEEDS = {"running-6wk", "raises-3x12", "balance-30", "hop-days", "tomorrow-easy", "shoes"}


def test_the_conditions_of_gates() -> None:
    assert set(RULES.needs) == NEEDS
    (pogo,) = (
        step
        for step in RULES.routines["foot-core-8wk-l4"].steps
        if step.exercise.id == "pogo-double"
    )
    assert pogo.gate
    assert set(pogo.gate.needs) == NEEDS
    assert pogo.gate.requires == ()
    assert set(pogo.gate.readiness) > set(RULES.needs.values())
