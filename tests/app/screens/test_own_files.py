"""Own files are read again while the start screen or the library is looked at."""

from collections.abc import Callable
from pathlib import Path

import pytest
from app_driver import AppDriver, OpenApp
from app_fixture import AppFixture

from footcoach_tui.app.screens.own_files import OwnFilesScreen
from footcoach_tui.app.screens.play import PlayScreen
from footcoach_tui.app.widgets.routine_list import RoutineList
from footcoach_tui.boundary.paths import bundled_routines_folder
from footcoach_tui.library.catalogue import Catalogue

HEAD = """\
id = "ID"
title = "TITLE"
summary = "A few minutes."
context = ["daily"]
level = 1
frequency = "daily"
effort = [1, 3]
source_status = "footcoach"
[[steps]]
exercise = "toe-spread"
reps = 3
"""


def routine(name: str, title: str) -> str:
    return HEAD.replace("ID", name).replace("TITLE", title)


@pytest.fixture
def own(app_fixture: AppFixture, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Folder of own files that the app watches, with one routine and one exercise."""
    folder = app_fixture.own_folder
    (folder / "exercises").mkdir(parents=True)
    (folder / "mine.toml").write_text(routine("mine", "Mine"))
    text = (bundled_routines_folder() / "exercises" / "toe-spread.toml").read_text(encoding="utf-8")
    text = text.replace('id = "toe-spread"', 'id = "fan"').replace('"Toe spread"', '"Fan"')
    (folder / "exercises" / "fan.toml").write_text(text, encoding="utf-8")
    load = app_fixture.load_catalogue
    app_fixture.reads = 0  # type: ignore[attr-defined] # of this test alone

    def count() -> Catalogue:
        app_fixture.reads += 1  # type: ignore[attr-defined] # the same
        return load()

    monkeypatch.setattr(app_fixture, "load_catalogue", count)
    app_fixture.catalogue = count()
    return folder


async def look(person: AppDriver) -> None:
    """Look at the files, as the timer does once a second."""
    assert isinstance(person.screen, OwnFilesScreen)
    person.screen.look_at_files()
    await person.settle()
    await person.settle()


async def choose(person: AppDriver, name: str) -> RoutineList:
    routines = person.screen.query_one(RoutineList)
    routines.highlighted = routines.get_option_index(name)
    await person.settle()
    return routines


async def test_a_changed_routine_is_read_again_and_its_row_stays_selected(
    launch_app: OpenApp, own: Path
) -> None:
    async with launch_app() as person:
        routines = await choose(person, "mine")
        (own / "mine.toml").write_text(routine("mine", "My own feet"))
        await look(person)
        assert person.notifications() == ["mine.toml read again"]
        assert routines.routine
        assert routines.routine.title == "My own feet"
        assert "My own feet" in person.text("#preview-head")
        await look(person)
        assert person.fixture.reads == 2  # type: ignore[attr-defined] # see above
        assert len(person.notifications()) == 1


async def test_new_and_deleted_files_come_and_go(launch_app: OpenApp, own: Path) -> None:
    async with launch_app() as person:
        routines = await choose(person, "mine")
        (own / "other.toml").write_text(routine("other", "Other"))
        await look(person)
        assert {"mine", "other"} <= {option.id for option in routines.options}
        assert routines.routine
        assert routines.routine.id == "mine"
        (own / "mine.toml").unlink()
        await look(person)
        assert "mine" not in {option.id for option in routines.options}
        assert person.notifications() == ["other.toml read again", "mine.toml is gone"]


async def test_the_first_problem_is_told_in_one_line_as_text(
    launch_app: OpenApp, own: Path
) -> None:
    async with launch_app() as person:
        text = routine("mine", "Mine").replace("reps = 3", 'repz = 3\n"[red]" = "\\u001b"')
        (own / "mine.toml").write_text(text)
        await look(person)
        (message,) = person.notifications()
        assert message.startswith("mine.toml:11: steps[1].repz: unknown key")
        assert message.endswith(")")
        assert "more problem" in message
        assert "\x1b" not in message


async def test_a_file_that_others_need_names_their_problem(launch_app: OpenApp, own: Path) -> None:
    (own / "mine.toml").write_text(routine("mine", "Mine").replace("toe-spread", "fan"))
    async with launch_app() as person:
        (own / "exercises" / "fan.toml").unlink()
        await look(person)
        (message,) = person.notifications()
        assert message.startswith("mine.toml:10: steps[1].exercise: ")


async def test_the_library_follows(launch_app: OpenApp, own: Path) -> None:
    async with launch_app() as person:
        await person.press("l", "slash", *"fan", "enter")
        path = own / "exercises" / "fan.toml"
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace('purpose = "', 'purpose = "For piano players. '))
        await look(person)
        assert "For piano players." in person.text("#exercise-card")
        await person.press("escape", "escape")
        assert person.screen.app_context.catalogue.exercises["fan"].purpose.startswith("For piano")  # type: ignore[attr-defined] # the start screen
        assert person.notifications() == ["fan.toml read again"]


async def test_what_was_read_elsewhere_is_shown_when_one_comes_back(
    launch_app: OpenApp, own: Path
) -> None:
    async with launch_app() as person:
        routines = await choose(person, "mine")
        context = person.screen.app_context  # type: ignore[attr-defined] # the start screen
        await person.press("question_mark")
        (own / "mine.toml").write_text(routine("mine", "My own feet"))
        context.read_again()
        await person.press("escape")
        assert routines.routine
        assert routines.routine.title == "My own feet"


@pytest.mark.usefixtures("own")
async def test_without_a_terminal_of_its_own_the_command_is_named(launch_app: OpenApp) -> None:
    async with launch_app() as person:
        await choose(person, "mine")
        person.screen.action_command("file.edit")  # type: ignore[attr-defined] # as the palette does
        await person.settle()
        await person.press("l", "slash", *"fan", "enter", "E")
        assert [message.partition(": ")[2] for message in person.notifications()] == [
            "footcoach edit mine",
            "footcoach edit fan",
        ]


async def test_nobody_looks_out_of_focus_or_below_a_session(launch_app: OpenApp, own: Path) -> None:
    async with launch_app() as person:
        home = person.screen
        assert isinstance(home, OwnFilesScreen)
        assert home._looks
        is_running: Callable[[], bool] = home._looks._active.is_set
        assert is_running()
        person.app.app_focus = False
        await person.settle()
        assert not is_running()
        person.app.app_focus = True
        await person.settle()
        assert is_running()
        await choose(person, "mine")
        await person.press("enter", "space")
        assert isinstance(person.screen, PlayScreen)
        assert not is_running()
        playing = person.screen.live_session.routine
        (own / "mine.toml").write_text(routine("mine", "My own feet"))
        person.screen.app_context.read_again()
        assert person.screen.live_session.routine is playing
        assert playing.title == "Mine"
