import pytest
from app_driver import OpenApp
from app_fixture import AppFixture

from footcoach_tui.app.screens.history import HistoryScreen
from footcoach_tui.app.screens.play import PlayScreen
from footcoach_tui.app.screens.session_detail import SessionDetailScreen


@pytest.mark.usefixtures("year_of_sessions")
async def test_enter_plays_the_routine_again_for_the_same_occasion(launch_app: OpenApp) -> None:
    async with launch_app() as person:
        await person.press("h", "j", "enter")
        assert "enter Play again" in person.visible_footer()
        await person.press("enter")
        assert isinstance(person.screen, PlayScreen)
        await person.press("space")
        info = person.screen.live_session.info
        assert info
        assert info.context == "after-run"
        await person.wait(200)
        await person.press("escape")
        assert isinstance(person.screen, HistoryScreen)


async def test_a_routine_that_is_gone_is_said(
    launch_app: OpenApp, year_of_sessions: AppFixture
) -> None:
    (newest, *_) = year_of_sessions.history.all()
    year_of_sessions.history.update(newest._replace(routine="gone"))
    async with launch_app() as person:
        await person.press("h", "enter", "enter")
        assert isinstance(person.screen, SessionDetailScreen)
        assert person.notifications() == [
            "The routine of this session is not in the library any more."
        ]


@pytest.mark.parametrize("keys", [("h",), ("h", "enter")])
async def test_the_id_zone_and_device_show_by_a_key(
    launch_app: OpenApp, year_of_sessions: AppFixture, keys: tuple[str, ...]
) -> None:
    newest = year_of_sessions.history.all()[0].id
    async with launch_app(size=(120, 50)) as person:
        await person.press(*keys)
        assert newest not in person.text("#session-card")
        await person.press("i")
        assert newest in person.text("#session-card")
        await person.press("i")
        assert newest not in person.text("#session-card")
