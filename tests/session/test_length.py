from dataclasses import replace

import pytest
from builders import Reps, phase, routine, step
from bundled import CATALOGUE
from hypothesis import given
from hypothesis import strategies as st

from footcoach_tui.session.dose import (
    Bouts,
    Dose,
    Hold,
    Phase,
    PhaseKind,
    SelfPaced,
    SideOrder,
    Sides,
    Timed,
    Work,
)
from footcoach_tui.session.length import dose_seconds, routine_minutes, routine_seconds
from footcoach_tui.session.timeline import compile_timeline

COUNTS = st.integers(1, 4)
WAITS = st.integers(0, 9).map(float)
LENGTHS = st.sampled_from([0.5, 1.0, 1.5, 2.0, 5.0])
ROUNDS = st.lists(
    LENGTHS.map(lambda seconds: Phase("x", seconds, PhaseKind.MOVE)), min_size=1, max_size=3
)
WORKS: st.SearchStrategy[Work] = st.one_of(
    st.builds(Reps, COUNTS, ROUNDS.map(tuple)),
    st.builds(Hold, LENGTHS, COUNTS, WAITS),
    st.builds(Timed, ROUNDS.map(tuple)),
    st.builds(Bouts, COUNTS, LENGTHS, WAITS),
    st.builds(SelfPaced, COUNTS),
)
DOSES = st.builds(
    Dose, WORKS, COUNTS, WAITS, WAITS, st.sampled_from(Sides), st.sampled_from(SideOrder), WAITS
)


@pytest.mark.parametrize("ident", CATALOGUE.routines)
def test_a_bundled_routine_is_as_long_as_its_timeline(ident: str) -> None:
    known = CATALOGUE.routines[ident]
    assert routine_seconds(known) == pytest.approx(compile_timeline(known).total)


@given(DOSES)
def test_a_dose_takes_as_long_as_its_timeline(dose: Dose) -> None:
    planned = routine(replace(step(dose.work), dose=dose))
    assert dose_seconds(dose) == compile_timeline(planned).total


@pytest.mark.parametrize(
    ("seconds", "minutes"), [(10, 1), (89, 1), (91, 2), (269, 4), (271, 5)], ids=str
)
def test_minutes_are_rounded_and_at_least_one(seconds: int, minutes: int) -> None:
    work = Reps(1, (phase("up", seconds),))
    assert routine_minutes(routine(step(work, sets=1, rest=0, prep=0))) == minutes
