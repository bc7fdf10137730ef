"""Copies of routines and exercises, to be changed: a routine with all doses written out."""

from collections.abc import Iterator, Mapping
from typing import Any

from footcoach_tui.authoring.names import NewName
from footcoach_tui.authoring.own_files import OwnFiles
from footcoach_tui.authoring.templates import quoted, toml_value
from footcoach_tui.authoring.toml_text import Table, TomlText
from footcoach_tui.boundary.text import clean
from footcoach_tui.library.dose_rules import ROWS
from footcoach_tui.library.kinds import FileKind
from footcoach_tui.library.modes import Mode
from footcoach_tui.session.exercise import SourceStatus

_SHOWN = (
    *("sets", "reps", "hold", "gap", "bouts", "bout", "pause", "limit"),
    *("prep", "rest", "sides", "order", "switch", "effort"),
)
"""Keys of a dose that are written out in each step."""
_OF_PROGRAMME = ("rank", "weeks", "previous", "next")
"""Keys that would put the copy into the programme, or the list, of what it is a copy of."""


def copy_of(text: TomlText, kind: FileKind, name: NewName, source: str) -> None:
    """Make a text a copy with another name; `source` is the id of what it is a copy of."""
    root = text.tables[0]
    root.put(f"id = {quoted(name.id)}")
    root.put(f"{'name' if kind is FileKind.EXERCISE else 'title'} = {quoted(name.title)}")
    root.remove(*_OF_PROGRAMME, "aka")
    _mark_adapted(root)
    text.head = [
        f"#:schema ./{kind.value}.schema.json",
        "",
        f"# A copy of {source}, which is yours: change what you like. The notes about sources",
        "# are about the dose of the original.",
    ]


def write_out_doses(text: TomlText, values: Mapping[str, Any], files: OwnFiles) -> None:
    """Write the usual dose of its exercise into each step of a routine."""
    for table, step in zip(text.all_of("steps"), values["steps"], strict=False):
        exercise = files.exercise(step["exercise"])
        if not exercise:
            continue
        for line in _missing_lines(step, exercise["dose"]):
            table.put(line)
        if exercise["source_status"] == SourceStatus.PUBLISHED and "source_status" not in step:
            table.put(f'source_status = "{SourceStatus.ADAPTED}"')
        _mark_adapted(table)


def _missing_lines(step: Mapping[str, Any], dose: Mapping[str, Any]) -> Iterator[str]:
    """Yield an entry for each key of the usual dose that a step does not have."""
    mode = Mode(dose["mode"])
    if step.get("mode", mode) != mode:
        return
    usual = {"sets": 1} | {key: dose[key] for key in _SHOWN if key in dose}
    yield from (f"{key} = {toml_value(usual[key])}" for key in usual if key not in step)
    row = ROWS.get(mode)
    if row and row not in step:
        tempo = step.get("tempo") or [part["seconds"] for part in dose[row]]
        names = ", ".join(clean(part["name"]) for part in dose[row])
        yield f"tempo = {toml_value(tempo)}  # seconds: {names}"


def _mark_adapted(table: Table) -> None:
    """Change “published” to “adapted”: with another dose it is not as published."""
    entry = table.get("source_status")
    if entry and entry.value.text.strip("\"'") == SourceStatus.PUBLISHED:
        table.put(f'source_status = "{SourceStatus.ADAPTED}"')
