"""Scenes as SVG paths, and movements as animations."""

import re
from math import hypot

import pytest
from bundled import CATALOGUE
from hypothesis import given
from hypothesis import strategies as st

from footcoach_tui.figure.model import Figure, MotionKind, PhaseMotion
from footcoach_tui.figure.motion import pose_at
from footcoach_tui.figure.picture import Tone
from footcoach_tui.figure.shapes import Capsule
from footcoach_tui.figure.vector import HEIGHT, VectorFit, _capsule, pose_shapes, view_fit
from footcoach_tui.figure.vector_animation import VectorClip, animated_view

FIT = VectorFit(1.0, 0.0, 0.0, 400)
ANIMATE = re.compile(r'attributeName="(\w+)" dur="([\d.]+)s".*?keyTimes="([^"]+)" values="([^"]+)"')
points = st.tuples(st.integers(-150, 150), st.integers(-150, 150)).map(
    lambda point: (float(point[0]), float(point[1]))
)
radii = st.integers(3, 60).map(float)


def places(outline: str) -> list[tuple[int, int]]:
    """Return the ends of all lines and arcs of a path with relative commands."""
    found: list[tuple[int, int]] = []
    for command, arguments in re.findall(r"([Mlahvz])([^Mlahvz]*)", outline):
        numbers = [int(number) for number in re.findall(r"-?\d+", arguments)]
        if command == "M":
            found.append((numbers[0], numbers[1]))
        elif command == "a":
            found.append((found[-1][0] + numbers[5], found[-1][1] + numbers[6]))
        else:
            for x, y in zip(numbers[::2], numbers[1::2], strict=True):
                found.append((found[-1][0] + x, found[-1][1] + y))
    return found


@given(points, points, radii, radii)
def test_the_outline_of_a_limb_touches_its_discs(
    a: tuple[float, float], b: tuple[float, float], ra: float, rb: float
) -> None:
    """Every end of a line is on the edge of one disc, and no nearer to the middle of the other."""
    for x, y in places(_capsule(Capsule(a, b, ra, rb), FIT)):
        gaps = [hypot(x - cx, -y - cy) - r for (cx, cy), r in ((a, ra), (b, rb))]
        assert min(map(abs, gaps)) <= 1.1
        assert min(gaps) >= -1.1


@given(points, points, radii, radii)
def test_a_limb_closes_where_it_began(
    a: tuple[float, float], b: tuple[float, float], ra: float, rb: float
) -> None:
    first, *_, last = places(_capsule(Capsule(a, b, ra, rb), FIT))
    assert first == last


def clips(figure: Figure) -> list[VectorClip]:
    """Return motions through all key poses, a hold, and rounds."""
    names = tuple(pose.name for pose in figure.poses)
    return [
        VectorClip(PhaseMotion(names), 2.0),
        VectorClip(PhaseMotion(names[-1:], MotionKind.HOLD), 30.0),
        VectorClip(PhaseMotion(names, every=2.0), 20.0),
    ]


FIGURES = dict(CATALOGUE.figures)


@pytest.mark.parametrize("name", FIGURES)
def test_a_movement_is_the_poses_at_their_times(name: str) -> None:
    """Times rise from 0 to 1, values fit together, and the first moment is the first pose."""
    figure = FIGURES[name]
    for view in figure.views:
        drawn = animated_view(figure, view, clips(figure))
        loops = ANIMATE.findall(drawn)
        for attribute, seconds, times, values in loops:
            moments = [float(time) for time in times.split(";")]
            steps = values.split(";")
            assert seconds == "7"
            assert len(moments) == len(steps)
            assert moments == sorted(moments)
            assert moments[0] == 0
            if attribute == "d":
                assert moments[-1] == 1
                assert len({re.sub(r"-?\d+", "0", step) for step in steps}) == 1
        motion = clips(figure)[0].motion
        for shape in pose_shapes(figure, view, pose_at(figure, motion, 2.0, 0.0), motion.lit):
            assert shape.outline in drawn


@pytest.mark.parametrize("name", FIGURES)
def test_one_of_the_runs_is_seen_at_each_time(name: str) -> None:
    figure = FIGURES[name]
    for view in figure.views:
        loops = ANIMATE.findall(animated_view(figure, view, clips(figure)))
        runs = [loop[3].split(";") for loop in loops if loop[0] == "visibility"]
        for states in zip(*runs, strict=True):
            assert states.count("visible") == 1


@pytest.mark.parametrize("name", FIGURES)
def test_a_person_is_within_the_picture(name: str) -> None:
    figure = FIGURES[name]
    for view in figure.views:
        width = view_fit(figure, view).width
        for pose in figure.poses:
            for shape in pose_shapes(figure, view, figure.pose(pose.name), frozenset()):
                if shape.tone not in (Tone.SEAM, Tone.FLOOR):
                    assert all(-3 <= x <= width + 3 for x, _ in places(shape.outline))
        assert 40 < width < 3 * HEIGHT
