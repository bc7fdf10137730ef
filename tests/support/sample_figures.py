"""Sample figures with the joint angles of the exercises they are named after."""

from dataclasses import replace

from footcoach_tui.figure.model import (
    Contact,
    Figure,
    KeyPose,
    MotionKind,
    Part,
    PhaseMotion,
    Prop,
    View,
)
from footcoach_tui.figure.poses import AbovePose, BodyPose, FootPose, FrontPose, ToesPose

BODY, FOOT, FRONT, ABOVE, TOES = ((view,) for view in View)


def highlight(*parts: Part) -> frozenset[Part]:
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

ROCKING = Figure(
    BODY,
    (
        KeyPose("right", BodyPose(80, 26, 158, 60, 8, (7, 42), sway=16)),
        KeyPose("left", BodyPose(80, 26, 158, 60, 8, (7, 42), sway=-16)),
    ),
)
LOADED = Figure(
    BODY,
    (
        KeyPose("low", BodyPose(0, 0, 0, 0, 0, (44, 60), far=(2, 60, -5))),
        KeyPose("high", BodyPose(38, -38, 0, 0, 0, (24, 70), far=(2, 60, -5))),
    ),
    frozenset({Prop.BACKPACK, Prop.WALL}),
    wall=30.0,
)
HEEL_BALL = Figure(
    BODY,
    tuple(
        KeyPose(name, BodyPose(pitch, -pitch, 0, 0, 0, sway=0))
        for name, pitch in (("low", 0), ("high", 48))
    ),
    frozenset({Prop.BALL}),
)
PAIR_BALL = Figure(ABOVE, (KeyPose("hold", above=AbovePose(-5, pair=46)),), frozenset({Prop.BALL}))
LOOKING = Figure(
    BODY,
    tuple(
        KeyPose(name, BodyPose(0, 4, 8, 4, 0, (10, 0), far=(25, 75, 0), look=look, sway=0))
        for name, look in (("ahead", 0), ("right", 80), ("left", -80))
    ),
)
PRESS = Figure(
    FOOT,
    (
        KeyPose("rest", foot=FootPose(big_toe=24)),
        KeyPose("press", foot=FootPose(11, big_toe=-6, press=1)),
    ),
)
SEATED_WEIGHT = replace(SEATED, props=frozenset({Prop.CHAIR, Prop.BACKPACK}))
AT_RAIL = Figure(
    BODY,
    (
        KeyPose("low", BodyPose(0, 0, 0, 0, 0, (34, 33), far=(-4, 62, -12))),
        KeyPose("high", BodyPose(38, -38, 0, 0, 0, (26.9, 27.6), far=(-4, 62, -12))),
    ),
    frozenset({Prop.STEP, Prop.RAIL}),
    frozenset({Contact.HAND}),
)
TOES_UP_WALL = Figure(
    FOOT,
    (KeyPose("in", foot=FootPose(13, big_toe=70, small_toes=70, shin=18)),),
    frozenset({Prop.WALL}),
    wall=3.0,
)
HEEL_DROP = Figure(
    FOOT,
    (KeyPose("high", foot=FootPose(12, heel=38)), KeyPose("low", foot=FootPose(9, heel=-18))),
    frozenset({Prop.STEP}),
)
STONES = Figure(
    FOOT,
    (
        KeyPose("open", foot=FootPose(big_toe=26, small_toes=30)),
        KeyPose("grip", foot=FootPose(11, 72, 10, 6, 68, stone=(97, 5.5))),
        KeyPose("over", foot=FootPose(11, 72, 10, 6, 68, lift=(17, 20), stone=(114, 25))),
        KeyPose("drop", foot=FootPose(8, 72, 14, 24, lift=(17, 5), stone=(123, 5.5))),
    ),
    frozenset({Prop.STONES}),
)
BAND_IN = Figure(
    ABOVE,
    (
        KeyPose("straight", above=AbovePose(-4, tied=40)),
        KeyPose("turned-in", above=AbovePose(24, tilt=48, tied=40)),
    ),
    frozenset({Prop.BAND}),
)
BAND_OUT = Figure(
    ABOVE,
    (
        KeyPose("straight", above=AbovePose(4, tied=-40)),
        KeyPose("turned-out", above=AbovePose(-22, tilt=-48, tied=-40)),
    ),
    frozenset({Prop.BAND}),
)
BAND_FRONT = Figure(
    FRONT,
    (
        KeyPose("straight", front=FrontPose(tilt=-8, tied=48, beside=-72)),
        KeyPose("turned-in", front=FrontPose(tilt=34, tied=48, beside=-72)),
    ),
    frozenset({Prop.BAND}),
)
TOES_FRONT = Figure(
    FRONT,
    (
        KeyPose("flat", front=FrontPose(pair=62)),
        KeyPose("big-up", front=FrontPose(big_toe=45, pair=62)),
        KeyPose("small-up", front=FrontPose(small_toes=45, pair=62)),
    ),
)
BOTH_TOES = Figure(
    ABOVE,
    (
        KeyPose("slack", above=AbovePose(-10, 4, pair=30)),
        KeyPose("drawn-in", above=AbovePose(-25, -14, pair=30)),
    ),
    frozenset({Prop.BAND}),
)
BALL_LINES = Figure(
    ABOVE,
    tuple(
        KeyPose(f"{name}-{end}", above=AbovePose(roller=(across, along)))
        for name, across in (("inner", -1.0), ("middle", 0.0), ("outer", 1.0))
        for end, along in (("heel", 0.0), ("toes", 1.0))
    ),
    frozenset({Prop.BALL}),
)

SAMPLE_FIGURES: dict[str, tuple[Figure, PhaseMotion]] = {
    "bear-squat-to-down-dog": (BEAR, PhaseMotion(("kneel-sit", "tabletop", "down-dog"))),
    "heel-raise": (HEEL_RAISE, PhaseMotion(("low", "high"), lit=highlight(Part.CALF))),
    "single-leg-balance": (
        BALANCE,
        PhaseMotion(
            ("stand", "sway-fwd", "sway-back"),
            MotionKind.HOLD,
            every=3.6,
            lit=highlight(Part.ANKLE),
        ),
    ),
    "seated": (SEATED, PhaseMotion(("sit", "heel-up"), lit=highlight(Part.CALF))),
    "short-foot": (SHORT_FOOT, PhaseMotion(("relax", "draw"), lit=highlight(Part.ARCH))),
    "short-foot-seated": (
        SHORT_FOOT_SEATED,
        PhaseMotion(("relax", "draw"), lit=highlight(Part.ARCH)),
    ),
    "toe-yoga": (
        TOE_YOGA,
        PhaseMotion(("flat", "big-up", "small-up"), lit=highlight(Part.BIG_TOE)),
    ),
    "toe-spread": (TOE_SPREAD, PhaseMotion(("rest", "lift", "spread"), lit=highlight(Part.TOES))),
    "ball-roll": (BALL_ROLL, PhaseMotion(("front", "back"), every=4, lit=highlight(Part.SOLE))),
    "knee-to-wall-rock": (KNEE_TO_WALL, PhaseMotion(("back", "touch"), lit=highlight(Part.ANKLE))),
    "calf-stretch-straight": (
        CALF_STRAIGHT,
        PhaseMotion(("hold",), MotionKind.HOLD, lit=highlight(Part.CALF)),
    ),
    "calf-stretch-bent": (
        CALF_BENT,
        PhaseMotion(("hold",), MotionKind.HOLD, lit=highlight(Part.CALF)),
    ),
    "rocking": (ROCKING, PhaseMotion(("right", "left"), lit=highlight(Part.TOES))),
    "loaded": (LOADED, PhaseMotion(("low", "high"), lit=highlight(Part.CALF, Part.FAR_CALF))),
    "heel-ball": (HEEL_BALL, PhaseMotion(("low", "high"), lit=highlight(Part.HEEL))),
    "pair-ball": (PAIR_BALL, PhaseMotion(("hold",), lit=highlight(Part.HEEL))),
    "looking": (LOOKING, PhaseMotion(("ahead", "right", "left"))),
    "press": (PRESS, PhaseMotion(("rest", "press"), lit=highlight(Part.BIG_TOE, Part.TOES))),
    "seated-weight": (SEATED_WEIGHT, PhaseMotion(("sit", "heel-up"), lit=highlight(Part.CALF))),
    "at-rail": (AT_RAIL, PhaseMotion(("low", "high"), lit=highlight(Part.CALF))),
    "toes-up-wall": (TOES_UP_WALL, PhaseMotion(("in",), lit=highlight(Part.SOLE, Part.TOES))),
    "heel-drop": (HEEL_DROP, PhaseMotion(("high", "low"), linear=True, lit=highlight(Part.CALF))),
    "stones": (STONES, PhaseMotion(("open", "grip", "over", "drop"), lit=highlight(Part.TOES))),
    "band-in": (
        BAND_IN,
        PhaseMotion(("straight", "turned-in"), lit=highlight(Part.ARCH, Part.ANKLE)),
    ),
    "band-out": (BAND_OUT, PhaseMotion(("straight", "turned-out"), lit=highlight(Part.ANKLE))),
    "toes-front": (
        TOES_FRONT,
        PhaseMotion(("flat", "big-up", "small-up"), lit=highlight(Part.BIG_TOE, Part.TOES)),
    ),
    "both-toes": (
        BOTH_TOES,
        PhaseMotion(("slack", "drawn-in"), MotionKind.HOLD, lit=highlight(Part.BIG_TOE)),
    ),
    "ball-lines": (
        BALL_LINES,
        PhaseMotion(("inner-heel", "inner-toes"), every=4, lit=highlight(Part.SOLE)),
    ),
}
