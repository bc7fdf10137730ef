"""The composer: a routine put together from exercises."""

import errno
import os

import pytest
from app_driver import AppDriver, OpenApp
from app_fixture import AppFixture
from bundled import CATALOGUE

from footcoach_tui.app.screens.composer import ComposerScreen
from footcoach_tui.app.screens.home import HomeScreen
from footcoach_tui.app.screens.play import PlayScreen


@pytest.fixture(autouse=True)
def all_exercises(app_fixture: AppFixture) -> None:
    app_fixture.catalogue = CATALOGUE


async def find_and_add(person: AppDriver, *words: str) -> None:
    for word in words:
        await person.press("slash", *word, "enter")
        await person.press("enter", "escape")


def steps(person: AppDriver) -> list[str]:
    screen = person.screen
    assert isinstance(screen, ComposerScreen)
    assert screen.composition
    return [step.exercise for step in screen.composition.draft.steps]


async def test_a_routine_is_composed_saved_and_listed(
    launch_app: OpenApp, app_fixture: AppFixture
) -> None:
    async with launch_app() as person:
        await person.press("n")
        assert "No steps yet." in person.text("#no-steps")
        await find_and_add(person, "toe yoga", "ankle circles", "ball roll")
        assert steps(person) == ["toe-yoga", "ankle-circles", "ball-roll"]
        await person.press("s", *"My feet", "enter")
        path = app_fixture.own_folder / "my-feet.toml"
        assert 'title = "My feet"' in path.read_text(encoding="utf-8")
        await person.press("q")
        assert isinstance(person.screen, HomeScreen)
        assert "My feet" in person.text("#routines")


async def test_what_is_not_saved_is_there_after_the_program_has_died(
    launch_app: OpenApp, app_fixture: AppFixture
) -> None:
    async with launch_app() as person:
        await person.press("n")
        await find_and_add(person, "toe yoga", "ankle circles")
        await person.settle()
    async with launch_app() as person:
        await person.press("n")
        assert steps(person) == ["toe-yoga", "ankle-circles"]
        assert "not saved" in person.text("#title")
        await person.press("s", *"My feet", "enter")
        await person.press("q", "n")
        assert steps(person) == []
    assert not list((app_fixture.folder / "drafts").iterdir())


async def test_a_draft_that_one_leaves_is_kept_or_dropped(
    launch_app: OpenApp, app_fixture: AppFixture
) -> None:
    async with launch_app() as person:
        await person.press("n")
        await find_and_add(person, "toe yoga")
        await person.press("escape", "enter")
        assert steps(person) == ["toe-yoga"]
        await person.press("escape", "q")
        assert isinstance(person.screen, HomeScreen)
        await person.press("n")
        assert steps(person) == ["toe-yoga"]
        await person.press("escape", "d")
        assert isinstance(person.screen, HomeScreen)
        await person.press("n")
        assert steps(person) == []
    assert not list((app_fixture.folder / "drafts").iterdir())


async def test_a_kept_draft_asks_before_it_replaces_a_file_written_since(
    launch_app: OpenApp, app_fixture: AppFixture
) -> None:
    async with launch_app() as person:
        await person.press("n")
        await find_and_add(person, "toe yoga")
        await person.press("s", *"My feet", "enter")
        await find_and_add(person, "ankle circles")
        await person.settle()
    path = app_fixture.own_folder / "my-feet.toml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("My feet", "Changed"), encoding="utf-8"
    )
    app_fixture.catalogue = app_fixture.load_catalogue()
    async with launch_app() as person:
        person.app.push_screen(ComposerScreen(person.app.launch.app_context, "my-feet"))  # type: ignore[attr-defined] # ours
        await person.settle()
        assert steps(person) == ["toe-yoga", "ankle-circles"]
        await person.press("s")
        assert "Write over the file?" in person.text("#question-title")
    assert "Changed" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"#\nsteps = [",
        b"\xff\n\xff",
        b'#\n[[steps]]\nexercise = "gone"\n',
        b'#\n[[steps]]\nexercise = "toe-yoga"\n',
    ],
)
async def test_a_kept_draft_that_cannot_be_used_is_no_hindrance(
    launch_app: OpenApp, app_fixture: AppFixture, text: bytes
) -> None:
    drafts = app_fixture.folder / "drafts"
    drafts.mkdir(parents=True)
    (drafts / "new-routine.toml").write_bytes(text)
    async with launch_app() as person:
        await person.press("n")
        assert steps(person) == []


async def open_new(person: AppDriver, *exercises: str) -> None:
    """Open the composer on a new routine with these steps, the last one chosen."""
    await person.press("n")
    screen = person.screen
    assert isinstance(screen, ComposerScreen)
    assert screen.composition
    for place, exercise in enumerate(exercises):
        screen.composition.add(place, exercise)
    screen.show_draft(len(exercises) - 1)
    await person.settle()


async def test_steps_are_moved_deleted_and_brought_back(launch_app: OpenApp) -> None:
    async with launch_app() as person:
        await open_new(person, "toe-yoga", "ankle-circles", "ball-roll")
        await person.press("2", "K", "K")
        assert steps(person) == ["ball-roll", "toe-yoga", "ankle-circles"]
        await person.press("K")
        await person.press("J")
        assert steps(person) == ["toe-yoga", "ball-roll", "ankle-circles"]
        await person.press("d")
        assert steps(person) == ["toe-yoga", "ankle-circles"]
        await person.press("u")
        assert steps(person) == ["toe-yoga", "ball-roll", "ankle-circles"]
        await person.press("U")
        assert steps(person) == ["toe-yoga", "ankle-circles"]
        await person.press("U")
        assert person.notifications() == ["There is nothing to redo."]
        await person.press("d", "d", "d")
        assert steps(person) == []
        assert "No steps yet." in person.text("#no-steps")


async def test_values_of_a_step_are_changed_within_their_limits(launch_app: OpenApp) -> None:
    async with launch_app() as person:
        await open_new(person, "toe-yoga")
        assert "[8 reps]" in person.text("#step-values")
        await person.press("plus", "plus")
        assert "[10 reps]" in person.text("#step-values")
        assert "10 reps" in person.text("#draft-steps")
        await person.press("left", "left", "left")
        assert "[1 set]" in person.text("#step-values")
        await person.press("minus")
        assert person.notifications() == ["Step 1: sets must be at least 1, not 0."]
        await person.press("plus")
        assert "[2 sets] · rest" in person.text("#step-values")
        await person.press("left", "left", "right", "right")
        assert "[2 sets]" in person.text("#step-values")


async def test_the_title_has_the_totals_and_the_card_the_notes(launch_app: OpenApp) -> None:
    async with launch_app() as person:
        await open_new(person, "pogo-double", "toe-yoga")
        assert "2 notes" in person.text("#title")
        assert "not saved" in person.text("#title")
        card = " ".join(person.text("#draft-card").split())
        assert "You need chair" in card
        assert "daily" in card
        assert "begin with something easier" in card
        await person.press("c")
        assert "before a run" in person.text("#draft-card")


async def test_space_plays_from_the_chosen_step_without_saving(
    launch_coach: OpenApp, coach_fixture: AppFixture
) -> None:
    async with launch_coach() as person:
        await open_new(person, "toe-yoga", "ankle-circles")
        await person.press("space")
        screen = person.screen
        assert isinstance(screen, PlayScreen)
        assert [each.exercise.id for each in screen.live_session.routine.steps] == ["ankle-circles"]
        assert not coach_fixture.own_folder.exists()
        await person.press("q")
        assert steps(person) == ["toe-yoga", "ankle-circles"]


async def test_what_is_not_saved_is_asked_about(launch_app: OpenApp) -> None:
    async with launch_app() as person:
        await person.press("n", "q")
        assert isinstance(person.screen, HomeScreen)
        await open_new(person, "toe-yoga")
        await person.press("escape", "enter")
        assert steps(person) == ["toe-yoga"]
        await person.press("q", "y")
        assert isinstance(person.screen, HomeScreen)


async def test_a_bundled_routine_is_changed_as_a_copy(
    launch_app: OpenApp, app_fixture: AppFixture
) -> None:
    async with launch_app() as person:
        assert isinstance(person.screen, HomeScreen)
        person.screen._list.choose("desk-break-3min")
        await person.press("E")
        assert person.notifications() == [
            "A copy, which is called Desk break (mine); the original stays as it is."
        ]
        assert len(steps(person)) == 5
        await person.press("d", "s")
        path = app_fixture.own_folder / "my-desk-break-3min.toml"
        assert path.read_text(encoding="utf-8").count("[[steps]]") == 4
        await person.press("q", "E")
        assert len(steps(person)) == 4, "the own copy, which the cursor is on"


COMMENTED = """\
# by hand
id = "lunch"
title = "Lunch"
summary = "Two minutes."
context = ["desk"]
level = 1
frequency = "Daily"
effort = [2, 4]
source_status = "footcoach"

# the toes
[[steps]]
exercise = "toe-yoga"
reps = 5  # five is enough
"""


async def open_own(person: AppDriver, fixture: AppFixture, text: str = COMMENTED) -> None:
    """Write an own routine, and change it."""
    fixture.own_folder.mkdir(parents=True)
    (fixture.own_folder / "lunch.toml").write_text(text, encoding="utf-8")
    assert isinstance(person.screen, HomeScreen)
    person.screen._open_composer("lunch")
    await person.settle()


async def test_comments_in_the_file_stay(launch_app: OpenApp, app_fixture: AppFixture) -> None:
    async with launch_app() as person:
        await open_own(person, app_fixture)
        await person.press("plus", "s")
        text = (app_fixture.own_folder / "lunch.toml").read_text(encoding="utf-8")
        assert text == COMMENTED.replace("reps = 5", "reps = 6")
        await person.press("q")
        assert isinstance(person.screen, HomeScreen)


async def test_a_file_with_problems_is_not_opened(
    launch_app: OpenApp, app_fixture: AppFixture
) -> None:
    async with launch_app() as person:
        await open_own(person, app_fixture, COMMENTED.replace("toe-yoga", "toe-yogi"))
        assert isinstance(person.screen, HomeScreen)
        sentence = "lunch.toml has problems; footcoach edit lunch shows them."
        assert any(message.endswith(sentence) for message in person.notifications())


async def test_a_file_that_another_program_wrote_is_asked_about(
    launch_app: OpenApp, app_fixture: AppFixture
) -> None:
    path = app_fixture.own_folder / "lunch.toml"
    async with launch_app() as person:
        await open_own(person, app_fixture)
        other = COMMENTED.replace("by hand", "by another hand")
        path.write_text(other, encoding="utf-8")
        await person.press("plus", "s", "enter")
        assert path.read_text(encoding="utf-8") == other
        assert "not saved" in person.text("#title")
        await person.press("s", "y")
        assert "reps = 6" in path.read_text(encoding="utf-8")
        assert "not saved" not in person.text("#title")


async def test_a_full_disk_leaves_the_draft_and_the_file(
    launch_app: OpenApp, app_fixture: AppFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = app_fixture.own_folder / "lunch.toml"
    async with launch_app() as person:
        await open_own(person, app_fixture)
        await person.press("plus")

        def full(*_: object, **__: object) -> None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        with monkeypatch.context() as disk:
            disk.setattr(os, "fsync", full)
            await person.press("s")
        (message,) = person.notifications()
        assert message.startswith(str(path.parent))
        assert message.endswith("no space left on device. Your steps are still here.")
        assert path.read_text(encoding="utf-8") == COMMENTED
        assert "not saved" in person.text("#title")
        await person.press("s")
        assert "reps = 6" in path.read_text(encoding="utf-8")


async def test_a_name_that_is_taken_is_refused_in_the_dialog(launch_app: OpenApp) -> None:
    async with launch_app() as person:
        await open_new(person, "toe-yoga")
        await person.press("s", *"toe-yoga-basics-5min", "enter")
        assert "comes with footcoach" in person.text("#name-message")
        await person.press("escape")
        assert steps(person) == ["toe-yoga"]


async def test_a_routine_without_steps_is_not_saved(launch_app: OpenApp) -> None:
    async with launch_app() as person:
        await person.press("n", "s")
        (message,) = person.notifications()
        assert message.startswith("A routine needs a step")


async def test_one_is_built_and_undo_brings_back_what_was_there(launch_coach: OpenApp) -> None:
    async with launch_coach() as person:
        await open_new(person, "ball-roll")
        await person.press("B", "7", "down", *"desk", "enter")
        built = steps(person)
        assert len(built) > 2
        assert "Why these" in person.text("#draft-card")
        assert person.notifications()[-1].startswith("Built ")
        await person.press("u")
        assert steps(person) == ["ball-roll"]
        await person.press("B", "enter")
        assert steps(person) == built, "the form has what was typed before"


async def test_a_word_that_the_form_does_not_know_is_named(launch_coach: OpenApp) -> None:
    async with launch_coach() as person:
        await person.press("n", "B", "tab", "tab", *"[/b]", "enter")
        assert "is none of" in person.text("#form-message")


async def test_keys_that_come_before_the_routine_is_read_wait_for_it(launch_app: OpenApp) -> None:
    async with launch_app() as person:
        await person.type_ahead("n", "a", "plus")
        await person.settle()
        assert steps(person) == ["ankle-circles"]


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20), (40, 12)])
async def test_at_every_size_steps_and_their_values_are_seen(
    launch_app: OpenApp, size: tuple[int, int]
) -> None:
    async with launch_app(size=size) as person:
        await open_new(person, "toe-yoga")
        await person.press("2")
        assert "1 Toe yoga" in person.text("#draft-steps")
        assert "[8 reps]" in person.text("#step-values")
        assert ("0:37" in person.text("#title")) == (size[0] > 40)
        await person.press("3")
        assert "Length" in person.text("#draft-card")


async def test_n_after_space_is_an_answer_and_composes_nothing(launch_coach: OpenApp) -> None:
    async with launch_coach() as person:
        await person.type_ahead("space", "n")
        await person.settle()
        assert not isinstance(person.screen, ComposerScreen)
