"""Packs: routines and exercises of one's own as one zip file, with all that they need."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import PurePath
from typing import Any
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from footcoach_tui.authoring.files import AuthoringError, read_bytes
from footcoach_tui.authoring.own_files import FoundFile, OwnFiles
from footcoach_tui.authoring.sources import sources_text
from footcoach_tui.boundary.problems import suggestion
from footcoach_tui.boundary.text import quote
from footcoach_tui.boundary.toml import parse_toml
from footcoach_tui.library.kinds import EXERCISES_FOLDER, SOURCES_NAME, FileKind
from footcoach_tui.session.exercise import Source

_TIME = (1980, 1, 1, 0, 0, 0)
"""Time of each entry, the first that a zip file can have."""
_MODE = 0o100644 << 16
_UNIX = 3


@dataclass
class _Collector:
    """Files of a pack while they are collected, by their names in it."""

    own: OwnFiles
    files: dict[PurePath, bytes] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)

    def add_named(self, name: str) -> None:
        found = self.own.find(name)
        if found is None:
            hint = suggestion(name, self.own.ids)
            raise AuthoringError(
                f"no routine or exercise is called {quote(name)}" + (f"; {hint}" if hint else "")
            )
        if not found.is_own:
            raise AuthoringError(f"{quote(name)} comes with footcoach: everybody has it")
        if not self.own.is_sound(found.kind, name):
            raise AuthoringError(
                f"{found.path}: cannot be packed: footcoach check lists its problems"
                if found.kind is not FileKind.PLAN
                else f"{quote(name)} is a plan; only routines and exercises can be packed"
            )
        self._add(found, name)

    def _add(self, found: FoundFile, name: str) -> None:
        """Add a file, the own exercises that its steps use, and the own sources that it cites."""
        folder = EXERCISES_FOLDER if found.kind is FileKind.EXERCISE else ""
        content = read_bytes(found.path)
        self.files[PurePath(folder, f"{name}.toml")] = content
        values = parse_toml(content, str(found.path)).values
        for source in _cited(values):
            if own_source := self.own.own_source(source):
                self.sources[source] = own_source
        for exercise in _exercises(values.get("steps", ())):
            used = self.own.find_exercise(exercise)
            if used and used.is_own:
                self._add(used, exercise)


def packed_files(names: Sequence[str], own: OwnFiles) -> dict[PurePath, bytes]:
    """Return the files of a pack by their names in it, in order.

    Raises AuthoringError for a name that cannot be packed, and the errors of reading.
    """
    collector = _Collector(own)
    for name in names:
        collector.add_named(name)
    files = collector.files
    if collector.sources:
        files[PurePath(SOURCES_NAME)] = sources_text(collector.sources.values()).encode()
    return {name: files[name] for name in sorted(files)}


def zip_of(files: Mapping[PurePath, bytes]) -> bytes:
    """Return a zip file of files: the same bytes for the same files, on every machine.

    So no times, and no compression, which differs from one version of zlib to another.
    """
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_STORED) as archive:
        for name, content in files.items():
            entry = ZipInfo(name.as_posix(), _TIME)
            entry.create_system, entry.external_attr = _UNIX, _MODE
            archive.writestr(entry, content)
    return buffer.getvalue()


def _exercises(steps: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for step in steps:
        yield step["exercise"]
        if "swap" in step:
            yield step["swap"]["exercise"]


def _cited(values: Mapping[str, Any]) -> Iterator[str]:
    yield from values.get("sources", ())
    yield from (entry["source"] for entry in values.get("dose_sources", ()) if "source" in entry)
