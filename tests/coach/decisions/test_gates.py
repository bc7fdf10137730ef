"""Gates: each condition by what the log, the profile and the check-in tell (1.8)."""

from dataclasses import replace
from typing import Any

import pytest
from bundled import CATALOGUE
from coach_logs import (
    DAILY,
    L3,
    L4,
    MONDAY,
    RULES,
    choice,
    dose,
    log,
    loose,
    seen,
    session,
    sore,
)
from coach_logs import tested as results
from decisions import (
    TODAY,
    TODAY_NUMBER,
    YES_TO_HOPS,
    changes,
    decided,
    exercises,
    person,
    strong,
)

from footcoach_tui.coach.answers.check_in import CheckIn, RunKind
from footcoach_tui.coach.answers.decision import Action
from footcoach_tui.coach.answers.profile import Profile
from footcoach_tui.coach.decisions.gate_steps import after_gates
from footcoach_tui.coach.decisions.gates import GateResult, routine_gate, step_gate
from footcoach_tui.coach.decisions.situation import Situation
from footcoach_tui.coach.decisions.substitution import planned
from footcoach_tui.session.record import SetOutcome
from footcoach_tui.session.routine import Gate, GateAnswer, Routine, Step

HOPS = "balance-and-hops-9min"
POGO = CATALOGUE.routines[HOPS].steps[2]
EXCLUDED, SORE, READY, MET = (
    GateAnswer.EXCLUDED,
    GateAnswer.SORE,
    GateAnswer.READY,
    GateAnswer.MET,
)


def situation(*entries: Any, routine: Routine | None = None, **answers: Any) -> Situation:
    check_in = CheckIn(**({"sore": (), "confirmed": YES_TO_HOPS} | answers))
    asked = routine or CATALOGUE.routines[HOPS]
    return Situation.of(asked, check_in, log(*entries), RULES, TODAY)


def pogo(*entries: Any, **answers: Any) -> GateResult:
    """Return the gate of the pogo hops, for a runner who is ready but for what is said."""
    return step_gate(POGO, situation(*(entries or (person(), strong())), **answers))


def failed(result: GateResult) -> set[str]:
    return {each.id for each in result.conditions if not each.is_met}


def asked(result: GateResult) -> set[str]:
    return {each.id for each in result.questions}


def test_all_conditions_met_and_all_answers_given() -> None:
    assert pogo().answer is MET
    assert pogo().questions == ()


def test_shoes_and_tomorrow_are_asked_and_without_a_yes_fail_as_ready() -> None:
    result = pogo(confirmed=frozenset())

    assert result.answer is READY
    assert asked(result) == {"shoes", "tomorrow-easy"}


# pain_max


@pytest.mark.parametrize(
    ("entry", "answer"),
    [
        (session(TODAY_NUMBER - 6, DAILY, pain=3), SORE),
        (session(TODAY_NUMBER - 6, DAILY, pain=0, hurt={2: 3}), SORE),
        (loose(TODAY_NUMBER - 6, sore("arch", 3)), SORE),
        (session(TODAY_NUMBER - 6, DAILY, pain=2), MET),
        (session(TODAY_NUMBER - 7, DAILY, pain=3), MET),
    ],
)
def test_pain_of_the_last_seven_days(entry: Any, answer: GateAnswer) -> None:
    assert pogo(person(), strong(), entry).answer is answer


def test_pain_of_today_counts_too() -> None:
    assert pogo(sore=(sore("arch", 3),)).answer is SORE
    assert pogo(sore=(sore("arch", 2),)).answer is MET


def test_unknown_pain_is_asked_and_fails_as_sore() -> None:
    result = pogo(person(), strong(TODAY_NUMBER - 8), sore=None)

    assert result.answer is SORE
    assert asked(result) >= {"pain-max", "impact-sore"}
    both = YES_TO_HOPS | {"pain-max", "impact-sore"}
    assert pogo(person(), strong(TODAY_NUMBER - 8), sore=None, confirmed=both).answer is MET


# min_level


def test_four_sessions_at_the_level_below_in_28_days() -> None:
    raises = dose("heel-raise-single", 3, 12), dose("single-leg-balance", 2, 1, seconds=30)

    def sessions(*days: int) -> list[Any]:
        return [session(TODAY_NUMBER - each, L3, exercises=raises) for each in days]

    assert pogo(person(), sessions(27, 20, 10, 3)).answer is MET
    assert failed(pogo(person(), sessions(28, 20, 10, 3))) == {"min-level"}
    assert failed(pogo(person(), sessions(20, 10, 3))) == {"min-level"}
    assert pogo(person(), sessions(20, 10, 3)).answer is READY


def test_sessions_that_do_not_count_show_no_level() -> None:
    quick = [each._replace(speed=4.0) for each in strong()]

    assert failed(pogo(person(), quick)) >= {"min-level", "raises-3x12", "balance-30"}


# running-6wk


@pytest.mark.parametrize(
    ("running", "answer"),
    [("longer", MET), ("under-26", MET), ("under-6", READY), ("none", READY), ("unknown", READY)],
)
def test_running_of_six_weeks(running: str, answer: GateAnswer) -> None:
    assert pogo(person(running=running), strong()).answer is answer


# raises-3x12 and balance-30


@pytest.mark.parametrize(
    ("raises", "is_met"),
    [
        ([dose("heel-raise-single", 3, 12)], True),
        ([dose("heel-raise-single", 3, 15)], True),
        ([dose("heel-raise-single", 3, 11)], False),
        ([dose("heel-raise-single", 2, 12)], False),
        ([dose("heel-raise-single", 3, 12, outcome=SetOutcome.CUT)], False),
        ([dose("heel-raise-double", 3, 12)], False),
        ([dose("heel-raise-single", 2, 12), dose("heel-raise-single", 1, 12)], True),
    ],
)
def test_three_sets_of_twelve_raises_in_one_session(raises: list[Any], *, is_met: bool) -> None:
    balance = dose("single-leg-balance", 2, 1, seconds=30)
    history = [session(day, L3, exercises=(balance, *raises)) for day in range(10, 31, 5)]

    assert ("raises-3x12" not in failed(pogo(person(), history))) is is_met


def test_raises_of_one_side_alone_are_not_enough() -> None:
    both = dose("heel-raise-single", 6, 12)
    left = both._replace(sets=tuple(each for each in both.sets if each.side == "left"))
    history = [session(day, L3, exercises=(left,)) for day in range(10, 31, 5)]

    assert "raises-3x12" in failed(pogo(person(), history))


@pytest.mark.parametrize(
    ("held", "is_met"),
    [
        (dose("single-leg-balance", 1, 1, seconds=30), True),
        (dose("single-leg-balance", 1, 1, seconds=29), False),
        (dose("single-leg-balance-cushion", 1, 1, seconds=20), True),
        (dose("single-leg-balance-cushion", 1, 1, seconds=19), False),
        (dose("single-leg-balance", 1, 1, seconds=30, outcome=SetOutcome.CUT), False),
    ],
)
def test_a_hold_of_30_seconds_or_of_20_on_the_cushion(held: Any, *, is_met: bool) -> None:
    history = [session(day, L3, exercises=(held,)) for day in range(10, 31, 5)]

    assert ("balance-30" not in failed(pogo(person(), history))) is is_met


@pytest.mark.parametrize(
    ("entries", "conditions"),
    [
        (results(TODAY_NUMBER, "heel-raise", 25, 25), {"balance-30"}),
        (results(TODAY_NUMBER, "heel-raise", 25, 24), {"balance-30", "raises-3x12"}),
        (results(TODAY_NUMBER - 83, "heel-raise", 30, 25), {"balance-30"}),
        (results(TODAY_NUMBER - 84, "heel-raise", 30, 30), {"balance-30", "raises-3x12"}),
        (results(TODAY_NUMBER, "balance-open", 30, 45), {"raises-3x12"}),
        (results(TODAY_NUMBER, "balance-open", 30, 29), {"balance-30", "raises-3x12"}),
    ],
)
def test_a_self_test_may_stand_for_it(entries: list[Any], conditions: set[str]) -> None:
    history = [session(day, L3, exercises=(dose("step-down", 1, 8),)) for day in range(10, 31, 5)]

    assert failed(pogo(person(), history, entries)) == conditions


# hop-days


@pytest.mark.parametrize(
    ("days", "is_met"),
    [
        ((6, 4), True),
        ((6, 4, 2), False),
        ((7, 6, 4), True),
        ((1,), False),
        ((0,), False),
        ((2,), True),
    ],
)
def test_hops_on_two_days_of_seven_and_neither_today_nor_yesterday(
    days: tuple[int, ...], *, is_met: bool
) -> None:
    hops = [session(TODAY_NUMBER - n, HOPS, exercises=(dose("pogo-double", 3, 10),)) for n in days]

    assert ("hop-days" not in failed(pogo(person(), strong(), hops))) is is_met


# tomorrow-easy


@pytest.mark.parametrize(
    ("run", "is_met"),
    [
        (RunKind.NONE, True),
        (RunKind.EASY, True),
        (RunKind.LONG, False),
        (RunKind.HARD, False),
        (RunKind.RACE, False),
    ],
)
def test_tomorrows_run_as_it_was_said(run: RunKind, *, is_met: bool) -> None:
    result = pogo(run_tomorrow=run, confirmed=frozenset({"shoes"}))

    assert ("tomorrow-easy" not in failed(result)) is is_met
    assert "tomorrow-easy" not in asked(result)


def test_tomorrows_run_by_the_plan() -> None:
    sunday = TODAY.weekday() + 1
    plan = choice(runs={sunday: RunKind.HARD})

    assert "tomorrow-easy" in failed(pogo(person(), strong(), plan))


def test_tomorrow_is_not_asked_before_a_run() -> None:
    result = pogo(context="before-run", confirmed=frozenset())

    assert asked(result) == {"shoes"}


# Any hops.


@pytest.mark.parametrize("site", ["heel", "forefoot", "achilles-cord", "achilles-bone", "shin"])
def test_a_score_of_1_at_these_sites_fails_as_sore(site: str) -> None:
    assert pogo(sore=(sore(site, 1),)).answer is SORE


@pytest.mark.parametrize("site", ["arch", "big-toe", "ankle", "calf"])
def test_a_score_of_1_at_other_sites_does_not(site: str) -> None:
    assert pogo(sore=(sore(site, 1),)).answer is MET


@pytest.mark.parametrize("question", ["falls", "hops", "toe_joint", "heel_pain", "minor", "bone"])
def test_what_the_profile_excludes_fails_as_excluded_and_asks_nothing(question: str) -> None:
    result = pogo(person(**{question: "yes"}), strong(), confirmed=frozenset())

    assert result.answer is EXCLUDED
    assert result.questions == ()


def test_without_a_profile_the_list_is_asked_and_fails_as_excluded() -> None:
    confirmed = YES_TO_HOPS | {"running-6wk"}
    result = pogo(strong(), confirmed=confirmed)

    assert result.answer is EXCLUDED
    assert asked(result) == {"impact-list"}
    assert pogo(strong(), confirmed=confirmed | {"impact-list"}).answer is MET


def test_the_list_is_asked_too_where_the_profile_lacks_an_answer() -> None:
    first = ("numb", "bone", "recent", "tendon-drug")
    some = Profile(MONDAY, dict.fromkeys(first, "no") | {"running": "longer"})

    assert asked(pogo(some, strong())) == {"impact-list"}


def test_28_days_after_a_flag_it_fails_as_excluded() -> None:
    flagged = [loose(0, flags=("bone-point",)), seen(TODAY_NUMBER - 27, "bone-point")]
    earlier = [loose(0, flags=("bone-point",)), seen(TODAY_NUMBER - 28, "bone-point")]

    assert pogo(person(), strong(), flagged).answer is EXCLUDED
    assert pogo(person(), strong(), earlier).answer is MET


def test_in_a_lighter_week_it_fails_as_ready() -> None:
    result = pogo(person(), strong(), choice(stage=4), wants_lighter=True)

    assert result.answer is READY
    assert failed(result) == {"impact-wait"}


# Why, and what is asked.


def test_excluded_comes_before_sore_and_sore_before_ready() -> None:
    assert pogo(person(falls="yes"), sore=(sore("heel", 1),)).answer is EXCLUDED
    assert pogo(person(), sore=(sore("heel", 1),)).answer is SORE
    assert pogo(person()).answer is READY


def test_nothing_is_asked_where_it_is_known_to_fail_as_sore() -> None:
    assert pogo(sore=(sore("heel", 1),), confirmed=frozenset()).questions == ()


def test_where_it_is_known_to_fail_as_ready_only_what_could_make_the_swap_unsafe() -> None:
    unready = pogo(person(), confirmed=frozenset())
    unknown = pogo(session(3, DAILY), confirmed=frozenset(), sore=None)

    assert unready.questions == ()
    assert asked(unknown) == {"impact-list", "impact-sore", "pain-max"}


def test_a_sentence_without_an_id_is_asked() -> None:
    stairs = Gate(requires=("You have a step.",), exclude=("a cold",))
    step = replace(CATALOGUE.routines[L3].steps[0], gate=stairs)

    result = step_gate(step, situation(person()))

    assert result.answer is EXCLUDED
    assert [each.text for each in result.questions] == [
        "You have a step. You have none of these: a cold."
    ]
    yes = frozenset({result.questions[0].id})
    assert step_gate(step, situation(person(), confirmed=yes)).answer is MET


def test_hops_without_a_gate_of_their_own_have_one() -> None:
    bare = replace(POGO, gate=None)

    assert step_gate(bare, situation(person(falls="yes"), strong())).answer is EXCLUDED
    assert step_gate(bare, situation(person())).answer is READY
    assert step_gate(bare, situation(person(), strong())).answer is MET


# Steps after their gates.


def test_only_ready_uses_the_swap() -> None:
    unready = decided(HOPS)
    sore_heel = decided(HOPS, sore("heel", 1))
    excluded = decided(HOPS, who=person(falls="yes"))

    assert changes(unready)[0] == (3, "swap", "toe-walk", ("gate:ready",))
    assert changes(sore_heel)[0] == (3, "leave", "", ("gate:sore",))
    assert changes(excluded)[0] == (3, "leave", "", ("gate:excluded",))
    assert unready.verdict == sore_heel.verdict == excluded.verdict == "go"


def test_ready_with_all_answers_hops() -> None:
    answers = {"confirmed": YES_TO_HOPS, "run_today": RunKind.EASY}
    ready = decided(HOPS, history=strong(), **answers)

    assert {"pogo-double", "hop-and-stick"} <= set(exercises(ready))
    assert ready.questions == ()


def test_a_swap_with_a_gate_of_its_own_is_not_done() -> None:
    routine = CATALOGUE.routines[HOPS]
    hops: Step = replace(POGO, swap=routine.steps[4])
    (step,), _ = after_gates(situation(person()), planned([hops]))

    assert step.step is None
    assert [(c.action, c.rules) for c in step.changes] == [(Action.LEAVE, ("gate:ready",))]


def test_the_gate_of_a_routine_includes_that_of_its_hops() -> None:
    economy = CATALOGUE.routines["hop-economy-w1"]

    unready = routine_gate(situation(person(), routine=economy))
    ready = routine_gate(situation(person(), strong(), routine=economy))

    assert (unready.answer, ready.answer) == (READY, MET)


def test_l4_swaps_hops_for_toe_walks_until_the_person_is_ready() -> None:
    unready = decided(L4)

    assert changes(unready) == [(5, "swap", "toe-walk", ("gate:ready",))]
    assert "not yet" in unready.changes[0].sentence
