"""Pixels of a figure with smooth edges, each the number of a mix of tones.

Each pixel has nine dots. Three grids of dots are drawn, each a third of a pixel lower than the one
before; what a pixel holds is then counted for all pixels at once, in long numbers.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from footcoach_tui.figure.picture import Tone
from footcoach_tui.figure.raster import Fit, rasterise
from footcoach_tui.figure.shapes import Box, Scene

_SAMPLES = 3
"""Dots of a pixel, across and down."""
_PIXELS_PER_LINE = 150
"""Height in pixels from which on a line, of the floor or a seam, takes one pixel more."""
_KEY_BYTES = 4
_PLANES = ((Tone.NEAR, Tone.LIT), (Tone.FAR, Tone.PROP), (Tone.FLOOR, Tone.SEAM))
"""Tones that are counted together, one in ones and one in tens: nine dots each at most."""
_TEN = 10

Rgb = tuple[int, int, int]


class Mix(NamedTuple):
    """A tone, and thirds of it in a pixel; the rest is another tone."""

    tone: Tone
    thirds: int = 3
    rest: Tone = Tone.BLANK


MIXES = (
    *(Mix(tone) for tone in Tone),
    *(Mix(tone, thirds) for tone in (Tone.NEAR, Tone.LIT, Tone.FAR) for thirds in (1, 2)),
    *(Mix(Tone.NEAR, 2, rest) for rest in (Tone.LIT, Tone.SEAM)),
    Mix(Tone.PROP, 2),
)
"""Sixteen mixes, as many as four bits tell apart; a pixel takes the nearest."""


class PixelGrid(NamedTuple):
    """Rows of pixels from the top, one byte each: the index of its mix."""

    width: int
    height: int
    pixels: bytes

    @property
    def rows(self) -> Iterator[bytes]:
        starts = range(0, len(self.pixels), self.width)
        return (self.pixels[start : start + self.width] for start in starts)

    def mirrored(self) -> "PixelGrid":
        return self._replace(pixels=b"".join(row[::-1] for row in self.rows))

    def beside(self, right: "PixelGrid") -> "PixelGrid":
        """Both grids, which are of the same height, side by side."""
        rows = (a + b for a, b in zip(self.rows, right.rows, strict=True))
        return PixelGrid(self.width + right.width, self.height, b"".join(rows))


def draw_pixels(scene: Scene, box: Box, width: int, height: int) -> PixelGrid:
    """A scene within a box, in pixels."""
    line = 1 + round(height / _PIXELS_PER_LINE)
    fit = Fit.from_box(box, width * _SAMPLES, (height - line) * _SAMPLES)
    pixels = bytearray(_count(replace(scene, ground=None), fit, width, height, line))
    if scene.ground is not None:
        row = round((fit.y - fit.scale * scene.ground) / _SAMPLES)
        start, behind = row * width, min(height, row + line) * width
        pixels[start:behind] = bytes((MIXES.index(Mix(Tone.FLOOR)),)) * (behind - start)
        pixels[behind:] = bytes(len(pixels) - behind)
    return PixelGrid(width, height, bytes(pixels))


def mixed_colours(colours: Mapping[Tone, Rgb]) -> tuple[Rgb, ...]:
    """The colour of each mix, from those of the tones."""
    return tuple(
        _mixed(colours[mix.tone], colours[mix.rest], mix.thirds / _SAMPLES) for mix in MIXES
    )


def _mixed(colour: Rgb, rest: Rgb, share: float) -> Rgb:
    red, green, blue = (
        round(a * share + b * (1 - share)) for a, b in zip(colour, rest, strict=True)
    )
    return red, green, blue


def _count(scene: Scene, fit: Fit, width: int, height: int, line: int) -> Iterator[int]:
    """The index of each pixel's mix."""
    counts = [0] * len(_PLANES)
    for sample in range(_SAMPLES):
        part = Fit(
            fit.width,
            height,
            fit.scale,
            fit.x,
            fit.y + 1.0 - sample,
            float(_SAMPLES),
            seam=line * _SAMPLES / 2,
        )
        grid = rasterise(scene, part)
        for plane, table in enumerate(_tables()):
            weights = grid.translate(table)
            counts[plane] += sum(
                int.from_bytes(weights[right::_SAMPLES], "big") for right in range(_SAMPLES)
            )
    keys = bytearray(width * height * _KEY_BYTES)
    for plane, count in enumerate(counts):
        keys[plane::_KEY_BYTES] = count.to_bytes(width * height, "big")
    return map(_NEAREST.__getitem__, memoryview(keys).cast("I"))


@cache
def _tables() -> tuple[bytes, ...]:
    """For each plane, the weight of a dot by its byte."""
    return tuple(
        bytes({ones.bit: 1, tens.bit: _TEN}.get(byte, 0) for byte in range(256))
        for ones, tens in _PLANES
    )


class _NearestMixes(dict[int, int]):
    """Index of the mix that is nearest to the dots of a pixel, by their counts in all planes."""

    def __missing__(self, key: int) -> int:
        shares = dict.fromkeys(Tone, 0.0)
        for plane, count in zip(_PLANES, key.to_bytes(_KEY_BYTES, "little"), strict=False):
            for tone, dots in zip(plane, (count % _TEN, count // _TEN), strict=True):
                shares[tone] = dots / _SAMPLES**2
        shares[Tone.BLANK] = 1.0 - sum(shares.values())
        self[key] = index = min(
            range(len(MIXES)), key=lambda index: _distance(shares, MIXES[index])
        )
        return index


def _distance(shares: Mapping[Tone, float], mix: Mix) -> float:
    own = {mix.tone: mix.thirds / _SAMPLES}
    own[mix.rest] = own.get(mix.rest, 0.0) + 1.0 - mix.thirds / _SAMPLES
    return sum((share - own.get(tone, 0.0)) ** 2 for tone, share in shares.items())


_NEAREST = _NearestMixes()
