"""How a motion begins and ends: from 0 to 1 in, from 0 to 1 out."""

from math import cos, pi

from footcoach_tui.figure.model import Kind


def eased(kind: Kind, part: float, *, linear: bool = False) -> float:
    """How far along the motion is when `part` of its time is over.

    A relaxing body lets go at once and settles late; everything else starts and stops softly.
    Lowering under a load is even: `linear`.
    """
    part = min(1.0, max(0.0, part))
    if linear:
        return part
    if kind is Kind.RELAX:
        return 1.0 - (1.0 - part) ** 3
    return (1.0 - cos(pi * part)) / 2.0
