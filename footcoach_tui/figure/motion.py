"""Pose of a figure at a moment of a phase, between its key poses."""

from dataclasses import replace
from math import cos, pi, sin

from footcoach_tui.figure.geometry import interpolate
from footcoach_tui.figure.model import Contact, Figure, KeyPose, MotionKind, PhaseMotion
from footcoach_tui.figure.poses import AbovePose, BodyPose, FootPose, FrontPose, ToesPose
from footcoach_tui.figure.skeleton import Skeleton

_MAX_TREMOR = 0.5
"""Degrees by which a foot in a hold works, at most."""
_BREATH_SECONDS = 4.0
_BREATH_STEPS = 4  # of a breath drawn: fewer frames than ticks, so that few cells change
_TREMOR_SECONDS = 2.0
_STEADY_SECONDS = 0.4  # a hold begins and ends still
_ARCH_TREMOR = 0.8  # units of the foot a degree of tremor: 0.4 at most
_TURN_TREMOR = 2.0  # degrees a degree of tremor: a foot against a band
_PLANTED_WITHIN = 2.0  # units: two key poses whose hands are this near share one contact


def pose_at(figure: Figure, motion: PhaseMotion, seconds: float, moment: float) -> KeyPose:
    """The pose `moment` seconds into a phase `seconds` long; at its end the phase's end pose.

    KeyError where the motion names a pose that the figure does not have.
    """
    if moment >= seconds:
        return figure.pose(motion.end)
    start_name, end_name, fraction = _stretch(motion, seconds, max(0.0, moment))
    start, end = figure.pose(start_name), figure.pose(end_name)
    pose = _blend(start, end, _ease(motion.kind, fraction, linear=motion.linear))
    if motion.kind is MotionKind.HOLD:
        pose = _with_tremor(pose, _tremor(seconds, moment))
        pose = _with_breath(pose, _breath(seconds, moment))
    if Contact.HAND in figure.planted and pose.body and start.body and end.body:
        body = _with_planted_hand(pose.body, start.body, end.body, fraction)
        pose = replace(pose, body=body)
    return pose


def _stretch(motion: PhaseMotion, seconds: float, moment: float) -> tuple[str, str, float]:
    """The names of the key poses before and after the moment, and the fraction of time between."""
    stops = motion.poses
    if motion.every is not None:
        stops = (*stops, stops[0])
        rounds = max(1, round(seconds / motion.every))
        fraction = moment * rounds / seconds % 1.0
    else:
        fraction = moment / seconds
    if len(stops) == 1:
        return stops[0], stops[0], 1.0
    # Rounded so that each round has the same poses, and each frame is drawn once.
    position = round(fraction, 6) * (len(stops) - 1)
    index = min(int(position), len(stops) - 2)
    return stops[index], stops[index + 1], position - index


def _tremor(seconds: float, moment: float) -> float:
    """Degrees, always equal at an equal moment; none where the hold begins and ends."""
    steady = min(1.0, moment / _STEADY_SECONDS, (seconds - moment) / _STEADY_SECONDS)
    turn = 2.0 * pi * moment / _TREMOR_SECONDS
    wave = (2.0 * sin(turn) + sin(2.0 * turn + 1.0)) / 3.0
    return round(_MAX_TREMOR * steady * wave, 2)


def _with_tremor(pose: KeyPose, degrees: float) -> KeyPose:
    """The pose in a hold: arch and foot work a little."""
    foot, above = pose.foot, pose.above
    if foot:
        foot = replace(foot, arch=foot.arch + degrees * _ARCH_TREMOR)
    if above:
        above = replace(above, turn=above.turn + _TURN_TREMOR * degrees)
    return replace(pose, foot=foot, above=above)


def _breath(seconds: float, moment: float) -> float:
    """How full the chest is, 0 to 1: whole breaths of about four seconds, none in a short hold."""
    breaths = int(seconds / _BREATH_SECONDS)
    full = (1.0 - cos(2.0 * pi * breaths * moment / seconds)) / 2.0
    return round(full * _BREATH_STEPS) / _BREATH_STEPS


def _with_breath(pose: KeyPose, breath: float) -> KeyPose:
    return replace(pose, body=replace(pose.body, breath=breath)) if pose.body else pose


def _with_planted_hand(body: BodyPose, start: BodyPose, end: BodyPose, fraction: float) -> BodyPose:
    """The body with its hand where both key poses have it; unchanged where they differ."""
    from_hand, to_hand = Skeleton.from_pose(start).arm.hand, Skeleton.from_pose(end).arm.hand
    if max(abs(from_hand[0] - to_hand[0]), abs(from_hand[1] - to_hand[1])) > _PLANTED_WITHIN:
        return body
    bones = Skeleton.from_pose(body)
    hand = interpolate(from_hand, to_hand, fraction)
    return replace(body, arm=bones.arm.angles_to(hand, bones.trunk))


def _ease(kind: MotionKind, fraction: float, *, linear: bool) -> float:
    """The fraction of the way at a fraction of the time.

    A relaxing body lets go at once and settles late; every other motion starts and stops softly.
    Lowering under a load is even: `linear`.
    """
    if linear:
        return fraction
    if kind is MotionKind.RELAX:
        return 1.0 - (1.0 - fraction) ** 3
    return (1.0 - cos(pi * fraction)) / 2.0


def _blend(start: KeyPose, end: KeyPose, fraction: float) -> KeyPose:
    """The pose `fraction` (0 to 1) of the way; at 0 and 1 exactly start and end."""
    if fraction <= 0.0:
        return start
    if fraction >= 1.0:
        return end
    return KeyPose(
        end.name,
        _blend_body(start.body, end.body, fraction) if start.body and end.body else end.body,
        _blend_foot(start.foot, end.foot, fraction) if start.foot and end.foot else end.foot,
        _blend_front(start.front, end.front, fraction) if start.front and end.front else end.front,
        _blend_above(start.above, end.above, fraction) if start.above and end.above else end.above,
        _blend_toes(start.toes, end.toes, fraction) if start.toes and end.toes else end.toes,
    )


def _blend_body(start: BodyPose, end: BodyPose, fraction: float) -> BodyPose:
    """The trunk sum holds for the body between if it holds for both."""
    hip, knee, ankle = zip(start.far_leg, end.far_leg, strict=True)
    same_legs = start.far is None and end.far is None
    return BodyPose(
        pitch=_mix(start.pitch, end.pitch, fraction),
        df=_mix(start.df, end.df, fraction),
        knee=_mix(start.knee, end.knee, fraction),
        hip=_mix(start.hip, end.hip, fraction),
        trunk=_mix(start.trunk, end.trunk, fraction),
        arm=interpolate(start.arm, end.arm, fraction),
        toe=_mix(start.pitch + start.toe_lift, end.pitch + end.toe_lift, fraction),
        far=None
        if same_legs
        else (_mix(*hip, fraction), _mix(*knee, fraction), _mix(*ankle, fraction)),
        root=interpolate(start.root, end.root, fraction),
        look=_mix(start.look, end.look, fraction),
        sway=_mix_both(start.sway, end.sway, fraction),
        out=_mix(start.out, end.out, fraction),
        arrow=end.arrow,
    )


def _blend_foot(start: FootPose, end: FootPose, fraction: float) -> FootPose:
    roller = end.roller
    if start.roller is not None and end.roller is not None:
        roller = _mix(start.roller, end.roller, fraction)
    return FootPose(
        arch=_mix(start.arch, end.arch, fraction),
        ball=_mix(start.ball, end.ball, fraction),
        big_toe=_mix(start.big_toe, end.big_toe, fraction),
        small_toes=_mix(start.small_toes, end.small_toes, fraction),
        curl=_mix(start.curl, end.curl, fraction),
        heel=_mix(start.heel, end.heel, fraction),
        lift=interpolate(start.lift, end.lift, fraction),
        tilt=_mix(start.tilt, end.tilt, fraction),
        roller=roller,
        shin=_mix(start.shin, end.shin, fraction),
        press=_mix(start.press, end.press, fraction),
        # Between a pose with a stone and one without, the toes hold none.
        stone=interpolate(start.stone, end.stone, fraction) if start.stone and end.stone else None,
        other=_mix_three(start.other, end.other, fraction),
        arrow=end.arrow,
    )


def _blend_above(start: AbovePose, end: AbovePose, fraction: float) -> AbovePose:
    roller = end.roller
    if start.roller is not None and end.roller is not None:
        roller = interpolate(start.roller, end.roller, fraction)
    return AbovePose(
        turn=_mix(start.turn, end.turn, fraction),
        tilt=_mix(start.tilt, end.tilt, fraction),
        big_toe=_mix(start.big_toe, end.big_toe, fraction),
        tied=_mix_both(start.tied, end.tied, fraction),
        pair=_mix_both(start.pair, end.pair, fraction),
        roller=roller,
        arrow=end.arrow,
    )


def _blend_front(start: FrontPose, end: FrontPose, fraction: float) -> FrontPose:
    return FrontPose(
        big_toe=_mix(start.big_toe, end.big_toe, fraction),
        small_toes=_mix(start.small_toes, end.small_toes, fraction),
        tilt=_mix(start.tilt, end.tilt, fraction),
        tied=_mix_both(start.tied, end.tied, fraction),
        pair=_mix_both(start.pair, end.pair, fraction),
        beside=_mix_both(start.beside, end.beside, fraction),
        arrow=end.arrow,
    )


def _blend_toes(start: ToesPose, end: ToesPose, fraction: float) -> ToesPose:
    a, b, c, d, e = (_mix(x, y, fraction) for x, y in zip(start.angles, end.angles, strict=True))
    lift = _mix(start.lift, end.lift, fraction)
    return ToesPose((a, b, c, d, e), lift, _mix_both(start.pair, end.pair, fraction))


_Three = tuple[float, float, float]


def _mix_three(start: _Three | None, end: _Three | None, fraction: float) -> _Three | None:
    """None where either is None."""
    if start is None or end is None:
        return None
    x, y, z = (_mix(before, after, fraction) for before, after in zip(start, end, strict=True))
    return (x, y, z)


def _mix_both(start: float | None, end: float | None, fraction: float) -> float | None:
    """None where either is None: it vanishes on the way to a pose without it."""
    return None if start is None or end is None else _mix(start, end, fraction)


def _mix(start: float, end: float, fraction: float) -> float:
    return start + (end - start) * fraction
