"""Tones on this machine: which program plays them, and playing them."""

import sys
from functools import partial
from pathlib import Path

from footcoach_tui.cues.choices import Outcome
from footcoach_tui.cues.companion import Companion
from footcoach_tui.cues.program import FILE, Program
from footcoach_tui.cues.surroundings import Surroundings
from footcoach_tui.cues.tones import melody
from footcoach_tui.session.cue import CueKind

Command = tuple[str, ...]

_INPUT = "/dev/stdin"
PLAYERS: tuple[Command, ...] = (
    ("paplay", _INPUT),
    ("pw-play", _INPUT),
    ("aplay", "--quiet", _INPUT),
    ("afplay", FILE),
)
"""The sound server's own first: it mixes, where a bare card may be taken by somebody else."""

LIBRARY = "miniaudio"
"""Comes with the extra `audio`, for machines without any of these programs."""

CHILD = Path(__file__).with_name("child.py")
"""The program that plays through it."""

PATIENCE = 4.0
"""Seconds that a player may take: the longest melody has less than one."""

_LACKING = f"none of {', '.join(one[0] for one in PLAYERS)} is installed, nor the extra audio"


class Sound:
    """Plays the melody of a cue; a newer one cuts off the one before."""

    def __init__(self, command: Command) -> None:
        """Nothing is made yet, and no player started; the library's process is, for it is slow."""
        self.program: Program
        if command[-1] == str(CHILD):
            companion = Companion(command, LIBRARY, PATIENCE)
            companion.warm()
            self.program = companion
        else:
            self.program = Program(command, patience=PATIENCE)
        self._made: dict[CueKind, bytes] = {}

    def play(self, kind: CueKind) -> None:
        """Play it, as soon as may be; see `Program`."""
        self.program.run(partial(self._melody, kind))

    def _melody(self, kind: CueKind) -> bytes:
        if kind not in self._made:
            self._made[kind] = melody(kind)
        return self._made[kind]


def sound_for(choice: str, here: Surroundings) -> tuple[Outcome, Command]:
    """What plays tones here; an empty command for nothing."""

    def silent(why: str) -> tuple[Outcome, Command]:
        return Outcome("sound", "", why), ()

    if choice == "off":
        return silent("it is turned off in the settings")
    if not here.is_terminal:
        return silent("nobody sits at a terminal here")
    if here.is_far:
        return silent("over SSH it would sound at the other end; the bell rings where you sit")
    if not here.has_device():
        return silent("this machine has no sound device")
    for command in PLAYERS:
        if here.which(command[0]):
            return Outcome("sound", command[0], "tones are played here"), command
    if here.has_module(LIBRARY):
        command = (sys.executable, str(CHILD))
        return Outcome("sound", LIBRARY, "tones are played here"), command
    return silent(_LACKING)
