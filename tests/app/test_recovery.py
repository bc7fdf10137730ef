"""A session that was interrupted is asked about once, and taken up where it was."""

from pathlib import Path

from app_driver import AppDriver, OpenApp
from app_fixture import AppFixture
from builders import three_step_routine
from bundled import CATALOGUE

from footcoach_tui.app.screens.dialogs import ResumeDialog
from footcoach_tui.app.screens.play import PlayScreen
from footcoach_tui.app.screens.summary import SummaryScreen
from footcoach_tui.playback.live_session import LiveSession
from footcoach_tui.session.commands import Next, Start
from footcoach_tui.session.record import SetOutcome
from footcoach_tui.session.side import Side
from footcoach_tui.session.view import SessionState


def cut_off(studio: AppFixture, seconds: float, *, live: bool = False) -> LiveSession:
    """A session that another process began, and that went on for so long."""
    journals = studio.context().journals
    session = LiveSession.new(three_step_routine(), studio.clock, journals, first=Side.LEFT)
    session.begin(studio.context().new_session_info("daily"))
    session.send(Start())
    while seconds > 0:
        studio.clock.seconds += min(1.0, seconds)
        session.tick()
        seconds -= 1
    if not live:
        session.suspend()
    return session


async def test_it_goes_on_where_it_was(app_fixture: AppFixture, launch_app: OpenApp) -> None:
    before = cut_off(app_fixture, 50.5)
    app_fixture.clock.seconds = 0  # another machine start
    async with launch_app() as person:
        assert isinstance(person.screen, ResumeDialog)
        assert "Test routine, interrupted on" in person.text("#card-text")
        assert "step 2 of 3, after 0:51" in person.text("#card-text")
        await person.press("r")
        assert isinstance(person.screen, PlayScreen)
        assert "PAUSED" in person.text("#state-band")
        assert person.view.segment == before.view().segment
        assert abs(person.view.elapsed - before.view().elapsed) < 1
        await person.press("space")
        assert "RESUMING IN 3" in person.text("#state-band")
        await person.wait(4)
        assert person.state is SessionState.WORK
        await person.wait(200)
        assert isinstance(person.screen, SummaryScreen)
    (record,) = app_fixture.history.all()
    assert all(one.outcome is SetOutcome.DONE for one in record.sets)
    assert app_fixture.context().journals.find_interrupted() == ((), ())


async def test_it_is_saved_as_partly_done(app_fixture: AppFixture, launch_app: OpenApp) -> None:
    cut_off(app_fixture, 50)
    async with launch_app() as person:
        await person.press("s")
        assert not isinstance(person.screen, ResumeDialog)
    (record,) = app_fixture.history.all()
    assert record.sets[0].outcome is SetOutcome.DONE
    assert record.is_partial
    assert record.context == "daily"
    assert app_fixture.context().journals.find_interrupted() == ((), ())


async def test_without_any_work_in_it_there_is_nothing_to_save(
    app_fixture: AppFixture, launch_app: OpenApp
) -> None:
    cut_off(app_fixture, 3)
    async with launch_app() as person:
        await person.press("s")
        assert person.notifications() == ["Nothing was done, so nothing is saved."]
    assert app_fixture.history.all() == ()
    assert app_fixture.context().journals.find_interrupted() == ((), ())


async def test_it_is_thrown_away(app_fixture: AppFixture, launch_app: OpenApp) -> None:
    cut_off(app_fixture, 50)
    async with launch_app() as person:
        await person.press("d")
    assert app_fixture.history.all() == ()
    assert app_fixture.context().journals.find_interrupted() == ((), ())


async def test_who_puts_it_off_is_asked_again(app_fixture: AppFixture, launch_app: OpenApp) -> None:
    cut_off(app_fixture, 50)
    async with launch_app() as person:
        await person.press("escape")
        assert not isinstance(person.screen, ResumeDialog)
    async with launch_app() as person:
        assert isinstance(person.screen, ResumeDialog)


async def test_one_that_had_ended_only_goes_into_the_history(
    app_fixture: AppFixture, launch_app: OpenApp
) -> None:
    session = cut_off(app_fixture, 12, live=True)
    for _ in range(3):
        session.send(Next())
    session.suspend()
    async with launch_app() as person:
        assert not isinstance(person.screen, ResumeDialog)
    assert len(app_fixture.history.all()) == 1
    assert app_fixture.context().journals.find_interrupted() == ((), ())


async def test_one_that_is_in_the_history_stays_there_as_it_was_rated(
    app_fixture: AppFixture, launch_app: OpenApp
) -> None:
    session = cut_off(app_fixture, 40)
    record = session.record()
    assert record
    app_fixture.history.add(record._replace(effort=7))
    async with launch_app() as person:
        assert not isinstance(person.screen, ResumeDialog)
    (record,) = app_fixture.history.all()
    assert record.effort == 7
    assert app_fixture.context().journals.find_interrupted() == ((), ())


async def test_the_place_is_kept_by_leaving_half_way(
    app_fixture: AppFixture, launch_app: OpenApp
) -> None:
    async with launch_app("test-routine") as person:
        await person.press("space")
        await person.wait(20)
        await person.press("q", "q")
        assert app_fixture.history.all() == ()
    (found,), _ = app_fixture.context().journals.find_interrupted()
    assert abs(found.player().seconds - 20) < 1


async def test_a_session_without_a_place_for_its_journal_goes_on(
    app_fixture: AppFixture, launch_app: OpenApp
) -> None:
    app_fixture.folder.mkdir(parents=True, exist_ok=True)
    (app_fixture.folder / "running").touch()
    async with launch_app("test-routine") as person:
        assert [
            told.endswith("running: could not be read: not a directory")
            for told in person.notifications()
        ]
        await person.press("space")
        await person.wait(20)
        assert person.notifications()[-1].startswith("Your place cannot be saved (")
        assert len(person.notifications()) <= 2, "it is told once"
        assert person.state is SessionState.HOLD
        await person.press("q", "q")
        assert person.notifications()[-1].startswith(
            "Your place could not be saved; what you did is in"
        )
    (record,) = app_fixture.history.all()
    assert record.seconds == 20
    assert record.is_partial


async def test_the_figure_shows_at_once_though_the_clock_stands(tmp_path: Path) -> None:
    studio = AppFixture(tmp_path / "data", catalogue=CATALOGUE)
    async with studio.app("rw-essential-three").run_test(size=(120, 36)) as pilot:
        person = AppDriver(pilot, studio)
        await person.settle()
        await person.press("space")
        await person.wait(20)
        await person.press("q", "q")
    async with studio.app().run_test(size=(120, 36)) as pilot:
        person = AppDriver(pilot, studio)
        await person.settle()
        await person.press("r")
        assert "PAUSED" in person.text("#state-band")
        assert "█" in person.text("#figure")
