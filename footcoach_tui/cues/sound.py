"""Melodies of the cues, made of sine tones and played by a program.

Rising is work, falling is rest, both is a change of side; each of the last three seconds is a tick.
"""

import io
import math
import wave
from array import array
from functools import partial

from footcoach_tui.cues.program import AudioProgram
from footcoach_tui.text.cue import CueKind

_TIMEOUT = 4.0
"""Seconds before a player is killed; every melody is shorter than one second."""

_SAMPLE_RATE = 22_050
"""Samples a second: mono, 16 bits."""

_LOUDNESS = 0.35
_FADE = 0.008
"""Seconds of fade-in and fade-out: without them a tone clicks."""

_MAX_SAMPLE = 32_767
_QUIET = (0.0, 0.06)
_Note = tuple[float, float]
"""Hertz (0 is silence) and seconds."""

_MELODIES: dict[CueKind, tuple[_Note, ...]] = {
    CueKind.READY: ((440, 0.10), (554, 0.12)),
    CueKind.START: ((659, 0.10), (988, 0.22)),
    CueKind.PHASE: ((523, 0.06),),
    CueKind.HALF_WAY: ((740, 0.09), _QUIET, (740, 0.09)),
    CueKind.LAST: ((880, 0.08),),
    CueKind.BEAT: ((700, 0.05),),
    CueKind.SIDE: ((880, 0.10), (587, 0.10), (880, 0.14)),
    CueKind.REST: ((659, 0.12), (440, 0.24)),
    CueKind.WAIT: ((554, 0.09), _QUIET, (554, 0.09), _QUIET, (554, 0.09)),
    CueKind.PAUSED: ((392, 0.12), (294, 0.20)),
    CueKind.RESUMED: ((294, 0.12), (392, 0.16)),
    CueKind.END: ((523, 0.13), (659, 0.13), (784, 0.13), (1047, 0.36)),
}


class SoundPlayer:
    """Player of the melodies; a new one cuts off the one before."""

    def __init__(self, command: tuple[str, ...]) -> None:
        self.program = AudioProgram(command, _TIMEOUT)
        self._melodies: dict[CueKind, bytes] = {}

    def play(self, kind: CueKind) -> None:
        """Play the melody of a kind of cue as soon as possible."""
        self.program.run(partial(self._melody, kind))

    def _melody(self, kind: CueKind) -> bytes:
        if kind not in self._melodies:
            self._melodies[kind] = _wav(_MELODIES[kind])
        return self._melodies[kind]


def _wav(melody: tuple[_Note, ...]) -> bytes:
    samples = array("h")
    for hertz, seconds in melody:
        samples.extend(_tone(hertz, seconds))
    if array("H", [1]).tobytes() != b"\1\0":  # WAV is little-endian
        samples.byteswap()
    file = io.BytesIO()
    with wave.open(file, "wb") as writer:
        writer.setnchannels(1)
        writer.setsampwidth(2)
        writer.setframerate(_SAMPLE_RATE)
        writer.writeframes(samples.tobytes())
    return file.getvalue()


def _tone(hertz: float, seconds: float) -> list[int]:
    count = round(seconds * _SAMPLE_RATE)
    fade = _FADE * _SAMPLE_RATE
    step = 2 * math.pi * hertz / _SAMPLE_RATE
    peak = _LOUDNESS * _MAX_SAMPLE
    return [
        round(peak * min(1.0, index / fade, (count - index) / fade) * math.sin(step * index))
        for index in range(count)
    ]
