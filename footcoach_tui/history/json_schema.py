"""JSON Schemas of a month file and of the sessions in the output of `history --json`.

They serve repairs by hand and other programs.
"""

from typing import Any

from footcoach_tui.history.codec import EXERCISE, SESSION, SET
from footcoach_tui.history.fields import ID
from footcoach_tui.history.months.format import ABOUT, MONTH_SCHEMA, SESSIONS
from footcoach_tui.history.table import REQUIRED, Field, Table

_Schema = dict[str, Any]

_NUMBERS = "^[1-9][0-9]{0,17}$"
_REVISION: _Schema = {"type": "integer", "minimum": 1, "maximum": 999_999_999}
_WRITTEN: _Schema = {
    "type": "string",
    "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$",
    "description": "When this version was written, in UTC.",
}


def month_schema() -> _Schema:
    """The schema of files that can be read, unknown fields included."""
    version = {"type": "integer", "maximum": MONTH_SCHEMA}
    version |= {"description": "The version of this schema."}
    about = {"type": "object", "required": ["schema"], "properties": {"schema": version}}
    row = {
        "if": {"required": ["deleted"], "properties": {"deleted": {"const": True}}},
        "then": {"$ref": "#/$defs/deletion"},
        "else": {"$ref": "#/$defs/session"},
    }
    stamp = {"deleted": {"const": True}, "revision": _REVISION, "written": _WRITTEN}
    deletion = {
        "type": "object",
        "description": "Marks a session that was deleted.",
        "required": ["id", "deleted"],
        "properties": {"id": ID.schema} | stamp,
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "footcoach history, one device's file of a month",
        "type": "object",
        "required": [ABOUT],
        "properties": {ABOUT: _numbered(about), SESSIONS: _numbered(row)},
        "additionalProperties": _numbered({"type": "object"}),
        "$defs": {"session": _session(), "deletion": deletion, "set": _record(SET)},
    }


def session_schema() -> _Schema:
    """The schema of a session as it is printed, without the fields of its versions."""
    session = _record(SESSION, exercises=_record(EXERCISE, sets=_record(SET)))
    first = ("id", "date", "started")
    fields = session["properties"]
    return session | {"properties": {name: fields[name] for name in first} | fields}


def _numbered(row: _Schema) -> _Schema:
    return {"type": "object", "propertyNames": {"pattern": _NUMBERS}, "additionalProperties": row}


def _session() -> _Schema:
    """The schema of a session, with the fields of the store after the start."""
    exercise = _record(EXERCISE, sets={"$ref": "#/$defs/set"})
    session = _record(SESSION, exercises=exercise)
    fields = session["properties"]
    front = {name: fields[name] for name in ("id", "date", "started")}
    stamp = {"revision": _REVISION, "written": _WRITTEN, "deleted": {"const": False}}
    return session | {"properties": front | stamp | fields}


def _record(table: Table[Any], **rows: _Schema) -> _Schema:
    """The schema of a kind of record; `rows` are those of what its lists hold."""
    fields = table.fields.values()
    properties = {field.name: _field(field) for field in fields}
    for name, row in rows.items():
        properties[name] = properties[name] | {"items": row}
    required = [field.name for field in fields if field.default is REQUIRED]
    return {"type": "object", "required": required, "properties": properties}


def _field(field: Field) -> _Schema:
    schema = field.kind.schema
    if not field.may_be_null:
        return schema
    if "enum" in schema:
        return {"enum": [*schema["enum"], None]}
    types = schema["type"]
    return schema | {"type": [*(types if isinstance(types, list) else [types]), "null"]}
