"""Watching a session of another footcoach."""

import pytest
from app_driver import AppDriver, OpenApp
from app_fixture import AppFixture
from builders import three_step_routine

from footcoach_tui.app.screens.dialogs import ResumeDialog, WatchDialog
from footcoach_tui.app.screens.home import HomeScreen
from footcoach_tui.app.screens.play import PlayScreen
from footcoach_tui.app.screens.text_dialog import TextDialog
from footcoach_tui.app.screens.watch import WatchScreen
from footcoach_tui.playback.follower import SessionFollower
from footcoach_tui.playback.live_session import LiveSession
from footcoach_tui.session.commands import Finish, Next, Pause, Start
from footcoach_tui.session.side import Side
from footcoach_tui.session.view import SessionState


def play(fixture: AppFixture, session: LiveSession, seconds: float) -> None:
    """Run the other session for some seconds."""
    while seconds > 0:
        fixture.clock.seconds += min(0.5, seconds)
        session.tick()
        seconds -= 0.5


@pytest.fixture
def other(app_fixture: AppFixture) -> LiveSession:
    """Session of another footcoach, ten seconds into its first step."""
    parts = app_fixture.context()
    session = LiveSession.new(
        three_step_routine(), app_fixture.clock, parts.journals, first=Side.LEFT
    )
    session.begin(parts.new_session_info("daily"))
    session.send(Start())
    play(app_fixture, session, 10)
    return session


async def look(person: AppDriver) -> None:
    if isinstance(person.screen, WatchScreen):
        person.screen.poll()
    await person.settle()


async def test_the_question_is_asked_and_the_session_shown_as_it_goes_on(
    app_fixture: AppFixture, launch_app: OpenApp, other: LiveSession
) -> None:
    async with launch_app() as person:
        assert isinstance(person.screen, WatchDialog)
        asked = " ".join(person.text("#card-text").split())
        assert person.text("#question-title") == "A session is running in another window"
        assert "Test routine, started at 07:30, now in step 1 of 3, after 0:10." in asked
        await person.press("w")
        assert isinstance(person.screen, WatchScreen)
        assert person.text("#title") == "footcoach · Test routine · watching"
        assert "Arch Lift" in person.text("#step-head")
        play(app_fixture, other, 30)
        await look(person)
        assert "Ball Roll" in person.text("#step-head")
        assert person.screen.follower.view() == other.view()
        other.send(Pause())
        await look(person)
        assert "PAUSED · other window" in person.text("#state-band")
    other.suspend()


def test_between_two_lines_of_the_journal_the_count_goes_on_but_not_beyond_the_segment(
    app_fixture: AppFixture, other: LiveSession
) -> None:
    (live,), _ = app_fixture.context().journals.find_interrupted()
    watching = SessionFollower(live, app_fixture.clock)
    before = watching.view()
    app_fixture.clock.seconds += 0.3
    assert watching.view().remaining == pytest.approx(before.remaining - 0.3)
    app_fixture.clock.seconds += 60
    assert watching.view().segment == before.segment
    assert watching.view().remaining >= max(0.0, before.remaining - 1.0)
    watching.close()
    other.suspend()


async def test_what_would_change_it_is_refused_in_a_sentence(
    launch_app: OpenApp, other: LiveSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    messages: list[str] = []
    monkeypatch.setattr(WatchScreen, "notify", lambda _, message, **__: messages.append(message))
    before = other.view()
    keys = ("space", "n", "b", "r", "plus", "minus", "enter", "u")
    async with launch_app() as person:
        await person.press("w", *keys)
        assert len(messages) == len(keys)
        await person.press("1", "j", "enter")
        assert len(messages) == len(keys) + 1, "the list of steps is only to be read"
    assert set(messages) == {"You are watching a session that runs in another window. q goes back."}
    assert other.view() == before
    other.suspend()


async def test_who_has_seen_enough_goes_home(launch_app: OpenApp, other: LiveSession) -> None:
    async with launch_app() as person:
        await person.press("w", "i")
        assert isinstance(person.screen, TextDialog)
        await person.press("escape", "q")
        assert isinstance(person.screen, HomeScreen)
        assert person.notifications() == []
    other.suspend()


async def test_when_it_ends_one_is_told_and_comes_home(
    app_fixture: AppFixture, launch_app: OpenApp, other: LiveSession
) -> None:
    async with launch_app() as person:
        await person.press("w")
        other.send(Finish())
        record = other.record()
        assert record
        app_fixture.history.add(record)
        other.finish()
        await look(person)
        assert isinstance(person.screen, HomeScreen)
        assert person.notifications() == ["Test routine has ended in the other window."]


async def test_when_it_is_cut_off_it_can_be_taken_up_here(
    app_fixture: AppFixture, launch_app: OpenApp, other: LiveSession
) -> None:
    async with launch_app() as person:
        await person.press("w")
        play(app_fixture, other, 30)
        other.suspend()
        await look(person)
        assert isinstance(person.screen, ResumeDialog)
        assert "in step 2 of 3" in person.text("#card-text")
        await person.press("r")
        assert isinstance(person.screen, PlayScreen)
        assert person.state is SessionState.PAUSED


async def test_beside_one_that_was_cut_off_it_is_only_told(
    app_fixture: AppFixture, launch_app: OpenApp, other: LiveSession
) -> None:
    parts = app_fixture.context()
    cut = LiveSession.new(three_step_routine(), app_fixture.clock, parts.journals, first=Side.LEFT)
    cut.begin(parts.new_session_info("daily"))
    cut.send(Start())
    cut.suspend()
    async with launch_app() as person:
        assert isinstance(person.screen, ResumeDialog)
        assert person.notifications() == ["Test routine is running in another window."]
    other.suspend()


async def test_one_that_ends_while_the_question_stands_is_told(
    launch_app: OpenApp, other: LiveSession
) -> None:
    async with launch_app() as person:
        other.send(Next())
        other.finish()
        await person.press("w")
        assert isinstance(person.screen, HomeScreen)
        assert person.notifications() == ["That session has just ended."]
