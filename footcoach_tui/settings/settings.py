"""Settings with their defaults, and the choices of those that are one of a few words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from footcoach_tui.figure.glyphs import Glyphs
from footcoach_tui.session.equipment import Kit
from footcoach_tui.session.side import Side
from footcoach_tui.settings.sync import SyncSettings

MAX_WEEK_GOAL = 21
CHOICES = {
    "figure": ("auto", "pixels", *Glyphs),
    "glyphs": ("auto", "unicode", "ascii"),
    "notify": ("auto", "off", "osc9", "osc777", "osc99"),
    "progress": ("auto", "off", "on"),
    "sound": ("auto", "off"),
    "speech": ("auto", "off", "espeak-ng", "say"),
}
"""Values of a setting, by its name."""

NO_CHANGES: Mapping[str, Any] = MappingProxyType({})
"""Settings for one session only, where there are none."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of the user; the defaults hold where the config file has none.

    `week_goal` is in sessions a week; `first_side` begins wherever the sides take turns; `keys`
    are the keys of commands by their id, only of those that were changed. `bell` and the four
    below it are the channels of cues; `calm` is without motion. `kit` is the
    equipment that the person has. `pace` are the seconds to wait after
    each hold, 0 until a key is pressed, and None for no wait.
    """

    bell: bool = True
    notify: str = "auto"
    progress: str = "auto"
    sound: str = "auto"
    speech: str = "off"
    first_side: Side = Side.LEFT
    theme: str = ""
    glyphs: str = "auto"
    figure: str = "auto"
    calm: bool = False
    week_goal: int = 3
    kit: Kit = None
    pace: float | None = None
    sync: SyncSettings = field(default_factory=SyncSettings)
    keys: dict[str, tuple[str, ...]] = field(default_factory=dict)
