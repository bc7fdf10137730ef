"""What stands around a figure: its props, placed once by all its key poses, and its box."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from footcoach_tui.figure.body import FLESH, body_layers
from footcoach_tui.figure.fit import Box
from footcoach_tui.figure.foot import foot_layers
from footcoach_tui.figure.foot_bones import SHIN_TOP
from footcoach_tui.figure.model import Figure, KeyPose, Motion, Prop, View
from footcoach_tui.figure.motion import pose_at
from footcoach_tui.figure.plane import Point
from footcoach_tui.figure.shapes import Layer, Scene, around
from footcoach_tui.figure.skeleton import skeleton
from footcoach_tui.figure.toes import CUT, toes_layers
from footcoach_tui.figure.tones import Tone

STEP_HEIGHT = 14.0
CUSHION_HEIGHT = 6.0
"""Units of the body: how far the floor is below the foot on a step or a cushion."""
FOOT_STEP_HEIGHT = 26.0
FOOT_CUSHION_HEIGHT = 12.0
"""The same in units of the foot, for the close-up."""
_WAY = 6  # a blend of two poses is looked at this often to find how far it reaches
_SWAY = 1.0  # units: what a tremor adds


@dataclass(frozen=True, slots=True)
class Stage:
    """Places shared by all frames of one view.

    `ground`: y of the floor, None where there is none. `wall`: x of its face. `seat`: the hip of
    the first key pose, where a chair goes. `reach`: the box around the person alone.
    """

    ground: float | None
    wall: float
    seat: Point
    reach: Box


@lru_cache(maxsize=256)
def stage(figure: Figure, view: View) -> Stage:
    """The stage of one view of a figure."""
    reach = around(Scene(layers).bounds for layers in _all_layers(figure, view))
    if view is View.TOES:
        return Stage(None, 0.0, (0.0, 0.0), (reach[0], CUT, reach[2], reach[3]))
    if view is View.FOOT:
        ground = -_drop(figure.props, FOOT_STEP_HEIGHT, FOOT_CUSHION_HEIGHT)
        box = (reach[0], ground, reach[2], max(reach[3], SHIN_TOP))
        return Stage(ground, reach[2], (0.0, 0.0), box)
    ground = -FLESH - _drop(figure.props, STEP_HEIGHT, CUSHION_HEIGHT)
    left, _, right, high = reach
    first = next(pose.body for pose in figure.poses if pose.body)
    near = around(
        shape.bounds
        for layers in _all_layers(figure, view)
        for layer in layers
        for shape, tone in layer.marks
        if tone is not Tone.FAR
    )
    box = (left - _SWAY, ground, right + _SWAY, high + _SWAY)
    return Stage(ground, near[2], skeleton(first).hip, box)


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
        elif view is View.TOES and pose.toes:
            yield toes_layers(pose.toes, frozenset())


def _all_poses(figure: Figure) -> Iterator[KeyPose]:
    """Every key pose, and the way between any two of them."""
    names = tuple(pose.name for pose in figure.poses)
    yield from (figure.pose(name) for name in names)
    pairs = ((one, two) for place, one in enumerate(names) for two in names[place + 1 :])
    for pair in pairs:
        motion = Motion(pair, linear=True)
        yield from (pose_at(figure, motion, _WAY, step) for step in range(1, _WAY))
