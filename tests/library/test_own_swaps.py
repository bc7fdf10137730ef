"""Easier exercises for good: the file, and the routines that it changes."""

from pathlib import Path

import pytest
from bundled import CATALOGUE

from footcoach_tui.coach.decisions.smaller_doses import work_seconds
from footcoach_tui.library.own_swaps import OwnSwaps

DAILY = CATALOGUE.routines["foot-core-8wk-l3"]
EXERCISES = CATALOGUE.exercises


@pytest.fixture
def swaps(tmp_path: Path) -> OwnSwaps:
    return OwnSwaps(tmp_path / "data" / "swaps.txt", tmp_path / "state" / "swaps.lock")


def played(swaps: OwnSwaps) -> list[str]:
    return [step.exercise.id for step in swaps.apply(DAILY, EXERCISES).steps]


def test_without_a_file_routines_are_as_they_are(swaps: OwnSwaps) -> None:
    swaps.load()
    assert swaps.apply(DAILY, EXERCISES) is DAILY


def test_a_swap_is_kept_and_can_be_taken_back(swaps: OwnSwaps) -> None:
    swaps.save(DAILY.id, "heel-raise-single", "heel-raise-two-up-one-down")
    other = OwnSwaps(swaps.file, swaps.lock)
    other.load()
    assert "heel-raise-two-up-one-down" in played(other)
    assert "heel-raise-single" not in played(other)
    assert other.apply(DAILY, EXERCISES).id == DAILY.id, "plan and history know it"
    assert other.origin(DAILY.id, "heel-raise-two-up-one-down") == "heel-raise-single"
    other.save(DAILY.id, "heel-raise-single", "heel-raise-single")
    assert other.apply(DAILY, EXERCISES) is DAILY


def test_what_is_easier_can_be_swapped_again(swaps: OwnSwaps) -> None:
    swaps.save(DAILY.id, "heel-raise-single", "heel-raise-two-up-one-down")
    swaps.save(DAILY.id, "heel-raise-two-up-one-down", "heel-raise-double")
    assert "heel-raise-double" in played(swaps)


@pytest.mark.parametrize(
    "line",
    [
        "foot-core-8wk-l3 heel-raise-single pogo-single",
        "foot-core-8wk-l3 heel-raise-single nothing",
        "foot-core-8wk-l3 heel-raise-single",
        "\x1b[2J \xff\xfe x",
        "heel-raise-single heel-raise-double heel-raise-seated",
    ],
)
def test_a_line_that_is_no_easier_exercise_changes_nothing(swaps: OwnSwaps, line: str) -> None:
    swaps.file.parent.mkdir()
    swaps.file.write_bytes(line.encode("latin-1"))
    swaps.load()
    assert played(swaps) == [step.exercise.id for step in DAILY.steps]


def test_no_swap_makes_a_routine_harder_or_changes_rehabilitation(swaps: OwnSwaps) -> None:
    for routine in CATALOGUE.routines.values():
        for step in routine.steps:
            for name in set(step.exercise.easier) & set(EXERCISES):
                swaps.swaps = {(routine.id, step.exercise.id): name}
                after = swaps.apply(routine, EXERCISES)
                assert not routine.is_rehab or after is routine
                for old, new in zip(routine.steps, after.steps, strict=True):
                    assert new.exercise.level <= old.exercise.level
                    assert new.gate == old.gate
                    assert work_seconds(new.dose) <= work_seconds(old.dose)
