"""The plan screen; the day is Thursday 12 March 2026."""

from datetime import date

from app_driver import AppDriver, OpenApp
from app_fixture import AppFixture
from coach_logs import COURSE

from footcoach_tui.app.screens.check_in import CheckInScreen
from footcoach_tui.app.screens.home import HomeScreen
from footcoach_tui.app.screens.plan import PlanScreen
from footcoach_tui.app.screens.plan_form import PlanForm
from footcoach_tui.app.screens.profile import ProfileScreen
from footcoach_tui.coach.answers.plan_choice import PauseReason, PlanChoice
from footcoach_tui.history.months.entries import EntryKind

CHOICE = PlanChoice(
    date(2026, 3, 2), COURSE, date(2026, 3, 2), weekdays=frozenset((0, 2, 4)), if_then="After tea."
)


def choose(fixture: AppFixture, choice: PlanChoice = CHOICE) -> None:
    document = {"id": fixture.context().new_entry_id, **choice.document()}
    fixture.history.add_entry(EntryKind.PLAN, document)


def choice_of(fixture: AppFixture) -> PlanChoice:
    newest = PlanChoice.read(fixture.history.entries(EntryKind.PLAN)[0])
    assert newest
    return newest


def plan_text(person: AppDriver) -> str:
    return person.text("#plan-text")


async def test_a_plan_is_chosen_with_its_days_and_a_sentence(
    launch_coach: OpenApp, coach_fixture: AppFixture
) -> None:
    async with launch_coach() as person:
        await person.press("P", "j")
        assert "Three or four days a week" in plan_text(person)
        await person.press("enter", "2", "2", "enter")  # a long run on Tuesdays
        assert "Tue  ·" in person.text("#question-keys")
        await person.press("enter", *"After tea", "enter", *"Desk break", "enter")
        await person.press(*"soon", "enter")
        assert "“soon” is not a day" in person.text("#question-note")
        await person.press(*["backspace"] * 4, *"2026-03-11", "enter")
        assert "2026-03-11 is over" in person.text("#question-note")
        await person.press("backspace", "2", *", 2026-05-03", "enter")
        assert "Races: Thu 12 Mar, Sun 03 May." in plan_text(person)
        assert "Stage 1 of 4: Foot core L1: seated" in plan_text(person)
        assert "0 of 4 sessions" in plan_text(person)
    choice = choice_of(coach_fixture)
    assert (choice.plan, choice.begun, choice.stage) == (COURSE, date(2026, 3, 12), 1)
    assert len(choice.weekdays) == 3
    assert 1 not in choice.weekdays
    assert choice.runs == {1: "long"}
    assert (choice.if_then, choice.if_missed) == ("After tea", "Desk break")
    assert choice.races == {date(2026, 3, 12), date(2026, 5, 3)}


async def test_the_form_can_be_left_without_a_plan(
    launch_coach: OpenApp, coach_fixture: AppFixture
) -> None:
    async with launch_coach() as person:
        await person.press("P", "enter", "enter", "escape")
        assert isinstance(person.screen, PlanScreen)
    assert coach_fixture.history.entries(EntryKind.PLAN) == []


async def test_a_plan_without_a_day_is_not_begun(launch_coach: OpenApp) -> None:
    async with launch_coach() as person:
        await person.press("P", "j", "enter", "enter", "1", "3", "5", "enter")
        assert isinstance(person.screen, PlanForm)
        assert "On which days do you want to train?" in person.text("#question-text")


async def test_keys_in_one_go_fill_in_the_form(
    launch_coach: OpenApp, coach_fixture: AppFixture
) -> None:
    async with launch_coach() as person:
        await person.press("P")
        await person.type_ahead("j", "enter", "2", "enter", "7", "enter", *"tea", *["enter"] * 3)
        await person.settle()
        assert isinstance(person.screen, PlanScreen)
    choice = choice_of(coach_fixture)
    assert (choice.plan, choice.runs, choice.if_then) == (COURSE, {1: "easy"}, "tea")
    assert 6 in choice.weekdays


async def test_a_plan_shows_its_weeks_and_sentence(
    launch_coach: OpenApp, coach_fixture: AppFixture
) -> None:
    choose(coach_fixture)
    async with launch_coach() as person:
        await person.press("P")
        shown = plan_text(person)
        assert "Mon Wed Fri · begun Mon 02 Mar" in shown
        assert "▶ Mon 09 Mar" in shown
        assert "After tea." in shown
        assert "W Weekdays" in person.footer()


async def test_days_are_changed_and_the_beginning_stays(
    launch_coach: OpenApp, coach_fixture: AppFixture
) -> None:
    choose(coach_fixture)
    async with launch_coach() as person:
        await person.press("P", "W", "enter", "7", *["enter"] * 4)
        assert "Mon Wed Fri Sun" in plan_text(person)
    choice = choice_of(coach_fixture)
    assert (choice.begun, choice.chosen) == (date(2026, 3, 2), date(2026, 3, 12))
    assert choice.if_then == "After tea."


async def test_a_plan_pauses_with_a_reason_and_goes_on(
    launch_coach: OpenApp, coach_fixture: AppFixture
) -> None:
    choose(coach_fixture)
    async with launch_coach() as person:
        await person.press("P", "z", "i", "0", "enter")
        assert "Paused for an illness." in plan_text(person)
        assert [pause.reason for pause in choice_of(coach_fixture).pauses] == [PauseReason.ILL]
        await person.press("z")
        assert "Paused" not in plan_text(person)
    assert choice_of(coach_fixture).pauses == ()


async def test_a_pause_may_have_a_last_day(
    launch_coach: OpenApp, coach_fixture: AppFixture
) -> None:
    choose(coach_fixture)
    async with launch_coach() as person:
        await person.press("P", "z", "h", "escape")
        assert choice_of(coach_fixture).pauses == ()
        await person.press("z", "h", "4", "enter")
        assert "Paused for a holiday until Sun 15 Mar. z ends the pause." in plan_text(person)
    assert choice_of(coach_fixture).pauses[0].last == date(2026, 3, 15)


async def test_in_the_form_a_line_that_was_typed_is_still_there_after_going_back(
    launch_coach: OpenApp, coach_fixture: AppFixture
) -> None:
    race_over = frozenset({date(2026, 3, 8)})
    choose(coach_fixture, CHOICE._replace(races=race_over))
    async with launch_coach() as person:
        await person.press("P", "W", "enter", "enter", "enter", *"Desk break", "up")
        assert "When and where?" in person.text("#question-text")
        await person.press("!", "enter", "enter", "enter")
    assert choice_of(coach_fixture).if_then == "After tea.!"
    assert choice_of(coach_fixture).if_missed == "Desk break"
    assert choice_of(coach_fixture).races == race_over


async def test_a_lighter_week_is_asked_for_once(
    launch_coach: OpenApp, coach_fixture: AppFixture
) -> None:
    choose(coach_fixture)
    async with launch_coach() as person:
        await person.press("P", "L", "escape")
        assert "A lighter week" not in plan_text(person)
        await person.press("L", "y")
        assert "A lighter week, until Wed 18 Mar." in plan_text(person)
        assert "L Lighter week" not in person.footer()
        await person.press("escape", "h", "u", "y", "escape", "P")
        assert "A lighter week" not in plan_text(person)


async def test_leaving_a_plan_is_confirmed(
    launch_coach: OpenApp, coach_fixture: AppFixture
) -> None:
    choose(coach_fixture)
    async with launch_coach() as person:
        await person.press("P", "x", "escape")
        assert choice_of(coach_fixture).plan == COURSE
        await person.press("x", "y")
        assert person.screen.query_one("#plans").display
    assert choice_of(coach_fixture).plan == ""


async def test_the_first_session_of_a_plan_asks_about_the_person_first(
    launch_coach: OpenApp, coach_fixture: AppFixture
) -> None:
    choose(coach_fixture)
    async with launch_coach() as person:
        await person.press("space")
        assert isinstance(person.screen, ProfileScreen)
        await person.press("escape")
        assert isinstance(person.screen, HomeScreen)
        await person.press("space", "n", "n", "n", "n", "4")
        assert isinstance(person.screen, CheckInScreen)
    assert len(coach_fixture.history.entries(EntryKind.PROFILE)) == 1


async def test_a_plan_that_was_left_by_mistake_is_taken_back_in_the_history(
    launch_coach: OpenApp, coach_fixture: AppFixture
) -> None:
    choose(coach_fixture)
    async with launch_coach() as person:
        await person.press("P", "x", "y")
        assert choice_of(coach_fixture).plan == ""
        await person.press("escape", "h", "u")
        assert "Left the plan on 2026-03-12" in person.text("#card-text")
        await person.press("y", "escape", "P")
        assert "Stage 1 of 4" in plan_text(person)
    assert choice_of(coach_fixture) == CHOICE
