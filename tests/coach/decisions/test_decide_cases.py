"""Cases by number: what a decision must give, from the answers to what is played."""

from datetime import timedelta

from bundled import CATALOGUE
from coach_logs import (
    DAILY,
    GENTLE,
    L1,
    L3,
    L4,
    RULES,
    THREE,
    choice,
    day,
    done_steps,
    log,
    loose,
    session,
    skip_last,
    sore,
)
from decisions import TODAY, TODAY_NUMBER, changes, decided, exercises, person

from footcoach_tui.coach.answers.check_in import CheckIn, Energy, RunKind
from footcoach_tui.coach.answers.decision import Verdict
from footcoach_tui.coach.facts.facts import Facts

L3_STEPS = [step.exercise.id for step in CATALOGUE.routines[L3].steps]


def test_case_1_l3_with_an_amber_achilles() -> None:
    played = decided(L3, sore("achilles-cord", 3), flags=())

    assert played.verdict is Verdict.LIGHTER
    assert changes(played) == [
        (4, "down", "heel-raise-double", ("site:achilles-cord",)),
        (8, "drop", "", ("site:achilles-cord",)),
    ]
    expected = [{"heel-raise-single": "heel-raise-double"}.get(each, each) for each in L3_STEPS[:7]]
    assert exercises(played) == expected


def test_case_2_l3_with_an_amber_forefoot() -> None:
    played = decided(L3, sore("forefoot", 4, "right"))

    assert changes(played) == [
        (2, "down", "short-foot-standing", ("site:forefoot",)),
        (4, "drop", "heel-raise-seated", ("site:forefoot",)),
        (7, "drop", "", ("site:forefoot",)),
        (8, "drop", "", ("site:forefoot",)),
    ]
    assert exercises(played) == [
        "knee-to-wall-rock",
        "short-foot-standing",
        "toe-yoga",
        "heel-raise-seated",
        "band-inversion",
        "band-eversion",
    ]
    assert played.routine
    assert played.routine.steps[3].dose.sets == 1
    written = CATALOGUE.routines[L3].steps
    assert [played.routine.steps[n] for n in (0, 2, 4)] == [written[n] for n in (0, 2, 4)]
    assert "flags" in [each.id for each in played.questions]


def test_case_3_the_essential_three_with_a_mild_achilles_at_the_bone() -> None:
    played = decided(THREE, sore("achilles-bone", 1, "both"))

    assert exercises(played) == ["plantar-fascia-stretch", "ball-roll", "short-foot-standing"]
    assert changes(played) == [
        (1, "drop", "plantar-fascia-stretch", ("site:achilles-bone",)),
    ]


def test_case_4_hops_of_someone_who_never_did_level_3() -> None:
    played = decided("balance-and-hops-9min")

    assert (3, "swap", "toe-walk", ("gate:ready",)) in changes(played)
    assert (played.verdict, played.rule) == (Verdict.GO, "go")


def test_case_6_a_red_heel() -> None:
    rest = decided(L3, sore("heel", 7))

    assert (rest.verdict, rest.rule, rest.offers) == (Verdict.REST, "red", (GENTLE,))
    red = loose(TODAY_NUMBER, sore("heel", 7))
    for days in (1, 2):
        later = decided(L3, history=[red], today=TODAY + timedelta(days=days))
        assert (later.verdict, later.rule) == (Verdict.GENTLE, "red")
    assert decided(L3, history=[red], today=TODAY + timedelta(days=3)).verdict is Verdict.GO


def test_case_8_unknown_effort_moves_no_stage() -> None:
    history = [choice(stage=3, begun=20), *(session(n, L3, effort=None) for n in (22, 25, 28, 31))]

    assert decided(L3, history=history).verdict is Verdict.GO
    assert decided(L4, history=history).rule == "stage"


def test_case_12_a_skipped_check_in_changes_nothing_and_is_not_clean() -> None:
    played = decided(L3, sore=None)

    assert played.verdict is Verdict.GO
    assert exercises(played) == L3_STEPS
    document = CheckIn().document() | played.document()
    record = session(TODAY_NUMBER, L3, check_in=document, decision="go")
    (facts,) = Facts.of(log(record), RULES, TODAY).day(TODAY).sessions
    assert not facts.is_clean


def test_case_15_a_race_in_two_days() -> None:
    plan = choice(stage=4, begun=TODAY_NUMBER - 4, races=frozenset({TODAY + timedelta(days=2)}))
    instead = decided(L4, history=[plan, session(TODAY_NUMBER - 3, L4)])

    assert (instead.verdict, instead.rule) == (Verdict.INSTEAD, "N5")
    assert instead.sentence == "Race in two days: something light today."
    assert instead.offers == (DAILY,)


def test_case_20_a_snap() -> None:
    rehab = [each for each in CATALOGUE.routines.values() if "rehab" in each.context]

    assert len(rehab) > 8
    for routine in (L3, GENTLE, THREE, *(each.id for each in rehab)):
        stop = decided(routine, flags=("snap",))
        assert (stop.verdict, stop.rule) == (Verdict.STOP, "flag:snap")
        assert (stop.routine, stop.offers, stop.notes) == (None, (), ())


def test_case_21_falls_and_l4() -> None:
    played = decided(L4, who=person(falls="yes"))

    assert (played.verdict, played.rule) == (Verdict.GO, "go")
    assert changes(played) == [
        (4, "drop", "single-leg-balance", ("profile:falls",)),
        (5, "leave", "", ("gate:excluded",)),
    ]
    assert played.routine
    balance = next(s for s in played.routine.steps if s.exercise.id == "single-leg-balance")
    assert balance.dose == CATALOGUE.exercises["single-leg-balance"].dose
    assert balance.dose.sets == 1
    assert "Single-leg balance: Keep a hand on the counter." in played.notes


def test_case_22_l1_without_the_towel_is_whole_and_clean() -> None:
    steps = done_steps(CATALOGUE.routines[L1])
    without = tuple(
        skip_last([step], len(step.sets))[0] if step.exercise == "towel-curl" else step
        for step in steps
    )
    record = session(TODAY_NUMBER, L1, exercises=without)
    (facts,) = Facts.of(log(record), RULES, TODAY).day(TODAY).sessions

    assert facts.is_whole
    assert facts.is_clean


def test_case_23_a_short_day_before_a_hard_run() -> None:
    played = decided(L3, energy=Energy.SHORT, run_tomorrow=RunKind.HARD)

    assert (4, "halve", "heel-raise-single", ("N4", "short")) in changes(played)
    assert len({change.step for change in played.changes}) == len(played.changes)
    assert played.routine
    written, left = CATALOGUE.routines[L3].steps[3], played.routine.steps[3]
    assert (written.dose.sets, left.dose.sets) == (3, 1)
    assert written.dose.work == left.dose.work


def test_case_24_nobody_asked_and_nothing_answered() -> None:
    played = decided("pre-run-activation-4min", who=None, sore=None)
    written = CATALOGUE.routines["pre-run-activation-4min"].steps

    assert changes(played) == [(6, "leave", "", ("gate:excluded",))]
    assert played.verdict is Verdict.GO
    assert played.routine
    assert played.routine.steps == written[:5]


def test_case_25_a_recent_injury_comes_before_a_red_heel() -> None:
    stop = decided(L3, sore("heel", 7), who=person(recent="yes", recent_cleared="no"))

    assert (stop.verdict, stop.rule) == (Verdict.STOP, "recent")


def test_case_26_the_day_after_a_red_heel() -> None:
    red = loose(TODAY_NUMBER - 1, sore("heel", 7))
    played = decided(DAILY, history=[red])

    assert changes(played)[:3] == [
        (3, "leave", "", ("red",)),
        (4, "leave", "", ("red",)),
        (5, "leave", "", ("red",)),
    ]
    assert played.offers == (GENTLE, DAILY)
    assert not played.may_override
    assert decided(DAILY, history=[red], is_anyway=True).changes == played.changes


def test_row_13_a_session_of_which_little_is_left_is_kept_and_never_clean() -> None:
    played = decided(L3, who=person(numb="yes", numb_cleared="no"))
    rows = [change.document() for change in played.changes]
    record = session(TODAY_NUMBER, L3, decision=str(played.verdict), changes=rows)
    (facts,) = Facts.of(log(record), RULES, TODAY).day(TODAY).sessions

    assert played.verdict is Verdict.GO
    assert played.changes[-1].rules == ("little",)
    assert not facts.is_clean
    assert facts.is_passed_over


def test_case_31_l3_on_monday_and_again_on_tuesday() -> None:
    monday = [choice(stage=3, begun=0), session(0, L3)]
    again = decided(L3, history=monday, today=day(1))

    assert (again.verdict, again.rule) == (Verdict.INSTEAD, "G1")
    assert again.may_override
    anyway = decided(L3, history=monday, today=day(1), is_anyway=True)
    assert (anyway.verdict, exercises(anyway)) == (Verdict.GO, L3_STEPS)


def test_case_32_a_tendon_drug_and_l3() -> None:
    played = decided(L3, who=person(tendon_drug="yes"))

    assert (4, "drop", "heel-raise-double", ("profile:tendon-drug",)) in changes(played)
    assert played.routine
    raises = next(s for s in played.routine.steps if s.exercise.id == "heel-raise-double")
    assert raises.dose.sets == 1
