"""Poses between poses: every number that part of the way."""

from footcoach_tui.figure.geometry import interpolate
from footcoach_tui.figure.model import AbovePose, BodyPose, FootPose, KeyPose, ToesPose


def blend(start: KeyPose, end: KeyPose, part: float) -> KeyPose:
    """The pose `part` (0 to 1) of the way; at 0 and 1 exactly start and end."""
    if part <= 0.0:
        return start
    if part >= 1.0:
        return end
    return KeyPose(
        end.name,
        _body(start.body, end.body, part) if start.body and end.body else end.body,
        _foot(start.foot, end.foot, part) if start.foot and end.foot else end.foot,
        _above(start.above, end.above, part) if start.above and end.above else end.above,
        _toes(start.toes, end.toes, part) if start.toes and end.toes else end.toes,
    )


def _body(start: BodyPose, end: BodyPose, part: float) -> BodyPose:
    """The body `part` of the way. The trunk identity holds for it if it holds for both."""
    hip, knee, ankle = zip(start.far_leg, end.far_leg, strict=True)
    same = start.far is None and end.far is None
    return BodyPose(
        pitch=_mix(start.pitch, end.pitch, part),
        df=_mix(start.df, end.df, part),
        knee=_mix(start.knee, end.knee, part),
        hip=_mix(start.hip, end.hip, part),
        trunk=_mix(start.trunk, end.trunk, part),
        arm=interpolate(start.arm, end.arm, part),
        toe=_mix(start.pitch + start.toe_lift, end.pitch + end.toe_lift, part),
        far=None if same else (_mix(*hip, part), _mix(*knee, part), _mix(*ankle, part)),
        root=interpolate(start.root, end.root, part),
        sway=_mix_both(start.sway, end.sway, part),
    )


def _foot(start: FootPose, end: FootPose, part: float) -> FootPose:
    roller = end.roller
    if start.roller is not None and end.roller is not None:
        roller = _mix(start.roller, end.roller, part)
    return FootPose(
        arch=_mix(start.arch, end.arch, part),
        ball=_mix(start.ball, end.ball, part),
        big_toe=_mix(start.big_toe, end.big_toe, part),
        small_toes=_mix(start.small_toes, end.small_toes, part),
        curl=_mix(start.curl, end.curl, part),
        heel=_mix(start.heel, end.heel, part),
        lift=interpolate(start.lift, end.lift, part),
        tilt=_mix(start.tilt, end.tilt, part),
        roller=roller,
        shin=_mix(start.shin, end.shin, part),
        # A stone is where a toe takes it and drops it; on the way to and from there, none is held.
        stone=interpolate(start.stone, end.stone, part) if start.stone and end.stone else None,
    )


def _above(start: AbovePose, end: AbovePose, part: float) -> AbovePose:
    roller = end.roller
    if start.roller is not None and end.roller is not None:
        roller = interpolate(start.roller, end.roller, part)
    return AbovePose(
        turn=_mix(start.turn, end.turn, part),
        big_toe=_mix(start.big_toe, end.big_toe, part),
        tied=_mix_both(start.tied, end.tied, part),
        pair=_mix_both(start.pair, end.pair, part),
        roller=roller,
    )


def _toes(start: ToesPose, end: ToesPose, part: float) -> ToesPose:
    one, two, three, four, five = (
        _mix(a, b, part) for a, b in zip(start.angles, end.angles, strict=True)
    )
    return ToesPose((one, two, three, four, five), _mix(start.lift, end.lift, part))


def _mix_both(start: float | None, end: float | None, part: float) -> float | None:
    """None where either has none: on the way to a pose without it, it is gone."""
    return None if start is None or end is None else _mix(start, end, part)


def _mix(start: float, end: float, part: float) -> float:
    return start + (end - start) * part
