from datetime import date, datetime, time, timedelta

import pytest
from coach_logs import RULES, day, log, session
from hypothesis import given
from hypothesis import strategies as st

from footcoach_tui.coach.answers.plan_choice import PlanChoice, PlanPause
from footcoach_tui.coach.plans.calendar import USUAL_TIME, CalendarEvent, plan_events
from footcoach_tui.coach.plans.due import DueAnswer, due
from footcoach_tui.coach.rules.plan import Plan, PlanKind
from footcoach_tui.session.record import SessionRecord

MONDAY = date(2026, 3, 2)
PLAN = Plan("foot-core", "Foot core", "", PlanKind.COURSE, (3, 4), ())
CHOICE = PlanChoice(MONDAY, "foot-core", begun=MONDAY, weekdays=frozenset((0, 2, 4)))


def days(events: tuple[CalendarEvent, ...]) -> list[date]:
    return sorted(day for event in events for day in event.days)


def test_a_course_of_eight_weeks_with_three_days_is_24_sessions() -> None:
    assert len(days(plan_events(PLAN, CHOICE, 20, MONDAY))) == 24


def test_each_weekday_has_an_event_with_an_id_of_its_own() -> None:
    events = plan_events(PLAN, CHOICE, 20, MONDAY)
    assert [event.uid for event in events] == [
        "foot-core-mon@footcoach",
        "foot-core-wed@footcoach",
        "foot-core-fri@footcoach",
    ]


@pytest.mark.parametrize(
    ("kind", "today", "last"),
    [
        (PlanKind.COURSE, MONDAY, date(2026, 4, 24)),
        (PlanKind.COURSE, date(2026, 4, 20), date(2026, 5, 15)),
        (PlanKind.COURSE, date(2026, 9, 7), date(2026, 10, 2)),
        (PlanKind.HABIT, MONDAY, date(2026, 5, 22)),
        (PlanKind.KEEP, date(2026, 4, 20), date(2026, 7, 10)),
    ],
)
def test_the_reminders_end_with_the_course_or_some_weeks_ahead(
    kind: PlanKind, today: date, last: date
) -> None:
    plan = Plan("foot-core", "Foot core", "", kind, (3, 4), ())
    assert days(plan_events(plan, CHOICE, 20, today))[-1] == last


@pytest.mark.parametrize(("minutes", "length"), [(20, 20), (21, 25), (5, 5), (24, 25)])
def test_the_length_is_rounded_up_to_five_minutes(minutes: int, length: int) -> None:
    event = plan_events(PLAN, CHOICE, minutes, MONDAY)[0]
    assert (event.minutes, event.title) == (length, f"Feet, {minutes} min")


def test_a_plan_that_begins_later_has_no_earlier_day() -> None:
    choice = CHOICE._replace(begun=date(2026, 3, 12))
    assert days(plan_events(PLAN, choice, 20, MONDAY))[0] == date(2026, 3, 13)


def test_a_pause_without_an_end_leaves_the_days_before_it() -> None:
    choice = CHOICE._replace(pauses=(PlanPause(date(2026, 3, 6)),))
    assert days(plan_events(PLAN, choice, 20, MONDAY)) == [MONDAY, date(2026, 3, 4)]


def test_an_event_begins_after_a_pause_that_is_on() -> None:
    choice = CHOICE._replace(pauses=(PlanPause(MONDAY, date(2026, 3, 10)),))
    events = plan_events(PLAN, choice, 20, MONDAY)
    assert events[0].start.date() == date(2026, 3, 16)
    assert events[0].skipped == ()


def test_without_weekdays_there_is_nothing_to_remind_of() -> None:
    assert plan_events(PLAN, CHOICE._replace(weekdays=frozenset()), 20, MONDAY) == ()


@pytest.mark.parametrize(
    ("asked", "chosen", "given_time"),
    [
        (None, None, USUAL_TIME),
        (None, time(18, 30), time(18, 30)),
        (time(6), time(18, 30), time(6)),
    ],
)
def test_the_time_is_the_one_asked_for_or_chosen(
    asked: time | None, chosen: time | None, given_time: time
) -> None:
    event = plan_events(PLAN, CHOICE._replace(at=chosen), 20, MONDAY, asked)[0]
    assert event.start == datetime.combine(MONDAY, given_time)


@pytest.mark.parametrize(
    ("weekdays", "first"),
    [
        ((0, 2, 4), date(2026, 3, 16)),
        ((1, 2, 3), date(2026, 3, 17)),
        ((0, 1, 2, 3, 4, 5, 6), date(2026, 3, 16)),
    ],
)
def test_self_tests_are_every_28_days_from_day_14_after_a_day_of_rest(
    weekdays: tuple[int, ...], first: date
) -> None:
    plan = Plan("foot-core", "", "", PlanKind.COURSE, (3, 4), (), tests=("knee-to-wall",))
    choice = CHOICE._replace(weekdays=frozenset(weekdays))
    tests = [event for event in plan_events(plan, choice, 20, MONDAY) if "test" in event.uid]
    assert days(tuple(tests)) == [first, first + timedelta(days=28)]
    assert [event.uid for event in tests] == [
        "foot-core-test-1@footcoach",
        "foot-core-test-2@footcoach",
    ]


@given(
    weekdays=st.frozensets(st.integers(0, 6), min_size=1),
    today=st.integers(-10, 200),
    pauses=st.lists(st.tuples(st.integers(0, 120), st.integers(0, 40)), max_size=3),
)
def test_the_days_are_just_the_wanted_ones_outside_of_pauses(
    weekdays: frozenset[int], today: int, pauses: list[tuple[int, int]]
) -> None:
    day = MONDAY + timedelta(days=today)
    choice = CHOICE._replace(
        weekdays=weekdays,
        pauses=tuple(
            PlanPause(MONDAY + timedelta(days=first), MONDAY + timedelta(days=first + length))
            for first, length in pauses
        ),
    )
    until = max(MONDAY + timedelta(days=56), day + timedelta(days=28))
    first = max(day, MONDAY)
    wanted = [
        each
        for each in (first + timedelta(days=number) for number in range((until - first).days))
        if each.weekday() in weekdays and not choice.pause_on(each)
    ]
    assert days(plan_events(PLAN, choice, 20, day)) == wanted


@pytest.mark.parametrize("weekdays", [(0, 2, 4), (1, 3, 5), (0, 3)])
def test_the_days_are_those_on_which_a_session_is_due(weekdays: tuple[int, ...]) -> None:
    pause = PlanPause(day(23), day(31))
    choice = CHOICE._replace(plan="foot-core-8wk", weekdays=frozenset(weekdays), pauses=(pause,))
    sessions: list[SessionRecord] = []
    due_days: list[date] = []
    for number in range(56):
        answer = due(log(choice, sessions), RULES, day(number))
        if answer.answer is DueAnswer.YES:
            due_days.append(day(number))
            sessions.append(session(number, answer.routine))
    events = plan_events(RULES.plans["foot-core-8wk"], choice, 20, MONDAY)
    assert days(tuple(each for each in events if each.until)) == due_days
