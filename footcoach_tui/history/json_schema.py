"""JSON Schema of a month file, for repairs by hand and for other programs."""

from typing import Any

from footcoach_tui.history.fields import (
    MAX_EXERCISES,
    MAX_LOAD,
    MAX_NAME_LENGTH,
    MAX_NOTE_LENGTH,
    MAX_REPS,
    MAX_SCORE,
    MAX_SECONDS,
    MAX_SETS,
    MAX_SPAN,
    MAX_SPEED,
    MAX_VALUE,
    MIN_SPEED,
    OBJECT_FIELDS,
)
from footcoach_tui.history.months.format import ABOUT, MONTH_SCHEMA, SESSIONS
from footcoach_tui.session.record import Origin, SetOutcome
from footcoach_tui.session.side import Side

_Schema = dict[str, Any]

_NUMBERS = "^[1-9][0-9]{0,17}$"
_ID: _Schema = {"type": "string", "pattern": "^[0-7][0-9A-HJKMNP-TV-Z]{25}$"}
_REVISION: _Schema = {"type": "integer", "minimum": 1, "maximum": 999_999_999}
_WRITTEN: _Schema = {
    "type": "string",
    "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$",
    "description": "When this version was written, in UTC.",
}
_NAME: _Schema = {"type": "string", "maxLength": MAX_NAME_LENGTH}
_SCALE: _Schema = {"type": ["integer", "null"], "minimum": 0, "maximum": MAX_SCORE}
_SECONDS: _Schema = {"type": "number", "minimum": 0, "maximum": MAX_SECONDS}
_SPAN: _Schema = {"type": ["number", "null"], "minimum": 0, "maximum": MAX_SPAN}
_REPS: _Schema = {"type": "integer", "minimum": 0, "maximum": MAX_REPS}


def month_schema() -> _Schema:
    """The schema of files that can be read, unknown fields included."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "footcoach history, one device's file of a month",
        "type": "object",
        "required": [ABOUT],
        "properties": {ABOUT: _table(_about()), SESSIONS: _table(_row())},
        "additionalProperties": _table({"type": "object"}),
        "$defs": {"session": _session(), "deletion": _deletion(), "set": _set()},
    }


def _table(row: _Schema) -> _Schema:
    return {"type": "object", "propertyNames": {"pattern": _NUMBERS}, "additionalProperties": row}


def _about() -> _Schema:
    number = {
        "type": "integer",
        "maximum": MONTH_SCHEMA,
        "description": "The version of this schema.",
    }
    return {"type": "object", "required": ["schema"], "properties": {"schema": number}}


def _row() -> _Schema:
    deleted = {"required": ["deleted"], "properties": {"deleted": {"const": True}}}
    return {
        "if": deleted,
        "then": {"$ref": "#/$defs/deletion"},
        "else": {"$ref": "#/$defs/session"},
    }


def _deletion() -> _Schema:
    return {
        "type": "object",
        "description": "Marks a session that was deleted.",
        "required": ["id", "deleted"],
        "properties": {
            "id": _ID,
            "deleted": {"const": True},
            "revision": _REVISION,
            "written": _WRITTEN,
        },
    }


def _session() -> _Schema:
    exercise = {
        "type": "object",
        "required": ["exercise", "name", "sets"],
        "properties": {
            "exercise": _NAME,
            "name": _NAME,
            "sets": {"type": "array", "maxItems": MAX_SETS, "items": {"$ref": "#/$defs/set"}},
        },
    }
    return {
        "type": "object",
        "required": ["id", "date", "started", "routine", "title", "seconds", "exercises"],
        "properties": {
            "id": _ID,
            "date": {"type": "string", "format": "date", "description": "The day in started."},
            "started": {"type": "string", "format": "date-time"},
            "revision": _REVISION,
            "written": _WRITTEN,
            "deleted": {"const": False},
            "zone": _NAME,
            "routine": _NAME,
            "title": _NAME,
            "seconds": _SECONDS,
            "context": _NAME,
            "origin": {"enum": [origin.value for origin in Origin]},
            "speed": {"type": "number", "minimum": MIN_SPEED, "maximum": MAX_SPEED},
            "effort": _SCALE,
            "pain": _SCALE,
            "note": {"type": "string", "maxLength": MAX_NOTE_LENGTH},
            "device": _NAME,
            "version": _NAME,
            "ended": {"type": ["string", "null"], "format": "date-time"},
            "paused": _SPAN,
            **{key: {"type": ["object", "null"]} for key in OBJECT_FIELDS},
            "exercises": {"type": "array", "maxItems": MAX_EXERCISES, "items": exercise},
        },
    }


def _set() -> _Schema:
    fields: _Schema = {
        "number": {"type": "integer", "minimum": 1, "maximum": MAX_SETS},
        "side": {"enum": [side.value for side in Side]},
        "planned_reps": _REPS,
        "reps": _REPS,
        "planned_seconds": _SECONDS,
        "seconds": _SECONDS,
        "outcome": {"enum": [outcome.value for outcome in SetOutcome]},
    }
    optional: _Schema = {
        "value": {"type": ["number", "null"], "minimum": 0, "maximum": MAX_VALUE},
        "at": _SPAN,
        "load": {
            "type": ["number", "string", "null"],
            "minimum": 0,
            "maximum": MAX_LOAD,
            "maxLength": MAX_NAME_LENGTH,
        },
    }
    return {
        "type": "object",
        "required": list(fields),
        "properties": fields | optional,
    }
