"""Settings of the cue channels, and the outcome for each channel."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CueSettings:
    """Settings of the cue channels.

    `notify` is auto, off or a kind of OSC; `progress` auto, off or on; `sound` auto or off;
    `speech` auto, off or the name of a program.
    """

    bell: bool = True
    notify: str = "auto"
    progress: str = "auto"
    sound: str = "auto"
    speech: str = "off"


@dataclass(frozen=True, slots=True)
class ChannelOutcome:
    """Means that a channel uses ("" for none), and the reason: a sentence without full stop.

    `is_missing` is whether the settings ask for a program that is not available.
    """

    channel: str
    used: str
    why: str
    is_missing: bool = False
