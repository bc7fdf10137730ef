"""How colours look to eyes that lack one kind of cone, and how far apart two of them are then.

The matrices are those of Machado, Oliveira and Fernandes (2009) at full severity, for linear RGB.
Distance is Euclidean in Oklab (Ottosson 2020): 0.02 is about what can just be told.
"""

from math import sqrt

from contrast import Rgb, linear_light

_LinearRgb = tuple[float, float, float]
ConeMatrix = tuple[_LinearRgb, _LinearRgb, _LinearRgb]

PROTANOPIA: ConeMatrix = (
    (0.152286, 1.052583, -0.204868),
    (0.114503, 0.786281, 0.099216),
    (-0.003882, -0.048116, 1.051998),
)
DEUTERANOPIA: ConeMatrix = (
    (0.367322, 0.860646, -0.227968),
    (0.280085, 0.672501, 0.047413),
    (-0.011820, 0.042940, 0.968881),
)
_CONES: ConeMatrix = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_LAB: ConeMatrix = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)


def colour_distance(one: Rgb, other: Rgb, eyes: ConeMatrix) -> float:
    """How far apart two colours are to such eyes."""
    pair = zip(_seen(one, eyes), _seen(other, eyes), strict=True)
    return sqrt(sum((left - right) ** 2 for left, right in pair))


def _seen(colour: Rgb, eyes: ConeMatrix) -> _LinearRgb:
    red, green, blue = map(linear_light, colour)
    cones = _times(_CONES, _times(eyes, (red, green, blue)))
    long, middle, short = (max(0.0, part) ** (1 / 3) for part in cones)
    return _times(_LAB, (long, middle, short))


def _times(matrix: ConeMatrix, vector: _LinearRgb) -> _LinearRgb:
    one, two, three = (
        sum(left * right for left, right in zip(row, vector, strict=True)) for row in matrix
    )
    return one, two, three
