"""Small body from behind, which shows a sway to the left or right."""

from dataclasses import dataclass
from math import dist, radians, sin, tan

from footcoach_tui.figure.geometry import Point
from footcoach_tui.figure.model import Part
from footcoach_tui.figure.picture import Tone
from footcoach_tui.figure.shapes import Capsule, Layer
from footcoach_tui.figure.skeleton import Leg, Skeleton

_SMALLER = 0.75
_FOOT_PARTS = {Part.SOLE, Part.ARCH, Part.BIG_TOE, Part.TOES, Part.HEEL}
_LOADED = 3.0  # degrees: leaning further than this, the weight is on one foot
_REACH = 120.0  # units that a leg reaches out, to a lean of one
_LIFTED = 3.0  # units above the ground
_NOSE = 9.0  # longer than life
_BALL = 5.0  # units of the body: larger than life, or it is not seen
# Units of the body: distance of each joint from the middle; the skeleton has the heights.
_HIP, _KNEE, _FOOT, _SHOULDER, _ELBOW, _HAND = 4.5, 6.0, 5.5, 8.0, 12.5, 9.5
_BENT = 18.0  # units: distance from the middle that a fully bent knee adds


@dataclass(frozen=True, slots=True)
class _Rear:
    """Axes from behind. `lean`: units to the right a unit of height; `x`: between the feet.

    `foot`: how far each foot is to its side.
    """

    lean: float
    x: float
    ground: float
    foot: float

    def point(self, out: float, height: float) -> Point:
        """The point `out` to the right and `height` up."""
        high = height - self.ground
        return (self.x + _SMALLER * (out + self.lean * high), self.ground + _SMALLER * high)

    def limb(self, a: Point, b: Point, ra: float, rb: float) -> Capsule:
        return Capsule(self.point(*a), self.point(*b), _SMALLER * ra, _SMALLER * rb)


def rear_layers(
    bones: Skeleton,
    sway: float,
    x: float,
    ground: float,
    lit: frozenset[Part],
    *,
    has_ball: bool = False,
) -> tuple[Layer, ...]:
    """The layers of a body that leans `sway` degrees to the right, its feet about `x`.

    `has_ball`: whether its heels hold a ball between them.
    """
    rear = _Rear(tan(radians(sway)), x, ground, _FOOT + (_BALL if has_ball else 0.0))
    arms = (limb for side in (-1, 1) for limb in _arm(rear, bones, side))
    legs = (limb for side in (-1, 1) for limb in _leg(rear, bones, side))
    body = _body(rear, bones)
    return (
        Layer.in_tone(Tone.NEAR, (*arms, *legs)),
        Layer.in_tone(Tone.NEAR, body, body[-2:]),
        *(_foot(rear, bones, side, lit=_lit(side, sway, lit)) for side in (-1, 1)),
        *((_ball(rear, bones),) if has_ball else ()),
    )


def _lit(side: int, sway: float, lit: frozenset[Part]) -> bool:
    """Whether a foot works: both do, unless all the weight is on one."""
    return bool(lit & _FOOT_PARTS) and side * sway >= -_LOADED


def _arm(rear: _Rear, bones: Skeleton, side: int) -> tuple[Capsule, ...]:
    arm = bones.arm
    shoulder, elbow = (side * _SHOULDER, arm.shoulder[1] - 2.0), (side * _ELBOW, arm.elbow[1])
    return (
        rear.limb(shoulder, elbow, 2.8, 2.2),
        rear.limb(elbow, (side * _HAND, arm.hand[1]), 2.2, 1.8),
    )


def _leg(rear: _Rear, bones: Skeleton, side: int) -> tuple[Capsule, ...]:
    leg = bones.near if side > 0 else bones.far
    # A knee goes out the more it is bent, and so is seen beside the foot.
    bent = 1.0 - max(0.0, leg.hip[1] - leg.knee[1]) / dist(leg.hip, leg.knee)
    foot = _foot_x(rear, leg, side)
    reach = foot - side * rear.foot
    hip, knee = (side * _HIP, leg.hip[1]), (side * (_KNEE + _BENT * bent) + reach / 2, leg.knee[1])
    return (
        rear.limb(hip, knee, 5.8, 3.6),
        rear.limb(knee, (foot, leg.ankle[1]), 3.6, 2.2),
    )


def _foot_x(rear: _Rear, leg: Leg, side: int) -> float:
    """Where a foot is: a lifted one reaches out to the side that the body leans away from."""
    reach = _REACH * max(0.0, -side * rear.lean) if leg.ball[1] - rear.ground > _LIFTED else 0.0
    return side * (rear.foot + reach)


def _body(rear: _Rear, bones: Skeleton) -> tuple[Capsule, ...]:
    """Seat, back, shoulders, head, and the nose of a head that is turned."""
    hip, shoulder, head = bones.hip[1], bones.shoulder[1], bones.head[1]
    waist = hip + 0.4 * (shoulder - hip)
    return (
        rear.limb((-4.5, hip), (4.5, hip), 6.6, 6.6),
        rear.limb((0.0, hip), (0.0, waist), 7.5, 6.0),
        rear.limb((0.0, waist), (0.0, shoulder - 6.0), 6.0, 7.6),
        rear.limb((-5.5, shoulder - 4.0), (5.5, shoulder - 4.0), 4.4, 4.4),
        rear.limb((0.0, shoulder), (0.0, head), 2.6, 2.6),
        rear.limb((0.0, head - 1.0), (0.0, head + 1.0), 5.2, 5.6),
        rear.limb((0.0, head), (_NOSE * sin(radians(bones.look)), head - 1.5), 2.4, 1.2),
    )


def _foot(rear: _Rear, bones: Skeleton, side: int, *, lit: bool) -> Layer:
    leg = bones.near if side > 0 else bones.far
    out = _foot_x(rear, leg, side)
    foot = rear.limb((out, leg.ball[1]), (out, leg.heel[1]), 3.8, 3.2)
    return Layer.in_tone(Tone.LIT if lit else Tone.NEAR, (foot,), (foot,))


def _ball(rear: _Rear, bones: Skeleton) -> Layer:
    """A ball between the heels, which rises with them."""
    middle = (0.0, bones.near.heel[1] + _BALL)
    ball = rear.limb(middle, middle, _BALL, _BALL)
    return Layer.in_tone(Tone.PROP, (ball,), (ball,))
