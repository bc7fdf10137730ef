"""JSON Schemas of the files, for editors that complete keys and underline mistakes."""

from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from footcoach_tui.library.kinds import Kind
from footcoach_tui.library.models import MODELS

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_NAMES = {Kind.EXERCISE: "exercise", Kind.ROUTINE: "routine", Kind.SOURCES: "sources"}


class _Plain(GenerateJsonSchema):
    """TOML has no null: a key that may be left out is simply not required."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])


def schemas() -> dict[str, dict[str, Any]]:
    """Return the schema of each kind of file by its name: exercise, routine, sources."""
    return {
        name: {
            "$schema": _DIALECT,
            **MODELS[kind].model_json_schema(schema_generator=_Plain),
            "title": f"footcoach {name} file",
        }
        for kind, name in _NAMES.items()
    }
