"""Durations as sums: the same as those of the compiled timeline."""

from hypothesis import given
from hypothesis import strategies as st

from footcoach_tui.boundary.paths import bundled_routines_folder
from footcoach_tui.library.catalogue import load_catalogue
from footcoach_tui.library.durations import dose_seconds, routine_seconds
from footcoach_tui.session.dose import (
    Bouts,
    Dose,
    Hold,
    Phase,
    PhaseKind,
    Reps,
    SelfPaced,
    SideOrder,
    Sides,
    Timed,
    Work,
)
from footcoach_tui.session.exercise import Exercise, Level, Position, SourceStatus
from footcoach_tui.session.routine import Routine, Step
from footcoach_tui.session.timeline import compile_timeline
from footcoach_tui.text.durations import format_minutes

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


@given(DOSES)
def test_a_dose_takes_as_long_as_its_timeline(dose: Dose) -> None:
    exercise = Exercise(
        "x", "X", Position.SEATED, Level.SEATED, dose, "For this.", "So.", (), (), (), ()
    )
    routine = Routine(
        "r", "R", "", (), Level.SEATED, "", (0, 0), SourceStatus.FOOTCOACH,
        (Step(exercise, dose, SourceStatus.FOOTCOACH),),
    )  # fmt: skip
    assert dose_seconds(dose) == compile_timeline(routine).total


def test_a_routine_takes_as_long_as_its_timeline() -> None:
    for routine in load_catalogue(bundled_routines_folder()).routines.values():
        assert format_minutes(routine_seconds(routine)) == format_minutes(
            compile_timeline(routine).total
        )
