"""Data of a figure: key poses in five views, and the motion of a phase through them."""

from dataclasses import dataclass, field
from enum import StrEnum

from footcoach_tui.figure.poses import AbovePose, BodyPose, FootPose, FrontPose, ToesPose


class View(StrEnum):
    """Direction and distance from which a pose is drawn."""

    BODY = "body"
    FOOT = "foot"
    FRONT = "front"
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
    SHUT_EYES = "shut-eyes"


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
class KeyPose:
    """A named pose, in the views it is drawn in."""

    name: str
    body: BodyPose | None = None
    foot: FootPose | None = None
    front: FrontPose | None = None
    above: AbovePose | None = None
    toes: ToesPose | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """Key poses of an exercise, their views and props; the first view is the main one.

    wall: how far a wall is before the ball of the foot at [0, 0], in units of 1/100 of the body
    height; None means at the furthest reach of the poses.
    ghost: the pose that is faintly seen behind the others, where they differ little.
    """

    views: tuple[View, ...]
    poses: tuple[KeyPose, ...]
    props: frozenset[Prop] = frozenset()
    planted: frozenset[Contact] = frozenset()
    wall: float | None = None
    ghost: str | None = None

    def pose(self, name: str) -> KeyPose:
        """The key pose of that name, a view it leaves out taken from the first pose that has it.

        KeyError where the figure has none of that name.
        """
        named = next((pose for pose in self.poses if pose.name == name), None)
        if named is None:
            raise KeyError(f"There is no key pose {name!r} in this figure.")
        body = named.body or next((pose.body for pose in self.poses if pose.body), None)
        foot = named.foot or next((pose.foot for pose in self.poses if pose.foot), None)
        front = named.front or next((pose.front for pose in self.poses if pose.front), None)
        above = named.above or next((pose.above for pose in self.poses if pose.above), None)
        toes = named.toes or next((pose.toes for pose in self.poses if pose.toes), None)
        return KeyPose(name, body, foot, front, above, toes)


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
