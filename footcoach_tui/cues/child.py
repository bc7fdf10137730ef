"""Plays WAV files through miniaudio, in a process of its own: see `companion` for what it is told.

The sound libraries below write to the standard error as they please, and keep threads awake as
long as a device is open; so it is open only while there is something to play. Nothing of footcoach
is imported, so that it can be started by its path.
"""

import io
import sys
import wave
from collections.abc import Generator
from importlib import import_module
from threading import Event
from typing import Any, BinaryIO

DRAIN = 0.15
"""Seconds from the last sample asked for to the last one heard."""

RATE = 22_050
_PLAYED, _FAILED = b"\x01", b"\x00"


def main(orders: BinaryIO, answers: BinaryIO) -> int:
    """Play what is ordered until there are no more orders; 1 without the library."""
    try:
        library = import_module("miniaudio")
    except ImportError:
        return 1
    while len(head := orders.read(4)) == 4:  # noqa: PLR2004 - see `companion`
        content = orders.read(int.from_bytes(head, "big"))
        try:
            play(library, content)
            answers.write(_PLAYED)
        except library.MiniaudioError:
            answers.write(_FAILED)
        answers.flush()
    return 0


def play(library: Any, content: bytes) -> None:
    """Play a WAV file to its end; nothing at all where it is empty, but a device is opened.

    Raises the library's MiniaudioError where nothing can be played.
    """
    rate, samples = _read(content) if content else (RATE, b"")
    with library.PlaybackDevice(
        output_format=library.SampleFormat.SIGNED16, nchannels=1, sample_rate=rate
    ) as device:
        if not samples:
            return
        is_over = Event()
        stream = frames(samples, is_over)
        next(stream)
        device.start(stream)
        is_over.wait(len(samples) / 2 / rate + 1)
        Event().wait(DRAIN)


def frames(samples: bytes, is_over: Event) -> Generator[bytes, int, None]:
    """The samples, as many frames of two bytes at a time as are asked for; then silence."""
    wanted, at = (yield b""), 0
    while True:
        piece = samples[at : at + 2 * wanted]
        at += len(piece)
        if not piece:
            is_over.set()
        wanted = yield piece.ljust(2 * wanted, b"\0")


def _read(content: bytes) -> tuple[int, bytes]:
    with wave.open(io.BytesIO(content), "rb") as reader:
        return reader.getframerate(), reader.readframes(reader.getnframes())


if __name__ == "__main__":
    sys.exit(main(sys.stdin.buffer, sys.stdout.buffer))
