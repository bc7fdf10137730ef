"""Trial figures, with the joint angles of the exercises they are named after."""

from footcoach_tui.figure.model import (
    BodyPose,
    Contact,
    Figure,
    FootPose,
    KeyPose,
    Kind,
    Motion,
    Part,
    Prop,
    ToesPose,
    View,
)

BODY, FOOT, TOES = (View.BODY,), (View.FOOT,), (View.TOES,)


def lit(*parts: Part) -> frozenset[Part]:
    return frozenset(parts)


BEAR = Figure(
    BODY,
    (
        KeyPose("kneel-sit", BodyPose(80, 24, 158, 64, 10, (30, 20), 80)),
        KeyPose("tabletop", BodyPose(75, 29, 104, 76, 76, (74, 20), 75)),
        KeyPose("down-dog", BodyPose(12, 19, 4, 106, 133, (167, 0), 12)),
    ),
    planted=frozenset({Contact.HAND}),
)
HEEL_RAISE = Figure(
    BODY,
    (
        KeyPose("low", BodyPose(0, 0, 0, 0, 0)),
        KeyPose("high", BodyPose(40, -40, 0, 0, 0, (0, 0), 40)),
    ),
)
BALANCE = Figure(
    BODY,
    (
        KeyPose("stand", BodyPose(0, 4, 8, 4, 0, (10, 0), 0, (25, 75, 0))),
        KeyPose("sway-fwd", BodyPose(0, 7, 8, 4, 3, (14, 0), 0, (25, 75, 0))),
        KeyPose("sway-back", BodyPose(0, 1, 8, 4, -3, (20, 0), 0, (28, 75, 0))),
    ),
)
SEATED = Figure(
    BODY,
    (
        KeyPose("sit", BodyPose(0, 0, 90, 90, 0, (30, 60), 0)),
        KeyPose("heel-up", BodyPose(30, -37.4, 88.7, 96.1, 0, (30, 60), 30)),
    ),
    frozenset({Prop.CHAIR}),
)
SHORT_FOOT = Figure(
    FOOT, (KeyPose("relax", foot=FootPose()), KeyPose("draw", foot=FootPose(14, 69)))
)
SHORT_FOOT_SEATED = Figure(
    (View.FOOT, View.BODY),
    (
        KeyPose("relax", BodyPose(0, 0, 90, 90, 0, (30, 60), 0), FootPose()),
        KeyPose("draw", foot=FootPose(14, 69)),
    ),
    frozenset({Prop.CHAIR}),
)
TOE_YOGA = Figure(
    FOOT,
    (
        KeyPose("flat", foot=FootPose(9)),
        KeyPose("big-up", foot=FootPose(10, 72, 35)),
        KeyPose("small-up", foot=FootPose(9, 72, 0, 28)),
    ),
)
TOE_SPREAD = Figure(
    TOES,
    (
        KeyPose("rest", toes=ToesPose()),
        KeyPose("lift", toes=ToesPose(lift=1)),
        KeyPose("spread", toes=ToesPose((-14, -4, 3, 9, 16))),
    ),
)
BALL_ROLL = Figure(
    FOOT,
    (
        KeyPose("front", foot=FootPose(roller=78, tilt=-8)),
        KeyPose("back", foot=FootPose(roller=14, tilt=8)),
    ),
    frozenset({Prop.BALL}),
)
KNEE_TO_WALL = Figure(
    BODY,
    (
        KeyPose("back", BodyPose(0, 8, 22, 24, 10, (12, 117), 0, (-14, 0, -4))),
        KeyPose("touch", BodyPose(0, 44, 62, 18, 0, (5, 152), 0, (-20, 37, 6))),
    ),
    frozenset({Prop.WALL}),
    frozenset({Contact.HAND}),
)
CALF_STRAIGHT = Figure(
    BODY,
    (KeyPose("hold", BodyPose(0, 28, 0, -12, 16, (69, 51), 0, (52, 53, 17))),),
    frozenset({Prop.WALL}),
)
CALF_BENT = Figure(
    BODY,
    (KeyPose("hold", BodyPose(0, 34, 34, 10, 10, (57, 62), 0, (42, 43, 11))),),
    frozenset({Prop.WALL}),
)

TRIALS: dict[str, tuple[Figure, Motion]] = {
    "bear-squat-to-down-dog": (BEAR, Motion(("kneel-sit", "tabletop", "down-dog"))),
    "heel-raise": (HEEL_RAISE, Motion(("low", "high"), lit=lit(Part.CALF))),
    "single-leg-balance": (
        BALANCE,
        Motion(("stand", "sway-fwd", "sway-back"), Kind.HOLD, every=3.6, lit=lit(Part.ANKLE)),
    ),
    "seated": (SEATED, Motion(("sit", "heel-up"), lit=lit(Part.CALF))),
    "short-foot": (SHORT_FOOT, Motion(("relax", "draw"), lit=lit(Part.ARCH))),
    "short-foot-seated": (SHORT_FOOT_SEATED, Motion(("relax", "draw"), lit=lit(Part.ARCH))),
    "toe-yoga": (TOE_YOGA, Motion(("flat", "big-up", "small-up"), lit=lit(Part.BIG_TOE))),
    "toe-spread": (TOE_SPREAD, Motion(("rest", "lift", "spread"), lit=lit(Part.TOES))),
    "ball-roll": (BALL_ROLL, Motion(("front", "back"), every=4, lit=lit(Part.SOLE))),
    "knee-to-wall-rock": (KNEE_TO_WALL, Motion(("back", "touch"), lit=lit(Part.ANKLE))),
    "calf-stretch-straight": (CALF_STRAIGHT, Motion(("hold",), Kind.HOLD, lit=lit(Part.CALF))),
    "calf-stretch-bent": (CALF_BENT, Motion(("hold",), Kind.HOLD, lit=lit(Part.CALF))),
}
