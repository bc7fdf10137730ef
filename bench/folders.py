"""Folders of footcoach while it is measured: none of the user's own."""

from pathlib import Path


def settings_below(home: Path, data: str = "data") -> dict[str, str]:
    """The variables that name folders and a config file in `home`, and none of the user's own."""
    return {
        "FOOTCOACH_DATA_DIR": str(home / data),
        "FOOTCOACH_STATE_DIR": str(home / "state"),
        "FOOTCOACH_CACHE_DIR": str(home / "cache"),
        "FOOTCOACH_CONFIG": str(home / "config.toml"),
    }
