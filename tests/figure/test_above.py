"""A foot seen from above turns about its heel, draws its band out, and rolls along three lines."""

from itertools import pairwise
from math import dist

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_figures import BALL_LINES, BAND_IN, BAND_OUT, BOTH_TOES, highlight

from footcoach_tui.figure.above import (
    FOOT_OUTLINE,
    HEEL_PIVOT,
    ROLLER,
    foot_transforms,
    roller_line,
    toe_line,
)
from footcoach_tui.figure.model import (
    AbovePose,
    Figure,
    KeyPose,
    MotionKind,
    Part,
    PhaseMotion,
    View,
)
from footcoach_tui.figure.motion import pose_at
from footcoach_tui.figure.picture import Tone
from footcoach_tui.figure.render import render_pose
from footcoach_tui.figure.scene import scene
from footcoach_tui.figure.shapes import Capsule, Polygon

turns = st.floats(-45, 45)


def above_at(figure: Figure, motion: PhaseMotion, moment: float) -> AbovePose:
    pose = pose_at(figure, motion, 4, moment).above
    assert pose is not None
    return pose


def props(figure: Figure, pose: KeyPose) -> list[Capsule | Polygon]:
    layers = scene(figure, View.ABOVE, pose, highlight()).layers
    return [shape for layer in layers for shape, tone in layer.shapes if tone is Tone.PROP]


def band_length(figure: Figure, pose: KeyPose) -> float:
    """The longest capsule that is not the strap round the foot, which comes first."""
    bands = [shape for shape in props(figure, pose) if isinstance(shape, Capsule)]
    return dist(bands[-1].a, bands[-1].b)


def ball(name: str) -> tuple[float, float]:
    (shape,) = props(BALL_LINES, BALL_LINES.pose(name))
    assert isinstance(shape, Capsule)
    return shape.a


@given(turns)
def test_a_foot_turns_about_its_heel_and_keeps_its_form(turn: float) -> None:
    (place,) = foot_transforms(AbovePose(turn))
    assert place(HEEL_PIVOT) == pytest.approx(HEEL_PIVOT)
    for one, two in pairwise(FOOT_OUTLINE):
        assert dist(place(one), place(two)) == pytest.approx(dist(one, two))


def test_inwards_is_where_the_big_toe_is() -> None:
    big, little = toe_line(AbovePose(), 0)[1], toe_line(AbovePose(), 4)[1]
    assert big[0] < little[0]
    (inwards,), (outwards,) = foot_transforms(AbovePose(20)), foot_transforms(AbovePose(-20))
    assert inwards(big)[0] < big[0] < outwards(big)[0]


@pytest.mark.parametrize(
    ("figure", "names"),
    [
        (BAND_IN, ("straight", "turned-in")),
        (BAND_OUT, ("straight", "turned-out")),
        (BOTH_TOES, ("slack", "drawn-in")),
    ],
    ids=["in", "out", "both big toes"],
)
def test_a_band_is_drawn_out_longer_and_longer(figure: Figure, names: tuple[str, str]) -> None:
    way = PhaseMotion(names, linear=True)
    lengths = [band_length(figure, pose_at(figure, way, 4, at)) for at in (0, 1, 2, 3, 4)]
    assert lengths == sorted(lengths)
    assert lengths[-1] > 1.5 * lengths[0]


def test_what_a_band_is_tied_to_stays_where_it_is() -> None:
    way = PhaseMotion(("straight", "turned-in"))
    posts = {
        shape
        for at in (0, 1, 2, 3, 4)
        for shape in props(BAND_IN, pose_at(BAND_IN, way, 4, at))
        if isinstance(shape, Polygon)
    }
    assert len(posts) == 1


@given(turns, st.floats(26, 90))
def test_a_pair_of_feet_mirrors_itself(turn: float, apart: float) -> None:
    near, other = foot_transforms(AbovePose(turn, pair=apart))
    for point in FOOT_OUTLINE:
        (x, y), (other_x, other_y) = near(point), other(point)
        assert (x + other_x) / 2 == pytest.approx(-apart / 2)
        assert y == pytest.approx(other_y)


def test_the_ball_rolls_on_the_line_that_is_said() -> None:
    assert ball("inner-toes")[0] + ROLLER < ball("middle-toes")[0] + 1
    assert ball("middle-toes")[0] < ball("outer-toes")[0] - ROLLER + 1
    for name in ("inner", "middle", "outer"):
        assert ball(f"{name}-toes")[1] - ball(f"{name}-heel")[1] > 30


def test_the_ball_goes_to_the_toes_and_back() -> None:
    roll = PhaseMotion(("outer-heel", "outer-toes"), every=4, linear=True)
    along = [above_at(BALL_LINES, roll, at).roller for at in (0, 1, 2, 3, 4)]
    assert along == [(1.0, 0.0), (1.0, 0.5), (1.0, 1.0), (1.0, 0.5), (1.0, 0.0)]


def test_the_line_under_the_ball_is_lit_and_not_the_whole_sole() -> None:
    for name, across in (("inner", -1), ("middle", 0), ("outer", 1)):
        layers = scene(
            BALL_LINES, View.ABOVE, BALL_LINES.pose(f"{name}-heel"), highlight(Part.SOLE)
        )
        (lane,) = (
            shape for layer in layers.layers for shape, tone in layer.shapes if tone is Tone.LIT
        )
        assert isinstance(lane, Capsule)
        assert (lane.a, lane.b) == roller_line(across)


@pytest.mark.parametrize(
    "part", [Part.SOLE, Part.ARCH, Part.HEEL, Part.ANKLE, Part.BIG_TOE, Part.TOES]
)
def test_a_part_of_it_can_be_lit(part: Part) -> None:
    def tones(parts: frozenset[Part]) -> set[Tone]:
        drawn = render_pose(BAND_IN, "straight", parts, 40, 14)
        return {tone for row in drawn.rows for _, tone in row}

    assert Tone.LIT in tones(highlight(part))
    assert Tone.LIT not in tones(highlight())


def test_a_foot_held_against_a_band_works_a_little() -> None:
    hold = PhaseMotion(("turned-in",), MotionKind.HOLD)
    found = {above_at(BAND_IN, hold, at / 10).turn for at in range(40)}
    assert len(found) > 10
    assert all(abs(turn - 24) <= 1 for turn in found)


def test_between_a_pose_with_a_band_and_one_without_there_is_none() -> None:
    figure = Figure(
        (View.ABOVE,),
        (
            KeyPose("free", above=AbovePose(0)),
            KeyPose("tied", above=AbovePose(20, tied=40)),
        ),
    )
    assert above_at(figure, PhaseMotion(("free", "tied")), 2).tied is None
    assert above_at(figure, PhaseMotion(("free", "tied")), 4).tied == 40
