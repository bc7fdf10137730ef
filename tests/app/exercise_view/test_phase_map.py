"""Phases of a rep in one line: the present one in capitals, all of them where they fit."""

import pytest
from builders import Reps, phase, routine, step

from footcoach_tui.app.exercise_view.phase_map import phase_map, rep_phases
from footcoach_tui.session.dose import Sides
from footcoach_tui.session.timeline import SegmentKind, Timeline, compile_timeline

ROUND = tuple(
    phase(name, 2) for name in ("rock to the right", "rock to the left", "hips up and back")
)


def timeline(*names: str) -> Timeline:
    phases = tuple(phase(name, 2) for name in names) if names else ROUND
    return compile_timeline(routine(step(Reps(2, phases), prep=5)))


def texts(width: int, at: int = 2) -> str:
    of = timeline()
    return phase_map(of, of.segments[at], width).plain


@pytest.mark.parametrize(
    ("width", "line"),
    [
        (80, "rock to the right · ROCK TO THE LEFT · hips up and back"),
        (40, "rock right · ROCK LEFT · hips up back"),
        (36, "rock right · ROCK LEFT · hips up"),
        (22, "right · LEFT · hips"),
        (16, "rig · LEF · hip"),
        (10, ""),
    ],
)
def test_names_are_as_long_as_there_is_room_for(width: int, line: str) -> None:
    assert texts(width) == line


def test_one_phase_needs_no_map() -> None:
    of = timeline("hold")
    assert phase_map(of, of.segments[1], 80).plain == ""


def test_before_the_work_it_is_the_rep_to_come() -> None:
    of = timeline()
    assert of.segments[0].kind is SegmentKind.PREP
    assert phase_map(of, of.segments[0], 80).plain == (
        "rock to the right · rock to the left · hips up and back"
    )


def test_each_rep_and_each_side_has_its_own() -> None:
    of = compile_timeline(routine(step(Reps(2, ROUND), sides=Sides.ALTERNATING, switch=1, prep=5)))
    for segment in of.segments:
        phases = rep_phases(of, segment)
        assert len(phases) == len(ROUND)
        assert {(each.rep, each.side) for each in phases} == {(segment.rep, segment.side)}
