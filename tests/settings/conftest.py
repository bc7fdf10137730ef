"""A config file, and what is made of it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from footcoach_tui.boundary.problems import Problem
from footcoach_tui.settings.loader import load_settings
from footcoach_tui.settings.settings import Settings

COMMANDS = {
    "session.next": ("right", "n"),
    "session.back": ("left", "b"),
    "session.mute": ("m",),
    "pane.next": ("tab",),
    "app.help": ("question_mark",),
}
THEMES = ("footcoach", "footcoach-light", "nord")


@dataclass
class LoadedSettings:
    """The settings, and the problems: whole, and as lines without the file's path."""

    settings: Settings
    problems: tuple[Problem, ...]
    lines: list[str]


LoadSettings = Callable[[str | bytes], LoadedSettings]
ReadSettings = Callable[[], LoadedSettings]


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """Where the config file is to be; nothing is there yet."""
    return tmp_path / "config.toml"


@pytest.fixture
def read(config: Path) -> ReadSettings:
    """Read whatever is at the config file's place."""

    def loaded() -> LoadedSettings:
        settings, problems = load_settings(config, COMMANDS, THEMES)
        lines = [str(problem).removeprefix(f"{config}:") for problem in problems]
        return LoadedSettings(settings, problems, lines)

    return loaded


@pytest.fixture
def load(config: Path, read: ReadSettings) -> LoadSettings:
    """Write a config file and read it."""

    def loaded(content: str | bytes) -> LoadedSettings:
        config.write_bytes(content.encode() if isinstance(content, str) else content)
        return read()

    return loaded
