"""File of a draft: read with its comments, and written so that they stay."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Self

from footcoach_tui.authoring.draft import (
    DraftError,
    DraftStep,
    RoutineDraft,
    check_draft,
    levelled,
)
from footcoach_tui.authoring.files import AuthoringError, ChangedOutsideError, read_bytes, save_text
from footcoach_tui.authoring.layout import key_places
from footcoach_tui.authoring.names import NewName
from footcoach_tui.authoring.new_file import copied_text, refuse_existing
from footcoach_tui.authoring.own_files import OwnFiles
from footcoach_tui.authoring.templates import composed_text, toml_value
from footcoach_tui.authoring.toml_text import Table, TomlText
from footcoach_tui.authoring.toml_values import TomlTextError
from footcoach_tui.boundary.paths import create_private_folder
from footcoach_tui.boundary.text import clean
from footcoach_tui.boundary.toml import parse_toml
from footcoach_tui.library.build import CatalogueDraft
from footcoach_tui.library.kinds import FileKind

_STEPS = "steps"
_FROM_STEPS = ("level", "effort")
"""Keys that follow from the steps, unless their file has other values."""


@dataclass(frozen=True, slots=True)
class DraftFile:
    """File of a routine: its text as it was read, or the one that a new file begins with.

    `path` is None until a new routine has a name; `content` is what is on the disk, None for a file
    that does not exist yet. The text stays the one from which steps have their `origin`.
    """

    text: str
    path: Path | None = None
    content: bytes | None = None

    @classmethod
    def new(cls) -> Self:
        return cls(composed_text(NewName("new-routine", "New routine")))

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read the file of a sound routine. Raises UnreadableError and TomlError."""
        content = read_bytes(path)
        return cls(parse_toml(content, str(path)).text, path, content)

    @classmethod
    def of_copy(cls, files: OwnFiles, name: NewName, source: str) -> Self:
        """Return the file of a copy of a bundled routine, which is not written yet.

        Raises AuthoringError, and the errors of reading.
        """
        text = copied_text(files, FileKind.ROUTINE, name, source)
        return cls(text, files.path_for(FileKind.ROUTINE, name.id))

    def draft(self) -> RoutineDraft:
        """Return the draft that is in the text. Raises AuthoringError if it cannot be changed."""
        values = tomllib.loads(self.text)
        steps = values.pop(_STEPS, [])
        try:
            groups = _Groups.of(TomlText.parse(self.text))
        except (TomlTextError, RecursionError) as error:
            raise AuthoringError(f"{self._name} cannot be changed here") from error
        if len(groups.steps) != len(steps):
            raise AuthoringError(
                f"{self._name}: its steps are in brackets; write each as [[steps]] to change "
                "them here"
            )
        return RoutineDraft(values, tuple(DraftStep(step, n) for n, step in enumerate(steps)))

    def named(self, name: NewName, files: OwnFiles) -> "DraftFile":
        """Return the file of a new routine, which gets a name.

        Raises AuthoringError if another file has it.
        """
        refuse_existing(files, name, files.path_for(FileKind.ROUTINE, name.id))
        text = TomlText.parse(self.text)
        text.tables[0].put(f"id = {toml_value(name.id)}")
        text.tables[0].put(f"title = {toml_value(name.title)}")
        old = tomllib.loads(self.text)["id"]
        command = "footcoach edit "
        text.head = [line.replace(command + old, command + name.id) for line in text.head]
        return replace(self, text=str(text), path=files.path_for(FileKind.ROUTINE, name.id))

    def written(self, draft: RoutineDraft, content: CatalogueDraft) -> str:
        """Return the text of a draft. Raises DraftError if it has no steps, or a problem."""
        if not draft.steps:
            raise DraftError("a routine needs a step: choose an exercise, and press a")
        base = tomllib.loads(self.text)
        draft = self._levelled(draft, content).with_head(id=base["id"], title=base["title"])
        check_draft(draft, content)
        text = TomlText.parse(self.text)
        groups = _Groups.of(text)
        places = key_places(FileKind.ROUTINE, (_STEPS,))
        base_steps = base.pop(_STEPS, [])
        _put(groups.head[0], base, draft.head)
        written = [_written(step, groups.steps, base_steps, places) for step in draft.steps]
        text.tables = [*groups.head, *(table for group in written for table in group), *groups.rest]
        new = str(text)
        if tomllib.loads(new) != draft.table:
            raise DraftError("the file cannot be written so that it says what is here")
        return new

    def saved(self, draft: RoutineDraft, content: CatalogueDraft, *, force: bool) -> "DraftFile":
        """Write the file, and return it as it is now.

        Raises ChangedOutsideError, unless with `force`, if another program has written the file;
        DraftError, PathError and WriteError.
        """
        if self.path is None:
            raise DraftError("the routine needs a name")
        text = self.written(draft, content)
        if not force and _content_of(self.path) != self.content:
            raise ChangedOutsideError(f"{self._name} has been changed by another program")
        create_private_folder(self.path.parent)
        save_text(self.path, text)
        return replace(self, content=text.encode())

    def _levelled(self, draft: RoutineDraft, content: CatalogueDraft) -> RoutineDraft:
        """Return the draft with level and effort of its steps, where those of the file were so."""
        base = self.draft()
        usual = levelled(base, content).head if base.steps else base.head
        found = levelled(draft, content).head
        follow = {key: found[key] for key in _FROM_STEPS if base.head.get(key) == usual[key]}
        return draft.with_head(**follow)

    @property
    def id(self) -> str:
        """Id of the routine."""
        return str(tomllib.loads(self.text)["id"])

    @property
    def title(self) -> str:
        """Title of the routine, safe to show."""
        return clean(tomllib.loads(self.text)["title"])

    @property
    def _name(self) -> str:
        return clean(str(self.path or "the routine"))


@dataclass(frozen=True, slots=True)
class _Groups:
    """Tables of a text: those before the steps, those of each step, and what follows."""

    head: list[Table]
    steps: list[list[Table]]
    rest: list[Table]

    @classmethod
    def of(cls, text: TomlText) -> Self:
        groups = cls([], [], [])
        for table in text.tables:
            if table.path == (_STEPS,) and table.is_array:
                groups.steps.append([table])
            elif table.path[:1] == (_STEPS,) and groups.steps:
                groups.steps[-1].append(table)
            else:
                (groups.rest if groups.steps else groups.head).append(table)
        return groups


def _written(
    step: DraftStep,
    groups: Sequence[list[Table]],
    base: Sequence[Mapping[str, Any]],
    places: Mapping[str, int],
) -> list[Table]:
    """Return the tables of a step: those of the file with what was changed, or a new one."""
    if step.origin is None:
        tables = [Table((_STEPS,), f"[[{_STEPS}]]", is_array=True)]
        old: Mapping[str, Any] = {}
    else:
        tables, old = groups[step.origin], base[step.origin]
    if _put(tables[0], old, step.table):
        tables[0].entries.sort(key=lambda entry: places.get(entry.key.parts[0], len(places)))
    return tables


def _put(table: Table, old: Mapping[str, Any], new: Mapping[str, Any]) -> bool:
    """Write the keys that differ; return whether a new one came."""
    for key in _differing(old, new):
        if key in new:
            table.put(f"{key} = {toml_value(new[key])}")
        else:
            table.remove(key)
    return bool(new.keys() - old.keys())


def _differing(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterable[str]:
    return [key for key in {**old, **new} if old.get(key) != new.get(key)]


def _content_of(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
