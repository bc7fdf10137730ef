"""Rungs of the ladders, as progress in stage mode (2.1, 2.2, 2.3, 3.6)."""

from typing import Any

import pytest
from coach_logs import (
    HABIT,
    L1,
    L2,
    L3,
    L4,
    RULES,
    THREE,
    choice,
    day,
    dose,
    log,
    loose,
    session,
    sore,
)

from footcoach_tui.coach.facts.facts import Facts
from footcoach_tui.coach.plans.ladder_doses import rung_reached
from footcoach_tui.coach.plans.ladders import LadderProgress, dose_words, rungs
from footcoach_tui.coach.plans.progress import Progress
from footcoach_tui.coach.rules.rules import Rules
from footcoach_tui.session.record import ExerciseRecord, SessionRecord, SetOutcome, SetRecord
from footcoach_tui.session.side import Side


def ladders_on(number: int, *entries: Any, rules: Rules = RULES) -> dict[str, LadderProgress]:
    found = rungs(log(*entries), rules, day(number))
    return {each.ladder.id: each for each in found}


def rung_on(number: int, ladder: str, *entries: Any, rules: Rules = RULES) -> int:
    return ladders_on(number, *entries, rules=rules)[ladder].rung


def played(*days: int, routine: str = L3, **fields: Any) -> list[SessionRecord]:
    return [session(when, routine, **fields) for when in days]


BANDS = "Turn in against a band and Turn out against a band"
THIRD = choice(begun=-1, stage=3)


def without_rung(ladder: str, number: int) -> Rules:
    """Rules without a rung, as if its exercise did not exist."""
    known = RULES.ladders[ladder]
    kept = tuple(rung for rung in known.rungs if rung.number != number)
    return RULES._replace(ladders={**RULES.ladders, ladder: known._replace(rungs=kept)})


# First rung and caps.


@pytest.mark.parametrize(
    ("stage", "arch", "calf", "balance"), [(1, 1, 1, 0), (2, 4, 3, 1), (3, 7, 7, 1), (4, 10, 10, 1)]
)
def test_first_rung_of_a_plan_begun_at_a_stage(
    stage: int, arch: int, calf: int, balance: int
) -> None:
    found = ladders_on(0, choice(stage=stage))
    assert [found[name].rung for name in ("arch", "calf", "balance")] == [arch, calf, balance]


def test_first_rung_and_cap_of_the_minimum_plan() -> None:
    found = ladders_on(0, choice(HABIT))
    assert (found["arch"].rung, found["arch"].top) == (4, 6)
    assert found["bear"].rung == 1
    assert "bear" not in ladders_on(0, choice())


def test_without_a_plan_there_are_no_ladders() -> None:
    assert rungs(log(session(0)), RULES, day(1)) == ()


def test_a_ladder_that_is_not_open_says_when_it_opens() -> None:
    found = ladders_on(0, choice())
    assert found["balance"].sentence == "Opens at stage 2."
    assert found["spring"].sentence == "Opens at stage 3."


def test_the_cap_of_the_stage_holds() -> None:
    many = played(0, 1, 3, 4, 7, 8, 10, 11, routine=L1)
    found = ladders_on(12, choice(), many)
    assert (found["calf"].rung, found["calf"].top) == (2, 2)
    assert found["calf"].sentence.startswith("At the top of this stage. What would follow: ")


# Up.


def test_case_9_one_leg_asks_for_three_clean_sessions() -> None:
    assert rung_on(4, "calf", THIRD, played(0, 2)) == 7
    assert rung_on(5, "calf", THIRD, played(0, 2, 4)) == 8


def test_case_10_one_light_and_one_loaded_ladder_go_up() -> None:
    before = ladders_on(3, THIRD, played(0, 2))
    after = ladders_on(5, THIRD, played(0, 2, 4))
    assert (after["arch"].rung, after["calf"].rung) == (8, 8)
    assert after["balance"].rung == before["balance"].rung == 1
    assert after["balance"].clean == after["balance"].needed == 3
    assert ladders_on(7, THIRD, played(0, 2, 4, 6))["balance"].rung == 2


@pytest.mark.parametrize(
    "fields",
    [
        {"effort": None},
        {"check_in": None},
        {"decision": "lighter"},
        {"pain": 3},
        {"skipped": 3},
        {"morning": "worse"},
    ],
)
def test_a_session_that_is_not_clean_ends_the_row(fields: dict[str, Any]) -> None:
    assert rung_on(7, "arch", choice(), played(0, 2, 4, routine=L1)) > 1
    entries = [session(0, L1), session(2, L1, **fields), session(4, L1)]
    found = ladders_on(7, choice(), entries)["arch"]
    assert found.rung == 1
    assert found.clean <= 1


def test_a_ladder_needs_every_set_though_the_session_is_whole() -> None:
    curls = played(0, 2, 4, 6, 8, routine=L1, skipped=2)  # heel raises are last
    found = ladders_on(9, choice(), curls)
    assert found["calf"].rung == 1
    assert found["arch"].rung > 1


def test_a_lower_dose_than_that_of_the_rung_shows_nothing() -> None:
    found = ladders_on(7, choice(stage=4), played(0, 2, 4, 6, routine=L2))
    assert found["calf"].rung == 10
    assert found["calf"].clean == 0


def test_nothing_goes_up_with_a_stage() -> None:
    weeks = [session(when, L1) for when in (0, 2, 4, 7, 9, 11)]
    progress = Progress.of(Facts.of(log(choice(), weeks), RULES, day(14)))
    assert progress is not None
    assert progress.goes_up_today
    assert rung_on(13, "grip", choice(), weeks) == 2
    assert rung_on(14, "grip", choice(), weeks) == 1


def test_nothing_goes_up_in_a_lighter_week() -> None:
    asked = loose(-1, wants_lighter=True)
    assert rung_on(5, "calf", THIRD, asked, played(0, 2, 4)) == 7
    assert rung_on(6, "calf", THIRD, asked, played(0, 2, 4)) == 8


def test_spring_waits_seven_days_on_a_rung_and_goes_through_its_gate() -> None:
    toe_walks = played(0, 2, 4)
    spring_alone = RULES._replace(ladders={"spring": RULES.ladders["spring"]})
    assert rung_on(5, "spring", THIRD, toe_walks, rules=spring_alone) == 1
    assert rung_on(6, "spring", THIRD, toe_walks, rules=spring_alone) == 2
    # Stage 4 opens the hops, but the toe walks of stage 3 do not lead to them.
    third = [session(when, L3) for when in range(0, 36, 2)]
    found = ladders_on(36, THIRD, third, rules=spring_alone)["spring"]
    assert (found.rung, found.top) == (2, 8)
    hops = [session(when, L4) for when in (36, 38, 40)]
    assert rung_on(45, "spring", THIRD, third, hops, rules=spring_alone) == 3


# Down.


def test_case_6_red_leads_one_exercise_down() -> None:
    red = loose(1, sore("heel", 7))
    found = ladders_on(1, THIRD, session(0, L3), red, rules=without_rung("calf", 6))
    assert found["calf"].rung == 4
    assert found["arch"].rung == 5
    assert found["balance"].rung == 1  # the heel is none of its sites


def test_the_only_rung_of_the_exercise_below_is_its_last() -> None:
    fourth = choice(begun=-1, stage=4)
    red = [session(0, L4, pain=7, after_sore=[sore("calf", 7)])]
    below = RULES.ladders["calf"]._replace(
        caps=(11, 11, 11, 11),
        starts=(7, 7, 7, 7),
    )
    rules = RULES._replace(ladders={"calf": below})
    assert rung_on(1, "calf", fourth, red, rules=rules) == 6


def test_there_is_no_exercise_below_the_first() -> None:
    entries = [choice(), played(0, 2, 4, routine=L1), loose(5, sore("heel", 8))]
    assert rung_on(5, "arch", *entries) == 1


def test_red_without_a_place_is_at_every_loaded_ladder() -> None:
    found = ladders_on(1, THIRD, session(0, L3, pain=7))
    assert found["calf"].rung < 7
    assert found["arch"].rung == 6  # lowered by the cap of stage 2 alone


@pytest.mark.parametrize(
    ("site", "calf", "arch"), [("calf", 6, 7), ("arch", 7, 6), ("heel", 6, 6), (None, 6, 7)]
)
def test_1_10_amber_and_a_worse_morning_lead_the_ladders_of_the_site_a_rung_down(
    site: str | None, calf: int, arch: int
) -> None:
    after = [sore(site, 4)] if site else None
    found = ladders_on(1, THIRD, session(0, L3, pain=4, after_sore=after, morning="worse"))
    assert (found["calf"].rung, found["arch"].rung) == (calf, arch)


def test_a_set_left_undone_twice_in_a_row_leads_a_rung_down() -> None:
    undone = [
        session(when, L3, exercises=(dose("heel-raise-single", 3, 10, outcome=SetOutcome.CUT),))
        for when in (0, 2)
    ]
    assert rung_on(1, "calf", THIRD, undone[:1]) == 7
    assert rung_on(3, "calf", THIRD, undone) == 7  # no set was done: no session of the plan
    half = [
        session(
            when,
            L3,
            exercises=(
                dose("heel-raise-single", 2, 10),
                dose("heel-raise-single", 1, 10, outcome=SetOutcome.CUT),
            ),
        )
        for when in (0, 2)
    ]
    assert rung_on(3, "calf", THIRD, half) == 6


def test_two_sessions_that_were_far_too_hard_lead_every_loaded_ladder_down() -> None:
    found = ladders_on(3, THIRD, played(0, 2, effort=9))
    assert found["calf"].rung <= 6
    assert found["arch"].rung == 6  # the cap of the stage below


def test_never_more_than_one_rung_for_a_session() -> None:
    sessions = played(0, 2, 4, 7, 9, 11, routine=L1)
    earlier: dict[str, int] = {}
    for number in range(14):
        done = [each for each in sessions if each.started.date() < day(number)]
        found = {name: each.rung for name, each in ladders_on(number, choice(), done).items()}
        assert all(abs(found[name] - earlier.get(name, found[name])) <= 1 for name in found)
        loaded = [n for n in found if RULES.ladders[n].is_loaded]
        assert sum(found[n] > earlier.get(n, found[n]) for n in loaded) <= 1
        earlier = found


# Breaks.


@pytest.mark.parametrize(
    ("days", "arch", "calf", "spring"),
    [
        (9, 10, 10, 1),
        (14, 9, 9, 1),
        (21, 8, 8, 1),  # to the cap of stage 3, then one down
        (28, 5, 4, 0),
        (56, 1, 1, 0),
    ],
)
def test_rungs_after_a_break(days: int, arch: int, calf: int, spring: int) -> None:
    found = ladders_on(days, choice(stage=4), session(0, L4, effort=None))
    assert (found["arch"].rung, found["calf"].rung) == (arch, calf)
    if spring:
        assert found["spring"].rung == spring


def test_the_way_back_to_a_rung_asks_for_one_clean_session() -> None:
    calf_alone = RULES._replace(ladders={"calf": RULES.ladders["calf"]})
    entries = [THIRD, played(0), played(14, decision="lighter"), played(16, 18, 20)]
    after_return = ladders_on(15, *entries[:3], rules=calf_alone)["calf"]
    assert (after_return.rung, after_return.needed) == (6, 1)
    found = ladders_on(21, *entries, rules=calf_alone)["calf"]
    assert (found.rung, found.needed) == (7, 3)


# Doses.


def reps(exercise: str, sets: int, amount: int, side: Side = Side.BOTH) -> ExerciseRecord:
    done = [
        SetRecord(n, side, amount, amount, 6.0 * amount, 6.0 * amount, SetOutcome.DONE)
        for n in range(1, sets + 1)
    ]
    return ExerciseRecord(exercise, exercise, tuple(done))


@pytest.mark.parametrize(
    ("ladder", "steps", "rung"),
    [
        ("arch", [dose("short-foot-seated", 2, 8)], 1),
        ("arch", [dose("short-foot-seated", 2, 9)], 1),
        ("arch", [dose("short-foot-standing", 3, 8)], 5),
        ("arch", [dose("short-foot-seated", 1, 8)], 0),
        ("calf", [dose("heel-raise-single", 3, 12)], 10),
        ("calf", [dose("heel-raise-single", 2, 12)], 7),
        ("balance", [dose("single-leg-balance", 2, 1, seconds=30)], 3),
        ("balance", [dose("single-leg-balance", 2, 1, seconds=29)], 2),
        ("toes", [reps("toe-yoga", 2, 8)], 4),
        ("toes", [reps("toe-yoga", 2, 8, Side.LEFT), reps("toe-yoga", 2, 8, Side.RIGHT)], 6),
        ("sides", [dose("band-inversion", 3, 10), dose("band-eversion", 2, 10)], 3),
        ("calf", [dose("heel-raise-single", 3, 12, outcome=SetOutcome.CUT)], 0),
    ],
)
def test_the_rung_that_steps_reach(ladder: str, steps: list[ExerciseRecord], rung: int) -> None:
    assert rung_reached(steps, RULES.ladders[ladder]) == rung


def test_bouts_are_counted_by_their_number() -> None:
    bouts = SetRecord(1, Side.BOTH, 5, 5, 50.0, 50.0, SetOutcome.DONE)
    hops = ExerciseRecord("pogo-double", "Pogo", (bouts,))
    assert rung_reached([hops], RULES.ladders["spring"]) == 4


@pytest.mark.parametrize(
    ("ladder", "rung", "words"),
    [
        ("calf", 9, "Heel raise, one leg: 3 sets of 10"),
        ("grip", 1, "Towel curl: 1 set of 10"),
        ("balance", 3, "Single-leg balance: 2 times 30 s"),
        ("spring", 4, "Pogo hops, both feet: 5 bouts of 10 s, 50 s apart"),
        ("toes", 5, "Toe yoga: 1 set of 8, one foot at a time"),
        (
            "sides",
            3,
            f"{BANDS}: 2 sets of 10 (with the next stronger band)",
        ),
    ],
)
def test_a_dose_in_words(ladder: str, rung: int, words: str) -> None:
    assert dose_words(RULES.ladders[ladder].rung(rung), RULES) == words


def test_what_the_next_rung_asks_for() -> None:
    found = ladders_on(5, choice(), played(0, 2, routine=L1))
    assert found["arch"].dose == "Short foot, seated: 2 sets of 10"
    assert found["arch"].sentence == (
        "Next: Short foot, seated: 3 sets of 10, after 2 more clean sessions."
    )
    assert found["grip"].sentence.endswith("as soon as it is its turn.")
    assert ladders_on(0, choice(HABIT), session(0, THREE))["arch"].last == 13
