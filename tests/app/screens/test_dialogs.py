"""Dialogs: enter and the mouse, and answers that come twice."""

from collections.abc import Callable
from typing import Any

import pytest
from app_driver import AppDriver, OpenApp
from app_fixture import AppFixture
from textual.content import Content
from textual.screen import Screen

from footcoach_tui.app.screens.dialogs import (
    ConfirmDialog,
    HurtDialog,
    LeaveChoice,
    LeaveDialog,
    PauseDialog,
)
from footcoach_tui.app.screens.flag_dialog import FlagListDialog
from footcoach_tui.app.screens.number_dialog import NumberDialog
from footcoach_tui.app.screens.question_dialog import AnswerLine
from footcoach_tui.app.screens.text_dialog import TextDialog
from footcoach_tui.coach.answers.plan_choice import PauseReason
from footcoach_tui.session.commands import SHARP, Hurt


def confirm() -> ConfirmDialog:
    return ConfirmDialog("Delete it?", "A session", "delete it", "keep it")


def open_dialog(person: AppDriver, dialog: Screen[Any]) -> list[object]:
    """Open a dialog, and return the list that its answers go to."""
    answers: list[object] = []
    person.app.push_screen(dialog, answers.append)
    return answers


@pytest.mark.parametrize(
    ("make", "answer"),
    [(confirm, False), (LeaveDialog, LeaveChoice.STAY), (PauseDialog, None)],
)
async def test_enter_gives_the_answer_that_ends_nothing_and_is_shown(
    launch_app: OpenApp, make: Callable[[], Screen[Any]], answer: object
) -> None:
    async with launch_app() as person:
        answers = open_dialog(person, make())
        await person.settle()
        last = person.screen.query(AnswerLine).last()
        assert last.render_line(0).text.split()[:2] == ["enter", "esc"]
        await person.press("enter")
        assert answers == [answer]


@pytest.mark.parametrize(
    ("make", "line", "column", "answer"),
    [
        (confirm, 0, 20, True),
        (confirm, 1, 20, False),
        (LeaveDialog, 1, 14, LeaveChoice.FINISH),
        (PauseDialog, 2, 12, PauseReason.HURT),
        (lambda: HurtDialog("Squat"), 0, 8, Hurt(2)),
        (lambda: HurtDialog("Squat"), 0, 4, Hurt(0)),
        (lambda: HurtDialog("Squat"), 2, 8, Hurt(10)),
        (lambda: HurtDialog("Squat"), 1, 14, Hurt(4)),
        (lambda: HurtDialog("Squat"), 3, 14, SHARP),
        (lambda: HurtDialog("Squat"), 4, 14, None),
    ],
)
async def test_each_line_can_be_clicked(
    launch_app: OpenApp,
    make: Callable[[], Screen[Any]],
    line: int,
    column: int,
    answer: object,
) -> None:
    async with launch_app() as person:
        answers = open_dialog(person, make())
        await person.settle()
        await person.pilot.click(person.screen.query(AnswerLine)[line], offset=(column, 0))
        assert answers == [answer]


async def test_a_sign_is_marked_by_a_click_and_chosen_by_the_next(
    launch_app: OpenApp, app_fixture: AppFixture
) -> None:
    del app_fixture
    async with launch_app() as person:
        launch = person.app.launch  # type: ignore[attr-defined] # an app of ours
        answers = open_dialog(person, FlagListDialog(launch.app_context.catalogue.flags))
        await person.settle()
        last = person.screen.query("#answer-0, #answer-1, #answer-2").last()
        await person.pilot.click(last)
        assert answers == []
        await person.pilot.click(last)
        assert len(answers) == 1


@pytest.mark.parametrize("make", [confirm, lambda: NumberDialog("How many?", 9)])
async def test_a_dialog_answers_once(launch_app: OpenApp, make: Callable[[], Screen[Any]]) -> None:
    async with launch_app() as person:
        dialog = make()
        answers = open_dialog(person, dialog)
        await person.settle()
        dialog.dismiss(1)
        dialog.dismiss(2)
        await person.settle()
        assert answers == [1]
        assert len(person.app.screen_stack) == 2


async def test_a_screen_that_ends_takes_those_above_it_along(launch_app: OpenApp) -> None:
    async with launch_app() as person:
        home = person.screen
        below = TextDialog(Content("below"))
        answers = open_dialog(person, below)
        await person.settle()
        await person.press("exclamation_mark")
        above = person.screen
        below.dismiss(None)
        await person.settle()
        assert person.screen is home
        assert above not in person.app.screen_stack
        assert answers == [None]


async def test_what_a_thread_brings_to_a_screen_that_has_gone_is_dropped(
    launch_app: OpenApp,
) -> None:
    async with launch_app() as person:
        await person.press("h")
        history = person.screen
        await person.press("escape")
        brought: list[int] = []
        history.call_from_thread(brought.append, 1)  # type: ignore[attr-defined]
        history.call_when_drawn(brought.append, 2)  # type: ignore[attr-defined]
        await person.settle()
        assert brought == []


@pytest.mark.parametrize("make", [confirm, PauseDialog, LeaveDialog])
async def test_a_dialog_stands_in_the_middle(
    launch_app: OpenApp, make: Callable[[], Screen[Any]]
) -> None:
    async with launch_app() as person:
        open_dialog(person, make())
        await person.settle()
        box, screen = person.screen.query_one("#card-box").region, person.screen.region
        assert abs(box.x - (screen.right - box.right)) <= 1
        assert abs(box.y - (screen.bottom - box.bottom)) <= 1
        assert box.x > 0


async def test_a_dialog_has_no_message_over_it_but_warnings(launch_app: OpenApp) -> None:
    async with launch_app() as person:
        person.app.notify("Saved.")
        person.app.notify("Not saved.", severity="warning")
        await person.settle()
        open_dialog(person, confirm())
        await person.settle()
        assert [each.message for each in person.app._notifications] == ["Not saved."]
