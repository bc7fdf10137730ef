"""Smaller doses: halved, or with one set fewer (1.6)."""

import pytest
from builders import Bouts, CountUp, Hold, Measurement, Reps, SelfPaced, Sides, Timed, phase
from hypothesis import given
from hypothesis import strategies as st

from footcoach_tui.coach.decisions.smaller_doses import halve, one_set_fewer, work_seconds
from footcoach_tui.session.dose import Dose, Work

RISE = (phase("up", 2), phase("down", 3))


def parts(*seconds: float) -> Timed:
    return Timed(tuple(phase(f"part {n}", each) for n, each in enumerate(seconds)))


@pytest.mark.parametrize(("sets", "half"), [(2, 1), (3, 1), (4, 2), (5, 2)])
def test_two_sets_or_more_are_halved_downwards(sets: int, half: int) -> None:
    assert halve(Dose(Reps(12, RISE), sets=sets)) == Dose(Reps(12, RISE), sets=half)


ONE_SET = [
    (Reps(12, RISE), Reps(6, RISE)),
    (Reps(7, RISE), Reps(4, RISE)),
    (Reps(4, RISE), Reps(3, RISE)),
    (Reps(3, RISE), Reps(3, RISE)),
    (Reps(2, RISE), Reps(2, RISE)),
    (SelfPaced(20), SelfPaced(10)),
    (SelfPaced(2), SelfPaced(2)),
    (Hold(45), Hold(20)),
    (Hold(30), Hold(15)),
    (Hold(20), Hold(10)),
    (Hold(15), Hold(10)),
    (Hold(8), Hold(8)),
    (Hold(10, reps=10), Hold(10, reps=5)),
    (Hold(20, reps=3), Hold(10, reps=3)),
    (parts(45, 15), parts(22, 10)),
    (parts(8), parts(8)),
    (Bouts(5, 10, 50), Bouts(3, 10, 50)),
    (Bouts(1, 30, 20), Bouts(1, 15, 20)),
]


@pytest.mark.parametrize(("work", "half"), ONE_SET)
def test_one_set_is_halved_by_its_work(work: Work, half: Work) -> None:
    assert halve(Dose(work)) == Dose(half)


@pytest.mark.parametrize("sets", [1, 3])
@pytest.mark.parametrize("work", [CountUp(45), Measurement("cm", "How far?", 30)])
def test_tests_are_left_alone(work: Work, sets: int) -> None:
    dose = Dose(work, sets=sets)

    assert halve(dose) == dose
    assert one_set_fewer(dose) == dose


@pytest.mark.parametrize(("sets", "fewer"), [(1, 1), (2, 1), (3, 2)])
def test_one_set_fewer_keeps_the_last_one(sets: int, fewer: int) -> None:
    assert one_set_fewer(Dose(Hold(20), sets=sets)) == Dose(Hold(20), sets=fewer)


@pytest.mark.parametrize(
    ("dose", "seconds"),
    [
        (Dose(Reps(10, RISE), sets=2), 100),
        (Dose(Hold(30), sides=Sides.EACH), 60),
        (Dose(Bouts(3, 10, 50), sides=Sides.ALTERNATING), 60),
        (Dose(parts(20, 10)), 30),
        (Dose(SelfPaced(10)), 40),
    ],
)
def test_seconds_of_work_are_without_waits(dose: Dose, seconds: float) -> None:
    assert work_seconds(dose) == seconds


WORK = st.one_of(
    st.builds(Reps, st.integers(1, 50), st.just(RISE)),
    st.builds(SelfPaced, st.integers(1, 50)),
    st.builds(Hold, st.integers(1, 90).map(float), st.integers(1, 12)),
    st.lists(st.integers(1, 90).map(float), min_size=1, max_size=4).map(lambda s: parts(*s)),
    st.builds(Bouts, st.integers(1, 20), st.just(10.0), st.just(20.0)),
)


@given(work=WORK, sets=st.integers(1, 6))
def test_halving_never_gives_more_and_never_nothing(work: Work, sets: int) -> None:
    before = Dose(work, sets=sets)
    after = halve(before)

    assert 0 < work_seconds(after) <= work_seconds(before)
    assert 1 <= after.sets <= before.sets
