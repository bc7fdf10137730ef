"""JSON Schemas of the files, for editors, and of what `footcoach show --json` prints."""

from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode, JsonSchemaValue
from pydantic_core import core_schema

from footcoach_tui.library.schema import MODELS
from footcoach_tui.session.exercise import Exercise
from footcoach_tui.session.routine import Routine


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


def show_schema() -> dict[str, Any]:
    """Return the schema of a routine or an exercise as it is printed."""
    adapters: dict[str, TypeAdapter[Any]] = {
        "routine": TypeAdapter(Routine),
        "exercise": TypeAdapter(Exercise),
    }
    mode: JsonSchemaMode = "serialization"
    schemas, common = TypeAdapter.json_schemas(
        [(name, mode, adapter) for name, adapter in adapters.items()]
    )
    properties = {name: schemas[name, mode] for name in adapters}
    return {"type": "object", "properties": properties, **common}
