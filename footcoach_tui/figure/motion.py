"""Pose of a figure at a moment of a phase."""

from dataclasses import replace
from math import cos, pi, sin

from footcoach_tui.figure.blend import blend
from footcoach_tui.figure.geometry import interpolate
from footcoach_tui.figure.model import (
    BodyPose,
    Contact,
    Figure,
    KeyPose,
    MotionKind,
    PhaseMotion,
)
from footcoach_tui.figure.skeleton import Skeleton

_MAX_TREMOR = 0.5
"""Degrees that a body in a hold sways about its ankle, at most."""
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
    pose = blend(start, end, _ease(motion.kind, fraction, linear=motion.linear))
    if motion.kind is MotionKind.HOLD:
        pose = _with_tremor(pose, _tremor(seconds, moment))
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
    """The pose in a hold: the body leans a little at the ankle, arch and foot work a little."""
    body, foot, above = pose.body, pose.foot, pose.above
    if body:
        body = replace(body, df=body.df + degrees, trunk=body.trunk + degrees)
    if foot:
        foot = replace(foot, arch=foot.arch + degrees * _ARCH_TREMOR)
    if above:
        above = replace(above, turn=above.turn + _TURN_TREMOR * degrees)
    return replace(pose, body=body, foot=foot, above=above)


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
