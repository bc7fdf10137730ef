"""Feet from the front: they turn about the ankle, lift their toes, and stretch a tied band."""

from math import dist

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_figures import BAND_FRONT, TOES_FRONT, highlight

from footcoach_tui.figure.front import front_layers
from footcoach_tui.figure.model import Figure, KeyPose, Part, PhaseMotion, View
from footcoach_tui.figure.motion import pose_at
from footcoach_tui.figure.picture import Tone
from footcoach_tui.figure.poses import FrontPose
from footcoach_tui.figure.scene import scene
from footcoach_tui.figure.shapes import Capsule, Polygon, Scene, Shape

tilts = st.floats(-45, 45)


def shapes(pose: FrontPose, *lit: Part, tone: Tone) -> list[Shape]:
    layers = front_layers(pose, highlight(*lit))
    return [shape for layer in layers for shape, its in layer.shapes if its is tone]


def toes(pose: FrontPose, part: Part) -> list[Shape]:
    return shapes(pose, part, tone=Tone.LIT)


def props(figure: Figure, pose: KeyPose) -> list[Shape]:
    layers = scene(figure, View.FRONT, pose, highlight()).layers
    return [shape for layer in layers for shape, tone in layer.shapes if tone is Tone.PROP]


@given(tilts)
def test_a_turned_foot_stands_on_the_floor(tilt: float) -> None:
    _, low, _, _ = Scene(front_layers(FrontPose(tilt=tilt), highlight())).bounds
    assert -2.5 < low < 1


def test_a_sole_turned_inwards_raises_the_big_toe() -> None:
    def heights(tilt: float) -> tuple[float, float]:
        pose = FrontPose(tilt=tilt)
        (big,), small = toes(pose, Part.BIG_TOE), toes(pose, Part.TOES)
        return big.bounds[1], min(toe.bounds[1] for toe in small)

    inwards, outwards = heights(30), heights(-30)
    assert inwards[0] > inwards[1] + 5
    assert outwards[1] > outwards[0] - 5
    assert inwards[0] > outwards[0] + 5


@pytest.mark.parametrize(
    ("pose", "up", "down"),
    [
        (FrontPose(big_toe=45), Part.BIG_TOE, Part.TOES),
        (FrontPose(small_toes=45), Part.TOES, Part.BIG_TOE),
    ],
    ids=["big toe", "small toes"],
)
def test_the_toes_that_are_up_are_off_the_floor_and_no_others(
    pose: FrontPose, up: Part, down: Part
) -> None:
    assert min(toe.bounds[1] for toe in toes(pose, up)) > 4
    assert max(toe.bounds[1] for toe in toes(pose, down)) == pytest.approx(0)


@given(tilts, st.floats(0, 60), st.floats(45, 120))
def test_a_pair_of_feet_mirrors_itself(tilt: float, lift: float, apart: float) -> None:
    left, _, right, _ = Scene(
        front_layers(FrontPose(lift, 0, tilt, pair=apart), highlight())
    ).bounds
    assert left + right == pytest.approx(-apart)


def test_the_foot_beside_stays_flat_and_grey() -> None:
    def beside(tilt: float) -> list[Shape]:
        return shapes(FrontPose(tilt=tilt, beside=-72), tone=Tone.FAR)

    assert beside(0)
    assert beside(0) == beside(30)


def test_a_band_stretches_from_the_leg_of_a_table_which_stays() -> None:
    motion = PhaseMotion(("straight", "turned-in"), linear=True)
    moments = [props(BAND_FRONT, pose_at(BAND_FRONT, motion, 4, at)) for at in range(5)]
    tables = {tuple(shape for shape in at if isinstance(shape, Polygon)) for at in moments}
    assert len(tables) == 1
    lengths = [
        next(dist(shape.a, shape.b) for shape in at if isinstance(shape, Capsule)) for at in moments
    ]
    assert lengths == sorted(lengths)
    assert lengths[-1] > lengths[0]


def test_toes_change_places_on_the_way() -> None:
    swap = PhaseMotion(("big-up", "small-up"), linear=True)
    half = pose_at(TOES_FRONT, swap, 2, 1).front
    assert half == FrontPose(22.5, 22.5, pair=62)
