"""Encodings of a pixel grid: PNG for kitty's graphics protocol, and sixel.

The pixels are encoded apart from the colours, so that a change of colours draws nothing anew.
"""

import re
import zlib
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cache
from struct import pack

from footcoach_tui.figure.pixels import PixelGrid, Rgb

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_BITS, _PALETTE = 4, 3
_BAND = 6
"""Rows of pixels that one row of sixels has."""
_FIRST_SIXEL = 63
_REPEATED = re.compile(rb"(.)\1{3,}", re.DOTALL)


class Encoding(StrEnum):
    """Encoding of pixels."""

    PNG = "png"
    SIXEL = "sixel"


def encode_pixels(grid: PixelGrid, encoding: Encoding) -> bytes:
    """The pixels without their colours."""
    return _png_pixels(grid) if encoding is Encoding.PNG else _sixels(grid)


def with_colours(
    pixels: bytes, encoding: Encoding, size: tuple[int, int], colours: Sequence[Rgb]
) -> bytes:
    """The whole picture, of a size in pixels, from what `encode_pixels` gave."""
    if encoding is Encoding.PNG:
        return b"".join(_png(pixels, size, colours))
    return b"".join(_sixel(pixels, size, colours))


def _png_pixels(grid: PixelGrid) -> bytes:
    """Compressed rows, two pixels a byte; a row of an odd width ends with a blank."""
    rows = (row + b"\0" * (len(row) % 2) for row in grid.rows)
    return zlib.compress(b"".join(b"\0" + _packed(row) for row in rows), 9)


def _packed(row: bytes) -> bytes:
    left, right = (int.from_bytes(row[half::2], "big") for half in (0, 1))
    return (left << _BITS | right).to_bytes(len(row) // 2, "big")


def _png(pixels: bytes, size: tuple[int, int], colours: Sequence[Rgb]) -> Iterator[bytes]:
    yield _SIGNATURE
    yield _chunk(b"IHDR", pack(">IIBBBBB", *size, _BITS, _PALETTE, 0, 0, 0))
    yield _chunk(b"PLTE", b"".join(map(bytes, colours)))
    yield _chunk(b"IDAT", pixels)
    yield _chunk(b"IEND", b"")


def _chunk(name: bytes, data: bytes) -> bytes:
    return pack(">I", len(data)) + name + data + pack(">I", zlib.crc32(name + data))


def _sixels(grid: PixelGrid) -> bytes:
    """Bands of six rows, each drawn once in every colour that it has."""
    rows = tuple(grid.rows)
    bands = (rows[start : start + _BAND] for start in range(0, len(rows), _BAND))
    return b"-".join(b"$".join(_layers(band)) for band in bands)


def _layers(band: Sequence[bytes]) -> Iterator[bytes]:
    width = len(band[0])
    blank = bytes((_FIRST_SIXEL,))
    for colour in sorted(set().union(*band)):
        bits = int.from_bytes(blank * width, "big")
        for row, table in zip(band, _bit_tables(colour), strict=False):
            bits += int.from_bytes(row.translate(table), "big")
        sixels = bits.to_bytes(width, "big").rstrip(blank)
        yield b"#%d" % colour + _REPEATED.sub(_run_length, sixels)


@cache
def _bit_tables(colour: int) -> tuple[bytes, ...]:
    """For each row of a band, the bit of a pixel in a colour."""
    return tuple(
        bytes(1 << row if byte == colour else 0 for byte in range(256)) for row in range(_BAND)
    )


def _run_length(match: re.Match[bytes]) -> bytes:
    return b"!%d%c" % (len(match[0]), match[1])


def _sixel(sixels: bytes, size: tuple[int, int], colours: Sequence[Rgb]) -> Iterator[bytes]:
    yield b'\x1bP0;1q"1;1;%d;%d' % size
    for number, colour in enumerate(colours):
        yield b"#%d;2;%d;%d;%d" % (number, *(round(channel / 2.55) for channel in colour))
    yield sixels
    yield b"\x1b\\"
