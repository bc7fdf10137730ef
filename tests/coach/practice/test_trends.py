"""Trend of one exercise: sets done, side by side, without a judgement."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footcoach_tui.coach.practice.trends import Measure, Trend, TrendPoint
from footcoach_tui.session.record import ExerciseRecord, SessionRecord, SetOutcome, SetRecord
from footcoach_tui.session.side import Side

Done = Callable[..., SessionRecord]
TODAY = date(2026, 3, 11)
LEFT, RIGHT, BOTH = Side.LEFT, Side.RIGHT, Side.BOTH


def reps(side: Side, count: int, outcome: SetOutcome = SetOutcome.DONE) -> SetRecord:
    return SetRecord(1, side, 12, count, 96.0, count * 8.0, outcome)


def hold(side: Side, seconds: float) -> SetRecord:
    return SetRecord(1, side, 1, int(seconds >= 30), 30.0, seconds, SetOutcome.DONE)


def raises(*sets: SetRecord, name: str = "Heel raise") -> tuple[ExerciseRecord, ...]:
    return (ExerciseRecord("heel-raise", name, sets),)


def test_a_session_has_a_point_a_side_with_its_best_set(make_record: Done) -> None:
    record = make_record(
        "2026-03-10", exercises=raises(reps(LEFT, 12), reps(RIGHT, 9), reps(LEFT, 10))
    )

    trend = Trend.from_records([record], "heel-raise")

    day = date(2026, 3, 10)
    assert [side.points for side in trend.sides] == [
        (TrendPoint(day, LEFT, 12, 96.0, sets=2, percent=100.0),),
        (TrendPoint(day, RIGHT, 9, 72.0, sets=1, percent=75.0),),
    ]


def test_an_exercise_done_in_two_steps_of_a_session_is_one_point(make_record: Done) -> None:
    steps = raises(reps(BOTH, 5)) + raises(reps(BOTH, 7))

    (side,) = Trend.from_records([make_record("2026-03-10", exercises=steps)], "heel-raise").sides

    assert [(point.reps, point.sets) for point in side.points] == [(7, 2)]


def test_only_what_counts_and_was_done_is_in_the_trend(make_record: Done) -> None:
    records = [
        make_record("2026-03-08", speed=60.0, exercises=raises(reps(LEFT, 30))),
        make_record(
            "2026-03-09", exercises=raises(reps(LEFT, 0, SetOutcome.SKIPPED), reps(RIGHT, 8))
        ),
        make_record("2026-03-10", exercises=raises(reps(LEFT, 4, SetOutcome.CUT))),
        make_record("2026-03-11"),
    ]

    trend = Trend.from_records(records, "heel-raise")

    assert trend.series() == (
        (LEFT, ((date(2026, 3, 10), 4),)),
        (RIGHT, ((date(2026, 3, 9), 8),)),
    )


def test_an_exercise_that_was_never_done_has_an_empty_trend(make_record: Done) -> None:
    trend = Trend.from_records([make_record("2026-03-10")], "heel-raise")

    assert (trend.sides, trend.series()) == ((), ())
    assert trend.sentence(TODAY) == "Not done yet."


def test_the_name_is_the_last_one(make_record: Done) -> None:
    records = [
        make_record("2026-03-10", exercises=raises(reps(LEFT, 8), name="Raises")),
        make_record("2026-03-09", exercises=raises(reps(LEFT, 8), name="Old name")),
    ]

    assert Trend.from_records(records, "heel-raise").name == "Raises"


def test_the_best_is_the_first_day_it_was_reached(make_record: Done) -> None:
    counts = {"2026-03-01": 8, "2026-03-04": 11, "2026-03-07": 11, "2026-03-10": 9}
    records = [
        make_record(day, exercises=raises(reps(LEFT, count))) for day, count in counts.items()
    ]

    (side,) = Trend.from_records(records, "heel-raise").sides

    assert side.best(Measure.REPS).day == date(2026, 3, 4)


@pytest.mark.parametrize(
    ("planned_reps", "planned_seconds", "measure"),
    [
        (12, 96.0, Measure.REPS),
        (5, 75.0, Measure.REPS),
        (1, 30.0, Measure.SECONDS),
        (3, 60.0, Measure.SECONDS),
        (12, 0.0, Measure.REPS),  # at one's own pace
        (0, 0.0, Measure.REPS),
    ],
)
def test_long_holds_are_measured_in_seconds(
    make_record: Done, planned_reps: int, planned_seconds: float, measure: Measure
) -> None:
    only_set = SetRecord(1, BOTH, planned_reps, 1, planned_seconds, 20.0, SetOutcome.DONE)

    trend = Trend.from_records(
        [make_record("2026-03-10", exercises=raises(only_set))], "heel-raise"
    )

    assert trend.measure is measure
    assert trend.series(Measure.SECONDS) == ((BOTH, ((date(2026, 3, 10), 20.0),)),)


@pytest.mark.parametrize(
    ("sets", "sentence"),
    [
        (
            (reps(LEFT, 12), reps(RIGHT, 9)),
            "Most in a set in the last four weeks: left 12, right 9 reps.",
        ),
        ((reps(BOTH, 8),), "Most in a set in the last four weeks: both sides together 8 reps."),
        (
            (reps(LEFT, 11), reps(RIGHT, 1)),
            "Most in a set in the last four weeks: left 11, right 1 rep.",
        ),
        (
            (hold(LEFT, 29.98), hold(RIGHT, 90)),
            "Most in a set in the last four weeks: left 30 s, right 1:30.",
        ),
    ],
)
def test_the_last_four_weeks_are_a_plain_sentence(
    make_record: Done, sets: tuple[SetRecord, ...], sentence: str
) -> None:
    records = [
        make_record("2026-02-12", exercises=raises(*sets)),
        make_record("2026-02-11", exercises=raises(reps(LEFT, 40), hold(LEFT, 900))),
    ]

    assert Trend.from_records(records[:1], "heel-raise").sentence(date(2026, 3, 11)) == sentence
    lately = Trend.from_records(records, "heel-raise").since(date(2026, 2, 12))
    assert lately.series() == Trend.from_records(records[:1], "heel-raise").series(lately.measure)


def test_the_best_is_from_before_where_nothing_was_done_lately(make_record: Done) -> None:
    trend = Trend.from_records(
        [make_record("2026-01-10", exercises=raises(reps(LEFT, 12)))], "heel-raise"
    )

    assert (
        trend.sentence(TODAY)
        == "Not done in the last four weeks. Most in a set before: left 12 reps."
    )


SETS = st.builds(
    SetRecord,
    number=st.just(1),
    side=st.sampled_from(Side),
    planned_reps=st.integers(0, 30),
    reps=st.integers(0, 30),
    planned_seconds=st.floats(0, 600),
    seconds=st.floats(0, 600),
    outcome=st.sampled_from(SetOutcome),
    value=st.none(),
    extra=st.just({}),
)
SESSIONS = st.lists(
    st.tuples(st.integers(0, 100), st.lists(SETS, max_size=4), st.lists(SETS, max_size=2)),
    max_size=8,
)


def sessions(done: Done, drawn: list[tuple[int, list[SetRecord], list[SetRecord]]]) -> list[Any]:
    start = datetime.fromisoformat("2026-01-01T07:00:00+00:00")
    return [
        done(
            (start + timedelta(days=day, seconds=number)).isoformat(),
            exercises=(*raises(*sets), ExerciseRecord("toe-yoga", "Toe yoga", tuple(others))),
        )
        for number, (day, sets, others) in enumerate(drawn)
    ]


@given(SESSIONS, st.randoms(use_true_random=False))
@settings(deadline=None)
def test_the_order_of_the_records_does_not_matter(
    make_record: Done, drawn: Any, chance: Any
) -> None:
    records = sessions(make_record, drawn)
    mixed = chance.sample(records, len(records))

    assert Trend.from_records(mixed, "heel-raise") == Trend.from_records(records, "heel-raise")


@given(SESSIONS)
@settings(deadline=None)
def test_nothing_done_is_lost_and_nothing_is_added(make_record: Done, drawn: Any) -> None:
    records = sessions(make_record, drawn)
    sets = [
        each
        for record in records
        for each in record.exercises[0].sets
        if each.outcome is not SetOutcome.SKIPPED
    ]

    trend = Trend.from_records(records, "heel-raise")

    points = [point for side in trend.sides for point in side.points]
    assert sum(point.sets for point in points) == len(sets)
    for side in trend.sides:
        of_side = [each for each in sets if each.side is side.side]
        assert side.best(Measure.REPS).reps == max(each.reps for each in of_side)
        assert side.best(Measure.SECONDS).seconds == max(each.seconds for each in of_side)
        assert [point.day for point in side.points] == sorted(point.day for point in side.points)


def test_two_routines_with_other_doses_are_compared_by_percent_and_by_week(
    make_record: Done,
) -> None:
    def done(day: str, planned: int, count: int) -> SessionRecord:
        each = SetRecord(1, LEFT, planned, count, planned * 8.0, count * 8.0, SetOutcome.DONE)
        return make_record(day, exercises=raises(each))

    long, short, cut = (
        done("2026-03-02", 15, 15),
        done("2026-03-09", 8, 8),
        done("2026-03-10", 8, 4),
    )

    mixed = Trend.from_records([long, short, cut], "heel-raise").weekly_series()
    alike = Trend.from_records([short, cut], "heel-raise").weekly_series()

    assert mixed == ((LEFT, ((date(2026, 3, 2), 100.0), (date(2026, 3, 9), 100.0))),)
    assert alike == ((LEFT, ((date(2026, 3, 9), 8),)),)
