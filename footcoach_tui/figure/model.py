"""Data of a figure: key poses in four views, and the motion of a phase through them.

Angles are in degrees. The body and the foot are seen from the side and look to the right (+x);
y grows upwards, the floor is at y = 0. From above it is a right foot, its toes up (+y).
"""

from dataclasses import dataclass, field
from enum import StrEnum


class View(StrEnum):
    """Direction and distance from which a pose is drawn."""

    BODY = "body"
    FOOT = "foot"
    ABOVE = "above"
    TOES = "toes"


class Prop(StrEnum):
    """An object in the scene. The floor is always there."""

    FLOOR = "floor"
    WALL = "wall"
    RAIL = "rail"
    STEP = "step"
    CHAIR = "chair"
    BALL = "ball"
    TOWEL = "towel"
    BAND = "band"
    CUSHION = "cushion"
    STONES = "stones"
    HAND = "hand"
    BACKPACK = "backpack"
    LINE = "line"


class Part(StrEnum):
    """A part of the body that can be lit as the working one. `far`: of the other leg."""

    SOLE = "sole"
    ARCH = "arch"
    CALF = "calf"
    SHIN = "shin"
    BIG_TOE = "big-toe"
    TOES = "toes"
    THIGH = "thigh"
    TRUNK = "trunk"
    ANKLE = "ankle"
    HEEL = "heel"
    FAR_CALF = "far-calf"
    FAR_THIGH = "far-thigh"


class Contact(StrEnum):
    """A point of the body that can be planted: it stays in place through a motion."""

    HAND = "hand"


class MotionKind(StrEnum):
    """Kind of a phase, from which follows how softly its motion begins and ends."""

    MOVE = "move"
    HOLD = "hold"
    RELAX = "relax"


@dataclass(frozen=True, slots=True)
class BodyPose:
    """The whole body from the side, built up from the ball of the near foot at `root`.

    pitch: rearfoot turn about the ball, + is heel up. df: ankle, + is toes towards the shin.
    knee: bend. hip: bend, - is leg behind. trunk: its lean from upright, + is forward, always
    pitch + df - knee + hip. arm: shoulder (0 along the trunk, 90 straight ahead) and elbow bend.
    toe: bend at the toe joint; None means equal to pitch: the toes lie flat.
    far: hip, knee and ankle of the other leg; None means equal to the near leg.
    root: in units of 1/100 of the body height.
    look: turn of the head, + to the right.
    sway: lean to the side, + towards the near leg. A body with a sway, also of 0, is drawn a
    second time, small and from behind, as the side view cannot show it.
    breath: how full the chest is, 0 to 1; set by a hold, not by a file.
    """

    pitch: float
    df: float
    knee: float
    hip: float
    trunk: float
    arm: tuple[float, float] = (0.0, 0.0)
    toe: float | None = None
    far: tuple[float, float, float] | None = None
    root: tuple[float, float] = (0.0, 0.0)
    look: float = 0.0
    sway: float | None = None
    breath: float = 0.0

    @property
    def toe_lift(self) -> float:
        """Angle of the toes against the floor."""
        return 0.0 if self.toe is None else self.toe - self.pitch

    @property
    def far_leg(self) -> tuple[float, float, float]:
        return (self.hip, self.knee, self.df) if self.far is None else self.far


@dataclass(frozen=True, slots=True)
class FootPose:
    """A foot from its inner side; lengths in units of 1/100 of the foot length.

    arch: height of the sole line (neutral 8). ball: x of the ball (neutral 72).
    big_toe, small_toes: lift off the floor line. curl: bend of the middle toe joints.
    heel: heel lift about the ball, the shin stays upright and the toes stay on the floor.
    lift: the whole foot moved. tilt: the whole foot and shin turned about the ball, + is heel up.
    roller: x of a ball lying under the foot, which then rests on it. shin: its lean at the ankle.
    press: how hard the big toe presses, 0 to 1: an arrow above it.
    stone: the middle of a stone that is picked up and carried. A stone lies still wherever a key
    pose has it on the floor: before it is taken, and after it is dropped.
    """

    arch: float = 8.0
    ball: float = 72.0
    big_toe: float = 0.0
    small_toes: float = 0.0
    curl: float = 0.0
    heel: float = 0.0
    lift: tuple[float, float] = (0.0, 0.0)
    tilt: float = 0.0
    roller: float | None = None
    shin: float = 0.0
    press: float = 0.0
    stone: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class AbovePose:
    """A whole foot from above; lengths in units of 1/100 of the foot length.

    turn: of the foot about its heel, + is inwards, the way the big toe points.
    big_toe: from straight ahead, + towards the small toes.
    tilt: of the foot onto an edge, which is seen narrower; + is the sole turned inwards.
    tied: how far beside the heel a band round the forefoot is tied, - on the big-toe side.
    pair: how far away the other heel is; the other foot then mirrors this one, and a band goes
    round both big toes.
    roller: a ball under the foot, drawn as if through it: on which line, -1 the inner, 0 the
    middle and 1 the outer; and where on it, from 0 before the heel to 1 behind the toes.
    """

    turn: float = 0.0
    big_toe: float = 0.0
    tilt: float = 0.0
    tied: float | None = None
    pair: float | None = None
    roller: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class ToesPose:
    """Five toes from above, big toe first: angles from straight ahead, + towards the little toe.

    lift: 0 to 1, how far they are off the floor (drawn shorter).
    """

    angles: tuple[float, float, float, float, float] = (0.0, 0.0, 0.0, 0.0, 0.0)
    lift: float = 0.0


@dataclass(frozen=True, slots=True)
class KeyPose:
    """A named pose, in the views it is drawn in."""

    name: str
    body: BodyPose | None = None
    foot: FootPose | None = None
    above: AbovePose | None = None
    toes: ToesPose | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """Key poses of an exercise, their views and props; the first view is the main one.

    wall: how far a wall is before the ball of the foot at [0, 0], in units of 1/100 of the body
    height; None means at the furthest reach of the poses.
    """

    views: tuple[View, ...]
    poses: tuple[KeyPose, ...]
    props: frozenset[Prop] = frozenset()
    planted: frozenset[Contact] = frozenset()
    wall: float | None = None

    def pose(self, name: str) -> KeyPose:
        """The key pose of that name, a view it leaves out taken from the first pose that has it.

        KeyError where the figure has none of that name.
        """
        named = next((pose for pose in self.poses if pose.name == name), None)
        if named is None:
            raise KeyError(f"There is no key pose {name!r} in this figure.")
        body = named.body or next((pose.body for pose in self.poses if pose.body), None)
        foot = named.foot or next((pose.foot for pose in self.poses if pose.foot), None)
        above = named.above or next((pose.above for pose in self.poses if pose.above), None)
        toes = named.toes or next((pose.toes for pose in self.poses if pose.toes), None)
        return KeyPose(name, body, foot, above, toes)


@dataclass(frozen=True, slots=True)
class PhaseMotion:
    """Motion of one phase: its key poses, its kind, and the working parts.

    A single pose is held; two or more follow one another evenly. `every`: seconds of a round
    through the poses and back to the first, repeated; None without rounds.
    """

    poses: tuple[str, ...]
    kind: MotionKind = MotionKind.MOVE
    every: float | None = None
    linear: bool = False
    lit: frozenset[Part] = field(default_factory=frozenset)

    @property
    def end(self) -> str:
        """The key pose the phase ends in: the last, or the first again after rounds."""
        return self.poses[-1] if self.every is None else self.poses[0]
