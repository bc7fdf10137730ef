"""The screen of the self-tests, and a test that is done."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from app_driver import AppDriver
from app_fixture import NOW, AppFixture
from bundled import CATALOGUE
from coach_logs import RULES

from footcoach_tui.app.context import AppContext
from footcoach_tui.app.screens.check_in import CheckInScreen
from footcoach_tui.app.screens.plan import PlanScreen
from footcoach_tui.app.screens.play import PlayScreen
from footcoach_tui.app.screens.self_tests import SelfTestsScreen
from footcoach_tui.app.widgets.pane_list import PaneList
from footcoach_tui.coach.answers.plan_choice import PlanChoice
from footcoach_tui.coach.answers.profile import Profile
from footcoach_tui.coach.answers.self_test_result import SelfTestResult
from footcoach_tui.history.months.entries import EntryKind
from footcoach_tui.history.training_log import read_training_log
from footcoach_tui.session.record import Origin
from footcoach_tui.session.side import Side
from footcoach_tui.session.timeline import compile_timeline
from footcoach_tui.session.view import SessionState

TODAY = NOW.date()


class CoachFixture(AppFixture):
    """App with the rules of the coach, and a person in the third stage of a plan."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, catalogue=CATALOGUE)
        begun = TODAY - timedelta(days=40)
        plan = PlanChoice(begun, "foot-core-8wk", begun, 3, frozenset((0, 2, 4)))
        answers = {question.id: "no" for question in RULES.questions if question.required}
        self.add(EntryKind.PLAN, plan.document())
        self.add(EntryKind.PROFILE, Profile(TODAY, answers | {"running": "longer"}).document())

    def add(self, kind: EntryKind, document: dict[str, object]) -> None:
        self.history.add_entry(kind, {"id": next(self._ids), **document})

    def add_results(self, test: str, days_ago: int, left: float, right: float) -> None:
        for side, value in ((Side.LEFT, left), (Side.RIGHT, right)):
            day, unit = TODAY - timedelta(days=days_ago), RULES.tests[test].unit
            result = SelfTestResult(test, day, side, value, unit, (value,), "barefoot")
            self.add(EntryKind.TEST, result.document())

    def context(self) -> AppContext:
        return replace(
            super().context(),
            rules=lambda: RULES,
            read_log=lambda: read_training_log(self.history, self._today()),
        )

    @property
    def results(self) -> tuple[SelfTestResult, ...]:
        return read_training_log(self.history, TODAY).tests

    @asynccontextmanager
    async def open(self, size: tuple[int, int] = (80, 24)) -> AsyncIterator[AppDriver]:
        """Open the app at the self-tests."""
        app = self.app()
        async with app.run_test(size=size, notifications=True) as pilot:
            person = AppDriver(pilot, self)
            await person.settle()
            await person.press("T")
            yield person


@pytest.fixture
def fixture(tmp_path: Path) -> CoachFixture:
    return CoachFixture(tmp_path / "data")


def shown(person: AppDriver) -> str:
    strips = person.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips)


def words(person: AppDriver) -> str:
    """Words of the chosen test, in one line."""
    return " ".join(person.text("#test-words").split())


def choose(person: AppDriver, test: str) -> None:
    tests = person.screen.query_one(PaneList)
    tests.highlighted = tests.get_option_index(test)


async def test_the_tests_of_the_plan_come_first_with_what_is_due(fixture: CoachFixture) -> None:
    async with fixture.open() as person:
        assert isinstance(person.screen, SelfTestsScreen)
        tests = person.screen.query_one(PaneList)
        assert [option.id for option in tests.options] == [
            *RULES.plans["foot-core-8wk"].tests,
            "balance-closed",
            "hop-distance",
        ]
        assert str(tests.options[0].prompt) == "Knee to wall  due\nnot done yet"


async def test_a_result_says_what_has_changed(fixture: CoachFixture) -> None:
    fixture.add_results("knee-to-wall", 35, 9, 11)
    fixture.add_results("knee-to-wall", 1, 11.5, 11)
    async with fixture.open((120, 36)) as person:
        text = shown(person)
        assert "A real change: 2.5 cm more than in" in words(person)
        assert "About the same: a difference below 2 cm may be chance." in words(person)
        assert "left, in cm · shaded: may be chance" in text
        assert "18 to 59: 12 cm" in text


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20), (40, 12)])
async def test_the_screen_at_every_size(fixture: CoachFixture, size: tuple[int, int]) -> None:
    fixture.add_results("knee-to-wall", 35, 9, 11)
    fixture.add_results("knee-to-wall", 1, 11.5, 11)
    async with fixture.open(size) as person:
        assert "Knee to wall" in shown(person)
        await person.press("2")
        assert "Left 11.5 cm" in shown(person)


async def test_a_test_is_done_and_its_results_are_kept(fixture: CoachFixture) -> None:
    async with fixture.open() as person:
        await person.press("enter")
        assert isinstance(person.screen, CheckInScreen)
        await person.press("n")  # nothing sore
        await person.press("y")  # none of the conditions of the test
        await person.press("enter")
        assert isinstance(person.screen, PlayScreen)
        for value in ("9", "1"):
            await person.wait(12)
            await person.press("enter")
            await person.press(value, "enter")
        results = fixture.results
        assert [(each.test, each.side, each.value) for each in results] == [
            ("knee-to-wall", Side.LEFT, 9),
            ("knee-to-wall", Side.RIGHT, 1),
        ]
        assert {each.conditions for each in results} == {"barefoot"}
        assert {each.day for each in results} == {TODAY}
        await person.press("escape")
        assert isinstance(person.screen, SelfTestsScreen)
        assert "Left 9 cm" in words(person)


async def test_the_mean_of_three_tries_against_the_timer_is_kept(fixture: CoachFixture) -> None:
    async with fixture.open() as person:
        choose(person, "balance-open")
        await person.press("enter", "n", "y", "y", "enter")
        assert isinstance(person.screen, PlayScreen)
        for seconds in (20, 30, 40, 10, 10, 10):
            while person.state is not SessionState.COUNTING:
                await person.wait(1)
            await person.wait(seconds)
            await person.press("enter")
        assert {each.side: (each.value, len(each.tries)) for each in fixture.results} == {
            Side.LEFT: (30, 3),
            Side.RIGHT: (10, 3),
        }


async def test_a_test_that_is_not_to_be_done_does_not_begin(fixture: CoachFixture) -> None:
    async with fixture.open() as person:
        choose(person, "hop-distance")
        await person.settle()
        await person.press("enter")
        assert isinstance(person.screen, SelfTestsScreen)
        assert person.notifications()[0].startswith("Not in the first weeks")


async def test_other_conditions_take_the_place_of_the_first(fixture: CoachFixture) -> None:
    fixture.add_results("knee-to-wall", 35, 9, 11)
    fixture.add_results("knee-to-wall", 1, 11.5, 11)
    async with fixture.open() as person:
        await person.press("C")
        assert "Conditions: shoes" in words(person)
        assert "Not comparable: other shoes, or another floor." in words(person)
        await person.press("C", "C")
        assert "Conditions: barefoot" in words(person)


async def test_results_of_sessions_before_are_taken_over(fixture: CoachFixture) -> None:
    context = fixture.context()
    info = context.new_session_info("test")
    routine = CATALOGUE.routines["test-ankle"]

    record = info.record_of_plan(compile_timeline(routine))
    sets = tuple(each._replace(value=7.5) for each in record.exercises[0].sets)
    exercise = record.exercises[0]._replace(sets=sets)
    fixture.history.add(record._replace(exercises=(exercise,), origin=Origin.PLAYED))
    async with fixture.open():
        pass
    assert {each.value for each in fixture.results} == {7.5}


async def test_the_plan_leads_to_the_self_tests(fixture: CoachFixture) -> None:
    async with fixture.open() as person:
        await person.press("escape", "P", "T")
        assert isinstance(person.screen, SelfTestsScreen)
        await person.press("escape")
        assert isinstance(person.screen, PlanScreen)


async def test_without_rules_there_is_no_key(tmp_path: Path) -> None:
    plain = AppFixture(tmp_path / "data", catalogue=CATALOGUE)
    async with plain.app().run_test(size=(80, 24)) as pilot:
        person = AppDriver(pilot, plain)
        await person.settle()
        assert "Self-tests" not in person.footer()
