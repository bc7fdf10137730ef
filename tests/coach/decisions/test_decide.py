"""Decisions, row by row of the table: 1 to 7 refuse, 8 to 14 change what is played (1.3)."""

from datetime import timedelta
from typing import Any

import pytest
from bundled import CATALOGUE
from coach_logs import (
    COURSE,
    DAILY,
    GENTLE,
    L1,
    L2,
    L3,
    L4,
    RULES,
    THREE,
    choice,
    log,
    loose,
    seen,
    session,
    sore,
)
from decisions import TODAY, TODAY_NUMBER, YES_TO_HOPS, changes, decided, exercises, person, strong

from footcoach_tui.coach.answers.check_in import BreakReason, CheckIn, Energy, RunKind
from footcoach_tui.coach.answers.decision import Decision, Verdict
from footcoach_tui.coach.decisions.decide import decide
from footcoach_tui.coach.decisions.sentences import lighter
from footcoach_tui.session.routine import Routine

REHAB = "achilles-low-compression"
DESK, MORNING, MOBILITY = "desk-break-3min", "morning-first-steps-5min", "ankle-and-big-toe-6min"
STRENGTH = "calf-and-shin"
ILL = {"energy": Energy.ILL}
SHORT = {"energy": Energy.SHORT}
RECENT = TODAY_NUMBER - 8
YESTERDAY, DAY_BEFORE = TODAY_NUMBER - 1, TODAY_NUMBER - 2


def outcome(decision: Decision) -> tuple[str, str]:
    return str(decision.verdict), decision.rule


def no_training(decision: Decision) -> bool:
    """Whether only gentle minutes may be played."""
    return decision.routine is None or decision.routine.id == GENTLE


# Row 1.


@pytest.mark.parametrize("flag", [f.id for f in CATALOGUE.flags if f.urgency in {"now", "today"}])
@pytest.mark.parametrize("routine", [L3, REHAB, GENTLE, THREE])
def test_row_1_an_urgent_flag_stops_everything(routine: str, flag: str) -> None:
    stop = decided(routine, flags=(flag,))

    assert outcome(stop) == ("stop", f"flag:{flag}")
    assert stop.routine is None
    assert stop.sentence == RULES.flags[flag].advice
    assert stop == Decision(Verdict.STOP, stop.rule, stop.sentence)


def test_row_1_an_urgent_flag_stays_open_until_it_is_cleared() -> None:
    open_flag = loose(YESTERDAY, flags=("snap",))

    assert outcome(decided(L3, history=[open_flag])) == ("stop", "flag:snap")
    assert decided(L3, history=[open_flag], is_anyway=True).verdict is Verdict.STOP
    assert decided(L3, history=[open_flag, seen(TODAY_NUMBER, "snap")]).verdict is Verdict.GO


def test_row_1_the_most_urgent_flag_decides() -> None:
    assert decided(L3, flags=("night", "snap", "cold")).rule == "flag:cold"


# Row 2.


def test_row_2_a_recent_injury_stops_until_it_is_cleared() -> None:
    assert outcome(decided(L3, who=person(recent="yes"))) == ("stop", "recent")
    assert decided(GENTLE, who=person(recent="yes", recent_cleared="no")).rule == "recent"
    assert decided(L3, who=person(recent="yes", recent_cleared="yes")).verdict is Verdict.GO


# Row 3.


@pytest.mark.parametrize("flag", ["bone-point", "severe", "joints", "tendon-drug", "pregnancy"])
def test_row_3_other_flags_leave_gentle_minutes(flag: str) -> None:
    gentle = decided(L3, flags=(flag,))

    assert outcome(gentle) == ("gentle", f"open:{flag}")
    assert gentle.routine
    assert gentle.routine.id == GENTLE
    assert gentle.sentence == RULES.flags[flag].advice
    assert not gentle.may_override


def test_row_3_other_flags_stop_rehabilitation() -> None:
    assert outcome(decided(REHAB, flags=("bone-point",))) == ("stop", "open:bone-point")


def test_row_3_a_flag_stays_open() -> None:
    assert decided(L3, history=[loose(20, flags=("night",))]).rule == "open:night"
    assert decided(L3, history=[loose(20, flags=("night",))], is_anyway=True).rule == "open:night"


# Row 4.


@pytest.mark.parametrize("routine", [L3, DAILY, THREE, REHAB, DESK])
def test_row_4_a_red_score_is_a_rest(routine: str) -> None:
    rest = decided(routine, sore("heel", 6), is_anyway=True)

    assert outcome(rest) == ("rest", "red")
    assert rest.routine is None
    assert rest.offers == (GENTLE,)
    assert not rest.may_override


def test_row_4_gentle_minutes_may_be_played_when_they_are_asked_for() -> None:
    gentle = decided(GENTLE, sore("shin", 8))

    assert outcome(gentle) == ("gentle", "red")
    assert exercises(gentle)


def test_row_4_a_5_is_no_red_score() -> None:
    assert decided(L3, sore("heel", 5)).verdict is Verdict.LIGHTER


@pytest.mark.parametrize(
    ("history", "then"),
    [
        ([], "gently."),
        ([choice(begun=TODAY_NUMBER, stage=1)], "at the first stage, gently."),
        ([choice(begun=TODAY_NUMBER, stage=2)], "one stage lower."),
    ],
)
def test_row_4_names_a_lower_stage_only_where_there_is_one(history: list[Any], then: str) -> None:
    assert decided(L1, sore("heel", 6), history=history).sentence == (
        f"Above 5 of 10: no loaded exercise today and for two days. Then we go on {then}"
    )


# Row 5.


def test_row_5_ill_is_a_rest_with_gentle_minutes_on_offer() -> None:
    rest = decided(L3, **ILL)

    assert outcome(rest) == ("rest", "ill")
    assert rest.offers == (GENTLE,)
    assert "fever" in rest.sentence
    assert outcome(decided(GENTLE, **ILL)) == ("gentle", "ill")


def test_row_5_ill_of_an_earlier_check_in_of_the_day_holds_every_routine_but_the_gentle_one() -> (
    None
):
    said = [loose(TODAY_NUMBER, energy=Energy.ILL)]

    for routine in (L3, THREE, DAILY, MOBILITY, REHAB):
        rest = decided(routine, history=said)
        assert outcome(rest) == ("rest", "ill")
        assert rest.offers == (GENTLE,)
        assert rest.may_override
    assert outcome(decided(GENTLE, history=said)) == ("gentle", "ill")
    assert decided(L3, history=said, is_anyway=True).verdict is Verdict.GO


@pytest.mark.parametrize("when", [YESTERDAY, DAY_BEFORE])
def test_row_5_training_waits_for_two_days_without_fever(when: int) -> None:
    said = [loose(when, energy=Energy.ILL)]
    gentle = decided(L3, history=said)

    assert outcome(gentle) == ("gentle", "ill")
    assert gentle.sentence == "Get well first. With fever wait for two days without it."
    assert gentle.may_override
    assert decided(THREE, history=said).verdict is Verdict.GO
    assert decided(L3, history=said, is_anyway=True).verdict is Verdict.GO
    assert outcome(decided(L3, history=said, **ILL)) == ("rest", "ill")


def test_row_5_is_over_three_days_later() -> None:
    assert decided(L3, history=[loose(TODAY_NUMBER - 3, energy=Energy.ILL)]).rule != "ill"


def test_row_5_a_day_that_was_said_to_be_without_fever_ends_it() -> None:
    fit = session(YESTERDAY, L1, check_in=CheckIn(sore=(), is_anyway=True))

    assert decided(L1, history=[loose(DAY_BEFORE, energy=Energy.ILL), fit]).rule != "ill"
    assert decided(L1, history=[fit, loose(YESTERDAY, energy=Energy.ILL)]).rule == "ill"


def test_row_5_illness_that_a_session_lifted_on_its_day_is_over() -> None:
    ill = loose(YESTERDAY, energy=Energy.ILL)._replace(id="1")
    fit = session(YESTERDAY, L1, check_in=CheckIn(sore=(), is_anyway=True))

    assert decided(L1, history=[ill, fit._replace(id="2")]).rule != "ill"
    assert decided(L1, history=[ill, fit._replace(id="0")]).rule == "ill", "said after the session"


def test_row_4_comes_before_row_5() -> None:
    assert decided(L3, sore("heel", 7), **ILL).rule == "red"


# Row 6a.

RED: list[Any] = [
    loose(DAY_BEFORE, sore("heel", 7)),
    session(DAY_BEFORE, THREE, pain=6),
    session(DAY_BEFORE, THREE, hurt={1: 6}),
]


@pytest.mark.parametrize("red", RED)
def test_row_6a_two_days_after_a_red_day(red: Any) -> None:
    assert outcome(decided(L3, history=[red])) == ("gentle", "red")
    assert outcome(decided(REHAB, history=[red])) == ("rest", "red")
    assert outcome(decided(L3, history=[red], is_anyway=True)) == ("gentle", "red")
    other = decided(THREE, history=[red])
    assert other.verdict is Verdict.LIGHTER
    assert exercises(other) == ["ball-roll"]


def test_row_6a_is_over_three_days_after_it() -> None:
    red = loose(TODAY_NUMBER - 3, sore("heel", 7))

    assert decided(L3, history=[red]).verdict is Verdict.GO


# Row 6b.


def worse(days_ago: int, routine: str = L3) -> Any:
    return session(TODAY_NUMBER - days_ago, routine, pain=4, morning="worse")


def test_row_6b_pain_and_a_worse_morning_add_a_day_to_the_gap() -> None:
    gentle = decided(L3, history=[worse(2)])

    assert outcome(gentle) == ("gentle", "sore")
    assert gentle.may_override
    assert decided(L3, history=[worse(2)], is_anyway=True).verdict is Verdict.GO
    assert decided(L3, history=[worse(3)]).verdict is Verdict.GO


def unanswered(days_ago: int, pain: int) -> Any:
    return session(TODAY_NUMBER - days_ago, L3, pain=pain)


@pytest.mark.parametrize(
    ("days_ago", "pain", "row", "note"),
    [
        (2, 4, ("gentle", "sore"), "a day more between, then the same again."),
        (3, 4, ("go", "go"), "the same again today, and a day more between."),
        (2, 2, ("go", "go"), "the same again today."),
        (1, 2, ("instead", "G1"), "the same again next time."),
    ],
)
def test_a_morning_that_is_answered_worse_counts_at_once_and_is_told(
    days_ago: int, pain: int, row: tuple[str, str], note: str
) -> None:
    history = [unanswered(days_ago, pain)]
    found = decided(L3, history=history, is_morning_worse=True)

    assert outcome(found) == row
    assert found.notes[0] == f"The morning after was worse: {note}"
    assert not decided(L3, history=history).notes


def test_row_6b_other_routines_go_on_without_load() -> None:
    other = decided(DAILY, history=[worse(2)])

    assert outcome(other) == ("lighter", "lighter")
    assert exercises(other) == ["toe-spread", "toe-yoga"]
    assert {rule for change in other.changes for rule in change.rules} == {"sore", "little"}
    assert exercises(decided(DAILY, history=[worse(2)], is_anyway=True)) == [
        step.exercise.id for step in CATALOGUE.routines[DAILY].steps
    ]


# Row 6c.


def test_row_6c_a_day_between_training_sessions_of_level_3() -> None:
    instead = decided(L3, history=[session(YESTERDAY, L3)])

    assert outcome(instead) == ("instead", "G1")
    assert instead.may_override
    assert decided(L3, history=[session(YESTERDAY, L3)], is_anyway=True).verdict is Verdict.GO
    assert decided(L3, history=[session(DAY_BEFORE, L3)]).verdict is Verdict.GO


def test_row_6c_offers_the_extra_of_the_plan_else_gentle_minutes() -> None:
    done = session(YESTERDAY, L3)

    without_plan = decided(L3, history=[done])
    with_plan = decided(L3, history=[choice(stage=3, begun=RECENT), done])

    assert without_plan.routine
    assert without_plan.routine.id == GENTLE
    assert with_plan.routine
    assert with_plan.routine.id == DAILY
    assert with_plan.offers == (DAILY,)


def test_row_6c_an_extra_is_offered_only_so_often_in_a_week() -> None:
    extras = [session(TODAY_NUMBER - n, DAILY, hour=9) for n in (2, 4, 6)]
    done = [choice(stage=3, begun=RECENT), session(YESTERDAY, L3), *extras]

    assert decided(L3, history=done).offers == ("toe-yoga-basics-5min",)


def test_row_6c_holds_training_routines_alone() -> None:
    assert decided(DAILY, history=[session(YESTERDAY, L3)]).verdict is Verdict.GO
    assert decided(THREE, history=[session(YESTERDAY, L3)]).verdict is Verdict.GO


def test_row_6c_what_is_offered_is_changed_like_any_routine() -> None:
    done = [choice(stage=3, begun=RECENT), session(YESTERDAY, L3)]
    instead = decided(L3, sore("heel", 3), history=done)

    assert instead.offers == (DAILY,)
    assert "single-leg-balance" not in exercises(instead)
    assert instead.changes


# Row 7: runs.


def test_row_7_n2_before_a_run_only_light_routines() -> None:
    for routine in (L1, L3, "hop-economy-w1", DAILY):
        assert outcome(decided(routine, context="before-run")) == ("instead", "N2")
    assert decided(THREE, context="before-run").verdict is Verdict.GO
    assert decided(L3, context="before-run").offers == ("pre-run-activation-4min",)
    assert decided(L3, context="before-run", is_anyway=True).verdict is Verdict.GO


@pytest.mark.parametrize("run", [RunKind.HARD, RunKind.LONG])
def test_row_7_n3_six_hours_after_a_tiring_run(run: RunKind) -> None:
    asked = decided(L3, run_today=run)

    assert outcome(asked) == ("instead", "N3")
    assert [each.id for each in asked.questions] == ["six-hours"]
    assert decided(L3, run_today=run, is_six_hours_later=True).verdict is Verdict.GO
    assert decided(L1, run_today=run).verdict is Verdict.GO
    assert decided(DAILY, run_today=run).verdict is Verdict.GO


def test_row_7_n3_an_easy_run_is_no_hindrance() -> None:
    assert decided(L3, run_today=RunKind.EASY).verdict is Verdict.GO


@pytest.mark.parametrize("days", [0, 1, 2, 3])
def test_row_7_n5_no_strength_on_one_foot_up_to_three_days_before_a_race(days: int) -> None:
    plan = choice(stage=4, begun=RECENT, races=frozenset({TODAY + timedelta(days=days)}))
    history = [plan, session(DAY_BEFORE, L4)]

    assert outcome(decided(L4, history=history)) == ("instead", "N5")
    assert decided(L1, history=history).rule != "N5"


def test_row_7_n5_four_days_before_a_race_there_are_no_hops() -> None:
    plan = choice(stage=4, begun=RECENT, races=frozenset({TODAY + timedelta(days=4)}))
    played = decided(L4, history=[plan, *strong()], confirmed=YES_TO_HOPS)

    assert played.verdict is Verdict.GO
    assert (5, "leave", "", ("N5",)) in changes(played)


def test_row_7_n6_no_training_the_day_after_a_race() -> None:
    plan = choice(stage=4, begun=RECENT, races=frozenset({TODAY - timedelta(days=1)}))

    assert outcome(decided(L4, history=[plan, *strong()])) == ("instead", "N6")
    said = loose(YESTERDAY, run_today=RunKind.RACE)
    assert outcome(decided(L3, history=[said])) == ("instead", "N6")
    assert decided(L3, history=[said]).routine


def test_row_7_the_person_may_go_on_against_a_rule_on_runs() -> None:
    plan = choice(stage=4, begun=RECENT, races=frozenset({TODAY + timedelta(days=2)}))
    asked = decided(L4, history=[plan, session(DAY_BEFORE, L4)])

    assert asked.may_override
    assert asked.sentence == "Race in two days: something light today."
    again = decided(L4, history=[plan, session(DAY_BEFORE, L4)], is_anyway=True)
    assert again.verdict in {Verdict.GO, Verdict.LIGHTER}


# Row 7: stage.


def test_row_7_a_stage_above_the_persons() -> None:
    plan = [choice(stage=2, begun=RECENT), session(DAY_BEFORE, L2)]
    instead = decided(L4, history=plan)

    assert outcome(instead) == ("instead", "stage")
    assert instead.offers == (L2,)
    assert instead.may_override
    assert decided(L2, history=plan).verdict is Verdict.GO
    assert decided(L1, history=plan).verdict is Verdict.GO
    assert decided(L4, history=plan, is_anyway=True).verdict is Verdict.GO


def test_row_7_without_a_plan_there_is_no_stage() -> None:
    assert decided(L4).verdict is Verdict.GO


# Row 7: gates of a whole routine.


def test_row_7_a_gate_of_a_routine_offers_the_one_for_every_day() -> None:
    instead = decided("hop-economy-w1")

    assert outcome(instead) == ("instead", "gate:ready")
    assert instead.offers == (DAILY,)
    assert not instead.may_override
    assert decided("hop-economy-w1", is_anyway=True).rule == "gate:ready"


def test_row_7_a_gate_of_a_routine_offers_the_stage_of_the_plan() -> None:
    plan = [choice(stage=2, begun=RECENT), session(DAY_BEFORE, L2)]

    assert decided("hop-economy-w1", history=plan).offers == (L2,)


def test_row_7_a_gate_that_is_met_lets_the_routine_through() -> None:
    played = decided("hop-economy-w1", history=strong(), confirmed=YES_TO_HOPS)

    assert played.verdict is Verdict.GO
    assert exercises(played) == ["pogo-double"]


def test_row_7_a_rule_against_impact_refuses_a_routine_of_hops() -> None:
    asked = decided("hop-economy-w1", history=strong(), confirmed=YES_TO_HOPS, **SHORT)

    assert outcome(asked) == ("instead", "short")
    assert asked.offers == (DAILY,)


def test_row_7_a_gate_says_what_is_still_to_be_asked() -> None:
    balance = strong()
    asked = decided("one-leg-strength", history=balance)
    answered = decided("one-leg-strength", history=balance, confirmed=frozenset({"other"}))

    assert outcome(asked) == ("instead", "gate:excluded")
    assert "other" in [each.id for each in asked.questions]
    assert answered.verdict is Verdict.GO


# Row 8.


def test_row_8_one_set_fewer_after_nine_days() -> None:
    history = [choice(stage=3, begun=20), session(TODAY_NUMBER - 10, L3)]
    played = decided(L3, history=history)

    assert outcome(played) == ("lighter", "lighter")
    assert (4, "fewer", "heel-raise-single", ("break",)) in changes(played)
    assert any(note.startswith("Welcome back") for note in played.notes)


def test_row_8_halved_after_two_weeks_and_the_reason_is_asked() -> None:
    history = [choice(stage=3, begun=15), session(TODAY_NUMBER - 16, L3)]
    played = decided(L3, history=history)

    assert (4, "halve", "heel-raise-single", ("break",)) in changes(played)
    assert "break" in [each.id for each in played.questions]
    told = decided(L3, history=history, break_reason=BreakReason.LIFE)
    assert "break" not in [each.id for each in told.questions]


def test_row_8_a_stage_lower_after_three_weeks() -> None:
    history = [choice(stage=3, begun=8), session(TODAY_NUMBER - 23, L3)]

    assert outcome(decided(L3, history=history)) == ("instead", "stage")
    assert decided(L2, history=history).verdict is Verdict.GO


def test_row_8_other_training_makes_the_first_session_as_planned() -> None:
    history = [choice(stage=3, begun=15), session(TODAY_NUMBER - 16, L3)]
    other = session(TODAY_NUMBER - 3, STRENGTH)

    assert decided(L3, history=[*history, other]).verdict is Verdict.GO


def test_row_8_an_injury_in_a_break_shows_the_red_flags() -> None:
    history = [choice(stage=3, begun=15), session(TODAY_NUMBER - 16, L3)]
    hurt = decided(L3, history=history, break_reason=BreakReason.HURT)

    assert hurt.questions[0].id == "flags"


# Rows 11 and 12.


def test_row_11_the_profile_makes_no_session_lighter() -> None:
    played = decided(THREE, who=person(knees="yes"))

    assert outcome(played) == ("go", "go")
    assert changes(played) == [(1, "drop", "knee-to-wall-rock", ("profile:knees",))]


def test_rows_11_and_12_are_one_pass_with_the_rules_of_the_strongest_action() -> None:
    both = decided(L3, sore("shin", 3), who=person(tendon_drug="yes"))

    assert (4, "drop", "heel-raise-seated", ("profile:tendon-drug", "site:shin")) in changes(both)


def test_row_12_x2_lifts_a_low_score() -> None:
    rising = [loose(day, sore("ankle", score)) for day, score in ((22, 1), (29, 2))]
    history = [loose(15), *rising]
    played = decided(L3, sore("ankle", 2), history=history)

    assert (1, "drop", "ankle-circles", ("X2:ankle",)) in changes(played)
    assert decided(L3, sore("ankle", 2)).changes == ()


def test_row_12_r0_after_rehabilitation_no_impact_and_no_tendon() -> None:
    for days_ago in (0, 1):
        played = decided(DAILY, history=[session(TODAY_NUMBER - days_ago, REHAB)])
        assert changes(played) == [(4, "leave", "", ("R0",))]
        assert played.verdict is Verdict.LIGHTER
    assert decided(DAILY, history=[session(DAY_BEFORE, REHAB)]).verdict is Verdict.GO


@pytest.mark.parametrize("running", ["none", "under-6", "under-26", "unknown"])
def test_row_12_n1_novices_do_no_strength_before_a_run(running: str) -> None:
    played = decided("pre-run-activation-4min", who=person(running=running))

    assert exercises(played) == ["knee-to-wall-rock", "toe-yoga"]
    assert played.verdict is Verdict.GO
    left = {rule for change in played.changes for rule in change.rules}
    assert left <= {"N1", "gate:ready", "little"}


def test_row_12_n1_holds_before_runs_alone() -> None:
    novice = person(running="under-26")

    assert exercises(decided(THREE, who=novice, context="before-run")) == ["ball-roll"]
    assert len(exercises(decided(THREE, who=novice, context="after-run"))) == 3
    assert len(exercises(decided(THREE, who=novice))) == 3


@pytest.mark.parametrize("run", [RunKind.HARD, RunKind.LONG, RunKind.RACE])
def test_row_14_n4_before_a_tiring_run_calf_work_is_halved(run: RunKind) -> None:
    plan = [session(DAY_BEFORE, L3)]
    played = decided("calf-and-shin", history=plan, run_tomorrow=run, is_anyway=True)

    halved = {c.exercise for c in played.changes if c.rules == ("N4",)}
    assert halved
    assert all("tendon" in CATALOGUE.exercises[each].tags for each in halved)
    assert played.verdict is Verdict.LIGHTER


def test_row_12_n4_there_are_no_hops_the_day_before() -> None:
    played = decided(
        "pre-run-activation-4min",
        history=strong(),
        run_tomorrow=RunKind.HARD,
        confirmed=YES_TO_HOPS,
    )

    assert (6, "leave", "", ("N4",)) in changes(played)


def test_row_14_n6_after_a_long_run() -> None:
    said = loose(YESTERDAY, run_today=RunKind.LONG)
    played = decided(L3, history=[said])

    assert (4, "halve", "heel-raise-single", ("N6",)) in changes(played)
    assert (8, "halve", "toe-walk", ("N6",)) in changes(played)
    assert len(played.changes) == 2


def test_row_12_a_short_session_has_no_hops() -> None:
    played = decided("balance-and-hops-9min", history=strong(), confirmed=YES_TO_HOPS, **SHORT)

    assert (3, "leave", "", ("short",)) in changes(played)
    assert (5, "leave", "", ("short",)) in changes(played)


def test_row_14_g4_halves_training_and_nothing_else() -> None:
    plan = [choice(stage=3, begun=RECENT), session(DAY_BEFORE, L3)]
    training = decided(L3, history=plan, wants_lighter=True)
    other = decided(DAILY, history=plan, wants_lighter=True)

    assert training.verdict is Verdict.LIGHTER
    assert {c.rules for c in training.changes} == {("G4",)}
    assert other.changes == ()


# Row 13.


@pytest.mark.parametrize(
    ("site", "mobility"),
    [("heel", MORNING), ("forefoot", DESK), ("achilles-cord", MOBILITY), ("shin", DESK)],
)
def test_row_13_where_little_is_left_mobility_is_offered_first(site: str, mobility: str) -> None:
    red = loose(DAY_BEFORE, sore("arch", 6))
    played = decided(DAILY, sore(site, 1), history=[red])

    assert played.offers == (mobility, DAILY)
    assert exercises(played) == ["toe-spread", "toe-yoga"]
    assert played.changes[-1].rules == ("little",)


def test_row_13_a_step_left_out_by_a_gate_counts_as_written() -> None:
    hops = "hop-economy-w5-6"
    assert decided(hops).verdict is Verdict.INSTEAD
    left = decided("balance-and-hops-9min", sore("heel", 1))

    assert left.offers == ()


def test_row_13_halving_is_not_counted() -> None:
    assert decided(L3, **SHORT).offers == ()


# Nothing left.


def test_nothing_left_to_play_is_gentle() -> None:
    gentle = decided("calf-and-shin", who=person(numb="yes", numb_cleared="no"))
    alone = decided("pre-run-activation-4min", who=person(bone="yes"))

    assert alone.verdict is Verdict.GO
    if gentle.verdict is Verdict.GENTLE:
        assert gentle.rule == "nothing-left"


def test_a_single_exercise_that_is_dropped_leaves_nothing() -> None:
    roll = Routine.of_exercise(CATALOGUE.exercises["ball-roll"])
    answers = CheckIn(sore=(sore("arch", 3),))
    gentle = decide(roll, answers, log(person()), RULES, TODAY)

    assert outcome(gentle) == ("gentle", "nothing-left")


# Gentle (1.7).


@pytest.mark.parametrize(
    ("site", "score", "left_out"),
    [
        ("big-toe", 3, {"toe-spread"}),
        ("big-toe", 1, {"toe-spread"}),
        ("arch", 5, set()),
        ("arch", 7, {"short-foot-seated"}),
        ("heel", 9, set()),
        ("forefoot", 6, set()),
    ],
)
def test_gentle_leaves_out_by_site(site: str, score: int, left_out: set[str]) -> None:
    all_of_it = {step.exercise.id for step in CATALOGUE.routines[GENTLE].steps}

    assert all_of_it - set(exercises(decided(GENTLE, sore(site, score)))) == left_out


@pytest.mark.parametrize("flag", ["numb-new", "diabetes-pain"])
def test_gentle_with_numbness_or_diabetes_leaves_the_ankles(flag: str) -> None:
    assert exercises(decided(L3, flags=(flag,))) == ["ankle-pumps", "ankle-circles"]


def test_gentle_without_what_the_profile_excludes() -> None:
    stiff = decided(GENTLE, who=person(toe_joint="yes"))

    assert outcome(stiff) == ("go", "go")
    assert "toe-spread" not in exercises(stiff)


def test_gentle_asked_for_on_a_good_day_is_played_as_written() -> None:
    assert outcome(decided(GENTLE)) == ("go", "go")
    assert decided(GENTLE).changes == ()


# Rehabilitation (R0).


def test_r0_rehabilitation_is_played_as_written_or_not_at_all() -> None:
    confirmed = {"confirmed": frozenset({"other"})}
    amber = decided(REHAB, sore("achilles-bone", 4), **confirmed)

    assert outcome(amber) == ("go", "R0")
    assert amber.routine == CATALOGUE.routines[REHAB]
    assert outcome(decided(REHAB)) == ("rest", "gate:excluded")
    excluded = decided(REHAB, who=person(toe_joint="yes"), **confirmed)
    assert outcome(excluded) == ("rest", "gate:excluded")
    assert decided(REHAB, sore("achilles-bone", 6), **confirmed).rule == "red"


def test_r0_a_short_day_changes_nothing_of_it() -> None:
    played = decided(REHAB, confirmed=frozenset({"other"}), **SHORT)

    assert played.routine == CATALOGUE.routines[REHAB]


# What is asked, and sentences.


def test_todays_run_is_asked_of_runners_before_strength_on_one_foot() -> None:
    assert [each.id for each in decided(L3).questions] == ["run-today"]
    assert decided(L3, run_today=RunKind.NONE).questions == ()
    assert decided(L1).questions == ()
    assert decided(L3, who=person(running="none")).questions == ()


def test_the_longer_run_is_asked_when_the_stage_goes_up() -> None:
    days = (16, 20, 24, 28)
    history = [choice(stage=1, begun=15), *(session(day, L1) for day in days)]
    asked = decided(L2, history=history)

    assert asked.verdict is Verdict.GO
    assert "longer-run" in [each.id for each in asked.questions]
    held = decided(L2, history=history, ran_longer=True)
    assert outcome(held) == ("instead", "stage")
    assert any("Long jumps in a single run" in note for note in held.notes)


@pytest.mark.parametrize(
    ("sores", "asks"),
    [
        ([("heel", 3)], True),
        ([("shin", 1)], True),
        ([("arch", 2)], True),
        ([("arch", 1)], False),
        ([("heel", 7)], True),
    ],
)
def test_red_flags_are_asked_by_their_triggers(sores: list[tuple[str, int]], *, asks: bool) -> None:
    sites = [sore(site, score) for site, score in sores]

    assert ("flags" in [each.id for each in decided(L1, *sites).questions]) is asks
    assert "flags" not in [each.id for each in decided(L1, *sites, flags=()).questions]


def test_the_sentence_of_a_session_without_a_change() -> None:
    assert decided(L3).sentence == "Ready. Nothing changed today."


def test_a_sore_site_that_nothing_loads_has_a_line_of_its_own() -> None:
    found = decided(DESK, sore("achilles-cord", 3))
    assert (found.verdict, found.changes) == (Verdict.GO, ())
    assert found.sentence == "Ready."
    assert found.notes == (
        "Your left Achilles (3 of 10): nothing here loads it much. Ease off if it hurts more.",
    )
    mild = decided(DESK, sore("achilles-cord", 2))
    assert (mild.sentence, mild.notes) == ("Ready. Nothing changed today.", ())


def test_a_sore_site_that_changed_something_has_no_line_of_its_own() -> None:
    assert not decided(L3, sore("achilles-cord", 3)).notes
    assert decided(THREE, who=person(knees="yes")).sentence == "Ready."


def test_the_sentence_of_a_lighter_session_names_its_causes() -> None:
    assert decided(L3, sore("achilles-cord", 3)).sentence == (
        "Lighter today because of your left Achilles (3 of 10)."
    )
    assert decided(L3, sore("achilles-cord", 3), **SHORT).sentence == (
        "Lighter today because of your left Achilles (3 of 10) and little time."
    )


@pytest.mark.parametrize(
    ("rules", "sentence"),
    [
        (["break"], "Lighter today: the first session after a break."),
        (
            ["short", "break"],
            "Lighter today because of little time. It is the first session after a break.",
        ),
    ],
)
def test_a_session_after_a_break_is_told_as_the_first_one(rules: list[str], sentence: str) -> None:
    assert lighter(rules, {}) == sentence


def test_the_record_names_the_decision_the_rule_and_each_change() -> None:
    document = decided(L3, sore("achilles-cord", 3)).document()

    assert document["decision"] == "lighter"
    assert document["rule"] == "lighter"
    assert document["changes"] == [
        {
            "step": 4,
            "exercise": "heel-raise-single",
            "action": "down",
            "to": "heel-raise-double",
            "rules": ["site:achilles-cord"],
        },
        {
            "step": 8,
            "exercise": "toe-walk",
            "action": "drop",
            "to": "",
            "rules": ["site:achilles-cord"],
        },
    ]


def test_the_routine_that_is_played_keeps_its_id_and_the_numbers_of_its_steps() -> None:
    played = decided(L3, sore("achilles-cord", 3))

    assert played.routine
    assert played.routine.id == L3
    assert played.steps == (1, 2, 3, 4, 5, 6, 7)


def test_the_course_is_there() -> None:
    assert COURSE in RULES.plans
