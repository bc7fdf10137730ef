"""Which settings there are, and taking them from the config file if there is one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from footcoach_tui.boundary.problems import Problem
from footcoach_tui.session.side import Side

CUE_CHOICES = {
    "notify": ("auto", "off", "osc9", "osc777", "osc99"),
    "progress": ("auto", "off", "on"),
    "sound": ("auto", "off"),
    "speech": ("auto", "off", "espeak-ng", "say"),
}
"""The channels of cues, and what each may be."""
MAX_WEEK_GOAL = 21
GLYPH_CHOICES = ("auto", "unicode", "ascii")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person has chosen; the defaults hold where nothing is said.

    `week_goal` is in sessions a week; `first_side` begins wherever the sides take turns; `keys`
    are the keys of commands by their id, only of those that were changed. `bell` and the four
    below it are the channels of cues, see CUES. `glyphs` are one of GLYPHS; `calm` is without
    motion.
    """

    bell: bool = True
    notify: str = "auto"
    progress: str = "auto"
    sound: str = "auto"
    speech: str = "off"
    first_side: Side = Side.LEFT
    theme: str = ""
    glyphs: str = "auto"
    calm: bool = False
    week_goal: int = 3
    keys: dict[str, tuple[str, ...]] = field(default_factory=dict)


def load_settings(
    path: Path, commands: Mapping[str, tuple[str, ...]], themes: tuple[str, ...]
) -> tuple[Settings, tuple[Problem, ...]]:
    """Read the config file. What is wrong in it is told and left at its default.

    `commands` are the commands and their usual keys; `themes` the themes there are, any name is
    taken if that is empty. A file that is not there is no problem.
    """
    if _is_missing(path):
        return Settings(), ()
    from footcoach_tui.settings.loader import read_settings  # noqa: PLC0415 - many have no file

    return read_settings(path, commands, themes)


def _is_missing(path: Path) -> bool:
    """Whether there is nothing; a link to nowhere and a closed folder are problems instead."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        pass
    return False
