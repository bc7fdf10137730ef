"""Safe reading of zip files that others made: plain names, few entries, and no more than fits.

Nothing is unpacked to the disk. A zip file may name places outside of it, hold links, a name
twice, or a few bytes that become gigabytes.
"""

import stat
import struct
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from unicodedata import normalize
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, LargeZipFile, ZipFile, ZipInfo

from footcoach_tui.boundary.safe_read import UnreadableError, read_regular_file
from footcoach_tui.boundary.text import forbidden_character, quote

MAX_ENTRIES = 500
"""Files and folders of a zip file, at most."""
MAX_TOTAL = 8 * 1024 * 1024
"""Bytes of all files that are read, at most, unpacked."""

_MAX_ZIP = 4 * 1024 * 1024  # bytes
_MAX_RATIO = 100
_MAX_NAME = 200
_ENCRYPTED = 0x1
_DAMAGED = (
    *(BadZipFile, LargeZipFile, zlib.error, struct.error, EOFError, OSError),
    *(ValueError, OverflowError, NotImplementedError, RuntimeError, IndexError),
)
"""What zipfile raises for one thing or another that is wrong in a file."""


@dataclass(frozen=True, slots=True)
class ZipContent:
    """Files with the wanted ending by their names, and the names of the others."""

    files: Mapping[str, bytes]
    others: Sequence[str]


def read_zip(path: Path, ending: str, limit: int) -> ZipContent:
    """Read the files of a zip file whose names have an ending, each of at most `limit` bytes.

    Raises UnreadableError if anything in it is not as it should be; nothing is written.
    """
    content = read_regular_file(path, _MAX_ZIP)
    try:
        with ZipFile(BytesIO(content)) as archive:
            entries = _files(path, archive.infolist(), ending)
            wanted = [entry for entry in entries if entry.filename.endswith(ending)]
            _check_sizes(path, wanted, limit)
            files = {entry.filename: _read(archive, entry, limit) for entry in wanted}
    except _DAMAGED as error:
        raise UnreadableError(path, "is not a zip file, or is damaged") from error
    others = [entry.filename for entry in entries if entry.filename not in files]
    return ZipContent(files, others)


def _files(path: Path, entries: Sequence[ZipInfo], ending: str) -> list[ZipInfo]:
    """Return the entries that are files, once all names are known to be safe."""
    if len(entries) > MAX_ENTRIES:
        raise UnreadableError(path, f"has more than {MAX_ENTRIES} entries")
    names: set[str] = set()
    for entry in entries:
        if fault := _fault(entry, ending):
            raise UnreadableError(path, fault)
        name = normalize("NFKC", entry.filename.rstrip("/")).casefold()
        if name in names:
            raise UnreadableError(path, f"has two entries called {quote(entry.filename)}")
        names.add(name)
    return [entry for entry in entries if not entry.is_dir()]


def _fault(entry: ZipInfo, ending: str) -> str:
    """Return what is wrong with an entry, to complete a sentence; "" if nothing is."""
    name = quote(entry.orig_filename)
    if _is_unsafe(entry.orig_filename) or _is_unsafe(entry.filename):
        return f"has an entry called {name}; names must be plain, and stay inside"
    if entry.is_dir() and entry.filename.endswith(f"{ending}/"):
        return f"has a folder called {name}, where a file should be"
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFDIR if entry.is_dir() else stat.S_IFREG):
        return f"has an entry, {name}, that is not a regular file"
    if entry.flag_bits & _ENCRYPTED:
        return f"has an encrypted file, {name}; ask for one without a password"
    if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        return f"has a file, {name}, that is compressed in an unusual way; make a plain zip file"
    return ""


def _is_unsafe(name: str) -> bool:
    """Whether a name is odd, or leads to another place on any system."""
    parts = name.removesuffix("/").split("/")
    return (
        len(name) > _MAX_NAME
        or any(part.strip(". ") == "" for part in parts)
        or bool({"\\", ":"} & {*name})
        or forbidden_character(name) is not None
        or bool({"\t", "\n"} & {*name})
    )


def _check_sizes(path: Path, entries: Sequence[ZipInfo], limit: int) -> None:
    """Refuse what says itself that it is too large; what does not is cut when it is read."""
    for entry in entries:
        name = quote(entry.filename)
        if entry.file_size > limit:
            raise UnreadableError(path, f"has a file, {name}, of more than {limit // 1024} KiB")
        if entry.file_size > _MAX_RATIO * max(1, entry.compress_size):
            raise UnreadableError(
                path, f"has a file, {name}, that grows more than {_MAX_RATIO} times when unpacked"
            )
    if sum(entry.file_size for entry in entries) > MAX_TOTAL:
        raise UnreadableError(path, f"has files of more than {MAX_TOTAL // 1024**2} MiB in all")


def _read(archive: ZipFile, entry: ZipInfo, limit: int) -> bytes:
    """Return the content of an entry. Raises BadZipFile if it is not as long as the entry says."""
    with archive.open(entry) as file:
        content = file.read(limit + 1)
    if len(content) != entry.file_size:
        raise BadZipFile
    return content
