"""Props are seen, and touch the body or foot where they should."""

from dataclasses import replace
from math import dist

import pytest
from sample_figures import BALL_ROLL, CALF_STRAIGHT, HEEL_RAISE, LOADED, SEATED, STONES, highlight

from footcoach_tui.figure.cells import CELL_HEIGHT, CELL_WIDTH, PictureFormat
from footcoach_tui.figure.foot import FootBones
from footcoach_tui.figure.model import Figure, KeyPose, Part, PhaseMotion, Prop, View
from footcoach_tui.figure.motion import pose_at
from footcoach_tui.figure.picture import Tone
from footcoach_tui.figure.poses import AbovePose, BodyPose, FootPose
from footcoach_tui.figure.raster import Fit, rasterise
from footcoach_tui.figure.render import render_pose
from footcoach_tui.figure.scene import scene, scene_box
from footcoach_tui.figure.scene_layout import SceneLayout
from footcoach_tui.figure.shapes import Shape, disc
from footcoach_tui.figure.skeleton import Skeleton

BODY_PROPS = (
    Prop.WALL,
    Prop.RAIL,
    Prop.STEP,
    Prop.CHAIR,
    Prop.BALL,
    Prop.TOWEL,
    Prop.BAND,
    Prop.CUSHION,
    Prop.STONES,
    Prop.BACKPACK,
    Prop.LINE,
)
FOOT_PROPS = (
    Prop.STEP,
    Prop.CUSHION,
    Prop.TOWEL,
    Prop.STONES,
    Prop.BAND,
    Prop.BALL,
)


def prop_layers(figure: Figure, view: View, pose: KeyPose) -> list[list[Shape]]:
    layers = scene(figure, view, pose, highlight()).layers
    props = ([shape for shape, tone in layer.shapes if tone is Tone.PROP] for layer in layers)
    return [shapes for shapes in props if shapes]


def tones(figure: Figure) -> set[Tone]:
    picture = render_pose(figure, figure.poses[0].name, highlight(), PictureFormat(40, 14))
    return {ink.tone for row in picture.rows for _, ink in row}


@pytest.mark.parametrize("prop", BODY_PROPS)
def test_a_prop_beside_a_body_is_seen(prop: Prop) -> None:
    sitting = KeyPose("sit", BodyPose(0, 0, 90, 90, 0, (30, 60), 30, root=(0, 5)))
    assert Tone.PROP not in tones(Figure((View.BODY,), (sitting,)))
    assert Tone.PROP in tones(Figure((View.BODY,), (sitting,), frozenset({prop})))


@pytest.mark.parametrize("prop", FOOT_PROPS)
def test_a_prop_at_a_foot_is_seen(prop: Prop) -> None:
    foot = KeyPose("foot", foot=FootPose(roller=50))
    assert Tone.PROP not in tones(Figure((View.FOOT,), (foot,)))
    assert Tone.PROP in tones(Figure((View.FOOT,), (foot,), frozenset({prop})))


def test_a_hand_that_holds_the_toes_is_of_the_body_and_not_a_tool() -> None:
    foot = KeyPose("foot", foot=FootPose(big_toe=50, small_toes=50))
    bare, held = (Figure((View.FOOT,), (foot,), frozenset(props)) for props in ((), (Prop.HAND,)))
    assert tones(held) == tones(bare)
    drawn = {
        figure: [
            shape
            for layer in scene(figure, View.FOOT, foot, highlight()).layers
            for shape, tone in layer.shapes
            if tone is Tone.NEAR
        ]
        for figure in (bare, held)
    }
    assert len(drawn[held]) == len(drawn[bare]) + 5, "forearm, hand and three fingers"


def test_the_hand_is_at_the_wall() -> None:
    body = CALF_STRAIGHT.poses[0].body
    assert body is not None
    wall = SceneLayout.from_figure(CALF_STRAIGHT, View.BODY).wall_x
    assert (
        0 < wall - Skeleton.from_pose(body).arm.hand[0] < 5
    )  # the palm's middle; the fingers touch


def test_the_floor_is_below_the_step() -> None:
    on_step = replace(HEEL_RAISE, props=frozenset({Prop.STEP}))
    level, lower = (
        SceneLayout.from_figure(HEEL_RAISE, View.BODY).ground,
        SceneLayout.from_figure(on_step, View.BODY).ground,
    )
    assert level is not None
    assert lower is not None
    assert level - lower == SceneLayout.STEP_HEIGHT


def test_the_chair_stays_where_it_is_while_the_body_moves() -> None:
    seats = [
        [
            shape
            for layer in scene(SEATED, View.BODY, pose, highlight()).layers
            for shape, tone in layer.shapes
            if tone is Tone.PROP
        ]
        for pose in SEATED.poses
    ]
    assert seats[0] == seats[1] != []


@pytest.mark.parametrize("x", [14, 30, 46, 62, 78])
def test_a_foot_lies_on_its_ball_and_not_in_it(x: float) -> None:
    bones = FootBones.from_pose(FootPose(roller=x, tilt=(46 - x) / 4))
    radius = FootBones.ROLLER
    depths = [radius - dist((px, py), (x, radius)) for px, py in bones.outline]
    assert max(depths) < 1
    assert min(abs(depth) for depth in depths) < 4


def test_the_ball_is_round() -> None:
    pose = BALL_ROLL.pose("front")
    fit = Fit.from_box(scene_box(BALL_ROLL, View.FOOT), 60 * CELL_WIDTH, 22 * CELL_HEIGHT)
    grid = rasterise(scene(BALL_ROLL, View.FOOT, pose, highlight()), fit)
    dots = [at for at, value in enumerate(grid) if value == Tone.PROP.bit]
    columns, rows = {at % fit.width for at in dots}, {at // fit.width for at in dots}
    assert abs(len(columns) - len(rows)) <= 1


def test_stones_lie_still_where_one_is_taken_and_where_it_is_dropped() -> None:
    motion = PhaseMotion(("grip", "over", "drop"), linear=True)
    for at in (0, 1, 2, 3, 4):
        pose = pose_at(STONES, motion, 4, at)
        assert pose.foot is not None
        lying, carried = prop_layers(STONES, View.FOOT, pose)
        assert pose.foot.stone is not None
        assert lying == [
            disc((97, SceneLayout.STONE_RADIUS), SceneLayout.STONE_RADIUS),
            disc((123, SceneLayout.STONE_RADIUS), SceneLayout.STONE_RADIUS),
        ]
        assert carried == [disc(pose.foot.stone, SceneLayout.STONE_RADIUS)]


def test_a_stone_is_carried_only_from_grip_to_drop() -> None:
    motions = (("open", "grip"), ("grip", "over"), ("over", "drop"), ("drop", "open"))
    feet = [pose_at(STONES, PhaseMotion(motion), 2, 1).foot for motion in motions]
    assert [foot is not None and foot.stone is not None for foot in feet] == [
        False,
        True,
        True,
        False,
    ]


def test_a_wall_is_where_the_figure_has_it() -> None:
    assert SceneLayout.from_figure(LOADED, View.BODY).wall_x == 30
    assert SceneLayout.from_figure(replace(LOADED, wall=None), View.BODY).wall_x > 10


def test_a_backpack_is_on_the_back() -> None:
    for pose in LOADED.poses:
        assert pose.body is not None
        bones = Skeleton.from_pose(pose.body)
        (pack,), (_,) = prop_layers(LOADED, View.BODY, pose)
        assert pack.bounds[2] > bones.hip[0] - 7 > pack.bounds[0]
        assert bones.hip[1] < pack.bounds[1] < pack.bounds[3] < bones.head[1]


def test_a_backpack_of_a_sitting_body_is_on_its_thighs() -> None:
    figure = replace(SEATED, props=frozenset({Prop.BACKPACK}))
    for pose in figure.poses:
        assert pose.body is not None
        bones = Skeleton.from_pose(pose.body)
        ((pack,),) = prop_layers(figure, View.BODY, pose)
        assert bones.hip[0] < pack.bounds[0] < pack.bounds[2] < bones.near.knee[0] + 6
        assert bones.hip[1] < pack.bounds[1] < pack.bounds[3] < bones.shoulder[1]


def test_a_rail_stays_where_the_first_pose_has_its_hand() -> None:
    figure = replace(LOADED, props=frozenset({Prop.RAIL}))
    rails = [prop_layers(figure, View.BODY, pose)[0] for pose in figure.poses]
    body = figure.poses[0].body
    assert body is not None
    x, y = Skeleton.from_pose(body).arm.hand
    left, _, right, high = rails[0][-1].bounds
    assert left < x < right
    assert 0 < y - high < 2
    assert rails[0] == rails[1]


@pytest.mark.parametrize(("wall", "seen"), [(3.0, True), (12.0, False), (None, False)])
def test_a_wall_is_seen_in_the_close_up_where_the_toes_are_up_it(
    *, wall: float | None, seen: bool
) -> None:
    toes = KeyPose("up", BodyPose(0, 0, 0, 0, 0, toe=70), FootPose(big_toe=70, small_toes=70))
    figure = Figure((View.FOOT, View.BODY), (toes,), frozenset({Prop.WALL}), wall=wall)
    assert bool(prop_layers(figure, View.FOOT, toes)) is seen


def test_a_ball_is_between_the_heels_of_a_pair() -> None:
    pose = KeyPose("pair", above=AbovePose(pair=46))
    figure = Figure((View.ABOVE,), (pose,), frozenset({Prop.BALL}))
    ((ball,),) = prop_layers(figure, View.ABOVE, pose)
    assert (ball.bounds[0] + ball.bounds[2]) / 2 == pytest.approx(-23)


def test_a_band_that_is_seen_from_above_is_not_drawn_from_the_side() -> None:
    body = BodyPose(0, 0, 90, 90, 0)
    pose = KeyPose("sit", body, above=AbovePose(tied=40))
    both = Figure((View.ABOVE, View.BODY), (pose,), frozenset({Prop.BAND}))
    assert prop_layers(both, View.ABOVE, pose)
    assert not prop_layers(both, View.BODY, pose)
    assert prop_layers(replace(both, views=(View.BODY,)), View.BODY, pose)


def test_the_other_leg_can_be_lit() -> None:
    high = LOADED.pose("high")
    lit_scene = scene(LOADED, View.BODY, high, highlight(Part.FAR_CALF))
    lit = [shape for layer in lit_scene.layers for shape, tone in layer.shapes if tone is Tone.LIT]
    assert high.body is not None
    far = Skeleton.from_pose(high.body).far
    assert lit
    assert all(shape.bounds[0] < far.knee[0] + 4 for shape in lit)
