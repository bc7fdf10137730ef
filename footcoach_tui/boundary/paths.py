"""Paths of the three folders, of the config file, and of the bundled routines.

Nothing is created but by `create_private_folder`. footcoach's own variables, such as
`FOOTCOACH_DATA_DIR`, come first, then the platform's places (such as `XDG_DATA_HOME`, and the home
folder).
"""

import os
import re
import sys
from binascii import crc32
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from footcoach_tui.boundary.files import error_reason, sync_folder
from footcoach_tui.boundary.text import clean

_DATA_VARIABLE = "FOOTCOACH_DATA_DIR"
_STATE_VARIABLE = "FOOTCOACH_STATE_DIR"
_CACHE_VARIABLE = "FOOTCOACH_CACHE_DIR"
_CONFIG_VARIABLE = "FOOTCOACH_CONFIG"
_NAME = "footcoach"
_USUAL_FOLDERS = (
    {
        "data": f"Library/Application Support/{_NAME}",
        "config": f"Library/Application Support/{_NAME}",
        "state": f"Library/Application Support/{_NAME}-state",
        "cache": f"Library/Caches/{_NAME}",
    }
    if sys.platform == "darwin"
    else {
        "data": f".local/share/{_NAME}",
        "config": f".config/{_NAME}",
        "state": f".local/state/{_NAME}",
        "cache": f".cache/{_NAME}",
    }
)
"""Folders below the home folder. (To import platformdirs takes as long as Python's start.)"""

OLD_STATE = frozenset(
    {"device", "undo.jsonl", "history.lock", "running", "log"}
    | {"history.index", "history.sums", "routines.index"}
)
"""Names in the data folder that older versions used for what is in the other folders now."""

_MAX_NAME = 40
_PRIVATE_FOLDER_MODE = 0o700
_PACKAGE = Path(__file__).resolve().parent.parent


class PathError(Exception):
    """A folder that is unknown or cannot be used; the message is a sentence for the user."""


class Folders(NamedTuple):
    """Absolute paths of the folders; none of them need exist.

    `data` is what may travel: the history, its backups, and own routines. `state` belongs to this
    machine: its device name, journals, undo log, lock and logs. `cache` can be made anew at any
    time. One state folder has one lock and, on each machine, one device name; two data folders
    never share one, unless `FOOTCOACH_STATE_DIR` says so.
    """

    data: Path
    state: Path
    cache: Path


def folders(environ: Mapping[str, str] = os.environ) -> Folders:
    """Return the folders of the data, of this machine's state and of caches. Raises PathError.

    A data folder in another place than the usual one has state and cache folders of its own.
    """
    data = data_folder(environ)
    state, cache = (_chosen_path(environ, name) for name in (_STATE_VARIABLE, _CACHE_VARIABLE))
    if state is None:
        name = _folder_name(data, environ)
        state = _platform_folder("state", _STATE_VARIABLE, environ) / name
    if cache is None:
        name = _folder_name(data, environ)
        cache = _platform_folder("cache", _CACHE_VARIABLE, environ) / name
    for variable, folder in ((_STATE_VARIABLE, state), (_CACHE_VARIABLE, cache)):
        if os.path.realpath(folder) == os.path.realpath(data):
            raise PathError(f"{variable}: must be another folder than the data folder")
    return Folders(data, state, cache)


def data_folder(environ: Mapping[str, str] = os.environ) -> Path:
    """Return the absolute path of the folder of the history and of own routines.

    Raises PathError for a path that is not absolute: it would be another folder whenever
    footcoach is started elsewhere.
    """
    chosen = _chosen_path(environ, _DATA_VARIABLE)
    return chosen or _platform_folder("data", _DATA_VARIABLE, environ)


def config_file(environ: Mapping[str, str] = os.environ) -> Path:
    """Return the absolute path of the config file. Raises PathError as `data_folder` does."""
    chosen = _chosen_path(environ, _CONFIG_VARIABLE)
    return chosen or _platform_folder("config", _CONFIG_VARIABLE, environ) / "config.toml"


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


def _platform_folder(kind: str, variable: str, environ: Mapping[str, str]) -> Path:
    """Return the platform's folder of a kind; `variable` is the one that could name another."""
    chosen = environ.get(f"XDG_{kind.upper()}_HOME", "")
    if os.path.isabs(chosen):  # noqa: PTH117 - a relative one counts as not set, by the XDG rules
        return Path(chosen, _NAME)
    return _home(variable, environ) / _USUAL_FOLDERS[kind]


def _home(variable: str, environ: Mapping[str, str]) -> Path:
    home = environ.get("HOME", "")
    if os.path.isabs(home):  # noqa: PTH117 - as above
        return Path(home)
    import pwd  # noqa: PLC0415 - only here

    try:
        return Path(pwd.getpwuid(os.getuid()).pw_dir)
    except KeyError as error:
        raise PathError(f"HOME: no home folder was found; set HOME or {variable}") from error


def _folder_name(data: Path, environ: Mapping[str, str]) -> str:
    """Return the name of the folder of a data folder's state; "" for the usual data folder."""
    real = os.path.realpath(data)
    usual = _home(_STATE_VARIABLE, environ) / _USUAL_FOLDERS["data"]
    if real == os.path.realpath(usual):
        return ""
    name = re.sub(r"[^A-Za-z0-9_-]+", "-", Path(real).name)[:_MAX_NAME].strip("-") or "data"
    return f"{name}-{crc32(os.fsencode(real)):08x}"
