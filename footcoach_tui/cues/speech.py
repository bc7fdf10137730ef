"""Sentences of the cues, spoken by a program."""

import unicodedata

from footcoach_tui.boundary.text import clean
from footcoach_tui.cues.program import AudioProgram

_MAX_CHARS = 300
_PUNCTUATION = frozenset(" .,:;!?'’()/%+-")


class SpeechPlayer:
    """Speaker of one sentence at a time; a new one cuts off the one before."""

    def __init__(self, command: tuple[str, ...]) -> None:
        self.program = AudioProgram(command)

    def speak(self, sentence: str) -> None:
        """Speak a sentence as soon as possible."""
        text = _clean_for_speech(sentence).encode()
        self.program.run(lambda: text)


def _clean_for_speech(text: str) -> str:
    """Replace all but letters, digits and punctuation by spaces.

    The programs read text in [[double brackets]] as commands, for example on the volume.
    """
    chars = (
        char if char in _PUNCTUATION or unicodedata.category(char)[0] in "LNM" else " "
        for char in clean(text, _MAX_CHARS)
    )
    return " ".join("".join(chars).split())
