"""JSON Schemas of what commands print with `--json`.

New fields may be added at any time, so every object may have more than these.
"""

from typing import Any

from footcoach_tui.history.json_schema import session_schema
from footcoach_tui.library.json_schemas import show_schema
from footcoach_tui.session.exercise import SourceStatus
from footcoach_tui.session.side import Side
from footcoach_tui.session.timeline import SegmentKind

_Schema = dict[str, Any]

_TEXT: _Schema = {"type": "string"}
_TEXT_OR_NULL: _Schema = {"type": ["string", "null"]}
_COUNT: _Schema = {"type": "integer", "minimum": 0}
_SECONDS: _Schema = {"type": "number", "minimum": 0}
_STATUS_FIELDS = ("due", "week", "goal", "next", "routine", "title", "minutes", "stage")
_LEVEL: _Schema = {"type": "integer", "minimum": 1, "maximum": 4}
_EFFORT: _Schema = {
    "type": "array",
    "items": {"type": "integer", "minimum": 0, "maximum": 10},
    "minItems": 2,
    "maxItems": 2,
}


def output_schemas() -> dict[str, _Schema]:
    """Return the schemas by the name of their command."""
    outputs = {
        "list": {"broken": _many(_TEXT)},
        "timeline": {
            "routine": _TEXT,
            "seconds": _SECONDS,
            "segments": _many(_object(_segment())),
        },
        "history": {"sessions": _many(session_schema())},
        "due": {
            "due": {"type": "boolean"},
            "answer": _TEXT,
            "sentence": _TEXT,
            "rule": _TEXT,
            "routine": _TEXT_OR_NULL,
            "stage": {"type": ["integer", "null"]},
            "next": _TEXT_OR_NULL,
            "latest": _TEXT_OR_NULL,
        },
        "status": dict.fromkeys((*_STATUS_FIELDS, "rule", "sentence"), _TEXT),
    }
    schemas = {name: _object(fields) for name, fields in outputs.items()}
    schemas["list"]["properties"] |= {
        "routines": _many(_object(_listed_routine())),
        "exercises": _many(_object(_listed_exercise())),
    }
    schemas["show"] = show_schema()
    return {name: _output(name, schema) for name, schema in schemas.items()}


def _output(command: str, schema: _Schema) -> _Schema:
    version = {"const": 1, "description": "Raised when a field goes or changes its meaning."}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "required": ["schema", *schema.get("required", ())],
        "properties": {"schema": version, **schema["properties"]},
        "title": f"Output of footcoach {command} --json",
    }


def _listed_routine() -> _Schema:
    return {
        "id": _TEXT,
        "title": _TEXT,
        "summary": _TEXT,
        "seconds": _SECONDS,
        "equipment": _many(_TEXT),
        "context": _many(_TEXT),
        "level": _LEVEL,
        "frequency": _TEXT,
        "effort": _EFFORT,
        "source_status": {"enum": [status.value for status in SourceStatus]},
        "exercises": _many(_TEXT),
    }


def _listed_exercise() -> _Schema:
    return {
        "id": _TEXT,
        "name": _TEXT,
        "purpose": _TEXT,
        "position": _TEXT,
        "equipment": _many(_TEXT),
        "level": _LEVEL,
        "source_status": {"enum": [status.value for status in SourceStatus]},
    }


def _segment() -> _Schema:
    return {
        "start": _SECONDS,
        "seconds": _SECONDS,
        "kind": {"enum": [kind.value for kind in SegmentKind]},
        "step": _COUNT | {"description": "The step, from 1."},
        "exercise": _TEXT,
        "side": {"enum": [side.value for side in Side]},
        "set": _COUNT,
        "rep": _COUNT,
        "phase": _TEXT,
    }


def _many(item: _Schema) -> _Schema:
    return {"type": "array", "items": item}


def _object(fields: _Schema) -> _Schema:
    return {"type": "object", "required": list(fields), "properties": fields}
