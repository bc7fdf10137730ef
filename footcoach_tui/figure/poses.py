"""Poses of a body, a foot or its toes: joint angles and lengths, one class a view.

Angles are in degrees. The body and the foot are seen from the side and look to the right (+x);
y grows upwards, the floor is at y = 0. From above it is a right foot, its toes up (+y); from the
front, too, it is a right foot, its big toe on the left, as in a mirror.
An arrow, in every view that has one, goes from one point of the picture to another. It shows how
the body moves into the pose.
"""

from dataclasses import dataclass

Arrow = tuple[float, float, float, float]
"""x and y of its tail and of its tip, in the units of the view."""


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
    out: turn of the near knee towards the viewer, which makes thigh and shin look shorter; then
    knee, hip and df are as they look.
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
    out: float = 0.0
    arrow: Arrow | None = None
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
    other: the other foot, behind this one: how far forward and up, and its heel lift.
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
    other: tuple[float, float, float] | None = None
    arrow: Arrow | None = None


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
    arrow: Arrow | None = None


@dataclass(frozen=True, slots=True)
class FrontPose:
    """A foot and its ankle from the front; lengths in units of 1/100 of the foot length.

    big_toe, small_toes: lift off the floor. tilt: the sole, + is turned inwards.
    tied: how far beside the ankle a band round the forefoot is tied to the leg of a table, - on
    the big-toe side.
    pair: how far away the other foot is, which then mirrors this one.
    beside: how far away the other foot is, - on the big-toe side, which then stays flat.
    """

    big_toe: float = 0.0
    small_toes: float = 0.0
    tilt: float = 0.0
    tied: float | None = None
    pair: float | None = None
    beside: float | None = None
    arrow: Arrow | None = None


@dataclass(frozen=True, slots=True)
class ToesPose:
    """Five toes from above, big toe first: angles from straight ahead, + towards the little toe.

    lift: 0 to 1, how far they are off the floor (drawn shorter).
    pair: how far away the big toe of the other foot is, which then mirrors this one.
    """

    angles: tuple[float, float, float, float, float] = (0.0, 0.0, 0.0, 0.0, 0.0)
    lift: float = 0.0
    pair: float | None = None
