"""Questions about the person."""

from app_driver import OpenApp
from app_fixture import AppFixture

from footcoach_tui.app.screens.plan import PlanScreen
from footcoach_tui.app.screens.profile import ProfileScreen
from footcoach_tui.history.months.entries import EntryKind


async def test_the_questions_are_asked_one_by_one_and_kept(
    launch_coach: OpenApp, coach_fixture: AppFixture
) -> None:
    async with launch_coach() as person:
        await person.press("P", "v")
        assert isinstance(person.screen, ProfileScreen)
        await person.press("enter")
        assert "question 1 of " in str(person.screen.query_one("#questions").border_title)
        await person.press("n")
        assert "question 2" in str(person.screen.query_one("#questions").border_title)
        while isinstance(person.screen, ProfileScreen):
            await person.press("enter")
            if isinstance(person.screen, ProfileScreen):
                required = "enter" not in person.text("#question-keys")
                await person.press(*(["1", "n"] if required else []))
        assert isinstance(person.screen, PlanScreen)
    (kept,) = coach_fixture.history.entries(EntryKind.PROFILE)
    answers = kept["answers"]
    assert isinstance(answers, dict)
    assert answers["numb"] == "no"
    assert answers["running"] == "none"
    assert answers["knees"] == "unknown"


async def test_leaving_before_the_end_keeps_nothing(
    launch_coach: OpenApp, coach_fixture: AppFixture
) -> None:
    async with launch_coach() as person:
        await person.press("P", "v", "n", "n", "escape")
        assert isinstance(person.screen, PlanScreen)
    assert coach_fixture.history.entries(EntryKind.PROFILE) == []


async def test_keys_in_one_go_answer_one_question_each(launch_coach: OpenApp) -> None:
    async with launch_coach() as person:
        await person.press("P", "v")
        await person.type_ahead("n", "y", "n", "backspace")
        assert "question 3" in str(person.screen.query_one("#questions").border_title)
