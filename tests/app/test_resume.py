"""A session that was cut off is asked about once, and taken up where it was."""

from pathlib import Path

from builders import three_steps
from bundled import CATALOGUE
from person import Opened, Person
from studio import Studio

from footcoach_tui.app.screens.leave import ResumeScreen
from footcoach_tui.app.screens.play import PlayScreen
from footcoach_tui.app.screens.summary import SummaryScreen
from footcoach_tui.playing.under_way import UnderWay
from footcoach_tui.session.commands import Next, Start
from footcoach_tui.session.dose import Side
from footcoach_tui.session.record import Outcome
from footcoach_tui.session.view import State


def cut_off(studio: Studio, seconds: float, *, live: bool = False) -> UnderWay:
    """A session that another process began, and that went on for so long."""
    journals = studio.parts().journals
    session = UnderWay.new(three_steps(), studio.clock, journals, first=Side.LEFT)
    session.begin(studio.parts().heading("daily"))
    session.tell(Start())
    while seconds > 0:
        studio.clock.seconds += min(1.0, seconds)
        session.look()
        seconds -= 1
    if not live:
        session.put_away()
    return session


async def test_it_goes_on_where_it_was(studio: Studio, opened: Opened) -> None:
    before = cut_off(studio, 50.5)
    studio.clock.seconds = 0  # another machine start
    async with opened() as person:
        assert isinstance(person.screen, ResumeScreen)
        assert "Test routine, cut off on" in person.text("#card-text")
        assert "in step 2 of 3, 0:51 into it" in person.text("#card-text")
        await person.press("r")
        assert isinstance(person.screen, PlayScreen)
        assert "PAUSED" in person.text("#state-band")
        assert person.view.segment == before.view().segment
        assert abs(person.view.elapsed - before.view().elapsed) < 1
        await person.press("space")
        assert person.text("#state-band").strip().endswith("GOING ON IN 3")
        await person.wait(4)
        assert person.state is State.WORK
        await person.wait(200)
        assert isinstance(person.screen, SummaryScreen)
    (record,) = studio.history.all()
    assert all(one.outcome is Outcome.DONE for one in record.sets)
    assert studio.parts().journals.cut_off() == ((), ())


async def test_it_is_saved_as_partly_done(studio: Studio, opened: Opened) -> None:
    cut_off(studio, 50)
    async with opened() as person:
        await person.press("s")
        assert not isinstance(person.screen, ResumeScreen)
    (record,) = studio.history.all()
    assert record.sets[0].outcome is Outcome.DONE
    assert record.partial
    assert record.context == "daily"
    assert studio.parts().journals.cut_off() == ((), ())


async def test_it_is_thrown_away(studio: Studio, opened: Opened) -> None:
    cut_off(studio, 50)
    async with opened() as person:
        await person.press("d")
    assert studio.history.all() == ()
    assert studio.parts().journals.cut_off() == ((), ())


async def test_who_puts_it_off_is_asked_again(studio: Studio, opened: Opened) -> None:
    cut_off(studio, 50)
    async with opened() as person:
        await person.press("escape")
        assert not isinstance(person.screen, ResumeScreen)
    async with opened() as person:
        assert isinstance(person.screen, ResumeScreen)


async def test_one_that_had_ended_only_goes_into_the_history(
    studio: Studio, opened: Opened
) -> None:
    session = cut_off(studio, 1, live=True)
    for _ in range(3):
        session.tell(Next())
    session.put_away()
    async with opened() as person:
        assert not isinstance(person.screen, ResumeScreen)
    assert len(studio.history.all()) == 1
    assert studio.parts().journals.cut_off() == ((), ())


async def test_one_that_is_in_the_history_stays_there_as_it_was_rated(
    studio: Studio, opened: Opened
) -> None:
    session = cut_off(studio, 40)
    record = session.record()
    assert record
    studio.history.add(record._replace(effort=7))
    async with opened() as person:
        assert not isinstance(person.screen, ResumeScreen)
    (record,) = studio.history.all()
    assert record.effort == 7
    assert studio.parts().journals.cut_off() == ((), ())


async def test_the_place_is_kept_by_leaving_half_way(studio: Studio, opened: Opened) -> None:
    async with opened("test-routine") as person:
        await person.press("space")
        await person.wait(20)
        await person.press("q", "q")
        assert studio.history.all() == ()
    (found,), _ = studio.parts().journals.cut_off()
    assert abs(found.player().seconds - 20) < 1


async def test_a_session_without_a_place_for_its_journal_goes_on(
    studio: Studio, opened: Opened
) -> None:
    studio.folder.mkdir(parents=True, exist_ok=True)
    (studio.folder / "running").touch()
    async with opened("test-routine") as person:
        assert [
            told.endswith("running: could not be read: not a directory") for told in person.told()
        ]
        await person.press("space")
        await person.wait(20)
        assert person.told()[-1].startswith("Your place cannot be kept (")
        assert len(person.told()) <= 2, "it is told once"
        assert person.state is State.HOLD
        await person.press("q", "q")
        assert person.told()[-1].startswith("Your place could not be kept; what you did is in")
    (record,) = studio.history.all()
    assert record.seconds == 20
    assert record.partial


async def test_the_figure_shows_at_once_though_the_clock_stands(tmp_path: Path) -> None:
    studio = Studio(tmp_path / "data", catalogue=CATALOGUE)
    async with studio.app("rw-essential-three").run_test(size=(120, 36)) as pilot:
        person = Person(pilot, studio)
        await person.settle()
        await person.press("space")
        await person.wait(20)
        await person.press("q", "q")
    async with studio.app().run_test(size=(120, 36)) as pilot:
        person = Person(pilot, studio)
        await person.settle()
        await person.press("r")
        assert "PAUSED" in person.text("#state-band")
        assert "⣿" in person.text("#figure")
