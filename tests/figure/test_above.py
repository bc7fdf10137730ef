"""A foot from above turns about its heel, stretches its band, and rolls its ball on three lines."""

from itertools import pairwise
from math import dist

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_figures import BALL_LINES, BAND_IN, BAND_OUT, BOTH_TOES, highlight

from footcoach_tui.figure.above import above_layers
from footcoach_tui.figure.cells import PictureFormat
from footcoach_tui.figure.model import Figure, KeyPose, MotionKind, Part, PhaseMotion, View
from footcoach_tui.figure.motion import pose_at
from footcoach_tui.figure.picture import Tone
from footcoach_tui.figure.poses import AbovePose
from footcoach_tui.figure.render import render_pose
from footcoach_tui.figure.scene import scene
from footcoach_tui.figure.shapes import Capsule, Polygon, Scene

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


def ball(name: str) -> Capsule:
    (shape,) = props(BALL_LINES, BALL_LINES.pose(name))
    assert isinstance(shape, Capsule)
    return shape


def points(pose: AbovePose) -> list[tuple[float, float]]:
    """The outline of each foot and the ends of its toes, foot by foot."""
    shapes = [shape for layer in above_layers(pose, highlight()) for shape, _ in layer.shapes]
    return [
        point
        for shape in shapes
        for point in (shape.points if isinstance(shape, Polygon) else (shape.a, shape.b))
    ]


def heel(pose: AbovePose) -> tuple[float, float]:
    layers = above_layers(pose, highlight(Part.HEEL))
    (disc,) = (shape for layer in layers for shape, tone in layer.shapes if tone is Tone.LIT)
    assert isinstance(disc, Capsule)
    return disc.a


@given(turns)
def test_a_foot_turns_about_its_heel_and_keeps_its_form(turn: float) -> None:
    assert heel(AbovePose(turn)) == pytest.approx(heel(AbovePose()))
    straight, turned = pairwise(points(AbovePose())), pairwise(points(AbovePose(turn)))
    for (start, end), (turned_start, turned_end) in zip(straight, turned, strict=True):
        assert dist(turned_start, turned_end) == pytest.approx(dist(start, end), abs=1e-9)


@pytest.mark.parametrize("tilt", [-40, 40])
def test_a_foot_on_its_edge_is_seen_narrower_and_as_long(tilt: float) -> None:
    left, low, right, high = Scene(above_layers(AbovePose(), highlight())).bounds
    edge = Scene(above_layers(AbovePose(tilt=tilt), highlight())).bounds
    assert edge[2] - edge[0] < 0.8 * (right - left)
    assert edge[3] - edge[1] == pytest.approx(high - low, abs=3)


def test_inwards_is_where_the_big_toe_is() -> None:
    big, *_, little = (
        shape
        for layer in above_layers(AbovePose(), highlight())
        for shape, _ in layer.shapes
        if isinstance(shape, Capsule)
    )
    assert big.b[0] < little.b[0]
    tip = points(AbovePose()).index(big.b)
    inwards, outwards = points(AbovePose(20))[tip], points(AbovePose(-20))[tip]
    assert inwards[0] < big.b[0] < outwards[0]


@pytest.mark.parametrize(
    ("figure", "names"),
    [
        (BAND_IN, ("straight", "turned-in")),
        (BAND_OUT, ("straight", "turned-out")),
        (BOTH_TOES, ("slack", "drawn-in")),
    ],
    ids=["in", "out", "both big toes"],
)
def test_a_band_stretches_all_the_way(figure: Figure, names: tuple[str, str]) -> None:
    motion = PhaseMotion(names, linear=True)
    lengths = [band_length(figure, pose_at(figure, motion, 4, at)) for at in (0, 1, 2, 3, 4)]
    assert lengths == sorted(lengths)
    assert lengths[-1] > 1.5 * lengths[0]


def test_what_a_band_is_tied_to_stays_where_it_is() -> None:
    motion = PhaseMotion(("straight", "turned-in"))
    posts = {
        shape
        for at in (0, 1, 2, 3, 4)
        for shape in props(BAND_IN, pose_at(BAND_IN, motion, 4, at))
        if isinstance(shape, Polygon)
    }
    assert len(posts) == 1


@given(turns, st.floats(26, 90))
def test_a_pair_of_feet_mirrors_itself(turn: float, apart: float) -> None:
    pair = points(AbovePose(turn, pair=apart))
    half = len(pair) // 2
    for (x, y), (other_x, other_y) in zip(pair[:half], pair[half:], strict=True):
        assert (x + other_x) / 2 == pytest.approx(-apart / 2)
        assert y == pytest.approx(other_y)


def test_the_ball_rolls_on_the_line_of_its_pose() -> None:
    inner, middle, outer = (ball(f"{name}-toes") for name in ("inner", "middle", "outer"))
    assert inner.a[0] + inner.ra < middle.a[0] + 1
    assert middle.a[0] < outer.a[0] - outer.ra + 1
    for name in ("inner", "middle", "outer"):
        assert ball(f"{name}-toes").a[1] - ball(f"{name}-heel").a[1] > 30


def test_the_ball_goes_to_the_toes_and_back() -> None:
    roll = PhaseMotion(("outer-heel", "outer-toes"), every=4, linear=True)
    along = [above_at(BALL_LINES, roll, at).roller for at in (0, 1, 2, 3, 4)]
    assert along == [(1.0, 0.0), (1.0, 0.5), (1.0, 1.0), (1.0, 0.5), (1.0, 0.0)]


def test_the_line_under_the_ball_is_lit_and_not_the_whole_sole() -> None:
    for name in ("inner", "middle", "outer"):
        layers = scene(
            BALL_LINES, View.ABOVE, BALL_LINES.pose(f"{name}-heel"), highlight(Part.SOLE)
        )
        (lane,) = (
            shape for layer in layers.layers for shape, tone in layer.shapes if tone is Tone.LIT
        )
        assert isinstance(lane, Capsule)
        assert lane.a == pytest.approx(ball(f"{name}-heel").a)
        assert lane.b == pytest.approx(ball(f"{name}-toes").a)


@pytest.mark.parametrize(
    "part", [Part.SOLE, Part.ARCH, Part.HEEL, Part.ANKLE, Part.BIG_TOE, Part.TOES]
)
def test_a_part_of_it_can_be_lit(part: Part) -> None:
    def tones(parts: frozenset[Part]) -> set[Tone]:
        picture = render_pose(BAND_IN, "straight", parts, PictureFormat(40, 14))
        return {ink.tone for row in picture.rows for _, ink in row}

    assert Tone.LIT in tones(highlight(part))
    assert Tone.LIT not in tones(highlight())


def test_a_foot_held_against_a_band_works_a_little() -> None:
    hold = PhaseMotion(("turned-in",), MotionKind.HOLD)
    angles = {above_at(BAND_IN, hold, at / 10).turn for at in range(40)}
    assert len(angles) > 10
    assert all(abs(turn - 24) <= 1 for turn in angles)


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
