"""Packs that somebody sends to do harm, and those that were damaged on the way.

Each must be refused in a sentence, and nothing may be written.
"""

import os
import random
import stat
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from hostile_files import SPECIAL_FILES

MakePack = Callable[[Path], Path]
"""Makes a pack in a folder, and returns its path."""

ROUTINE = """\
id = "ID"
title = "Evening feet"
summary = "A few minutes."
context = ["daily"]
level = 1
frequency = "daily"
effort = [1, 3]
source_status = "footcoach"
[[steps]]
exercise = "ankle-circles"
"""
_LARGE = 300 * 1024
_MIB = 1 << 20
_CENTRAL = b"PK\x01\x02"
_LOCAL = b"PK\x03\x04"
_FLAGS, _SIZE = {_LOCAL: 6, _CENTRAL: 8}, {_LOCAL: 22, _CENTRAL: 24}
"""Offsets of two fields in the headers of an entry."""


def routine(name: str, **changes: str) -> str:
    """Return the text of a routine, with lines of it replaced: `title='"x"'`."""
    lines = ROUTINE.replace("ID", name).splitlines()
    changed = [
        f"{key} = {changes[key]}" if (key := line.partition(" ")[0]) in changes else line
        for line in lines
    ]
    return "\n".join(changed) + "\n"


def zip_of(*entries: tuple[str | zipfile.ZipInfo, str | bytes], method: int = 0) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return buffer.getvalue()


def _entry(name: str, mode: int) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.create_system, info.external_attr = 3, (mode | 0o644) << 16
    return info


def _patched(content: bytes, fields: dict[bytes, int], value: bytes) -> bytes:
    """Return a zip file with a field changed in all headers."""
    changed = bytearray(content)
    for mark, offset in fields.items():
        start = content.find(mark)
        while start >= 0:
            changed[start + offset : start + offset + len(value)] = value
            start = content.find(mark, start + 1)
    return bytes(changed)


def _named(name: bytes, *, is_utf_8: bool = False) -> bytes:
    """Return a zip file whose entry has a name of any bytes."""
    plain = zip_of(("n" * (len(name) - 5) + ".toml", routine("x")))
    renamed = plain.replace(b"n" * (len(name) - 5) + b".toml", name)
    return _patched(renamed, _FLAGS, b"\x00\x08") if is_utf_8 else renamed


def _noise(size: int) -> str:
    return "#" + random.Random(1).randbytes(size // 2).hex()  # noqa: S311 - bytes that do not compress


def _sound(name: str = "a", **changes: str) -> bytes:
    return zip_of((f"{name}.toml", routine(name, **changes)))


def _twice() -> bytes:
    return zip_of(("a.toml", routine("a")), ("b.toml", routine("b"))).replace(b"b.toml", b"a.toml")


def _flipped() -> bytes:
    return _sound().replace(b"Evening feet", b"Evening feat")


_BLOCK = _noise(8000) + "\n"

_ZIPS: dict[str, Callable[[], bytes]] = {
    "empty": lambda: b"",
    "text": lambda: b"hello",
    "only-a-start": lambda: b"PK\x03\x04" + bytes(500),
    "truncated": lambda: _sound()[:-30],
    "without-a-start": lambda: _sound()[40:],
    "flipped": _flipped,
    "no-entries": zip_of,
    "encrypted": lambda: _patched(_sound(), _FLAGS, b"\x01\x00"),
    "bomb-ratio": lambda: zip_of(("a.toml", "#" * 250_000), method=zipfile.ZIP_DEFLATED),
    "bomb-large": lambda: zip_of(("a.toml", "#" * 50 * _MIB), method=zipfile.ZIP_DEFLATED),
    "bomb-says-small": lambda: _patched(
        zip_of(("a.toml", "#" * 50 * _MIB), method=zipfile.ZIP_DEFLATED), _SIZE, b"\x10\0\0\0"
    ),
    "bomb-says-huge": lambda: _patched(_sound(), _SIZE, b"\xff\xff\xff\x7f"),
    "bomb-total": lambda: zip_of(
        *((f"a{number}.toml", _BLOCK * 30) for number in range(40)), method=zipfile.ZIP_DEFLATED
    ),
    "bomb-nested": lambda: zip_of(
        ("inner.zip", zip_of(("a.toml", "#" * 50 * _MIB), method=zipfile.ZIP_DEFLATED))
    ),
    "bzip2": lambda: zip_of(("a.toml", routine("a")), method=zipfile.ZIP_BZIP2),
    "lzma": lambda: zip_of(("a.toml", routine("a")), method=zipfile.ZIP_LZMA),
    "unknown-method": lambda: _patched(_sound(), {_LOCAL: 8, _CENTRAL: 10}, b"\x63\0"),
    "over-the-limit": lambda: zip_of(("a.toml", routine("a") + _noise(_LARGE))),
    "up": lambda: zip_of(("../a.toml", routine("a"))),
    "up-in-a-folder": lambda: zip_of(("exercises/../../a.toml", routine("a"))),
    "up-beside": lambda: zip_of(("a.toml", routine("a")), ("../../.bashrc", "boo")),
    "absolute": lambda: zip_of(("/etc/a.toml", routine("a"))),
    "drive": lambda: zip_of(("C:/a.toml", routine("a"))),
    "backslashes": lambda: _named(b"..\\..\\a.toml"),
    "dots": lambda: zip_of((".../a.toml", routine("a"))),
    "twice-the-slash": lambda: zip_of(("exercises//a.toml", routine("a"))),
    "symlink": lambda: zip_of((_entry("a.toml", stat.S_IFLNK), "/etc/passwd")),
    "symlink-folder": lambda: zip_of(
        (_entry("exercises", stat.S_IFLNK), "/etc"), ("exercises/a.toml", routine("a"))
    ),
    "device": lambda: zip_of((_entry("a.toml", stat.S_IFCHR), "")),
    "fifo-entry": lambda: zip_of((_entry("a.toml", stat.S_IFIFO), "")),
    "folder-entry": lambda: zip_of(("a.toml/", ""), ("b.toml", routine("b"))),
    "twice": _twice,
    "twice-by-case": lambda: zip_of(("a.toml", routine("a")), ("A.TOML", routine("a"))),
    "twice-by-form": lambda: zip_of(("a.toml", routine("a")), ("\uff41.toml", routine("a"))),
    "many": lambda: zip_of(*((f"a{number}.toml", "") for number in range(10_000))),
    "name-not-utf-8": lambda: _named(b"caf\xe9.toml", is_utf_8=True),
    "name-in-latin-1": lambda: _named(b"caf\xe9.toml"),
    "name-escape": lambda: zip_of(("\x1b[2J.toml", routine("a"))),
    "name-turned": lambda: zip_of(("a\u202elmot.toml", routine("a"))),
    "name-nul": lambda: _named(b"a.toml\0.toml"),
    "name-long": lambda: zip_of(("a" * 5000 + ".toml", routine("a"))),
    "content-not-utf-8": lambda: zip_of(("a.toml", routine("a").encode() + b"#\xe9\n")),
    "content-utf-16": lambda: zip_of(("a.toml", routine("a").encode("utf-16"))),
    "content-nul": lambda: zip_of(("a.toml", routine("a") + "#\0\n")),
    "not-toml": lambda: zip_of(("a.toml", "hello")),
    "deep": lambda: zip_of(("a.toml", "a = " + "[" * 100_000)),
    "title-escape": lambda: _sound(title=r'"\u001b[2J"'),
    "id-is-a-path": lambda: zip_of(("a.toml", routine("../../a"))),
    "id-differs": lambda: zip_of(("a.toml", routine("b"))),
    "id-of-a-bundled-routine": lambda: _sound("hops-next"),
    "id-of-a-bundled-exercise": lambda: _sound("toe-yoga"),
    "id-twice": lambda: zip_of(("a.toml", routine("a")), ("exercises/a.toml", routine("a"))),
    "unknown-exercise": lambda: zip_of(("a.toml", routine("a").replace("ankle", "uncle"))),
    "plan": lambda: zip_of(("plans/a.toml", "stages = []")),
    "plan-in-place": lambda: zip_of(("a.toml", 'id = "a"\nstages = []')),
    "safety": lambda: zip_of(
        ("safety.toml", "[cautions]\nball = 'None.'"), ("a.toml", routine("a"))
    ),
    "rules": lambda: zip_of(("coach/breaks.toml", ""), ("a.toml", routine("a"))),
    "other-source": lambda: zip_of(
        ("sources.toml", '[ridge-2019]\ncitation = "It is all lies."'), ("a.toml", routine("a"))
    ),
    "only-sources": lambda: zip_of(("sources.toml", '[jo-2020]\ncitation = "Jo. 2020."')),
}


def _zip(make: Callable[[], bytes]) -> MakePack:
    def write(folder: Path) -> Path:
        path = folder / "pack.zip"
        path.write_bytes(make())
        return path

    return write


def _special(make: Callable[[Path], object], name: str) -> MakePack:
    def write(folder: Path) -> Path:
        make(folder / name)
        return folder / name

    return write


def _folder(fill: Callable[[Path], object]) -> MakePack:
    """Return what makes a folder with a sound routine, and something else."""

    def write(folder: Path) -> Path:
        pack = folder / "pack"
        pack.mkdir()
        (pack / "sound.toml").write_text(routine("sound"))
        fill(pack)
        return pack

    return write


def _filling(make: Callable[[Path], object]) -> Callable[[Path], object]:
    return lambda pack: make(pack / "a.toml")


def _single(name: str, text: str) -> MakePack:
    def write(folder: Path) -> Path:
        (folder / name).write_text(text)
        return folder / name

    return write


def _link_out(pack: Path) -> None:
    (pack.parent / "secret.toml").write_text(routine("secret"))
    (pack / "secret.toml").symlink_to("../secret.toml")


def _folder_link_out(pack: Path) -> None:
    outside = pack.parent / "outside"
    outside.mkdir()
    (outside / "secret.toml").write_text(routine("secret"))
    (pack / "exercises").symlink_to(outside)


def _many_files(pack: Path) -> None:
    for number in range(501):
        (pack / f"a{number}.toml").touch()


def _large_files(pack: Path) -> None:
    for number in range(40):
        (pack / f"a{number}.toml").write_text(_BLOCK * 30)


HOSTILE_PACKS: dict[str, MakePack] = {
    **{name: _zip(make) for name, make in _ZIPS.items()},
    **{f"pack-{name}": _special(make, "pack.zip") for name, make in SPECIAL_FILES.items()},
    **{f"in-a-folder-{name}": _folder(_filling(make)) for name, make in SPECIAL_FILES.items()},
    "folder-link-out": _folder(_link_out),
    "folder-exercises-out": _folder(_folder_link_out),
    "folder-exercises-loop": _folder(lambda pack: (pack / "exercises").symlink_to("exercises")),
    "folder-exercises-fifo": _folder(lambda pack: os.mkfifo(pack / "exercises")),
    "folder-many": _folder(_many_files),
    "folder-large": _folder(_large_files),
    "missing": lambda folder: folder / "nowhere.zip",
    "nul": lambda folder: folder / "a\0.zip",
    "single-not-toml": _single("a.toml", "hello"),
    "single-reserved": _single("a.toml", routine("safety")),
    "single-plan": _single("a.toml", 'id = "a"\nstages = []'),
    "single-sources": _single("a.toml", '[jo-2020]\ncitation = "Jo. 2020."'),
}
