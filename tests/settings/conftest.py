"""Fixtures that write a config file and load it."""

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
    """Settings and problems; `lines` are the problems without the file's path."""

    settings: Settings
    problems: tuple[Problem, ...]
    lines: list[str]


LoadSettings = Callable[[str | bytes], LoadedSettings]
ReadSettings = Callable[[], LoadedSettings]


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """Path of the config file, not made yet."""
    return tmp_path / "config.toml"


@pytest.fixture
def read(config: Path) -> ReadSettings:
    """Function that loads the config file."""

    def load_file() -> LoadedSettings:
        settings, problems = load_settings(config, COMMANDS, THEMES)
        lines = [str(problem).removeprefix(f"{config}:") for problem in problems]
        return LoadedSettings(settings, problems, lines)

    return load_file


@pytest.fixture
def load(config: Path, read: ReadSettings) -> LoadSettings:
    """Function that writes a config file and loads it."""

    def load_file(content: str | bytes) -> LoadedSettings:
        config.write_bytes(content.encode() if isinstance(content, str) else content)
        return read()

    return load_file
