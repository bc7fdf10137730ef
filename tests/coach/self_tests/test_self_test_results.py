"""Results of self-tests read from the record of a session that was played."""

from datetime import UTC, date, datetime

import pytest
from coach_logs import RULES

from footcoach_tui.coach.answers.self_test_result import SelfTestResult
from footcoach_tui.coach.log import TrainingLog
from footcoach_tui.coach.self_tests.results import new_results, past_results, session_results
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
    assert session_results(played, RULES) == (
        SelfTestResult("knee-to-wall", played.started.date(), LEFT, 9.5, "cm", (9.5,)),
        SelfTestResult("knee-to-wall", played.started.date(), RIGHT, 11, "cm", (11,)),
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


def test_results_are_under_the_conditions_of_the_latest_test() -> None:
    played = record("knee-to-wall-test", one(LEFT, value=9.5), one(RIGHT, value=9))
    before = session_results(played, RULES)[0]._replace(day=date(2026, 2, 6), conditions="shoes")
    assert {each.conditions for each in new_results(played, RULES, [before])} == {"shoes"}


@pytest.mark.parametrize(
    ("exercise", "conditions"), [("knee-to-wall-test", "barefoot"), ("hop-distance-test", "shoes")]
)
def test_the_first_test_is_barefoot_and_a_hop_in_shoes(exercise: str, conditions: str) -> None:
    (result,) = new_results(record(exercise, one(LEFT, value=9.5)), RULES, ())
    assert result.conditions == conditions


def test_results_of_past_sessions_that_are_not_known_yet() -> None:
    played = record("knee-to-wall-test", one(LEFT, value=9.5), one(RIGHT, value=9))
    left, right = past_results(TrainingLog(sessions=(played,)), RULES)
    assert (left.value, right.value) == (9.5, 9)
    assert past_results(TrainingLog(sessions=(played,), tests=(left,)), RULES) == (right,)
    assert past_results(TrainingLog(sessions=(played,), tests=(left, right)), RULES) == ()
