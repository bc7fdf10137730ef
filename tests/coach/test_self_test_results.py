"""Results of self-tests read from the record of a session that was played."""

from datetime import UTC, datetime

import pytest
from coach_logs import RULES

from footcoach_tui.coach.answers.self_test_result import SelfTestResult
from footcoach_tui.coach.self_test_results import last_conditions, session_results
from footcoach_tui.session.record import (
    ExerciseRecord,
    Origin,
    SessionRecord,
    SetOutcome,
    SetRecord,
)
from footcoach_tui.session.side import Side

LEFT, RIGHT = Side.LEFT, Side.RIGHT


def one(
    side: Side,
    *,
    seconds: float = 0.0,
    reps: int = 1,
    value: float | None = None,
    outcome: SetOutcome = SetOutcome.DONE,
) -> SetRecord:
    return SetRecord(1, side, 1, reps, 45.0, seconds, outcome, value)


def record(exercise: str, *sets: SetRecord, **fields: object) -> SessionRecord:
    played = SessionRecord(
        id="01KK01Z2ZG8Q2N5V0J5C8W7R4T",
        routine="test",
        title="Test",
        started=datetime(2026, 3, 6, 7, 10, tzinfo=UTC),
        zone="",
        seconds=300.0,
        exercises=(ExerciseRecord(exercise, exercise, sets),),
    )
    return played._replace(**fields)  # type: ignore[arg-type] # tests name real fields


def values(played: SessionRecord) -> dict[Side, float]:
    return {result.side: result.value for result in session_results(played, RULES)}


def test_a_typed_result() -> None:
    played = record("knee-to-wall-test", one(LEFT, value=9.5), one(RIGHT, value=11))
    assert session_results(played, RULES, "barefoot") == (
        SelfTestResult("knee-to-wall", played.started.date(), LEFT, 9.5, "cm", (9.5,), "barefoot"),
        SelfTestResult("knee-to-wall", played.started.date(), RIGHT, 11, "cm", (11,), "barefoot"),
    )


def test_raises_are_counted_by_the_beat() -> None:
    played = record(
        "heel-raise-test", one(LEFT, seconds=49, reps=24), one(RIGHT, seconds=61, reps=30)
    )
    assert values(played) == {LEFT: 24, RIGHT: 30}


def test_the_mean_of_three_tries_of_balance_counts() -> None:
    tries = [one(LEFT, seconds=seconds) for seconds in (45, 30.04, 20)]
    (result,) = session_results(record("balance-open-test", *tries), RULES)
    assert (result.value, result.tries) == (31.7, (45, 30, 20))


@pytest.mark.parametrize("outcome", [SetOutcome.CUT, SetOutcome.SKIPPED])
def test_a_side_with_an_unfinished_try_has_no_result(outcome: SetOutcome) -> None:
    tries = [one(LEFT, seconds=30), one(LEFT, seconds=9, outcome=outcome), one(RIGHT, seconds=20)]
    assert values(record("balance-open-test", *tries)) == {RIGHT: 20}


def test_a_measurement_that_was_skipped_has_no_result() -> None:
    played = record("knee-to-wall-test", one(LEFT, outcome=SetOutcome.SKIPPED), one(RIGHT, value=9))
    assert values(played) == {RIGHT: 9}


def test_the_sum_of_toe_control_is_typed() -> None:
    assert values(record("toe-control-test", one(LEFT, value=7), one(RIGHT, value=9))) == {
        LEFT: 7,
        RIGHT: 9,
    }


@pytest.mark.parametrize("fields", [{"speed": 8.0}, {"origin": Origin.LOGGED}])
def test_only_a_session_in_real_time_gives_results(fields: dict[str, object]) -> None:
    assert values(record("knee-to-wall-test", one(LEFT, value=9.5), **fields)) == {}


def test_other_exercises_give_no_results() -> None:
    assert values(record("knee-to-wall-rock", one(LEFT, seconds=30))) == {}


def test_the_latest_conditions() -> None:
    first, second = session_results(
        record("knee-to-wall-test", one(LEFT, value=9.5), one(RIGHT, value=9)), RULES, "barefoot"
    )
    later = second._replace(day=datetime(2026, 4, 6, tzinfo=UTC).date(), conditions="shoes")
    assert last_conditions([first, later]) == "shoes"
    assert last_conditions([first, later], "heel-raise") == ""
