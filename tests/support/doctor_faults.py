"""Faults of a machine with one session, of March 2026.

Each breaks one thing, and names the section of `footcoach doctor` and words of its sentence.
"""

import os
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from footcoach_tui.boundary import paths
from footcoach_tui.boundary.paths import bundled_routines_folder
from footcoach_tui.cli.doctor import catalogue, checks, environment
from footcoach_tui.history.device import device_file

_Break = Callable[[Path, pytest.MonkeyPatch], object]
_NEWER_MONTH = '{"footcoach":{"1":{"schema":99}},"sessions":{}}'


def put_file(data: Path, name: str, text: str | None) -> None:
    path = data / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if text is None:
        os.mkfifo(path)
    else:
        path.write_text(text)


def _instead(data: Path, name: str, text: str | None) -> None:
    (data / name).unlink()
    put_file(data, name, text)


def _month(data: Path) -> str:
    (path,) = data.glob("history/*/2026-03.json")
    return str(path.relative_to(data))


def _config(data: Path, text: str) -> None:
    (data.parent / "config.toml").write_text(text)


def _as_link(data: Path, target: str) -> None:
    data.rename(data.with_name("elsewhere"))
    data.symlink_to(target)


def _as_file(data: Path) -> None:
    data.rename(data.with_name("elsewhere"))
    data.touch()


def _edit(data: Path, old: str, new: str) -> None:
    path = data / _month(data)
    path.write_text(path.read_text().replace(old, new))


def _with_another(data: Path, name: str) -> None:
    """Write an incomplete month that holds a session which the valid month does not."""
    text = (data / _month(data)).read_text()
    identity = text.partition('"id":"')[2][:26]
    put_file(data, name, text.replace(identity, "01KK01Z2ZG8Q2N5V0J5C8W7R4T")[:-2])


def _unmakeable(patch: pytest.MonkeyPatch, folder: Path) -> None:
    patch.setenv("FOOTCOACH_DATA_DIR", str(folder))
    _no_access(patch, folder.parents[1])


def _no_access(patch: pytest.MonkeyPatch, folder: Path) -> None:
    """Make the data folder, and nothing else, one that the user cannot read and write."""
    patch.setattr(os, "access", lambda path, _: path != folder)


def _below_a_file(
    data: Path, patch: pytest.MonkeyPatch, variable: str = "FOOTCOACH_DATA_DIR"
) -> None:
    (data / "file").touch(mode=0o600)
    patch.setenv(variable, str(data / "file" / "x"))


def _state() -> Path:
    return paths.folders().state


def _fails(*_: object) -> None:
    raise RecursionError("deep")


def _is_not_installed(name: str) -> str:
    raise PackageNotFoundError(name)


DOCTOR_FAULTS: dict[str, tuple[str, str, _Break]] = {
    "a month that is no JSON": (
        "sessions",
        "is damaged",
        lambda data, _: _instead(data, _month(data), "{"),
    ),
    "a FIFO for a month": (
        "sessions",
        "is not a regular file",
        lambda data, _: _instead(data, _month(data), None),
    ),
    "a month of a newer footcoach": (
        "sessions",
        "newer footcoach",
        lambda data, _: put_file(data, "history/phone-77b0e4/2026-04.json", _NEWER_MONTH),
    ),
    "a session of no use": ("sessions", "reps", lambda data, _: _edit(data, '"reps":', '"reps":-')),
    "a file that is no month": (
        "sessions",
        "is not named like a month",
        lambda data, _: put_file(data, "history/phone-77b0e4/april.json", _NEWER_MONTH),
    ),
    "a device without a name": (
        "sessions",
        "does not contain a device name",
        lambda *_: device_file(_state()).write_text("../../etc"),
    ),
    "a FIFO for the device": (
        "sessions",
        ": is not a regular file",
        lambda *_: _instead(_state(), device_file(_state()).name, None),
    ),
    "an undo file of no use": (
        "sessions",
        "is damaged; earlier changes",
        lambda *_: put_file(_state(), "undo.jsonl", "{}\n"),
    ),
    "a file set aside": (
        "leftovers",
        "was set aside",
        lambda data, _: _with_another(data, f"{_month(data)}.corrupt-20260401T060000Z-0123abcd"),
    ),
    "a FIFO among the unfinished": (
        "leftovers",
        "is not a regular file",
        lambda *_: put_file(_state(), "running/01KK01Z2ZG8Q2N5V0J5C8W7R4T.jsonl", None),
    ),
    "backups that are a file": (
        "leftovers",
        "no backups can be made",
        lambda data, _: put_file(data, "backups", ""),
    ),
    "a journal that is none": (
        "leftovers",
        "holds no session that can be resumed",
        lambda *_: put_file(_state(), "running/01KK01Z2ZG8Q2N5V0J5C8W7R4T.jsonl", "{}\n"),
    ),
    "a broken routine": (
        "routines",
        "mine.toml",
        lambda data, _: put_file(data, "routines/mine.toml", "id ="),
    ),
    "a FIFO for a routine": (
        "routines",
        "is not a regular file",
        lambda data, _: put_file(data, "routines/exercises/mine.toml", None),
    ),
    "routines that are a file": (
        "routines",
        "does not exist: a part of its path",
        lambda data, _: put_file(data, "routines", ""),
    ),
    "an unknown setting": ("settings", "unknown key", lambda data, _: _config(data, "bel = true")),
    "a key of two commands": (
        "settings",
        "n belongs to session.next",
        lambda data, _: _config(data, '[keys]\n"session.back" = "n"'),
    ),
    "a key no terminal can tell": (
        "settings",
        "a terminal cannot tell ctrl+i from tab",
        lambda data, _: _config(data, '[keys]\n"session.back" = "ctrl+i"'),
    ),
    "a config that is no TOML": ("settings", "config.toml:1", lambda data, _: _config(data, "[")),
    "a FIFO for the config": (
        "settings",
        "is not a regular file",
        lambda data, _: os.mkfifo(data.parent / "config.toml"),
    ),
    "a data folder that is a file": (
        "environment",
        "is not a folder",
        lambda data, _: _as_file(data),
    ),
    "a data folder that leads nowhere": (
        "environment",
        "a broken link",
        lambda data, _: _as_link(data, "nowhere"),
    ),
    "a data folder that leads in a circle": (
        "environment",
        "a broken link",
        lambda data, _: _as_link(data, "data"),
    ),
    "a data folder open to others": ("environment", "mode 755", lambda data, _: data.chmod(0o755)),
    "a data folder of another's": (
        "environment",
        "you cannot read and write in",
        lambda data, patch: _no_access(patch, data),
    ),
    "a data folder below a file": (
        "environment",
        "file is not a folder",
        _below_a_file,
    ),
    "a state folder below a file": (
        "environment",
        "nothing can be saved",
        lambda data, patch: _below_a_file(data, patch, "FOOTCOACH_STATE_DIR"),
    ),
    "a cache folder below a file": (
        "environment",
        "starts more slowly",
        lambda data, patch: _below_a_file(data, patch, "FOOTCOACH_CACHE_DIR"),
    ),
    "a state folder that is the data folder": (
        "environment",
        "must be another folder",
        lambda data, patch: patch.setenv("FOOTCOACH_STATE_DIR", str(data)),
    ),
    "a data folder that cannot be made": (
        "environment",
        "you cannot read and write in",
        lambda data, patch: _unmakeable(patch, data / "deep" / "x"),
    ),
    "a relative data folder": (
        "environment",
        "must be an absolute path",
        lambda _, patch: patch.setenv("FOOTCOACH_DATA_DIR", "here"),
    ),
    "a relative config": (
        "environment",
        "must be an absolute path",
        lambda _, patch: patch.setenv("FOOTCOACH_CONFIG", "here"),
    ),
    "no routines with it": (
        "routines",
        "are missing",
        lambda data, patch: patch.setattr(
            catalogue, "bundled_routines_folder", lambda: bundled_routines_folder(data)
        ),
    ),
    "a full disk": (
        "environment",
        "MB free",
        lambda _, patch: patch.setattr(environment, "_MIN_FREE_BYTES", 1 << 62),
    ),
    "a zone that is none": (
        "environment",
        "names no time zone",
        lambda _, patch: patch.setenv("TZ", "Foo/Bar"),
    ),
    "a check that fails itself": (
        "cues",
        "this check itself failed: RecursionError: deep",
        lambda _, patch: patch.setattr(checks, "_cue_findings", _fails),
    ),
    "a clock of long ago": (
        "environment",
        "clock is wrong",
        lambda _, patch: patch.setattr(environment, "_MIN_YEAR", 2198),
    ),
    "another Textual": (
        "environment",
        "Textual is 8.2.7, and must be 8.2.8",
        lambda _, patch: patch.setattr(environment, "version", lambda _: "8.2.7"),
    ),
    "no Textual": (
        "environment",
        "Textual is not installed",
        lambda _, patch: patch.setattr(environment, "version", _is_not_installed),
    ),
}
