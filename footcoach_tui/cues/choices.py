"""What a person can choose of each channel, and what became of the choice."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choices:
    """The settings that are about cues.

    `notify` is auto, off or a kind of OSC; `progress` auto, off or on; `sound` auto or off;
    `speech` auto, off or the name of a program.
    """

    bell: bool = True
    notify: str = "auto"
    progress: str = "auto"
    sound: str = "auto"
    speech: str = "off"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a channel uses ("" for nothing) and why, as a sentence without its full stop.

    `is_missing`: something was asked for by name, and is not to be had.
    """

    channel: str
    used: str
    why: str
    is_missing: bool = False
