"""A foot from its inner side as filled shapes: toes behind, foot and shin, the big toe in front."""

from footcoach_tui.figure.foot_bones import FootBones, foot_bones
from footcoach_tui.figure.model import FootPose, Part
from footcoach_tui.figure.plane import Point, beside, between, shifted
from footcoach_tui.figure.shapes import Capsule, Layer, Mark, Polygon, Shape, disc, smooth
from footcoach_tui.figure.tones import Tone

_BONE_FROM = 0.5  # dots a unit: below, the ankle bone is a blot
_MUSCLE, _LEG_MUSCLE = 6.5, 8.5  # units: how broad a working muscle is drawn


def foot_layers(pose: FootPose, lit: frozenset[Part]) -> tuple[Layer, ...]:
    """The layers of a foot, from the small toes to the ankle bone."""
    bones = foot_bones(pose)
    big = (
        Capsule(bones.joint, bones.middle, 6.2, 5.2),
        Capsule(bones.middle, bones.tip, 5.2, 4.4),
    )
    small = tuple(
        limb
        for root, middle, tip in bones.small
        for limb in (Capsule(root, middle, 5.6, 5.0), Capsule(middle, tip, 5.0, 4.0))
    )
    ankle_bone = disc(shifted(bones.ankle, 1.0, -0.5), 3.8)
    over_it = disc(shifted(bones.ankle, 0.4, 1.4), 4.4)
    return (
        Layer(tuple((shape, Tone.LIT if Part.TOES in lit else Tone.FAR) for shape in small)),
        Layer(((Polygon(bones.shin), Tone.NEAR), (smooth(bones.outline), Tone.NEAR))),
        Layer(
            tuple((shape, Tone.LIT if Part.BIG_TOE in lit else Tone.NEAR) for shape in big),
            (_outer(big[0]), big[1]),
        ),
        Layer(
            ((over_it, Tone.LIT if Part.ANKLE in lit else Tone.NEAR),), (ankle_bone,), _BONE_FROM
        ),
        Layer(tuple(_lit_marks(bones, lit))),
    )


def _outer(limb: Capsule) -> Capsule:
    """The toe without its root, so that the seam does not cut it off the foot."""
    (ax, ay), (bx, by) = limb.a, limb.b
    return Capsule((ax + (bx - ax) * 0.6, ay + (by - ay) * 0.6), limb.b, limb.rb, limb.rb)


def _lit_marks(bones: FootBones, lit: frozenset[Part]) -> list[Mark]:
    """The working parts that are no shape of their own."""
    shapes: list[Shape] = []
    if Part.SOLE in lit:
        shapes.append(_strip(bones.sole, _MUSCLE))
    elif Part.ARCH in lit:
        shapes.append(_strip(bones.sole[3:8], _MUSCLE))
    if Part.HEEL in lit:
        start, end = bones.sole[0], bones.sole[2]
        shapes.append(disc(((start[0] + end[0]) / 2, (start[1] + end[1]) / 2 + 8.0), 7.5))
    back, front = bones.shin[4], bones.shin[5]  # where it is cut off: no muscle above that
    if Part.CALF in lit:
        shapes.append(_strip(bones.shin[:5], -_LEG_MUSCLE, last=between(back, front, 0.25)))
    if Part.SHIN in lit:
        shapes.append(_strip(bones.shin[5:], -_LEG_MUSCLE, first=between(front, back, 0.25)))
    return [(shape, Tone.LIT) for shape in shapes]


def _strip(
    edge: tuple[Point, ...], wide: float, first: Point | None = None, last: Point | None = None
) -> Polygon:
    """A strip of muscle along an edge, `wide` to its left (-: to its right).

    `first` and `last` are where the other edge begins and ends, unless that is straight across.
    """
    inner = [beside(edge[place - 1], edge[place], 1.0, wide) for place in range(1, len(edge) - 1)]
    inner.insert(0, first or beside(edge[1], edge[0], 1.0, -wide))
    inner.append(last or beside(edge[-2], edge[-1], 1.0, wide))
    return Polygon((*edge, *reversed(inner)))
