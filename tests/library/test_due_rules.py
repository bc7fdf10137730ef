"""Rules for `due` from their index: the same as all rules where days depend on them, never old."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from bundled import CATALOGUE, FOLDER

from footcoach_tui.coach.rules.rules import Rules
from footcoach_tui.library.build_dose import build_dose
from footcoach_tui.library.build_rules import RuleTables
from footcoach_tui.library.coach_rules import load_rules, load_rules_and_tables
from footcoach_tui.library.dose_table import dose_table
from footcoach_tui.library.due_rules import load_due_rules
from footcoach_tui.library.durations import dose_seconds, routine_seconds

PutFile = Callable[[str, str], Path]
ALL = load_rules(FOLDER, None, CATALOGUE)
PARTS = ("sites", "substitutes", "questions", "flags", "ladders", "plans", "tests", "breaks")


class Folders:
    """Bundled and own folder, and how often all rules were loaded from them."""

    def __init__(self, bundled: Path, own: Path, index: Path) -> None:
        self.bundled, self.own, self.index = bundled, own, index
        self.loads = 0

    def due_rules(self) -> Rules:
        return load_due_rules((self.bundled, self.own), self.index, self._load)

    def _load(self) -> tuple[Rules, RuleTables]:
        self.loads += 1
        return load_rules_and_tables(self.bundled, self.own, CATALOGUE)


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders(FOLDER, tmp_path / "own", tmp_path / "cache" / "due.index")


def test_all_rules_are_loaded_once(folders: Folders) -> None:
    folders.due_rules()
    folders.due_rules()
    assert folders.loads == 1


@pytest.mark.parametrize("part", [*PARTS, "reasons", "needs", "problems", "gentle", "newcomer"])
def test_stored_rules_are_the_same(folders: Folders, part: str) -> None:
    folders.due_rules()
    assert getattr(folders.due_rules(), part) == getattr(ALL, part)
    assert folders.loads == 1


def test_of_exercises_the_levels_and_tags_are_stored(folders: Folders) -> None:
    folders.due_rules()
    stored = folders.due_rules().exercises
    assert list(stored) == list(ALL.exercises)
    for name, exercise in ALL.exercises.items():
        assert (stored[name].name, stored[name].level, stored[name].tags) == (
            exercise.name, exercise.level, exercise.tags,
        )  # fmt: skip


def test_of_routines_what_decides_on_days_is_stored(folders: Folders) -> None:
    folders.due_rules()
    stored = folders.due_rules().routines
    assert list(stored) == list(ALL.routines)
    for name, routine in ALL.routines.items():
        known = stored[name]
        assert (known.title, known.context, known.level, known.effort) == (
            routine.title, routine.context, routine.level, routine.effort,
        )  # fmt: skip


@pytest.mark.parametrize(
    "name",
    [ALL.gentle, ALL.newcomer, ALL.every_day, ALL.before_run]
    + [stage.routine for stage in ALL.plans["foot-core-8wk"].stages]
    + [extra.routine for extra in ALL.plans["foot-core-8wk"].extras],
)
def test_a_routine_that_can_be_due_has_its_length(folders: Folders, name: str) -> None:
    folders.due_rules()
    assert routine_seconds(folders.due_rules().routines[name]) == routine_seconds(
        ALL.routines[name]
    )


@pytest.mark.parametrize("name", ALL.exercises)
def test_a_dose_survives_being_stored(name: str) -> None:
    dose = ALL.exercises[name].dose
    again = build_dose(dose_table(dose))
    assert dose_table(again) == dose_table(dose)
    assert dose_seconds(again) == dose_seconds(dose)
    assert (again.sides, again.order, again.effort) == (dose.sides, dose.order, dose.effort)


@pytest.mark.parametrize("change", ["added", "edited", "removed"])
def test_a_file_that_changes_makes_the_index_old(
    folders: Folders, put_file: PutFile, change: str
) -> None:
    text = (FOLDER / "plans" / "essential-minimum.toml").read_text("utf-8")
    own = text.replace('"essential-minimum"', '"mine"')
    if change != "added":
        put_file("own/plans/mine.toml", own)
    folders.due_rules()
    if change == "removed":
        (folders.own / "plans" / "mine.toml").unlink()
    else:
        put_file("own/plans/mine.toml", own.replace("[3, 5]", "[4, 5]"))
    plans = folders.due_rules().plans
    assert folders.loads == 2
    assert ("mine" in plans) == (change != "removed")
    assert change == "removed" or plans["mine"].days == (4, 5)


def test_problems_of_own_plans_are_stored(folders: Folders, put_file: PutFile) -> None:
    put_file("own/plans/mine.toml", "id = 5\n")
    problems = folders.due_rules().problems
    assert problems
    assert folders.due_rules().problems == problems
    assert folders.loads == 1


@pytest.mark.parametrize("damage", [b"", b"\x80\x04.", b"x\n{}", b"[" * 100_000])
def test_a_damaged_index_counts_as_none(folders: Folders, damage: bytes) -> None:
    folders.due_rules()
    folders.index.write_bytes(damage)
    assert folders.due_rules().plans == ALL.plans
    assert folders.loads == 2


def test_an_index_that_was_changed_is_not_used(folders: Folders) -> None:
    folders.due_rules()
    content = folders.index.read_bytes()
    folders.index.write_bytes(content.replace(b"toe-yoga", b"toe-toga"))
    assert folders.due_rules().plans == ALL.plans
    assert folders.loads == 2


def test_an_index_that_cannot_be_written_is_done_without(folders: Folders) -> None:
    folders.index.parent.write_text("a file", encoding="utf-8")
    assert folders.due_rules().plans == ALL.plans


def test_an_index_of_another_place_is_not_used(folders: Folders, tmp_path: Path) -> None:
    folders.due_rules()
    folders.bundled = Path(shutil.copytree(FOLDER, tmp_path / "copy"))
    folders.due_rules()
    assert folders.loads == 2
