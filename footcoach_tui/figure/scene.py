"""Scene of a pose among its props, and the box that all scenes of an exercise share."""

from functools import lru_cache

from footcoach_tui.figure.above import above_layers, above_prop_layers
from footcoach_tui.figure.body import body_layers
from footcoach_tui.figure.foot import FootBones, foot_layers
from footcoach_tui.figure.front import front_layers, front_prop_layers
from footcoach_tui.figure.model import Figure, KeyPose, Part, Prop, View
from footcoach_tui.figure.poses import BodyPose, FootPose
from footcoach_tui.figure.props import (
    props_before_body,
    props_before_foot,
    props_behind_body,
    props_behind_foot,
)
from footcoach_tui.figure.rear import rear_layers
from footcoach_tui.figure.scene_layout import SceneLayout
from footcoach_tui.figure.shapes import Box, Layer, Scene, bounding_box
from footcoach_tui.figure.signs import (
    arrow_layers,
    ghost_of_body,
    ghost_of_foot,
    other_foot_layers,
)
from footcoach_tui.figure.skeleton import Skeleton
from footcoach_tui.figure.toes import toes_layers


def scene(figure: Figure, view: View, pose: KeyPose, lit: frozenset[Part]) -> Scene:
    """A pose in one view; only the props where it has no such view."""
    layout = SceneLayout.from_figure(figure, view)
    if view is View.BODY and pose.body:
        return _body(figure, layout, pose.body, lit)
    if view is View.FOOT and pose.foot:
        return _foot(figure, layout, pose.foot, lit)
    layers: tuple[Layer, ...] = ()
    if view is View.FRONT and pose.front:
        layers = (
            *front_layers(pose.front, lit),
            *front_prop_layers(figure.props, pose.front),
            *arrow_layers(pose.front.arrow),
        )
    elif view is View.ABOVE and pose.above:
        layers = (
            *above_layers(pose.above, lit),
            *above_prop_layers(figure.props, pose.above),
            *arrow_layers(pose.above.arrow),
        )
    elif view is View.TOES and pose.toes:
        layers = toes_layers(pose.toes, lit)
    return Scene(layers, layout.ground)


def _body(figure: Figure, layout: SceneLayout, pose: BodyPose, lit: frozenset[Part]) -> Scene:
    """The body from the side; and from behind where it sways to a side."""
    bones = Skeleton.from_pose(pose)
    ghost = figure.pose(figure.ghost).body if figure.ghost else None
    # A band that is tied to a table, for another view, is not seen from the side.
    tied = {View.ABOVE, View.FRONT} & set(figure.views)
    props = figure.props - {Prop.BAND} if tied else figure.props
    return Scene(
        (
            *props_behind_body(props, layout, pose, bones),
            *ghost_of_body(ghost, pose),
            *body_layers(bones, lit),
            *props_before_body(props, layout, pose, bones),
            *_rear(figure, layout, pose, bones, lit),
            *arrow_layers(pose.arrow),
        ),
        layout.ground,
    )


def _foot(figure: Figure, layout: SceneLayout, pose: FootPose, lit: frozenset[Part]) -> Scene:
    foot = FootBones.from_pose(pose)
    ghost = figure.pose(figure.ghost).foot if figure.ghost else None
    return Scene(
        (
            *props_behind_foot(figure.props, layout, pose, foot),
            *other_foot_layers(pose),
            *ghost_of_foot(ghost, pose),
            *foot_layers(foot, lit),
            *props_before_foot(figure.props, pose, foot),
            *arrow_layers(pose.arrow),
        ),
        layout.ground,
    )


def _rear(
    figure: Figure, layout: SceneLayout, pose: BodyPose, bones: Skeleton, lit: frozenset[Part]
) -> tuple[Layer, ...]:
    """The body from behind, if it has a sway, with its ball between the heels."""
    if pose.sway is None:
        return ()
    ground, has_ball = layout.ground or 0.0, Prop.BALL in figure.props
    return rear_layers(bones, pose.sway, layout.rear_x, ground, lit, has_ball=has_ball)


@lru_cache(maxsize=256)
def scene_box(figure: Figure, view: View) -> Box:
    """The box around the person in every pose, and around the props of every key pose."""
    layout = SceneLayout.from_figure(figure, view)
    scenes = (scene(figure, view, figure.pose(pose.name), frozenset()) for pose in figure.poses)
    left, _, right, high = bounding_box((layout.person_box, *(each.bounds for each in scenes)))
    return (left, layout.person_box[1], right, high)
