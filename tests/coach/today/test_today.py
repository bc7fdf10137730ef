"""The Today card as a value."""

import json
from itertools import product

import pytest
from coach_logs import (
    COURSE,
    DAILY,
    GENTLE,
    HABIT,
    L1,
    L2,
    RULES,
    THREE,
    choice,
    day,
    log,
    loose,
    session,
    sore,
)
from coach_logs import (
    tested as results,
)

from footcoach_tui.coach.answers.check_in import CheckIn, Energy
from footcoach_tui.coach.answers.plan_choice import PlanChoice, PlanPause
from footcoach_tui.coach.today.card import TodayCard, today_card

RED_DAY = "Back to stage 1: pain above 5 of 10."
TEST = "test-balance"
WEEK_ONE = [choice(), session(0)]


def card(today: int, *entries: object, goal: int = 3) -> TodayCard:
    return today_card(log(*entries), RULES, day(today), goal)  # type: ignore[arg-type] # entries


def week(found: TodayCard) -> str:
    """Week as seven letters: done, lighter, planned, and a capital today."""
    letters = [
        "p" if cell.is_planned else {"done": "d", "lighter": "l", "none": "."}[cell.mark]
        for cell in found.week
    ]
    today = next(number for number, cell in enumerate(found.week) if cell.is_today)
    letters[today] = letters[today].upper()
    return "".join(letters)


def test_a_newcomer_gets_the_essential_three_and_one_line_on_plans() -> None:
    found = card(0)
    assert (found.routine, found.begin, found.heading) == (THREE, "Start", "Today")
    assert found.plan_offer == "With a plan: five minutes a day, or eight weeks."
    assert (found.keeping, found.week_line) == ("Aim: 3 sessions a week", "0 of 3 this week")
    assert (found.tests, found.notices, found.morning) == ((), (), None)


def test_a_day_of_the_plan() -> None:
    found = card(2, *WEEK_ONE)
    assert (found.answer, found.rule, found.heading) == ("yes", "weekday", "Today")
    assert (found.routine, found.minutes) == (L1, 18)
    assert found.equipment == ("chair", "towel")
    assert found.sentence == "Today: stage 1, about 18 minutes."
    assert found.keeping == "1 of 1 planned sessions done."
    assert found.plan_offer == ""


@pytest.mark.parametrize(
    ("today", "entries", "heading", "routine", "begin"),
    [
        pytest.param(1, [], "Rest day", GENTLE, "Gentle minutes", id="nothing"),
        pytest.param(2, [session(2)], "Done for today", "", "", id="done"),
        pytest.param(
            2, [loose(2, sore("heel", 7))], "Rest day", GENTLE, "Gentle minutes", id="red"
        ),
        pytest.param(
            2, [loose(2, energy=Energy.ILL, decision="rest")], "Rest day", "", "", id="ill"
        ),
        pytest.param(
            2, [loose(1, flags=("snap",), decision="stop")], "Not today", "", "", id="stop"
        ),
        pytest.param(
            2,
            [loose(1, flags=("swelling",), decision="gentle")],
            "Light day",
            GENTLE,
            "Gentle minutes",
            id="open flag",
        ),
    ],
)
def test_a_day_without_training(
    today: int, entries: list[object], heading: str, routine: str, begin: str
) -> None:
    found = card(today, *WEEK_ONE, *entries)
    assert (found.heading, found.routine, found.begin) == (heading, routine, begin)
    assert found.may_train is (heading != "Not today")


def test_a_pause() -> None:
    found = card(2, choice(pauses=(PlanPause(day(2), day(6)),)), session(0))
    assert (found.heading, found.sentence, found.begin) == ("Paused", "Paused until Monday.", "")
    assert found.next_day == day(7)
    assert week(found) == "d......"


def test_pain_binds_the_next_days_also_after_todays_session() -> None:
    found = card(2, *WEEK_ONE, session(2, pain=7))
    assert [(each.id, each.text) for each in found.notices] == [
        ("red", "Rest after pain. Next session from Saturday on.")
    ]


def test_a_red_day_is_named_in_the_sentence_and_not_twice() -> None:
    found = card(3, *WEEK_ONE, loose(2, sore("heel", 7)))
    assert found.sentence == "Rest day. Next session from Saturday on."
    assert found.notices == ()


def test_open_flags_are_notices_with_their_day() -> None:
    found = card(4, *WEEK_ONE, loose(1, flags=("swelling", "snap"), decision="stop"))
    assert [(each.id, each.day) for each in found.notices] == [
        ("snap", day(1)),
        ("swelling", day(1)),
    ]


@pytest.mark.parametrize(
    ("today", "entries", "expected"),
    [
        (0, [choice()], "P.p.p.."),
        (0, [choice(), session(0)], "D.p.p.."),
        (1, [choice(), session(0)], "d.p.p.."),
        (2, [choice()], "..P.p.."),
        (3, [choice(), session(0), session(2)], "d.d.p.."),
        (4, [choice(), session(0), session(2, GENTLE, decision="gentle")], "d.l.P.."),
        (2, [choice(), session(2, decision="lighter")], "..Lpp.."),
        (2, [choice(), session(2, check_in=CheckIn(sore=(), energy=Energy.SHORT))], "..Lpp.."),
        (2, [session(0, DAILY), session(2, DAILY)], "d.D...."),
        (2, [session(0, DAILY)], "d......"),
        (0, [choice(begun=2)._replace(chosen=day(0))], "..p.p.."),
        (3, [choice(), session(0), loose(2, sore("heel", 7))], "d....p."),
        (3, [choice(), session(0), loose(3, energy=Energy.ILL)], "d.....p"),
        # A self-test and an extra are no sessions of the plan.
        (2, [choice(), session(0), session(1, TEST), session(2, DAILY)], "d.P.p.."),
        (2, [session(0, TEST), session(1, DAILY)], ".d....."),
        (3, [choice(), loose(3, flags=("snap",), decision="stop")], "......."),
        (3, [choice(), loose(3, flags=("swelling",), decision="gentle")], "......."),
    ],
)
def test_the_week(today: int, entries: list[object], expected: str) -> None:
    assert week(card(today, *entries)) == expected


def test_a_day_that_passed_without_a_session_is_not_marked() -> None:
    found = card(3, choice())
    assert [cell.is_planned for cell in found.week[:3]] == [False, False, False]


@pytest.mark.parametrize(
    ("entries", "line"),
    [
        ([choice(), session(0)], "1 of 3 this week"),
        ([choice(weekdays=frozenset(range(7))), session(0)], "1 of 4 this week"),
        ([choice(weekdays=frozenset()), session(0)], "1 of 3 this week"),
        ([choice(pauses=(PlanPause(day(0), day(6)),))], "0 this week"),
        ([session(0, DAILY), session(1, DAILY)], "2 of 5 this week"),
        ([session(0, DAILY), session(1, TEST)], "1 of 5 this week"),
        ([session(number % 4, DAILY) for number in range(7)], "7 this week, goal 5"),
        ([choice(), *(session(number) for number in range(4))], "3 of 3 this week"),
        ([choice(), session(0), session(1, TEST), session(2, DAILY)], "1 of 3 this week"),
        ([choice(), session(0, GENTLE, decision="gentle")], "1 of 3 this week"),
        ([choice(), session(0), loose(2, energy=Energy.ILL)], "1 of 3 this week"),
    ],
)
def test_the_sessions_of_the_week(entries: list[object], line: str) -> None:
    assert card(3, *entries, goal=5).week_line == line


CLEAN = [session(number) for number in (0, 4, 7, 11)]


@pytest.mark.parametrize(
    ("today", "entries", "line"),
    [
        (11, CLEAN, ""),
        (14, CLEAN, "You are at stage 2 now."),
        (14, [*CLEAN, session(14, L2)], "You are at stage 2 now."),
        (15, CLEAN, "You are at stage 2 now."),
        (16, [*CLEAN, session(14, L2)], ""),
        (16, [*CLEAN, session(14, L2), loose(16, sore("heel", 7))], RED_DAY),
        (16, [*CLEAN, session(14, L2), session(16, L2, pain=6)], RED_DAY),
        (17, [*CLEAN, session(14, L2), session(16, L2, pain=6)], ""),
        (0, [session(0, pain=6)], ""),
        (
            16,
            [*CLEAN, session(14, L2, effort=9), session(16, L2, effort=9)],
            "Back to stage 1: the last two sessions were too much.",
        ),
    ],
)
def test_a_stage_that_changed_is_told_on_the_day(
    today: int, entries: list[object], line: str
) -> None:
    assert card(today, choice(), *entries).milestone == line


def test_the_morning_question_names_its_session() -> None:
    found = card(1, choice(), session(0, pain=1))
    assert found.morning is not None
    assert found.morning.text == "The morning after Monday’s session: how were your feet?"
    assert card(1, choice(), session(0, pain=1, morning="worse")).morning is None


def test_tests_that_are_due_before_training() -> None:
    done = [session(number) for number in (0, 2, 4, 7, 9, 11)]
    found = card(14, choice(), *done)
    assert found.tests == ("knee-to-wall", "balance-open", "toe-control")
    assert found.tests_line == "3 self-tests are due, best before you train."
    tested = [each for test in found.tests[1:] for each in results(14, test, 9, 9)]
    found = card(14, choice(), *done, *tested)
    assert found.tests_line == "A self-test is due, best before you train: knee to wall."
    tested += results(14, "knee-to-wall", 9, 9)
    assert card(14, choice(), *done, *tested).tests_line == ""
    assert card(14, choice(), *done, session(14)).tests == ()


def test_tests_on_a_day_of_rest_two_days_after_training() -> None:
    done = [session(number) for number in (0, 2, 4, 7, 9, 11, 14, 16, 18)]
    assert card(19, choice(), *done).tests == ()
    found = card(20, choice(), *done)
    assert (found.rule, found.tests[:1]) == ("nothing", ("knee-to-wall",))


def test_the_welcome_takes_the_place_of_figures() -> None:
    found = card(25, choice(stage=2), *(session(number, L2) for number in (0, 2, 4)))
    assert found.welcome.startswith("Welcome back. After three weeks we begin a step lower")
    assert found.keeping == ""
    assert card(21, session(0, DAILY)).welcome == "Welcome back."


def test_the_welcome_names_no_lower_step_at_the_first_stage() -> None:
    assert card(21, *WEEK_ONE).welcome.startswith("Welcome back. We go on at the first stage")
    assert card(14, *WEEK_ONE).welcome.startswith("Welcome back. After two weeks")


def test_the_end_of_a_course_offers_the_plan_after_it() -> None:
    done = [session(7 * n + d, L1) for n, d in product(range(8), (0, 2, 4))]
    assert card(57, choice(), *done).plan_offer == ""  # still at a lower stage
    later = [
        session(7 * n + d, f"foot-core-8wk-l{min(4, 1 + n // 3)}")
        for n, d in product(range(16), (0, 2, 4))
    ]
    assert card(113, choice(stage=3), *later).plan_offer.startswith("The course is done.")


@pytest.mark.parametrize(
    ("today", "is_offered"), [(55, False), (56, True), (69, True), (70, False)]
)
def test_after_eight_weeks_of_a_habit_the_course_is_offered(
    today: int, *, is_offered: bool
) -> None:
    assert bool(card(today, choice(HABIT)).plan_offer) is is_offered


def test_who_left_a_plan_is_offered_none() -> None:
    assert card(8, choice(), PlanChoice(day(7))).plan_offer == ""


@pytest.mark.parametrize("today", [0, 1, 2, 14, 40])
def test_the_card_as_json(today: int) -> None:
    entries = [*WEEK_ONE, session(2, pain=4), loose(1, flags=("swelling",), decision="gentle")]
    document = json.loads(json.dumps(card(today, *entries).document()))
    assert document["day"] == day(today).isoformat()
    assert len(document["week"]) == 7
    assert set(document["week"][0]) == {"day", "mark", "is_planned", "is_today"}


def test_a_plan_that_no_longer_exists_is_no_plan() -> None:
    assert card(2, choice("gone"), session(0)).rule == "any-day"
    assert card(2, choice(COURSE), session(0)).rule == "weekday"
