"""Where things lie: the data folder, the config file, and the routines that come with us.

Asking creates nothing. `FOOTCOACH_DATA_DIR` and `FOOTCOACH_CONFIG` come first, then the
platform's own places (`XDG_DATA_HOME`, `XDG_CONFIG_HOME`, and the home folder).
"""

import os
from collections.abc import Mapping
from pathlib import Path

from footcoach_tui.boundary.files import error_reason, sync_folder
from footcoach_tui.boundary.text import clean

DATA_VARIABLE = "FOOTCOACH_DATA_DIR"
CONFIG_VARIABLE = "FOOTCOACH_CONFIG"
_PRIVATE_FOLDER_MODE = 0o700
_NAME = "footcoach"
_HOMELESS = "HOME: there is no home folder to be found; set it, or set {}"
_PACKAGE = Path(__file__).resolve().parent.parent


class PathError(Exception):
    """A folder cannot be told or used; the message is a sentence for the person."""


def data_folder(environ: Mapping[str, str] = os.environ) -> Path:
    """The absolute path of the folder that holds the history and what belongs to it.

    Raises PlaceError for a path that is not absolute: it would be another folder whenever
    footcoach is started elsewhere.
    """
    chosen = _from_variable(environ, DATA_VARIABLE)
    if chosen is not None:
        return chosen
    from platformdirs import user_data_path  # noqa: PLC0415 - 10 ms, and often not needed

    try:
        return user_data_path(_NAME, appauthor=False)
    except RuntimeError as error:
        raise PathError(_HOMELESS.format(DATA_VARIABLE)) from error


def config_file(environ: Mapping[str, str] = os.environ) -> Path:
    """The absolute path of the config file. Raises PlaceError as `data_folder` does."""
    chosen = _from_variable(environ, CONFIG_VARIABLE)
    if chosen is not None:
        return chosen
    from platformdirs import user_config_path  # noqa: PLC0415 - as above

    try:
        return user_config_path(_NAME, appauthor=False) / "config.toml"
    except RuntimeError as error:
        raise PathError(_HOMELESS.format(CONFIG_VARIABLE)) from error


def bundled_routines_folder(package: Path = _PACKAGE) -> Path:
    """The folder of the routines that come with footcoach.

    A wheel carries them inside the package; a checkout has them at its root. Raises PlaceError
    when neither is there.
    """
    for folder in (package / "_routines", package.parent / "routines"):
        if folder.is_dir():
            return folder
    raise PathError(
        f"{clean(str(package))}: the routines that come with footcoach are gone; reinstall it"
    )


def create_private_folder(folder: Path) -> None:
    """Create `folder`, and what is missing above it, for its owner only; durable on return.

    A folder that exists is left as it is. Raises PlaceError.
    """
    try:
        for missing in reversed([one for one in (folder, *folder.parents) if not one.exists()]):
            missing.mkdir(mode=_PRIVATE_FOLDER_MODE, exist_ok=True)
            sync_folder(missing.parent)
        # Also when it was there: whoever made it may have been killed before this.
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


def _from_variable(environ: Mapping[str, str], name: str) -> Path | None:
    """The path in a variable; an empty one counts as not set, as XDG has it."""
    value = environ.get(name, "")
    if not value:
        return None
    path = Path(value)
    if not path.is_absolute():
        raise PathError(f"{name}: must be an absolute path, one that begins with /")
    return path
