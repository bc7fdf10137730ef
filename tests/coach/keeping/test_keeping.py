"""How a plan is kept (5.3 of the rules)."""

from datetime import timedelta
from textwrap import wrap

import pytest
from coach_logs import (
    GENTLE,
    HABIT,
    KEEP,
    L1,
    L2,
    L3,
    RULES,
    THREE,
    choice,
    day,
    log,
    loose,
    session,
    sore,
)
from hypothesis import given
from hypothesis import strategies as st

from footcoach_tui.coach.answers.check_in import BreakReason, CheckIn, Energy
from footcoach_tui.coach.answers.plan_choice import PauseReason, PlanChoice, PlanPause
from footcoach_tui.coach.facts.facts import Facts
from footcoach_tui.coach.keeping.keeping import Keeping, keeping, row_of_weeks
from footcoach_tui.coach.keeping.kept_days import KeptDays, KeptWeek
from footcoach_tui.coach.keeping.milestones import EIGHT_WEEKS, MONTH_FOUR, SESSIONS_DONE
from footcoach_tui.coach.keeping.week_count import week_count
from footcoach_tui.coach.log import TrainingLog
from footcoach_tui.coach.practice.weeks import Adherence
from footcoach_tui.session.record import Ending

WANTED = (0, 2, 4)


def wanted(weeks: int, first: int = 0) -> list[int]:
    """Days of a plan on Monday, Wednesday and Friday."""
    return [7 * week + number for week in range(first, first + weeks) for number in WANTED]


def kept(today: int, *entries: object) -> Keeping:
    return keeping(log(*entries), RULES, day(today))  # type: ignore[arg-type] # tests name entries


def sessions(numbers: list[int], routine: str = L1) -> list[object]:
    return [session(number, routine) for number in numbers]


def done_of_planned(found: Keeping) -> tuple[int, int]:
    return found.four.done, found.four.planned


def test_figures_over_four_and_eight_weeks() -> None:
    done = [number for number in wanted(8) if number not in (30, 37, 51)]
    found = kept(55, choice(), sessions(done))
    assert found.figures == "9 of 12 planned sessions done in four weeks."
    assert found.eight_weeks == "21 of 24 in eight weeks (87%)."
    assert found.line == "9 of 12 planned sessions done in four weeks. On course."


def test_a_young_plan_names_no_weeks_and_no_percent() -> None:
    found = kept(5, choice(), sessions([0, 2]))
    assert found.sentences == ("2 of 3 planned sessions done.",)


@pytest.mark.parametrize(
    ("left_out", "is_on_course"),
    [(4, True), (5, False)],  # 20 of 24 are 83 %, 19 are 79 %
)
def test_80_percent_in_eight_weeks_are_on_course(left_out: int, *, is_on_course: bool) -> None:
    found = kept(55, choice(), sessions(wanted(8)[left_out:]))
    assert found.is_on_course is is_on_course
    assert ("On course." in found.sentences) is is_on_course


def test_no_percent_and_no_course_below_8_planned_sessions() -> None:
    found = kept(17, choice(), sessions(wanted(3)))
    assert (found.eight.planned, found.is_on_course) == (8, True)
    found = kept(14, choice(), sessions(wanted(2)))
    assert (found.eight.planned, found.is_on_course) == (6, False)


def test_only_days_up_to_yesterday_are_planned() -> None:
    assert done_of_planned(kept(2, choice(), sessions([0]))) == (1, 1)
    assert done_of_planned(kept(2, choice(), sessions([0, 2]))) == (2, 2)
    assert done_of_planned(kept(3, choice(), sessions([0]))) == (1, 2)


def test_a_moved_session_counts_and_extra_ones_do_not_fill_other_weeks() -> None:
    assert done_of_planned(kept(6, choice(), sessions([1, 3, 5]))) == (3, 3)
    assert done_of_planned(kept(13, choice(), sessions([0, 1, 2, 3, 4, 7]))) == (4, 6)


def test_at_most_the_high_days_of_the_plan_are_asked_for() -> None:
    every_day = choice(weekdays=frozenset(range(7)))
    assert done_of_planned(kept(7, every_day, sessions([0, 1, 2, 3, 4, 5, 6]))) == (4, 4)


def test_without_weekdays_the_low_days_of_the_plan_are_asked_for() -> None:
    plan = choice(weekdays=frozenset())
    assert done_of_planned(kept(6, plan, sessions([1]))) == (1, 1)
    assert done_of_planned(kept(7, plan, sessions([1]))) == (1, 3)


@pytest.mark.parametrize(
    "entry",
    [
        pytest.param(loose(2, decision="rest"), id="rest"),
        pytest.param(loose(2, decision="gentle"), id="gentle or rest"),
        pytest.param(loose(2, energy=Energy.ILL, decision="rest"), id="ill"),
        pytest.param(loose(2, flags=("swelling",), decision="gentle"), id="open flag"),
        pytest.param(loose(1, sore("heel", 7)), id="day after a red day"),
        pytest.param(loose(0, sore("heel", 7)), id="second day after a red day"),
    ],
)
def test_days_on_which_nothing_was_asked_for_are_taken_out(entry: object) -> None:
    found = kept(3, choice(), session(0), entry)
    assert done_of_planned(found) == (1, 1)


def test_a_flag_that_is_open_takes_out_all_days_until_it_is_closed() -> None:
    found = kept(14, choice(), session(0), loose(1, flags=("swelling",), decision="gentle"))
    assert done_of_planned(found) == (1, 1)


@pytest.mark.parametrize("reason", list(PauseReason))
def test_a_pause_costs_nothing_whatever_its_reason(reason: PauseReason) -> None:
    plan = choice(pauses=(PlanPause(day(2), day(6), reason),))
    assert done_of_planned(kept(9, plan, sessions([0, 7]))) == (2, 2)


def test_a_pause_that_is_entered_later_counts_for_the_days_before() -> None:
    first = choice()
    later = choice(pauses=(PlanPause(day(2), day(6)),))._replace(chosen=day(8))
    assert done_of_planned(kept(9, first, later, sessions([0, 7]))) == (2, 2)


def test_a_race_takes_out_the_days_before_and_after_it() -> None:
    plan = choice(races=frozenset({day(4)}))
    assert done_of_planned(kept(6, plan, sessions([0]))) == (1, 1)


@pytest.mark.parametrize(("reason", "planned"), [("ill", 2), ("hurt", 2), ("life", 9)])
def test_a_break_for_illness_or_injury_costs_nothing(reason: str, planned: int) -> None:
    back = CheckIn(sore=(), break_reason=BreakReason(reason))
    found = kept(21, choice(), session(0), session(21, check_in=back))
    assert found.four.planned == planned + (reason == "life")


def test_a_gentle_session_in_place_of_a_planned_one_is_kept() -> None:
    gentle = session(2, GENTLE, decision="gentle")
    assert done_of_planned(kept(3, choice(), session(0), gentle)) == (2, 2)


def test_a_gentle_session_on_a_day_after_a_red_one_is_kept() -> None:
    found = kept(3, choice(), session(0), loose(1, sore("heel", 7)), session(2, GENTLE))
    assert done_of_planned(found) == (2, 2)


def test_the_two_days_after_illness_ask_for_nothing() -> None:
    ill = loose(1, energy=Energy.ILL)
    assert done_of_planned(kept(4, choice(), session(0), ill)) == (1, 1)
    assert done_of_planned(kept(5, choice(), session(0), ill)) == (1, 2)
    gentle = session(2, GENTLE, check_in={"decision": "gentle", "rule": "ill"})
    assert done_of_planned(kept(4, choice(), session(0), ill, gentle)) == (2, 2)


def test_a_gentle_session_of_ones_own_accord_is_no_planned_one() -> None:
    assert done_of_planned(kept(3, choice(), session(0), session(2, GENTLE))) == (1, 2)


def test_a_short_session_is_kept_and_one_at_another_speed_is_not() -> None:
    assert done_of_planned(kept(3, choice(), session(0), session(2, skipped=6))) == (2, 2)
    assert done_of_planned(kept(3, choice(), session(0), session(2, speed=8.0))) == (1, 2)


def test_less_than_half_is_kept_only_if_it_was_ended_on_purpose() -> None:
    assert done_of_planned(kept(3, choice(), session(0), session(2, skipped=10))) == (1, 2)
    early = session(2, skipped=10, ending=Ending.EARLY)
    assert done_of_planned(kept(3, choice(), session(0), early)) == (2, 2)


def test_without_a_plan_less_than_half_does_not_count_for_the_goal() -> None:
    facts = Facts.of(log(session(0, THREE), session(1, THREE, skipped=3)), RULES, day(1))
    assert week_count(facts, KeptDays(facts), 3).done == 1


def test_fewer_weekdays_are_asked_for_only_from_the_day_of_the_change() -> None:
    fewer = choice(weekdays=frozenset({0}))._replace(chosen=day(7))
    found = kept(14, choice(), fewer, sessions([0, 7]))
    assert done_of_planned(found) == (2, 4)


def test_the_plan_before_counts_for_its_own_days() -> None:
    after = choice(KEEP, begun=7, weekdays=frozenset({0, 3}))
    assert done_of_planned(kept(14, choice(), after, sessions([0, 2, 4, 7, 10]))) == (5, 5)


def test_a_habit_has_its_own_routine() -> None:
    habit = choice(HABIT, weekdays=frozenset(range(7)))
    done = sessions([0, 1, 2], "rw-essential-three")
    assert done_of_planned(kept(7, habit, done)) == (3, 5)
    assert kept(7, habit, done).week_line == "1 week with 3 or more"


# Weeks.


def week(number: int, kept_sessions: int, planned: int = 3) -> KeptWeek:
    return KeptWeek(day(7 * number), planned, kept_sessions, min(3, planned))


@pytest.mark.parametrize(
    ("kept_by_week", "row"),
    [
        ((3, 3, 3), (3, 0)),
        ((3, 3, 0), (2, 0)),
        ((3, 1, 3, 0), (2, 1)),
        ((3, 3, 3, 3, 2, 3, 3, 3), (7, 1)),
        ((3, 1, 3, 1, 3), (2, 1)),
        ((3, 1, 3, 3, 3, 3, 3, 3, 3, 1, 3), (9, 2)),
        ((3, 1, 3, 3, 3, 3, 3, 1, 3), (6, 1)),
        ((0,), (0, 0)),
        ((), (0, 0)),
    ],
)
def test_one_of_any_eight_weeks_may_be_lighter(
    kept_by_week: tuple[int, ...], row: tuple[int, int]
) -> None:
    found = row_of_weeks([week(number, count) for number, count in enumerate(kept_by_week)])
    assert (found.weeks, found.missed) == row


def test_a_week_in_which_nothing_was_asked_for_is_passed_over() -> None:
    weeks = [week(0, 3), week(1, 0, planned=0), week(2, 3), week(3, 0)]
    assert row_of_weeks(weeks).weeks == 2


def test_the_lighter_week_in_words() -> None:
    done = [number for number in wanted(8) if number not in (30, 32)]
    assert kept(56, choice(), sessions(done)).week_line == "7 weeks with 3 or more, 1 lighter"


def test_a_week_that_was_asked_for_less_is_kept_with_less() -> None:
    plan = choice(pauses=(PlanPause(day(9), day(13)),))
    assert kept(21, plan, sessions([0, 2, 4, 7, 14, 16, 18])).week_line == "3 weeks with 3 or more"


# Offer, welcome, milestones.


def test_below_80_percent_fewer_days_are_offered() -> None:
    found = kept(27, choice(), sessions([0, 21]))
    assert found.offer == (
        "2 of 12 in four weeks. Would two days a week fit better? "
        "Press w in the plan, or: footcoach plan days"
    )
    assert len(wrap(found.offer, 54)) == 2, "the card of today has two lines for it at 80 columns"
    assert found.offered_days == 2
    assert found.sentences[0] == found.line == found.offer


@pytest.mark.parametrize(
    "excuse",
    [
        [loose(9, flags=("swelling",), decision="gentle")],
        [loose(9, sore("heel", 7)), loose(16, energy=Energy.ILL)],
        [loose(9, energy=Energy.ILL), loose(16, energy=Energy.ILL)],
    ],
)
def test_weeks_of_rest_and_of_an_open_flag_offer_no_fewer_days(excuse: list[object]) -> None:
    found = kept(27, choice(), sessions([0, 21]), excuse)
    assert found.offer == ""
    assert found.four.planned < 12


def test_pauses_offer_no_fewer_days() -> None:
    pauses = (PlanPause(day(9), day(11)), PlanPause(day(16), day(18)))
    assert kept(27, choice(pauses=pauses), sessions([0, 21])).offer == ""


def test_without_weekdays_a_week_of_rest_asks_for_its_share() -> None:
    plan = choice(weekdays=frozenset())
    ill = loose(0, energy=Energy.ILL)
    assert done_of_planned(kept(7, plan, session(4), ill)) == (1, 1)
    flag = loose(1, flags=("swelling",), decision="gentle")
    assert done_of_planned(kept(7, plan, session(0), flag)) == (1, 1)


def test_a_day_put_off_by_pain_and_a_worse_morning_is_not_asked_for() -> None:
    stage = choice(stage=3)
    found = kept(3, stage, session(0, L3, pain=4, morning="worse"))
    assert done_of_planned(found) == (1, 1)


@pytest.mark.parametrize(
    ("weekdays", "offered"),
    [((0, 1, 2, 3), 2), ((0, 2), 1), ((0,), 0)],
)
def test_the_offer_is_fewer_days_than_now(weekdays: tuple[int, ...], offered: int) -> None:
    plan = choice(weekdays=frozenset(weekdays))
    assert kept(62, plan, sessions([0, 56])).offered_days == offered


def test_nothing_is_offered_to_who_keeps_the_last_four_weeks() -> None:
    assert kept(55, choice(), sessions(wanted(4, first=4))).offer == ""


def test_after_14_days_there_is_a_welcome_and_no_figure() -> None:
    found = kept(25, choice(), sessions(wanted(2)))
    assert (found.line, found.sentences) == ("Welcome back.", ("Welcome back.",))
    assert kept(24, choice(), sessions(wanted(2))).welcome == ""


def test_who_pauses_or_has_an_open_flag_is_not_welcomed_back() -> None:
    pausing = choice(pauses=(PlanPause(day(10)),))
    assert kept(30, pausing, session(0)).welcome == ""
    hurt = loose(5, flags=("snap",), decision="stop")
    assert kept(30, choice(), session(0), hurt).welcome == ""


def test_who_never_did_a_session_is_not_welcomed_back() -> None:
    assert kept(30, choice()).welcome == ""


@pytest.mark.parametrize(
    ("today", "text"),
    [
        (51, ""),
        (53, SESSIONS_DONE),
        (54, ""),
        (56, EIGHT_WEEKS),
        (58, ""),
        (123, MONTH_FOUR),
        (126, ""),
    ],
)
def test_a_milestone_is_shown_on_the_day_of_its_session(today: int, text: str) -> None:
    plan = choice(weekdays=frozenset({0, 2, 4}))
    done = [number for number in wanted(20) if number <= today]
    done = [number + (number == 52) for number in done]  # a session that was moved
    assert kept(today, plan, sessions(done)).milestone == text


def test_a_milestone_needs_its_session() -> None:
    assert kept(56, choice(), sessions(wanted(8))).milestone == ""


def test_a_milestone_is_shown_once_in_the_plans_that_follow_each_other() -> None:
    after = choice(KEEP, begun=56)
    found = [
        kept(
            number, choice(), after, sessions([each for each in wanted(30) if each <= number])
        ).milestone
        for number in wanted(30)
    ]
    assert sorted(filter(None, found)) == sorted((EIGHT_WEEKS, MONTH_FOUR, SESSIONS_DONE))


def test_a_plan_that_was_left_has_no_figures() -> None:
    end = PlanChoice(day(7))
    assert not kept(8, choice(), end, sessions([0])).has_plan


# Without a plan.


def test_without_a_plan_the_weekly_goal_counts() -> None:
    found = kept(27, sessions(wanted(4)))
    assert (found.four, found.goal, found.has_plan) == (Adherence(12, 12), 3, False)
    assert found.sentences[0] == "12 of 12 sessions done."


def test_a_newcomer_reads_the_aim() -> None:
    assert keeping(TrainingLog(), RULES, day(0), 2).sentences == ("Aim: 2 sessions a week",)


def test_without_a_plan_nothing_is_offered() -> None:
    assert kept(27, sessions([0, 21])).offer == ""


# What is never said.


@given(
    done=st.lists(st.integers(0, 80), max_size=40),
    today=st.integers(0, 90),
    has_plan=st.booleans(),
    weekdays=st.frozensets(st.integers(0, 6)),
)
def test_no_sentence_shames(
    done: list[int], today: int, weekdays: frozenset[int], *, has_plan: bool
) -> None:
    numbers = sorted({number for number in done if number <= today})
    plans = [choice(weekdays=weekdays)] if has_plan else []
    found = kept(today, plans, sessions(numbers, L2))
    text = " ".join(found.sentences).lower()
    shaming = ("miss", "fail", "lost", "broken", "off ", "behind", "streak", "in a row", "only")
    assert not [word for word in shaming if word in text]
    assert 0 <= found.four.done <= found.four.planned <= 4 * 7
    assert found.eight.planned >= found.four.planned
    last = max(numbers, default=None)
    if last is not None and day(today) - day(last) >= timedelta(days=14):
        assert not [word for word in text.split() if word.isdigit()]
