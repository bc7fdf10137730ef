"""Days of self-tests (4.1 of the rules): when one is due, and when it is not to be done."""

import pytest
from coach_logs import (
    COURSE,
    DAILY,
    HABIT,
    KEEP,
    L1,
    L3,
    L4,
    RULES,
    choice,
    day,
    log,
    loose,
    profile,
    seen,
    session,
    sore,
)
from coach_logs import (
    tested as results,
)

from footcoach_tui.coach.answers.check_in import Energy, RunKind
from footcoach_tui.coach.facts.facts import Facts
from footcoach_tui.coach.self_tests.days import SelfTestDay, day_of_test, due_tests

ANKLE = "knee-to-wall"
BEGUN = [choice(), session(0)]


def on(today: int, test: str, *entries: object, stage: int | None = None) -> SelfTestDay:
    facts = Facts.of(log(*entries), RULES, day(today))  # type: ignore[arg-type] # tests name entries
    return day_of_test(facts, RULES.tests[test], stage)


@pytest.mark.parametrize(("today", "is_due"), [(13, False), (14, True), (20, True)])
def test_the_first_test_is_due_from_day_14_of_the_plan(today: int, *, is_due: bool) -> None:
    found = on(today, ANKLE, *BEGUN)
    assert (found.is_due, found.may_do, found.next_day) == (is_due, is_due, day(14))


def test_the_plan_after_a_course_waits_for_nothing() -> None:
    after = choice(KEEP, begun=56, stage=3)
    entries = [*BEGUN, after, results(16, ANKLE, 9, 9), results(19, ANKLE, 9, 9)]
    assert on(57, ANKLE, *entries).is_due


@pytest.mark.parametrize(("today", "is_due"), [(17, False), (18, True), (23, True), (30, True)])
def test_the_first_time_it_is_done_twice(today: int, *, is_due: bool) -> None:
    found = on(today, ANKLE, *BEGUN, results(16, ANKLE, 9, 9))
    assert (found.is_due, found.may_do, found.next_day) == (is_due, True, day(18))
    assert found.sentence == "Once more, 2 to 7 days after the first: the second one counts."


@pytest.mark.parametrize(("today", "is_due"), [(46, False), (47, True)])
def test_it_is_due_every_28_days(today: int, *, is_due: bool) -> None:
    found = on(today, ANKLE, *BEGUN, results(16, ANKLE, 9, 9), results(19, ANKLE, 9, 9))
    assert (found.is_due, found.next_day) == (is_due, day(47))


def test_the_next_day_is_named() -> None:
    found = on(30, ANKLE, *BEGUN, results(16, ANKLE, 9, 9), results(19, ANKLE, 9, 9))
    assert found.sentence == "Next on Sat 18 Apr."


def test_a_test_that_the_plan_does_not_name_is_never_due() -> None:
    found = on(20, "toe-control", choice("own-plan"), session(0))
    assert not found.is_due
    assert on(20, "toe-control", choice(COURSE), session(0)).is_due


def test_without_a_plan_it_may_be_done_after_two_weeks() -> None:
    assert on(13, ANKLE, session(0)).may_do is False
    found = on(14, ANKLE, session(0))
    assert (found.may_do, found.is_due) == (True, False)
    assert on(14, ANKLE).sentence == "A test comes after two weeks of training."


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        (loose(16, flags=("swelling",)), "Not now. Get it checked before you go on."),
        (loose(20, energy=Energy.ILL), "Not while you are ill."),
        (
            profile(0, recent="yes", recent_cleared="no"),
            "Not until you have been cleared after the injury or operation.",
        ),
        (
            profile(0, recent="unknown"),
            "Not until you have been cleared after the injury or operation.",
        ),
        (loose(20, sore("ankle", 3)), "Not today: ankle, 3 of 10."),
        (session(20, L1), "Test before training, two days after the last session."),
        (session(19, L1), "Test before training, two days after the last session."),
        (
            choice(runs={6: RunKind.HARD}),  # day 20 is a Sunday
            "Not within two days of a hard run.",
        ),
        (choice(runs={5: RunKind.LONG}), "Not within two days of a hard run."),
        (choice(races=frozenset({day(19)})), "Not within two days of a hard run."),
    ],
)
def test_it_is_not_done_with_the_reason(entry: object, reason: str) -> None:
    found = on(20, ANKLE, *BEGUN, entry)
    assert (found.may_do, found.is_due, found.sentence) == (False, False, reason)


@pytest.mark.parametrize(
    "entry",
    [
        [loose(16, flags=("swelling",)), seen(18, "swelling")],
        [profile(0, recent="yes", recent_cleared="yes")],
        [loose(20, sore("ankle", 2))],
        [loose(20, sore("calf", 5))],
        [session(18, L1)],
        [session(20, DAILY)],
        [choice(runs={6: RunKind.EASY})],
    ],
)
def test_it_may_be_done(entry: list[object]) -> None:
    assert on(20, ANKLE, *BEGUN, *entry).may_do


@pytest.mark.parametrize(
    ("test", "answers"),
    [
        ("heel-raise", {"tendon_drug": "yes"}),
        ("heel-raise", {"tendon_drug": "unknown"}),
        ("heel-raise", {"bone": "yes"}),
        ("balance-closed", {"falls": "yes"}),
    ],
)
def test_an_answer_of_the_profile_leaves_a_test_out(test: str, answers: dict[str, str]) -> None:
    entries: list[object] = [choice(), *(session(number, L3) for number in (0, 2, 4, 7))]
    entries += results(15, "balance-open", 30, 30)
    assert on(20, test, *entries, stage=3).may_do
    assert not on(20, test, *entries, profile(0, **answers), stage=3).may_do


def test_balance_with_open_eyes_after_a_fall_only_with_somebody_there() -> None:
    found = on(20, "balance-open", *BEGUN, profile(0, falls="yes"))
    assert (found.may_do, found.note) == (True, "Only with somebody there.")
    assert on(20, "balance-open", *BEGUN).note == ""


# Heel raises and hops.


@pytest.mark.parametrize(("stage", "may_do"), [(1, False), (2, False), (3, True), (4, True)])
def test_heel_raises_not_before_stage_3(stage: int, *, may_do: bool) -> None:
    found = on(20, "heel-raise", *BEGUN, stage=stage)
    assert found.may_do is may_do
    if not may_do:
        assert found.sentence == "Not before stage 3 of a plan."


def test_heel_raises_without_a_plan_after_training_on_one_leg() -> None:
    assert not on(20, "heel-raise", session(0, L1), session(15, L1)).may_do
    assert on(20, "heel-raise", session(0, L1), session(15, L3)).may_do


@pytest.mark.parametrize(("sessions", "may_do"), [(0, False), (3, False), (4, True)])
def test_heel_raises_after_a_break_of_28_days_not_before_4_sessions(
    sessions: int, *, may_do: bool
) -> None:
    back = [session(40 + 2 * number, L3) for number in range(sessions)]
    assert on(50, "heel-raise", *BEGUN, back, stage=3).may_do is may_do


@pytest.mark.parametrize(("today", "may_do"), [(54, False), (56, True)])
def test_a_hop_not_before_week_8(today: int, *, may_do: bool) -> None:
    entries = [choice(), *(session(number, L4) for number in range(0, 54, 3))]
    assert on(today, "hop-distance", *entries, stage=4).may_do is may_do


@pytest.mark.parametrize(("day_of_pain", "may_do"), [(49, True), (50, False)])
def test_a_hop_only_after_7_days_without_pain(day_of_pain: int, *, may_do: bool) -> None:
    entries = [choice(), *(session(number, L4) for number in range(0, 54, 3))]
    found = on(56, "hop-distance", *entries, loose(day_of_pain, sore("arch", 1)), stage=4)
    assert found.may_do is may_do


@pytest.mark.parametrize(
    ("left", "right", "may_do"), [(30, 20, True), (30, 19.9, False), (19, 30, False)]
)
def test_closed_eyes_only_after_20_seconds_with_open_ones(
    left: float, right: float, *, may_do: bool
) -> None:
    found = on(20, "balance-closed", *BEGUN, results(15, "balance-open", left, right))
    assert found.may_do is may_do


def test_closed_eyes_not_without_the_test_with_open_ones() -> None:
    found = on(20, "balance-closed", *BEGUN)
    assert found.sentence == "First 20 s or more on each side in the test balance, eyes open."


def test_the_due_tests_of_a_plan_in_its_order() -> None:
    facts = Facts.of(log(*BEGUN), RULES, day(20))  # type: ignore[arg-type] # a list of entries
    assert [test.id for test in due_tests(facts, 1)] == [
        "knee-to-wall",
        "balance-open",
        "toe-control",
    ]
    assert [test.id for test in due_tests(facts, 3)] == list(RULES.plans[COURSE].tests)
    habit = Facts.of(log(choice(HABIT), session(0)), RULES, day(20))
    assert [test.id for test in due_tests(habit, 1)] == list(RULES.plans[HABIT].tests)
