import pytest
from builders import CountUp, Hold, Measurement

from footcoach_tui.session.dose import Work
from footcoach_tui.session.record import ExerciseRecord, SetOutcome, SetRecord
from footcoach_tui.session.side import Side
from footcoach_tui.text.numbers import parse_result
from footcoach_tui.text.results import result_text, results_line

ANKLE = Measurement("cm", "Toe to wall, in cm", 30, "A difference below 2 cm may be chance.")


def record(side: Side, **result: object) -> SetRecord:
    plain = SetRecord(1, side, 1, 1, 0.0, 24.2, SetOutcome.DONE)
    return plain._replace(**result)  # type: ignore[arg-type] # tests name real fields


@pytest.mark.parametrize(
    ("work", "sets", "line"),
    [
        (
            ANKLE,
            [record(Side.LEFT, value=9.5), record(Side.RIGHT, value=8.0)],
            "left 9.5 cm, right 8 cm. A difference below 2 cm may be chance.",
        ),
        (CountUp(45), [record(Side.LEFT)], "left 24 s."),
        (CountUp(100, 60), [record(Side.BOTH, reps=31)], "31 reps."),
        (CountUp(45), [record(Side.LEFT, outcome=SetOutcome.SKIPPED)], ""),
        (CountUp(45), [record(Side.LEFT, outcome=SetOutcome.CUT)], ""),
        (CountUp(100, 60), [record(Side.LEFT, seconds=0.0)], ""),
        (Hold(30), [record(Side.LEFT)], ""),
    ],
)
def test_results_of_a_test_come_with_its_error(
    work: Work, sets: list[SetRecord], line: str
) -> None:
    done = ExerciseRecord("test", "Test", tuple(sets))
    assert results_line(done, work) == line


def test_a_result_of_an_exercise_that_is_gone_is_shown_all_the_same() -> None:
    assert result_text(record(Side.BOTH, value=9.5), None) == "9.5"


@pytest.mark.parametrize(
    ("text", "value"),
    [("9", 9.0), (" 9.5 ", 9.5), ("9,5", 9.5), ("30", 30.0), ("0", 0.0)],
)
def test_a_number_is_typed_with_a_point_or_a_comma(text: str, value: float) -> None:
    assert parse_result(text) == value


@pytest.mark.parametrize("text", ["", "-1", "nine", "1e1", "9.", "٣", "9 5", "1" * 5000])
def test_anything_else_is_no_result(text: str) -> None:
    assert parse_result(text) is None
