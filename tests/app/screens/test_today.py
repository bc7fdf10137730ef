"""The start screen with a coach; the day is Thursday 12 March 2026."""

from datetime import date, timedelta

import pytest
from app_driver import OpenApp
from app_fixture import NOW, AppFixture
from coach_logs import COURSE, RULES, THREE

from footcoach_tui.app.screens.check_in import CheckInScreen
from footcoach_tui.app.screens.home import HomeScreen
from footcoach_tui.app.screens.play import PlayScreen
from footcoach_tui.app.widgets.today_view import TodayView
from footcoach_tui.coach.answers.plan_choice import PauseReason, PlanChoice, PlanPause
from footcoach_tui.history.months.entries import EntryKind


def report_flag(fixture: AppFixture, flag: str, days: int) -> None:
    day = (NOW - timedelta(days=days)).date().isoformat()
    document = {"id": fixture.context().new_entry_id, "day": day, "sore": [], "flags": [flag]}
    fixture.history.add_entry(EntryKind.CHECK_IN, document)


async def test_a_newcomer_gets_the_essential_three_and_a_line_on_plans(
    launch_coach: OpenApp,
) -> None:
    async with launch_coach() as person:
        shown = person.text("#today")
        assert "The essential three" in shown
        assert "plan" in shown.lower()
        assert "space Start" in shown


async def test_space_begins_what_is_due_and_enter_the_row(launch_coach: OpenApp) -> None:
    async with launch_coach() as person:
        await person.press("space")
        assert isinstance(person.screen, CheckInScreen)
        assert person.screen._routine.id == THREE
        await person.press("q", "j", "enter")
        assert isinstance(person.screen, CheckInScreen)
        assert person.screen._routine.id != THREE


async def test_space_before_the_card_is_known_waits_for_it(launch_coach: OpenApp) -> None:
    async with launch_coach() as person:
        assert isinstance(person.screen, HomeScreen)
        person.screen._today = None
        await person.press("space")
        assert isinstance(person.screen, HomeScreen)
        person.screen._read_today()
        await person.settle()
        assert isinstance(person.screen, CheckInScreen)


@pytest.mark.parametrize(
    ("size", "lines"), [((120, 36), 6), ((80, 24), 3), ((60, 20), 2), ((40, 12), 1)]
)
async def test_the_card_takes_as_many_lines_as_there_is_room_for(
    launch_coach: OpenApp, size: tuple[int, int], lines: int
) -> None:
    async with launch_coach("", size) as person:
        view = person.screen.query_one(TodayView)
        assert view.size.height == lines
        assert "The essential three" in person.text("#today")


async def test_a_session_that_was_left_waits_on_the_card(launch_coach: OpenApp) -> None:
    async with launch_coach() as person:
        await person.press("space", "n", "enter")
        await person.wait(3)
        await person.press("q", "q")
        assert isinstance(person.screen, HomeScreen)
        assert "R go on with The essential three, step 1 of 3" in person.text("#today")
        assert "R Resume" in person.footer()
        await person.press("R")
        assert isinstance(person.screen, PlayScreen)
        assert person.view.step.exercise.id == "bear-squat-to-down-dog"


async def test_an_open_flag_stands_on_the_card_until_it_was_seen(
    launch_coach: OpenApp, coach_fixture: AppFixture
) -> None:
    report_flag(coach_fixture, "snap", days=3)
    async with launch_coach() as person:
        assert "! Stop. Get it checked today" in person.text("#today")
        assert person.footer().startswith("S Seen")
        assert "! what it says  S seen" in person.text("#today")
        await person.press("space")
        assert isinstance(person.screen, HomeScreen)  # there is nothing to begin
        await person.press("S", "1", "enter")
        assert "! Stop." not in person.text("#today")
    (kept,) = coach_fixture.history.entries(EntryKind.CLEARED)
    assert (kept["day"], kept["flags"]) == ("2026-03-11", ["snap"])


async def test_without_a_coach_there_is_no_card(
    launch_coach: OpenApp, coach_fixture: AppFixture
) -> None:
    coach_fixture.rules = None
    async with launch_coach() as person:
        assert not person.screen.query(TodayView)
        assert "P Plan" not in person.footer()


async def test_mistakes_in_own_plans_are_reported_once(
    launch_coach: OpenApp, coach_fixture: AppFixture
) -> None:
    coach_fixture.rules = RULES._replace(problems=("mine.toml:3: [b]stages[/b] are missing",))
    async with launch_coach() as person:
        await person.press("l", "escape")
        assert person.notifications() == ["mine.toml:3: [b]stages[/b] are missing"]


async def test_keys_typed_after_a_refused_space_open_no_routine(
    launch_coach: OpenApp, coach_fixture: AppFixture
) -> None:
    report_flag(coach_fixture, "snap", days=0)
    async with launch_coach() as person:
        await person.press("space", "n", "enter")
        assert isinstance(person.screen, HomeScreen)
        person.screen._end_refusal()  # as after a while
        await person.press("enter")
        assert isinstance(person.screen, CheckInScreen)


async def test_keys_typed_while_space_waits_for_the_card_open_no_other_routine(
    launch_coach: OpenApp,
) -> None:
    async with launch_coach() as person:
        assert isinstance(person.screen, HomeScreen)
        person.screen._is_reading = True
        await person.press("space", "j", "enter")
        assert isinstance(person.screen, HomeScreen)
        person.screen._read_today()
        await person.settle()
        assert isinstance(person.screen, CheckInScreen)
        assert person.screen._routine.id == THREE


async def test_space_in_a_pause_says_how_to_go_on(
    launch_coach: OpenApp, coach_fixture: AppFixture
) -> None:
    begun = date(2026, 3, 2)
    pause = PlanPause(begun, None, PauseReason.HOLIDAY)
    choice = PlanChoice(begun, COURSE, begun, weekdays=frozenset((0, 2, 4)), pauses=(pause,))
    document = {"id": coach_fixture.context().new_entry_id, **choice.document()}
    coach_fixture.history.add_entry(EntryKind.PLAN, document)
    async with launch_coach() as person:
        assert "P plan, z ends the pause" in person.text("#today")
        await person.press("space")
        assert person.notifications() == ["Paused; P, then z, goes on with it."]


async def test_the_plan_stays_among_the_keys_of_a_small_screen(launch_coach: OpenApp) -> None:
    async with launch_coach("", (60, 20)) as person:
        assert "P Plan" in person.visible_footer()


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_the_keys_of_a_sign_come_first_at_the_foot(
    launch_coach: OpenApp, coach_fixture: AppFixture, size: tuple[int, int]
) -> None:
    report_flag(coach_fixture, "snap", days=0)
    async with launch_coach("", size) as person:
        assert person.visible_footer().startswith("S Seen ! Get checked")
        assert "P Plan" in person.visible_footer()
