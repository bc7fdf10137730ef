"""Check of the environment: versions, folders, config file, screen size and clock."""

import os
import platform
import shlex
import stat
import zoneinfo
from collections.abc import Mapping
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from footcoach_tui import __version__
from footcoach_tui.boundary.paths import PathError, config_file, folders
from footcoach_tui.boundary.text import quote
from footcoach_tui.cli.doctor.findings import Findings, care, note, ok

_TEXTUAL = "8.2.8"
"""Version of Textual that footcoach is made for, as in pyproject.toml."""

_MIN_FREE_BYTES = 10_000_000
"""A month is written beside the old one, and a long one takes some megabytes."""

_MIN_YEAR = 2025
"""Year before the first release: a machine without a clock of its own starts in 1970."""

_OTHER_FOLDERS = (
    ("state", "FOOTCOACH_STATE_DIR", "nothing can be saved"),
    ("cache", "FOOTCOACH_CACHE_DIR", "footcoach starts more slowly"),
)
"""Name, variable, and what follows if the folder cannot be used."""

_OTHERS = 0o077  # permissions of group and others


def check(environ: Mapping[str, str]) -> Findings:
    yield from _versions()
    yield from _folders(environ)
    yield from _config_file(environ)
    yield from _screen_size(environ)
    yield from _clock(environ)


def nearest_existing(path: Path) -> Path:
    """The path itself, or the nearest path above it that exists; broken links count."""
    return next((known for known in (path, *path.parents) if os.path.lexists(known)), path)


def _versions() -> Findings:
    python, system = platform.python_version(), f"{platform.system()} {platform.release()}"
    try:
        textual = version("textual")
    except PackageNotFoundError:
        textual = ""
    sentence = f"footcoach {__version__}, Python {python}, Textual {textual or 'missing'}, {system}"
    yield ok(sentence, footcoach=__version__, python=python, textual=textual or None, system=system)
    if textual != _TEXTUAL:
        yield care(
            f"Textual is {textual or 'not installed'}, and must be {_TEXTUAL}",
            "reinstall footcoach in a virtual environment of its own (pipx, uv or make run)",
        )


def _folders(environ: Mapping[str, str]) -> Findings:
    try:
        places = folders(environ)
    except PathError as error:
        yield care(
            str(error),
            "set the variable to the absolute path of a folder of its own, or unset it",
            data=None,
        )
        return
    yield from _data_folder(places.data)
    for fact, variable, otherwise in _OTHER_FOLDERS:
        folder = getattr(places, fact)
        yield from _other_folder(folder, fact, otherwise, variable)


def _other_folder(folder: Path, fact: str, otherwise: str, variable: str) -> Findings:
    """Check a folder that is made when needed; `otherwise` is what follows if it cannot be."""
    place = nearest_existing(folder)
    missing = "" if place == folder else " (made when needed)"
    yield ok(f"{fact} folder {folder}{missing}", **{fact: str(folder)})
    if not (os.path.isdir(place) and os.access(place, os.R_OK | os.W_OK | os.X_OK)):  # noqa: PTH112 - Path.is_dir may raise
        yield care(
            f"{place} is not a folder that you can read and write: {otherwise}",
            f"make it one, or set {variable} to another folder",
        )


def _data_folder(folder: Path) -> Findings:
    place = nearest_existing(folder)
    missing = "" if place == folder else " (the first session creates it)"
    yield ok(f"data folder {folder}{missing}", data=str(folder))
    elsewhere = "set FOOTCOACH_DATA_DIR to another folder"
    if not os.path.isdir(place):  # noqa: PTH112 - Path.is_dir may raise
        kind = "a broken link" if place.is_symlink() else "not a folder"
        yield care(f"{place} is {kind}: nothing can be saved", f"move it away, or {elsewhere}")
    elif not os.access(place, os.R_OK | os.W_OK | os.X_OK):
        yield care(
            f"you cannot read and write in {place}: nothing can be saved",
            f"make it yours (chown, chmod u+rwx), or {elsewhere}",
        )
    else:
        yield from _space(place)
        if not missing:
            yield from _privacy(folder)


def _space(folder: Path) -> Findings:
    status = os.statvfs(folder)
    free = status.f_bavail * status.f_frsize
    sentence = f"{free / 1e6:,.1f} MB free on its disk"
    if free < _MIN_FREE_BYTES:
        yield care(sentence, "make room: without it nothing can be saved", free_bytes=free)
    else:
        yield ok(sentence, free_bytes=free)


def _privacy(folder: Path) -> Findings:
    mode = stat.S_IMODE(folder.stat().st_mode)
    if mode & _OTHERS:
        yield care(
            f"other users of this machine can read it (mode {mode:o})",
            f"chmod -R go-rwx {shlex.quote(str(folder))}",
        )
    else:
        yield ok("only you can read it")


def _config_file(environ: Mapping[str, str]) -> Findings:
    try:
        path = config_file(environ)
    except PathError as error:
        yield care(str(error), "set FOOTCOACH_CONFIG to an absolute path, or unset it")
        return
    missing = "" if os.path.lexists(path) else " (there is none, and none is needed)"
    yield ok(f"config file {path}{missing}", config=str(path))


def _screen_size(environ: Mapping[str, str]) -> Findings:
    for name in ("COLUMNS", "LINES"):
        if value := environ.get(name):
            sentence = f"{name} is {quote(value)}: the terminal's own size is ignored"
            yield note(sentence, f"unset {name}")


def _clock(environ: Mapping[str, str]) -> Findings:
    from tzlocal import get_localzone_name  # noqa: PLC0415 - only here

    now = datetime.now().astimezone()
    time, zone = now.isoformat(timespec="seconds"), get_localzone_name() or ""
    yield ok(f"it is {time}, time zone {zone or 'without a name'}", now=time, zone=zone)
    if now.year < _MIN_YEAR:
        yield care(
            f"the year is {now.year}: the machine's clock is wrong", "set the machine's clock"
        )
    name = environ.get("TZ", "").removeprefix(":")
    if not _is_zone(name):
        yield care(
            f"TZ is {quote(name)}, which names no time zone: the clock shows UTC",
            "set TZ to a zone such as Europe/Berlin, or unset it",
        )


def _is_zone(name: str) -> bool:
    """Whether a TZ is empty, a path, a rule such as CET-1, or a known name."""
    if not name or name.startswith("/") or any(map(str.isdigit, name)):
        return True
    try:
        zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
