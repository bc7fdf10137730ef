"""Where things lie: whether it can be read and written, by whom, and whether there is room."""

import os
import shlex
import stat
from collections.abc import Mapping
from pathlib import Path

from footcoach_tui.boundary.files import reason
from footcoach_tui.boundary.folders import (
    CONFIG_VARIABLE,
    DATA_VARIABLE,
    PlaceError,
    bundled_routines,
    config_file,
    data_folder,
)
from footcoach_tui.cli.health.finding import Findings, care, counted, note, ok
from footcoach_tui.cli.health.folder import own_entries
from footcoach_tui.cli.health.mounts import NETWORK, file_system, table

LEAST_ROOM = 10_000_000
"""Bytes. A month is written anew beside the old one, and a long one has some megabytes."""
_OTHERS = 0o077


def check(environ: Mapping[str, str]) -> Findings:
    """The home folder, the data folder, the config file and the bundled routines."""
    yield from _home(environ)
    try:
        folder = data_folder(environ)
    except PlaceError as error:
        yield care(str(error), f"set {DATA_VARIABLE} to an absolute path, or unset it", data=None)
    else:
        yield from _data(folder)
    try:
        config = config_file(environ)
    except PlaceError as error:
        yield care(str(error), f"set {CONFIG_VARIABLE} to an absolute path, or unset it")
    else:
        there = os.path.lexists(config)
        told = "" if there else ": not there, and need not be"
        yield ok(f"config file {config}{told}", config=str(config))
    try:
        bundled = bundled_routines()
    except PlaceError as error:
        yield care(str(error), "install footcoach anew", bundled=None)
    else:
        yield ok(f"routines that come with footcoach {bundled}", bundled=str(bundled))


def _home(environ: Mapping[str, str]) -> Findings:
    home = environ.get("HOME")
    if home is None:
        yield note("HOME is not set: the home folder of the system's list of users counts")
    elif not Path(home).is_absolute() and not (
        environ.get(DATA_VARIABLE) and environ.get(CONFIG_VARIABLE)
    ):
        yield care(
            f"HOME is {home or 'empty'}, no absolute path: the data would lie somewhere else",
            "set HOME to your home folder",
        )


def _data(folder: Path) -> Findings:
    yield ok(f"data folder {folder}", data=str(folder))
    try:
        status = folder.stat()
    except FileNotFoundError:
        yield from _absent(folder)
        return
    except OSError as error:
        yield care(
            f"{folder} cannot be looked at: {reason(error)}",
            f"see to the folders above it, or set {DATA_VARIABLE} to another place",
        )
        return
    if not stat.S_ISDIR(status.st_mode):
        yield care(
            f"{folder} is not a folder",
            f"move it away, or set {DATA_VARIABLE} to another place",
        )
        return
    if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        yield care(
            f"{folder} cannot be read and written by you",
            f"make it yours (chown, chmod u+rwx), or set {DATA_VARIABLE} to another place",
        )
    yield from _privacy(folder, status.st_mode)
    yield from _room(folder)


def _absent(folder: Path) -> Findings:
    if folder.is_symlink():
        yield care(
            f"{folder} is a link that leads nowhere",
            "mount or make what it leads to, or remove the link",
        )
        return
    above = next((one for one in folder.parents if os.path.lexists(one)), Path("/"))
    if not above.is_dir() or not os.access(above, os.W_OK | os.X_OK):
        yield care(
            f"the data folder cannot be made: {above} is no folder that you may write",
            f"make the folder yourself, or set {DATA_VARIABLE} to another place",
        )
        return
    yield ok("it is not there yet; the first session makes it")
    yield from _room(above)


def _privacy(folder: Path, mode: int) -> Findings:
    lax = [
        one for one in own_entries(folder) if (one.is_file or one.is_folder) and one.mode & _OTHERS
    ]
    advice = f"chmod -R go-rwx {shlex.quote(str(folder))}"
    if mode & _OTHERS:
        yield care(f"others on this machine can look into it (mode {mode & 0o777:o})", advice)
    elif lax:
        yield note(
            f"{counted(len(lax), 'name')} in it would be open to others, were the folder "
            f"not closed; one is {lax[0].path}",
            advice,
        )
    else:
        yield ok("only you can read it")


def _room(folder: Path) -> Findings:
    status = os.statvfs(folder)
    free = status.f_bavail * status.f_frsize
    if free < LEAST_ROOM:
        yield care(
            f"there are only {free / 1e6:.1f} MB free for it",
            "make room on that disk: what cannot be written cannot be saved",
            free_bytes=free,
        )
    else:
        yield ok(f"{free / 1e6:,.0f} MB free", free_bytes=free)
    kind = file_system(folder, table())
    if kind in NETWORK:
        yield note(
            f"it is on a network file system ({kind}), where locks may not hold",
            "let only one machine at a time write there; with a folder synchroniser instead, "
            "each device writes files of its own",
            file_system=kind,
        )
    elif kind:
        yield ok(f"its file system is {kind}", file_system=kind)
