"""Tones: the choice of a player on this machine, and playing through it."""

from functools import partial

from footcoach_tui.cues.environment import CueEnvironment
from footcoach_tui.cues.outcome import ChannelOutcome
from footcoach_tui.cues.program import FILE_PLACEHOLDER, AudioProgram
from footcoach_tui.cues.tones import melody
from footcoach_tui.text.cue import CueKind

CommandLine = tuple[str, ...]

_INPUT = "/dev/stdin"
_PLAYERS: tuple[CommandLine, ...] = (
    ("paplay", _INPUT),
    ("pw-play", _INPUT),
    ("aplay", "--quiet", _INPUT),
    ("afplay", FILE_PLACEHOLDER),
)
"""Players in order of preference: a sound server mixes, a bare card may be busy."""

_TIMEOUT = 4.0
"""Seconds before a player is killed; every melody is shorter than one second."""

_NO_PLAYER = f"none of {', '.join(player[0] for player in _PLAYERS)} is installed"


class SoundPlayer:
    """Player of the melodies; a new one cuts off the one before."""

    def __init__(self, command: CommandLine) -> None:
        """Store the command; no player starts before the first cue."""
        self.program = AudioProgram(command, _TIMEOUT)
        self._made: dict[CueKind, bytes] = {}

    def play(self, kind: CueKind) -> None:
        """Play the melody of a kind of cue as soon as possible."""
        self.program.run(partial(self._melody, kind))

    def _melody(self, kind: CueKind) -> bytes:
        if kind not in self._made:
            self._made[kind] = melody(kind)
        return self._made[kind]


def choose_sound(choice: str, here: CueEnvironment) -> tuple[ChannelOutcome, CommandLine]:
    """Choose the player; the command is empty if tones cannot or should not be played."""

    def silent(why: str) -> tuple[ChannelOutcome, CommandLine]:
        return ChannelOutcome("sound", "", why), ()

    if choice == "off":
        return silent("it is turned off in the settings")
    if not here.is_terminal:
        return silent("input or output is no terminal here")
    if here.is_remote:
        return silent("over SSH it would sound at the other end; the bell rings where you sit")
    if not here.has_device():
        return silent("this machine has no sound device")
    for command in _PLAYERS:
        if here.which(command[0]):
            return ChannelOutcome("sound", command[0], "tones are played here"), command
    return silent(_NO_PLAYER)
