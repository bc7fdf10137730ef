"""Speech: the choice of a voice program on this machine, and speaking through it."""

import unicodedata

from footcoach_tui.boundary.text import clean
from footcoach_tui.cues.environment import CueEnvironment
from footcoach_tui.cues.outcome import ChannelOutcome
from footcoach_tui.cues.program import AudioProgram

_CommandLine = tuple[str, ...]

_SPEAKERS: dict[str, _CommandLine] = {
    "espeak-ng": ("espeak-ng", "--stdin"),
    "say": ("say", "-f", "-"),
}
"""Programs that speak offline and read the sentence from standard input."""

_MAX_SPOKEN_CHARS = 300
"""Longest spoken sentence, in characters."""

_KEPT = frozenset(" .,:;!?'’()/%+-")


class SpeechPlayer:
    """Speaker of one sentence at a time; a new one cuts off the one before."""

    def __init__(self, command: _CommandLine) -> None:
        """Store the command; no program starts before the first sentence."""
        self.program = AudioProgram(command)

    def speak(self, sentence: str) -> None:
        """Speak a sentence as soon as possible."""
        spoken = clean_for_speech(sentence).encode()
        self.program.run(lambda: spoken)


def clean_for_speech(text: str) -> str:
    """Replace all but letters, digits and punctuation by spaces.

    Both programs read text in [[double brackets]] as commands, for example on the volume.
    """
    kept = (
        char if char in _KEPT or unicodedata.category(char)[0] in "LNM" else " "
        for char in clean(text, _MAX_SPOKEN_CHARS)
    )
    return " ".join("".join(kept).split())


def choose_speech(choice: str, here: CueEnvironment) -> tuple[ChannelOutcome, _CommandLine]:
    """Choose the voice program; the command is empty if nothing can or should be spoken."""

    def silent(why: str, *, is_missing: bool = False) -> tuple[ChannelOutcome, _CommandLine]:
        return ChannelOutcome("speech", "", why, is_missing), ()

    if choice == "off":
        return silent('it is turned off; speech = "auto" in the settings turns it on')
    named = [choice] if choice in _SPEAKERS else list(_SPEAKERS)
    if choice == "auto":
        if not here.is_terminal:
            return silent("input or output is no terminal here")
        if here.is_remote:
            return silent("over SSH it would be spoken at the other end")
    if not here.has_device():
        return silent("this machine has no sound device", is_missing=choice in _SPEAKERS)
    for name in named:
        if here.which(name):
            return ChannelOutcome("speech", name, "sentences are spoken here"), _SPEAKERS[name]
    wanted = " and ".join(named)
    are = "is" if len(named) == 1 else "are"
    return silent(f"{wanted} {are} not installed", is_missing=True)
