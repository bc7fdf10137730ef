import pytest
from app_driver import OpenApp
from app_fixture import AppFixture
from past_sessions import listed_days

from footcoach_tui.app.screens import session_browse
from footcoach_tui.app.screens.dialogs import ConfirmDialog
from footcoach_tui.app.screens.edit_dialog import EditDialog
from footcoach_tui.app.screens.history import HistoryScreen
from footcoach_tui.app.screens.home import HomeScreen
from footcoach_tui.app.widgets.session_browser import SessionList

SMALL = (80, 24)


async def test_an_edit_is_kept_and_undo_leaves_the_history_as_it_was(
    launch_app: OpenApp, year_of_sessions: AppFixture
) -> None:
    before = year_of_sessions.history.all()
    async with launch_app() as person:
        await person.press("h", "e")
        await person.press("5", "tab", "2", "tab", "tab", *"ok [/b]", "enter")
        (newest, *others) = year_of_sessions.history.all()
        assert (newest.effort, newest.pain, newest.note) == (5, 2, "ok [/b]")
        assert newest.exercises == before[0].exercises
        assert others == list(before[1:])
        assert "ok [/b]" in person.text("#session-card")
        await person.press("u")
        assert "ok [/b]" not in person.text("#session-card")
    assert year_of_sessions.history.all() == before


async def test_a_session_can_be_moved_to_another_day_and_back(
    launch_app: OpenApp, year_of_sessions: AppFixture
) -> None:
    before = year_of_sessions.history.all()
    async with launch_app(size=SMALL) as person:
        await person.press("h", "enter", "e", "shift+tab")
        await person.press(*"2026-02-28 21:15", "enter")
        assert "Saturday 2026-02-28 21:15" in person.text("#session-card")
        await person.press("escape")
        assert listed_days(person)[:2] == ["2026-03-09", "2026-02-28"]
        await person.press("u")
        assert listed_days(person)[0] == "2026-03-12"
    assert year_of_sessions.history.all() == before


async def test_what_cannot_be_is_told_and_nothing_changed(
    launch_app: OpenApp, year_of_sessions: AppFixture
) -> None:
    before = year_of_sessions.history.all()
    async with launch_app(size=SMALL) as person:
        await person.press("h", "e", "1", "1", "enter")
        assert "“11” is not a score" in person.text("#form-message")
        await person.press("2", "shift+tab", *"2027-01-01 10:00", "enter")
        assert "in the future" in person.text("#form-message")
        await person.press("escape", "a", "escape", "a", "enter", "escape")
        assert isinstance(person.screen, HistoryScreen)
    assert year_of_sessions.history.all() == before


async def test_deleting_is_asked_once_and_undone(
    launch_app: OpenApp, year_of_sessions: AppFixture
) -> None:
    before = year_of_sessions.history.all()
    async with launch_app(size=SMALL) as person:
        await person.press("h", "d", "escape")
        await person.press("d", "enter")
        assert year_of_sessions.history.all() == before
        await person.press("d", "y")
        assert year_of_sessions.history.all() == before[1:]
        assert (len(listed_days(person)), person.text("#heading")) == (4, "4 sessions")
        await person.press("u")
        assert person.text("#heading") == "5 sessions"
    assert year_of_sessions.history.all() == before


async def test_a_session_deleted_where_it_is_opened_is_put_away(
    launch_app: OpenApp, year_of_sessions: AppFixture
) -> None:
    async with launch_app() as person:
        await person.press("3", "enter", "d", "y")
        assert isinstance(person.screen, HomeScreen)
        assert "Thu 12 Mar" not in person.text("#sessions")
    assert len(year_of_sessions.history.all()) == 4


async def test_undoing_what_was_not_done_by_hand_just_now_is_asked_first(
    launch_app: OpenApp, year_of_sessions: AppFixture
) -> None:
    async with launch_app(size=SMALL) as person:
        await person.press("h", "u")
        assert isinstance(person.screen, ConfirmDialog)
        await person.press("escape")
        assert len(year_of_sessions.history.all()) == 5
        await person.press("u", "y")
        assert len(year_of_sessions.history.all()) == 4


async def test_changes_are_undone_one_after_the_other(
    launch_app: OpenApp, year_of_sessions: AppFixture
) -> None:
    before = year_of_sessions.history.all()
    async with launch_app(size=SMALL) as person:
        await person.press("h", "e", "7", "enter")
        await person.press("e", "tab", "1", "enter")
        await person.press("d", "y")
        assert len(year_of_sessions.history.all()) == 4
        await person.press("u", "u")
        assert [record.effort for record in year_of_sessions.history.last(1)] == [7]
        await person.press("u")
    assert year_of_sessions.history.all() == before


async def test_one_done_elsewhere_is_added(
    launch_app: OpenApp, year_of_sessions: AppFixture
) -> None:
    async with launch_app(size=SMALL) as person:
        await person.press("h", "a", "enter")
        assert isinstance(person.screen, EditDialog)
        await person.press(*"yesterday 18:30", "tab", "6", "tab", "1", "tab", "tab", *"at the gym")
        await person.press("enter")
        assert listed_days(person)[1] == "2026-03-11"
        selected = person.screen.query_one(SessionList).selected
        assert selected
        assert selected.note == "at the gym"
    added = year_of_sessions.history.all()[1]
    assert f"{added.started:%H:%M}" == "18:30"
    assert (added.effort, added.pain, added.note) == (6, 1, "at the gym")
    assert (added.origin.value, added.context, added.is_partial) == ("logged", "daily", False)


async def test_an_old_session_that_is_added_during_a_search_is_shown_in_the_whole_list(
    launch_app: OpenApp, year_of_sessions: AppFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session_browse, "PAGE_SIZE", 2)
    async with launch_app() as person:
        await person.press("h", "p", "a", "enter")
        await person.press(*"2026-01-05 18:30", "enter")
        assert len(year_of_sessions.history.all()) == 6
        assert "2026-01-05" in person.text("#session-card")
        assert not person.screen.query_one("QueryInput").display
