"""Ways in which a machine with one session, of March 2026, can be out of order.

Each breaks one thing, and names the section of `footcoach doctor` and words that tell of it.
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from footcoach_tui.boundary.folders import bundled_routines
from footcoach_tui.cli.health import cues, places, versions
from footcoach_tui.history.changes.changing import LOCK

Break = Callable[[Path, pytest.MonkeyPatch], object]
SCHEMA_99 = '{"footcoach":{"1":{"schema":99}},"sessions":{}}'


def put(data: Path, name: str, text: str | None) -> None:
    path = data / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if text is None:
        os.mkfifo(path)
    else:
        path.write_text(text)


def _instead(data: Path, name: str, text: str | None) -> None:
    (data / name).unlink()
    put(data, name, text)


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
    """A torn month beside the sound one, in which a session is that the sound one has not."""
    text = (data / _month(data)).read_text()
    identity = text.partition('"id":"')[2][:26]
    put(data, name, text.replace(identity, "01KK01Z2ZG8Q2N5V0J5C8W7R4T")[:-2])


def _as_circle(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.name)


def _unmakeable(patch: pytest.MonkeyPatch, folder: Path) -> None:
    patch.setenv("FOOTCOACH_DATA_DIR", str(folder))
    patch.setattr(os, "access", lambda *_: False)


def _homeless(patch: pytest.MonkeyPatch) -> None:
    patch.setenv("HOME", "")
    patch.delenv("FOOTCOACH_CONFIG")


def _fails(*_: object) -> None:
    raise RecursionError("deep")


BROKEN: dict[str, tuple[str, str, Break]] = {
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
        lambda data, _: put(data, "history/phone-77b0e4/2026-04.json", SCHEMA_99),
    ),
    "a session of no use": ("sessions", "reps", lambda data, _: _edit(data, '"reps":', '"reps":-')),
    "a file that is no month": (
        "sessions",
        "is not named like a month",
        lambda data, _: put(data, "history/phone-77b0e4/april.json", SCHEMA_99),
    ),
    "a device without a name": (
        "sessions",
        "holds no name of a device",
        lambda data, _: put(data, "device", "../../etc"),
    ),
    "a FIFO for the device": (
        "sessions",
        "device: is not a regular file",
        lambda data, _: _instead(data, "device", None),
    ),
    "an undo file of no use": (
        "sessions",
        "is damaged; what was done before",
        lambda data, _: put(data, "undo.jsonl", "{}\n"),
    ),
    "a file set aside": (
        "leftovers",
        "was set aside",
        lambda data, _: _with_another(data, f"{_month(data)}.corrupt-20260401T060000Z-0123abcd"),
    ),
    "a FIFO among the unfinished": (
        "leftovers",
        "is not a regular file",
        lambda data, _: put(data, "running/one.jsonl", None),
    ),
    "a FIFO for the lock": (
        "lock",
        "nothing can be saved",
        lambda data, _: _instead(data, LOCK, None),
    ),
    "backups that are a file": (
        "leftovers",
        "no backups can be made",
        lambda data, _: put(data, "backups", ""),
    ),
    "a journal that is none": (
        "leftovers",
        "holds no session that can be taken up",
        lambda data, _: put(data, "running/01KK01Z2ZG8Q2N5V0J5C8W7R4T.jsonl", "{}\n"),
    ),
    "a lock that leads in a circle": (
        "lock",
        "cannot be opened",
        lambda data, _: _as_circle(data / LOCK),
    ),
    "a broken routine": (
        "routines",
        "mine.toml",
        lambda data, _: put(data, "routines/mine.toml", "id ="),
    ),
    "a FIFO for a routine": (
        "routines",
        "is not a regular file",
        lambda data, _: put(data, "routines/exercises/mine.toml", None),
    ),
    "routines that are a file": (
        "routines",
        "is not there: a part of its path",
        lambda data, _: put(data, "routines", ""),
    ),
    "an unknown setting": ("settings", "unknown key", lambda data, _: _config(data, "bel = true")),
    "a key of two commands": (
        "settings",
        "n belongs to session.next",
        lambda data, _: _config(data, '[keys]\n"session.back" = "n"'),
    ),
    "a key no terminal can tell": (
        "settings",
        "ctrl+i cannot be told from tab",
        lambda data, _: _config(data, '[keys]\n"session.back" = "ctrl+i"'),
    ),
    "a config that is no TOML": ("settings", "config.toml:1", lambda data, _: _config(data, "[")),
    "a FIFO for the config": (
        "settings",
        "is not a regular file",
        lambda data, _: os.mkfifo(data.parent / "config.toml"),
    ),
    "a data folder that is a file": ("places", "is not a folder", lambda data, _: _as_file(data)),
    "a data folder that leads nowhere": (
        "places",
        "is a link that leads nowhere",
        lambda data, _: _as_link(data, "nowhere"),
    ),
    "a data folder that leads in a circle": (
        "places",
        "cannot be looked at",
        lambda data, _: _as_link(data, "data"),
    ),
    "a data folder open to others": ("places", "mode 755", lambda data, _: data.chmod(0o755)),
    "a data folder of another's": (
        "places",
        "cannot be read and written by you",
        lambda _, patch: patch.setattr(os, "access", lambda *_: False),
    ),
    "a data folder below a file": (
        "places",
        "cannot be looked at: not a directory",
        lambda data, patch: patch.setenv("FOOTCOACH_DATA_DIR", str(data / "device" / "x")),
    ),
    "a data folder that cannot be made": (
        "places",
        "the data folder cannot be made",
        lambda data, patch: _unmakeable(patch, data / "deep" / "x"),
    ),
    "a relative data folder": (
        "places",
        "must be an absolute path",
        lambda _, patch: patch.setenv("FOOTCOACH_DATA_DIR", "here"),
    ),
    "a relative config": (
        "places",
        "must be an absolute path",
        lambda _, patch: patch.setenv("FOOTCOACH_CONFIG", "here"),
    ),
    "an empty HOME": ("places", "HOME is empty", lambda _, patch: _homeless(patch)),
    "no routines with it": (
        "places",
        "are gone",
        lambda data, patch: patch.setattr(
            places, "bundled_routines", lambda: bundled_routines(data)
        ),
    ),
    "a full disk": (
        "places",
        "MB free",
        lambda _, patch: patch.setattr(places, "LEAST_ROOM", 1 << 62),
    ),
    "columns beyond reason": (
        "environment",
        "is no number from 1 to 500",
        lambda _, patch: patch.setenv("COLUMNS", "99999"),
    ),
    "a zone that is none": (
        "clock",
        "names no zone",
        lambda _, patch: patch.setenv("TZ", "Foo/Bar"),
    ),
    "a check that fails itself": (
        "cues",
        "this check failed itself: RecursionError: deep",
        lambda _, patch: patch.setattr(cues, "check", _fails),
    ),
    "a library that is too old": (
        "versions",
        "rich is 15",
        lambda _, patch: patch.setattr(versions.check, "__defaults__", (("rich>=99",),)),
    ),
    "a library that is gone": (
        "versions",
        "no-such-library is not installed",
        lambda _, patch: patch.setattr(versions.check, "__defaults__", (("no-such-library>=1",),)),
    ),
}
