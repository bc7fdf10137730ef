"""A body that sways to a side is drawn from behind as well, beside the side view."""

from dataclasses import replace

import pytest
from sample_figures import ROCKING, highlight

from footcoach_tui.figure.cells import CELL_HEIGHT, CELL_WIDTH
from footcoach_tui.figure.model import Figure, KeyPose, Part, PhaseMotion, Prop, View
from footcoach_tui.figure.motion import pose_at
from footcoach_tui.figure.picture import Tone
from footcoach_tui.figure.poses import BodyPose
from footcoach_tui.figure.raster import Fit, rasterise
from footcoach_tui.figure.rear import rear_layers
from footcoach_tui.figure.scene import scene, scene_box
from footcoach_tui.figure.scene_layout import SceneLayout
from footcoach_tui.figure.shapes import Capsule, Scene
from footcoach_tui.figure.skeleton import Skeleton

KNEELING = BodyPose(80, 26, 158, 60, 8, (7, 42))
FOOT = 0.75 * 5.5  # how far each is to its side
WIDTH, HEIGHT = 40 * CELL_WIDTH, 14 * CELL_HEIGHT


def columns(figure: Figure, pose: str, tone: Tone, parts: frozenset[Part]) -> set[int]:
    """The columns right of the middle with dots of a tone."""
    drawn_scene = scene(figure, View.BODY, figure.pose(pose), parts)
    grid = rasterise(drawn_scene, Fit.from_box(scene_box(figure, View.BODY), WIDTH, HEIGHT))
    of_tone = {at % WIDTH for at, value in enumerate(grid) if value == tone.bit}
    return {column for column in of_tone if column > WIDTH // 2}


def middle(columns: set[int]) -> float:
    return sum(columns) / len(columns)


def test_right_is_right_and_left_is_left() -> None:
    right, left = (
        middle(columns(ROCKING, pose, Tone.NEAR, highlight())) for pose in ("right", "left")
    )
    assert right > left + 4


def test_the_foot_that_bears_the_weight_is_lit_and_the_other_is_not() -> None:
    right, left = (
        columns(ROCKING, pose, Tone.LIT, highlight(Part.TOES)) for pose in ("right", "left")
    )
    assert right
    assert left
    assert middle(right) > middle(left)
    upright = replace(ROCKING, poses=(KeyPose("up", replace(KNEELING, sway=0)),))
    both = columns(upright, "up", Tone.LIT, highlight(Part.TOES))
    assert max(both) - min(both) > max(max(right) - min(right), max(left) - min(left))


@pytest.mark.parametrize("sway", [-30, -10, 10, 30])
def test_its_feet_stay_and_its_head_leans(sway: float) -> None:
    bones = Skeleton.from_pose(KNEELING)
    upright, leaning = (
        Scene(rear_layers(bones, degrees, 50, 0, highlight())).bounds for degrees in (0, sway)
    )
    side = 2 if sway > 0 else 0
    assert (leaning[side] - upright[side]) * sway > 20
    left, right = rear_layers(bones, sway, 50, 0, highlight())[-2:]
    for foot, x in ((left, 50 - FOOT), (right, 50 + FOOT)):
        ((sole, _),) = foot.shapes
        assert isinstance(sole, Capsule)
        assert sole.a == pytest.approx((x, 0))


def test_a_lifted_leg_reaches_to_the_side_that_the_body_leans_away_from() -> None:
    bones = Skeleton.from_pose(BodyPose(0, 12, 26, 18, 4, far=(30, 52, 18)))
    lefts = [
        Scene(rear_layers(bones, sway, 50, -1.5, highlight())[-2:-1]).bounds[0]
        for sway in (8, 0, -8)
    ]
    assert lefts[0] < lefts[1] - 8
    assert lefts[1] == pytest.approx(lefts[2], abs=0.5)


@pytest.mark.parametrize("look", [-80, 80])
def test_the_nose_of_a_turned_head_is_on_its_side(look: float) -> None:
    bones = Skeleton.from_pose(replace(KNEELING, look=look))
    *_, (nose, _) = rear_layers(bones, 0, 50, 0, highlight())[1].shapes
    *_, (head, _), (hidden, _) = rear_layers(Skeleton.from_pose(KNEELING), 0, 50, 0, highlight())[
        1
    ].shapes
    side = 2 if look > 0 else 0
    assert abs(nose.bounds[side] - 50) > abs(head.bounds[side] - 50) + 1
    assert abs(hidden.bounds[side] - 50) < abs(head.bounds[side] - 50)


def test_a_ball_is_between_the_heels_and_rises_with_them() -> None:
    heights = []
    for pitch in (0, 40):
        bones = Skeleton.from_pose(BodyPose(pitch, -pitch, 0, 0, 0))
        *_, left, right, held = rear_layers(bones, 0, 50, 0, highlight(), has_ball=True)
        ((ball, tone),) = held.shapes
        assert tone is Tone.PROP
        assert Scene((left,)).bounds[2] <= ball.bounds[0] + 1
        assert ball.bounds[2] - 1 <= Scene((right,)).bounds[0]
        heights.append(ball.bounds[1])
    assert heights[0] < heights[1]


@pytest.mark.parametrize("props", [frozenset[Prop](), frozenset({Prop.WALL})])
def test_the_rear_view_is_clear_of_the_body_and_of_a_wall(props: frozenset[Prop]) -> None:
    figure = replace(ROCKING, props=props)
    for pose in figure.poses:
        assert pose.body is not None
        assert pose.body.sway is not None
        bones, layout = Skeleton.from_pose(pose.body), SceneLayout.from_figure(figure, View.BODY)
        rear = Scene(rear_layers(bones, pose.body.sway, layout.rear_x, 0, highlight())).bounds
        alone = replace(figure, poses=(KeyPose("alone", replace(pose.body, sway=None)),))
        assert rear[0] > scene(alone, View.BODY, alone.poses[0], highlight()).bounds[2]


def test_a_rear_view_is_drawn_only_while_both_poses_have_a_sway() -> None:
    figure = replace(ROCKING, poses=(*ROCKING.poses, KeyPose("up", KNEELING)))
    swaying = [
        (pose.body.sway if pose.body else None)
        for names in (("right", "left"), ("left", "up"))
        for pose in (pose_at(figure, PhaseMotion(names, linear=True), 4, at) for at in (0, 2, 4))
    ]
    assert swaying == [16, 0, -16, -16, None, None]
