"""Body pose as filled shapes, from the back to the front, with a seam where limbs cross."""

from math import atan2, cos, degrees, hypot, radians

from footcoach_tui.figure.geometry import interpolate, offset_point, translate, upright_endpoint
from footcoach_tui.figure.model import Part
from footcoach_tui.figure.picture import Tone
from footcoach_tui.figure.shapes import Capsule, Layer, Shape, TonedShape, disc
from footcoach_tui.figure.skeleton import Arm, Leg, Skeleton

_ARM_SEAM_FROM = 0.56  # dots a unit: below, an arm along the trunk would be all seam
_FREE_FROM_TRUNK = 35.0  # degrees
_BREATH = 1.2  # units: a full chest comes forward
_CHIN = 0.6  # units before the middle of the head
_APART = 7.0  # units: two limbs this far apart are seen as two, on few dots


def body_layers(bones: Skeleton, lit: frozenset[Part]) -> tuple[Layer, ...]:
    """The layers of a body, from the far arm to the near one."""
    thigh, (upper, fore, hand) = _thigh(bones.near), _arm(bones.arm)
    return (
        Layer.in_tone(Tone.FAR, _arm(_far_arm(bones))),
        *(() if _hides_far_leg(bones) else (Layer(_far_leg(bones.far, lit)),)),
        Layer(_trunk_and_head(bones, lit), (*_torso(bones), _head(bones))),
        Layer(_toned((thigh,), lit, Part.THIGH), (thigh.without_root(0.45),)),
        Layer(_lower_leg(bones.near, lit), (_shank(bones.near).without_root(0.3),)),
        Layer(
            _toned((upper, fore, hand), lit),
            (upper.without_root(0.45), fore, disc(bones.arm.hand, 1.9)),
            _ARM_SEAM_FROM,
        ),
    )


def outline_of_body(bones: Skeleton) -> tuple[Shape, ...]:
    """Head, trunk and near leg: enough to tell how a body leans."""
    near = bones.near
    return (*_torso(bones), _head(bones), _thigh(near), _shank(near))


def _toned(shapes: tuple[Shape, ...], lit: frozenset[Part], *parts: Part) -> tuple[TonedShape, ...]:
    tone = Tone.LIT if lit.intersection(parts) else Tone.NEAR
    return tuple((shape, tone) for shape in shapes)


def _hides_far_leg(bones: Skeleton) -> bool:
    """Whether the near leg covers the far one: a sliver of it would only blur the picture."""
    pairs = ((bones.near.knee, bones.far.knee), (bones.near.ball, bones.far.ball))
    return all(abs(a[0] - b[0]) + abs(a[1] - b[1]) < _APART for a, b in pairs)


def _far_arm(bones: Skeleton) -> Arm:
    """The other arm: its hand a little in front of the near one, on the same floor or wall.

    The nearer the arms hang to the trunk, the less they part, until the far one is hidden.
    """
    arm = bones.arm
    dx, dy = arm.hand[0] - arm.shoulder[0], arm.hand[1] - arm.shoulder[1]
    length = hypot(dx, dy) or 1.0
    off_trunk = abs((degrees(atan2(dx, -dy)) + bones.trunk + 180.0) % 360.0 - 180.0)
    apart = _APART * min(1.0, off_trunk / _FREE_FROM_TRUNK) ** 2
    along = (1.0, 0.0) if arm.hand[1] < _APART else (-dy / length, dx / length)
    hand = translate(arm.hand, along[0] * apart, along[1] * apart)
    return Arm.from_angles(arm.shoulder, bones.trunk, arm.angles_to(hand, bones.trunk))


def _torso(bones: Skeleton) -> tuple[Capsule, ...]:
    hip, shoulder = bones.hip, bones.shoulder
    seat = offset_point(hip, shoulder, 0.02, 0.8)
    waist = offset_point(hip, shoulder, 0.36, -0.3)
    chest = offset_point(hip, shoulder, 0.74, -0.4 - _BREATH * bones.breath)
    top = interpolate(hip, shoulder, 0.96)
    return (
        Capsule(seat, waist, 6.6, 5.5),
        Capsule(waist, chest, 5.5, 6.8),
        Capsule(chest, top, 6.8, 4.6),
    )


def _head(bones: Skeleton) -> Capsule:
    middle = bones.head
    lean = bones.trunk + bones.nod
    crown = upright_endpoint(middle, 1.2, lean)
    jaw = offset_point(middle, upright_endpoint(middle, -1.4, lean), 1.0, _CHIN)
    return Capsule(crown, jaw, 5.6, 4.7)


def _trunk_and_head(bones: Skeleton, lit: frozenset[Part]) -> tuple[TonedShape, ...]:
    neck = Capsule(interpolate(bones.hip, bones.shoulder, 0.95), bones.head, 3.0, 2.5)
    nose = offset_point(bones.shoulder, bones.head, 1.0, -6.0 * cos(radians(bones.look)))
    head = (neck, _head(bones), Capsule(bones.head, nose, 2.6, 0.9))
    return (*_toned(_torso(bones), lit, Part.TRUNK), *_toned(head, lit))


def _thigh(leg: Leg) -> Capsule:
    return Capsule(leg.hip, leg.knee, 5.8, 3.6)


def _shank(leg: Leg) -> Capsule:
    return Capsule(leg.knee, leg.ankle, 3.4, 2.0)


def _calf(leg: Leg) -> Capsule:
    """The belly of the calf, behind the shank."""
    return Capsule(
        offset_point(leg.ankle, leg.knee, 0.8, 1.0),
        offset_point(leg.ankle, leg.knee, 0.42, 0.7),
        3.4,
        2.4,
    )


def _cord(leg: Leg) -> Capsule:
    """The back of the shank down to the heel: a lit calf alone is too small to be seen."""
    return Capsule(offset_point(leg.ankle, leg.knee, 0.5, 0.9), leg.ankle, 2.2, 1.4)


def _lower_leg(leg: Leg, lit: frozenset[Part]) -> tuple[TonedShape, ...]:
    shapes = (*_toned((_shank(leg),), lit), *_toned((_calf(leg),), lit, Part.CALF))
    if Part.CALF in lit:
        shapes = (*shapes, (_cord(leg), Tone.LIT))
    if Part.SHIN in lit:
        front = (
            offset_point(leg.ankle, leg.knee, 0.85, -1.2),
            offset_point(leg.ankle, leg.knee, 0.2, -0.6),
        )
        shapes = (*shapes, (Capsule(*front, 1.9, 1.4), Tone.LIT))
    heel, instep, sole, toes = _foot(leg)
    return (
        *shapes,
        *_toned((instep,), lit, Part.ANKLE),
        *_toned((heel,), lit, Part.HEEL, Part.ANKLE),
        *_toned((sole,), lit, Part.SOLE, Part.ARCH),
        *_toned((toes,), lit, Part.BIG_TOE, Part.TOES),
    )


def _foot(leg: Leg) -> tuple[Capsule, ...]:
    """Heel and instep, sole, toes."""
    heel = interpolate(leg.heel, leg.ball, 0.14)
    return (
        Capsule(leg.ankle, heel, 2.0, 1.8),
        Capsule(leg.ankle, leg.ball, 2.0, 1.5),
        Capsule(heel, leg.ball, 1.6, 1.5),
        Capsule(leg.ball, leg.toe, 1.5, 1.0),
    )


def _far_leg(leg: Leg, lit: frozenset[Part]) -> tuple[TonedShape, ...]:
    thigh = Tone.LIT if Part.FAR_THIGH in lit else Tone.FAR
    calf = Tone.LIT if Part.FAR_CALF in lit else Tone.FAR
    return (
        (_thigh(leg), thigh),
        *((shape, Tone.FAR) for shape in (_shank(leg), *_foot(leg))),
        *((shape, calf) for shape in (_calf(leg), *((_cord(leg),) if calf is Tone.LIT else ()))),
    )


def _arm(arm: Arm) -> tuple[Capsule, Capsule, Capsule]:
    """Upper arm, forearm and hand, which is in line with the forearm, or flat on the floor."""
    tip = interpolate(arm.elbow, arm.hand, 1.16)
    flat = min(1.0, max(0.0, 1.0 - arm.hand[1] / _APART))
    fingers = interpolate(tip, translate(arm.hand, 3.2, 0.0), flat)
    return (
        Capsule(arm.shoulder, arm.elbow, 3.4, 2.3),
        Capsule(arm.elbow, arm.hand, 2.3, 1.6),
        Capsule(arm.hand, fingers, 1.9, 1.2),
    )
