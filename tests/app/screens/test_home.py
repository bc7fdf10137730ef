"""The start screen: routines in groups, a filter, favourites and a preview."""

import pytest
from app_driver import AppDriver, OpenApp
from app_fixture import AppFixture
from coach_logs import L1

from footcoach_tui.app.app import FootcoachApp
from footcoach_tui.app.launch import Launch
from footcoach_tui.app.screens.check_in import CheckInScreen
from footcoach_tui.app.screens.dialogs import ResumeDialog
from footcoach_tui.app.screens.home import HomeScreen
from footcoach_tui.app.screens.play import PlayScreen
from footcoach_tui.app.widgets.pane_list import PaneList
from footcoach_tui.app.widgets.routine_list import RoutineList
from footcoach_tui.session.record import SetOutcome
from footcoach_tui.session.view import SessionState


def rows(person: AppDriver) -> list[str]:
    """Rows of the list of routines, also those below its end."""
    routines = person.screen.query_one(RoutineList)
    return [str(option.prompt).rstrip() for option in routines.options]


def row(person: AppDriver, title: str) -> str:
    return next(each for each in rows(person) if title in each)


async def select(person: AppDriver, title: str) -> None:
    routines = person.screen.query_one(RoutineList)
    routines.highlighted = next(
        place for place, option in enumerate(routines.options) if title in str(option.prompt)
    )
    await person.settle()


async def test_a_routine_is_one_line_with_its_minutes(launch_coach: OpenApp) -> None:
    async with launch_coach() as person:
        assert row(person, "Daily foot core").split() == ["Daily", "foot", "core", "7", "min"]
    async with launch_coach("", (160, 40)) as person:
        assert row(person, "Wake up").endswith(" 4 min  before a run")
    async with launch_coach("", (80, 24)) as person:
        assert row(person, "Daily foot core").split() == ["Daily", "foot", "core", "7"]


async def test_headings_are_passed_over(launch_coach: OpenApp) -> None:
    async with launch_coach() as person:
        assert rows(person)[0] == "Around a run"
        assert person.screen.query_one(RoutineList).highlighted == 1
        await person.press("j", "j", "j")
        assert rows(person)[4] == "Any day"
        assert person.screen.query_one(RoutineList).highlighted == 5
        await person.press("G", "g")
        assert person.text("#routines").startswith(" Around a run")


async def test_the_last_routines_are_on_top(
    launch_coach: OpenApp, coach_fixture: AppFixture
) -> None:
    coach_fixture.fill_history()
    async with launch_coach() as person:
        assert [each.split("  ")[1].strip() for each in rows(person)[1:4]] == [
            "Wake up the feet",
            "The essential three",
            "Unwind after the run",
        ]
        assert rows(person)[0] == "Recent"


async def test_enter_opens_a_programme_and_then_its_routine(launch_coach: OpenApp) -> None:
    async with launch_coach() as person:
        await select(person, "Foot core ")
        assert "▸ Foot core" in row(person, "Foot core ")
        await person.press("enter")
        assert "▾ Foot core" in row(person, "Foot core ")
        await person.press("j", "enter")
        assert isinstance(person.screen, CheckInScreen)
        assert person.screen._routine.id == L1
        await person.press("q", "k", "enter")
        assert isinstance(person.screen, HomeScreen)
        assert not any("L1: seated" in each for each in rows(person))


async def test_a_programme_shows_what_was_last_done_or_what_it_asks(
    launch_coach: OpenApp, coach_fixture: AppFixture
) -> None:
    coach_fixture.add_session(L1, days=3)
    async with launch_coach() as person:
        assert row(person, "▸ Foot core").endswith("next: L1")
        assert row(person, "▸ Hop economy").endswith("locked")  # no balance, no heel raises yet
        assert row(person, "Hops, next steps").endswith("locked")
        assert row(person, "▸ Achilles heavy").endswith("conditions")  # they are asked
        person.screen.query_one(RoutineList).set_next("gentle-4min")
        assert row(person, "▸ Foot core").endswith("last: L1")


def titles(person: AppDriver) -> list[str]:
    """Titles of the rows, without headings."""
    routines = person.screen.query_one(RoutineList)
    entries = [routines._entries.get(option.id or "") for option in routines.options]
    return [getattr(entry, "title", "") for entry in entries if entry]


async def test_a_slash_filters_the_routines_and_escape_shows_all_again(
    launch_coach: OpenApp,
) -> None:
    async with launch_coach() as person:
        before = titles(person)
        await person.press("slash", *"toe yoga basics")
        assert titles(person) == ["Toe yoga basics"]
        await person.press("down", "j")
        assert person.screen.query_one(RoutineList).has_focus
        await person.press("escape")
        assert titles(person) == before
        await person.press("slash", *"zzz")
        assert titles(person) == []
        assert "Nothing found." in person.text("#no-routines")
        assert not person.screen.query_one("#preview-head").display
        assert person.text("#routine-card").strip() == ""
        await person.press("enter", "escape")
        assert titles(person) == before
        assert person.text("#preview-head").strip()


async def test_in_the_history_a_slash_searches_the_sessions(launch_coach: OpenApp) -> None:
    async with launch_coach() as person:
        before = titles(person)
        await person.press("3", "slash", *"zzz")
        assert titles(person) == before
        assert "Nothing found." in person.text("#no-sessions")
        await person.press("escape")
        assert "No session yet" in person.text("#no-sessions")


async def test_after_a_session_the_cursor_of_the_history_is_on_it(
    launch_coach: OpenApp, coach_fixture: AppFixture
) -> None:
    for days in (3, 2, 1):
        coach_fixture.add_session(L1, days=days)
    async with launch_coach() as person:
        sessions = person.screen.query_one("#sessions", PaneList)
        await person.press("3", "j", "l", "escape")
        assert sessions.highlighted == 1  # no session was added
        await person.press("l")
        coach_fixture.add_session(L1, days=0)
        await person.press("escape")
        assert (sessions.highlighted, sessions.option_count) == (0, 4)
        await person.press("3", "slash", *"zzz", "escape", "j")
        assert sessions.highlighted == 1


async def test_the_pain_of_a_past_session_is_not_cut_on_a_small_screen(
    launch_coach: OpenApp, coach_fixture: AppFixture
) -> None:
    coach_fixture.add_session(L1, days=3, pain=6)
    record = coach_fixture.history.last(1)[0]
    first, *others = record.exercises
    cut = tuple(each._replace(outcome=SetOutcome.CUT) for each in first.sets)
    coach_fixture.history.update(record._replace(exercises=(first._replace(sets=cut), *others)))
    async with launch_coach("", (60, 20)) as person:
        await person.press("3")
        assert "Mon 9 · 18:24 ◐ · pain 6" in person.text("#sessions")


async def test_a_filtered_routine_of_a_programme_is_begun(launch_coach: OpenApp) -> None:
    async with launch_coach() as person:
        await person.press("slash", *"l1: seated", "enter", "enter")
        assert isinstance(person.screen, CheckInScreen)
        assert person.screen._routine.id == L1


async def test_an_asterisk_makes_a_favourite_and_takes_it_back(
    launch_coach: OpenApp, coach_fixture: AppFixture
) -> None:
    async with launch_coach() as person:
        await select(person, "Desk break")
        await person.press("asterisk")
        assert rows(person)[0] == "Favourites"
        assert row(person, "Desk break").startswith("★ Desk break")
        routine = person.screen.query_one(RoutineList).routine
        assert routine is not None
        assert routine.title == "Desk break"
        assert coach_fixture.favourites.file.read_text() == "desk-break-3min\n"
        await person.press("asterisk")
        assert rows(person)[0] == "Around a run"
        assert coach_fixture.favourites.file.read_text() == ""


async def test_favourites_have_an_order_of_ones_own(
    launch_coach: OpenApp, coach_fixture: AppFixture
) -> None:
    async with launch_coach() as person:
        for title in ("Gentle minutes", "Desk break", "Daily foot core"):
            await select(person, title)
            await person.press("asterisk")
        await person.press("K", "K", "K")
        assert [each[2:17].strip() for each in rows(person)[1:4]] == [
            "Daily foot core",
            "Gentle minutes",
            "Desk break",
        ]
        await person.press("J")
        ids = coach_fixture.favourites.file.read_text().split()
        assert ids == ["gentle-4min", "daily-foot-core-7min", "desk-break-3min"]
        await select(person, "Wake up the feet")
        await person.press("J")
        assert coach_fixture.favourites.file.read_text().split() == ids, "no favourite"


async def test_what_is_hidden_is_shown_by_the_filter_and_can_be_taken_back(
    launch_coach: OpenApp, coach_fixture: AppFixture
) -> None:
    async with launch_coach() as person:
        before = rows(person)
        await select(person, "Hop economy")
        await person.press("X")
        await select(person, "Desk break")
        await person.press("X")
        assert not any("Hop economy" in each or "Desk break" in each for each in rows(person))
        assert len(coach_fixture.hidden.ids) == 6
        await person.press("slash", *"hidden desk", "enter")
        assert [each[2:12] for each in rows(person)[1:]] == ["Desk break"]
        await person.press("X", "slash", "escape")
        assert any("Desk break" in each for each in rows(person))
        assert not any("Hop economy" in each for each in rows(person))
        assert len(rows(person)) == len(before) - 1


async def test_a_favourite_that_cannot_be_saved_is_reported(
    launch_coach: OpenApp, coach_fixture: AppFixture
) -> None:
    coach_fixture.favourites.file.mkdir(parents=True)
    async with launch_coach() as person:
        await person.press("asterisk")
        assert person.notifications() == [
            f"{coach_fixture.favourites.file}: is a folder, not a file."
        ]
        assert rows(person)[0] == "Around a run"


async def test_mistakes_in_the_config_are_named_in_the_title(app_fixture: AppFixture) -> None:
    launch = Launch(app_fixture.context(), config_mistakes=2)
    app = FootcoachApp(app_fixture.settings, app_fixture.appearance, launch)
    async with app.run_test(size=(80, 24)) as pilot:
        person = AppDriver(pilot, app_fixture)
        await person.settle()
        assert person.text("#title") == "footcoach · config: 2 mistakes, see footcoach doctor"


async def leave_a_session(person: AppDriver) -> None:
    """Begin the routine that is due, and leave it with its place saved."""
    await person.press("space", "n", "enter")
    await person.wait(3)
    await person.press("q", "q")
    assert isinstance(person.screen, HomeScreen)


@pytest.mark.parametrize("key", ["space", "enter"])
async def test_to_begin_a_routine_anew_that_was_left_is_asked_about(
    launch_coach: OpenApp, key: str
) -> None:
    async with launch_coach() as person:
        await leave_a_session(person)
        await select(person, "The essential three")
        await person.press(key)
        assert isinstance(person.screen, ResumeDialog)
        await person.press("escape")
        assert isinstance(person.screen, HomeScreen)
        await person.press(key, "r")
        assert isinstance(person.screen, PlayScreen)
        assert person.state is SessionState.PAUSED


async def test_a_session_that_was_left_and_is_deleted_begins_anew(launch_coach: OpenApp) -> None:
    async with launch_coach() as person:
        await leave_a_session(person)
        await select(person, "The essential three")
        await person.press("enter", "d")
        assert isinstance(person.screen, CheckInScreen)
        await person.press("q")
        assert "go on with" not in person.text("#today")


async def test_another_routine_begins_without_a_question(launch_coach: OpenApp) -> None:
    async with launch_coach() as person:
        await leave_a_session(person)
        await select(person, "Desk break")
        await person.press("enter")
        assert isinstance(person.screen, CheckInScreen)


async def test_a_click_selects_a_routine_and_the_second_one_opens_it(
    launch_coach: OpenApp,
) -> None:
    async with launch_coach() as person:
        for place, row_number in ((2, 2), (1, 1)):
            await person.pilot.click("#routines", offset=(5, row_number))
            await person.settle()
            assert isinstance(person.screen, HomeScreen)
            assert person.screen.query_one(RoutineList).highlighted == place
        await person.pilot.click("#routines", offset=(5, 1))
        await person.settle()
        assert isinstance(person.screen, CheckInScreen)
