"""Pixels of a figure: smooth edges, in sixteen mixes, encoded apart from the colours."""

import re
import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_figures import BEAR

from footcoach_tui.figure.model import PhaseMotion
from footcoach_tui.figure.picture import Tone
from footcoach_tui.figure.pixel_encodings import Encoding, encode_pixels, with_colours
from footcoach_tui.figure.pixel_render import PixelFormat, render_pixels
from footcoach_tui.figure.pixels import MIXES, Mix, PixelGrid, draw_pixels, mixed_colours
from footcoach_tui.figure.shapes import Layer, Polygon, Scene

COLOURS = {tone: (10 * number, 100, 200 - number) for number, tone in enumerate(Tone)}
PALETTE = mixed_colours(COLOURS)
SMALL = PixelFormat(20, 8, 8, 16, Encoding.PNG)


@st.composite
def grids(draw: st.DrawFn) -> PixelGrid:
    width, height = draw(st.integers(1, 40)), draw(st.integers(1, 20))
    pixels = draw(st.binary(min_size=width * height, max_size=width * height))
    return PixelGrid(width, height, bytes(byte % len(MIXES) for byte in pixels))


def png_pixels(png: bytes) -> PixelGrid:
    """Read a PNG of four bits a pixel without filters."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    chunks, at = {}, 8
    while at < len(png):
        (length,) = struct.unpack_from(">I", png, at)
        name, data = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        assert struct.unpack_from(">I", png, at + 8 + length)[0] == zlib.crc32(name + data)
        chunks[name], at = data, at + 12 + length
    width, height, bits, kind = struct.unpack_from(">IIBB", chunks[b"IHDR"])
    assert (bits, kind) == (4, 3)
    assert chunks[b"PLTE"] == bytes(channel for colour in PALETTE for channel in colour)
    data, stride = zlib.decompress(chunks[b"IDAT"]), 1 + (width + 1) // 2
    rows = [data[start + 1 : start + stride] for start in range(0, len(data), stride)]
    return PixelGrid(
        width,
        height,
        b"".join(bytes(x for byte in row for x in divmod(byte, 16))[:width] for row in rows),
    )


def sixel_pixels(sixel: bytes) -> PixelGrid:
    """Draw a sixel picture as a terminal does."""
    head = re.match(rb'\x1bP0;1q"1;1;(\d+);(\d+)((?:#\d+;2;\d+;\d+;\d+)+)', sixel)
    assert head
    width, height = int(head[1]), int(head[2])
    pixels = bytearray(width * height)
    for band, layers in enumerate(sixel[head.end() : -2].split(b"-")):
        for layer in layers.split(b"$"):
            x = 0
            colour, bits = re.match(rb"#(\d+)(.*)", layer).groups()  # type: ignore[union-attr]
            for count, sign in re.findall(rb"(?:!(\d+))?([?-~])", bits):
                for column in range(x, x + int(count or 1)):
                    for row in range(6):
                        if (sign[0] - 63) >> row & 1:
                            pixels[(band * 6 + row) * width + column] = int(colour)
                x += int(count or 1)
    return PixelGrid(width, height, bytes(pixels))


@given(grid=grids())
def test_a_png_holds_every_pixel(grid: PixelGrid) -> None:
    pixels = encode_pixels(grid, Encoding.PNG)
    png = with_colours(pixels, Encoding.PNG, (grid.width, grid.height), PALETTE)
    assert png_pixels(png) == grid


@given(grid=grids())
def test_a_sixel_picture_holds_every_pixel(grid: PixelGrid) -> None:
    pixels = encode_pixels(grid, Encoding.SIXEL)
    sixel = with_colours(pixels, Encoding.SIXEL, (grid.width, grid.height), PALETTE)
    assert sixel_pixels(sixel) == grid


def test_an_edge_is_as_strong_as_the_share_of_the_pixel_that_is_covered() -> None:
    third = Polygon.rectangle(1.0, 0.0, 2.0 + 1 / 3, 6.0)
    grid = draw_pixels(Scene((Layer.in_tone(Tone.NEAR, (third,)),)), (0.0, 0.0, 6.0, 6.0), 8, 9)
    row = [MIXES[index] for index in tuple(grid.rows)[4]]
    assert Mix(Tone.NEAR) in row
    edges = {mix for mix in row if mix.tone is Tone.NEAR and mix.thirds < 3}
    assert edges
    assert {mix.rest for mix in edges} == {Tone.BLANK}


def test_a_mix_has_a_colour_between_those_of_its_tones() -> None:
    near, blank = COLOURS[Tone.NEAR], COLOURS[Tone.BLANK]
    red, _, _ = PALETTE[MIXES.index(Mix(Tone.NEAR, 1))]
    assert red == round(near[0] / 3 + blank[0] * 2 / 3)


def test_the_floor_is_one_line_with_nothing_below_it() -> None:
    body = Polygon.rectangle(1.0, -3.0, 2.0, 6.0)
    scene = Scene((Layer.in_tone(Tone.NEAR, (body,)),), ground=0.0)
    rows = tuple(draw_pixels(scene, (0.0, -3.0, 6.0, 6.0), 30, 45).rows)
    floor = bytes((MIXES.index(Mix(Tone.FLOOR)),)) * 30
    assert rows.count(floor) == 1
    assert not any(map(any, rows[rows.index(floor) + 1 :]))


def test_the_other_side_is_the_mirror_image() -> None:
    grid = PixelGrid(3, 2, bytes(range(6)))
    assert grid.mirrored().pixels == bytes((2, 1, 0, 5, 4, 3))
    assert grid.beside(grid).pixels == bytes((0, 1, 2, 0, 1, 2, 3, 4, 5, 3, 4, 5))


def test_a_phase_has_a_frame_for_each_moment_and_ends_in_its_end_pose() -> None:
    motion = PhaseMotion(("kneel-sit", "down-dog"))
    frames = list(render_pixels(BEAR, motion, 2.0, 10.0, SMALL))
    end = next(render_pixels(BEAR, PhaseMotion(("down-dog",)), 1.0, 1.0, SMALL))
    assert len(frames) == 20
    assert frames[-1] == end
    assert len(set(frames)) > 10


def test_a_long_slow_motion_has_few_different_frames() -> None:
    motion = PhaseMotion(("kneel-sit", "down-dog"))
    frames = list(render_pixels(BEAR, motion, 30.0, 10.0, SMALL))
    assert len(frames) == 300
    assert 20 < len(set(frames)) <= 48


@pytest.mark.parametrize("encoding", Encoding)
def test_a_large_picture_has_fewer_pixels_where_the_terminal_enlarges_it(
    encoding: Encoding,
) -> None:
    form = PixelFormat(100, 40, 10, 20, encoding).within_limit()
    if encoding is Encoding.SIXEL:
        assert form is None
    else:
        assert form == PixelFormat(100, 40, 5, 10, encoding)
    assert PixelFormat(30, 12, 10, 20, encoding).within_limit() == (30, 12, 10, 20, encoding)
