"""A voice on this machine: which program speaks, and speaking a sentence."""

import unicodedata

from footcoach_tui.boundary.text import clean
from footcoach_tui.cues.choices import Outcome
from footcoach_tui.cues.program import Program
from footcoach_tui.cues.surroundings import Surroundings

Command = tuple[str, ...]

SPEAKERS: dict[str, Command] = {
    "espeak-ng": ("espeak-ng", "--stdin"),
    "say": ("say", "-f", "-"),
}
"""Both speak offline, and read what to speak from their input. Others may ask a server."""

LONGEST = 300
"""Characters of a sentence that are spoken."""

_KEPT = frozenset(" .,:;!?'’()/%+-")


class Speech:
    """Speaks one sentence at a time; a newer one cuts off the one before."""

    def __init__(self, command: Command) -> None:
        """Nothing is started yet."""
        self.program = Program(command)

    def speak(self, sentence: str) -> None:
        """Speak it, as soon as may be; see `Program`."""
        spoken = speakable(sentence).encode()
        self.program.run(lambda: spoken)


def speakable(text: str) -> str:
    """Letters, digits and the signs of sentences; the rest are spaces.

    Both programs take what stands in [[double brackets]] as orders: on the volume, for one.
    """
    kept = (
        char if char in _KEPT or unicodedata.category(char)[0] in "LNM" else " "
        for char in clean(text, LONGEST)
    )
    return " ".join("".join(kept).split())


def speech_for(choice: str, here: Surroundings) -> tuple[Outcome, Command]:
    """What speaks here; an empty command for nothing."""

    def silent(why: str, *, is_missing: bool = False) -> tuple[Outcome, Command]:
        return Outcome("speech", "", why, is_missing), ()

    if choice == "off":
        return silent('it is turned off; speech = "auto" in the settings turns it on')
    named = [choice] if choice in SPEAKERS else list(SPEAKERS)
    if choice == "auto":
        if not here.is_terminal:
            return silent("nobody sits at a terminal here")
        if here.is_far:
            return silent("over SSH it would be spoken at the other end")
    if not here.has_device():
        return silent("this machine has no sound device", is_missing=choice in SPEAKERS)
    for name in named:
        if here.which(name):
            return Outcome("speech", name, "sentences are spoken here"), SPEAKERS[name]
    wanted = " and ".join(named)
    are = "is" if len(named) == 1 else "are"
    return silent(f"{wanted} {are} not installed", is_missing=True)
