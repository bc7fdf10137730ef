"""The pose of a figure at a moment of a phase."""

from dataclasses import replace
from math import cos, pi, sin

from footcoach_tui.figure.blend import blend
from footcoach_tui.figure.geometry import interpolate
from footcoach_tui.figure.model import (
    BodyPose,
    Contact,
    Figure,
    FootPose,
    KeyPose,
    MotionKind,
    PhaseMotion,
)
from footcoach_tui.figure.skeleton import reach_arm, skeleton

_MAX_TREMOR = 0.5
"""Degrees: as much as a body in a hold sways about its ankle, at most."""
_SWAY_SECONDS = 2.0
_STEADY_SECONDS = 0.4  # a hold begins and ends still
_ARCH_TREMOR = 0.8  # units of the foot a degree of sway: 0.4 at most
_TURN_TREMOR = 2.0  # degrees a degree of sway: a foot against a band
_PLANTED_WITHIN = 2.0  # units: two key poses whose hands are this near share one contact


def pose_at(figure: Figure, motion: PhaseMotion, seconds: float, moment: float) -> KeyPose:
    """The pose `moment` seconds into a phase `seconds` long; at its end the phase's end pose.

    KeyError where the motion names a pose that the figure does not have.
    """
    if moment >= seconds:
        return figure.pose(motion.end)
    start, end, part = _stretch(motion, seconds, max(0.0, moment))
    one, two = figure.pose(start), figure.pose(end)
    pose = blend(one, two, ease(motion.kind, part, linear=motion.linear))
    if motion.kind is MotionKind.HOLD:
        pose = _swaying(pose, _sway(seconds, moment))
    if Contact.HAND in figure.planted and pose.body and one.body and two.body:
        pose = replace(pose, body=_with_planted_hand(pose.body, one.body, two.body, part))
    return pose


def _stretch(motion: PhaseMotion, seconds: float, moment: float) -> tuple[str, str, float]:
    """The two key poses the moment lies between, and how far, by time, it is from one to two."""
    stops = motion.poses
    if motion.every is not None:
        stops = (*stops, stops[0])
        rounds = max(1, round(seconds / motion.every))
        part = moment * rounds / seconds % 1.0
    else:
        part = moment / seconds
    if len(stops) == 1:
        return stops[0], stops[0], 1.0
    # Rounded so that each round goes through the same poses, and a frame is drawn once.
    place = round(part, 6) * (len(stops) - 1)
    leg = min(int(place), len(stops) - 2)
    return stops[leg], stops[leg + 1], place - leg


def _sway(seconds: float, moment: float) -> float:
    """Degrees of tremor, the same at the same moment; none where the hold begins and ends."""
    steady = min(1.0, moment / _STEADY_SECONDS, (seconds - moment) / _STEADY_SECONDS)
    turn = 2.0 * pi * moment / _SWAY_SECONDS
    wave = (2.0 * sin(turn) + sin(2.0 * turn + 1.0)) / 3.0
    return round(_MAX_TREMOR * steady * wave, 2)


def _swaying(pose: KeyPose, degrees: float) -> KeyPose:
    """The pose in a hold: the body leans a little at the ankle, arch and foot work a little."""
    body, foot, above = pose.body, pose.foot, pose.above
    if body:
        body = replace(body, df=body.df + degrees, trunk=body.trunk + degrees)
    if foot:
        foot = _breathing(foot, degrees)
    if above:
        above = replace(above, turn=above.turn + _TURN_TREMOR * degrees)
    return replace(pose, body=body, foot=foot, above=above)


def _breathing(foot: FootPose, degrees: float) -> FootPose:
    return replace(foot, arch=foot.arch + degrees * _ARCH_TREMOR)


def _with_planted_hand(body: BodyPose, one: BodyPose, two: BodyPose, part: float) -> BodyPose:
    """The body with its hand kept where both key poses have it; as it is where they differ."""
    here, there = skeleton(one).arm.hand, skeleton(two).arm.hand
    if max(abs(here[0] - there[0]), abs(here[1] - there[1])) > _PLANTED_WITHIN:
        return body
    bones = skeleton(body)
    return replace(body, arm=reach_arm(bones.shoulder, bones.trunk, interpolate(here, there, part)))


def ease(kind: MotionKind, part: float, *, linear: bool = False) -> float:
    """How far along the motion is when `part` of its time is over.

    A relaxing body lets go at once and settles late; everything else starts and stops softly.
    Lowering under a load is even: `linear`.
    """
    part = min(1.0, max(0.0, part))
    if linear:
        return part
    if kind is MotionKind.RELAX:
        return 1.0 - (1.0 - part) ** 3
    return (1.0 - cos(pi * part)) / 2.0
