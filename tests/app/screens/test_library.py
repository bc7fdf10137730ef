from dataclasses import replace

from app_driver import OpenApp
from app_fixture import AppFixture
from builders import exercise
from bundled import CATALOGUE

from footcoach_tui.app.screens.home import HomeScreen
from footcoach_tui.app.screens.library import LibraryScreen
from footcoach_tui.app.screens.play import PlayScreen
from footcoach_tui.app.session_lists.exercise_groups import ExerciseOrder, group_exercises
from footcoach_tui.app.widgets.figure_view import FigureView
from footcoach_tui.app.widgets.wrapped_text import WrappedText
from footcoach_tui.session.exercise import Equipment, Level, Position

SQUAT = exercise("squat", position=Position.STANDING, muscles=("GAS", "AbH"))
YOGA = exercise("toe-yoga", position=Position.SEATED, level=Level.SEATED, muscles=("EHL",))
ROLL = exercise("ball-roll", equipment=(Equipment.BALL, Equipment.WALL))
ALL = (SQUAT, YOGA, ROLL)


def ids(order: ExerciseOrder, words: str = "") -> dict[str, list[str]]:
    return {
        heading: [one.id for one in shelf] for heading, shelf in group_exercises(ALL, order, words)
    }


def test_exercises_stand_in_the_order_one_asks_for() -> None:
    assert ids(ExerciseOrder.NAME) == {"all": ["ball-roll", "squat", "toe-yoga"]}
    assert ids(ExerciseOrder.POSITION) == {
        "seated": ["toe-yoga"],
        "standing": ["ball-roll", "squat"],
    }
    assert ids(ExerciseOrder.EQUIPMENT) == {
        "ball": ["ball-roll"],
        "no equipment": ["squat", "toe-yoga"],
        "wall": ["ball-roll"],
    }
    assert ids(ExerciseOrder.LEVEL) == {
        "1 seated": ["toe-yoga"],
        "2 two feet": ["ball-roll", "squat"],
    }
    assert ids(ExerciseOrder.PURPOSE) == {
        "calf": ["squat"],
        "other": ["ball-roll"],
        "sole and arch": ["squat"],
        "toes": ["toe-yoga"],
    }


def test_orders_follow_each_other_and_come_round() -> None:
    seen = [ExerciseOrder.NAME]
    while (following := seen[-1].next) is not ExerciseOrder.NAME:
        seen.append(following)
    assert seen == list(ExerciseOrder)


def test_words_find_by_kit_position_level_and_part() -> None:
    assert ids(ExerciseOrder.NAME, "ball") == {"all": ["ball-roll"]}
    assert ids(ExerciseOrder.NAME, "seated level 1") == {"all": ["toe-yoga"]}
    assert ids(ExerciseOrder.NAME, "CALF") == {"all": ["squat"]}
    assert ids(ExerciseOrder.NAME, "swim") == {}


async def test_the_library_shows_how_and_why_and_the_movement(
    launch_app: OpenApp, app_fixture: AppFixture
) -> None:
    app_fixture.catalogue = CATALOGUE
    async with launch_app() as person:
        await person.press("l")
        assert "65 exercises by name" in person.text("#title")
        await person.press("slash", *"bear", "enter")
        await person.settle()
        assert "Bear squat to downward dog" in person.text("#exercise-card")
        figure = person.screen.query_one(FigureView)
        await person.pilot.pause()
        person.screen.show_moment()  # type: ignore[attr-defined] # the library screen
        first = person.text("#figure")
        assert first.strip()
        app_fixture.clock.seconds += 9
        person.screen.show_moment()  # type: ignore[attr-defined] # the same
        assert person.text("#figure") != first
        assert figure.display
        await person.press("escape", "escape")
        assert isinstance(person.screen, HomeScreen)


async def test_where_motion_is_not_wanted_the_figure_stands_in_its_end_pose(
    launch_app: OpenApp, app_fixture: AppFixture
) -> None:
    app_fixture.catalogue = CATALOGUE
    async with launch_app() as person:
        person.app.animation_level = "none"
        await person.press("l", "slash", *"bear", "enter")
        await person.settle()
        assert isinstance(person.screen, LibraryScreen)
        person.screen.show_moment()
        first = person.text("#figure")
        app_fixture.clock.seconds += 1.5
        person.screen.show_moment()
        assert person.text("#figure") == first


async def test_an_exercise_without_a_figure_has_its_card_all_the_same(
    launch_app: OpenApp, app_fixture: AppFixture
) -> None:
    made = replace(exercise("plain"), why="It has no figure.")
    app_fixture.catalogue = replace(app_fixture.catalogue, exercises={"plain": made})
    async with launch_app() as person:
        await person.press("l")
        assert "It has no figure." in person.text("#exercise-card")
        assert not person.screen.query_one(FigureView).display


async def test_o_orders_the_list(launch_app: OpenApp) -> None:
    async with launch_app() as person:
        await person.press("l", "o")
        assert "by position" in person.text("#title")
        assert "standing" in person.text("#exercises")


async def test_enter_tries_one_set_now(launch_app: OpenApp, app_fixture: AppFixture) -> None:
    app_fixture.catalogue = CATALOGUE
    tried = next(one for one in CATALOGUE.exercises.values() if one.dose.sets > 1)
    async with launch_app() as person:
        await person.press("l", "slash", *tried.name, "enter", "enter")
        assert isinstance(person.screen, PlayScreen)
        (step,) = person.screen.live_session.routine.steps
        assert (step.exercise.id, step.dose.sets) == (tried.id, 1)
        await person.press("q")
        assert isinstance(person.screen, LibraryScreen)


async def test_the_arrows_go_to_the_easier_and_the_harder_way(
    launch_app: OpenApp, app_fixture: AppFixture
) -> None:
    app_fixture.catalogue = CATALOGUE
    exercise = CATALOGUE.exercises["heel-raise-double"]
    async with launch_app() as person:
        await person.press("l", "slash", *"heel raise, both", "enter", "right")
        harder = CATALOGUE.exercises[exercise.harder[0]]
        assert person.text("#exercise-card").startswith(harder.name)
        await person.press("left")
        assert person.text("#exercise-card").startswith(exercise.name)
        assert "← Easier → Harder enter Try a set" in person.footer()


async def test_the_routines_with_an_exercise_are_told(
    launch_app: OpenApp, app_fixture: AppFixture
) -> None:
    app_fixture.catalogue = CATALOGUE
    async with launch_app() as person:
        await person.press("l", "slash", *"ball roll")
        card = str(person.screen.query_one("#exercise-card", WrappedText)._text)
        assert "Routines with it" in card
        assert "The essential three" in card


async def test_nothing_found_is_said_and_no_other_exercise_is_shown(
    launch_app: OpenApp, app_fixture: AppFixture
) -> None:
    app_fixture.catalogue = CATALOGUE
    async with launch_app() as person:
        await person.press("l", "slash", *"zzz")
        assert person.text("#nothing") == "Nothing found."
        assert not person.screen.query_one("#exercise").visible
        await person.press("enter", "enter")
        assert isinstance(person.screen, LibraryScreen), "there is nothing to try"
        await person.press("escape")
        assert not person.screen.query_one("#nothing").display
        assert person.screen.query_one("#exercise").visible


async def test_other_orders_have_headings_that_the_cursor_skips(
    launch_app: OpenApp, app_fixture: AppFixture
) -> None:
    app_fixture.catalogue = replace(
        app_fixture.catalogue, exercises={one.id: one for one in (SQUAT, YOGA)}
    )
    async with launch_app() as person:
        await person.press("l", "o", "g")
        assert person.text("#exercises").splitlines()[0].strip() == "seated"
        assert "2 exercises by position" in person.text("#title")
        assert person.text("#exercise-card").startswith("Toe Yoga")
        await person.press("j")
        assert person.text("#exercise-card").startswith("Squat")


async def test_a_click_selects_an_exercise_and_the_second_one_tries_it(launch_app: OpenApp) -> None:
    async with launch_app() as person:
        await person.press("l")
        await person.pilot.click("#exercises", offset=(3, 2))
        await person.settle()
        assert isinstance(person.screen, LibraryScreen)
        await person.pilot.click("#exercises", offset=(3, 2))
        await person.settle()
        assert isinstance(person.screen, PlayScreen)
