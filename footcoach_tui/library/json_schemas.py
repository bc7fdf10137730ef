"""JSON Schemas of the files, for editors."""

from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from footcoach_tui.library.schema import MODELS


class _EditorSchema(GenerateJsonSchema):
    """Generator for TOML, which has no null: an optional key is simply not required."""

    def normalize_name(self, name: str) -> str:
        return super().normalize_name(name).removeprefix("_")

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])


def json_schemas() -> dict[str, dict[str, Any]]:
    """Return the JSON Schema of each kind of file, for editors."""
    return {
        kind.value: {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            **model.model_json_schema(schema_generator=_EditorSchema),
            "title": f"footcoach {kind.value} file",
        }
        for kind, model in MODELS.items()
    }
