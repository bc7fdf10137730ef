"""Props as filled shapes: behind the body or foot, and before it."""

from footcoach_tui.figure.foot import FootBones
from footcoach_tui.figure.geometry import interpolate, offset_point, translate
from footcoach_tui.figure.model import Prop
from footcoach_tui.figure.picture import Tone
from footcoach_tui.figure.poses import BodyPose, FootPose
from footcoach_tui.figure.scene_layout import SceneLayout
from footcoach_tui.figure.shapes import Capsule, Layer, Polygon, Shape, disc
from footcoach_tui.figure.skeleton import Skeleton

_CHAIR_UNDER_HIP = 6.6
_CHAIR_BACK = 9.0
_BALL = 2.6  # units of the body: the root of a foot on it is 5 higher
_SITS = 70.0  # degrees of the hip: bent further than this, the body sits
_RAIL_BEFORE, _RAIL_BEHIND = 9.0, 12.0  # units of the body, from the hand
_FOOT_WALL = 7.0  # units of the foot: its thickness
_FINGERS = (0.2, 0.85, 1.5)  # of the way along the end of the big toe
_ROLLED = 12.0  # degrees: toes lifted this much together lie on a rolled towel


def props_behind_body(
    props: frozenset[Prop], layout: SceneLayout, pose: BodyPose, bones: Skeleton
) -> tuple[Layer, ...]:
    """Props under and behind a body."""
    ground = layout.ground or 0.0
    ball_x = pose.root[0]
    shapes: list[Shape] = []
    if Prop.LINE in props:
        shapes.append(Polygon.rectangle(-6.0, ground, -1.0, ground + 2.4))
    if Prop.STEP in props:
        shapes.append(Polygon.rectangle(-1.5, ground, 20.0, ground + SceneLayout.STEP_HEIGHT))
    if Prop.CUSHION in props:
        shapes.append(_cushion(-19.0, 12.0, ground, SceneLayout.CUSHION_HEIGHT))
    if Prop.CHAIR in props:
        shapes += _chair(layout, ground)
    if Prop.RAIL in props:
        shapes += _rail(layout, ground)
    if Prop.BALL in props and pose.sway is None:
        shapes.append(disc((ball_x - 4.0, ground + _BALL), _BALL))
    if Prop.TOWEL in props:
        shapes.append(
            _rolled_towel(bones, ground + (SceneLayout.STEP_HEIGHT if Prop.STEP in props else 0.0))
        )
    if Prop.BACKPACK in props and pose.hip < _SITS:
        shapes.append(_backpack(bones))
    if Prop.STONES in props:
        shapes += [disc((ball_x + 6.0 + 3.0 * number, ground + 1.5), 1.5) for number in range(3)]
    return _layer(shapes)


def props_before_body(
    props: frozenset[Prop], layout: SceneLayout, pose: BodyPose, bones: Skeleton
) -> tuple[Layer, ...]:
    """Props that a body leans at or holds, without a seam."""
    shapes: list[Shape] = []
    if Prop.WALL in props:
        low, high = layout.ground or 0.0, layout.person_box[3]
        shapes.append(
            Polygon.rectangle(layout.wall_x, low, layout.wall_x + SceneLayout.WALL_THICKNESS, high)
        )
    if Prop.BACKPACK in props and pose.hip >= _SITS:
        shapes.append(_pack_on_thighs(bones))
    if Prop.BAND in props:
        shapes.append(Capsule(bones.near.ball, bones.arm.hand, 0.8, 0.8))
    layers = (Layer.in_tone(Tone.PROP, shapes),) if shapes else ()
    if Prop.SHUT_EYES in props:
        return (*layers, Layer.in_tone(Tone.SEAM, (_shut_eye(bones),)))
    return layers


def _shut_eye(bones: Skeleton) -> Capsule:
    """A dark line across the face."""
    neck, head = bones.shoulder, bones.head
    return Capsule(
        offset_point(neck, head, 1.08, -5.6), offset_point(neck, head, 1.08, -0.5), 0.9, 0.9
    )


def props_behind_foot(
    props: frozenset[Prop], layout: SceneLayout, pose: FootPose, bones: FootBones
) -> tuple[Layer, ...]:
    """Props under, behind and before a foot in close-up; most walls are too far away."""
    ground = layout.ground or 0.0
    shapes: list[Shape] = []
    if Prop.STEP in props:
        shapes.append(Polygon.rectangle(pose.ball - 5.0, ground, pose.ball + 36.0, 0.0))
    elif Prop.CUSHION in props:
        shapes.append(_cushion(2.0, 102.0, ground, -ground))
    if Prop.TOWEL in props:
        shapes += _towel(pose, bones)
    if Prop.STONES in props:
        shapes += _stones(layout, pose)
    if Prop.WALL in props and layout.toes_at_wall:
        _, _, x, high = layout.person_box
        shapes.append(Polygon.rectangle(x, ground, x + _FOOT_WALL, high))
    return _layer(shapes)


def props_before_foot(
    props: frozenset[Prop], pose: FootPose, bones: FootBones
) -> tuple[Layer, ...]:
    """Props that a foot in close-up rolls on or holds, or that hold it."""
    layers: tuple[Layer, ...] = ()
    if Prop.BALL in props and pose.roller is not None:
        layers += _layer([disc((pose.roller, FootBones.ROLLER), FootBones.ROLLER)])
    if Prop.STONES in props and pose.stone is not None:
        layers += _layer([disc(pose.stone, SceneLayout.STONE_RADIUS)])
    if Prop.BAND in props:
        layers += _layer([Capsule(bones.tip, translate(bones.tip, 26.0, 34.0), 1.6, 1.6)])
    if Prop.HAND in props:
        layers += (_hand(bones),)
    return layers


def _layer(shapes: list[Shape]) -> tuple[Layer, ...]:
    return (Layer.in_tone(Tone.PROP, shapes, tuple(shapes)),) if shapes else ()


def _chair(layout: SceneLayout, ground: float) -> list[Shape]:
    x, y = layout.seat
    top = y - _CHAIR_UNDER_HIP
    back = x - _CHAIR_BACK
    return [
        Polygon.rectangle(back - 2.0, top - 2.5, x + 13.0, top),
        Polygon.rectangle(back - 2.5, top, back, top + 30.0),
        Polygon.rectangle(back - 1.5, ground, back + 0.5, top),
        Polygon.rectangle(x + 10.5, ground, x + 12.5, top),
    ]


def _cushion(left: float, right: float, ground: float, height: float) -> Capsule:
    half = height / 2.0
    return Capsule((left, ground + half), (right, ground + half), half, half)


def _rail(layout: SceneLayout, ground: float) -> list[Shape]:
    """A post and a bar at the height of the hand."""
    x, y = layout.hand
    post, top = x + _RAIL_BEFORE, y - 1.5
    return [
        Polygon.rectangle(post - 1.2, ground, post + 1.2, top),
        Polygon.rectangle(x - _RAIL_BEHIND, top - 2.6, post + 2.4, top),
    ]


def _backpack(bones: Skeleton) -> Shape:
    low, top = (
        offset_point(bones.hip, bones.shoulder, fraction, 11.0) for fraction in (0.46, 0.84)
    )
    return Capsule(low, top, 8.0, 6.8)


def _pack_on_thighs(bones: Skeleton) -> Shape:
    back, front = (
        offset_point(bones.hip, bones.near.knee, fraction, 9.5) for fraction in (0.6, 0.95)
    )
    return Capsule(back, front, 6.5, 5.5)


def _stones(layout: SceneLayout, pose: FootPose) -> list[Shape]:
    """The stones on the floor."""
    places = layout.stones_x or (pose.ball + 36.0, pose.ball + 50.0)
    return [disc((x, SceneLayout.STONE_RADIUS), SceneLayout.STONE_RADIUS) for x in places]


def _rolled_towel(bones: Skeleton, top: float) -> Shape:
    """A rolled towel under the toes of a body; flat where they lie flat."""
    ball, toe = bones.near.ball, bones.near.toe
    rise = max(2.5, toe[1] - ball[1])
    return Polygon((ball, (toe[0] + 1.0, top + rise), (toe[0] + 8.0, top), (ball[0], top)))


def _towel(pose: FootPose, bones: FootBones) -> list[Shape]:
    x = pose.ball
    if pose.curl < 1.0 and min(pose.big_toe, pose.small_toes) >= _ROLLED:
        tip = bones.tip
        return [Polygon(((x + 4.0, 0.0), (tip[0], tip[1] - 3.0), (tip[0] + 3.0, 0.0)))]
    gathered = pose.curl / 45.0
    folds = (bones.tip[0] + 6.0 + 9.0 * number for number in range(3))
    return [
        Polygon.rectangle(x - 4.0, 0.0, x + 64.0 - 9.0 * gathered, 3.5),
        *(disc((fold, 2.0), 1.5 + 3.5 * gathered) for fold in folds),
    ]


def _hand(bones: FootBones) -> Layer:
    """The hand of the same body, which draws the toes back: fingers round them, and a forearm."""
    _, middle, tip = bones.big_toe
    palm = translate(interpolate(middle, tip, 0.5), -7.0, 10.0)
    wrist, elbow = translate(palm, -2.0, 15.0), translate(palm, -16.0, 46.0)
    fingers = tuple(
        Capsule(
            offset_point(middle, tip, along, 8.0), offset_point(middle, tip, along, -7.5), 3.4, 3.0
        )
        for along in _FINGERS
    )
    arm = (Capsule(palm, wrist, 7.5, 5.0), Capsule(wrist, elbow, 5.0, 7.0))
    return Layer.in_tone(Tone.NEAR, (*arm, *fingers), (*arm, *fingers))
