"""JSON Schemas with the names that there are, so that an editor completes them."""

from collections.abc import Collection
from pathlib import Path
from typing import Any

from footcoach_tui.authoring.files import json_text, save_text
from footcoach_tui.library.catalogue import Catalogue
from footcoach_tui.library.json_schemas import json_schemas
from footcoach_tui.library.kinds import EXERCISES_FOLDER, FileKind

SCHEMA_NAMES = {kind: f"{kind.value}.schema.json" for kind in FileKind}
"""Names of the schema files beside the files of each kind."""

_FOLDERS = {FileKind.ROUTINE: "", FileKind.EXERCISE: EXERCISES_FOLDER}
"""Folders, below that of own routines, in which schemas are written."""

_Schema = dict[str, Any]


def with_ids(schema: _Schema, catalogue: Catalogue) -> dict[str, Any]:
    """Return a schema of a file in which names of exercises, routines and so on are choices."""
    exercises, routines = catalogue.exercises, catalogue.routines
    ids: dict[str, Collection[str]] = {
        "exercise": exercises,
        "routine": routines,
        "previous": routines,
        "next": routines,
        "source": catalogue.sources,
        "sources": catalogue.sources,
        "needs": catalogue.needs,
    }
    ids_or_text: dict[str, Collection[str]] = {"easier": exercises, "harder": exercises}
    choices: _Schema = {name: {"enum": sorted(known)} for name, known in ids.items() if known}
    choices |= {
        name: {"anyOf": [{"enum": sorted(known)}, {"type": "string"}]}
        for name, known in ids_or_text.items()
    }
    changed: dict[str, Any] = _with_choices(schema, choices)
    return changed


def write_schemas(own: Path, catalogue: Catalogue) -> None:
    """Write the schemas of routines and of exercises into the folder of own routines.

    Only where their folders are. Raises WriteError.
    """
    schemas = json_schemas()
    for kind, folder in _FOLDERS.items():
        if (own / folder).is_dir():
            text = json_text(with_ids(schemas[kind.value], catalogue))
            save_text(own / folder / SCHEMA_NAMES[kind], text)


def _with_choices(schema: Any, choices: _Schema) -> Any:
    """Return a part of a schema in which the properties in `choices` have those."""
    if isinstance(schema, list):
        return [_with_choices(part, choices) for part in schema]
    if not isinstance(schema, dict):
        return schema
    changed = {key: _with_choices(part, choices) for key, part in schema.items()}
    properties = changed.get("properties")
    if isinstance(properties, dict):
        for name in properties.keys() & choices.keys():
            properties[name] = _with_choice(properties[name], choices[name])
    return changed


def _with_choice(property_: Any, choice: _Schema) -> Any:
    """Return a property of text, or of a list of texts, with a choice for each text."""
    kept = {key: property_[key] for key in ("title", "description") if key in property_}
    if property_.get("type") == "string":
        return kept | choice
    if property_.get("type") == "array" and property_["items"].get("type") == "string":
        return property_ | {"items": choice}
    return property_
