from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from app_driver import AppDriver, OpenApp
from app_fixture import NOW, AppFixture
from past_sessions import add_session, listed_days
from textual.widgets import Input

from footcoach_tui.app.screens import session_browse
from footcoach_tui.app.screens.history import HistoryScreen
from footcoach_tui.app.screens.home import HomeScreen
from footcoach_tui.app.screens.session_detail import SessionDetailScreen
from footcoach_tui.app.widgets.calendar_view import CalendarView
from footcoach_tui.app.widgets.label import TextLabel
from footcoach_tui.app.widgets.pane import Pane

SMALL = (80, 24)
HOSTILE = "[/b] [@click=app.quit]x[/] [$primary]"


def lines_written(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    written: list[object] = []
    monkeypatch.setattr(TextLabel, "update", lambda line, *_, **__: written.append(line))
    monkeypatch.setattr(CalendarView, "refresh", lambda view, *_, **__: written.append(view))
    return written


async def test_an_empty_history_says_so_kindly_and_nothing_can_be_changed(
    launch_app: OpenApp,
) -> None:
    async with launch_app(size=SMALL) as person:
        await person.press("h")
        assert "No session yet. Your first will appear here" in person.text("#heading")
        await person.press("e", "d", "enter", "p", "p")
        assert isinstance(person.screen, HistoryScreen)
        await person.press("u")
        assert person.notifications() == ["There is nothing to undo."]
        await person.press("t")
        assert "No session yet. Trends start" in person.text("#trend-words")
        await person.press("escape", "escape")
        assert isinstance(person.screen, HomeScreen)


@pytest.mark.usefixtures("year_of_sessions")
async def test_the_last_time_the_left_foot_hurt_is_seven_keys_away(launch_app: OpenApp) -> None:
    async with launch_app(size=SMALL) as person:
        await person.press("h", "p", "slash", *"left")
        assert listed_days(person) == ["2026-02-20"]
        assert "Fri 20 07:00" in person.text("#sessions")
        assert person.screen.query_one("#find", Input).value == "pain>0 left"


@pytest.mark.usefixtures("year_of_sessions")
async def test_pain_alone_is_a_key_and_the_same_key_shows_all_again(launch_app: OpenApp) -> None:
    async with launch_app() as person:
        await person.press("h", "p")
        assert listed_days(person) == ["2026-02-20", "2025-12-31"]
        assert "left arch, sore" in person.text("#session-card")
        await person.press("p")
        assert len(listed_days(person)) == 5
        assert not person.screen.query_one("QueryInput").display


@pytest.mark.usefixtures("year_of_sessions")
async def test_what_is_found_shows_as_one_types_and_escape_brings_all_back(
    launch_app: OpenApp,
) -> None:
    async with launch_app(size=SMALL) as person:
        await person.press("h", "slash", *"context:aft")
        assert (listed_days(person), person.text("#heading")) == (["2026-03-09"], "1 found")
        await person.press(*"x")
        assert (listed_days(person), person.text("#heading")) == ([], "nothing found")
        await person.press("escape")
        assert (len(listed_days(person)), person.text("#heading")) == (5, "5 sessions")
        assert isinstance(person.screen, HistoryScreen)


@pytest.mark.usefixtures("year_of_sessions")
async def test_a_mistake_is_told_below_the_line_and_the_list_stays(launch_app: OpenApp) -> None:
    async with launch_app(size=SMALL) as person:
        await person.press("h", "slash", *"pain>", "3")
        assert listed_days(person) == ["2025-12-31"]
        await person.press(*"x")
        assert "needs a number" in person.text("#find-hint")
        assert listed_days(person) == ["2025-12-31"]
        await person.press("enter")
        assert isinstance(person.screen.focused, Input)


@pytest.mark.usefixtures("year_of_sessions")
async def test_tab_completes_the_word(launch_app: OpenApp) -> None:
    async with launch_app(size=SMALL) as person:
        await person.press("h", "slash", *"exer", "tab")
        assert person.screen.query_one("#find", Input).value == "exercise:"
        assert "exercise:arch-lift  exercise:ball-roll" in person.text("#find-hint")
        await person.press(*"bala", "tab")
        assert person.screen.query_one("#find", Input).value == "exercise:balance"
        assert len(listed_days(person)) == 5


@pytest.mark.usefixtures("year_of_sessions")
async def test_the_calendar_is_walked_by_day_and_week_over_the_end_of_a_year(
    launch_app: OpenApp,
) -> None:
    async with launch_app(size=SMALL) as person:
        await person.press("h", "G", "k", "tab", "k")
        assert person.text("#heading").startswith("Wed 31 Dec 2025: 1 session")
        assert listed_days(person) == ["2025-12-31"]
        await person.press("right")
        assert person.text("#heading") == "Wed 7 Jan 2026: no session"
        assert listed_days(person) == []
        await person.press("left", "j")
        assert listed_days(person) == ["2026-01-01"]
        await person.press("enter", "enter")
        assert isinstance(person.screen, SessionDetailScreen)
        assert "2026-01-01" in person.text("#session-card")


async def test_the_calendar_ends_today_and_where_it_began(
    launch_app: OpenApp, year_of_sessions: AppFixture
) -> None:
    add_session(year_of_sessions, at=datetime(2023, 5, 4, 7, 0, tzinfo=UTC))
    async with launch_app(size=SMALL) as person:
        await person.press("h", "tab", "right", "j")
        calendar = person.screen.query_one(CalendarView)
        assert calendar.day == NOW.date()
        await person.press("g")
        assert calendar.day.isoformat() == "2023-05-01"
        assert "May" in person.text("#calendar")
        await person.press("left", "k", "j", "j", "j")
        assert listed_days(person) == ["2023-05-04"]


async def test_how_much_was_done_is_told_by_shape_and_today_is_marked(
    launch_app: OpenApp, app_fixture: AppFixture
) -> None:
    for _ in range(8):
        add_session(app_fixture, days=1)
    add_session(app_fixture)
    async with launch_app(size=SMALL) as person:
        await person.press("h")
        rows = person.text("#calendar").splitlines()
        assert rows[3].rstrip().endswith("█")  # Wednesday: 8 times 2:50
        assert rows[4].rstrip().endswith("▂◂")  # Thursday, today
        assert rows[5].rstrip().endswith("·")  # Friday of the week before


async def test_a_day_of_strong_pain_has_a_mark_and_the_colour_of_errors(
    launch_app: OpenApp, app_fixture: AppFixture
) -> None:
    add_session(app_fixture, days=1, pain=6)
    add_session(app_fixture, days=1, pain=2)
    add_session(app_fixture, days=2, pain=5)
    async with launch_app(size=SMALL) as person:
        await person.press("h")
        calendar = person.screen.query_one(CalendarView)
        rows = person.text("#calendar").splitlines()
        assert (rows[2].rstrip()[-1], rows[3].rstrip()[-2:]) == ("▂", "▄!")  # Tuesday, Wednesday
        error = calendar.get_component_rich_style("calendar--pain").color
        (mark,) = (segment for segment in calendar.render_line(3) if segment.text == "!")
        assert mark.style
        assert mark.style.color == error
        await person.press("2")
        calendar.go_to(NOW.date() - timedelta(days=1))
        await person.press("k", "j")
        assert person.text("#heading") == "Wed 11 Mar 2026: 2 sessions, 6 min, pain 6"


@pytest.mark.usefixtures("year_of_sessions")
async def test_the_calendar_follows_the_list(launch_app: OpenApp) -> None:
    async with launch_app(size=SMALL) as person:
        await person.press("h", "j")
        assert person.screen.query_one(CalendarView).day.isoformat() == "2026-03-09"


@pytest.mark.usefixtures("year_of_sessions")
async def test_a_session_is_opened_to_its_sets_planned_against_done_left_beside_right(
    launch_app: OpenApp,
) -> None:
    async with launch_app(size=SMALL) as person:
        await person.press("h", "enter")
        card = person.text("#session-card")
        (row,) = [line for line in card.splitlines() if "12/30 s" in line]
        assert row.index("1/2 reps · 12/30 s") < row.index("2 reps · 30 s")
        await person.press("escape")
        assert isinstance(person.screen, HistoryScreen)


async def test_a_damaged_month_is_named_and_the_others_show(
    launch_app: OpenApp, year_of_sessions: AppFixture
) -> None:
    (month,) = year_of_sessions.folder.glob("history/*/2026-02.json")
    month.write_text("nonsense", encoding="utf-8")
    async with launch_app(size=SMALL) as person:
        await person.press("h")
        assert "2026-02.json" in person.text("#problems").replace("\n", "")
        assert listed_days(person) == ["2026-03-12", "2026-03-09", "2026-01-01", "2025-12-31"]


@pytest.mark.usefixtures("year_of_sessions")
async def test_trends_tell_left_and_right_apart_and_totals_are_added_up(
    launch_app: OpenApp,
) -> None:
    async with launch_app() as person:
        await person.press("h", "t")
        assert "sessions" in person.text("#totals")
        rows = [line.split() for line in person.text("#totals").splitlines()]
        assert ["sessions", "2", "3", "5"] in rows
        names = person.text("#done-exercises")
        assert names.index("Arch Lift") < names.index("Ball Roll")
        await person.press("j", "j")
        assert "Ball Roll" in person.text("#trend-words")
        plot = person.text("#plot")
        assert "◀" in plot
        assert "▶" in plot
        await person.press("q")
        assert isinstance(person.screen, HistoryScreen)


@pytest.mark.usefixtures("year_of_sessions")
async def test_in_the_pane_of_the_main_screen_the_same_language_finds(launch_app: OpenApp) -> None:
    async with launch_app() as person:
        await person.press("3", "slash", *"pain>0 -left")
        assert "31 Dec 2025" in person.text("#sessions")
        assert "20 Feb" not in person.text("#sessions")
        await person.press(*" side:up")
        assert "is not a side" in person.text("#find-hint").replace("\n", " ")


async def test_a_note_is_only_text(launch_app: OpenApp, app_fixture: AppFixture) -> None:
    add_session(app_fixture, note=HOSTILE, pain=2, context=HOSTILE)
    async with launch_app() as person:
        await person.press("h", "p")
        assert HOSTILE[:3] in person.text("#sessions")
        assert HOSTILE in person.text("#session-card")
        await person.press("d")
        await person.press("escape", "e", "escape", "enter")
        assert HOSTILE in person.text("#session-card")


@pytest.mark.usefixtures("year_of_sessions")
async def test_nothing_is_written_while_nothing_changes(
    launch_app: OpenApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with launch_app(size=SMALL) as person:
        await person.press("h")
        screen = person.screen
        assert isinstance(screen, HistoryScreen)
        written = lines_written(monkeypatch)
        screen.reload()
        await person.settle()
        assert written == []
        await person.press("j")
        assert written  # the spies do see what is written


@pytest.mark.parametrize("size", [(60, 20), (20, 6)])
@pytest.mark.usefixtures("year_of_sessions")
async def test_it_can_be_used_at_any_size(launch_app: OpenApp, size: tuple[int, int]) -> None:
    async with launch_app(size=size) as person:
        await person.press("h", "p", "tab", "left", "tab", "escape", "t", "j", "escape", "enter")
        assert isinstance(person.screen, SessionDetailScreen)
        assert "Test routine" in person.text("#session-card")


@pytest.mark.usefixtures("year_of_sessions")
async def test_where_there_is_little_room_one_thing_shows_at_a_time(launch_app: OpenApp) -> None:
    def shown(person: AppDriver) -> Iterator[str]:
        for name in ("calendar", "sessions", "opened"):
            widget = person.screen.query_one(f"#{name}")
            if widget.display and widget.size.height:
                yield name

    async with launch_app(size=(60, 14)) as person:
        await person.press("h")
        assert list(shown(person)) == ["sessions"]
        await person.press("tab")
        assert "calendar" in list(shown(person))
        await person.pilot.resize_terminal(120, 36)
        await person.settle()
        assert list(shown(person)) == ["calendar", "sessions", "opened"]


@pytest.mark.usefixtures("year_of_sessions")
async def test_the_pane_with_the_focus_is_marked_by_its_frame_or_by_a_tab(
    launch_app: OpenApp,
) -> None:
    def framed(person: AppDriver) -> list[str | None]:
        return [pane.id for pane in person.screen.query(Pane) if pane._is_active]

    async with launch_app(size=(120, 36)) as person:
        await person.press("h")
        assert framed(person) == ["sessions-pane"]
        await person.press("3")
        assert framed(person) == ["opened-pane"]
        await person.press("2")
        assert framed(person) == ["overview-pane"]
        await person.pilot.resize_terminal(*SMALL)
        await person.settle()
        assert "▸2 Calendar" in person.text("#tabs")
        await person.press("3")
        assert isinstance(person.screen, SessionDetailScreen)


async def test_the_list_reads_on_where_its_end_is_reached(
    launch_app: OpenApp, app_fixture: AppFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session_browse, "PAGE_SIZE", 3)
    for days in range(8):
        add_session(app_fixture, days=days)
    async with launch_app() as person:
        await person.press("h")
        assert len(listed_days(person)) == 3
        assert person.text("#heading") == "the newest 3 of 8 sessions"
        assert "older sessions follow" in person.text("#sessions")
        await person.press("j", "j")
        assert len(listed_days(person)) == 6
        assert "2026-03-10" in person.text("#session-card")  # the cursor stays where it was
        await person.press("j", "j", "j")
        assert len(listed_days(person)) == 8
        assert person.text("#heading") == "8 sessions"
        assert "older sessions follow" not in person.text("#sessions")
        await person.press("G")
        assert "2026-03-05" in person.text("#session-card")


async def test_the_key_for_the_end_goes_to_the_oldest_session_at_once(
    launch_app: OpenApp, app_fixture: AppFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session_browse, "PAGE_SIZE", 3)
    for days in range(12):
        add_session(app_fixture, days=days)
    async with launch_app() as person:
        await person.press("h", "G")
        assert "2026-03-01" in person.text("#session-card")
        assert person.text("#heading") == "12 sessions"
        assert "older sessions follow" not in person.text("#sessions")
        await person.press("g")
        assert "2026-03-12" in person.text("#session-card")
