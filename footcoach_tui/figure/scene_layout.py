"""Layout of a scene: its box and the places of its props, from all key poses of a figure."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import ClassVar

from footcoach_tui.figure.above import above_layers
from footcoach_tui.figure.body import body_layers
from footcoach_tui.figure.foot import FootBones, foot_layers
from footcoach_tui.figure.front import front_layers
from footcoach_tui.figure.geometry import Point
from footcoach_tui.figure.model import Figure, KeyPose, PhaseMotion, Prop, View
from footcoach_tui.figure.motion import pose_at
from footcoach_tui.figure.picture import Tone
from footcoach_tui.figure.rear import rear_layers
from footcoach_tui.figure.shapes import Box, Layer, Scene, bounding_box
from footcoach_tui.figure.signs import other_foot_layers
from footcoach_tui.figure.skeleton import Skeleton
from footcoach_tui.figure.toes import CUT_Y, toes_layers

_FLOOR_BELOW_JOINTS = 1.5  # units of the body: the joints run inside the limbs
_FOOT_STEP_HEIGHT, _FOOT_CUSHION_HEIGHT = 26.0, 15.0  # units of the foot
_ON_FLOOR = 1.0
_BESIDE = 5.0  # units of the body: from the side view to the rear view
_BLEND_STEPS = 6  # the reach between two poses is measured at every sixth of the way
_SWAY = 1.0  # units of the body that a tremor adds
_TURN = 2.0  # units of the foot that a tremor adds, from above


@dataclass(frozen=True, slots=True)
class SceneLayout:
    """Places that all frames of one view share.

    `ground`: y of the floor, None where there is none. `person_box`: the box around the body or
    foot in every pose. For a body: `wall_x` of the wall's face; `seat`, the hip of the first key
    pose, where a chair goes; `hand` of the first key pose, where a rail goes; `rear_x` of the
    body from behind. For a foot: `stones_x` of the stones that lie still; `toes_at_wall`, whether
    the toes touch a wall.
    """

    STEP_HEIGHT: ClassVar = 14.0
    """Units of the body, as all heights here, unless of the foot."""
    CUSHION_HEIGHT: ClassVar = 8.0
    WALL_THICKNESS: ClassVar = 4.5
    STONE_RADIUS: ClassVar = 5.5
    """Units of the foot."""

    ground: float | None
    person_box: Box
    wall_x: float = 0.0
    seat: Point = (0.0, 0.0)
    hand: Point = (0.0, 0.0)
    rear_x: float = 0.0
    stones_x: tuple[float, ...] = ()
    toes_at_wall: bool = False

    @classmethod
    @lru_cache(maxsize=256)
    def from_figure(cls, figure: Figure, view: View) -> "SceneLayout":
        box = bounding_box(Scene(layers).bounds for layers in _all_layers(figure, view))
        left, low, right, high = box
        if view is View.TOES:
            return cls(None, (left, CUT_Y, right, high))
        if view is View.FRONT:
            return cls(0.0, (left, 0.0, right, high))
        if view is View.ABOVE:
            return cls(None, (left - _TURN, low - _TURN, right + _TURN, high + _TURN))
        if view is View.FOOT:
            ground = -_height(figure.props, _FOOT_STEP_HEIGHT, _FOOT_CUSHION_HEIGHT)
            box = (left, ground, right, max(high, FootBones.SHIN_TOP))
            return cls(ground, box, stones_x=_stones(figure), toes_at_wall=_toes_at_wall(figure))
        ground = -_FLOOR_BELOW_JOINTS - _height(figure.props, cls.STEP_HEIGHT, cls.CUSHION_HEIGHT)
        first = Skeleton.from_pose(next(pose.body for pose in figure.poses if pose.body))
        wall = _furthest_reach(figure) if figure.wall is None else figure.wall
        rear, right = _rear(figure, ground, right, wall)
        box = (left - _SWAY, ground, right + _SWAY, high + _SWAY)
        return cls(ground, box, wall, first.hip, first.arm.hand, rear)


def _furthest_reach(figure: Figure) -> float:
    """The right edge of a body in every pose, without its far arm and leg."""
    layers = (layer for layers in _all_layers(figure, View.BODY) for layer in layers)
    shapes = (shape for layer in layers for shape, tone in layer.shapes if tone is not Tone.FAR)
    return max(shape.bounds[2] for shape in shapes)


def _rear(figure: Figure, ground: float, right: float, wall: float) -> tuple[float, float]:
    """The x of the body from behind, right of the one from the side, and the right edge of both."""
    swaying = [
        (Skeleton.from_pose(pose.body), pose.body.sway)
        for pose in _all_poses(figure)
        if pose.body and pose.body.sway is not None
    ]
    if not swaying:
        return right, right
    side = bounding_box(Scene(body_layers(bones, frozenset())).bounds for bones, _ in swaying)
    has_ball = Prop.BALL in figure.props
    rear = bounding_box(
        Scene(rear_layers(bones, sway, 0.0, ground, frozenset(), has_ball=has_ball)).bounds
        for bones, sway in swaying
    )
    edge = max(side[2], wall + SceneLayout.WALL_THICKNESS) if Prop.WALL in figure.props else side[2]
    x = edge + _BESIDE - rear[0]
    return x, max(right, x + rear[2])


def _toes_at_wall(figure: Figure) -> bool:
    """Whether a wall is no further before the ball of the near foot than its toes."""
    ball_x = next((pose.body.root[0] for pose in figure.poses if pose.body), 0.0)
    return figure.wall is not None and 0.0 < figure.wall - ball_x <= Skeleton.TOES


def _stones(figure: Figure) -> tuple[float, ...]:
    """The x of the stones that lie still: one wherever a key pose has its stone on the floor."""
    stones = (pose.foot.stone for pose in figure.poses if pose.foot and pose.foot.stone)
    return tuple(dict.fromkeys(x for x, y in stones if y <= SceneLayout.STONE_RADIUS + _ON_FLOOR))


def _height(props: frozenset[Prop], step: float, cushion: float) -> float:
    """Height of the step or cushion under the foot."""
    if Prop.STEP in props:
        return step
    return cushion if Prop.CUSHION in props else 0.0


def _all_layers(figure: Figure, view: View) -> Iterator[tuple[Layer, ...]]:
    for pose in _all_poses(figure):
        if view is View.BODY and pose.body:
            yield body_layers(Skeleton.from_pose(pose.body), frozenset())
        elif view is View.FOOT and pose.foot:
            foot = FootBones.from_pose(pose.foot)
            yield (*other_foot_layers(pose.foot), *foot_layers(foot, frozenset()))
        elif view is View.FRONT and pose.front:
            yield front_layers(pose.front, frozenset())
        elif view is View.ABOVE and pose.above:
            yield above_layers(pose.above, frozenset())
        elif view is View.TOES and pose.toes:
            yield toes_layers(pose.toes, frozenset())


def _all_poses(figure: Figure) -> Iterator[KeyPose]:
    """Every key pose, and poses between any two of them."""
    names = tuple(pose.name for pose in figure.poses)
    yield from (figure.pose(name) for name in names)
    for pair in combinations(names, 2):
        motion = PhaseMotion(pair, linear=True)
        yield from (pose_at(figure, motion, _BLEND_STEPS, step) for step in range(1, _BLEND_STEPS))
