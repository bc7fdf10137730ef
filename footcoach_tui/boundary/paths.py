"""Paths of the data folder, of the config file, and of the bundled routines.

Nothing is created but by `create_private_folder`. `FOOTCOACH_DATA_DIR` and `FOOTCOACH_CONFIG` come
first, then the platform's own places (`XDG_DATA_HOME`, `XDG_CONFIG_HOME`, and the home folder).
"""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from footcoach_tui.boundary.files import error_reason, sync_folder
from footcoach_tui.boundary.text import clean

_DATA_VARIABLE = "FOOTCOACH_DATA_DIR"
_CONFIG_VARIABLE = "FOOTCOACH_CONFIG"
_PRIVATE_FOLDER_MODE = 0o700
_PACKAGE = Path(__file__).resolve().parent.parent


class PathError(Exception):
    """A folder that is unknown or cannot be used; the message is a sentence for the user."""


class Folders(NamedTuple):
    """Folders of a history: what may travel, what is this machine's, and what can be made anew."""

    data: Path
    state: Path
    cache: Path


def data_folder(environ: Mapping[str, str] = os.environ) -> Path:
    """Return the absolute path of the folder of the history, of logs and of own routines.

    Raises PathError for a path that is not absolute: it would be another folder whenever
    footcoach is started elsewhere.
    """
    chosen = _chosen_path(environ, _DATA_VARIABLE)
    return chosen or _platform_folder("user_data_path", _DATA_VARIABLE)


def config_file(environ: Mapping[str, str] = os.environ) -> Path:
    """Return the absolute path of the config file. Raises PathError as `data_folder` does."""
    chosen = _chosen_path(environ, _CONFIG_VARIABLE)
    return chosen or _platform_folder("user_config_path", _CONFIG_VARIABLE) / "config.toml"


def bundled_routines_folder(package: Path = _PACKAGE) -> Path:
    """Return the folder of the routines that come with footcoach.

    A wheel has them inside the package; a checkout has them at its root. Raises PathError when
    neither is there.
    """
    for folder in (package / "_routines", package.parent / "routines"):
        if folder.is_dir():
            return folder
    raise PathError(f"{clean(str(package))}: the bundled routines are missing; reinstall footcoach")


def create_private_folder(folder: Path) -> None:
    """Create `folder`, and the missing ones above it, for its owner only; durable on return.

    A folder that exists is left as it is. Raises PathError.
    """
    try:
        for missing in reversed([path for path in (folder, *folder.parents) if not path.exists()]):
            missing.mkdir(mode=_PRIVATE_FOLDER_MODE, exist_ok=True)
            sync_folder(missing.parent)
        # Also when it exists: the process that made it may have been killed before this.
        sync_folder(folder.parent)
        is_folder = folder.is_dir()
    except OSError as error:
        raise PathError(
            f"{clean(str(folder))}: could not be created: {error_reason(error)}"
        ) from error
    if not is_folder:
        raise PathError(
            f"{clean(str(folder))}: is not a folder; move it away or choose another place"
        )


def _chosen_path(environ: Mapping[str, str], variable: str) -> Path | None:
    """Return the path in a variable; an empty variable counts as not set, as in the XDG rules."""
    value = environ.get(variable, "")
    if not value:
        return None
    path = Path(value)
    if not path.is_absolute():
        raise PathError(f"{variable}: must be an absolute path that begins with /")
    return path


def _platform_folder(function: str, variable: str) -> Path:
    """Return the folder that a function of platformdirs gives for footcoach."""
    import platformdirs  # noqa: PLC0415 - 10 ms, and often not needed

    try:
        folder: Path = getattr(platformdirs, function)("footcoach", appauthor=False)
    except RuntimeError as error:
        raise PathError(f"HOME: no home folder was found; set HOME or {variable}") from error
    return folder
