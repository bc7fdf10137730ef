"""Melodies of the cues, made of sine tones at run time.

Rising is work, falling is rest, both is a change of side; each of the last three seconds is a tick.
"""

import io
import math
import wave
from array import array

from footcoach_tui.text.cue import CueKind

SAMPLE_RATE = 22_050
"""Samples a second: mono, 16 bits."""

_LOUDNESS = 0.35
_EDGE = 0.008
"""Seconds of fade-in and fade-out: without them a tone clicks."""

_LARGEST = 32_767
_SILENCE = 0.0
_QUIET = (_SILENCE, 0.06)
_Note = tuple[float, float]
"""Hertz (0 is silence) and seconds."""

_MELODIES: dict[CueKind, tuple[_Note, ...]] = {
    CueKind.READY: ((440, 0.10), (554, 0.12)),
    CueKind.START: ((659, 0.10), (988, 0.22)),
    CueKind.PHASE: ((523, 0.06),),
    CueKind.HALF_WAY: ((740, 0.09), _QUIET, (740, 0.09)),
    CueKind.LAST: ((880, 0.08),),
    CueKind.SIDE: ((880, 0.10), (587, 0.10), (880, 0.14)),
    CueKind.REST: ((659, 0.12), (440, 0.24)),
    CueKind.WAIT: ((554, 0.09), _QUIET, (554, 0.09), _QUIET, (554, 0.09)),
    CueKind.PAUSED: ((392, 0.12), (294, 0.20)),
    CueKind.RESUMED: ((294, 0.12), (392, 0.16)),
    CueKind.END: ((523, 0.13), (659, 0.13), (784, 0.13), (1047, 0.36)),
}


def melody(kind: CueKind) -> bytes:
    """Melody of a cue as the bytes of a WAV file."""
    samples = array("h")
    for hertz, seconds in _MELODIES[kind]:
        samples.extend(_tone(hertz, seconds))
    if array("H", [1]).tobytes() != b"\1\0":  # WAV is little-endian
        samples.byteswap()
    file = io.BytesIO()
    with wave.open(file, "wb") as writer:
        writer.setnchannels(1)
        writer.setsampwidth(2)
        writer.setframerate(SAMPLE_RATE)
        writer.writeframes(samples.tobytes())
    return file.getvalue()


def _tone(hertz: float, seconds: float) -> list[int]:
    count = round(seconds * SAMPLE_RATE)
    edge = _EDGE * SAMPLE_RATE
    step = 2 * math.pi * hertz / SAMPLE_RATE
    peak = _LOUDNESS * _LARGEST
    return [
        round(peak * min(1.0, at / edge, (count - at) / edge) * math.sin(step * at))
        for at in range(count)
    ]
