"""Results of self-tests that were played in plain mode."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from bundled import CATALOGUE

from footcoach_tui import wiring
from footcoach_tui.cli.coach.self_tests import save_test_results
from footcoach_tui.coach.answers.self_test_result import SelfTestResult
from footcoach_tui.history.training_log import read_training_log
from footcoach_tui.session.record import Origin, SessionRecord
from footcoach_tui.session.timeline import compile_timeline


def played(routine: str, value: float) -> SessionRecord:
    record = wiring.new_session_info().record_of_plan(compile_timeline(CATALOGUE.routines[routine]))
    exercises = tuple(
        exercise._replace(sets=tuple(each._replace(value=value) for each in exercise.sets))
        for exercise in record.exercises
    )
    return record._replace(exercises=exercises, origin=Origin.PLAYED)


def saved() -> tuple[SelfTestResult, ...]:
    return read_training_log(wiring.open_history(), datetime.now(UTC).date()).tests


@pytest.mark.usefixtures("data")
def test_both_sides_of_a_test_are_saved() -> None:
    save_test_results(played("test-ankle", 9.5))
    assert [(each.test, each.value, each.conditions) for each in saved()] == [
        ("knee-to-wall", 9.5, "barefoot")
    ] * 2


@pytest.mark.usefixtures("data")
def test_another_session_has_no_results() -> None:
    save_test_results(played("desk-break-3min", 9.5))
    assert saved() == ()


def test_a_failure_is_a_warning(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data.touch()
    save_test_results(played("test-ankle", 9.5))
    assert "The results of the self-test are not saved yet" in capsys.readouterr().err
