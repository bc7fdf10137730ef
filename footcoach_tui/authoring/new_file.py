"""New files of one's own: from a template, or as a copy of a routine or an exercise."""

import os
from pathlib import Path

from footcoach_tui.authoring.copies import copy_of, write_out_doses
from footcoach_tui.authoring.files import AuthoringError, read_bytes, save_text
from footcoach_tui.authoring.layout import sort_keys
from footcoach_tui.authoring.names import NewName
from footcoach_tui.authoring.own_files import FoundFile, OwnFiles
from footcoach_tui.authoring.templates import exercise_text, routine_text
from footcoach_tui.authoring.toml_text import TomlText
from footcoach_tui.boundary.paths import create_private_folder
from footcoach_tui.boundary.text import clean, quote
from footcoach_tui.boundary.toml import parse_toml
from footcoach_tui.library.kinds import FileKind

_MINE = "my-"
_MAX_ID = 60


def create_file(files: OwnFiles, kind: FileKind, name: NewName, source: str = "") -> Path:
    """Write a new routine or exercise, or a copy of the one with the id `source`.

    Raises AuthoringError if the id exists or the source cannot be copied, and the errors of
    reading and writing.
    """
    path = files.path_for(kind, name.id)
    refuse_existing(files, name, path)
    if source:
        text = copied_text(files, kind, name, source)
    else:
        text = routine_text(name) if kind is FileKind.ROUTINE else exercise_text(name)
    create_private_folder(path.parent)
    save_text(path, text)
    return path


def own_copy(files: OwnFiles, found: FoundFile, name: str) -> tuple[FoundFile, bool]:
    """Return the user's own copy of a bundled file, and whether it is new.

    Bundled files stay as they are, and no own file can have the id of one: so the copy of
    toe-yoga is my-toe-yoga. Raises what `create_file` raises.
    """
    mine = name_of_copy(name)
    old = files.find(mine.id)
    if old and old.is_own:
        return old, False
    return FoundFile(found.kind, create_file(files, found.kind, mine, name), is_own=True), True


def name_of_copy(name: str) -> NewName:
    """Return the name of the user's own copy of a bundled file."""
    return NewName.of(f"{_MINE}{name}"[:_MAX_ID])


def refuse_existing(files: OwnFiles, name: NewName, path: Path) -> None:
    """Raise AuthoringError if there is a file with the id of a new one."""
    found = files.find(name.id)
    taken = found.path if found else path if os.path.lexists(path) else None
    if taken is None:
        return
    if found and not found.is_own:
        raise AuthoringError(
            f"{quote(name.id)} comes with footcoach; take another name, or copy it: "
            f"footcoach edit {name.id}"
        )
    raise AuthoringError(
        f"{clean(str(taken))}: has the id {quote(name.id)} already; take another name, or "
        f"change it: footcoach edit {name.id}"
    )


def copied_text(files: OwnFiles, kind: FileKind, name: NewName, source: str) -> str:
    """Return the text of a copy, in the layout of footcoach. Raises what `create_file` raises."""
    found = files.find(source)
    if found is None or found.kind is not kind:
        raise AuthoringError(_no_source(found, kind, source))
    if not files.is_sound(kind, source):
        raise AuthoringError(f"{clean(str(found.path))}: has problems; footcoach check lists them")
    document = parse_toml(read_bytes(found.path), str(found.path))
    text = TomlText.parse(document.text)
    copy_of(text, kind, name, source)
    if kind is FileKind.ROUTINE:
        write_out_doses(text, document.values, files)
    sort_keys(text, found.path, document.values)
    return str(text)


def _no_source(found: FoundFile | None, kind: FileKind, source: str) -> str:
    if found is None:
        return f"no {kind.value} is called {quote(source)}"
    if found.kind is FileKind.EXERCISE:
        return f"{quote(source)} is an exercise; add --exercise to copy it"
    return f"{quote(source)} is no {kind.value}"
