"""Folders of a history for tests, beside its data folder."""

from pathlib import Path

from footcoach_tui.boundary.paths import Folders


def folders_of(data: Path) -> Folders:
    """Return a data folder with a state and a cache folder of its own."""
    return Folders(data, data.with_name(f"{data.name}-state"), data.with_name(f"{data.name}-cache"))
