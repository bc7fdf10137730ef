"""Signs drawn with a pose: an arrow, the ghost of another pose, and the other foot."""

from dataclasses import replace
from itertools import pairwise
from math import hypot

from footcoach_tui.figure.body import outline_of_body
from footcoach_tui.figure.foot import FootBones
from footcoach_tui.figure.geometry import Point, offset_point, translate
from footcoach_tui.figure.picture import Tone
from footcoach_tui.figure.poses import Arrow, BodyPose, FootPose
from footcoach_tui.figure.shapes import Capsule, Layer, Polygon
from footcoach_tui.figure.skeleton import Skeleton

_SHAFT, _HEAD_LENGTH, _HEAD = 1.9, 8.0, 5.5  # units: half widths of the shaft and the head
_DASH, _INSIDE = 0.9, 1.4  # units: half the width of a dashed line; how far within the edge
_SAME_HEEL = 5.0  # degrees: a pose whose heel is lifted further differs enough without a ghost
_DASH_POINTS = 4  # of the smooth outline from one dash to the next; half of it is a gap
_SHIN_DASHES = (0.15, 0.55)  # where dashes begin, along each piece of the shin's edge
_SHIN_DASH = 0.22


def arrow_layers(arrow: Arrow | None) -> tuple[Layer, ...]:
    """An arrow from its tail to its tip, over all else."""
    if arrow is None:
        return ()
    x0, y0, x1, y1 = arrow
    length = hypot(x1 - x0, y1 - y0) or 1.0
    ux, uy = (x1 - x0) / length, (y1 - y0) / length

    def beside(point: Point, wide: float) -> Point:
        return translate(point, -uy * wide, ux * wide)

    tail, neck = (x0, y0), (x1 - ux * _HEAD_LENGTH, y1 - uy * _HEAD_LENGTH)
    sides = (tail, -_SHAFT), (neck, -_SHAFT), (neck, _SHAFT), (tail, _SHAFT)
    shapes = (
        Polygon(tuple(beside(*side) for side in sides)),
        Polygon((beside(neck, -_HEAD), (x1, y1), beside(neck, _HEAD))),
    )
    return (Layer.in_tone(Tone.LIT, shapes, shapes),)


def ghost_of_body(ghost: BodyPose | None, pose: BodyPose) -> tuple[Layer, ...]:
    """Head, trunk and near leg of the ghost, to be drawn behind the body: it shows a lean."""
    still = replace(pose, breath=0.0)
    if ghost is None or ghost == still or abs(ghost.pitch - pose.pitch) > _SAME_HEEL:
        return ()
    return (Layer.in_tone(Tone.FAR, outline_of_body(Skeleton.from_pose(ghost))),)


def ghost_of_foot(ghost: FootPose | None, pose: FootPose) -> tuple[Layer, ...]:
    """A dashed line within the edge of the ghost, to be drawn behind the foot.

    Where the foot has not moved, the line is hidden.
    """
    if ghost is None or ghost == pose or abs(ghost.heel - pose.heel) > _SAME_HEEL:
        return ()
    bones = FootBones.from_pose(ghost)
    points = Polygon.smooth(bones.outline).points
    dashes = [
        _dash(points[start], points[start + _DASH_POINTS // 2], 0.0, 1.0, _INSIDE)
        for start in range(0, len(points) - _DASH_POINTS, _DASH_POINTS)
    ]
    dashes += [
        _dash(low, high, start, start + _SHIN_DASH, -_INSIDE)
        for edge in (bones.shin[1:5], bones.shin[5:-1])
        for low, high in pairwise(edge)
        for start in _SHIN_DASHES
    ]
    return (Layer.in_tone(Tone.FAR, dashes),)


def _dash(start: Point, end: Point, first: float, last: float, left: float) -> Capsule:
    """A piece of the line from start to end, `left` to its left."""
    a, b = (offset_point(start, end, fraction, left) for fraction in (first, last))
    return Capsule(a, b, _DASH, _DASH)


def other_foot_layers(pose: FootPose) -> tuple[Layer, ...]:
    """The other foot, behind, if the pose has one."""
    if pose.other is None:
        return ()
    x, y, heel = pose.other
    bones = FootBones.from_pose(FootPose(heel=heel, lift=(x, y), shin=pose.shin))
    root, middle, tip = bones.big_toe
    return (
        Layer.in_tone(
            Tone.FAR,
            (
                Polygon(bones.shin),
                Polygon.smooth(bones.outline),
                Capsule(root, middle, 6.2, 5.2),
                Capsule(middle, tip, 5.2, 4.4),
            ),
        ),
    )
