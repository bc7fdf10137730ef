"""Validation of a pose, in sentences: trunk sum, joint ranges, joints under the floor."""

from collections.abc import Iterator

from footcoach_tui.figure.model import KeyPose
from footcoach_tui.figure.poses import AbovePose, BodyPose, FootPose, FrontPose, ToesPose
from footcoach_tui.figure.skeleton import Skeleton

_Range = tuple[float, float]
_Ranges = dict[str, _Range]

# Degrees of a healthy joint, a little generous: they are to catch typing errors.
_BODY_RANGES: _Ranges = {
    "pitch": (-45, 100),
    "df": (-60, 50),
    "knee": (-10, 165),
    "hip": (-40, 140),
    "toe": (-50, 100),
    "look": (-90, 90),
    "sway": (-30, 30),
    "out": (0, 75),
}
_ARM_RANGES: _Ranges = {"shoulder": (-70, 200), "elbow": (-10, 160)}
_FAR_RANGES: _Ranges = {
    "hip": _BODY_RANGES["hip"],
    "knee": _BODY_RANGES["knee"],
    "ankle": _BODY_RANGES["df"],
}
_FOOT_RANGES: _Ranges = {
    "arch": (2, 20),
    "ball": (62, 80),
    "big_toe": (-45, 90),
    "small_toes": (-45, 90),
    "curl": (0, 80),
    "heel": (-30, 75),
    "tilt": (-45, 100),
    "shin": (-50, 50),
    "press": (0, 1),
}
_ABOVE_RANGES: _Ranges = {
    "turn": (-45, 45),
    "tilt": (-60, 60),
    "big_toe": (-35, 35),
    "tied": (-90, 90),
    "pair": (26, 90),
}
_FRONT_RANGES: _Ranges = {
    "big_toe": (0, 60),
    "small_toes": (0, 60),
    "tilt": (-45, 45),
    "tied": (-90, 90),
    "pair": (45, 120),
    "beside": (-120, 120),
}
_OTHER_RANGES: _Ranges = {"x": (-120, 120), "y": (-30, 80), "heel": _FOOT_RANGES["heel"]}
_TOES_PAIR: _Range = (12, 60)
_STONE_RANGES: _Ranges = {"x": (0, 160), "y": (0, 80)}
_ROLLER_RANGES: _Ranges = {"line": (-1, 1), "place": (0, 1)}
_TOE_ANGLE: _Range = (-35, 35)

_LENGTHS = {"arch", "ball", "tied", "pair", "beside"}
_IDENTITY_WITHIN = 0.5
_FLOOR_WITHIN = 2.0


def pose_errors(pose: KeyPose, floor: float = 0.0) -> tuple[str, ...]:
    """A sentence for each error.

    `floor`: how high the floor is under the body, in units; below 0 under a step.
    """
    return (
        *(_body(pose.body, floor) if pose.body else ()),
        *(_foot(pose.foot) if pose.foot else ()),
        *(_front(pose.front) if pose.front else ()),
        *(_above(pose.above) if pose.above else ()),
        *(_toes(pose.toes) if pose.toes else ()),
    )


def _body(pose: BodyPose, floor: float) -> Iterator[str]:
    expected = pose.pitch + pose.df - pose.knee + pose.hip
    if abs(expected - pose.trunk) > _IDENTITY_WITHIN:
        yield (
            f"body: trunk is {pose.trunk:g}, but pitch + df - knee + hip comes to {expected:g}; "
            "the two must be the same."
        )
    yield from _check_fields("body", pose, _BODY_RANGES)
    yield from _check_all("body: arm", pose.arm, _ARM_RANGES, "degrees")
    if pose.far is not None:
        yield from _check_all("body: far", pose.far, _FAR_RANGES, "degrees")
    yield from _through_floor(pose, floor)


def _through_floor(pose: BodyPose, floor: float) -> Iterator[str]:
    bones = Skeleton.from_pose(pose)
    lowest = {
        "hand": bones.arm.hand,
        "knee": bones.near.knee,
        "heel": bones.near.heel,
        "ball": bones.near.ball,
    }
    if pose.far is not None:
        far = bones.far
        lowest |= {"far knee": far.knee, "far heel": far.heel, "far ball": far.ball}
    for name, point in lowest.items():
        under = floor - point[1]
        if under > _FLOOR_WITHIN:
            yield f"body: the {name} is {under:.0f} units under the floor."


def _foot(pose: FootPose) -> Iterator[str]:
    yield from _check_fields("foot", pose, _FOOT_RANGES)
    if pose.stone is not None:
        yield from _check_all("foot: stone", pose.stone, _STONE_RANGES, "units")
    if pose.other is not None:
        yield from _check_all("foot: other", pose.other, _OTHER_RANGES, "units")


def _front(pose: FrontPose) -> Iterator[str]:
    yield from _check_fields("front", pose, _FRONT_RANGES)
    if pose.pair is not None and pose.beside is not None:
        yield "front: pair and beside are two ways to show the other foot; give one of them."


def _above(pose: AbovePose) -> Iterator[str]:
    yield from _check_fields("above", pose, _ABOVE_RANGES)
    if pose.roller is not None:
        yield from _check_all("above: roller", pose.roller, _ROLLER_RANGES, "")
    if pose.pair is not None and pose.tied is not None:
        yield "above: tied and pair are two ways to wear the band; give one of them."


def _toes(pose: ToesPose) -> Iterator[str]:
    for number, angle in enumerate(pose.angles, start=1):
        yield from _check(f"toes: angle {number}", angle, _TOE_ANGLE, "degrees")
    yield from _check("toes: lift", pose.lift, (0, 1), "")
    if pose.pair is not None:
        yield from _check("toes: pair", pose.pair, _TOES_PAIR, "units")


def _check_all(where: str, values: tuple[float, ...], ranges: _Ranges, unit: str) -> Iterator[str]:
    for value, (name, limits) in zip(values, ranges.items(), strict=True):
        yield from _check(f"{where} {name}", value, limits, unit)


def _check_fields(
    where: str, pose: BodyPose | FootPose | FrontPose | AbovePose, ranges: _Ranges
) -> Iterator[str]:
    for name, limits in ranges.items():
        value = getattr(pose, name)
        unit = "units" if name in _LENGTHS else "degrees"
        if value is not None:
            yield from _check(f"{where}: {name}", value, limits, unit)


def _check(name: str, value: float, limits: _Range, unit: str) -> Iterator[str]:
    low, high = limits
    if not low <= value <= high:
        allowed = f"{low:g} to {high:g} {unit}".rstrip()
        yield f"{name} is {value:g}; it can be {allowed}."
