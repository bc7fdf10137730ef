"""What stands around a figure: its props, placed once by all its key poses, and its box."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from footcoach_tui.figure.above import above_layers
from footcoach_tui.figure.body import FLOOR_BELOW_JOINTS, body_layers
from footcoach_tui.figure.fit import Box
from footcoach_tui.figure.foot import SHIN_TOP, foot_layers
from footcoach_tui.figure.geometry import Point
from footcoach_tui.figure.model import Figure, KeyPose, PhaseMotion, Prop, View
from footcoach_tui.figure.motion import pose_at
from footcoach_tui.figure.picture import Tone
from footcoach_tui.figure.rear import rear_layers
from footcoach_tui.figure.shapes import Layer, Scene, bounding_box
from footcoach_tui.figure.skeleton import skeleton
from footcoach_tui.figure.toes import CUT_Y, toes_layers

BODY_STEP_HEIGHT = 14.0
BODY_CUSHION_HEIGHT = 8.0
"""Units of the body: how far the floor is below the foot on a step or a cushion."""
WALL_THICKNESS = 4.5
"""Units of the body."""
_FOOT_STEP_HEIGHT = 26.0
_FOOT_CUSHION_HEIGHT = 15.0
"""The same in units of the foot, for the close-up."""
STONE_RADIUS = 5.5
"""Radius of a stone, in units of the foot."""
_ON_FLOOR = 1.0
_BESIDE = 5.0  # units of the body: between it and the same one from behind
_WAY = 6  # a blend of two poses is looked at this often to find how far it reaches
_SWAY = 1.0  # units: what a tremor adds
_TURN = 2.0  # the same in units of the foot, seen from above


@dataclass(frozen=True, slots=True)
class SceneLayout:
    """Places shared by all frames of one view.

    `ground`: y of the floor, None where there is none. `reach`: the box around the person alone.
    Of a body: `wall`, x of its face; `seat`, the hip of the first key pose, where a chair goes;
    `rear`, x where the body from behind stands. Of a foot: `stones`, x of those that lie still.
    """

    ground: float | None
    person_box: Box
    wall_x: float = 0.0
    seat: Point = (0.0, 0.0)
    rear_x: float = 0.0
    stones_x: tuple[float, ...] = ()


@lru_cache(maxsize=256)
def scene_layout(figure: Figure, view: View) -> SceneLayout:
    """The stage of one view of a figure."""
    reach = bounding_box(Scene(layers).bounds for layers in _all_layers(figure, view))
    left, low, right, high = reach
    if view is View.TOES:
        return SceneLayout(None, (left, CUT_Y, right, high))
    if view is View.ABOVE:
        return SceneLayout(None, (left - _TURN, low - _TURN, right + _TURN, high + _TURN))
    if view is View.FOOT:
        ground = -_drop(figure.props, _FOOT_STEP_HEIGHT, _FOOT_CUSHION_HEIGHT)
        return SceneLayout(
            ground, (left, ground, right, max(high, SHIN_TOP)), stones_x=_stones(figure)
        )
    ground = -FLOOR_BELOW_JOINTS - _drop(figure.props, BODY_STEP_HEIGHT, BODY_CUSHION_HEIGHT)
    first = next(pose.body for pose in figure.poses if pose.body)
    wall = figure.wall
    if wall is None:
        wall = bounding_box(_near_boxes(_all_layers(figure, view)))[2]
    rear, right = _rear(figure, ground, right, wall)
    box = (left - _SWAY, ground, right + _SWAY, high + _SWAY)
    return SceneLayout(ground, box, wall, skeleton(first).hip, rear)


def _near_boxes(scenes: Iterable[tuple[Layer, ...]]) -> Iterator[Box]:
    """The boxes around all that is not the far side of a body."""
    for layers in scenes:
        for layer in layers:
            yield from (shape.bounds for shape, tone in layer.shapes if tone is not Tone.FAR)


def _rear(figure: Figure, ground: float, right: float, wall: float) -> tuple[float, float]:
    """Where the body from behind has room, before that from the side, and the right of both."""
    swaying = [
        (skeleton(pose.body), pose.body.sway)
        for pose in _all_poses(figure)
        if pose.body and pose.body.sway is not None
    ]
    if not swaying:
        return right, right
    side = bounding_box(Scene(body_layers(bones, frozenset())).bounds for bones, _ in swaying)
    rear = bounding_box(
        Scene(rear_layers(bones, sway, 0.0, ground, frozenset())).bounds for bones, sway in swaying
    )
    free = max(side[2], wall + WALL_THICKNESS) if Prop.WALL in figure.props else side[2]
    x = free + _BESIDE - rear[0]
    return x, max(right, x + rear[2])


def _stones(figure: Figure) -> tuple[float, ...]:
    """Where a key pose has its stone on the floor, there one lies for good."""
    held = (pose.foot.stone for pose in figure.poses if pose.foot and pose.foot.stone)
    return tuple(dict.fromkeys(x for x, y in held if y <= STONE_RADIUS + _ON_FLOOR))


def _drop(props: frozenset[Prop], step: float, cushion: float) -> float:
    """How far the floor is below what the foot stands on."""
    if Prop.STEP in props:
        return step
    return cushion if Prop.CUSHION in props else 0.0


def _all_layers(figure: Figure, view: View) -> Iterator[tuple[Layer, ...]]:
    for pose in _all_poses(figure):
        if view is View.BODY and pose.body:
            yield body_layers(skeleton(pose.body), frozenset())
        elif view is View.FOOT and pose.foot:
            yield foot_layers(pose.foot, frozenset())
        elif view is View.ABOVE and pose.above:
            yield above_layers(pose.above, frozenset())
        elif view is View.TOES and pose.toes:
            yield toes_layers(pose.toes, frozenset())


def _all_poses(figure: Figure) -> Iterator[KeyPose]:
    """Every key pose, and the way between any two of them."""
    names = tuple(pose.name for pose in figure.poses)
    yield from (figure.pose(name) for name in names)
    pairs = ((one, two) for place, one in enumerate(names) for two in names[place + 1 :])
    for pair in pairs:
        motion = PhaseMotion(pair, linear=True)
        yield from (pose_at(figure, motion, _WAY, step) for step in range(1, _WAY))
