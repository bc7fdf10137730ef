"""The key "this hurts" in a session, and the questions after it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from app_driver import AppDriver, OpenApp
from app_fixture import AppFixture
from check_in_rules import RULES

from footcoach_tui.app.screens.dialogs import HurtDialog
from footcoach_tui.app.screens.flag_dialog import FlagListDialog, FlagScreen
from footcoach_tui.app.screens.play import PlayScreen
from footcoach_tui.app.screens.summary import SummaryScreen
from footcoach_tui.session.view import SessionState

EASE = "Ease it: smaller, slower, or with a hand on the wall."
FLAGS = tuple(RULES.flags.values())
FIRST_SOON = next(n for n, flag in enumerate(FLAGS, 1) if flag.urgency == "soon")


@pytest.fixture
def flags(app_fixture: AppFixture) -> None:
    """The red flags and the sites of the bundled files."""
    app_fixture.catalogue = replace(app_fixture.catalogue, flags=FLAGS)
    app_fixture.rules = RULES


@pytest.fixture
def open_session(launch_app: OpenApp, app_fixture: AppFixture, flags: None) -> OpenApp:  # noqa: ARG001 - set first
    """Open the app in a session that was just started, without a check-in."""

    @asynccontextmanager
    async def start() -> AsyncIterator[AppDriver]:
        async with launch_app() as person:
            routine = app_fixture.catalogue.routines["test-routine"]
            person.app.push_screen(PlayScreen(app_fixture.context(), routine))
            await person.settle()
            await person.press("space")
            yield person

    return start


async def test_the_key_pauses_and_asks(open_session: OpenApp) -> None:
    async with open_session() as person:
        await person.wait(12)
        before = person.view
        await person.press("H")
        assert isinstance(person.screen, HurtDialog)
        await person.wait(60)
        await person.press("escape")
        assert person.view.remaining == before.remaining
        assert person.state is SessionState.COUNT_IN


@pytest.mark.parametrize("key", ["0", "2"])
async def test_0_to_2_goes_on(open_session: OpenApp, key: str) -> None:
    async with open_session() as person:
        await person.wait(12)
        await person.press("H", key)
        assert person.state is SessionState.COUNT_IN
        assert EASE not in person.notifications()


async def test_3_to_5_eases_and_goes_on(open_session: OpenApp) -> None:
    async with open_session() as person:
        await person.wait(12)
        await person.press("H", "4")
        assert person.state is SessionState.COUNT_IN
        assert EASE in person.notifications()


async def test_a_paused_session_stays_paused(open_session: OpenApp) -> None:
    async with open_session() as person:
        await person.wait(12)
        await person.press("space", "H", "4")
        assert person.state is SessionState.PAUSED


@pytest.mark.parametrize("key", ["6", "x", "exclamation_mark"])
async def test_6_or_sharp_ends_the_step_and_asks_the_list(open_session: OpenApp, key: str) -> None:
    async with open_session() as person:
        await person.wait(12)
        await person.press("H", key)
        assert isinstance(person.screen, FlagListDialog)
        assert person.text("#lead").endswith("better stop here for today.")
        assert person.notifications() == [], "nothing covers the list"
        await person.press("n")
        assert person.state is SessionState.PAUSED
        assert person.view.segment.step == 1
        (advice,) = person.notifications()
        assert advice.startswith("Sharp" if key == "exclamation_mark" else "Above 5 of 10")


async def test_an_earlier_advice_does_not_cover_the_dialog(open_session: OpenApp) -> None:
    async with open_session() as person:
        await person.wait(12)
        await person.press("H", "4")
        assert person.notifications() == [EASE]
        await person.press("H")
        assert person.notifications() == []


async def test_the_answers_are_kept(open_session: OpenApp, app_fixture: AppFixture) -> None:
    async with open_session() as person:
        await person.wait(12)
        await person.press("H", "3", "H", "exclamation_mark", "n", "q", "s", "3", "0")
    (record,) = app_fixture.history.all()
    assert record.after == {
        "sore": [],
        "hurt": [{"step": 1, "score": 3}, {"step": 1, "score": 5, "sharp": True}],
        "flags": [],
    }
    assert record.pain == 5


async def test_undo_takes_it_back(open_session: OpenApp, app_fixture: AppFixture) -> None:
    async with open_session() as person:
        await person.wait(12)
        await person.press("H", "7", "escape", "u", "q", "s")
    assert app_fixture.history.all()[0].after is None


async def test_a_grave_flag_ends_the_session_and_is_shown_alone(
    open_session: OpenApp, app_fixture: AppFixture
) -> None:
    async with open_session() as person:
        await person.wait(12)
        await person.press("H", "7", "1", "enter")
        assert isinstance(person.screen, FlagScreen)
        assert person.text("#card-text").split() == FLAGS[0].advice.split()
        await person.press("question_mark", "exclamation_mark")
        assert isinstance(person.screen, FlagScreen), "no keys but back"
        await person.press("escape")
        assert not isinstance(person.screen, PlayScreen | SummaryScreen)
    (record,) = app_fixture.history.all()
    assert record.after == {"hurt": [{"step": 1, "score": 7}], "flags": [FLAGS[0].id]}


async def test_another_flag_is_shown_and_the_session_stays(open_session: OpenApp) -> None:
    async with open_session() as person:
        await person.wait(12)
        await person.press("H", "7", *str(FIRST_SOON), "enter")
        assert isinstance(person.screen, FlagScreen)
        assert person.notifications() == [], "nothing covers the sign"
        await person.press("escape")
        assert person.state is SessionState.PAUSED
        assert len(person.notifications()) == 1


async def test_in_the_last_step_the_list_comes_before_the_questions(
    open_session: OpenApp, app_fixture: AppFixture
) -> None:
    async with open_session() as person:
        await person.press("n", "n")
        await person.wait(12)
        await person.press("H", "8")
        assert isinstance(person.screen, FlagListDialog)
        assert person.screen._lead == "Above 5 of 10: better stop here for today."
        await person.press("n")
        assert "How hard" in person.text("#ask-effort")
    assert app_fixture.history.all()[0].after == {"hurt": [{"step": 3, "score": 8}], "flags": []}


async def test_after_it_where_is_asked_and_said(
    open_session: OpenApp, app_fixture: AppFixture
) -> None:
    async with open_session() as person:
        await person.wait(12)
        await person.press("q", "s", "3", "4")
        assert "Where?" in person.text("#ask-where")
        await person.press("a", "c", "l", "enter")
        assert "left Achilles (cord) 4 of 10" in person.text("#places")
        assert "settles by the morning" in " ".join(person.text("#advice").split())
        await person.press("enter")
    (record,) = app_fixture.history.all()
    assert record.after == {"sore": [{"site": "achilles-cord", "side": "left", "score": 4}]}


async def test_above_5_asks_the_list_after_it(
    open_session: OpenApp, app_fixture: AppFixture
) -> None:
    async with open_session() as person:
        await person.wait(12)
        await person.press("q", "s", "3", "7", "enter")
        assert isinstance(person.screen, FlagListDialog)
        await person.press("1", "enter")
        assert isinstance(person.screen, FlagScreen)
    (record,) = app_fixture.history.all()
    assert record.after == {"flags": [FLAGS[0].id]}
    assert record.pain == 7


async def test_a_list_that_is_not_answered_is_not_kept(
    open_session: OpenApp, app_fixture: AppFixture
) -> None:
    async with open_session() as person:
        await person.wait(12)
        await person.press("q", "s", "3", "7", "enter", "escape")
        assert isinstance(person.screen, SummaryScreen)
        assert person.text("#ask-note").startswith("▶ A note?")
    assert app_fixture.history.all()[0].after is None


async def test_the_key_and_that_of_done_stay_at_the_foot_of_a_small_screen(
    launch_app: OpenApp, app_fixture: AppFixture
) -> None:
    async with launch_app("", (60, 20)) as person:
        routine = app_fixture.catalogue.routines["test-routine"]
        person.app.push_screen(PlayScreen(app_fixture.context(), routine))
        await person.settle()
        await person.press("space")
        footer = person.visible_footer()
        assert "H Hurts" in footer
        assert "enter Skip" in footer
