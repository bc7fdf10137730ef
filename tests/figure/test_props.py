"""What stands around a figure is seen, and touches what it should."""

from dataclasses import replace

import pytest
from figures import BALL_ROLL, CALF_STRAIGHT, HEEL_RAISE, SEATED, lit

from footcoach_tui.figure.cells import HIGH, WIDE
from footcoach_tui.figure.fit import fitted
from footcoach_tui.figure.foot_bones import ROLLER, foot_bones
from footcoach_tui.figure.frames import still
from footcoach_tui.figure.model import BodyPose, Figure, FootPose, KeyPose, Prop, View
from footcoach_tui.figure.raster import raster
from footcoach_tui.figure.scene import box, scene
from footcoach_tui.figure.skeleton import skeleton
from footcoach_tui.figure.stage import STEP_HEIGHT, stage
from footcoach_tui.figure.tones import Tone

BODY_PROPS = (Prop.WALL, Prop.STEP, Prop.CHAIR, Prop.BALL, Prop.TOWEL, Prop.BAND, Prop.CUSHION)
FOOT_PROPS = (
    Prop.STEP,
    Prop.CUSHION,
    Prop.WALL,
    Prop.TOWEL,
    Prop.STONES,
    Prop.BAND,
    Prop.HAND,
    Prop.BALL,
)


def tones(figure: Figure) -> set[Tone]:
    drawn = still(figure, figure.poses[0].name, lit(), 40, 14)
    return {tone for row in drawn.rows for _, tone in row}


@pytest.mark.parametrize("prop", [*BODY_PROPS, Prop.STONES])
def test_a_prop_beside_a_body_is_seen(prop: Prop) -> None:
    sitting = KeyPose("sit", BodyPose(0, 0, 90, 90, 0, (30, 60), 30, root=(0, 5)))
    assert Tone.PROP not in tones(Figure((View.BODY,), (sitting,)))
    assert Tone.PROP in tones(Figure((View.BODY,), (sitting,), frozenset({prop})))


@pytest.mark.parametrize("prop", FOOT_PROPS)
def test_a_prop_at_a_foot_is_seen(prop: Prop) -> None:
    foot = KeyPose("foot", foot=FootPose(roller=50))
    assert Tone.PROP not in tones(Figure((View.FOOT,), (foot,)))
    assert Tone.PROP in tones(Figure((View.FOOT,), (foot,), frozenset({prop})))


def test_the_hand_is_at_the_wall() -> None:
    body = CALF_STRAIGHT.poses[0].body
    assert body is not None
    wall = stage(CALF_STRAIGHT, View.BODY).wall
    assert 0 < wall - skeleton(body).arm.hand[0] < 5  # the palm's middle; the fingers touch


def test_the_floor_is_below_the_step() -> None:
    on_step = replace(HEEL_RAISE, props=frozenset({Prop.STEP}))
    level, lower = stage(HEEL_RAISE, View.BODY).ground, stage(on_step, View.BODY).ground
    assert level is not None
    assert lower is not None
    assert level - lower == STEP_HEIGHT


def test_the_chair_stays_where_it_is_while_the_body_moves() -> None:
    seats = [
        [
            shape
            for layer in scene(SEATED, View.BODY, pose, lit()).layers
            for shape, tone in layer.marks
            if tone is Tone.PROP
        ]
        for pose in SEATED.poses
    ]
    assert seats[0] == seats[1] != []


@pytest.mark.parametrize("x", [14, 30, 46, 62, 78])
def test_a_foot_lies_on_its_ball_and_not_in_it(x: float) -> None:
    bones = foot_bones(FootPose(roller=x, tilt=(46 - x) / 4))
    depths = [ROLLER - ((px - x) ** 2 + (py - ROLLER) ** 2) ** 0.5 for px, py in bones.outline]
    assert max(depths) < 1
    assert min(abs(depth) for depth in depths) < 4


def test_the_ball_is_round() -> None:
    pose = BALL_ROLL.pose("front")
    fit = fitted(box(BALL_ROLL, View.FOOT), 60 * WIDE, 22 * HIGH)
    grid = raster(scene(BALL_ROLL, View.FOOT, pose, lit()), fit)
    found = [at for at, value in enumerate(grid) if value == Tone.PROP.bit]
    columns, rows = {at % fit.width for at in found}, {at // fit.width for at in found}
    assert abs(len(columns) - len(rows)) <= 1
