"""A check-in, its list of signs and the dialogs, answered with clicks alone, as with a finger."""

import pytest
from app_driver import AppDriver, OpenApp
from coach_logs import THREE
from textual.screen import Screen

from footcoach_tui.app.screens.check_in import CheckInScreen
from footcoach_tui.app.screens.plan import PlanScreen
from footcoach_tui.app.screens.play import PlayScreen
from footcoach_tui.app.screens.text_dialog import TextDialog
from footcoach_tui.session.view import SessionState


def question(person: AppDriver) -> str:
    return person.text("#question-text").strip()


async def click_line(person: AppDriver, text: str, selector: str = "#question-keys") -> None:
    """Click the first line with a text, at its end."""
    lines = person.text(selector).splitlines()
    row = next(row for row, line in enumerate(lines) if text in line)
    await person.pilot.click(selector, offset=(len(lines[row]) - 1, row))
    await person.settle()


async def click_hint(person: AppDriver, text: str, selector: str) -> None:
    """Click a part of the hint in the frame of a box."""
    box = person.screen.query_one(selector).region
    bottom = person.screen._compositor.render_strips()[box.bottom - 1].text
    await person.pilot.click(offset=(bottom.index(text), box.bottom - 1))
    await person.settle()


@pytest.mark.parametrize(
    ("text", "opened"), [("space Start", CheckInScreen), ("P With a plan", PlanScreen)]
)
async def test_a_line_of_today_is_clicked(
    launch_coach: OpenApp, text: str, opened: type[Screen[object]]
) -> None:
    async with launch_coach() as person:
        await click_line(person, text, "#today")
        assert isinstance(person.screen, opened)


async def test_a_session_is_begun_by_clicks(launch_coach: OpenApp) -> None:
    async with launch_coach(THREE) as person:
        await click_line(person, "yes")
        assert question(person) == "Where?"
        await click_line(person, "heel")
        await click_line(person, "left")
        assert question(person).startswith("How much")
        scores = person.text("#question-keys").splitlines()[0]
        await person.pilot.click("#question-keys", offset=(scores.index("2"), 0))
        await person.settle()
        assert person.text("#asked").strip() == "Left heel: 2 of 10."
        await click_line(person, "no")
        while not isinstance(person.screen, PlayScreen):
            await click_line(person, "start" if "start" in person.text("#question-keys") else "no")
        assert person.state is SessionState.GET_READY


@pytest.mark.parametrize(("column", "score"), [(2, 1), (3, 1), (8, 4), (18, 9), (22, 10), (26, 10)])
async def test_a_score_is_clicked(launch_coach: OpenApp, column: int, score: int) -> None:
    async with launch_coach(THREE) as person:
        await person.press("y", "h", "l")
        await person.pilot.click("#question-keys", offset=(column, 0))
        await person.settle()
        assert isinstance(person.screen, CheckInScreen)
        flow = person.screen._flow
        assert flow
        assert [sore.score for sore in flow.check_in.sore or ()] == [score]


async def test_between_the_scores_and_beside_the_answers_a_click_does_nothing(
    launch_coach: OpenApp,
) -> None:
    async with launch_coach(THREE) as person:
        await person.press("y", "h", "l")
        before = question(person)
        for offset in ((20, 0), (3, 1)):
            await person.pilot.click("#question-keys", offset=offset)
            await person.settle()
            assert question(person) == before


async def test_a_sign_is_marked_by_a_click_and_confirmed_by_the_next(launch_coach: OpenApp) -> None:
    async with launch_coach(THREE) as person:
        await person.press("y", "h", "l", "7", "n")
        assert isinstance(person.screen, CheckInScreen)
        lines = person.text("#question-keys").splitlines()
        first = next(row for row, line in enumerate(lines) if line.split()[0] == "1")
        await person.pilot.click("#question-keys", offset=(9, first))
        await person.settle()
        second = next(row for row, line in enumerate(lines) if line.split()[0] == "2")
        await person.pilot.click("#question-keys", offset=(9, second))  # not number twelve
        await person.settle()
        marked = [line for line in person.text("#question-keys").splitlines() if "▶" in line]
        assert [line.split()[1] for line in marked] == ["2"]
        before = question(person)
        await person.pilot.click("#question-keys", offset=(9, second))
        await person.settle()
        assert question(person) != before


async def test_the_keys_in_a_frame_are_clicked(launch_coach: OpenApp) -> None:
    async with launch_coach(THREE) as person:
        await person.press("y")
        await click_hint(person, "backspace", "#questions")
        assert question(person).startswith("Sore anywhere")
        await click_hint(person, "leave", "#questions")
        assert not isinstance(person.screen, CheckInScreen)


async def test_a_text_is_closed_by_a_click_on_its_key(launch_app: OpenApp) -> None:
    async with launch_app() as person:
        await person.press("question_mark")
        assert isinstance(person.screen, TextDialog)
        await click_hint(person, "esc back", "#card-box")
        assert not isinstance(person.screen, TextDialog)
