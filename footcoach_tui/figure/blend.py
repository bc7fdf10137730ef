"""Poses between two poses: each number is interpolated."""

from footcoach_tui.figure.geometry import interpolate
from footcoach_tui.figure.model import AbovePose, BodyPose, FootPose, KeyPose, ToesPose


def blend(start: KeyPose, end: KeyPose, fraction: float) -> KeyPose:
    """The pose `fraction` (0 to 1) of the way; at 0 and 1 exactly start and end."""
    if fraction <= 0.0:
        return start
    if fraction >= 1.0:
        return end
    return KeyPose(
        end.name,
        _body(start.body, end.body, fraction) if start.body and end.body else end.body,
        _foot(start.foot, end.foot, fraction) if start.foot and end.foot else end.foot,
        _above(start.above, end.above, fraction) if start.above and end.above else end.above,
        _toes(start.toes, end.toes, fraction) if start.toes and end.toes else end.toes,
    )


def _body(start: BodyPose, end: BodyPose, fraction: float) -> BodyPose:
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
        sway=_mix_both(start.sway, end.sway, fraction),
    )


def _foot(start: FootPose, end: FootPose, fraction: float) -> FootPose:
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
        # Between a pose with a stone and one without, the toes hold none.
        stone=interpolate(start.stone, end.stone, fraction) if start.stone and end.stone else None,
    )


def _above(start: AbovePose, end: AbovePose, fraction: float) -> AbovePose:
    roller = end.roller
    if start.roller is not None and end.roller is not None:
        roller = interpolate(start.roller, end.roller, fraction)
    return AbovePose(
        turn=_mix(start.turn, end.turn, fraction),
        big_toe=_mix(start.big_toe, end.big_toe, fraction),
        tied=_mix_both(start.tied, end.tied, fraction),
        pair=_mix_both(start.pair, end.pair, fraction),
        roller=roller,
    )


def _toes(start: ToesPose, end: ToesPose, fraction: float) -> ToesPose:
    a, b, c, d, e = (_mix(x, y, fraction) for x, y in zip(start.angles, end.angles, strict=True))
    return ToesPose((a, b, c, d, e), _mix(start.lift, end.lift, fraction))


def _mix_both(start: float | None, end: float | None, fraction: float) -> float | None:
    """None where either is None: it vanishes on the way to a pose without it."""
    return None if start is None or end is None else _mix(start, end, fraction)


def _mix(start: float, end: float, fraction: float) -> float:
    return start + (end - start) * fraction
