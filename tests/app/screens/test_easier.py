"""An easier exercise in place of a step, before the start: for today or from now on."""

from app_driver import AppDriver, OpenApp
from app_fixture import AppFixture

from footcoach_tui.app.screens.easier_dialog import EasierDialog
from footcoach_tui.app.screens.play import PlayScreen
from footcoach_tui.session.view import SessionState

THREE = "rw-essential-three"


async def open_steps(person: AppDriver) -> None:
    await person.press("n", "d", "1")
    assert person.state is SessionState.READY


def played(person: AppDriver) -> list[str]:
    assert isinstance(person.screen, PlayScreen)
    return [step.exercise.id for step in person.screen.live_session.routine.steps]


async def test_a_step_is_swapped_for_today_and_the_record_keeps_it(
    launch_coach: OpenApp, coach_fixture: AppFixture
) -> None:
    async with launch_coach(THREE) as person:
        await open_steps(person)
        assert played(person)[0] == "bear-squat-to-down-dog"
        await person.press("s")
        await person.settle()
        assert isinstance(person.screen, EasierDialog)
        await person.press("enter")
        assert played(person)[0] == "toe-tuck-sit"
        assert "instead (you chose it)" in " ".join(person.text("#ready-text").split())
        await person.press("space")
        assert isinstance(person.screen, PlayScreen)
        assert person.screen.live_session.info
        checkin = person.screen.live_session.info.checkin or {}
        assert [each["rules"] for each in checkin["changes"]] == [["own"]]
        assert not coach_fixture.own_swaps.file.exists()


async def test_a_step_is_swapped_from_now_on_and_back(
    launch_coach: OpenApp, coach_fixture: AppFixture
) -> None:
    async with launch_coach(THREE) as person:
        await open_steps(person)
        await person.press("s")
        await person.settle()
        await person.press("j", "enter")
        await person.settle()
        assert played(person)[0] == "toe-tuck-sit"
    assert coach_fixture.own_swaps.file.read_text() == (
        f"{THREE} bear-squat-to-down-dog toe-tuck-sit\n"
    )
    async with launch_coach(THREE) as person:
        await open_steps(person)
        assert played(person)[0] == "toe-tuck-sit"
        await person.press("s")
        await person.settle()
        await person.press("G", "enter")
        await person.settle()
    assert coach_fixture.own_swaps.file.read_text() == ""


async def test_a_step_without_an_easier_one_says_so(launch_coach: OpenApp) -> None:
    async with launch_coach(THREE) as person:
        await open_steps(person)
        await person.press("j", "s")
        await person.settle()
        assert isinstance(person.screen, PlayScreen)
        assert "Ball roll has no easier exercise today" in person.notifications()[0]
